/// The stages of compiling one template as text, to look at and to test each by itself.
package enum StagePrinter {
  /// What the lexer makes of the text, a token a line.
  package static func tokens(
    of source: TemplateSource, options: EnvironmentOptions = EnvironmentOptions()
  ) throws(TemplateError) -> String {
    let (tokens, fault) = Lexer.tokenize(text(source, options), options: options)
    if let fault { throw fault }
    return tokens.map(\.description).joined(separator: "\n")
  }

  /// What the parser makes of it, a statement a line.
  package static func tree(
    of source: TemplateSource, options: EnvironmentOptions = EnvironmentOptions()
  ) throws(TemplateError) -> String {
    let (tree, faults) = Parser.parse(text(source, options), options: options)
    if let first = faults.first { throw first }
    return tree?.description ?? ""
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
