internal import Adoption
internal import Agreements
internal import Frontmatter
internal import Markup
internal import Parallelism
internal import Registers

/// A place of an agreement that names a company of the register.
package struct CompanyMention: Sendable, Equatable {
  /// The index of the agreement.
  package var agreement: Int
  package var provision: Int32
}

/// Finds where agreements name the companies of the register: by their legal names, with and without
/// the legal form, by short names and by other names.
///
/// - Returns: the places by the company's index, in the order of the texts, each place once. The rows
///   that a record was adopted from are left out.
/// - Complexity: O(bytes of the texts + names), with several workers.
func findMentions(
  of companies: [SubProcessor], in agreements: [Agreement], workers: Int
) -> [Int: [CompanyMention]] {
  guard !companies.isEmpty else { return [:] }
  let names = CompanyNames(companies)
  let found = concurrentMap(count: agreements.count, workers: workers) { index in
    names.mentions(in: agreements[index])
  }
  var mentions: [Int: [CompanyMention]] = [:]
  for (agreement, places) in found.enumerated() {
    for (company, provision) in places {
      let adoption = companies[company].adoption
      if adoption?.agreement == agreements[agreement].id,
        adoption?.provisions.contains(provision) ?? false
      {
        continue
      }
      mentions[company, default: []].append(
        CompanyMention(agreement: agreement, provision: provision))
    }
  }
  return mentions
}

/// The names of companies, for finding them in texts.
///
/// Shape: names as the hashes of their words, by the hash of the first one.
private struct CompanyNames: Sendable {
  private struct Name: Sendable {
    var words: [UInt64]
    var company: Int
  }

  private var names: [UInt64: [Name]] = [:]

  init(_ companies: [SubProcessor]) {
    for (index, company) in companies.enumerated() {
      let others = [company.shortName].compactMap { $0 } + company.aliases
      var seen: Set<String> = []
      for name in companyNameForms(company.name.value) + others.map(\.value)
      where name.utf8.count > 2 && seen.insert(name).inserted {
        let words = wordHashes(of: Array(name.utf8)[...]).map(\.hash)
        guard let first = words.first else { continue }
        names[first, default: []].append(Name(words: words, company: index))
      }
    }
    for first in names.keys { names[first]?.sort { $0.words.count > $1.words.count } }
  }

  func mentions(in agreement: Agreement) -> [(company: Int, provision: Int32)] {
    var found: [(company: Int, provision: Int32)] = []
    var seen: Set<[Int]> = []
    func search(_ range: Range<Int32>, in provision: Int32) {
      guard provision != Provision.none, range.lowerBound < range.upperBound else { return }
      for company in companies(
        in: agreement.tree.text[Int(range.lowerBound)..<Int(range.upperBound)])
      where seen.insert([company, Int(provision)]).inserted {
        found.append((company, provision))
      }
    }
    let nodes = agreement.tree.nodes
    var open: [Int32] = []
    for step in agreement.layout {
      switch step {
      case .open(let provision):
        open.append(provision)
        let title = agreement.provisions[Int(provision)].titleNodes
        if !title.isEmpty {
          let last = nodes[Int(title.upperBound) - 1]
          search(nodes[Int(title.lowerBound)].textStart..<last.textEnd, in: provision)
        }
      case .close: open.removeLast()
      case .text(_, let from, let to):
        guard to > from else { continue }
        search(
          nodes[Int(from)].textStart..<nodes[Int(to) - 1].textEnd, in: open.last ?? Provision.none)
      case .block(let node):
        search(
          nodes[Int(node)].textStart..<nodes[Int(node)].textEnd, in: open.last ?? Provision.none)
      case .openList, .closeList, .table: continue
      }
    }
    for (index, provision) in agreement.provisions.enumerated() where provision.kind == .row {
      let node = nodes[Int(provision.node)]
      search(node.textStart..<node.textEnd, in: Int32(index))
    }
    return found.sorted { ($0.provision, $0.company) < ($1.provision, $1.company) }
  }

  private func companies(in text: ArraySlice<UInt8>) -> [Int] {
    var found: [Int] = []
    let words = wordHashes(of: text)
    var index = 0
    while index < words.count {
      guard let candidates = names[words[index].hash] else {
        index += 1
        continue
      }
      let match = candidates.first { name in
        index + name.words.count <= words.count
          && zip(name.words, words[index...]).allSatisfy { $0 == $1.hash }
      }
      if let match {
        found.append(match.company)
        index += match.words.count
      } else {
        index += 1
      }
    }
    return found
  }
}

/// The words of a text: runs of letters and digits, with the hash of each (FNV-1a).
private func wordHashes(of text: ArraySlice<UInt8>) -> [(hash: UInt64, start: Int)] {
  var words: [(hash: UInt64, start: Int)] = []
  var hash: UInt64 = 0
  var start = -1
  var marks = 0
  for index in text.indices {
    let byte = text[index]
    // Typographic marks, such as the apostrophe of a genitive, are three bytes from E2 80 on.
    if byte == 0xE2, index + 1 < text.endIndex, text[index + 1] == 0x80 { marks = 3 }
    marks -= 1
    let isWord =
      marks < 0 && byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
      || (0x61...0x7A).contains(byte)
    if isWord {
      if start < 0 {
        start = index
        hash = 0xCBF2_9CE4_8422_2325
      }
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    } else if start >= 0 {
      words.append((hash, start))
      start = -1
    }
  }
  if start >= 0 { words.append((hash, start)) }
  return words
}
