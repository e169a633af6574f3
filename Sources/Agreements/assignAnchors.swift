package import Diagnostics

/// Gives every provision the fragment of its address: its label, else its path in letters that
/// need no escaping in a URL.
///
/// The number of a place is part of its address only where the author gave it no label: a label
/// survives renumbering. Labels go first, so that no path takes one. A numbered place with a label
/// keeps the address by its number beside it, where no other place has that.
///
/// - Returns: one `duplicate-label` for each label that is given twice.
/// - Complexity: O(provisions) on average, and the depth of those under a label.
func assignAnchors(
  to provisions: inout [Provision], range: (Provision) -> SourceRange
) -> [Diagnostic] {
  var owners = AnchorOwners(capacity: provisions.count)
  let diagnostics = owners.takeLabels(of: &provisions, range: range)
  owners.takePaths(of: &provisions)
  owners.takeSecondDesignations(of: &provisions)
  owners.takePathsBesideLabels(of: &provisions)
  return diagnostics
}

/// Which provision has an anchor.
private struct AnchorOwners {
  private var table: IndexTable

  init(capacity: Int) { table = IndexTable(capacity: capacity) }

  mutating func takeLabels(
    of provisions: inout [Provision], range: (Provision) -> SourceRange
  ) -> [Diagnostic] {
    var diagnostics = DiagnosticList()
    for index in provisions.indices where !provisions[index].label.isEmpty {
      let label = provisions[index].label
      if let first = find(Array(label.utf8), in: provisions) {
        diagnostics.append(
          .duplicateLabel, .error,
          .duplicateLabel(
            label, at: range(provisions[index]), first: range(provisions[first])))
        provisions[index].label = ""
      } else {
        provisions[index].anchor = label
        add(Array(label.utf8), of: index)
      }
    }
    return diagnostics.diagnostics
  }

  mutating func takePaths(of provisions: inout [Provision]) {
    var anchor: [UInt8] = []
    // Many titles can come to one slug; each goes on counting where the one before it stopped.
    var counts: [[UInt8]: Int] = [:]
    for index in provisions.indices where provisions[index].label.isEmpty {
      anchor.removeAll(keepingCapacity: true)
      let parent = provisions[index].pathParent
      // Built on the path of the parent, not on its label: the parts stay those of a citation.
      if parent != Provision.none {
        appendPathSlug(of: parent, in: provisions, to: &anchor)
        if !anchor.isEmpty { anchor.append(UInt8(ascii: "-")) }
      }
      appendSlug(of: provisions[index].part, to: &anchor)
      if anchor.isEmpty { anchor += "place".utf8 }
      if find(anchor, in: provisions) != nil {
        let base = anchor
        var count = counts[base] ?? 1
        repeat {
          count += 1
          anchor = base
          anchor += "-\(count)".utf8
        } while find(anchor, in: provisions) != nil
        counts[base] = count
      }
      provisions[index].anchor = String(decoding: anchor, as: UTF8.self)
      add(anchor, of: index)
    }
  }

  mutating func takeSecondDesignations(of provisions: inout [Provision]) {
    var anchor: [UInt8] = []
    for index in provisions.indices where !provisions[index].secondDesignation.isEmpty {
      anchor.removeAll(keepingCapacity: true)
      appendSlug(of: provisions[index].secondDesignation, to: &anchor)
      if !anchor.isEmpty, find(anchor, in: provisions) == nil {
        provisions[index].secondAnchor = String(decoding: anchor, as: UTF8.self)
        add(anchor, of: index)
      }
    }
  }

  mutating func takePathsBesideLabels(of provisions: inout [Provision]) {
    var anchor: [UInt8] = []
    for index in provisions.indices
    where !provisions[index].label.isEmpty && !provisions[index].designation.isEmpty {
      anchor.removeAll(keepingCapacity: true)
      appendPathSlug(of: Int32(index), in: provisions, to: &anchor)
      if !anchor.isEmpty, find(anchor, in: provisions) == nil {
        provisions[index].pathAnchor = String(decoding: anchor, as: UTF8.self)
        add(anchor, of: index)
      }
    }
  }

  private func find(_ anchor: [UInt8], in provisions: [Provision]) -> Int? {
    let found = table.find(hash(of: anchor)) { index in
      let owner = Int(index)
      return provisions[owner].anchor.utf8.elementsEqual(anchor)
        || provisions[owner].secondAnchor.utf8.elementsEqual(anchor)
        || provisions[owner].pathAnchor.utf8.elementsEqual(anchor)
    }
    return found.map(Int.init)
  }

  private mutating func add(_ anchor: [UInt8], of provision: Int) {
    table.add(Int32(provision), hash(of: anchor))
  }

  private func hash(of anchor: [UInt8]) -> NameHash {
    var hash = NameHash()
    hash.add(anchor)
    return hash
  }
}

