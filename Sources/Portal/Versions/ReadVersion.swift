package import Changes
package import Diagnostics
package import History
internal import References
internal import Registers

/// One version of a portal's content that nobody has read yet: a release, a commit, the workspace.
package struct UnreadVersion: Sendable {
  package var id: String
  package var files: [ContentFile]
  /// Whether the files are texts that lie anywhere, rather than the content of a workspace. Each is
  /// an agreement then, known by its path.
  package var isLoose: Bool

  package init(id: String, files: [ContentFile], isLoose: Bool = false) {
    self.id = id
    self.files = files
    self.isLoose = isLoose
  }
}

/// One version of a portal's content, understood.
package struct ReadVersion: Sendable {
  package var id: String
  package var contents: ReleaseContents
  /// SHA-256 of the file of each agreement, in their order.
  package var digests: [String]
  /// What the page of each agreement shows, in their order; empty where no pages are made.
  var understood: [UnderstoodAgreement] = []
  /// Scopes that agreements name beside those of the settings.
  var adoptedScopes: [PortalSettings.Scope] = []
  /// What could not be read: it can't be compared.
  package var refusals: [RefusedFile]
}

/// A file that could not be read, or not as its author wrote it.
package struct RefusedFile: Sendable {
  package enum Subject: Hashable, Sendable {
    /// By its id.
    case agreement(String)
    /// By the name of its file, from the folder `content`.
    case record(String)
  }

  package var subject: Subject
  /// SHA-256 of the file.
  package var digest: String
  package var diagnostics: [Diagnostic]
}
