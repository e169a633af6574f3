internal import Frontmatter

/// What the field calls one thing by several names, for those who search.
package struct Synonyms: Sendable {
  /// Groups of names for one thing each, in the order of the data, the longest names first: who asks for
  /// one may use the words of a shorter one.
  package let groups: [[String]]

  package static let shipped = readShippedData(
    EmbeddedFiles.bytes(named: "synonyms.yml"), named: "synonyms.yml", what: "list of synonyms"
  ) { record in
    _ = record.requiredText("edition")
    return Synonyms(
      groups: record.records("groups", what: "group") { group in
        group.texts("names").map(\.value).sorted { ($1.count, $0) < ($0.count, $1) }
      })
  }
}
