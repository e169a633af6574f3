internal import Frontmatter
internal import Registers
internal import Templating

/// A file that says for programs and spreadsheets what a page says.
struct DataFile: Sendable {
  enum Format: String, Sendable {
    /// One row for each place or scope, in one language.
    case csv
    /// All of it, in all languages.
    case json

    var mediaType: String {
      switch self {
      case .csv: "text/csv"
      case .json: "application/json"
      }
    }
  }

  var format: Format
  var path: String
}

extension PortalPaths {
  /// The register as data. Tables are for people and have a language; the other file has all of
  /// them, so that it has one address.
  func registerData(_ language: String) -> [DataFile] {
    let folder = "sub-processors/sub-processors"
    return data(table: prefix(language) + folder, all: folder)
  }

  /// The measures as data.
  func measureData(_ language: String) -> [DataFile] {
    let folder = "measures/measures"
    return data(table: prefix(language) + folder, all: folder)
  }

  /// The files beside the pages of registers, whatever a portal has of them, in small letters.
  func files(of portal: CompiledPortal) -> [String] {
    let all = portal.settings.languages.map(\.value).flatMap { language in
      (registerData(language) + measureData(language)).map(\.path)
        + FeedFormat.allCases.map { feed($0, in: "sub-processors", language) }
    }
    return inOrder(all.map { $0.lowercased() })
  }

  private func data(table: String, all: String) -> [DataFile] {
    [DataFile(format: .csv, path: table + ".csv"), DataFile(format: .json, path: all + ".json")]
  }
}

extension PageModels {
  /// The registers as data, in a fixed order.
  func dataFiles() -> [(path: String, bytes: [UInt8])] {
    var files: [(path: String, bytes: [UInt8])] = []
    for language in portal.settings.languages.map(\.value) {
      let isFirst = language == paths.defaultLanguage
      if !portal.subProcessors.isEmpty, let models = registers[language] {
        for file in paths.registerData(language) where isFirst || file.format == .csv {
          files.append(
            (file.path, file.format == .csv ? models.table() : models.json(generator: generator)))
        }
      }
      if !portal.controls.isEmpty, let models = measures[language] {
        for file in paths.measureData(language) where isFirst || file.format == .csv {
          files.append(
            (file.path, file.format == .csv ? models.table() : models.json(generator: generator)))
        }
      }
    }
    return files
  }

  /// The data of what a page shows: a list of `format`, `type` and `path`.
  func data(of page: PlannedPage) -> Value {
    let files: [DataFile] =
      switch page.subject {
      case .subProcessors: paths.registerData(page.language)
      case .measures, .scheme: paths.measureData(page.language)
      default: []
      }
    return .array(
      files.map { file in
        .pairs([
          "format": .string(file.format.rawValue), "type": .string(file.format.mediaType),
          "path": .string(file.path),
        ])
      })
  }
}
