package import Deadlines

/// Time zones by their IANA names.
package struct ClockZones: Sendable, Hashable {
  /// In the order of the file.
  package let all: [ClockZone]
  /// The date of the data.
  package let edition: String

  package subscript(name: String) -> ClockZone? { all.first { $0.name == name } }

  package var names: [String] { all.map(\.name) }
}
