internal import Diagnostics

/// Writes what stands in a cell of HTML as the nodes that Markdown has for it.
///
/// Paragraphs and items of lists are lines, each item with the sign or the number that a browser
/// would show before it.
struct HTMLCellWriter {
  private let block: [UInt8]
  /// Elements that are open and have a node, outermost first.
  private var elements: [[UInt8]] = []
  private var lists: [List] = []
  /// What separates the next words from those before.
  private var needsBlank = false
  private var needsBreak = false
  private var marker: [UInt8] = []
  private var hasWords = false

  /// Elements inside each other, of which a text has two or three.
  private static let deepest = 16

  init(_ block: [UInt8]) { self.block = block }

  mutating func write(_ token: HTMLTokens.Token, to builder: inout MarkupTreeBuilder) {
    switch token.kind {
    case .comment: break
    case .text: write(HTMLEntities.decode(block[token.range]), to: &builder)
    case .start: start(token, in: &builder)
    case .end: end(token, in: &builder)
    }
  }

  /// Closes what the cell left open.
  mutating func end(in builder: inout MarkupTreeBuilder) {
    while elements.popLast() != nil { builder.close() }
  }
}

// MARK: - Words

extension HTMLCellWriter {
  private mutating func write(_ words: [UInt8], to builder: inout MarkupTreeBuilder) {
    var rest = words[...]
    while let first = rest.first {
      if first.isASCIIWhitespace {
        needsBlank = hasWords
        rest = rest.drop(while: \.isASCIIWhitespace)
      } else {
        writeSpace(to: &builder)
        let word = rest.prefix { !$0.isASCIIWhitespace }
        append(word, to: &builder)
        rest = rest[word.endIndex...]
      }
    }
  }

  private mutating func writeSpace(to builder: inout MarkupTreeBuilder) {
    if needsBreak {
      writeTag(Array("<br>".utf8), to: &builder)
    } else if needsBlank {
      append([UInt8(ascii: " ")], to: &builder)
    }
    (needsBreak, needsBlank) = (false, false)
    guard !marker.isEmpty else { return }
    // A node of its own, as it stands nowhere in the file.
    let start = builder.tree.text.count
    builder.tree.text += marker
    builder.leaf(.text, textStart: start)
    marker = []
    hasWords = true
  }

  private mutating func append(_ words: ArraySlice<UInt8>, to builder: inout MarkupTreeBuilder) {
    let start = builder.tree.text.count
    builder.tree.text += words
    builder.text(from: start)
    hasWords = true
  }

  private func writeTag(_ tag: [UInt8], to builder: inout MarkupTreeBuilder) {
    let start = builder.tree.text.count
    builder.tree.text += tag
    builder.htmlInline(from: start)
  }

  private mutating func startLine() {
    needsBreak = hasWords
    needsBlank = false
  }
}

// MARK: - Tags

extension HTMLCellWriter {
  private enum Role {
    case span(MarkupKind)
    case link
    /// What Markdown has no signs for, and texts keep as it is.
    case kept(MarkupElement)
    case line, list, item
    /// What changes no words.
    case frame
    case other
  }

  private static func role(of name: [UInt8]) -> Role {
    switch String(decoding: name, as: UTF8.self) {
    case "strong", "b": .span(.strong)
    case "em", "i": .span(.emphasis)
    case "s", "strike", "del": .span(.strikethrough)
    case "a": .link
    case "br", "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote": .line
    case "ul", "ol": .list
    case "li": .item
    case "span", "font", "code", "tt", "center", "label", "section": .frame
    default:
      MarkupElement.allCases.first { $0.name.description.utf8.elementsEqual(name) }
        .map { .kept($0) } ?? .other
    }
  }

  private mutating func start(_ tag: HTMLTokens.Token, in builder: inout MarkupTreeBuilder) {
    switch Self.role(of: tag.name) {
    case .span(let kind):
      guard elements.count < Self.deepest else { return }
      writeSpace(to: &builder)
      builder.open(kind, offset: builder.blockOffset)
      elements.append(tag.name)
    case .link:
      close(tag.name, in: &builder)
      guard let destination = tag.attribute("href", in: block), elements.count < Self.deepest
      else { return builder.addAnchor(ofTag: Array(block[tag.range])) }
      writeSpace(to: &builder)
      builder.openLink(.link, MarkupLink(destination: destination, title: []))
      elements.append(tag.name)
    case .kept(let element):
      writeSpace(to: &builder)
      writeTag(Array("<\(element.name)>".utf8), to: &builder)
    case .line: startLine()
    case .list:
      startLine()
      lists.append(List(tag, in: block))
    case .item:
      startLine()
      marker = lists.isEmpty ? List.bullet : lists[lists.count - 1].nextMarker()
    case .frame:
      builder.readSpan(Array(block[tag.range]), node: builder.tree.nodes.count - 1)
    case .other: writeOther(tag, to: &builder)
    }
  }

  private mutating func end(_ tag: HTMLTokens.Token, in builder: inout MarkupTreeBuilder) {
    switch Self.role(of: tag.name) {
    case .span, .link: close(tag.name, in: &builder)
    case .kept(let element): writeTag(Array("</\(element.name)>".utf8), to: &builder)
    case .line, .item: startLine()
    case .list:
      startLine()
      _ = lists.popLast()
    case .frame: break
    case .other: writeOther(tag, to: &builder)
    }
  }

  /// Closes an element, where it is open, and what was opened in it.
  private mutating func close(_ name: [UInt8], in builder: inout MarkupTreeBuilder) {
    guard elements.contains(name) else { return }
    while let last = elements.popLast() {
      builder.close()
      if last == name { return }
    }
  }

  /// Shows a tag as it was written, and reports it.
  private mutating func writeOther(
    _ tag: HTMLTokens.Token, to builder: inout MarkupTreeBuilder
  ) {
    writeSpace(to: &builder)
    writeTag(Array(block[tag.range]), to: &builder)
    hasWords = true
  }
}

// MARK: - Lists

extension HTMLCellWriter {
  /// A list in a cell.
  private struct List {
    /// How its items are numbered: `1`, `a`, `A`, `i` or `I`; `nil` for a sign.
    private var style: UInt8?
    private var next = 1

    static let bullet = Array("\u{2022} ".utf8)

    init(_ tag: HTMLTokens.Token, in block: [UInt8]) {
      guard tag.isNamed("ol") else { return }
      style = tag.attribute("type", in: block)?.first ?? UInt8(ascii: "1")
      let start = tag.attribute("start", in: block) ?? []
      next = Int(String(decoding: start, as: UTF8.self)) ?? 1
    }

    /// What a browser shows before the next item.
    mutating func nextMarker() -> [UInt8] {
      guard let style else { return Self.bullet }
      defer { next &+= 1 }
      return Array("\(Self.number(next, style)). ".utf8)
    }

    private static func number(_ number: Int, _ style: UInt8) -> String {
      switch style {
      case UInt8(ascii: "a") where (1...26).contains(number),
        UInt8(ascii: "A") where (1...26).contains(number):
        String(Unicode.Scalar(style + UInt8(number - 1)))
      case UInt8(ascii: "i"): roman(number) ?? "\(number)"
      case UInt8(ascii: "I"): roman(number)?.uppercased() ?? "\(number)"
      default: "\(number)"
      }
    }

    private static func roman(_ number: Int) -> String? {
      guard (1..<90).contains(number) else { return nil }
      let ones = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"]
      let tens = ["", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx"]
      return tens[number / 10] + ones[number % 10]
    }
  }
}
