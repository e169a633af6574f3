package import Agreements
internal import Diagnostics
internal import Markup
internal import References

/// Where something stands in one of the two versions.
///
/// Paths and lines are worked out when they are asked for: of thousands of changes few are read.
package struct ChangePlace: Sendable {
  private let place: Place

  /// One reference wide: changes have two, and are copied by the ten thousand.
  private enum Place: Sendable {
    case provision(Int32, AgreementReading)
    case record(RecordPlace)
  }

  /// A record or a whole file.
  private final class RecordPlace: Sendable {
    let file: String
    let name: String
    let line: Int

    init(file: String, name: String, line: Int) {
      self.file = file
      self.name = name
      self.line = line
    }
  }

  /// A record, by its name; or a file as a whole.
  init(file: String, record name: String = "", line: Int = 1) {
    place = .record(RecordPlace(file: file, name: name, line: line))
  }

  init(_ reading: AgreementReading, provision: Int32) {
    place = .provision(provision, reading)
  }
}

extension ChangePlace {
  /// The file, relative to the workspace or release.
  package var file: String {
    switch place {
    case .provision(_, let reading): reading.agreement.path
    case .record(let record): record.file
    }
  }

  /// The legal path; of a record, its name; without parts for what concerns the whole file.
  package var legalPath: LegalPath {
    switch place {
    case .provision(let provision, let reading):
      provision >= 0 ? reading.agreement.legalPath(of: Int(provision)) : LegalPath([])
    case .record(let record): LegalPath(record.name.isEmpty ? [] : [record.name])
    }
  }

  /// The legal path's parts, outermost first.
  package var parts: [String] { legalPath.parts }

  /// The legal path as it is written: `9.a`.
  package var path: String {
    switch place {
    case .provision(let provision, _): provision >= 0 ? legalPath.written : ""
    case .record(let record): record.name
    }
  }

  /// The fragment of its address in the page of the agreement, or empty.
  package var anchor: String {
    guard case .provision(let provision, let reading) = place, provision >= 0 else { return "" }
    return reading.agreement.provisions[Int(provision)].anchor
  }

  /// The fragments of all places inside it, outermost first.
  var anchorsInside: [String] {
    guard case .provision(let provision, let reading) = place, provision >= 0 else { return [] }
    let provisions = reading.agreement.provisions
    return (Int(provision) + 1..<Int(provisions[Int(provision)].end)).map { provisions[$0].anchor }
  }

  /// Whether an author can call it so: by its path as data or the sentences of a language write it,
  /// with the sign for sections or without it, or by its anchor.
  package func isCalled(_ name: String) -> Bool {
    if !name.isEmpty, anchor == name { return true }
    let (name, words) = (Self.withoutSign(name), PlaceWords(self))
    return [path, words.english, words.german].contains { Self.withoutSign($0) == name }
  }

  private static func withoutSign(_ path: String) -> Substring {
    path.drop { $0 == "\u{A7}" || $0 == " " || $0 == "\u{A0}" }
  }

  /// From 1.
  package var line: Int {
    switch place {
    case .provision(let provision, let reading):
      guard provision >= 0 else { return 1 }
      let offset = Int(reading.agreement.provisions[Int(provision)].offset)
      return reading.agreement.tree.position(ofByte: offset).line
    case .record(let record): return record.line
    }
  }
}
