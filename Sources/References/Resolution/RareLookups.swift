internal import Agreements
internal import Diagnostics
internal import Markup
internal import Synchronization

/// What only links and references that lead nowhere ask an agreement for, made when the first does.
final class RareLookups: Sendable {
  private struct Made {
    var examples: ProvisionIndex.Examples?
    var byContent: [UInt64: [Int32]]?
    var anchors: [String: Int32]?
    var paths: [String: Int32]?
    var slugs: [String: Int32]?
    var rows: [String: [Int32]]?
  }

  private let made = Mutex(Made())

  func examples(of agreement: Agreement) -> ProvisionIndex.Examples {
    made.withLock { made in
      let examples = made.examples ?? ProvisionIndex.Examples(of: agreement)
      made.examples = examples
      return examples
    }
  }

  func place(anchor: String, in agreement: Agreement) -> Int32? {
    made.withLock { made in
      if let known = made.anchors { return known[anchor] }
      var anchors: [String: Int32] = [:]
      for index in agreement.provisions.indices {
        anchors[agreement.provisions[index].anchor] = Int32(index)
      }
      made.anchors = anchors
      return anchors[anchor]
    }
  }

  /// The place with a legal path, in any letters and without regard to spaces.
  func place(writtenAs path: String, in agreement: Agreement) -> Int32? {
    func key(_ path: String) -> String {
      path.lowercased().filter { !$0.isWhitespace && $0 != "\u{A7}" }
    }
    return made.withLock { made in
      if let known = made.paths { return known[key(path)] }
      var paths: [String: Int32] = [:]
      for index in agreement.provisions.indices {
        let key = key(agreement.legalPath(of: index).written)
        if paths[key] == nil { paths[key] = Int32(index) }
      }
      made.paths = paths
      return paths[key(path)]
    }
  }

  /// The place whose heading an editor would link to so, or `Provision.none` for the title of the
  /// whole text; `nil` where no heading has that address.
  func place(slug: String, in agreement: Agreement) -> Int32? {
    made.withLock { made in
      let slugs = made.slugs ?? headingSlugs(of: agreement)
      made.slugs = slugs
      return slugs[HeadingSlug(slug).key]
    }
  }

  /// The rows of tables whose first cell begins with a decimal number, by the number.
  func rows(numbered number: String, in agreement: Agreement) -> [Int32] {
    made.withLock { made in
      let rows = made.rows ?? numberedRows(of: agreement)
      made.rows = rows
      return rows[number] ?? []
    }
  }

  /// Places by the content of their titles, a bounded number for each word.
  func byContent(of titles: [TitleForms?]) -> [UInt64: [Int32]] {
    made.withLock { made in
      if let known = made.byContent { return known }
      var places: [UInt64: [Int32]] = [:]
      for (index, forms) in titles.enumerated() {
        for word in forms?.content ?? [] where places[word, default: []].count < 32 {
          places[word, default: []].append(Int32(index))
        }
      }
      made.byContent = places
      return places
    }
  }
}

/// The ids of a portal's agreements for near misses, made when a link first leads to none of them.
final class AgreementNames: Sendable {
  private let ids: [String]
  private let made = Mutex<NearMissIndex?>(nil)

  init(_ ids: [String]) { self.ids = ids }

  func nearMiss(for id: String) -> String? {
    let index = made.withLock { made in
      let index = made ?? NearMissIndex(ids)
      made = index
      return index
    }
    return index.nearMiss(for: id)
  }
}

extension ProvisionIndex {
  /// Numbers and titles that can be offered instead of one that leads nowhere; a few of each kind.
  struct Examples: Sendable {
    var annexes: [String] = []
    var annexTitles: [String] = []
    var sections: [String] = []
    var sectionTitles: [String] = []
    var labels: [String] = []

    init(of agreement: Agreement) {
      func append(_ text: String, to list: inout [String]) {
        if !text.isEmpty, list.count < 64 { list.append(text) }
      }
      for provision in agreement.provisions {
        append(provision.label, to: &labels)
        switch provision.kind {
        case .annex:
          append(provision.designation, to: &annexes)
          append(provision.title, to: &annexTitles)
        case .section:
          append(provision.designation, to: &sections)
          append(provision.title, to: &sectionTitles)
        default: break
        }
      }
    }
  }
}

/// Rows of tables by the number that their first cell begins with: `4.1`, `4.1 Deletion`.
private func numberedRows(of agreement: Agreement) -> [String: [Int32]] {
  var rows: [String: [Int32]] = [:]
  for index in agreement.provisions.indices {
    let kind = agreement.provisions[index].kind
    let row = Int(agreement.provisions[index].node)
    guard kind == .row || kind == .group, agreement.tree.nodes[row].kind == .tableRow,
      let cell = agreement.tree.children(of: row).first(where: { _ in true }),
      let marker = ClauseMarker(parsing: agreement.tree.plainText(of: cell), allowsBareEnd: true),
      marker.style == .decimal, rows[marker.body, default: []].count < 16
    else { continue }
    rows[marker.body, default: []].append(Int32(index))
  }
  return rows
}
