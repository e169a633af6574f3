/// A part of the index as the script gets it: documents with the places in them that are found.
///
/// Shape: `annexSearch(NUMBER,[[title,path,language,[[place,anchor,text,terms...],...]],...])`, a script since
/// pages opened from a folder may load nothing else.
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
    place: Span<UInt8>, anchor: String, text: Span<UInt8>, pieces: ArraySlice<Range<Int>>,
    terms: [String]
  ) {
    if hasPlace { bytes.append(UInt8(ascii: ",")) }
    hasPlace = true
    bytes += "[\"".utf8
    appendEscaped(place, 0..<place.count)
    bytes += "\",".utf8
    appendString(anchor)
    bytes += ",\"".utf8
    for piece in pieces {
      if piece != pieces.first { bytes.append(UInt8(ascii: " ")) }
      appendEscaped(text, piece)
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
    add(place: place.span, anchor: anchor, text: text.span, pieces: [0..<text.count], terms: [])
  }

  package mutating func end() {
    bytes += hasDocument ? "]]])\n".utf8 : "])\n".utf8
  }

  private mutating func appendString(_ text: String) {
    let text = text.utf8.span
    bytes.append(UInt8(ascii: "\""))
    appendEscaped(text, 0..<text.count)
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func appendEscaped(_ text: Span<UInt8>, _ range: Range<Int>) {
    appendScriptText(text, range, to: &bytes)
  }
}

/// Appends text as it stands between the quotation marks of a string of JavaScript; line breaks and
/// other control characters are written as spaces.
func appendScriptText(_ text: Span<UInt8>, _ range: Range<Int>, to output: inout [UInt8]) {
  // Twice the room, so that escapes never run out of it.
  output.append(addingCapacity: range.count * 2) { part in
    for index in range {
      let byte = text[index]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        part.append(UInt8(ascii: "\\"))
      }
      part.append(byte < 0x20 ? 0x20 : byte)
    }
  }
}
