internal import Agreements
internal import Markup
internal import References

extension MarkComparison {
  /// Links, or pictures, that lead elsewhere, that are new, and that are gone.
  func links(_ kind: InlineMark.Kind) -> [MarkChange] {
    var pairs: [LinkPair] = []
    var known: Set<LinkPair> = []
    // Those that the other version has on one of their words, and those that references tell of.
    var (metOld, metNew): (Set<Int32>, Set<Int32>) = ([], [])
    for (before, after) in kept {
      guard oldMarks.isMarked(before) || newMarks.isMarked(after) else { continue }
      let pair = LinkPair(
        old: oldMarks.touches(before, kind).first?.mark,
        new: newMarks.touches(after, kind).first?.mark)
      guard pair.old != nil || pair.new != nil else { continue }
      let isTold = kind == .link && isToldAsReference(before, after)
      if isTold || (pair.old != nil && pair.new != nil) {
        if let mark = pair.old { metOld.insert(mark) }
        if let mark = pair.new { metNew.insert(mark) }
      }
      if !isTold, known.insert(pair).inserted { pairs.append(pair) }
    }
    return pairs.compactMap { pair in
      switch (pair.old, pair.new) {
      case (let before?, let after?):
        if oldMarks.address(of: before, in: old) == newMarks.address(of: after, in: new) {
          return nil
        }
        if isItsAddress(before, isOld: true), isItsAddress(after, isOld: false) { return nil }
      case (let before?, nil):
        if metOld.contains(before) || isItsAddress(before, isOld: true) { return nil }
      case (nil, let after?):
        if metNew.contains(after) || isItsAddress(after, isOld: false) { return nil }
      case (nil, nil): return nil
      }
      // Words that stand for a picture come and go with it.
      if kind == .picture, pair.old == nil || pair.new == nil { return nil }
      return .link(kind, old: pair.old, new: pair.new)
    }
  }

  private struct LinkPair: Hashable {
    var old: Int32?
    var new: Int32?
  }

  /// Whether a word is of a reference into the portal, whose targets are compared as places.
  private func isToldAsReference(_ before: Int32, _ after: Int32) -> Bool {
    let reference = old.reference(at: Int(before))
    guard reference >= 0, !old.references[reference].part.targets.isEmpty else { return false }
    return new.reference(at: Int(after)) >= 0 || endedReferences.contains(Int32(reference))
  }

  /// Whether a link's words are the address that it leads to: then the words tell.
  private func isItsAddress(_ mark: Int32, isOld: Bool) -> Bool {
    let (text, marks) = isOld ? (old, oldMarks) : (new, newMarks)
    let bytes = marks.marks[Int(mark)].bytes
    let address = LinkAddress(marks.address(of: mark, in: text))
    // Long texts of links are not read for nothing.
    guard bytes.count <= address.written.utf8.count + 2 else { return false }
    return LinkAddress(text.line(bytes)).core == address.core
  }
}

extension InlineMarks {
  /// Where a link or picture leads, as the author wrote it.
  func address(of mark: Int32, in text: ComparedText) -> String {
    let link = marks[Int(mark)].link
    guard link >= 0 else { return "" }
    return String(decoding: text.agreement.tree.links[Int(link)].destination, as: UTF8.self)
  }
}

/// An address that a link leads to.
struct LinkAddress: Sendable {
  let written: String

  init(_ written: String) { self.written = written }

  /// Without what changes nothing: whether the way there is encrypted, and a slash at the end.
  var core: Substring {
    var core = written[...]
    for scheme in ["https://", "http://", "mailto:", "tel:"] where core.hasPrefix(scheme) {
      core = core.dropFirst(scheme.utf8.count)
      break
    }
    if core.hasSuffix("/") { core = core.dropLast() }
    return core
  }

  /// As sentences show it: mail addresses and numbers as people write them, and of what is very
  /// long both ends.
  var words: String {
    var words = written
    for scheme in ["mailto:", "tel:"] where words.hasPrefix(scheme) {
      words = String(words.dropFirst(scheme.utf8.count))
    }
    let scalars = words.unicodeScalars
    guard scalars.count > Self.mostLetters else { return words }
    let half = Self.mostLetters / 2
    return String(scalars.prefix(half)) + "\u{2026}" + String(scalars.suffix(half))
  }

  private static let mostLetters = 200
}
