package import Deadlines

/// A file that a command puts into the workspace.
package struct NewFile: Equatable, Sendable {
  /// Relative to the workspace.
  package let path: String
  package let text: String

  package init(_ path: String, _ text: String) {
    self.path = path
    self.text = text
  }
}

extension NewFile {
  /// A small workspace that builds as it is; everything in it takes effect on `day`.
  package static func workspace(from day: CalendarDate) -> [NewFile] {
    [
      portal, agreement(from: day), hosting(from: day), physicalAccess(reviewed: day),
      dataAccess(reviewed: day),
    ]
  }
}
