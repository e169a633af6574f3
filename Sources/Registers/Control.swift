package import Diagnostics
package import Frontmatter

/// A control and the measures that answer it: one file of `content/measures`.
package struct Control: Sendable, Equatable {
  package var path: String
  /// The control with its scheme before the dot, such as `bdsg9.1`, however the file writes it.
  package var control: Located<String>
  /// The author's own name for the control, in place of the scheme's.
  package var title: LocalizedText?
  package var objective: Located<ProtectionObjective>?
  package var measures: [Measure]
  package var description: RecordDescription
}

extension Control {
  /// The part before the first dot: `bdsg9`.
  package var scheme: String { String(control.value.prefix { $0 != "." }) }

  /// The part behind it: `1`.
  package var number: String { String(control.value.dropFirst(scheme.count + 1)) }

  /// A control whose measures an agreement states.
  package init(path: String, control: Located<String>, title: LocalizedText?) {
    self.path = path
    self.control = control
    self.title = title
    measures = []
    description = .none(at: control.range)
  }

  init(reading record: inout RecordReader, description: RecordDescription) {
    path = record.path
    let control = record.value(
      "control", expected: "a scheme, a dot and the control's number, such as bdsg9.1"
    ) { ControlReference($0)?.id }
    if !record.has("control") { record.reportMissing("control") }
    if let control { record.checkFolder(control, key: "control") }
    self.control = control ?? Located(identifier(ofFile: record.path), at: record.place)
    title = record.prose("title")
    objective = record.choice("objective", as: ProtectionObjective.self)
    measures = record.records("measures", what: "measure") { Measure(reading: &$0) }
    if record.lacks("measures") { record.reportMissing("measures") }
    self.description = description
  }
}

/// Reads a file of `content/measures`.
///
/// - Returns: the record, `nil` where its frontmatter can't be read; and all faults found.
package func readControl(
  from file: [UInt8], path: String, languages: [String] = []
) -> (record: Control?, diagnostics: [Diagnostic]) {
  readRecordFile(file, path: path, what: "control", languages: languages) { record, block in
    Control(
      reading: &record, description: RecordDescription(of: file, below: block, path: path))
  }
}
