internal import Agreements
internal import Deadlines
internal import Differencing

/// An agreement that only one version has: a change of its own, one for each company that it lists,
/// and a redline that is all of one colour.
func wholeAgreement(
  _ id: String, _ snapshot: AgreementSnapshot, in side: Side
) -> AgreementComparison {
  var table = WordTable()
  let text = ComparedText(snapshot, numberedBy: &table)
  let isOld = side == .old
  let title = snapshot.agreement.metadata.title.isEmpty ? id : snapshot.agreement.metadata.title
  let place = ChangePlace(file: snapshot.agreement.path)
  var change = Change(
    .of(.annex, isOld ? .removed : .added), entity: id, agreement: id,
    before: isOld ? place : nil, after: isOld ? nil : place,
    judgement: Judgement(.substantive, isOld ? .removal : .addition),
    statement: {
      BilingualText(
        english: "the document \u{201C}\(title)\u{201D} is \(isOld ? "removed" : "added")",
        german: "das Dokument \u{201E}\(title)\u{201C} \(isOld ? "entfällt" : "ist neu")")
    })
  change.order = ChangeOrder(owner: id)
  let companies = ListedCompanies(text, in: side).changes(id)
  return AgreementComparison(
    changes: [change] + companies, redline: wholeRedline(id, text, isOld: isOld))
}

/// The companies that a document lists which only one version has.
private struct ListedCompanies {
  private let text: ComparedText
  private let side: Side
  private let names: RecordNames
  private let topics: PlaceTopics
  private let marks: InlineMarks
  /// The column that the names of companies stand in.
  private var column: Int32?

  init(_ text: ComparedText, in side: Side) {
    self.text = text
    self.side = side
    let records = RecordPlaces.ofBoth(text, text).new
    names = records.names
    topics = records.topics
    marks = InlineMarks(text)
    column = text.nodes.indices.compactMap(nameColumn).min()
  }

  func changes(_ id: String) -> [Change] {
    text.nodes.indices.dropFirst().filter(isCompany).map { change($0, id) }
  }

  /// The column of the cell that a row has its name from.
  private func nameColumn(of node: Int) -> Int32? {
    guard text.nodes[node].shape == .row, text.nodes[node].role == .place,
      let start = names[node]?.tokens.lowerBound
    else { return nil }
    return text.nodes[node].passages.lazy.map { text.passages[Int($0)] }
      .first { $0.tokens.contains(start) }?.column
  }

  private func isCompany(_ node: Int) -> Bool {
    let place = text.nodes[node]
    guard place.role == .place, place.provision >= 0 else { return false }
    if place.shape == .row {
      // A row without a name of its own goes on with the company above it.
      return topics[node] == .subProcessors && text.kind(of: node) == .row
        && names.row(continuedBy: node) == nil && (nameColumn(of: node) ?? column) == column
    }
    guard let name = names[node] else { return false }
    return place.shape == .section
      || name.isOfCompany && (topics[node] == .subProcessors || name.isListed)
  }

  private func change(_ node: Int, _ id: String) -> Change {
    let isOld = side == .old
    let place = ChangePlace(text, node)
    let name =
      names[node].map { text.words(of: $0.tokens) } ?? text.firstCell(of: node) ?? ""
    let ranges = (node..<Int(text.nodes[node].end)).flatMap { inside in
      text.nodes[inside].passages.map { text.passages[Int($0)].tokens }.filter { !$0.isEmpty }
    }
    let strikes = Strikes(ranges, in: text, marks)
    let words = text.changedWords(ranges, of: node, RedlineMarks(marks, text))
    let subject = ChangeKind.Subject.subProcessor
    var change = Change(
      .of(subject, isOld ? .removed : .added), entity: name, agreement: id,
      before: isOld ? place : nil, after: isOld ? nil : place,
      judgement: Judgement(.substantive, isOld ? .removal : .addition),
      statement: {
        let (place, words) = (PlaceWords(place), words.quoted(strikes))
        return isOld
          ? Statements.removed(place, subject, .place, name: name, words: words, strikes)
          : Statements.added(place, subject, .place, name: name, words: words, strikes)
      })
    if isOld { change.removed = words } else { change.added = words }
    let provision = text.nodes[node].provision
    if isOld { change.oldProvision = provision } else { change.newProvision = provision }
    // The redline shows each place, and the document itself if it has words.
    change.clauses = [text.nodes[0].passages.isEmpty ? node - 1 : node]
    change.order = ChangeOrder(owner: id, place: node)
    return change
  }
}
