/// Why a registered function has no result; the renderer adds the place and the trail.
package struct TemplateFailure: Error, Sendable {
  package let message: String
  /// What to write instead, as a verb phrase.
  package let help: String?

  package init(_ message: String, help: String? = nil) {
    self.message = message
    self.help = help
  }
}
