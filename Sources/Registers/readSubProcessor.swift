package import Diagnostics
import Frontmatter

/// Reads a file of `content/sub-processors`.
///
/// - Returns: the record, `nil` where its frontmatter can't be read; and all faults found. A record
///   that lacks something is given too, with its id as name, so that other records can refer to it.
package func readSubProcessor(
  from file: [UInt8], path: String, languages: [String] = []
) -> (record: SubProcessor?, diagnostics: [Diagnostic]) {
  readRecordFile(file, path: path, what: "sub-processor", languages: languages) { record, block in
    SubProcessor(
      reading: &record, description: RecordDescription(of: file, below: block, path: path))
  }
}

/// Reads a Markdown file whose frontmatter is a record.
func readRecordFile<T>(
  _ file: [UInt8], path: String, what: String, languages: [String] = [],
  _ read: (inout RecordReader, FrontmatterBlock) -> T?
) -> (record: T?, diagnostics: [Diagnostic]) {
  let (block, root, diagnostics) = readFrontmatter(of: file, path: path)
  guard let block else { return (nil, [.missingFrontmatter(of: what, in: file, path: path)]) }
  guard let root else {
    let isEmpty = block.isClosed && diagnostics.isEmpty
    return (nil, isEmpty ? [.missingFrontmatter(of: what, in: file, path: path)] : diagnostics)
  }
  var reader = RecordReader(root, path: path, what: what, languages: languages)
  let record = read(&reader, block)
  reader.finish()
  return (record, diagnostics + reader.diagnostics)
}

extension SubProcessor {
  init(reading record: inout RecordReader, description: RecordDescription) {
    path = record.path
    let fileName = Located(identifier(ofFile: record.path), at: record.place)
    id = record.identifier("id") ?? fileName
    record.checkFolder(id, key: "id")
    name = record.requiredText("name") ?? id
    shortName = record.text("short-name")
    aliases = record.texts("aliases")
    address = record.record("address", what: "address") { PostalAddress(reading: &$0) }
    contact = record.record("contact", what: "contact") { ContactPoint(reading: &$0) }
    parent = record.record("parent", what: "parent") {
      Parent(name: $0.text("name"), country: $0.country("country"))
    }
    website = record.webAddress("website")
    engagements = record.records("engagements", what: "engagement") { Engagement(reading: &$0) }
    tier = record.value("tier", expected: "a whole number from 1 to 9") { text in
      Int(text).flatMap { (1...9).contains($0) ? $0 : nil }
    }
    engagedBy = record.text("engaged-by")
    certificates = record.records("certificates", what: "certificate") { certificate in
      let name = certificate.requiredText("name")
      let expires = certificate.date("expires")
      let url = certificate.webAddress("url")
      return name.map { Certificate(name: $0, expires: expires, url: url) }
    }
    contract = record.record("contract", what: "contract") {
      Contract(
        status: $0.choice("status", as: Contract.Status.self), date: $0.date("date"),
        audience: $0.choice("audience", as: Audience.self)?.value ?? .internal)
    }
    isNaturalPerson = record.boolean("natural-person")?.value ?? false
    isGroupCompany = record.boolean("group-company")?.value ?? false
    isExcluded = record.boolean("excluded")?.value ?? false
    exclusionReason = record.prose("reason")
    reviewed = record.date("reviewed")
    audience = record.choice("audience", as: Audience.self)?.value ?? .public
    self.description = description
    reportWhatIsMissing(from: &record)
  }

  /// What depends on other keys: a reason for an exclusion, an address and a task without one.
  private func reportWhatIsMissing(from record: inout RecordReader) {
    if isExcluded {
      if record.lacks("reason") {
        record.reportMissing("reason")
      } else if let engagement = engagements.first {
        record.report(.excludedEngagement(of: displayName, at: engagement.place))
      }
      return
    }
    // One without items was reported as lacking its country.
    if !record.has("address") { record.reportMissing("address") }
    if record.lacks("engagements") { record.reportMissing("engagements") }
    if let tier, tier.value > 1, record.lacks("engaged-by") { record.reportMissing("engaged-by") }
  }
}

extension Diagnostic.Code {
  static let excludedEngagement = Self(rawValue: "excluded-engagement")
}

extension Diagnostic {
  fileprivate static func excludedEngagement(of company: String, at range: SourceRange) -> Self {
    Diagnostic(
      .excludedEngagement, .warning,
      "'\(company)' is 'excluded', so its tasks are not shown", at: range,
      help: "remove 'excluded' if it is a sub-processor, or the engagements if it is none")
  }
}
