internal import Diagnostics

/// A commit with the tags that mark it.
struct MarkedCommit {
  var commit: GitCommit
  /// Never empty; the one that the release is called by stands first.
  var names: [String]

  /// The commits of tags, in the order of the first tag of each.
  static func all(of tags: [GitTag]) -> [Self] {
    var order: [GitObjectID] = []
    var tagsOf: [GitObjectID: [GitTag]] = [:]
    for tag in tags {
      if tagsOf[tag.commit.id] == nil { order.append(tag.commit.id) }
      tagsOf[tag.commit.id, default: []].append(tag)
    }
    return order.compactMap { id in
      let named = (tagsOf[id] ?? []).sorted { Rank($0) < Rank($1) }
      return named.first.map { Self(commit: $0.commit, names: named.map(\.name)) }
    }
  }

  /// How well a tag names a release; the least one does best.
  ///
  /// A version (`v1.1.0`) before one that is not final (`v1.1.0-rc1`) or has another word with it,
  /// and that before any other name: `latest` is on another commit tomorrow. So is `v1`, where
  /// `v1.1.0` stays.
  private struct Rank: Comparable {
    private var form: Form
    private var isLightweight: Bool
    private var numbers: Int
    private var name: String

    private enum Form: Int {
      case version, versionWithMore, other
    }

    init(_ tag: GitTag) {
      let isNumber = tag.name.utf8.split { Array("./-_".utf8).contains($0) }.map { part in
        let digits = part.first == UInt8(ascii: "v") ? part.dropFirst() : part
        return !digits.isEmpty && digits.allSatisfy(\.isASCIIDigit)
      }
      // What stands before the version, as in `dpa/1.2`, is no part of it.
      let version = isNumber.drop { !$0 }
      numbers = version.prefix { $0 }.count
      form = numbers == 0 ? .other : numbers == version.count ? .version : .versionWithMore
      isLightweight = !tag.isAnnotated
      name = tag.name
    }

    static func < (left: Self, right: Self) -> Bool {
      if left.form != right.form { return left.form.rawValue < right.form.rawValue }
      if left.isLightweight != right.isLightweight { return right.isLightweight }
      if left.numbers != right.numbers { return left.numbers > right.numbers }
      return precedesNaturally(left.name, right.name)
    }
  }
}
