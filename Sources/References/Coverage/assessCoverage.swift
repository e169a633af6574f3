internal import Agreements
package import Diagnostics
internal import Markup

/// How one agreement covers one duty of Art. 28 GDPR.
package struct DutyCoverage: Sendable {
  package enum Status: String, Sendable {
    /// By clauses that say so with `covers`.
    case declared
    /// By another document of the portal that says so, to which this one refers.
    case elsewhere
    /// As far as citations and headings let one think.
    case suggested
    case missing
  }

  /// The duty's index in ``DutyCatalog/duties``.
  package var duty: Int
  package var status: Status
  /// The clauses, in the order of the text; of `elsewhere` those of the other document.
  package var places: [ReferenceTarget]
}

/// Finds for each agreement which clauses cover the duties of Art. 28 GDPR.
///
/// What the author declares counts. Where nothing is declared, clauses are suggested: those that
/// cite the provision, else those whose heading has its words. A suggestion is never more than that.
///
/// - Returns: a row of all duties for each agreement, and `unknown-duty` for each `covers` that is
///   none.
/// - Complexity: O(provisions × duties + citations × duties).
package func assessCoverage(
  of readings: [AgreementReading], _ resolved: [ResolvedAgreement]
) -> (rows: [[DutyCoverage]], diagnostics: [Diagnostic]) {
  var diagnostics: [Diagnostic] = []
  var declared: [[Int: [ReferenceTarget]]] = []
  for (number, reading) in readings.enumerated() {
    declared.append(declarations(in: reading, number: number, &diagnostics))
  }
  let rows = readings.indices.map { number in
    let duties = readings[number].context.catalogs.duties.duties
    let suggested = suggestions(in: readings[number], resolved[number], number: number)
    let others = Set(
      resolved[number].references.flatMap(\.parts).flatMap(\.targets)
        .map { Int($0.agreement) }.filter { $0 != number }
    ).sorted()
    return duties.indices.map { duty in
      if let places = declared[number][duty] {
        return DutyCoverage(duty: duty, status: .declared, places: places)
      }
      if let other = others.lazy.compactMap({ declared[$0][duty] }).first {
        return DutyCoverage(duty: duty, status: .elsewhere, places: other)
      }
      if let places = suggested[duty] {
        return DutyCoverage(duty: duty, status: .suggested, places: places)
      }
      return DutyCoverage(duty: duty, status: .missing, places: [])
    }
  }
  return (rows, diagnostics)
}

private func declarations(
  in reading: AgreementReading, number: Int, _ diagnostics: inout [Diagnostic]
) -> [Int: [ReferenceTarget]] {
  let duties = reading.context.catalogs.duties.duties
  var declared: [Int: [ReferenceTarget]] = [:]
  // Near misses cost time, and a file can hold thousands of wrong duties.
  var helped = 0
  for (index, provision) in reading.agreement.provisions.enumerated() {
    for id in provision.covers {
      guard let duty = duties.firstIndex(where: { $0.id == id }) else {
        diagnostics.append(
          Diagnostic(
            .unknownDuty, .error, "'\(id)' is no duty of Art. 28 GDPR that a clause can cover",
            at: reading.places.range(ofProvision: Int32(index)),
            help: helped < 50
              ? replacementHelp(for: id, among: duties.map(\.id), noun: "duties")
              : "write the number of a duty, such as '28.3.a'"))
        helped += 1
        continue
      }
      declared[duty, default: []].append(
        ReferenceTarget(agreement: Int32(number), provision: Int32(index)))
    }
  }
  return declared
}

/// Clauses that cite a duty, or else are headed by its words; at most a few for each duty.
private func suggestions(
  in reading: AgreementReading, _ resolved: ResolvedAgreement, number: Int
) -> [Int: [ReferenceTarget]] {
  let duties = reading.context.catalogs.duties.duties
  let gdpr = reading.context.laws.law("gdpr")
  var suggested: [Int: [ReferenceTarget]] = [:]
  func suggest(_ duty: Int, _ provision: Int32) {
    guard provision >= 0 else { return }
    let target = ReferenceTarget(agreement: Int32(number), provision: provision)
    guard suggested[duty, default: []].count < 8, suggested[duty]?.last != target else { return }
    suggested[duty, default: []].append(target)
  }
  for citation in resolved.citations where citation.law == gdpr && citation.unit == .article {
    for (index, duty) in duties.enumerated() where duty.cites.contains(where: { citation.fits($0) })
    {
      suggest(index, citation.provision)
    }
  }
  let cited = Set(suggested.keys)
  for (index, provision) in reading.agreement.provisions.enumerated() {
    guard provision.kind == .section || provision.kind == .annex || provision.kind == .clause,
      !provision.title.isEmpty
    else { continue }
    let words = words(of: Array(provision.title.utf8)[...])
    for (number, duty) in duties.enumerated() where !cited.contains(number) {
      if duty.titles.contains(where: { $0.fits(words) }) { suggest(number, Int32(index)) }
    }
  }
  let headed = Set(suggested.keys)
  let open = duties.indices.filter { !headed.contains($0) && !duties[$0].texts.isEmpty }
  guard !open.isEmpty else { return suggested }
  let text = reading.agreement.tree.text
  for passage in reading.passages where passage.kind == .text {
    let words = words(of: text[Int(passage.start)..<Int(passage.end)])
    for number in open where duties[number].texts.contains(where: { $0.fits(words) }) {
      suggest(number, passage.provision)
    }
  }
  return suggested
}

/// The words of a text in lower case, a hyphen taken for a space.
private func words(of text: ArraySlice<UInt8>) -> [[UInt8]] {
  text.split { byte in
    byte < 0x80 && !(byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) && byte != 0x27
  }.map { WordStem.lowered($0) }
}

extension Citation {
  /// Whether it cites what `pattern` names: `28.3.c`, `32`, `32-36`.
  fileprivate func fits(_ pattern: String) -> Bool {
    if let dash = pattern.firstIndex(of: "-") {
      guard let low = Int(pattern[..<dash]), let high = Int(pattern[pattern.index(after: dash)...]),
        let first = Int(number), let last = Int(through), paragraph.isEmpty
      else { return false }
      return first >= low && last <= high
    }
    let parts = pattern.split(separator: ".")
    guard String(parts[0]) == number, through.isEmpty || !paragraph.isEmpty else { return false }
    if parts.count > 1 {
      // `Art. 28 (2)-(4)` cites paragraph 3, too.
      guard paragraph == parts[1] || isWithin(parts[1], letter.isEmpty ? paragraph : "") else {
        return false
      }
    }
    return parts.count < 3 || letter == parts[2]
      || (!letter.isEmpty && letter <= parts[2] && parts[2] <= through)
  }

  private func isWithin(_ value: Substring, _ first: String) -> Bool {
    guard let value = Int(value), let first = Int(first), let last = Int(through) else {
      return false
    }
    return value >= first && value <= last
  }
}

extension Diagnostic.Code {
  package static let unknownDuty = Self(rawValue: "unknown-duty")
}
