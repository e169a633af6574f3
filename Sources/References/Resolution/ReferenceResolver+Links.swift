internal import Agreements
package import Diagnostics
internal import Frontmatter
internal import Markup

extension ReferenceResolver {
  /// Resolves the links that the author made: `#audits`, `#7(2)`, `toms#2.1`, `Annex 2`.
  ///
  /// Links to other places of the web are left alone.
  mutating func resolveLinks() {
    let tree = reading.agreement.tree
    let anchors = Dictionary(
      tree.anchors.map { (String(decoding: $0.name, as: UTF8.self), $0.text) },
      uniquingKeysWith: { first, _ in first })
    for node in tree.nodes where node.kind == .link {
      guard let passage = reading.places.passage(holding: node.textStart) else { continue }
      let destination = tree.links[Int(node.value)].destination
      let text = node.textStart..<node.textEnd
      guard let (target, place) = target(of: destination, at: text) else { continue }
      var part = ResolvedReference.Part(textRange: text)
      if place.isEmpty {
        part.status = .resolved
        part.targets = [ReferenceTarget(agreement: Int32(target), provision: Provision.none)]
      } else if let found = find(place, in: target)
        ?? (target == number ? anchors[place].flatMap(placeOfAnchor) : nil)
      {
        part.status = .resolved
        part.targets = [ReferenceTarget(agreement: Int32(target), provision: found)]
      } else if diagnostics.hasRoom(for: .unknownReference, .error) {
        diagnostics.append(unknownLink(place, in: target, at: text))
      }
      resolved.references.append(
        ResolvedReference(
          kind: .link, textRange: text, provision: reading.passages[passage].provision,
          parts: [part]))
    }
  }

  /// The agreement and the place that a destination names; `nil` where it leads elsewhere, or
  /// nowhere, which is reported.
  private mutating func target(
    of destination: [UInt8], at text: Range<Int32>
  ) -> (target: Int, place: String)? {
    switch LinkDestination(destination) {
    case .elsewhere: return nil
    case .place(let place): return (number, place)
    case .rooted:
      if diagnostics.hasRoom(for: .unsafeLink, .error) {
        diagnostics.append(.rootedLink(destination, at: range(text)))
      }
      return nil
    case .agreement(let document, let place):
      let id = LinkDestination.id(of: document)
      if let target = workspace.index(of: id) { return (target, place) }
      // `Annex 2`, `7(2)`: a path without a name.
      let isPath =
        place.isEmpty && !document.hasSuffix(".md") && document.contains(where: \.isNumber)
      if isPath, find(document, in: number) != nil { return (number, document) }
      guard workspace.isComplete || isPath, !workspace.doubtfulIDs.contains(id),
        diagnostics.hasRoom(for: .unknownReference, .error)
      else { return nil }
      if let audience = workspace.unpublished[id] {
        diagnostics.append(.unpublishedDocument(id, audience: audience, at: range(text)))
        return nil
      }
      let near = workspace.names.nearMiss(for: id)
      if isPath, near == nil { return (number, document) }
      diagnostics.append(.unknownDocument(document, near: near, at: range(text)))
      return nil
    }
  }

  /// The place that an anchor of the author stands in.
  private func placeOfAnchor(_ text: Int32) -> Int32? {
    let provision = reading.places.passage(atOrAfter: text).map { reading.passages[$0].provision }
    return provision == Provision.none ? nil : provision
  }

  private func find(_ place: String, in target: Int) -> Int32? {
    let index = workspace.readings[target].index
    return index.place(anchor: place) ?? index.place(writtenAs: place) ?? index.place(slug: place)
  }

  private func unknownLink(
    _ place: String, in target: Int, at text: Range<Int32>
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

extension Diagnostic {
  /// A link to an agreement that has no page.
  fileprivate static func unpublishedDocument(
    _ id: String, audience: Audience, at range: SourceRange
  ) -> Self {
    Diagnostic(
      .unknownReference, .error,
      "agreement '\(id)' has no page, as its audience is '\(audience.rawValue)', not the public",
      at: range, help: "name it in words, or write audience: public into it")
  }

  package static func unknownDocument(
    _ document: String, near: String?, at range: SourceRange
  ) -> Self {
    let isRecord = ["sub-processors/", "measures/"].contains { document.contains($0) }
    let help =
      near.map { "replace '\(document)' with '\($0)'" }
      ?? (isRecord
        ? "name it in words, or link to the whole address of its page; links lead to agreements only"
        : "link to the id of an agreement, or to a whole address, such as 'https://example.com'")
    return Diagnostic(
      .unknownReference, .error, "'\(document)' is no agreement of the portal", at: range,
      help: help)
  }

  package static func rootedLink(_ destination: [UInt8], at range: SourceRange) -> Self {
    let text = String(decoding: destination.prefix(120), as: UTF8.self)
    let host = text.drop { $0 == "/" || $0 == "\\" }
    let hasHost = text.utf8.count - host.utf8.count > 1
    return Diagnostic(
      .unsafeLink, .error,
      "destination '\(text)' is incomplete; where it leads depends on the place of the portal",
      at: range,
      help: hasHost
        ? "write 'https://\(host)'"
        : "write the whole address, such as 'https://example.com/\(host)'")
  }
}
