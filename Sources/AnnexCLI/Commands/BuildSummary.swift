internal import Diagnostics

/// The last line of a build: what was built, how many pages, how long it took, and where it is.
struct BuildSummary {
  let content: ContentCounts
  let publication: Publication
  let tally: DiagnosticTally
  let output: String
  let milliseconds: Int

  /// `built 3 agreements, 12 sub-processors and 40 measures: 62 pages in 0.04 s, in 'Site'`
  var line: String {
    let complaints = tally.isEmpty ? "" : "; \(tally.words)"
    return """
      built \(content.words): \(counted(publication.pages, "page", "pages")) \
      in \(seconds), in '\(output)'\(complaints)

      """
  }

  var jsonLine: String {
    var json = JSONText()
    json.object { json in
      json.member("output", output)
      json.member("pages", publication.pages)
      json.member("files", publication.files)
      json.member("unchanged", publication.unchanged)
      json.member("agreements", content.agreements)
      json.member("subProcessors", content.subProcessors)
      json.member("measures", content.measures)
      json.member("errors", tally.errors)
      json.member("warnings", tally.warnings)
      json.member("milliseconds", milliseconds)
    }
    json.lineBreak()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  /// Two decimals below ten seconds, one from there on.
  private var seconds: String {
    let tenths = milliseconds / 100
    if milliseconds >= 10_000 { return "\(grouped(tenths / 10)).\(tenths % 10) s" }
    let hundredths = milliseconds / 10
    let fraction = String(hundredths % 100)
    return "\(hundredths / 100).\(fraction.utf8.count < 2 ? "0" : "")\(fraction) s"
  }
}
