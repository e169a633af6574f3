internal import Agreements
internal import Markup

// What all parts of the clause markup are written with.

extension ClauseRenderer {
  mutating func write(_ text: String) { output += text.utf8 }

  mutating func writeEscaped(_ text: String) {
    appendEscapedHTML(text, to: &output)
  }

  /// ` id="…"`, and what stands behind it.
  mutating func writeID(_ anchor: String, then end: String = "\"") {
    write(" id=\"")
    writeEscaped(anchor)
    write(end)
  }

  /// The number of a place, a link to it; the anchor by its number stands on it where the place has
  /// a label.
  mutating func writeNumber(of provision: Provision) {
    write(ClauseLink.number)
    writeFragment(provision.anchor)
    write("\"")
    if !provision.pathAnchor.isEmpty { writeID(provision.pathAnchor) }
    write(">")
    writeEscaped(provision.designation)
    write("</a>")
  }

  /// A link without words, whose shape the style sheet draws and whose name is the legal path.
  mutating func writeEmptyLink(_ start: String, to anchor: String, at index: Int32) {
    write(start)
    writeFragment(anchor)
    write("\" aria-label=\"")
    scratch.removeAll(keepingCapacity: true)
    legalPaths.append(pathOf: Int(index), to: &scratch)
    appendEscapedHTML(scratch[...], to: &output)
    write("\"></a>")
  }

  mutating func writeEmptyLink(_ start: String, to anchor: String, label: String) {
    write(start)
    writeFragment(anchor)
    write("\" aria-label=\"")
    writeEscaped(label)
    write("\"></a>")
  }

  /// An anchor as a URL has it: see ``percentEncodedFragment(_:)``.
  mutating func writeFragment(_ anchor: String) {
    let start = output.count
    output += anchor.utf8
    // Letters, digits, dots and hyphens, which most anchors are made of, stand as they are.
    for place in start..<output.count where !isPlain(output[place]) {
      output.removeLast(output.count - start)
      writeEscaped(percentEncodedFragment(anchor))
      return
    }
  }
}

private func isPlain(_ byte: UInt8) -> Bool {
  byte >= 0x2D && byte < 0x80 && byte != UInt8(ascii: "<") && byte != UInt8(ascii: ">")
}

/// How links begin that the style sheet tells from each other: everything before the anchor.
enum ClauseLink {
  static let number = "<a class=\"number\" href=\"#"
  static let bullet = "<a class=\"bullet\" href=\"#"
  static let mark = "<a class=\"mark\" href=\"#"
  static let title = "<a class=\"title\" href=\"#"
}
