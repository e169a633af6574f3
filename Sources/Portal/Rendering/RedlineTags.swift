/// The tags that stand at every clause of a redline, as bytes: they are written thousands of times.
enum RedlineTags {
  /// What is deeper is set like this.
  static let mostDepth = 6

  /// By depth.
  static let unchangedClauses = (0...mostDepth).map {
    Array("<div class=\"clause\(depthClass($0))\">".utf8)
  }
  static let clauseEnd = Array("</div>\n".utf8)
  static let place = Array("<p class=\"place\" role=\"heading\" aria-level=\"3\">".utf8)
  static let heading = Array("<p class=\"heading\">".utf8)
  static let paragraph = Array("<p>".utf8)
  static let paragraphEnd = Array("</p>".utf8)
  static let link = Array("<a href=\"".utf8)
  static let linkTarget = Array("\">".utf8)
  static let linkEnd = Array("</a>".utf8)
  static let cells = Array("<dl class=\"cells\">".utf8)
  static let cellsEnd = Array("</dl>".utf8)
  static let cell = Array("<div><dt>".utf8)
  static let cellText = Array("</dt> <dd>".utf8)
  static let cellEnd = Array("</dd></div> ".utf8)
  static let heads = Array("<ul class=\"cells\">".utf8)
  static let headsEnd = Array("</ul>".utf8)
  static let head = Array("<li>".utf8)
  static let headEnd = Array("</li> ".utf8)

  static func depthClass(_ depth: Int) -> String { depth > 0 ? " depth-\(depth)" : "" }
}
