internal import History

/// Finds the files that were renamed between two versions, by what they hold.
///
/// As git does it: files of equal bytes first, then the likest ones, where at least half of the
/// longer one is in both. Less is enough of files that are called alike: that are alone with their
/// name in another folder, with one that differs in its hyphens or capitals only, or with their
/// title. Where name and title are alike, whatever changed in the text is a change of it.
struct RenameFinder {
  /// In percent.
  private static let leastLikeness = 50
  private static let leastOfNamesakes = 25
  /// How many parts of files are compared; where there are more, only namesakes are.
  private static let mostWork = 50_000_000

  private let old: [ContentFile]
  private let new: [ContentFile]
  /// For each file of the old version the one of the new version that it became.
  private(set) var newOf: [Int: Int] = [:]
  private var taken: Set<Int> = []

  /// `known`: files that history tells of; equal bytes come before it.
  init(
    _ old: [ContentFile], _ new: [ContentFile], known: [(before: String, after: String)] = []
  ) {
    (self.old, self.new) = (old, new)
    let (before, after) = (Set(old.map(\.name)), Set(new.map(\.name)))
    let gone = old.indices.filter { !after.contains(old[$0].name) && !old[$0].bytes.isEmpty }
    let come = new.indices.filter { !before.contains(new[$0].name) && !new[$0].bytes.isEmpty }
    pairEqual(gone, come)
    let numbers = Dictionary(come.map { (new[$0].name, $0) }, uniquingKeysWith: { one, _ in one })
    let later = Dictionary(known, uniquingKeysWith: { one, _ in one })
    for before in gone where newOf[before] == nil {
      guard let after = later[old[before].name].flatMap({ numbers[$0] }), !taken.contains(after)
      else { continue }
      pair(before, after)
    }
    let left = (
      gone: gone.filter { newOf[$0] == nil }, come: come.filter { !taken.contains($0) }
    )
    pairLike(left.gone, left.come, alike: AlikeFiles(old, new, left.gone, left.come))
  }

  private mutating func pair(_ before: Int, _ after: Int) {
    newOf[before] = after
    taken.insert(after)
  }

  private mutating func pairEqual(_ gone: [Int], _ come: [Int]) {
    let keys: [(ContentFile) -> String] = [
      { "\($0.digest) \(lastPart(of: $0.name))" }, { $0.digest },
    ]
    for key in keys {
      var free = Dictionary(grouping: come.reversed().filter { !taken.contains($0) }) {
        key(new[$0])
      }
      for before in gone where newOf[before] == nil {
        if let after = free[key(old[before])]?.popLast() { pair(before, after) }
      }
    }
  }

  private mutating func pairLike(_ gone: [Int], _ come: [Int], alike: AlikeFiles) {
    guard !gone.isEmpty, !come.isEmpty else { return }
    let before = gone.map { TextParts(old[$0].bytes) }
    let after = come.map { TextParts(new[$0].bytes) }
    let work =
      before.reduce(0) { $0 + $1.count } * come.count
      + after.reduce(0) { $0 + $1.count } * gone.count
    var found: [Likeness] = []
    for (left, oldIndex) in gone.enumerated() {
      let (name, title) = (alike.byName[oldIndex], alike.byTitle[oldIndex])
      for (right, newIndex) in come.enumerated() {
        let traits = (newIndex == name ? 1 : 0) + (newIndex == title ? 1 : 0)
        guard traits > 0 || work <= Self.mostWork else { continue }
        let percent = before[left].likeness(to: after[right])
        let least =
          switch traits {
          case 0: Self.leastLikeness
          case 1: Self.leastOfNamesakes
          default: 0
          }
        guard percent >= least else { continue }
        found.append(
          Likeness(percent: percent, traits: traits, old: oldIndex, new: newIndex))
      }
    }
    for likeness in found.sorted(by: <)
    where newOf[likeness.old] == nil && !taken.contains(likeness.new) {
      pair(likeness.old, likeness.new)
    }
  }

  /// How like two files are; what is paired first stands first.
  private struct Likeness: Comparable {
    var percent: Int
    /// In how many ways they are called alike.
    var traits: Int
    var old: Int
    var new: Int

    static func < (left: Self, right: Self) -> Bool {
      if left.percent != right.percent { return left.percent > right.percent }
      if left.traits != right.traits { return left.traits > right.traits }
      return (left.old, left.new) < (right.old, right.new)
    }
  }
}

/// The last part of a path: the name of the file.
func lastPart(of path: String) -> Substring {
  path.split(separator: "/").last ?? Substring(path)
}
