package import Diagnostics
internal import Frontmatter
internal import Markup

/// Reads one file as an agreement: frontmatter, Markdown, structure.
///
/// Pure. A file without frontmatter is read too: it states nothing of itself, of which a warning
/// tells where it is not `isLone`; frontmatter that begins too late is an error there.
///
/// `path`: the file, relative to the workspace; its name without ending is the agreement's
/// id unless the frontmatter states another.
/// `variables`: the values of variables in the text; `nil` leaves them as they are, for a
/// file that is read without its workspace.
/// `isLone`: whether the file lies anywhere, so that nobody may have written it for Annex: it can
/// begin with a rule, and have any frontmatter: where a key is unknown, it is that of another
/// program, and nothing in it is an error.
/// `checksNumbers`: whether what its numbers skip or repeat is to be told; nobody mends a text that
/// was published.
///
/// - Returns: the agreement, as far as it could be read, and everything found on the way.
/// - Complexity: O(bytes).
package func readAgreement(
  _ file: [UInt8], path: String, variables: Variables? = nil, isLone: Bool = false,
  checksNumbers: Bool = true
) -> (agreement: Agreement, diagnostics: [Diagnostic]) {
  let (block, root, reading) = readFrontmatter(of: file, path: path, isOptional: isLone)
  var (metadata, stating) = readAgreementMetadata(root, path: path, defaultID: fileStem(of: path))
  metadata.otherFacts = otherFacts(
    of: root, faults: stating, isLone: isLone, unread: block.map { file[$0.yaml] } ?? [])
  if reading.containsErrors {
    metadata.reading = .failed
  } else if stating.containsErrors {
    metadata.reading = .faulty
  }
  stating = joiningForeignKeys(of: stating, in: root)
  if isLone, stating.contains(where: { $0.code == .unknownKey }) {
    for index in stating.indices where stating[index].severity == .error {
      stating[index].severity = .warning
    }
  }
  var (tree, parsing) = parseMarkdown(file, bodyStart: block?.bodyStart ?? 0, path: path)
  if parsing.containsErrors { metadata.reading = .failed }
  // A byte that is no text was told as one of the frontmatter.
  if reading.contains(where: { $0.code == .dataEncoding }), let block {
    parsing.removeAll {
      $0.code == .invalidEncoding && ($0.range?.start.line ?? 0) < block.bodyLine
    }
  }
  var registers: [EmbeddedRegister] = []
  if let variables {
    let language = metadata.language?.value
    let (found, faults) = substituteVariables(
      in: &tree, source: file, path: path,
      value: { variables.value(of: $0, in: language) }, names: variables.names,
      absence: { variables.absence(of: $0) })
    registers = found
    parsing += faults
  }
  var (agreement, structuring) = structureAgreement(
    metadata, tree: tree, source: file, path: path, checksNumbers: checksNumbers)
  agreement.embeddedRegisters = registers
  if !isLone, root == nil, reading.isEmpty {
    // Without a title anywhere, it would be published as a row with nothing in it.
    let isUntitled = agreement.metadata.title.isEmpty
    stating.append(
      .missingFrontmatter(
        of: "agreement", in: file, path: path, severity: isUntitled ? .error : .warning))
  }
  structuring = reading + stating + parsing + structuring
  return (agreement, structuring)
}

/// The name of a file without its folders and its ending.
package func fileStem(of path: String) -> String {
  let name =
    path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? path
  guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot > name.utf8.startIndex else {
    return name
  }
  return String(name[..<dot])
}

/// The values that a text can name: facts of the workspace, in each language of the portal.
package struct Variables: Sendable {
  /// By language, then by dotted name.
  private let values: [String: [String: String]]
  private let defaultLanguage: String
  private let absences: [String: Absence]

  /// Why a variable has no value that the workspace could give it.
  package enum Absence: Sendable, Equatable {
    /// What it is was not understood, and told to be.
    case misread
    /// The workspace leaves it out; `help` says where to write it.
    case unset(help: String)
  }

  package init(
    _ values: [String: [String: String]], defaultLanguage: String,
    absences: [String: Absence] = [:]
  ) {
    self.values = values
    self.defaultLanguage = defaultLanguage
    self.absences = absences
  }

  package func absence(of name: String) -> Absence? { absences[name] }

  package var names: [String] { (values[defaultLanguage] ?? [:]).keys.sorted() }

  /// The value in the language of the text, or in the portal's first.
  package func value(of name: String, in language: String?) -> String? {
    let own = language.flatMap { values[$0] } ?? values[defaultLanguage]
    return own?[name]
  }
}
