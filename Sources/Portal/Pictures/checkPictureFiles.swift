internal import Diagnostics

/// Checks the pictures themselves: one that can hold a program may hold none.
///
/// A page shows a picture without running anything in it, but whoever opens the file itself runs
/// it in the portal's name.
///
/// - Returns: an `unsafe-picture` for each that does.
func checkPictureFiles(of workspace: Workspace) -> [Diagnostic] {
  workspace.sources.compactMap { file in
    guard file.kind == .picture, let found = program(inPicture: file.bytes, named: file.path)
    else { return nil }
    let line = file.bytes[..<found.offset].count { $0 == 0x0A } + 1
    let start = file.bytes[..<found.offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return .unsafePicture(
      found.word, at: SourceRange(path: file.path, line: line, column: found.offset - start + 1))
  }
}

/// What a picture holds that a browser would run or fetch, in small letters, and where.
func program(inPicture svg: [UInt8], named name: String) -> (word: String, offset: Int)? {
  guard name.utf8.suffix(4).elementsEqual(".svg".utf8) else { return nil }
  let words = ["<script", "<foreignobject", "<iframe", "<!entity", "javascript:"].map {
    Array($0.utf8)
  }
  for offset in svg.indices {
    switch svg[offset] {
    case UInt8(ascii: "<"), UInt8(ascii: "j"), UInt8(ascii: "J"):
      for word in words where isWord(word, in: svg, at: offset) {
        return (String(decoding: word, as: UTF8.self), offset)
      }
    case UInt8(ascii: "o"), UInt8(ascii: "O"):
      if let name = handler(in: svg, at: offset) { return (name, offset) }
    default: continue
    }
  }
  return nil
}

private func isWord(_ word: [UInt8], in bytes: [UInt8], at offset: Int) -> Bool {
  offset + word.count <= bytes.count
    && word.indices.allSatisfy { bytes[offset + $0].asciiLowercased == word[$0] }
}

/// The name of an attribute such as `onload` that begins at `offset`.
private func handler(in svg: [UInt8], at offset: Int) -> String? {
  guard offset > 0, endsAttribute(svg[offset - 1]) else { return nil }
  var end = offset
  while end < svg.count, svg[end].isASCIILetter { end += 1 }
  let name = svg[offset..<end].map(\.asciiLowercased)
  guard name.count > 2, name.starts(with: "on".utf8) else { return nil }
  while end < svg.count, isSpace(svg[end]) { end += 1 }
  guard end < svg.count, svg[end] == UInt8(ascii: "=") else { return nil }
  return String(decoding: name, as: UTF8.self)
}

private func isSpace(_ byte: UInt8) -> Bool {
  [0x20, 0x09, 0x0A, 0x0C, 0x0D].contains(byte)
}

/// Whether an attribute can begin behind this byte: parsers of HTML ask for no space between two.
private func endsAttribute(_ byte: UInt8) -> Bool {
  isSpace(byte) || [UInt8(ascii: "/"), UInt8(ascii: "\""), UInt8(ascii: "'")].contains(byte)
}

extension Diagnostic.Code {
  static let unsafePicture = Self(rawValue: "unsafe-picture")
}

extension Diagnostic {
  fileprivate static func unsafePicture(_ word: String, at range: SourceRange) -> Self {
    Diagnostic(
      .unsafePicture, .error,
      "picture '\(range.path)' holds '\(word)'; a picture must hold no program", at: range,
      help: "save it without scripts and links, as 'plain SVG', or as PNG")
  }
}
