package import Diagnostics
package import Frontmatter

/// What the author has to say about one change of a release: why it is made, or how much it weighs.
///
/// A weakened measure needs one to be published. With ``materiality`` the author overrules what
/// Annex found, and the reason is shown beside the change.
package struct ReleaseNote: Sendable, Equatable {
  /// What the note is about.
  package enum Subject: Sendable, Equatable {
    /// A place of an agreement; all of the agreement where there is none.
    case agreement(Located<String>, place: Place?)
    case measure(Located<String>)
    case subProcessor(Located<String>)
  }

  /// Where something stands, or stood in the last release.
  package struct Place: Sendable, Equatable {
    /// The legal path as it is written, such as `9.a`, or the anchor.
    package var path: Located<String>
    /// The version that the path is of; `nil` where it is of either.
    package var version: Version?
  }

  /// Versions by the keys that tell them in a note.
  package enum Version: String, Sendable, CaseIterable {
    case before, after
  }

  package var subject: Subject
  /// `weakening`, `substantive` or `editorial`.
  package var materiality: Located<String>?
  package var reason: LocalizedText

  package static let materialities = ["weakening", "substantive", "editorial"]
}

extension ReleaseNote {
  init?(reading record: inout RecordReader) {
    let agreement = record.identifier("agreement")
    let places =
      [record.text("path").map { Place(path: $0, version: nil) }]
      + Version.allCases.map { version in
        record.text(version.rawValue).map { Place(path: $0, version: version) }
      }
    let place = places.lazy.compactMap(\.self).first
    let measure = record.identifier("measure")
    let subProcessor = record.identifier("sub-processor")
    let materiality = record.value(
      "materiality", expected: "one of \(Self.materialities.joined(separator: ", "))"
    ) { Self.materialities.contains($0) ? $0 : nil }
    let reason = record.requiredProse("reason")
    let subjects =
      [
        agreement.map { Subject.agreement($0, place: place) }, measure.map { .measure($0) },
        subProcessor.map { .subProcessor($0) },
      ].compactMap(\.self)
    guard let subject = subjects.first, subjects.count == 1 else {
      record.report(
        Diagnostic(
          .missingKey, "note must name an agreement, a measure or a sub-processor, and one of them",
          at: record.place, help: "write one of 'agreement', 'measure' and 'sub-processor'"))
      return nil
    }
    if let place, places.count(where: { $0 != nil }) > 1 {
      record.report(
        Diagnostic(
          .missingKey, "note must name one place", at: place.path.range,
          help: "write one of 'path', 'before' and 'after'"))
    }
    guard let reason else { return nil }
    self.init(subject: subject, materiality: materiality, reason: reason)
  }
}

/// What the author wrote for the release to come: `content/releases/next.yml`.
package struct NextRelease: Sendable, Equatable {
  package var summary: LocalizedText?
  package var notes: [ReleaseNote]
}

extension NextRelease {
  init(reading record: inout RecordReader) {
    summary = record.prose("summary")
    notes = record.records("notes", what: "note") { ReleaseNote(reading: &$0) }
  }
}

/// Reads `content/releases/next.yml`.
///
/// - Returns: what it says, `nil` where the file is no YAML mapping; and all faults found.
package func readNextRelease(
  from file: [UInt8], path: String
) -> (next: NextRelease?, diagnostics: [Diagnostic]) {
  let (next, diagnostics) = readData(from: file, path: path, what: "next release") {
    NextRelease(reading: &$0)
  }
  return (next, diagnostics)
}
