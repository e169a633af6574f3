internal import Agreements
internal import Markup

// What all parts of the clause markup are written with.

extension ClauseRenderer {
  mutating func write(_ text: String) { output += text.utf8 }

  mutating func writeEscaped(_ text: String) {
    appendEscapedHTML(text, to: &output)
  }

  /// ` id="…"`.
  mutating func writeID(_ anchor: String) {
    write(" id=\"")
    writeEscaped(anchor)
    write("\"")
  }

  /// A link to an anchor of the page; what follows goes into its tag.
  mutating func writeLinkStart(class name: String, to anchor: String) {
    write("<a class=\"")
    write(name)
    write("\" href=\"#")
    writeEscaped(percentEncodedFragment(anchor))
    write("\"")
  }

  mutating func writeLink(class name: String, to anchor: String, text: String) {
    writeLinkStart(class: name, to: anchor)
    write(">")
    writeEscaped(text)
    write("</a>")
  }

  /// A link without words, whose shape the style sheet draws and whose name is the legal path.
  mutating func writeEmptyLink(class name: String, to anchor: String, at index: Int32) {
    writeLinkStart(class: name, to: anchor)
    write(" aria-label=\"")
    scratch.removeAll(keepingCapacity: true)
    legalPaths.append(pathOf: Int(index), in: agreement, to: &scratch)
    appendEscapedHTML(scratch[...], to: &output)
    write("\"></a>")
  }

  mutating func writeEmptyLink(class name: String, to anchor: String, label: String) {
    writeLinkStart(class: name, to: anchor)
    write(" aria-label=\"")
    writeEscaped(label)
    write("\"></a>")
  }
}
