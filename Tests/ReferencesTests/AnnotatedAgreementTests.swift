import Agreements
import Diagnostics
import Foundation
import References
import Testing

/// How much of what a careful reader sees in whole agreements is found, is right, and is real.
struct AnnotatedAgreementTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures/annotated")

  static var names: [String] {
    let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (files ?? []).sorted()
  }

  @Test(arguments: names) func readsWhatACarefulReaderWould(name: String) throws {
    let file = Self.folder.appending(path: name)
    let score = Score(AnnotatedSource(try String(contentsOf: file, encoding: .utf8)))
    #expect(score.expected > 20)
    let faults = score.faults.joined(separator: "\n")
    if !faults.isEmpty { Issue.record("\(name) of \(score.expected):\n\(faults)") }
  }
}

/// What was found in one agreement, compared with what its annotations say.
private struct Score {
  private(set) var faults: [String] = []
  private(set) var expected = 0
  private let reading: AgreementReading

  private struct Found {
    var values: [String]
    var text: String
    var start: SourcePosition
  }

  init(_ source: AnnotatedSource) {
    let (portal, _) = understand(source.text)
    reading = portal.readings[0]
    let understood = portal.agreements[0]
    compare(references(understood.resolved), source, kind: ">")
    compare(citations(understood.resolved), source, kind: "§")
    compare(definitions(understood.terms), source, kind: "=")
  }

  private mutating func compare(_ found: [Found], _ source: AnnotatedSource, kind: Character) {
    let wanted = source.expectations.filter { $0.kind == kind }
    expected += wanted.count
    var values = [[String]](repeating: [], count: wanted.count)
    let optional = source.expectations.filter { $0.kind == "~" }
    for one in found where !optional.contains(where: { $0.contains(one.start) }) {
      guard let index = wanted.firstIndex(where: { $0.contains(one.start) }) else {
        faults.append("\(one.start.line): '\(one.text)' is nothing, but read as \(one.values)")
        continue
      }
      values[index] += one.values
    }
    for (want, got) in zip(wanted, values) {
      let expected = kind == "=" && want.values.isEmpty ? [Self.bare(want.text)] : want.values
      if got.isEmpty {
        faults.append("\(want.start.line): '\(want.text)' is missed, \(expected)")
      } else if got != expected {
        faults.append("\(want.start.line): '\(want.text)' is \(expected), but read as \(got)")
      }
    }
  }

  private static func bare(_ text: String) -> String {
    String(text.filter { !"\"“”„*'‚‘’:".contains($0) })
  }

  private func found(_ values: [String], _ range: Range<Int32>) -> Found {
    let start = reading.places.range(of: range).start
    return Found(values: values, text: reading.text(range), start: start)
  }

  private func references(_ resolved: ResolvedAgreement) -> [Found] {
    resolved.references.map { reference in
      let values = reference.parts.flatMap { part -> [String] in
        switch part.status {
        case .external: return ["ext"]
        case .unresolved: return ["none"]
        default: break
        }
        return part.targets.map {
          $0.provision < 0 ? "doc" : reading.agreement.legalPath(of: Int($0.provision)).written
        }
      }
      return found(values, reference.textRange)
    }
  }

  private func citations(_ resolved: ResolvedAgreement) -> [Found] {
    resolved.citations.filter { $0.unit != .law }.map { citation in
      found(["\(shippedLaws.laws[citation.law].id) \(citation.written)"], citation.textRange)
    }
  }

  private func definitions(_ terms: TermReading) -> [Found] {
    let all = terms.terms.filter { $0.source == .text } + terms.repeated.map(\.again)
    return all.sorted { $0.textRange.lowerBound < $1.textRange.lowerBound }.map {
      found([$0.name], $0.textRange)
    }
  }
}
