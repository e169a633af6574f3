internal import Agreements
internal import Deadlines
internal import Diagnostics
internal import Differencing
internal import Frontmatter
internal import Markup
internal import References

/// Tells what differs between two versions of one agreement, once it is known which places
/// correspond.
struct AgreementDiffer {
  let id: String
  let old: ComparedText
  let new: ComparedText
  let oldRecords: RecordPlaces
  let newRecords: RecordPlaces
  let alignment: Alignment
  let targets: TargetMap
  let marks: MarksOfBoth
  let numbers: PlaceNumbers
  var enumerations: Enumerations
  /// The heads of tables that were lists, or became lists.
  let relaidHeads: RelaidHeads
  let relaidColumns: RelaidColumns
  let movedSentences: MovedSentences
  var words: WordComparer
  var judging: TextJudging
  var tables: ComparedTables
  var columns = ColumnChanges()
  var reshaped: ReshapedPlaces
  var order = OrderChanges()
  /// Addresses of documents that the frontmatter says otherwise now, each with the new one: told
  /// once, and not of each reference to them.
  var readdressed: [String: String] = [:]
  var changes: [Change] = []
  var redline: Redline
  /// Which of the woven places is compared.
  var sequence = 0
  /// Read where a row of sub-processors came or went.
  lazy var engaged = (
    old: EngagedCompanies(old, oldRecords, alignment.newOf, of: (new, newRecords)),
    new: EngagedCompanies(new, newRecords, alignment.oldOf, of: (old, oldRecords))
  )

  /// The paths of both versions; read where a place is gone.
  lazy var oldPaths = PathDigests(old.agreement)
  lazy var newPaths = PathDigests(new.agreement)
  lazy var pathsOfNew = newPaths.table()

  /// Read where a row moved.
  lazy var groupLabels = (old: GroupLabels(old), new: GroupLabels(new))

  /// Read where a measure moved.
  lazy var relabelling = Relabelling(
    old, oldRecords, groupLabels.old, new, groupLabels.new, alignment)

  init(_ pair: AlignedPair, targets: TargetMap) {
    id = pair.id
    old = pair.old
    new = pair.new
    oldRecords = pair.oldRecords
    newRecords = pair.newRecords
    alignment = pair.alignment
    self.targets = targets
    marks = MarksOfBoth(old, new)
    numbers = PlaceNumbers(pair)
    enumerations = Enumerations(old, new, alignment)
    relaidHeads = RelaidHeads(old, new, alignment)
    relaidColumns = RelaidColumns(old, oldRecords, new, newRecords, alignment)
    var comparer = WordComparer(
      old, new, targets: targets, reranked: alignment.reranked(old, new),
      firstContentWord: pair.firstContentWord)
    movedSentences = MovedSentences(alignment, &comparer)
    words = comparer
    judging = TextJudging(old, new, marks, targets)
    tables = ComparedTables(old, new, oldRecords.columns, newRecords.columns, alignment)
    reshaped = ReshapedPlaces(old, new, alignment)
    redline = Redline(agreement: pair.id, old: old.snapshot.reading, new: new.snapshot.reading)
    redline.oldMarks = RedlineMarks(marks.old, old)
    redline.newMarks = RedlineMarks(marks.new, new)
  }

  mutating func compare() -> AgreementComparison {
    let metadata = compareMetadata(
      id, old.agreement.metadata, new.agreement.metadata,
      files: (old.agreement.path, new.agreement.path))
    changes += metadata.changes
    redline.facts = metadata.facts
    for change in metadata.changes where change.field?.hasSuffix(".url") == true {
      if let before = change.valueBefore, let after = change.valueAfter {
        readdressed[before] = after
      }
    }
    judging.renamed = RenamedTermSearch.terms(
      of: old, new, alignment, metadata: metadata.changes)
    let entries = Weaver.weave(old, new, alignment)
    redline.clauses.reserveCapacity(entries.count)
    // Most entries that differ become a change, and changes are large to move to a larger array.
    changes.reserveCapacity(changes.count + entries.count { $0.state != .unchanged })
    for entry in entries {
      sequence += 1
      switch entry.state {
      case .unchanged, .changed, .movedHere: comparePair(entry)
      case .added, .splitOff: if entry.new > 0 { noteWhole(entry, in: .new) }
      case .removed, .mergedAway: if entry.old > 0 { noteWhole(entry, in: .old) }
      case .movedAway: if !isRelaidInPlace(entry) { appendClause(entry, .movedAway, []) }
      }
    }
    reportColumns()
    reportOrder()
    reportRenumbering()
    reshaped.join(&redline, &changes)
    dropLeftPlaces()
    return AgreementComparison(changes: changes, redline: redline)
  }
}

