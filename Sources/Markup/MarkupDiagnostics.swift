package import Diagnostics

extension Diagnostic.Code {
  package static let invalidEncoding = Self(rawValue: "invalid-encoding")
  package static let controlCharacter = Self(rawValue: "control-character")
  package static let fileTooLarge = Self(rawValue: "file-too-large")
  package static let markupTooDeep = Self(rawValue: "markup-too-deep")
  package static let tableTooWide = Self(rawValue: "table-too-wide")
  package static let tableTooRagged = Self(rawValue: "table-too-ragged")
  package static let referencesTooLarge = Self(rawValue: "references-too-large")
  package static let paragraphTooComplex = Self(rawValue: "paragraph-too-complex")
  package static let rawHTML = Self(rawValue: "raw-html")
  package static let unbalancedHTML = Self(rawValue: "unbalanced-html")
  package static let unclosedComment = Self(rawValue: "unclosed-comment")
  package static let unsafeLink = Self(rawValue: "unsafe-link")
  package static let surplusCell = Self(rawValue: "surplus-cell")
  package static let trackedChange = Self(rawValue: "tracked-change")
  package static let unreadTable = Self(rawValue: "unread-table")
  package static let foreignImage = Self(rawValue: "foreign-image")
}

extension Diagnostic {
  static func invalidEncoding(
    at offset: Int, _ byte: UInt8, in tree: MarkupTree, _ path: String
  ) -> Self {
    let position = tree.position(ofByte: offset)
    return Diagnostic(
      .invalidEncoding, .error,
      byte == 0
        ? "byte 0x00 must not stand in a text"
        : "byte 0x\(hexadecimal(byte, digits: 2, uppercase: true)) is not part of UTF-8 text",
      at: SourceRange(path: path, line: position.line, column: position.column, length: 1),
      help: byte == 0 ? "delete it, or save the file as UTF-8 text" : "save the file as UTF-8 text")
  }

  /// The first of the control characters that stand in a text as such.
  static func controlCharacter(
    _ scalar: UInt32, at offset: Int, further: Int, in tree: MarkupTree, _ path: String
  ) -> Self {
    let position = tree.position(ofByte: offset)
    return controlCharacter(
      codePoint(scalar),
      at: SourceRange(path: path, line: position.line, column: position.column, length: 1),
      notes: further > 0 ? [Note("\(further) more in this file")] : [])
  }

  fileprivate static func controlCharacter(
    _ name: String, at range: SourceRange, notes: [Note] = []
  ) -> Self {
    Diagnostic(
      .controlCharacter, .warning,
      "control character U+\(name) must not stand in a text; a blank is shown instead", at: range,
      notes: notes, help: "delete the character, which most editors don't show")
  }

  static func mergeConflict(at offset: Int, in tree: MarkupTree, _ path: String) -> Self {
    let start = tree.position(ofByte: offset)
    return .mergeConflict(
      at: SourceRange(path: path, line: start.line, column: start.column, length: 7))
  }

  /// Why a file that passes a limit is not parsed.
  static func refused(_ refusal: Refusal, in tree: MarkupTree, _ path: String) -> Self {
    let position = tree.position(ofByte: refusal.offset)
    let range = SourceRange(path: path, line: position.line, column: position.column)
    func error(_ code: Code, _ summary: String, help: String) -> Self {
      Diagnostic(code, .error, summary, at: range, help: help)
    }
    switch refusal.limit {
    case .fileSize:
      return error(
        .fileTooLarge,
        "file is larger than \(MarkupLimits.fileSize >> 20) MiB, the limit of a text",
        help: "split the text into several files")
    case .depth:
      return error(
        .markupTooDeep,
        "markup nests deeper than \(MarkupLimits.depth) levels; lists, quotes and emphasis count",
        help: "split the text, or number it instead of indenting it further")
    case .tableColumns:
      return error(
        .tableTooWide,
        "line has more than \(MarkupLimits.tableColumns) cells, the limit of a table",
        help: "split the table, or turn its rows into columns")
    case .missingCells:
      return error(
        .tableTooRagged,
        "rows lack more than \(MarkupLimits.missingCells) cells that the head of their table has",
        help: "leave an empty line after the table, or give each row all of its cells")
    case .referenceBytes:
      return error(
        .referencesTooLarge,
        "definition of a link is too long for the number of brackets that may use it",
        help: "shorten the destination or the title, or write it into the links that need it")
    case .repeatedSteps:
      return error(
        .paragraphTooComplex,
        "lines without an empty one between them hold too much that may be a table, image or HTML",
        help: "put an empty line between the paragraphs, and before each table")
    }
  }
}