/// Appends the anchor of a place as it would be without any label.
private func appendPathSlug(
  of index: Int32, in provisions: [Provision], to output: inout [UInt8]
) {
  guard !provisions[Int(index)].label.isEmpty else {
    output += provisions[Int(index)].anchor.utf8
    return
  }
  let parent = provisions[Int(index)].pathParent
  if parent != Provision.none {
    appendPathSlug(of: parent, in: provisions, to: &output)
    output.append(UInt8(ascii: "-"))
  }
  appendSlug(of: provisions[Int(index)].part, to: &output)
}

/// `text` in lower case with everything but letters, digits and inner dots made a hyphen.
///
/// German umlauts and the accents of Latin-1 are spelled out, other letters stay: an address in
/// Greek is better than one without words. At most 60 bytes, cut at a hyphen where there is one.
package func slug(_ text: String) -> String {
  var bytes: [UInt8] = []
  appendSlug(of: text, to: &bytes)
  return String(decoding: bytes, as: UTF8.self)
}

/// Appends what ``slug(_:)`` makes of `text`.
private func appendSlug(of text: String, to output: inout [UInt8]) {
  let start = output.count
  if text.utf8.allSatisfy({ $0 < 0x80 }) {
    for byte in text.utf8 { appendSlug(ofASCII: byte, to: &output, since: start) }
  } else {
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        appendSlug(ofASCII: UInt8(scalar.value), to: &output, since: start)
      } else if scalar == "\u{A7}" {
        continue
      } else if let spelled = spelledOut[scalar] {
        output += spelled.utf8
      } else if scalar.properties.isAlphabetic {
        output += String(scalar).lowercased().utf8
      } else {
        appendHyphen(to: &output, since: start)
      }
    }
  }
  if output.count - start > 60 {
    var cut = output[start..<(start + 60)].lastIndex(of: UInt8(ascii: "-")) ?? start + 60
    while cut > start, output[cut] & 0xC0 == 0x80 { cut -= 1 }
    output.removeSubrange(cut...)
  }
  while output.count > start,
    output.last == UInt8(ascii: "-") || output.last == UInt8(ascii: ".")
  {
    output.removeLast()
  }
}

private func appendSlug(ofASCII byte: UInt8, to output: inout [UInt8], since start: Int) {
  if byte.isASCIILetter {
    output.append(byte | 0x20)
  } else if byte.isASCIIDigit {
    output.append(byte)
  } else if byte == UInt8(ascii: "."), output.count > start,
    let last = output.last, last.isASCIIDigit
  {
    output.append(byte)
  } else {
    appendHyphen(to: &output, since: start)
  }
}

/// Appends a hyphen between two words, in the place of a dot that ends the first.
private func appendHyphen(to output: inout [UInt8], since start: Int) {
  guard output.count > start, let last = output.last, last != UInt8(ascii: "-") else { return }
  if last == UInt8(ascii: ".") { output.removeLast() }
  output.append(UInt8(ascii: "-"))
}

private let spelledOut: [Unicode.Scalar: String] = [
  "ä": "ae", "ö": "oe", "ü": "ue", "Ä": "ae", "Ö": "oe", "Ü": "ue", "ß": "ss", "ẞ": "ss",
  "à": "a", "á": "a", "â": "a", "ã": "a", "å": "a", "À": "a", "Á": "a", "Â": "a", "Ã": "a",
  "Å": "a", "æ": "ae", "Æ": "ae", "ç": "c", "Ç": "c", "è": "e", "é": "e", "ê": "e", "ë": "e",
  "È": "e", "É": "e", "Ê": "e", "Ë": "e", "ì": "i", "í": "i", "î": "i", "ï": "i", "ñ": "n",
  "Ñ": "n", "ò": "o", "ó": "o", "ô": "o", "õ": "o", "ø": "o", "Ø": "o", "œ": "oe", "ù": "u",
  "ú": "u", "û": "u", "ý": "y", "ÿ": "y", "ł": "l", "Ł": "l", "š": "s", "Š": "s", "ž": "z",
  "Ž": "z", "č": "c", "Č": "c", "ě": "e", "ř": "r", "ů": "u", "ą": "a", "ę": "e", "ń": "n",
  "ś": "s", "ź": "z", "ż": "z", "ć": "c", "ő": "o", "ű": "u",
]

extension Diagnostic.Code {
  package static let duplicateLabel = Self(rawValue: "duplicate-label")
}

extension Diagnostic {
  fileprivate static func duplicateLabel(
    _ label: String, at range: SourceRange, first: SourceRange
  ) -> Self {
    Diagnostic(
      .duplicateLabel, .error, "label '\(label)' is taken; a label names one place of an agreement",
      at: range, notes: [Note("first given here", at: first)],
      help: "give one of the two places another label, such as '{#\(label)-2}'")
  }
}
