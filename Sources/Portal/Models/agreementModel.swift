internal import Agreements
internal import Deadlines
internal import Diagnostics
internal import Frontmatter
internal import Templating

/// What a page about an agreement needs besides the agreement itself.
struct AgreementSurroundings: Sendable {
  let paths: PortalPaths
  let processorName: String
  /// The Address of the processor, for agreements that state none.
  let processorAddress: Value
  let processorMembers: Value
  let defaultLanguage: String
  let asOf: CalendarDate
  /// Path and title of every agreement, by id.
  let titles: [String: String]
  /// Ids of the other language versions of each agreement, with their languages.
  let translations: [String: [(language: String, id: String)]]
  /// The language of the version that prevails, by the id of each: whichever of them says so, it is
  /// true of all.
  let bindingLanguages: [String: String]
}

/// The model `agreement` of `pages/agreement.html`: see docs/theme.md.
///
/// `blankCount` is how many places of the text are to be filled in; parties left blank come on top
/// of them.
func agreementModel(
  _ agreement: Agreement, digest: String, blankCount: Int, in surroundings: AgreementSurroundings
) -> Value {
  let metadata = agreement.metadata
  let path = surroundings.paths.agreement(agreement.id)
  let binding = surroundings.bindingLanguages[agreement.id] ?? metadata.bindingLanguage?.value
  return .pairs([
    "id": .string(agreement.id),
    "title": .string(metadata.title),
    "short_title": .string(metadata.listedTitle),
    "kind": .string(metadata.kind.rawValue),
    "language": .string(metadata.language?.value ?? surroundings.defaultLanguage),
    "version": .optional(metadata.version?.value),
    "effective": .optional(metadata.effective?.value),
    "state": .string(state(of: metadata, asOf: surroundings.asOf)),
    "current": .none,
    "announced": [],
    "replaces": .none,
    "replaced_by": .none,
    "replaced_on": .none,
    "until": .none,
    "removed": .none,
    "binding_versions": [],
    "binding_language": .optional(binding),
    "governing_law": .optional(metadata.governingLaw?.value),
    "part_of": partOf(metadata.partOf, surroundings),
    "exhibit": .optional(metadata.exhibit),
    "blank_count": .integer(blankCount + metadata.parties.count { $0.isBlank }),
    "digest": .string(digest),
    "changes_path": .none,
    "since_path": .none,
    "versions_path": .none,
    "history_path": .none,
    "pdf_path": .none,
    "versions": versions(of: metadata, path: path),
    "translations": .array(
      (surroundings.translations[agreement.id] ?? []).map { other in
        .pairs([
          "language": .string(other.language),
          "path": .string(surroundings.paths.agreement(other.id)),
          "title": .string(surroundings.titles[other.id] ?? other.id),
          "is_binding": .boolean(other.language == binding),
        ])
      }),
    "parties": .array(metadata.parties.map { partyModel($0, surroundings) }),
    "joint_terms": .texts(metadata.jointTerms.map(\.value)),
  ])
}

/// Whether an agreement has taken effect on a day, as the theme calls it.
func state(of metadata: AgreementMetadata, asOf: CalendarDate) -> String {
  guard let effective = metadata.effectiveDay else { return "not-stated" }
  return effective > asOf ? "announced" : "in-force"
}

private func versions(of metadata: AgreementMetadata, path: String) -> Value {
  guard let version = metadata.version?.value else { return [] }
  return [
    .pairs([
      "version": .string(version), "effective": .optional(metadata.effective?.value),
      "until": .none, "path": .string(path), "is_shown": true, "is_never_in_force": false,
    ])
  ]
}

private func partOf(_ document: RelatedDocument?, _ surroundings: AgreementSurroundings) -> Value {
  guard let document else { return .none }
  if let title = surroundings.titles[document.id] {
    return .link(title: title, path: surroundings.paths.agreement(document.id))
  }
  let title = document.title.isEmpty ? document.id : document.title
  return .link(title: title, url: document.url)
}

private func partyModel(_ party: Party, _ surroundings: AgreementSurroundings) -> Value {
  let name = party.isProcessor ? surroundings.processorName : party.name
  let isUnstated = party.address == nil && party.isProcessor
  return .pairs([
    "role": .string(party.role.rawValue),
    // A generic party is nobody in particular: its role and its name in the text are all there is.
    "is_blank": .boolean(party.isBlank),
    "name": .optional(
      name ?? (party.isBlank ? nil : party.definedAs?.value ?? party.role.rawValue)),
    "brand": .optional(party.brand),
    "address": isUnstated ? surroundings.processorAddress : addressModel(party.address),
    "members": party.isProcessor && party.members.isEmpty
      ? surroundings.processorMembers
      : .array(party.members.map { memberModel($0.name, $0.branch, $0.address) }),
    "defined_as": .optional(party.definedAs?.value),
  ])
}

/// A company, or a branch of one, that is party beside the one that a party is named by.
func memberModel(_ name: String, _ branch: String?, _ address: PostalAddress?) -> Value {
  .pairs([
    "name": .string(branch.map { "\(name), \($0)" } ?? name), "address": addressModel(address),
  ])
}

/// The model `outline`: sections and annexes, nested as they stand.
func outlineModel(of agreement: Agreement) -> Value {
  outlineEntries(of: agreement, in: Provision.none)
}

/// Nesting is that of headings, of which Markdown has six levels.
private func outlineEntries(of agreement: Agreement, in parent: Int32) -> Value {
  var entries: [Value] = []
  for index in agreement.children(of: parent) {
    let kind = agreement.provisions[index].kind
    guard kind == .section || kind == .annex else { continue }
    let number = agreement.provisions[index].designation
    entries.append(
      .pairs([
        "number": .optional(number.isEmpty ? nil : number),
        "title": .string(agreement.provisions[index].title),
        "anchor": .string(percentEncodedFragment(agreement.provisions[index].anchor)),
        "level": .integer(Int(agreement.provisions[index].level)),
        "children": outlineEntries(of: agreement, in: Int32(index)),
      ]))
  }
  return .array(entries)
}

/// An anchor as a URL has it: letters beyond ASCII as percent-encoded bytes.
func percentEncodedFragment(_ anchor: String) -> String {
  guard anchor.utf8.contains(where: { $0 >= 0x80 }) else { return anchor }
  var output: [UInt8] = []
  for byte in anchor.utf8 {
    if byte < 0x80 { output.append(byte) } else { output.appendPercentEncoded(byte) }
  }
  return String(decoding: output, as: UTF8.self)
}