extension MarkupFindings {
  /// The findings in words, each at its place.
  func diagnostics(in tree: MarkupTree, of file: [UInt8], path: String) -> [Diagnostic] {
    guard !findings.isEmpty else { return [] }
    var places = MarkupPlaces(tree, file: file)
    return findings.map { finding in
      let offset =
        finding.offset ?? finding.text.map { places.fileOffset(ofText: $0) }
        ?? places.fileOffset(ofNode: finding.node)
      let position = tree.position(ofByte: offset)
      var diagnostic = Diagnostic.found(
        finding, at: SourceRange(path: path, line: position.line, column: position.column))
      if finding.isLastTold, let count = counts[finding.fault], count > Self.limit {
        diagnostic.tellMore(count - Self.limit)
      }
      return diagnostic
    }
  }
}

extension Diagnostic {
  fileprivate static func found(_ finding: MarkupFindings.Finding, at range: SourceRange) -> Self {
    let excerpt = finding.excerpt
    switch finding.fault {
    case .rawHTML:
      return Diagnostic(
        .rawHTML, .warning,
        "'\(excerpt)' is HTML that is shown as text; only elements such as 'u' and 'br' are kept",
        at: range, help: "write it in Markdown, or put a backslash before the '<' to show it")
    case .unbalancedTag:
      return Diagnostic(
        .unbalancedHTML, .warning,
        "'\(excerpt)' lacks its other half in the same piece of text, and is left out",
        at: range,
        help: "write both tags within one paragraph, cell or emphasis, or remove this one")
    case .openComment:
      return Diagnostic(
        .unclosedComment, .error,
        "comment has no end, so that the rest of the text would be left out",
        at: range, help: "write '-->' where the comment ends")
    case .surplusCell:
      return Diagnostic(
        .surplusCell, .error,
        "'\(excerpt)' stands beyond the last column of the table, and would be left out",
        at: range, help: "give the head a cell for it, or write a bar that is text as '\\|'")
    case .unsafeLink:
      return Diagnostic(
        .unsafeLink, .warning,
        "destination '\(excerpt)' is not kept; links lead to http, https, mailto and tel addresses, "
          + "to anchors or to files",
        at: range, help: "write an address of these kinds, or remove the link")
    case .control: return .controlCharacter(excerpt, at: range)
    case .trackedChange:
      return Diagnostic(
        .trackedChange, .error,
        "'\(excerpt)' marks a tracked change; words that were deleted, and comments, would be text",
        at: range,
        help: "accept or reject all changes in the word processor, and convert the document again")
    case .table(let form): return .unreadTable(form, at: range)
    case .foreignImage:
      return Diagnostic(
        .foreignImage, .warning,
        "image '\(excerpt)' lies elsewhere and is shown as a link; pages load nothing from others",
        at: range, help: "write it as a link, without the '!', or describe it in words")
    }
  }

  private static func unreadTable(_ form: RuledTables.Form, at range: SourceRange) -> Self {
    let summary =
      switch form {
      case .ruled: "lines look like a table whose columns are ruled by dashes, and are text"
      case .boxed: "lines look like a table of boxes, and are text"
      case .headless: "'|---|' divides the head of a table from its rows; no head stands above it"
      case .uneven:
        "'|---|' makes no table of the line above it; both must have the same number of cells"
      }
    let help =
      switch form {
      case .ruled, .boxed:
        "write '| Name | Place |' above '|---|---|', or convert the document by "
          + "'pandoc -t markdown-simple_tables-multiline_tables-grid_tables'"
      case .headless: "write a head right above, or '| | |' where the table has none"
      case .uneven: "give both as many cells as the table has columns, and an empty line above"
      }
    return Diagnostic(.unreadTable, .warning, summary, at: range, help: help)
  }
}
