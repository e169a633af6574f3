internal import Agreements
internal import Diagnostics
internal import Markup

extension ReferenceResolver {
  /// Resolves the links that the author made: `#audits`, `#7(2)`, `toms#2.1`, `Annex 2`.
  ///
  /// Links to other places of the web are left alone.
  mutating func resolveLinks() {
    let tree = reading.agreement.tree
    var paths: [Int: [String: Int32]] = [:]
    for node in tree.nodes where node.kind == .link {
      guard let passage = reading.places.passage(holding: node.textStart) else { continue }
      let destination = Self.decoded(tree.links[Int(node.value)].destination)
      guard let (target, place) = split(destination) else { continue }
      let text = node.textStart..<node.textEnd
      var part = ResolvedReference.Part(textRange: text)
      if place.isEmpty {
        part.status = .resolved
        part.targets = [ReferenceTarget(agreement: Int32(target), provision: Provision.none)]
      } else if let found = find(place, in: target, paths: &paths) {
        part.status = .resolved
        part.targets = [ReferenceTarget(agreement: Int32(target), provision: found)]
      } else {
        diagnostics.append(unknownLink(destination, place, in: target, at: text))
      }
      resolved.references.append(
        ResolvedReference(
          kind: .link, textRange: text, provision: reading.passages[passage].provision,
          parts: [part]))
    }
  }

  /// The agreement and the place that a destination names; `nil` where it leads elsewhere.
  private func split(_ destination: String) -> (target: Int, place: String)? {
    if let hash = destination.firstIndex(of: "#") {
      let document = String(destination[..<hash])
      let place = String(destination[destination.index(after: hash)...])
      if document.isEmpty { return (number, place) }
      guard let target = agreement(named: document) else { return nil }
      return (target, place)
    }
    if let target = agreement(named: destination) { return (target, "") }
    // `Annex 2`, `7(2)`: a path without a name; anything with a slash or scheme is an address.
    guard !destination.isEmpty, !destination.contains("/"), !destination.contains(":"),
      !destination.contains("?"), destination.contains(where: \.isNumber),
      !hasFileEnding(destination)
    else { return nil }
    return (number, destination)
  }

  private func agreement(named name: String) -> Int? {
    var name = name[...]
    if name.hasSuffix(".md") { name = name.dropLast(3) }
    if let slash = name.lastIndex(of: "/") { name = name[name.index(after: slash)...] }
    return workspace.index(of: String(name))
  }

  private func hasFileEnding(_ destination: String) -> Bool {
    guard let point = destination.lastIndex(of: ".") else { return false }
    let ending = destination[destination.index(after: point)...]
    return (2...5).contains(ending.count) && ending.allSatisfy(\.isLetter)
  }

  private func find(
    _ place: String, in target: Int, paths: inout [Int: [String: Int32]]
  ) -> Int32? {
    let index = workspace.readings[target].index
    if let found = index.place(anchor: place) { return found }
    if paths[target] == nil { paths[target] = Self.writtenPaths(of: index.agreement) }
    return paths[target]?[Self.key(place)]
  }

  /// All legal paths as written, without spaces; made only where a link needs it.
  private static func writtenPaths(of agreement: Agreement) -> [String: Int32] {
    var paths: [String: Int32] = [:]
    for index in agreement.provisions.indices {
      let key = key(agreement.legalPath(of: index).written)
      if paths[key] == nil { paths[key] = Int32(index) }
    }
    return paths
  }

  private static func key(_ path: String) -> String {
    path.lowercased().filter { !$0.isWhitespace && $0 != "§" }
  }

  /// `%20` and its like as the bytes that they stand for.
  private static func decoded(_ destination: [UInt8]) -> String {
    var bytes: [UInt8] = []
    var index = 0
    while index < destination.count {
      if destination[index] == UInt8(ascii: "%"), index + 2 < destination.count,
        let high = hexDigit(destination[index + 1]), let low = hexDigit(destination[index + 2])
      {
        bytes.append(high << 4 | low)
        index += 3
      } else {
        bytes.append(destination[index])
        index += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46, 0x61...0x66: (byte | 0x20) - 0x61 + 10
    default: nil
    }
  }

  private func unknownLink(
    _ destination: String, _ place: String, in target: Int, at text: Range<Int32>
  ) -> Diagnostic {
    let agreement = workspace.readings[target].agreement
    let labels = workspace.readings[target].index.examples.labels
    let help = replacementHelp(for: place, among: labels, noun: "labels")
    return Diagnostic(
      .unknownReference, .error,
      "'\(place)' is no place of agreement '\(agreement.id)'", at: range(text),
      help: help ?? "link to a label, such as '#audits', or to a legal path, such as '#7(2)'")
  }
}
