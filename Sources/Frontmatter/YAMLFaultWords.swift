package import Diagnostics

/// What Annex says where libyaml stopped: one row of the table of its messages.
struct YAMLFaultWords: Sendable {
  /// Which of libyaml's two marks is the place: where it stopped, or where what it was reading
  /// began.
  enum Place { case problem, context }

  var problem: String
  /// A part of the context that the row is for; empty for any.
  var context: String = ""
  var code = Diagnostic.Code.yamlSyntax
  var place = Place.problem
  var summary: String
  /// What a note at the other mark says.
  var note: String?
  var help: String?

  func matches(_ fault: YAMLFault) -> Bool {
    problem == fault.problem && (context.isEmpty || fault.context.hasSuffix(context))
  }

  /// In order: the first row that matches counts.
  ///
  /// Source: the messages of libyaml 0.2.5, scanner.c and parser.c; its reader's messages never
  /// appear, since ``YAMLText`` replaces what the reader refuses.
  static let table: [YAMLFaultWords] =
    values + indentation + brackets + quotes + indicators + directives
}

extension YAMLFaultWords {
  private static let values = [
    Self(
      problem: "mapping values are not allowed in this context",
      summary: "': ' must not stand in a value without quotes",
      help: "put the value in quotes, or begin the key in the column of the keys above"),
    Self(
      problem: "could not find expected ':'", place: .context,
      summary: "key must be followed by ': '", help: "write the key, ': ' and the value"),
    Self(
      problem: "block sequence entries are not allowed in this context",
      summary: "list item '- ' must begin a line", help: "move the item to the next line"),
    Self(
      problem: "mapping keys are not allowed in this context",
      summary: "'? ' must not begin a value without quotes", help: "put the value in quotes"),
    Self(
      problem: "did not find expected node content", summary: "value is missing here",
      help: "write a value, or put one that begins with punctuation in quotes, such as '#7a1f5c': "
        + "'#' begins a comment"),
    Self(
      problem: "found unexpected ':'",
      summary: "':' must be followed by a blank or stand in quotes",
      help: "put the value in quotes"),
  ]

  private static let indentation = [
    Self(
      problem: "did not find expected key",
      summary: "key must follow here, in the column of the keys above",
      note: "the mapping begins here", help: "correct the indentation, or quote the whole value"),
    Self(
      problem: "did not find expected '-' indicator",
      summary: "list item '- ' must follow here, in the column of the items above",
      note: "the list begins here", help: "correct the indentation, or quote the whole value"),
    Self(
      problem: "found a tab character that violates indentation", code: .yamlTab,
      summary: YAMLFaultWords.tab.summary, help: YAMLFaultWords.tab.help),
    Self(
      problem: "found a tab character where an indentation space is expected", code: .yamlTab,
      summary: YAMLFaultWords.tab.summary, help: YAMLFaultWords.tab.help),
    Self(
      problem: "did not find expected <document start>",
      summary: "text must not follow the end of the data",
      help: "delete the text, or indent it as part of the value above"),
  ]

  private static let brackets = [
    Self(
      problem: "did not find expected ',' or ']'",
      summary: "',' or ']' must follow an item of a list in brackets",
      note: "the list begins here", help: "write ']' where the list ends, or quote the item"),
    Self(
      problem: "did not find expected ',' or '}'",
      summary: "',' or '}' must follow a value of a mapping in braces",
      note: "the mapping begins here", help: "write '}' where the mapping ends, or quote the value"),
  ]

  private static let quotes = [
    Self(
      problem: "found unexpected end of stream", context: "quoted scalar", place: .context,
      summary: "quote is not closed", help: "write the same quote again at the end of the value"),
    Self(
      problem: "found unexpected document indicator", context: "quoted scalar", place: .context,
      summary: "quote is not closed", help: "write the same quote again at the end of the value"),
    Self(
      problem: "found unknown escape character",
      summary: "'\\' begins an escape between double quotes, and this one doesn't exist",
      help: "write '\\\\' for a backslash, or put the value in single quotes"),
    Self(
      problem: "did not find expected hexdecimal number",
      summary: "escape must go on with hexadecimal digits", help: "write '\\\\' for a backslash"),
    Self(
      problem: "found invalid Unicode character escape code",
      summary: "escape must stand for a Unicode character", help: "write the character itself"),
  ]

  private static let indicators = [
    Self(
      problem: "found an indentation indicator equal to 0",
      summary: "indentation after '|' or '>' must be 1 to 9", help: "delete the digit"),
    Self(
      problem: "did not find expected comment or line break", context: "block scalar",
      summary: "'|' and '>' must end their line",
      help: "begin the text on the next line, indented, or put it in quotes"),
    Self(
      problem: "did not find expected alphabetic or numeric character", place: .context,
      summary: "'*' and '&' must not begin a value without quotes",
      help: "put the value in quotes"),
    Self(
      problem: "found character that cannot start any token",
      summary: "'@', '`' and '%' must not begin a value without quotes",
      help: "put the value in quotes"),
  ]

  private static let directives = [
    "found unknown directive name", "could not find expected directive name",
    "found unexpected non-alphabetical character", "found extremely long version number",
    "did not find expected version number", "did not find expected digit or '.' character",
    "did not find expected comment or line break", "found duplicate %YAML directive",
    "found duplicate %TAG directive", "found incompatible YAML document",
    "did not find expected whitespace",
  ].map {
    Self(
      problem: $0, code: .yamlDirective, summary: "'%' begins a directive, which is not supported",
      help: "delete the line")
  }

  /// Where a tab stands in the place of indentation.
  static let tab = Self(
    problem: "found character that cannot start any token", code: .yamlTab,
    summary: "tab must not indent; YAML indents with spaces",
    help: "replace the tab with two spaces")
}

extension Diagnostic.Code {
  package static let yamlSyntax = Self(rawValue: "yaml-syntax")
  package static let yamlTab = Self(rawValue: "yaml-tab")
}
