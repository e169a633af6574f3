internal import Changes
internal import Deadlines

extension ChangeSet {
  /// The names of the two versions: `1.0 → 1.1`; of the first release, which follows none, its own.
  func versions(in language: Language) -> String {
    guard from.isEmpty else { return "\(from) → \(to)" }
    switch language {
    case .english: return "\(to) (the first release)"
    case .german: return "\(to) (die erste Veröffentlichung)"
    }
  }
}
