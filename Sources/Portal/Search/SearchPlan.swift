internal import Changes
internal import Frontmatter
internal import Registers

/// What the index of a portal is made of: numbered parts, each a file that the search loads whole.
///
/// Shape: agreements first, one a part, with the versions in force of those whose page shows a later
/// one, then the registers and releases of each language, some records a part, and at last the
/// versions of agreements that are no longer current.
struct SearchPlan: Sendable {
  /// What one part holds; ranges are those of ``CompiledPortal``, or of ``laws``.
  enum Subject: Sendable {
    case agreement(Int)
    case subProcessors(Range<Int>, language: String)
    case controls(Range<Int>, language: String)
    case laws(Range<Int>, language: String)
    /// Changes of a release; both are indexes of ``PortalHistory``.
    case release(Int, changes: Range<Int>, language: String)
    case version(agreement: Int, version: Int)
    /// The names of some ``versions``.
    case versionNames(Range<Int>)
  }

  /// A version of an agreement: both are indexes of ``PortalHistory``.
  struct Version: Sendable {
    var agreement: Int
    var version: Int
  }

  /// Neighbouring parts of one kind.
  struct Section: Sendable {
    /// What results are grouped under.
    var kind: String
    /// `nil` for agreements and their versions, which are found from pages in any language.
    var language: String?
    var parts: Range<Int>
  }

  private(set) var parts: [Subject] = []
  private(set) var sections: [Section] = []
  let laws: [CitedProvision]
  /// All that have a name.
  let versions: [Version]

  init(_ portal: CompiledPortal) {
    laws = CitedProvision.all(in: portal)
    versions = Self.versions(of: portal.history)
    // Where what is to come has the agreement's own page, what holds today is found beside it.
    add(
      "agreements", nil,
      portal.agreements.indices.map { .agreement($0) } + Self.textsInForce(of: portal.history))
    for language in portal.settings.languages.map(\.value) {
      add(
        "sub_processors", language,
        Self.pieces(of: portal.subProcessors.count, size: 12).map {
          .subProcessors($0, language: language)
        })
      add(
        "measures", language,
        Self.pieces(of: portal.controls.count, size: 4).map { .controls($0, language: language) })
      add(
        "law", language,
        Self.pieces(of: laws.count, size: 24).map { .laws($0, language: language) })
      add("changes", language, Self.releases(of: portal.history, language))
    }
    // Found as agreements are: by their titles, before the texts of the past are asked for.
    add("agreements", nil, Self.pieces(of: versions.count, size: 60).map { .versionNames($0) })
    add("versions", nil, Self.texts(of: portal.history))
  }

  /// Newest first, as those before are asked for less.
  private static func releases(of history: PortalHistory, _ language: String) -> [Subject] {
    history.releases.indices.reversed().flatMap { number in
      pieces(of: history.changes[number].changes.count, size: 60).map {
        .release(number, changes: $0, language: language)
      }
    }
  }

  /// Newest first, as the pages of versions have them.
  private static func versions(of history: PortalHistory) -> [Version] {
    history.agreements.enumerated().flatMap { number, agreement in
      agreement.versions.indices.reversed().filter { index in
        let version = agreement.versions[index]
        let isNewest = agreement.isCurrent && index == agreement.newest
        return version.name != nil && (isNewest || history.isReleased(version))
      }
      .map { Version(agreement: number, version: $0) }
    }
  }

  private static func textsInForce(of history: PortalHistory) -> [Subject] {
    history.agreements.enumerated().compactMap { number, agreement in
      agreement.inForceBehindNewest.map { .version(agreement: number, version: $0) }
    }
  }

  /// All that was published and is neither the text of the agreement's own page nor in force.
  private static func texts(of history: PortalHistory) -> [Subject] {
    history.agreements.enumerated().flatMap { number, agreement in
      agreement.versions.indices.reversed().filter { index in
        history.isReleased(agreement.versions[index])
          && index != agreement.inForceBehindNewest
          && !(agreement.isCurrent && index == agreement.newest)
      }
      .map { .version(agreement: number, version: $0) }
    }
  }

  private mutating func add(_ kind: String, _ language: String?, _ subjects: [Subject]) {
    guard !subjects.isEmpty else { return }
    let start = parts.count
    parts += subjects
    sections.append(Section(kind: kind, language: language, parts: start..<parts.count))
  }

  private static func pieces(of count: Int, size: Int) -> [Range<Int>] {
    stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
  }
}
