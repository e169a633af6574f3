/// Where a place stands in an agreement, as a lawyer would cite it: `9(1)(a)`.
///
/// Shape: parts outermost first, never empty for a real place; numbers as printed without a closing
/// dot, markers with theirs.
package struct LegalPath: Hashable, Sendable {
  package var parts: [String]

  package init(_ parts: [String]) { self.parts = parts }

  /// The written form: markers follow a number or marker closely, all else after ` / `.
  ///
  /// `["7", "c.", "a."]` is `7.c.a`, `["9", "(1)", "a)"]` is `9(1)(a)`, and
  /// `["Annex 2", "Access control (2)", "d."]` is `Annex 2 / Access control (2) / d`.
  package var written: String {
    var text = ""
    var canBeFollowedClosely = false
    for (index, part) in parts.enumerated() {
      let form = PartForm(part)
      if index == 0 {
        text = form.withoutDot
      } else if canBeFollowedClosely, let suffix = form.closeSuffix {
        text += suffix
      } else {
        text += " / " + form.withoutDot
      }
      canBeFollowedClosely = form.isNumberOrMarker
    }
    return text
  }
}

/// How one part of a path is joined to the one before it.
private struct PartForm {
  let withoutDot: String
  /// What follows a number directly: `.a`, `(1)`; `nil` for parts that stand apart.
  let closeSuffix: String?
  let isNumberOrMarker: Bool

  init(_ part: String) {
    let bytes = Array(part.utf8)
    if let marker = ClauseMarker(parsing: bytes[...], allowsBareEnd: true),
      marker.length == bytes.count
    {
      let body = marker.body
      switch marker.style {
      case .dotted:
        withoutDot = body
        closeSuffix = ".\(body)"
      case .closed:
        withoutDot = "(\(body))"
        closeSuffix = "(\(body))"
      case .enclosed:
        withoutDot = part
        closeSuffix = part
      case .decimal:
        withoutDot = body
        closeSuffix = nil
      }
      isNumberOrMarker = true
    } else {
      withoutDot = part
      closeSuffix = nil
      isNumberOrMarker = Self.isNumber(part)
    }
  }

  /// Whether the part is a section's number (`7`, `2.1`, `§ 9`, `Clause 8`) and not a title.
  private static func isNumber(_ part: String) -> Bool {
    guard let label = HeadingLabel(parsing: Array(part.utf8)) else { return false }
    return label.title.isEmpty && !label.isAnnex
  }
}
