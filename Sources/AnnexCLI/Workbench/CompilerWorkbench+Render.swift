internal import Deadlines
internal import Diagnostics
internal import FileSystem
internal import Portal
internal import Templating

extension CompilerWorkbench {
  package func render(_ settings: RenderSettings) throws(CommandFailure) -> TextOutcome {
    let (folder, name) = location(of: settings)
    let found = try templates(in: folder, for: name, isTheme: settings.theme != nil)
    let theme = settings.theme.map { ThemeTrial(found.sources, in: $0) }
    let templates = MemoryLoader(theme?.files ?? found.sources)
    let texts = RenderTexts(
      dataPath: settings.dataPath, data: settings.data, folder: folder, templates: templates)
    var (data, diagnostics) = readTemplateData(settings.data, path: settings.dataPath)
    diagnostics += theme?.diagnostics ?? []
    guard let data else {
      return TextOutcome(output: [], diagnostics: diagnostics, texts: texts)
    }
    let environment = Environment(
      loader: templates, options: EnvironmentOptions(undefined: .init(settings.undefined)),
      filters: theme?.filters ?? [], functions: theme?.functions ?? [])
    do throws(TemplateErrors) {
      let output = try renderTemplate(
        named: name, in: environment, with: data,
        at: PagePlace(path: name, language: settings.language.rawValue))
      return TextOutcome(output: output, diagnostics: diagnostics, texts: texts)
    } catch {
      let faults = error.errors.map { error in
        var fault = Diagnostic(error, path: texts.path(ofTemplate:))
        if error.kind == .missingTemplate { fault.notes += Self.notes(on: error, found.unread) }
        return fault
      }
      return TextOutcome(output: [], diagnostics: diagnostics + faults, texts: texts)
    }
  }

  /// The folder that templates come from, and the name of the wanted one in it.
  private func location(of settings: RenderSettings) -> (folder: String, name: String) {
    if let theme = settings.theme { return (theme, settings.template) }
    let path = settings.template
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return (".", path) }
    let folder = slash == path.startIndex ? "/" : String(path[..<slash])
    return (folder, String(path[path.utf8.index(after: slash)...]))
  }

  private func templates(
    in folder: String, for name: String, isTheme: Bool
  ) throws(CommandFailure) -> FoundTemplates {
    let found: FoundTemplates
    do {
      found = readTemplates(in: try Folder(at: folder), for: name)
    } catch {
      throw CommandFailure(.noInput, "folder '\(folder)' can't be opened: \(error.reason)")
    }
    let shipped = isTheme ? ShippedTheme.names : []
    guard found.sources[name] != nil || shipped.contains(name) else {
      throw CommandFailure(
        .noInput, "'\(joinedPath(folder, name))' is not a template that can be read",
        help: nearMiss(for: name, among: found.names + shipped).map {
          "replace '\(name)' with '\($0)'"
        })
    }
    return found
  }

  /// Which of the files that could not be read a template asks for: it is there, and still missing.
  private static func notes(
    on error: TemplateError, _ unread: [String: String]
  ) -> [Diagnostic.Note] {
    unread.sorted { $0.key < $1.key }
      .filter { error.message.contains("'\($0.key)'") }
      .map { Diagnostic.Note("'\($0.key)' is there, but can't be read: \($0.value)") }
  }
}

extension EnvironmentOptions.UndefinedPolicy {
  fileprivate init(_ choice: UndefinedChoice) {
    self =
      switch choice {
      case .strict: .strict
      case .lenient: .lenient
      case .chainable: .chainable
      }
  }
}
