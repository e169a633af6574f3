internal import Diagnostics

extension ThemeFiles {
  /// Reports files of the workspace that take the place of a page's template, or of the frame of all
  /// pages, and have nothing in them.
  func checkBlankPages() -> [Diagnostic] {
    own.filter { name in
      (name.hasPrefix("pages/") || name == "base.html") && names.contains(name)
        && EmbeddedFiles.names.contains(name) && files[name]?.isBlank == true
    }
    .map { .emptyPage("'templates/\($0)' has nothing in it", template: $0) }
  }

  /// A page on which nothing stands: its template has comments only, or no block that its frame
  /// shows. The place is that of the template which the workspace has.
  func emptyPage(of template: String) -> Diagnostic {
    let place = !own.contains(template) && own.contains("base.html") ? "base.html" : template
    return .emptyPage("'templates/\(place)' makes a page on which nothing stands", template: place)
  }
}

extension [UInt8] {
  /// Whether there is nothing but white space.
  var isBlank: Bool { allSatisfy { $0.isASCIIWhitespace } }
}

extension Diagnostic.Code {
  static let emptyPage = Self(rawValue: "empty-page")
}

extension Diagnostic {
  fileprivate static func emptyPage(_ summary: String, template: String) -> Self {
    Diagnostic(
      .emptyPage, summary, at: SourceRange(path: "templates/\(template)", line: 1, column: 1),
      help: "remove it for the shipped one, which 'annex theme --print \(template)' shows")
  }
}
