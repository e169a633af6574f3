internal import Agreements
internal import Deadlines
package import Diagnostics
internal import Frontmatter

/// Writes what was understood of an agreement's text as members of a JSON object: references,
/// terms, citations, periods, blanks and coverage, as docs/references.md describes them.
/// `number` is the agreement's index in `readings`.
package func appendReferences(
  of number: Int, in readings: [AgreementReading], _ understood: UnderstoodAgreement,
  to json: inout JSONText
) {
  var writer = ReferenceWriter(readings: readings, reading: readings[number], json: json)
  writer.append(understood)
  json = writer.json
}

/// All that was found in the text of one agreement.
package struct UnderstoodAgreement: Sendable {
  package var resolved = ResolvedAgreement()
  package var terms = TermReading()
  package var periods: [Period] = []
  package var blanks: [Blank] = []
  package var coverage: [DutyCoverage] = []
  /// See ``AgreementFindings/objections``.
  package var objections: [Period] = []

  package init() {}
}

private struct ReferenceWriter {
  let readings: [AgreementReading]
  let reading: AgreementReading
  var json: JSONText

  mutating func append(_ understood: UnderstoodAgreement) {
    list("references", understood.resolved.references) { $0.append($1) }
    list("citations", understood.resolved.citations) { $0.append($1) }
    var uses = [[TermUse]](repeating: [], count: understood.terms.terms.count)
    for use in understood.terms.uses { uses[use.term].append(use) }
    list("terms", Array(zip(understood.terms.terms, uses))) { $0.append($1.0, uses: $1.1) }
    list("periods", understood.periods) { $0.append($1) }
    list("blanks", understood.blanks) { $0.append($1) }
    list("coverage", understood.coverage) { $0.append($1) }
  }

  private mutating func list<Element>(
    _ name: String, _ elements: [Element], _ append: (inout Self, Element) -> Void
  ) {
    json.key(name)
    json.beginArray()
    for element in elements {
      json.beginObject()
      append(&self, element)
      json.endObject()
    }
    json.endArray()
  }

  /// Where a stretch of text stands: the clause's path, line and column, and the words.
  private mutating func place(_ range: Range<Int32>, _ provision: Int32) {
    path("path", reading.agreement, provision)
    place(reading.places.range(of: range).start)
    json.member("text", reading.text(range))
  }

  private mutating func place(_ start: SourcePosition) {
    json.member("line", start.line)
    json.member("column", start.column)
  }

  private mutating func path(_ key: String, _ agreement: Agreement, _ provision: Int32) {
    guard provision >= 0 else { return }
    json.member(key, agreement.legalPath(of: Int(provision)).written)
  }

  private mutating func target(_ target: ReferenceTarget) {
    let agreement = readings[Int(target.agreement)].agreement
    json.member("agreement", agreement.id)
    guard target.provision >= 0 else { return }
    json.member("parts", agreement.legalPath(of: Int(target.provision)).parts)
    path("path", agreement, target.provision)
    json.member("anchor", agreement.provisions[Int(target.provision)].anchor)
  }

  private mutating func append(_ reference: ResolvedReference) {
    place(reference.textRange, reference.provision)
    json.member("kind", reference.kind.rawValue)
    json.member("status", reference.status.rawValue)
    json.member("address", ifPresent: reference.parts.lazy.compactMap(\.address).first)
    list("targets", reference.parts.flatMap(\.targets)) { $0.target($1) }
  }

  private mutating func append(_ citation: Citation) {
    let law = reading.context.laws.laws[citation.law]
    place(citation.textRange, citation.provision)
    json.member("law", law.id)
    json.member("unit", citation.unit.rawValue)
    let parts = [
      ("number", citation.number), ("paragraph", citation.paragraph),
      ("subparagraph", citation.subparagraph), ("sentence", citation.sentence),
      ("point", citation.point), ("letter", citation.letter), ("through", citation.through),
    ]
    for (name, value) in parts where !value.isEmpty { json.member(name, value) }
    if citation.following != .none {
      json.member("following", citation.following == .one ? "f" : "ff")
    }
    json.member("written", ifPresent: citation.written.isEmpty ? nil : citation.written)
    json.member("lawIsImplied", ifTrue: citation.isLawImplied)
    let language = reading.agreement.metadata.language?.value ?? "en"
    json.member(
      "url",
      ifPresent: law.address(of: citation.number, citation.unit, language: language))
    json.member("repealed", ifPresent: law.repealed)
    json.member("void", ifPresent: law.void)
  }

  private mutating func append(_ term: DefinedTerm, uses: [TermUse]) {
    json.member("name", term.name)
    json.member("source", term.source.rawValue)
    if term.source == .text { place(term.textRange, term.provision) }
    list("uses", uses) { $0.place($1.textRange, $1.provision) }
  }

  private mutating func append(_ period: Period) {
    place(period.textRange, period.provision)
    json.member("kind", period.kind.rawValue)
    if period.amount > 0 { json.member("amount", period.amount) }
    json.member("unit", ifPresent: period.unit?.code)
    if period.times > 1 { json.member("times", period.times) }
    if period.bound != .exact { json.member("bound", period.bound.rawValue) }
    json.member("party", ifPresent: period.party.isEmpty ? nil : period.party)
    json.member(
      "trigger", ifPresent: period.triggerRange.isEmpty ? nil : reading.text(period.triggerRange))
  }

  private mutating func append(_ blank: Blank) {
    json.member("kind", blank.kind.rawValue)
    json.member("label", ifPresent: blank.label.isEmpty ? nil : blank.label)
    if let node = blank.node {
      path("path", reading.agreement, blank.provision)
      place(reading.places.start(ofNode: node))
    } else if blank.kind != .party {
      place(blank.textRange, blank.provision)
    }
  }

  private mutating func append(_ coverage: DutyCoverage) {
    json.member("duty", reading.context.catalogs.duties.duties[coverage.duty].id)
    json.member("status", coverage.status.rawValue)
    list("places", coverage.places) { $0.target($1) }
  }
}
