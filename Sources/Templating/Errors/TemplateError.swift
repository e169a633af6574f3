/// Why a template could not be compiled or rendered, with all that is known about the place.
package struct TemplateError: Error, Sendable, Hashable {
  /// What went wrong, by its nature.
  package enum Kind: String, Sendable, CaseIterable {
    case syntax = "template-syntax"
    case unknownTag = "unknown-tag"
    case unknownFilter = "unknown-filter"
    case unknownTest = "unknown-test"
    case missingTemplate = "missing-template"
    case missingBlock = "missing-block"
    case unknownBlock = "unknown-block"
    case undefinedName = "undefined-name"
    case wrongType = "wrong-type"
    case wrongArguments = "wrong-arguments"
    case arithmetic = "template-arithmetic"
    case limit = "template-limit"
    case function = "function-failure"
    case assertion = "template-assertion"
  }

  /// A place in a template: line and byte column, from 1.
  package struct Place: Sendable, Hashable {
    package var line: Int
    package var column: Int

    package init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }
  }

  /// One step of the way from the rendered template to the failing one.
  package struct Step: Sendable, Hashable {
    /// What the step did: `includes`, `extends`, `imports`, `calls`.
    package var action: String
    package var template: String
    package var place: Place

    package init(action: String, template: String, place: Place) {
      self.action = action
      self.template = template
      self.place = place
    }
  }

  /// A name in the failing expression, with its value as a template would print it.
  package struct NamedValue: Sendable, Hashable {
    package var name: String
    package var text: String

    package init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }

  package var kind: Kind
  /// One phrase without a final period.
  package var message: String
  package var template: String
  package var start: Place
  package var end: Place
  /// The source line at ``start``, without its line break.
  package var sourceLine: String
  /// Outermost first; empty where the rendered template itself fails.
  package var trail: [Step]
  /// What may have been meant, nearest first.
  package var nearMisses: [String]
  package var values: [NamedValue]
  package var help: String?
  /// Whether Jinja too would report this only when the place is reached.
  package var isDeferred: Bool

  package init(
    _ kind: Kind, _ message: String, template: String, start: Place, end: Place, sourceLine: String
  ) {
    self.kind = kind
    self.message = message
    self.template = template
    self.start = start
    self.end = end
    self.sourceLine = sourceLine
    trail = []
    nearMisses = []
    values = []
    help = nil
    isDeferred = false
  }
}

extension TemplateError: CustomStringConvertible {
  /// The error for people: place, message, source line with carets, values, trail and help.
  package var description: String {
    let number = String(start.line)
    let gutter = String(repeating: " ", count: number.utf8.count)
    var text = "\(template):\(start.line):\(start.column): error: \(message) [\(kind.rawValue)]\n"
    text += "\(gutter) |\n\(number) | \(sourceLine)\n\(gutter) | \(carets)\n"
    for value in values { text += "\(gutter) = note: \(value.name) is \(value.text)\n" }
    for step in trail {
      text += "\(gutter) = note: \(step.template):\(step.place.line):\(step.place.column)"
      text += " \(step.action) it\n"
    }
    if let advice { text += "\(gutter) = help: \(advice)\n" }
    return text
  }

  /// What the author can do: the help, or the nearest name.
  package var advice: String? {
    if let help { return help }
    guard !nearMisses.isEmpty else { return nil }
    return "did you mean " + nearMisses.map { "'\($0)'" }.joined(separator: " or ") + "?"
  }

  /// Blanks and carets to stand under the failing part of ``sourceLine``.
  package var carets: String {
    let bytes = Array(sourceLine.utf8)
    let from = min(start.column - 1, bytes.count)
    let to = start.line == end.line ? min(max(end.column - 1, from), bytes.count) : bytes.count
    var text = ""
    for byte in bytes[..<from] where byte & 0xC0 != 0x80 { text += byte == 0x09 ? "\t" : " " }
    let width = bytes[from..<to].count { $0 & 0xC0 != 0x80 }
    return text + String(repeating: "^", count: max(width, 1))
  }
}
