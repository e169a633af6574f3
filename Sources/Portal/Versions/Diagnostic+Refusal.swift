internal import Diagnostics
internal import Frontmatter
internal import Markup

extension Diagnostic {
  /// Whether it says that a text was not read, or not as its author wrote it.
  var isRefusalOfText: Bool { Self.refusalCodes.contains(code) }

  private static let refusalCodes: Set<Code> = [
    .invalidEncoding, .fileTooLarge, .markupTooDeep, .tableTooWide, .tableTooRagged,
    .referencesTooLarge, .paragraphTooComplex, .frontmatterUnclosed,
  ]
}
