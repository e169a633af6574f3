package import Deadlines
internal import Diagnostics
internal import FileSystem
internal import Frontmatter
package import Registers

/// The files of a release to be frozen: copies of the content, and the record of their digests.
///
/// Pure. Names are from the folder of the release; `release.yml` is the last, so that a folder that
/// has one is whole.
///
/// `versions`: the version of each agreement, by id. `previous`: the digests of the records of earlier
/// releases, so that they can't be rewritten any more.
package func freezeContent(
  _ files: [ContentFile], id: String, date: CalendarDate, summary: LocalizedText?,
  notes: [ReleaseNote], versions: [(agreement: String, version: String)],
  previous: [(id: String, sha256: String)] = []
) -> [(name: String, bytes: [UInt8])] {
  let frozen =
    files.filter { $0.kind != nil }
    .sorted { precedesInByteOrder($0.name, $1.name) }
  var record = "id: \(JSONText.quoted(id))\ndate: \(date)\n"
  if let summary { record += "summary: \(flow(summary))\n" }
  if !versions.isEmpty {
    record += "agreements:\n"
    for (agreement, version) in versions.sorted(by: { $0.agreement < $1.agreement }) {
      record += "  \(JSONText.quoted(agreement)): \(JSONText.quoted(version))\n"
    }
  }
  if !notes.isEmpty { record += History.record(of: notes) }
  if !previous.isEmpty {
    record += "previous:\n"
    for (id, digest) in previous { record += "  \(JSONText.quoted(id)): \(digest)\n" }
  }
  record += frozen.isEmpty ? "files: {}\n" : "files:\n"
  for file in frozen { record += "  \(JSONText.quoted(file.name)): \(file.digest)\n" }
  return frozen.map { ($0.name, $0.bytes) } + [(recordName, Array(record.utf8))]
}

/// Notes as a release and `next.yml` have them: `notes:`, and a line for each.
package func record(of notes: [ReleaseNote]) -> String {
  "notes:\n" + notes.map { "  - \(flow($0))\n" }.joined()
}

private func flow(_ prose: LocalizedText) -> String {
  if prose.variants.count == 1, prose.variants[0].language == nil {
    return JSONText.quoted(prose.variants[0].text.value)
  }
  let pairs = prose.variants.map { variant in
    "\(JSONText.quoted(variant.language?.value ?? "en")): \(JSONText.quoted(variant.text.value))"
  }
  return "{\(pairs.joined(separator: ", "))}"
}

private func flow(_ note: ReleaseNote) -> String {
  var pairs: [String] = []
  switch note.subject {
  case .agreement(let id, let place):
    pairs.append("agreement: \(JSONText.quoted(id.value))")
    if let place {
      pairs.append("\(place.version?.rawValue ?? "path"): \(JSONText.quoted(place.path.value))")
    }
  case .measure(let id): pairs.append("measure: \(JSONText.quoted(id.value))")
  case .subProcessor(let id): pairs.append("sub-processor: \(JSONText.quoted(id.value))")
  }
  if let materiality = note.materiality { pairs.append("materiality: \(materiality.value)") }
  pairs.append("reason: \(flow(note.reason))")
  return "{\(pairs.joined(separator: ", "))}"
}
