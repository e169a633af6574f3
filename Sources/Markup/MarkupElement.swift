/// An HTML element that may stand in a source: it changes how words look, and can do nothing else.
///
/// Raw values are what ``MarkupNode/value`` of a ``MarkupKind/htmlInline`` holds.
///
/// Source: docs/markdown.md, section "HTML".
package enum MarkupElement: Int32, CaseIterable, Sendable {
  case abbr = 1
  case b, br, cite, del, em, i, ins, kbd, mark, q, s, small, strong, sub, sup, u, wbr
  /// In cells of tables only, where Markdown has no paragraphs.
  case p

  package var name: StaticString {
    switch self {
    case .abbr: "abbr"
    case .b: "b"
    case .br: "br"
    case .cite: "cite"
    case .del: "del"
    case .em: "em"
    case .i: "i"
    case .ins: "ins"
    case .kbd: "kbd"
    case .mark: "mark"
    case .p: "p"
    case .q: "q"
    case .s: "s"
    case .small: "small"
    case .strong: "strong"
    case .sub: "sub"
    case .sup: "sup"
    case .u: "u"
    case .wbr: "wbr"
    }
  }

  /// Whether the element has no end tag.
  var isVoid: Bool { self == .br || self == .wbr }
}
