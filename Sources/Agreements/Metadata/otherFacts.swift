import Diagnostics
import Frontmatter

/// What a frontmatter says that its reader did not understand, so that nothing of it goes unnoticed
/// where two versions are compared.
///
/// `faults`: what was found while it was read.
/// `isLone`: whether the `id` is such a fact, as the file is known by its path.
/// `unread`: the bytes of the frontmatter, for one that is no YAML; each of its lines is a fact
/// then.
func otherFacts(
  of root: YAMLNode?, faults: [Diagnostic], isLone: Bool, unread: ArraySlice<UInt8>
) -> [OtherFact] {
  guard let root else {
    return unread.split { $0 == 0x0A || $0 == 0x0D }.map { line in
      OtherFact(key: "", value: String(decoding: line, as: UTF8.self))
    }
  }
  guard case .mapping(let entries) = root.value, let first = entries.first else { return [] }
  // What is missing is told at the first key.
  let places = faults.filter { $0.code != .missingKey || $0.range != first.keyRange }
    .compactMap { $0.range?.start }.sorted()
  var facts: [OtherFact] = []
  var next = places.startIndex
  for (index, entry) in entries.enumerated() {
    let end = index + 1 < entries.count ? entries[index + 1].keyRange.start : nil
    let before = next
    while next < places.endIndex, end.map({ places[next] < $0 }) ?? true { next += 1 }
    if next > before || (isLone && entry.key == "id") {
      appendFacts(of: entry.value, called: entry.key, faults: places[before..<next], to: &facts)
    }
  }
  return facts
}

/// Appends a value, and each one inside of a mapping by itself; of a list of records, those that
/// were not understood, each by its number.
///
/// Nesting is limited by the reader of YAML. `faults`: where something was found, in order.
private func appendFacts(
  of node: YAMLNode, called key: String, faults: ArraySlice<SourcePosition> = [],
  to facts: inout [OtherFact]
) {
  switch node.value {
  case .mapping(let entries):
    for entry in entries { appendFacts(of: entry.value, called: "\(key).\(entry.key)", to: &facts) }
  case .sequence(let items) where items.contains(where: \.isMapping):
    let faulty = items.indices.filter { index in
      faults.contains { items[index].range.start <= $0 && $0 < items[index].range.end }
    }
    for index in faulty.isEmpty ? Array(items.indices) : faulty {
      appendFacts(of: items[index], called: "\(key).\(index + 1)", to: &facts)
    }
  case .scalar where node.isNull: return
  case .scalar: facts.append(OtherFact(key: key, value: line(of: node)))
  case .sequence(let items):
    facts.append(OtherFact(key: key, value: line(of: node), items: items.map(line)))
  }
}

extension YAMLNode {
  fileprivate var isMapping: Bool {
    if case .mapping = value { true } else { false }
  }
}

private func line(of node: YAMLNode) -> String {
  switch node.value {
  case .scalar(let scalar): scalar.text
  case .sequence(let items): items.map(line).joined(separator: ", ")
  case .mapping(let entries):
    entries.map { "\($0.key): \(line(of: $0.value))" }.joined(separator: ", ")
  }
}
