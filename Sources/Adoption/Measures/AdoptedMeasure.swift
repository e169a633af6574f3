package import Diagnostics
package import Registers

/// One measure as an agreement states it.
package struct AdoptedMeasure: Sendable {
  package var text: String
  /// With its scheme, such as `bdsg9.1`; in a scheme of the agreement's own where no scheme has it.
  package var control: String
  /// The label that it stands under, as the text has it; empty where there is none.
  package var label: String
  /// Further controls that the label or the text names.
  package var mapsTo: [String]
  package var objective: ProtectionObjective?
  /// The scopes that it is stated for, each with its state.
  package var scopes: [Scope]
  package var evidence: [Pointer]
  package var provision: Int
  /// The legal path as it is written.
  package var path: String
  package var anchor: String
  package var range: SourceRange

  /// A scope and the state in it.
  package struct Scope: Sendable {
    package var id: String
    package var name: String
    package var state: MeasureState
    package var reason: String?
    /// The id of a sub-processor, or the name that the text has.
    package var delegate: String?
  }

  /// Something that shows that the measure is in place: a document, or an address.
  package struct Pointer: Sendable, Equatable {
    package var title: String?
    package var url: String?

    package init(title: String?, url: String?) {
      self.title = title
      self.url = url
    }
  }
}
