package import Diagnostics

/// What came of an outline or a template: bytes for standard output.
package struct TextOutcome {
  package var output: [UInt8]
  package var diagnostics: [Diagnostic]
  /// The files that the diagnostics point into, where the command doesn't have them.
  package var texts: any SourceTexts

  package init(
    output: [UInt8], diagnostics: [Diagnostic] = [],
    texts: any SourceTexts = SourceTextsInMemory()
  ) {
    self.output = output
    self.diagnostics = diagnostics
    self.texts = texts
  }
}
