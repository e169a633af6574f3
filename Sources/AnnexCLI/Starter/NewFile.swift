package import Deadlines

/// A file of the workspace that `annex init` writes.
package struct StarterFile: Equatable, Sendable {
  /// Relative to the workspace.
  package let path: String
  package let text: String

  package init(_ path: String, _ text: String) {
    self.path = path
    self.text = text
  }
}

extension StarterFile {
  /// A small workspace that builds as it is; everything in it takes effect on `day`.
  package static func workspace(from day: CalendarDate) -> [StarterFile] {
    [
      portal, agreement(from: day), hosting(from: day), physicalAccess(reviewed: day),
      dataAccess(reviewed: day),
    ]
  }
}