// MARK: - Places

extension AgreementDiffer {
  func text(_ side: Side) -> ComparedText { side == .old ? old : new }

  func records(_ side: Side) -> RecordPlaces { side == .old ? oldRecords : newRecords }

  func place(ofOld node: Int32) -> ChangePlace { ChangePlace(old, Int(node)) }
  func place(ofNew node: Int32) -> ChangePlace { ChangePlace(new, Int(node)) }

  /// What a change is about: a record of a register, or a place of the text.
  func subject(_ entry: WovenEntry) -> ChangeKind.Subject {
    // A section that became an annex is a section that moved.
    let isReranked =
      entry.old > 0 && entry.new > 0 && new.nodes[Int(entry.new)].isSectionOrAnnex
      && old.nodes[Int(entry.old)].shape != new.nodes[Int(entry.new)].shape
    let isNew = entry.new > 0 && !isReranked
    let node = Int(isNew ? entry.new : entry.old)
    let text = isNew ? new : old
    let records = isNew ? newRecords : oldRecords
    let topic = records.topics[node]
    guard node > 0, text.nodes[node].role == .place || text.nodes[node].role == .title else {
      return .clause
    }
    switch text.kind(of: node) {
    case .annex: return .annex
    case .section:
      return records.names[node] == nil ? .section : .subProcessor
    case .row:
      return topic == .subProcessors ? .subProcessor : topic == .measures ? .measure : .clause
    case .clause, .item, .group, .paragraph:
      if topic == .measures, text.kind(of: node) != .paragraph { return .measure }
      // An entry of a list that names one: `Gull Ltd. Mail`.
      guard let name = records.names[node], name.isOfCompany else { return .clause }
      return topic == .subProcessors || name.isListed ? .subProcessor : .clause
    case .table: return .clause
    }
  }

  /// A change of this agreement, in the order of its text.
  ///
  /// `statement`: says what happened, of the place in the old and in the new version.
  func change(
    _ kind: ChangeKind, _ entry: WovenEntry, _ judgement: Judgement,
    _ statement: @escaping @Sendable (_ before: PlaceWords, _ after: PlaceWords) -> BilingualText
  ) -> Change {
    let before = entry.old >= 0 ? place(ofOld: entry.old) : nil
    let after = entry.new >= 0 ? place(ofNew: entry.new) : nil
    var change = Change(
      kind, entity: entity(entry), agreement: id, before: before, after: after,
      judgement: judgement,
      statement: { statement(PlaceWords(before), PlaceWords(after ?? before)) })
    if entry.old > 0 { change.oldProvision = old.nodes[Int(entry.old)].provision }
    if entry.new > 0 { change.newProvision = new.nodes[Int(entry.new)].provision }
    if !redline.clauses.isEmpty { change.clauses = [redline.clauses.count - 1] }
    change.order = ChangeOrder(owner: id, place: sequence, sequence: changes.count)
    return change
  }

  /// Adds such a change.
  mutating func report(
    _ kind: ChangeKind, _ entry: WovenEntry, _ judgement: Judgement,
    _ statement: @escaping @Sendable (_ before: PlaceWords, _ after: PlaceWords) -> BilingualText
  ) {
    changes.append(change(kind, entry, judgement, statement))
  }

  /// The words by which a row is known.
  func recordName(_ node: Int, _ text: ComparedText) -> String? {
    let names = text === new ? newRecords.names : oldRecords.names
    return names[node].map { text.words(of: $0.tokens) } ?? text.firstCell(of: node)
  }

