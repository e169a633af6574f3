package import Diagnostics

/// Where the YAML of a Markdown file stands, between its two lines of dashes.
///
/// Units: byte offsets from 0 into the file; lines from 1.
package struct FrontmatterBlock: Sendable, Equatable {
  /// The YAML without the two lines of dashes; empty where the block is not closed.
  package var yaml: Range<Int>
  /// The line of the file that the YAML begins on.
  package var firstLine: Int
  /// Where the Markdown begins: just after the closing line, at the end of the file without one.
  package var bodyStart: Int
  /// The line of the file that the Markdown begins on.
  package var bodyLine: Int
  /// The column of the opening dashes: 4 after a byte order mark, else 1.
  package var openingColumn: Int
  package var isClosed: Bool
}

/// Finds the frontmatter at the top of `file`, or `nil` where the file begins otherwise.
///
/// Shape: the first line is `---`, the block ends at the next line that is `---` or `...`; both may
/// end in blanks. A byte order mark may stand before it, and lines may end in LF, CR LF or CR.
///
/// - Complexity: O(length of the block); O(length of the file) where the block is not closed.
package func findFrontmatter(in file: [UInt8]) -> FrontmatterBlock? {
  let start = byteOrderMarkLength(of: file[...])
  guard let opening = line(at: start, of: file), opening.isFence(of: UInt8(ascii: "-"), in: file)
  else { return nil }

  var next = opening.next
  var number = 2
  while let candidate = line(at: next, of: file) {
    if candidate.isFence(of: UInt8(ascii: "-"), in: file)
      || candidate.isFence(of: UInt8(ascii: "."), in: file)
    {
      return FrontmatterBlock(
        yaml: opening.next..<candidate.text.lowerBound, firstLine: 2, bodyStart: candidate.next,
        bodyLine: number + 1, openingColumn: start + 1, isClosed: true)
    }
    next = candidate.next
    number += 1
  }
  return FrontmatterBlock(
    yaml: opening.next..<opening.next, firstLine: 2, bodyStart: file.count, bodyLine: number,
    openingColumn: start + 1, isClosed: false)
}

/// Finds and reads the frontmatter of `file` in one go.
///
/// `isOptional`: whether the file may begin with a rule, as texts that nobody wrote for Annex do.
/// Only what can be meant as keys and values is frontmatter then; all else is text.
///
/// - Returns: the block, `nil` where there is none; its YAML, `nil` where there is none or it can't
///   be read; and every fault found.
package func readFrontmatter(
  of file: [UInt8], path: String, isOptional: Bool = false
) -> (block: FrontmatterBlock?, root: YAMLNode?, diagnostics: [Diagnostic]) {
  guard let block = findFrontmatter(in: file) else { return (nil, nil, []) }
  guard block.isClosed else {
    return isOptional && !beginsWithKey(file[block.yaml.lowerBound...])
      ? (nil, nil, []) : (block, nil, [.frontmatterUnclosed(block, path: path)])
  }
  let (root, diagnostics) = parseYAML(file[block.yaml], path: path, firstLine: block.firstLine)
  if isOptional, isProse(file[block.yaml], root) { return (nil, nil, []) }
  return (block, root, diagnostics)
}

/// Whether the first line is a key with its value, `title: Agreement`: no text begins so right below
/// a rule.
private func beginsWithKey(_ block: ArraySlice<UInt8>) -> Bool {
  let key = block.prefix { $0.isASCIILowercase || $0 == UInt8(ascii: "-") }
  let rest = block[key.endIndex...]
  return key.count > 1 && rest.first == UInt8(ascii: ":") && rest.dropFirst().first == 0x20
}

/// Whether what stands between two rules is text; `root` is what YAML makes of it.
private func isProse(_ block: ArraySlice<UInt8>, _ root: YAMLNode?) -> Bool {
  if case .mapping? = root?.value { return false }
  let isBlank = { (byte: UInt8) in [0x20, 0x09, 0x0A, 0x0D].contains(byte) }
  guard let start = block.firstIndex(where: { !isBlank($0) }) else { return false }
  guard root == nil else { return true }
  // What can't be read as YAML was meant to be, where it begins with a key.
  let line = block[start...].prefix { $0 != 0x0A && $0 != 0x0D }
  let key = line.prefix { $0 != UInt8(ascii: ":") }
  let isWord = key.allSatisfy { byte in
    byte.isASCIILetterOrDigit
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }
  return key.isEmpty || key.count == line.count || !isWord
}

