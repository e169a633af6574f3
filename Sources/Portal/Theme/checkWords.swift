internal import Diagnostics
internal import Frontmatter

extension ThemeFiles {
  /// Reports what is wrong with a file of words of the workspace, at its own lines: words that
  /// nothing says, and those that can't be filled in as the theme's `base` is.
  ///
  /// What a word is given is known by the shipped one, and by the templates of the workspace.
  func checkWords(_ root: YAMLNode?, path: String, against base: Words) -> [Diagnostic] {
    guard let root else { return [] }
    guard case .mapping(let entries) = root.value else {
      if case .scalar(let scalar) = root.value, scalar.resolved == .null { return [] }
      return [.noWords(at: SourceRange(path: path, line: 1, column: 1))]
    }
    let near = NearMissIndex(base.entries.keys)
    let ownTemplates = own.filter { names.contains($0) }
    return entries.flatMap { entry -> [Diagnostic] in
      guard let shipped = base[entry.key] else {
        if isSaid(entry.key, in: ownTemplates) { return [] }
        if case .mapping(let inner) = entry.value.value, let first = inner.first,
          base.entries.keys.contains(where: { $0.hasPrefix(entry.key + ".") })
        {
          return [.nestedWords(entry, first: first.key)]
        }
        return [.unknownWord(entry, meant: near.nearMiss(for: entry.key))]
      }
      return check(entry, as: shipped, ownTemplates)
    }
  }

  private func check(
    _ entry: YAMLEntry, as shipped: Words.Entry, _ ownTemplates: [String]
  ) -> [Diagnostic] {
    switch (entry.value.value, shipped) {
    case (.sequence, _):
      return [.malformedWord(entry, "is a list", shipped)]
    case (.scalar(let scalar), _) where scalar.resolved == .null:
      return [.malformedWord(entry, "has no text", shipped)]
    case (.scalar(let scalar), _):
      // A text in the place of two forms serves any count.
      return check(scalar.text, at: entry.value.range, of: entry.key, as: shipped, ownTemplates)
    case (.mapping(let forms), _):
      let said = shipped.forms
      guard said.one != nil || placeholders(in: said.other).contains("count") else {
        return [.malformedWord(entry, "depends on no count", shipped)]
      }
      var diagnostics: [Diagnostic] = []
      for name in ["one", "other"] where !forms.contains(where: { $0.key == name }) {
        diagnostics.append(.malformedWord(entry, "lacks the form '\(name)'", shipped))
      }
      for form in forms {
        guard form.key == "one" || form.key == "other", case .scalar(let scalar) = form.value.value
        else {
          diagnostics.append(.unknownForm(form, of: entry.key))
          continue
        }
        diagnostics += check(
          scalar.text, at: form.value.range, of: entry.key, as: shipped, ownTemplates,
          isOfOne: form.key == "one")
      }
      return diagnostics
    }
  }

  /// `isOfOne`: of one thing, no number has to be said.
  private func check(
    _ text: String, at range: SourceRange, of key: String, as shipped: Words.Entry,
    _ ownTemplates: [String], isOfOne: Bool = false
  ) -> [Diagnostic] {
    let model = shipped.forms.other
    let known = placeholders(in: model)
    let written = placeholders(in: text)
    // Templates of the workspace may give the word more than the shipped ones do.
    if let foreign = written.first(where: { name in
      !known.contains(name) && !isSaid("\(name)=", in: ownTemplates)
    }) {
      return [.unknownPlaceholder(foreign, of: key, at: range, model: model, known: known)]
    }
    return known.filter { !written.contains($0) && !(isOfOne && $0 == "count") }
      .map { .missingPlaceholder($0, of: key, at: range, model: model) }
  }

  private func isSaid(_ text: String, in templates: [String]) -> Bool {
    templates.contains { contains(text, in: $0) }
  }
}

extension Words.Entry {
  fileprivate var forms: (one: String?, other: String) {
    switch self {
    case .text(let text): (nil, text)
    case .counted(let one, let other): (one, other)
    }
  }
}

extension Diagnostic.Code {
  static let themeWord = Self(rawValue: "theme-word")
}

extension Diagnostic {
  fileprivate static func unknownWord(_ entry: YAMLEntry, meant: String?) -> Self {
    Diagnostic(
      .unknownKey, .warning, "'\(entry.key)' is no word of the theme, and no template says it",
      at: entry.keyRange,
      help: meant.map { "replace '\(entry.key)' with '\($0)'" }
        ?? "remove it; 'annex theme --print words/en.yml' shows the words that there are")
  }

  fileprivate static func nestedWords(_ entry: YAMLEntry, first: String) -> Self {
    Diagnostic(
      .themeWord, "the words of '\(entry.key)' stand below it; each needs its whole key",
      at: entry.keyRange, help: "write '\(entry.key).\(first): ...', and the others so, too")
  }

  fileprivate static func noWords(at range: SourceRange) -> Self {
    Diagnostic(
      .themeWord, "a file of words maps keys to texts", at: range,
      help: "write a line for each word, such as 'nav.start: Home'")
  }

  fileprivate static func malformedWord(
    _ entry: YAMLEntry, _ fault: String, _ shipped: Words.Entry
  ) -> Self {
    let example =
      switch shipped {
      case .text(let text): "\"\(text)\""
      case .counted(let one, let other): "{one: \"\(one)\", other: \"\(other)\"}"
      }
    return Diagnostic(
      .themeWord, "the word '\(entry.key)' \(fault)", at: entry.keyRange,
      help: "write it as the theme does: \(example)")
  }

  fileprivate static func unknownForm(_ form: YAMLEntry, of key: String) -> Self {
    Diagnostic(
      .themeWord, "the word '\(key)' has the forms 'one' and 'other', each a text",
      at: form.keyRange, help: "remove '\(form.key)', or write its text")
  }

  fileprivate static func unknownPlaceholder(
    _ name: String, of key: String, at range: SourceRange, model: String, known: [String]
  ) -> Self {
    let help =
      if let meant = nearMiss(for: name, among: known) {
        "replace '{\(name)}' with '{\(meant)}'"
      } else if known.isEmpty {
        "take '{\(name)}' out of it; nothing is filled in there"
      } else {
        "use " + known.map { "'{\($0)}'" }.joined(separator: ", ")
          + ", as the theme does: \"\(model)\""
      }
    return Diagnostic(
      .themeWord, "nothing is filled in for '{\(name)}' in the word '\(key)'", at: range,
      help: help)
  }

  fileprivate static func missingPlaceholder(
    _ name: String, of key: String, at range: SourceRange, model: String
  ) -> Self {
    Diagnostic(
      .themeWord, .warning, "the word '\(key)' does not say '{\(name)}'", at: range,
      help: "write '{\(name)}' into it, as the theme does: \"\(model)\"")
  }
}
