internal import Agreements
internal import Frontmatter
internal import Registers

/// What the index of a portal is made of: numbered parts, each a file that the search loads whole.
///
/// Shape: agreements first, one a part, then the registers of each language, some records a part.
struct SearchPlan: Sendable {
  /// What one part holds; ranges are those of ``CompiledPortal``, or of ``laws``.
  enum Subject: Sendable {
    case agreement(Int)
    case subProcessors(Range<Int>, language: String)
    case controls(Range<Int>, language: String)
    case laws(Range<Int>, language: String)
  }

  /// Neighbouring parts of one kind.
  struct Section: Sendable {
    /// What results are grouped under.
    var kind: String
    /// `nil` for agreements, which are found from pages in any language.
    var language: String?
    var parts: Range<Int>
  }

  private(set) var parts: [Subject] = []
  private(set) var sections: [Section] = []
  let laws: [CitedProvision]

  init(_ portal: CompiledPortal) {
    laws = CitedProvision.all(in: portal)
    add("agreements", nil, portal.agreements.indices.map { .agreement($0) })
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
