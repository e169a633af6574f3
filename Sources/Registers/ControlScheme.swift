package import Deadlines
package import Frontmatter

/// A list of controls by which measures are ordered: a law's, a standard's, or the author's own.
package struct ControlScheme: Sendable, Equatable {
  package struct Control: Sendable, Equatable {
    /// Without the scheme: `7.2`.
    package var number: Located<String>
    package var name: LocalizedText
    /// Other names that published lists use, in any language.
    package var aliases: [String]
    /// Words of explanations and measures that tell it from another of the same name.
    package var signs: [String]
    /// What it protects; measures with one of these objectives come under it.
    package var objectives: [ProtectionObjective]
    /// The ``ControlScheme/Group`` that it stands in.
    package var group: String?
    /// Controls of other schemes that it corresponds to, and that correspond to it.
    package var mapsTo: [Located<String>]
  }

  /// A chapter of the list, such as *Physical controls*.
  package struct Group: Sendable, Equatable {
    package var id: String
    package var name: LocalizedText
  }

  package var path: String
  package var id: Located<String>
  /// Of the list itself, as its publisher counts: `2022`.
  package var edition: String?
  /// The day of this copy of the list.
  package var dated: Located<CalendarDate>?
  package var title: LocalizedText
  package var url: Located<String>?
  /// Whether measures come under a control by the objective that they serve, as under the letters
  /// of Article 32(1) GDPR.
  package var isByObjective: Bool
  package var groups: [Group]
  /// In the order of the list.
  package var controls: [Control]
  /// Indexes of ``controls`` by number.
  private var positions: [String: Int]

  /// The index of the control with this number.
  package func position(of number: String) -> Int? { positions[number] }

  package func control(_ number: String) -> Control? { positions[number].map { controls[$0] } }

  /// The control with its scheme: `iso27001.7.2`.
  package func qualified(_ position: Int) -> String {
    "\(id.value).\(controls[position].number.value)"
  }
}

extension ControlScheme {
  init(reading record: inout RecordReader) {
    path = record.path
    let fileName = Located(identifier(ofFile: record.path), at: record.place)
    id =
      record.value("id", expected: "letters, digits, '-' and '_', such as house") {
        isIdentifier($0) && !$0.utf8.contains(UInt8(ascii: ".")) ? $0 : nil
      } ?? fileName
    record.checkFolder(id, key: "id")
    edition = record.text("edition")?.value
    dated = record.date("dated")
    title = record.requiredProse("title") ?? LocalizedText(id)
    url = record.webAddress("url")
    _ = record.date("repealed")
    isByObjective = record.boolean("by-objective")?.value ?? false
    groups = record.entries("groups").compactMap { entry in
      record.prose(of: entry.value, entry.key).map { Group(id: entry.key, name: $0) }
    }
    var controls: [Control] = []
    for entry in record.entries("controls") {
      if let control = Control(reading: entry, in: &record) { controls.append(control) }
    }
    if record.lacks("controls") { record.reportMissing("controls") }
    self.controls = controls
    positions = Self.index(controls)
  }

  /// The scheme of controls that no file lists: each record gives the name of its own.
  init(namedOnlyBy controls: [Registers.Control], scheme: String) {
    path = controls[0].path
    id = Located(scheme, at: controls[0].control.range)
    title = LocalizedText(id)
    isByObjective = false
    groups = []
    self.controls = []
    positions = [:]
    add(controls)
  }

  /// Adds the controls that the records name and the scheme doesn't have.
  mutating func add(_ records: [Registers.Control]) {
    for record in records where position(of: record.number) == nil {
      positions[record.number] = controls.count
      let number = Located(record.number, at: record.control.range)
      controls.append(
        Control(
          number: number, name: record.title ?? LocalizedText(record.control), aliases: [],
          signs: [], objectives: record.objective.map { [$0.value] } ?? [], mapsTo: []))
    }
  }

  private static func index(_ controls: [Control]) -> [String: Int] {
    Dictionary(
      controls.enumerated().map { ($1.number.value, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

extension ControlScheme.Control {
  /// Reads a control: its name alone, or a mapping of the name and what belongs to it.
  fileprivate init?(reading entry: YAMLEntry, in record: inout RecordReader) {
    let number = Located(entry.key, at: entry.keyRange)
    guard isIdentifier(entry.key) else {
      record.report(
        .malformedValue(number, for: "controls", expected: "letters, digits, '-', '_' and '.'"))
      return nil
    }
    guard case .mapping(let keys) = entry.value.value,
      keys.contains(where: { Self.keys.contains($0.key) })
    else {
      guard let name = record.prose(of: entry.value, entry.key) else { return nil }
      self.init(
        number: number, name: name, aliases: [], signs: [], objectives: [], group: nil, mapsTo: [])
      return
    }
    let read = record.readRecord(entry.value, prefix: "controls.*", what: "control") {
      Self(reading: &$0, number: number)
    }
    guard let read else { return nil }
    self = read
  }

  private init?(reading record: inout RecordReader, number: Located<String>) {
    self.number = number
    // Without a name that can be read, its number stands in for it, as other records refer to it.
    name = record.requiredProse("name") ?? LocalizedText(number)
    aliases = record.texts("aliases").map(\.value)
    signs = record.texts("signs").map(\.value)
    objectives = record.texts("objectives").compactMap {
      record.choice($0, for: "objectives", as: ProtectionObjective.self)?.value
    }
    group = record.text("group")?.value
    mapsTo = record.texts("maps-to")
  }

  /// What tells a mapping of facts from one of texts by language.
  private static let keys: Set<String> = [
    "name", "aliases", "signs", "objectives", "group", "maps-to",
  ]
}
