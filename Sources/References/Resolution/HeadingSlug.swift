internal import Agreements
internal import Markup

/// The address that editors and code hosts make of a heading: `1-scope` of `1. Scope`.
///
/// Source: github.com/Flet/github-slugger, which writes down what GitHub does: small letters, no
/// signs but hyphens and underscores, a hyphen for each space. Others join hyphens; so does
/// ``key``.
struct HeadingSlug {
  /// What slugs are compared by: runs of hyphens as one, none at the ends.
  let key: String

  init(_ heading: String) {
    var key = ""
    var isApart = false
    for character in heading.lowercased() {
      if character == " " || character == "-" {
        isApart = true
      } else if character.isLetter || character.isNumber || character == "_" {
        if isApart, !key.isEmpty { key.append("-") }
        isApart = false
        key.append(character)
      }
    }
    self.key = key
  }
}

/// The place of each heading by its slug, or `Provision.none` for the title of the whole text; of
/// equal ones, the second has `-1` behind it, the third `-2`.
func headingSlugs(of agreement: Agreement) -> [String: Int32] {
  var slugs: [String: Int32] = [:]
  var counts: [String: Int] = [:]
  func add(_ heading: String, _ place: Int32) {
    let key = HeadingSlug(heading).key
    guard !key.isEmpty else { return }
    var slug = key
    while slugs[slug] != nil {
      counts[key, default: 0] += 1
      slug = "\(key)-\(counts[key] ?? 0)"
    }
    slugs[slug] = place
  }
  let provisions = agreement.provisions
  // A heading before all places is the title of the text.
  let first = provisions.first { $0.level > 0 }.map { Int($0.node) } ?? agreement.tree.nodes.count
  for block in agreement.tree.children(of: 0) {
    guard block < first else { break }
    if agreement.tree.nodes[block].kind == .heading {
      add(String(decoding: agreement.tree.plainText(of: block), as: UTF8.self), Provision.none)
    }
  }
  for index in provisions.indices where provisions[index].level > 0 {
    let provision = provisions[index]
    guard provision.titleNodes.lowerBound > provision.node + 1 else {
      add("\(provision.designation) \(provision.title)", Int32(index))
      continue
    }
    // An annex that the next heading titles: both lead there.
    add(provision.designation, Int32(index))
    add("\(provision.secondDesignation) \(provision.title)", Int32(index))
  }
  return slugs
}