/// The bytes that a UTF-8 byte order mark takes at the start of `bytes`: 3 or 0.
func byteOrderMarkLength(of bytes: ArraySlice<UInt8>) -> Int {
  bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
}

/// A line of a file: its text without the line end, and where the next one begins.
private struct Line {
  let text: Range<Int>
  let next: Int

  /// Whether the line is three of `mark`, perhaps with blanks behind.
  func isFence(of mark: UInt8, in file: [UInt8]) -> Bool {
    guard text.count >= 3, file[text.lowerBound] == mark else { return false }
    let line = file[text]
    return line.prefix(3).allSatisfy { $0 == mark }
      && line.dropFirst(3).allSatisfy { [0x20, 0x09].contains($0) }
  }
}

/// The line that begins at `start`, or `nil` at the end of the file.
private func line(at start: Int, of file: [UInt8]) -> Line? {
  guard start < file.count else { return nil }
  guard let end = file[start...].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else {
    return Line(text: start..<file.count, next: file.count)
  }
  let isPair = file[end] == 0x0D && end + 1 < file.count && file[end + 1] == 0x0A
  return Line(text: start..<end, next: isPair ? end + 2 : end + 1)
}

extension Diagnostic.Code {
  package static let frontmatterUnclosed = Self(rawValue: "frontmatter-unclosed")
  package static let missingFrontmatter = Self(rawValue: "missing-frontmatter")
}

extension Diagnostic {
  fileprivate static func frontmatterUnclosed(_ block: FrontmatterBlock, path: String) -> Self {
    Diagnostic(
      .frontmatterUnclosed, .error, "frontmatter that begins with '---' must end with a line '---'",
      at: SourceRange(path: path, line: 1, column: block.openingColumn, length: 3),
      help: "write '---' on a line of its own after the last key")
  }

  /// What a record needs before all else.
  private static let firstKeys = [
    "agreement": "title", "sub-processor": "name", "control": "control",
  ]

  /// A file that has to state something, and begins with something else, or states nothing.
  ///
  /// `what`: what the file is, such as `control`. Where dashes stand further down, behind what an
  /// author does not see or takes for a comment, they are pointed at, and it is an error.
  /// `severity`: how bad it is that there is none at all.
  package static func missingFrontmatter(
    of what: String, in file: [UInt8], path: String, severity: Severity = .error
  ) -> Self {
    let rule = "\(what) must begin with frontmatter between two lines '---'"
    if findFrontmatter(in: file) == nil, let late = displacedFence(in: file) {
      return Diagnostic(
        .missingFrontmatter, .error, rule,
        at: SourceRange(path: path, line: late.line, column: late.column, length: late.dashes),
        help: late.line > 1
          ? "remove what stands above it, so that '---' is the first line of the file"
          : "write just '---' in the first line of the file")
    }
    return Diagnostic(
      .missingFrontmatter, severity, rule, at: SourceRange(path: path, line: 1, column: 1),
      help: "write '---', '\(firstKeys[what] ?? "key"): ...' and the other keys of the \(what), "
        + "and '---' at the top of the file")
  }
}

/// The first line of dashes near the top of a file that does not begin with frontmatter.
///
/// Units: line and byte column from 1; `dashes` in bytes.
private func displacedFence(in file: [UInt8]) -> (line: Int, column: Int, dashes: Int)? {
  var next = byteOrderMarkLength(of: file[...])
  var number = 1
  while number <= linesBeforeDisplacedFence, let candidate = line(at: next, of: file) {
    let text = file[candidate.text]
    let blanks = text.prefix { $0 == 0x20 || $0 == 0x09 }.count
    let dashes = text.dropFirst(blanks).prefix { $0 == UInt8(ascii: "-") }.count
    let isAlone = text.dropFirst(blanks + dashes).allSatisfy { $0 == 0x20 || $0 == 0x09 }
    if dashes >= 3, isAlone {
      let start = number == 1 ? 0 : next
      return (number, candidate.text.lowerBound + blanks - start + 1, dashes)
    }
    next = candidate.next
    number += 1
  }
  return nil
}

/// A rule further down is one of the text.
private let linesBeforeDisplacedFence = 10
