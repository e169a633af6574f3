/// How much what is found in a document counts beside others.
package enum DocumentRank: String, Sendable {
  /// A data processing agreement; a record, whose results stand by themselves.
  case main = "1"
  /// Any other text, which the agreement of the same number of a clause comes before.
  case text = ".97"
  /// The name of a version, which leads to its text.
  case versionName = ".7"
  case earlierVersion = ".5"
}

/// A part of the index as the script gets it: documents with the places in them that are found.
///
/// Shape: `annexSearch("pNUMBER",[[title,path,language,rank,[[place,anchor,duties,text,terms...],...]],...])`,
/// a script since pages opened from a folder may load nothing else.
package struct SearchPart: ~Copyable {
  package private(set) var bytes: [UInt8] = []
  private var hasDocument = false
  private var hasPlace = false

  package init(number: Int) {
    bytes += "annexSearch(\"p\(number)\",[".utf8
  }

  /// Begins a document; places that follow belong to it.
  ///
  /// `language`: that of its text, or empty where it is that of the page which it is found from.
  /// `rank`: how much what is found in it counts, as it stands in the script.
  package mutating func beginDocument(
    title: String, path: String, language: String = "", rank: DocumentRank = .main
  ) {
    if hasDocument { bytes += "]],\n".utf8 }
    hasDocument = true
    hasPlace = false
    bytes.append(UInt8(ascii: "["))
    appendString(title)
    bytes.append(UInt8(ascii: ","))
    appendString(path)
    bytes.append(UInt8(ascii: ","))
    appendString(language)
    bytes.append(UInt8(ascii: ","))
    bytes += rank.rawValue.utf8
    bytes += ",[".utf8
  }

  /// Adds a place: its legal path as bytes, its fragment, what it covers of a law, its text in
  /// pieces, the terms it defines.
  ///
  /// `headings`: how many of the pieces are its heading, behind which the line ends.
  package mutating func add(
    place: [UInt8], anchor: String, duties: String = "", text: [UInt8],
    pieces: ArraySlice<Range<Int>>, headings: Int = 0, terms: [String]
  ) {
    if hasPlace { bytes.append(UInt8(ascii: ",")) }
    hasPlace = true
    bytes += "[\"".utf8
    appendScriptText(place, place.indices, to: &bytes)
    bytes += "\",".utf8
    appendString(anchor)
    bytes.append(UInt8(ascii: ","))
    appendString(duties)
    bytes += ",\"".utf8
    for (number, piece) in pieces.enumerated() {
      if number > 0, number != headings { bytes.append(UInt8(ascii: " ")) }
      appendScriptText(text, piece, to: &bytes)
      if number == headings - 1 { bytes += "\\n".utf8 }
    }
    bytes.append(UInt8(ascii: "\""))
    for term in terms {
      bytes.append(UInt8(ascii: ","))
      appendString(term)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  package mutating func add(place: String, anchor: String, text: String) {
    let place = Array(place.utf8)
    let text = Array(text.utf8)
    add(place: place, anchor: anchor, text: text, pieces: [text.indices], terms: [])
  }

  package mutating func end() {
    bytes += hasDocument ? "]]])\n".utf8 : "])\n".utf8
  }

  private mutating func appendString(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    appendEscaped(text.utf8.span, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }
}

/// Appends text as it stands between the quotation marks of a string of JavaScript; line breaks and
/// other control characters are written as spaces.
func appendScriptText(_ text: [UInt8], _ range: Range<Int>, to output: inout [UInt8]) {
  let part = text.span.extracting(range)
  if isPlainScriptText(part) {
    output += text[range]
  } else {
    appendEscaped(part, to: &output)
  }
}

/// Whether text stands in a string of JavaScript as it is: most does, and is copied whole.
///
/// Goes on where it could stop: so the processor looks at sixteen bytes at a time.
private func isPlainScriptText(_ text: Span<UInt8>) -> Bool {
  var found: UInt8 = 0
  for index in text.indices {
    let byte = text[index]
    found |=
      (byte == UInt8(ascii: "\\") ? 1 : 0) | (byte == UInt8(ascii: "\"") ? 1 : 0)
      | (byte < 0x20 ? 1 : 0)
  }
  return found == 0
}

private func appendEscaped(_ text: Span<UInt8>, to output: inout [UInt8]) {
  // Twice the room, so that escapes never run out of it.
  output.append(addingCapacity: text.count * 2) { part in
    for index in text.indices {
      let byte = text[index]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        part.append(UInt8(ascii: "\\"))
      }
      part.append(byte < 0x20 ? 0x20 : byte)
    }
  }
}