  /// What a row is about, and the company that an entry of a list begins with, by the name that it
  /// had; empty for all else.
  func rowName(_ entry: WovenEntry) -> String {
    for (node, text) in [(Int(entry.old), old), (Int(entry.new), new)] where node > 0 {
      guard text.nodes[node].role == .place else { continue }
      if text.nodes[node].shape == .row { return recordName(node, text) ?? "" }
      if let name = entryName(node, text) { return name }
    }
    return ""
  }

  /// The company that an entry of a list begins with.
  func entryName(_ node: Int, _ text: ComparedText) -> String? {
    let shape = text.nodes[node].shape
    guard shape == .text || shape == .section,
      let name = (text === new ? newRecords : oldRecords).names[node],
      name.isOfCompany || shape == .section
    else { return nil }
    let end = name.tokens.upperBound
    // The stop of `Inc.` and `Ltd.`
    let hasStop =
      Int(end) < text.tokens.count && text.tokens.words[Int(end)].lead == .nothing
      && text.words(of: end..<end + 1) == "." && text.isShortForm(end - 1)
    return text.words(of: name.tokens.lowerBound..<(hasStop ? end + 1 : end))
  }

  /// The name of a record, or the anchor of a place.
  private func entity(_ entry: WovenEntry) -> String {
    let isNew = entry.new > 0
    let node = Int(isNew ? entry.new : entry.old)
    let text = isNew ? new : old
    guard node > 0, text.nodes[node].provision >= 0 else { return id }
    let isCompany = subject(entry) == .subProcessor
    if isCompany, let name = entryName(node, text) { return name }
    if isCompany || text.nodes[node].shape == .row && text.nodes[node].role == .place,
      let name = recordName(node, text)
    {
      return name
    }
    return text.agreement.provisions[Int(text.nodes[node].provision)].anchor
  }
}

extension ChangePlace {
  init(_ text: ComparedText, _ node: Int) {
    self.init(text.snapshot.reading, provision: text.nodes[node].provision)
  }
}

extension ComparedText {
  /// The number or marker of a node; empty for what has none.
  func designation(of node: Int) -> String {
    guard nodes[node].provision >= 0 else { return "" }
    let provision = Int(nodes[node].provision)
    switch nodes[node].role {
    case .place: return agreement.provisions[provision].designation
    case .title: return agreement.provisions[provision].secondDesignation
    case .body, .head: return ""
    }
  }

  func path(of node: Int) -> LegalPath {
    let provision = Int(nodes[node].provision)
    return provision >= 0 ? agreement.legalPath(of: provision) : LegalPath([])
  }

  /// The row of the markup tree that a node is.
  func row(of node: Int32) -> Int32? {
    guard nodes[Int(node)].role == .place, nodes[Int(node)].provision >= 0 else { return nil }
    return agreement.provisions[Int(nodes[Int(node)].provision)].node
  }

  /// The row that a node is; of the head of a table, the one below it.
  func row(in node: Int32) -> Int32? {
    guard nodes[Int(node)].role == .head else { return row(of: node) }
    return nodes.indices.contains(Int(node) + 1) ? row(of: node + 1) : nil
  }

  /// The column of the first filled cell of a row.
  func firstColumn(of node: Int32) -> Int {
    nodes[Int(node)].passages.first.map { Int(passages[Int($0)].column) } ?? 0
  }

  /// The words of the first filled cell of a row.
  func firstCell(of node: Int) -> String? {
    guard let first = nodes[node].passages.first else { return nil }
    return words(of: passages[Int(first)].tokens)
  }

  /// The words of some neighbouring tokens, as the text has them, in one line.
  func words(of range: Range<Int32>) -> String {
    guard let first = range.first, let last = range.last else { return "" }
    let (start, end) = (tokens.words[Int(first)].start, tokens.words[Int(last)].end)
    let bytes = agreement.tree.text[Int(start)..<Int(end)]
    var line: [UInt8] = []
    line.reserveCapacity(bytes.count)
    for byte in bytes {
      let isSpace = byte == 0x0A || byte == 0x09 || byte == 0x20
      if isSpace, line.last == 0x20 { continue }
      line.append(isSpace ? 0x20 : byte)
    }
    return String(decoding: line, as: UTF8.self)
  }
}
