package import Deadlines
package import Diagnostics
package import Registers

/// A release: the content of a workspace as it was published on a day.
package struct PublishedRelease: Sendable {
  package var id: String
  package var date: CalendarDate
  package var summary: LocalizedText?
  package var notes: [ReleaseNote]
  /// In the byte order of their names.
  package var files: [ContentFile]
  /// Where the release is stated; diagnostics about all of it point there.
  package var place: SourceRange
  /// Other tags of the same content, of its commit or later: they are no releases of their own.
  package var furtherTags: [String] = []
  /// Of its record, where it has one: the digest, and the ids of releases whose records it has the
  /// digests of.
  package var recordDigest: String?
  package var guarded: [String] = []
}

extension [PublishedRelease] {
  /// The digests of the records that no later release has written down: of the latest one, and of
  /// those that were made before there were such digests.
  package var unguardedRecords: [(id: String, sha256: String)] {
    let guarded = Set(flatMap(\.guarded))
    return compactMap { release in
      guarded.contains(release.id) ? nil : release.recordDigest.map { (release.id, $0) }
    }
  }
}

extension [PublishedRelease] {
  /// Oldest first; those of one day by id, numbers in it by their size.
  func inOrder() -> Self {
    sorted { left, right in
      left.date == right.date ? precedesNaturally(left.id, right.id) : left.date < right.date
    }
  }
}

/// Whether `left` stands before `right` where digits count as numbers: `v9` before `v10`.
package func precedesNaturally(_ left: String, _ right: String) -> Bool {
  var (first, second) = (Array(left.utf8)[...], Array(right.utf8)[...])
  while let a = first.first, let b = second.first {
    guard a.isASCIIDigit, b.isASCIIDigit else {
      if a != b { return a < b }
      first.removeFirst()
      second.removeFirst()
      continue
    }
    let (one, other) = (takeNumber(from: &first), takeNumber(from: &second))
    if one.count != other.count { return one.count < other.count }
    if one != other { return one.lexicographicallyPrecedes(other) }
  }
  if first.isEmpty != second.isEmpty { return first.isEmpty }
  // `1` and `01` are told apart, so that the order is a total one.
  return left < right
}

/// The digits at the front without leading zeros.
private func takeNumber(from text: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  let digits = text.prefix(while: \.isASCIIDigit)
  text = text[digits.endIndex...]
  return digits.drop { $0 == UInt8(ascii: "0") }
}
