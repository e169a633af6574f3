internal import Agreements

/// Tells which `Clause 9` of an agreement is one of the standard contractual clauses.
///
/// An agreement on transfers says once that the standard clauses apply, and then fills them in:
/// `in Clause 7, the docking clause applies`. That is so below the first naming of the clauses in a
/// section, if the agreement calls its own places otherwise, or if a clause is cited there that the
/// agreement doesn't have. It is so, too, in the annexes of the clauses: `in accordance with Clause
/// 13` in Annex I.C.
///
/// - Complexity: O(mentions × depth of the agreement).
struct ClauseContext {
  /// The standard clauses that a mention belongs to, by its place in the recognition.
  private var laws: [Int32: Int] = [:]
  /// The standard clauses that were named above an annex that is cited.
  private var annexLaws: [Int32: Int] = [:]
  /// The only standard clauses that an agreement names which calls its own places otherwise.
  private var only: Int?
  /// Where the agreement writes such clauses out itself.
  let own: OwnClauses
  private let finder: PlaceFinder

  private struct Naming {
    var start: Int32
    var root: Int32
    var law: Int
  }

  init(_ reading: AgreementReading, builder: CitationBuilder) {
    own = OwnClauses(reading, builder: builder)
    finder = PlaceFinder(index: reading.index)
    let namings = Self.namings(in: reading, builder: builder)
    guard let first = namings.first else { return }
    let annexes = Self.rootsOfAnnexes(in: reading)
    let usesClauses = Self.usesClauses(
      reading, outside: Set(namings.map(\.root)).union(annexes))
    if !usesClauses, namings.allSatisfy({ $0.law == first.law }) { only = first.law }
    let (own, finder) = (own, finder)
    var next = 0
    var current: [Int32: Int] = [:]
    /// Mentions below a naming, by their section and by the case of the word.
    var groups: [Int32: [(mention: Mention, law: Int)]] = [:]
    for mention in reading.recognition.mentions {
      while next < namings.count, namings[next].start < mention.textRange.lowerBound {
        current[namings[next].root] = namings[next].law
        next += 1
      }
      guard mention.qualifier == .none,
        mention.clauseWord != .none || mention.parts.first?.path.first?.level == .annex
      else { continue }
      let root = Self.root(of: mention.provision, in: reading.agreement)
      let mayBe = { (law: Int) in
        mention.parts.allSatisfy { builder.laws.laws[law].mayHave($0.path) }
      }
      if mention.clauseWord == .none {
        if let law = current[root], mayBe(law) { annexLaws[mention.textRange.lowerBound] = law }
        continue
      }
      let isInAnnex = mention.clauseWord == .capital && annexes.contains(root)
      guard let law = current[root] ?? (isInAnnex ? first.law : nil), mayBe(law),
        !own.hold(mention, finder)
      else { continue }
      let group = root << 1 | (mention.clauseWord == .capital ? 1 : 0)
      groups[group, default: []].append((mention, law))
    }
    for group in groups.values {
      let isForeign =
        !usesClauses
        || group.contains { element in
          element.mention.parts.contains {
            finder.find($0.path[...], from: .place(element.mention.provision)).places.isEmpty
          }
        }
      guard isForeign else { continue }
      for (mention, law) in group { laws[mention.textRange.lowerBound] = law }
    }
  }

  /// Whether a clause that is cited of the standard clauses stands in the agreement itself:
  /// `Clause 10 of the Standard Contractual Clauses in Attachment 1`.
  func isWrittenOut(_ mention: Mention) -> Bool {
    guard !own.places.isEmpty, mention.clauseWord != .none else { return false }
    return mention.parts.allSatisfy { part in
      own.places.contains { !finder.find(part.path[...], from: .inside($0)).places.isEmpty }
    }
  }

  func law(of mention: Mention) -> Int? { laws[mention.textRange.lowerBound] }

  /// The standard clauses whose annex is meant where the agreement has no such annex.
  func law(ofAnnex mention: Mention) -> Int? { annexLaws[mention.textRange.lowerBound] }

  /// The standard clauses that a `Clause 15.2` is of which the agreement does not have.
  func law(ofMissing mention: Mention) -> Int? { mention.clauseWord == .capital ? only : nil }

  /// Where standard clauses are named, in the order of the text.
  private static func namings(
    in reading: AgreementReading, builder: CitationBuilder
  ) -> [Naming] {
    var namings: [Naming] = []
    func add(_ reference: LawReference, _ start: Int32, _ provision: Int32) {
      guard let law = builder.law(reference, number: ""), builder.laws.laws[law].unit == .clause
      else { return }
      namings.append(
        Naming(start: start, root: root(of: provision, in: reading.agreement), law: law))
    }
    for mention in reading.recognition.laws {
      add(mention.law, mention.textRange.lowerBound, mention.provision)
    }
    for mention in reading.recognition.mentions {
      guard case .law(let law) = mention.qualifier else { continue }
      add(law, mention.textRange.lowerBound, mention.provision)
    }
    return namings.sorted { $0.start < $1.start }
  }

  /// The annexes of standard clauses that an agreement names, and the sections in them: those are
  /// written for the clauses, and cite them without their name.
  private static func rootsOfAnnexes(in reading: AgreementReading) -> Set<Int32> {
    let provisions = reading.agreement.provisions
    var annexes: [Int32: String] = [:]
    var isDivided = false
    var roots: Set<Int32> = []
    for index in provisions.indices {
      let parent = provisions[index].parent
      if provisions[index].kind == .annex {
        let designation = provisions[index].designation
        let number = ProvisionIndex.number(designation)
        guard let word = AnnexWord(beginning: designation), word == .annex || word == .anhang,
          let first = number.split(separator: ".").first.map(String.init),
          Self.annexNumbers.contains(first)
        else { continue }
        annexes[Int32(index)] = first
        roots.insert(Int32(index))
        if ["i.a", "i.b", "i.c"].contains(number) { isDivided = true }
      } else if provisions[index].kind == .section, let annex = annexes[parent] {
        roots.insert(Int32(index))
        let letter = ProvisionIndex.number(provisions[index].designation)
        if annex == "i" || annex == "1", ["a", "b", "c"].contains(letter) { isDivided = true }
      }
    }
    return isDivided ? roots : []
  }

  private static let annexNumbers: Set<String> = ["i", "ii", "iii", "iv", "1", "2", "3", "4"]

  /// Whether the agreement calls its own places clauses, as far as it says outside of the sections
  /// on the standard clauses.
  private static func usesClauses(_ reading: AgreementReading, outside roots: Set<Int32>) -> Bool {
    var clauses = 0
    var others = 0
    for mention in reading.recognition.mentions {
      guard mention.qualifier == .none, mention.parts.first?.path.first?.level == .section,
        !roots.contains(root(of: mention.provision, in: reading.agreement))
      else { continue }
      if mention.clauseWord == .none { others += 1 } else { clauses += 1 }
    }
    return clauses > others || reading.index.hasClauses
  }

  /// The outermost place around another one, of an annex without sections the annex.
  private static func root(of place: Int32, in agreement: Agreement) -> Int32 {
    var root = place
    while root != Provision.none {
      let parent = agreement.provisions[Int(root)].parent
      guard parent != Provision.none else { return root }
      if agreement.provisions[Int(parent)].kind == .annex {
        return agreement.provisions[Int(root)].kind == .section ? root : parent
      }
      root = parent
    }
    return root
  }
}
