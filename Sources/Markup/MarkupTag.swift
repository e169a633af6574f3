internal import Diagnostics

/// One piece of inline HTML as the parser hands it over.
enum MarkupTag: Equatable {
  case comment
  /// A `span`, whatever its attributes: the words in it are what counts.
  case span
  /// An `a` with a name and no address, which only marks a place.
  case anchor
  /// The end of an `a`.
  case endOfAnchor
  case start(MarkupElement)
  case end(MarkupElement)
  /// A start tag that closes itself, which means nothing for an element with content.
  case selfClosing(MarkupElement)
  /// Anything else: an element that is not kept, attributes, declarations, instructions.
  case other

  /// Reads `literal`, which starts at `<` and ends at `>`.
  init(_ literal: ArraySlice<UInt8>) {
    if literal.starts(with: "<!--".utf8) {
      self = .comment
      return
    }
    var rest = literal.dropFirst().dropLast()
    let isEnd = rest.first == UInt8(ascii: "/")
    if isEnd { rest = rest.dropFirst() }
    if Self.isSpan(rest) {
      self = .span
      return
    }
    if isEnd, rest.elementsEqual("a".utf8) {
      self = .endOfAnchor
      return
    }
    if !isEnd, Self.isAnchor(rest) {
      self = .anchor
      return
    }
    while let last = rest.last, last.isASCIIWhitespace { rest = rest.dropLast() }
    let isSelfClosing = !isEnd && rest.last == UInt8(ascii: "/")
    if isSelfClosing { rest = rest.dropLast() }
    while let last = rest.last, last.isASCIIWhitespace { rest = rest.dropLast() }

    guard let element = Self.element(named: rest) else {
      self = .other
      return
    }
    self = isEnd ? .end(element) : isSelfClosing ? .selfClosing(element) : .start(element)
  }

  private static func isSpan(_ tag: ArraySlice<UInt8>) -> Bool {
    guard tag.prefix(4).map({ $0 | 0x20 }).elementsEqual("span".utf8) else { return false }
    return tag.dropFirst(4).first.map(\.isASCIIWhitespace) ?? true
  }

  /// Whether a tag is `a name="..."` or `a id="..."`, and nothing else.
  private static func isAnchor(_ tag: ArraySlice<UInt8>) -> Bool {
    guard tag.first == UInt8(ascii: "a"), tag.dropFirst().first?.isASCIIWhitespace == true else {
      return false
    }
    let attribute = tag.dropFirst().drop(while: \.isASCIIWhitespace)
    for name in ["name=", "id="] where attribute.starts(with: name.utf8) {
      var value = attribute.dropFirst(name.utf8.count)
      if let quote = value.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
        value = value.dropFirst().drop { $0 != quote }.dropFirst()
      } else {
        value = value.drop { !$0.isASCIIWhitespace && $0 != UInt8(ascii: "/") }
      }
      return value.allSatisfy { $0.isASCIIWhitespace || $0 == UInt8(ascii: "/") }
    }
    return false
  }

  private static func element(named name: ArraySlice<UInt8>) -> MarkupElement? {
    guard (1...6).contains(name.count) else { return nil }
    return MarkupElement.allCases.first { element in
      let expected = element.name
      guard expected.utf8CodeUnitCount == name.count else { return false }
      return expected.description.utf8.elementsEqual(name.lazy.map { $0 | 0x20 })
    }
  }
}
