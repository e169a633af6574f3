/// A part of the index as the script gets it: documents with the places in them that are found.
///
/// Shape: `annexSearch(NUMBER,[[title,path,language,[[place,anchor,text,terms...],...]],...])`, a
/// script since pages opened from a folder may load nothing else.
package struct SearchPart: ~Copyable {
  package private(set) var bytes: [UInt8] = []
  private var hasDocument = false
  private var hasPlace = false

  package init(number: Int) {
    bytes += "annexSearch(\(number),[".utf8
  }

  /// Begins a document; places that follow belong to it.
  ///
  /// `language`: that of its text, or empty where it is that of the page which it is found from.
  package mutating func beginDocument(title: String, path: String, language: String = "") {
    if hasDocument { bytes += "]],\n".utf8 }
    hasDocument = true
    hasPlace = false
    bytes.append(UInt8(ascii: "["))
    appendString(title)
    bytes.append(UInt8(ascii: ","))
    appendString(path)
    bytes.append(UInt8(ascii: ","))
    appendString(language)
    bytes += ",[".utf8
  }

  /// Adds a place: its legal path as bytes, its fragment, its text in pieces, the terms it defines.
  package mutating func add(
    place: [UInt8], anchor: String, text: [UInt8], pieces: ArraySlice<Range<Int>>,
    terms: [String]
  ) {
    if hasPlace { bytes.append(UInt8(ascii: ",")) }
    hasPlace = true
    bytes += "[\"".utf8
    appendScriptText(place, place.indices, to: &bytes)
    bytes += "\",".utf8
    appendString(anchor)
    bytes += ",\"".utf8
    for piece in pieces {
      if piece != pieces.first { bytes.append(UInt8(ascii: " ")) }
      appendScriptText(text, piece, to: &bytes)
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
