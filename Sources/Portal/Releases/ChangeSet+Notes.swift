package import Changes
internal import Diagnostics
internal import Frontmatter
package import Registers

/// A change set with what the author says about its changes.
struct NotedChanges {
  var changes: ChangeSet
  /// The notes that are about none of the changes.
  var idle: [ReleaseNote] = []
  /// The notes whose path is that of one place in the old version and of another in the new one,
  /// with what changed at each.
  var ambiguous: [(note: ReleaseNote, gone: Change, here: Change)] = []
}

extension ChangeSet {
  /// The change set with what the authors of some releases said of its changes.
  package func noted(by notes: [ReleaseNote]) -> ChangeSet { noting(notes).changes }

  /// The change set with the author's reasons, and weights overruled.
  func noting(_ notes: [ReleaseNote]) -> NotedChanges {
    guard !notes.isEmpty else { return NotedChanges(changes: self) }
    var noted = changes
    var result = NotedChanges(changes: self)
    for note in notes {
      let here = noted.indices.filter { note.isAbout(noted[$0], as: .after) }
      let gone = noted.indices.filter {
        note.isAbout(noted[$0], as: .before) && !note.isAbout(noted[$0], as: .after)
      }
      if let first = gone.first, let other = here.first {
        result.ambiguous.append((note, noted[first], noted[other]))
      }
      // Of what has changed twice at one path, what stands there now.
      let found = here.isEmpty ? gone : here
      if found.isEmpty { result.idle.append(note) }
      for index in found {
        noted[index].reason = note.reason
        if let materiality = note.materiality.flatMap({ Materiality(rawValue: $0.value) }) {
          noted[index].judgement.overrule(with: materiality)
        }
      }
    }
    result.changes = ChangeSet(from: from, to: to, changes: noted, redlines: redlines)
    return result
  }
}

extension ReleaseNote {
  /// Whether it is about a change, a place being taken for one of the old or of the new version.
  ///
  /// What only has another number says nothing that there could be a reason for.
  fileprivate func isAbout(_ change: Change, as version: Version) -> Bool {
    switch subject {
    case .agreement(let id, let place):
      guard change.agreement == id.value else { return false }
      guard let place else { return version == .after }
      guard place.version == nil || place.version == version,
        change.materiality != .renumberingOnly
      else { return false }
      return (version == .before ? change.before : change.after)?.isCalled(place.path.value) == true
    case .measure(let id):
      return version == .after && change.isAboutMeasure && change.entity == id.value
    case .subProcessor(let id):
      guard version == .after, change.entity == id.value else { return false }
      if case .of(.subProcessor, _) = change.kind { return true }
      return change.agreement == nil
    }
  }

  /// Where the author wrote what it is about.
  var place: SourceRange {
    switch subject {
    case .agreement(let id, let place): place?.path.range ?? id.range
    case .measure(let id), .subProcessor(let id): id.range
    }
  }

  /// `agreement 'dpa', 9.a`
  var subjectWords: String {
    switch subject {
    case .agreement(let id, let place):
      "agreement '\(id.value)'" + (place.map { ", '\($0.path.value)'" } ?? "")
    case .measure(let id): "measure '\(id.value)'"
    case .subProcessor(let id): "sub-processor '\(id.value)'"
    }
  }
}

extension Change {
  /// Whether it is about a measure of the register.
  var isAboutMeasure: Bool {
    switch kind {
    case .of(.measure, _), .measureStatusChanged: agreement == nil
    default: false
    }
  }

  /// Whether it is about a measure, of the register or of a text.
  var isOfMeasure: Bool {
    switch kind {
    case .of(.measure, _), .measureStatusChanged: true
    default: false
    }
  }

  /// Whether the words of an agreement are others than before: those of its text, or its parties.
  var isOfText: Bool {
    guard agreement != nil else { return false }
    switch kind {
    case .metadataChanged, .contactModified, .referenceRetargeted, .settingChanged: return false
    default: return true
    }
  }
}
