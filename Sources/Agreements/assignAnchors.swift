package import Diagnostics

/// Gives every provision the fragment of its address: its label, else its path in letters that
/// need no escaping in a URL.
///
/// The number of a place is part of its address only where the author gave it no label: a label
/// survives renumbering. Labels go first, so that no path takes one.
///
/// - Returns: one `duplicate-label` for each label that is given twice.
/// - Complexity: O(provisions), and the depth of those under a label.
func assignAnchors(
  to provisions: inout [Provision], range: (Provision) -> SourceRange
) -> [Diagnostic] {
  var diagnostics: [Diagnostic] = []
  var owners: [String: Int] = [:]
  owners.reserveCapacity(provisions.count)
  for index in provisions.indices where !provisions[index].label.isEmpty {
    let label = provisions[index].label
    if let first = owners[label] {
      diagnostics.append(
        .duplicateLabel(
          label, at: range(provisions[index]), first: range(provisions[first])))
      provisions[index].label = ""
    } else {
      owners[label] = index
      provisions[index].anchor = label
    }
  }
  // Many titles can come to one slug; each goes on counting where the one before it stopped.
  var lastCounts: [String: Int] = [:]
  for index in provisions.indices where provisions[index].label.isEmpty {
    let own = slug(provisions[index].part)
    let parent = provisions[index].pathParent
    // Built on the path of the parent, not on its label: the parts stay those of a citation.
    let prefix = parent == Provision.none ? "" : pathSlug(of: parent, in: provisions)
    let path = prefix.isEmpty ? own : "\(prefix)-\(own)"
    let base = path.isEmpty ? "place" : path
    var anchor = base
    while owners[anchor] != nil {
      let count = (lastCounts[base] ?? 1) + 1
      lastCounts[base] = count
      anchor = "\(base)-\(count)"
    }
    owners[anchor] = index
    provisions[index].anchor = anchor
  }
  for index in provisions.indices where !provisions[index].secondDesignation.isEmpty {
    let anchor = slug(provisions[index].secondDesignation)
    if !anchor.isEmpty, owners[anchor] == nil {
      owners[anchor] = index
      provisions[index].secondAnchor = anchor
    }
  }
  return diagnostics
}

private func pathSlug(of index: Int32, in provisions: [Provision]) -> String {
  let provision = provisions[Int(index)]
  guard !provision.label.isEmpty else { return provision.anchor }
  let own = slug(provision.part)
  guard provision.pathParent != Provision.none else { return own }
  return pathSlug(of: provision.pathParent, in: provisions) + "-" + own
}

/// `text` in lower case with everything but letters, digits and inner dots made a hyphen.
///
/// German umlauts and the accents of Latin-1 are spelled out, other letters stay: an address in
/// Greek is better than one without words. At most 60 bytes, cut at a hyphen where there is one.
package func slug(_ text: String) -> String {
  var bytes: [UInt8] = []
  for scalar in text.unicodeScalars {
    switch scalar {
    case "a"..."z", "0"..."9": bytes.append(UInt8(truncatingIfNeeded: scalar.value))
    case "A"..."Z": bytes.append(UInt8(truncatingIfNeeded: scalar.value) | 0x20)
    case "." where bytes.last.map { ClauseMarker.isDigit($0) } ?? false:
      bytes.append(UInt8(ascii: "."))
    case "\u{A7}": continue
    default:
      if let spelled = spelledOut[scalar] {
        bytes += spelled.utf8
      } else if scalar.properties.isAlphabetic {
        bytes += String(scalar).lowercased().utf8
      } else if !bytes.isEmpty, bytes.last != UInt8(ascii: "-") {
        if bytes.last == UInt8(ascii: ".") { bytes.removeLast() }
        bytes.append(UInt8(ascii: "-"))
      }
    }
  }
  if bytes.count > 60 {
    var cut = bytes.prefix(60).lastIndex(of: UInt8(ascii: "-")) ?? 60
    while cut > 0, bytes[cut] & 0xC0 == 0x80 { cut -= 1 }
    bytes.removeSubrange(cut...)
  }
  while bytes.last == UInt8(ascii: "-") || bytes.last == UInt8(ascii: ".") { bytes.removeLast() }
  return String(decoding: bytes, as: UTF8.self)
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
