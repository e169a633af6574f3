internal import Changes
internal import Diagnostics
internal import Frontmatter
internal import Registers

extension ChangeSet {
  /// The change set with what the author says about its changes: reasons, and weights overruled.
  ///
  /// - Returns: it, and the notes that are about none of the changes.
  func noting(_ notes: [ReleaseNote]) -> (changes: ChangeSet, idle: [ReleaseNote]) {
    guard !notes.isEmpty else { return (self, []) }
    var noted = changes
    var idle: [ReleaseNote] = []
    for note in notes {
      var isIdle = true
      for index in noted.indices where note.isAbout(noted[index]) {
        isIdle = false
        noted[index].reason = note.reason
        if let materiality = note.materiality.flatMap({ Materiality(rawValue: $0.value) }) {
          noted[index].judgement.materiality = materiality
        }
      }
      if isIdle { idle.append(note) }
    }
    return (ChangeSet(from: from, to: to, changes: noted, redlines: redlines), idle)
  }
}

extension ReleaseNote {
  fileprivate func isAbout(_ change: Change) -> Bool {
    switch subject {
    case .agreement(let id, let path):
      guard change.agreement == id.value else { return false }
      guard let path = path?.value else { return true }
      return [change.before, change.after].contains { $0?.path == path || $0?.anchor == path }
    case .measure(let id): return change.isAboutMeasure && change.entity == id.value
    case .subProcessor(let id):
      if case .of(.subProcessor, _) = change.kind { return change.entity == id.value }
      return change.agreement == nil && change.entity == id.value
    }
  }

  /// Where the author wrote what it is about.
  var place: SourceRange {
    switch subject {
    case .agreement(let id, let path): path?.range ?? id.range
    case .measure(let id), .subProcessor(let id): id.range
    }
  }

  /// `agreement 'dpa', 9.a`
  var subjectWords: String {
    switch subject {
    case .agreement(let id, let path):
      "agreement '\(id.value)'" + (path.map { ", '\($0.value)'" } ?? "")
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

  /// Whether the words of an agreement are others than before: those of its text, or its parties.
  var isOfText: Bool {
    guard agreement != nil else { return false }
    switch kind {
    case .metadataChanged, .contactModified, .referenceRetargeted, .settingChanged: return false
    default: return true
    }
  }
}
