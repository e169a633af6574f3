internal import Deadlines
internal import Diagnostics
internal import Frontmatter
internal import Registers

/// Compares what two versions say of controls, apart from their measures: the names and purposes
/// that their files give them, and the names in the schemes that the versions use.
///
/// Controls are known by their numbers. Those that only one version has are told by their measures.
func compareControls(_ old: RegisterSet, _ new: RegisterSet) -> [Change] {
  let before = ControlFiles(old.controls)
  let after = ControlFiles(new.controls)
  return after.all.keys.sorted().flatMap { id -> [Change] in
    zip(before.all[id] ?? [], after.all[id] ?? []).flatMap { compare($0, $1) }
  } + compareSchemes(old, new)
}

/// The files of controls by the numbers of these. What an agreement states is compared with its
/// text, and left out.
private struct ControlFiles {
  private(set) var all: [String: [Control]] = [:]

  init(_ controls: [Control]) {
    for control in controls where control.measures.contains(where: { $0.origin == nil }) {
      all[control.control.value, default: []].append(control)
    }
    // Several files may answer one control, and the order of files means nothing.
    for id in all.keys {
      all[id]?.sort { ($0.measures.first?.id.value ?? "") < ($1.measures.first?.id.value ?? "") }
    }
  }
}

private func compare(_ old: Control, _ new: Control) -> [Change] {
  let remark = Judgement(.editorial, .record)
  var record = comparison(
    of: new.control.value, from: old.control.range, to: new.control.range)
  record.prose(
    RecordComparison.Field("title", "the name", "der Name", remark), old.title, new.title)
  record.field(
    RecordComparison.Field("objective", "the protection objective", "das Schutzziel", remark),
    old.objective?.value.rawValue, new.objective?.value.rawValue)
  record.prose(
    RecordComparison.Field(
      "description", "the description", "die Beschreibung", Judgement(.substantive, .wording)),
    old.description.prose, new.description.prose)
  return record.changes
}

/// Compares the names of the schemes that controls of both versions belong to, and of their
/// controls: those that pages show.
private func compareSchemes(_ old: RegisterSet, _ new: RegisterSet) -> [Change] {
  usedSchemes(of: old).intersection(usedSchemes(of: new)).sorted().flatMap { id -> [Change] in
    guard let before = old.schemes[id], let after = new.schemes[id], before != after else {
      return []
    }
    var changes = compareTitles(of: before, after)
    for control in after.controls {
      guard let known = before.control(control.number.value) else { continue }
      var record = comparison(
        of: "\(id).\(control.number.value)", from: known.number.range, to: control.number.range)
      record.prose(
        RecordComparison.Field(
          "name", "the name in its scheme", "der Name in seinem Schema",
          Judgement(.editorial, .record)), known.name, control.name)
      changes += record.changes
    }
    return changes
  }
}

private func compareTitles(of old: ControlScheme, _ new: ControlScheme) -> [Change] {
  let id = new.id.value
  var record = RecordComparison(
    .settingChanged, entity: id,
    title: BilingualText(english: "Scheme \(id)", german: "Schema \(id)"),
    before: ChangePlace(record: id, at: old.id.range),
    after: ChangePlace(record: id, at: new.id.range), group: 3)
  record.prose(
    RecordComparison.Field("title", "the title", "der Titel", Judgement(.editorial, .setting)),
    old.title, new.title)
  return record.changes
}

private func usedSchemes(of registers: RegisterSet) -> Set<String> {
  Set(registers.controls.map(\.scheme)).union(registers.settings?.schemes.map(\.value) ?? [])
}

private func comparison(
  of control: String, from old: SourceRange, to new: SourceRange
) -> RecordComparison {
  RecordComparison(
    .of(.measure, .modified), entity: control,
    title: BilingualText(english: "Control \(control)", german: "Kontrolle \(control)"),
    before: ChangePlace(record: control, at: old), after: ChangePlace(record: control, at: new),
    group: 2)
}
