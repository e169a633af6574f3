/// The stages of compiling one template as text, to look at and to test each by itself.
package enum StagePrinter {
  /// What the lexer makes of the text, a token a line.
  package static func tokens(
    of source: TemplateSource, options: EnvironmentOptions = EnvironmentOptions()
  ) throws(TemplateError) -> String {
    try Lexer.tokenize(text(source, options), options: options)
      .map(\.description).joined(separator: "\n")
  }

  /// What the parser makes of it, a statement a line.
  package static func tree(
    of source: TemplateSource, options: EnvironmentOptions = EnvironmentOptions()
  ) throws(TemplateError) -> String {
    switch Parser.parse(text(source, options), options: options) {
    case .success(let tree): return tree.description
    case .failure(let list):
      guard let first = list.errors.first else { return "" }
      throw first
    }
  }

  private static func text(
    _ source: TemplateSource, _ options: EnvironmentOptions
  ) -> SourceText {
    SourceText(
      name: source.name, bytes: source.bytes, keepTrailingNewline: options.keepTrailingNewline)
  }
}

extension CompiledSet {
  /// The compiled program, an instruction a line.
  package var listing: String { program.description }
}
