internal import Diagnostics
internal import Frontmatter
internal import Markup

extension Diagnostic {
  /// Whether it says that a text was not read, or not as its author wrote it.
  var isRefusalOfText: Bool { Self.refusalCodes.contains(code) }

  private static let refusalCodes: Set<Code> = [
    .dataEncoding, .invalidEncoding, .fileTooLarge, .markupTooDeep, .tableTooWide, .tableTooRagged,
    .referencesTooLarge, .paragraphTooComplex, .frontmatterUnclosed,
  ]

  /// Whether it says that keys and values could not be told apart.
  var isRefusalOfRecord: Bool { Code.yamlRefusals.contains(code) }
}
