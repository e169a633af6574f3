internal import Agreements

/// Two versions of an agreement with what corresponds in them.
struct AlignedPair: Sendable {
  let id: String
  let old: ComparedText
  let new: ComparedText
  let oldRecords: RecordPlaces
  let newRecords: RecordPlaces
  let alignment: Alignment
  /// The first number of a word that is no particle; see ``Particles``.
  let firstContentWord: Int32

  init(id: String, _ old: AgreementSnapshot, _ new: AgreementSnapshot) {
    self.id = id
    var table = Particles.table
    firstContentWord = Particles.count
    let first = ComparedText(old, numberedBy: &table)
    let read = (first, ComparedText(new, numberedBy: &table, after: first))
    (self.old, self.new) = withOneShape(read.0, read.1)
    (oldRecords, newRecords) = RecordPlaces.ofBoth(self.old, self.new)
    var aligner = Aligner(self.old, self.new, oldRecords, newRecords)
    alignment = aligner.align()
  }

  /// For each provision of the old version the one that it became.
  var moves: ProvisionMoves {
    var aliases: [Int32: Int32] = [:]
    var news = old.nodeOfProvision.map { node in
      let match = alignment.newOf[Int(node)]
      return match >= 0 ? new.nodes[Int(match)].provision : Provision.none
    }
    for index in old.nodes.indices where old.nodes[index].role == .title {
      // Whoever called the annex by the name that it took meant the section.
      let match = alignment.newOf[index]
      guard match >= 0 else { continue }
      let section = new.nodes[Int(match)].provision
      let annex = news[Int(old.nodes[index].provision)]
      if annex < 0 {
        news[Int(old.nodes[index].provision)] = section
      } else if section != annex {
        aliases[section] = annex
      }
    }
    return .all(news, aliases: aliases)
  }

  func compare(_ targets: TargetMap) -> AgreementComparison {
    var differ = AgreementDiffer(self, targets: targets)
    return differ.compare()
  }
}

/// Both versions in one shape, as far as they say the same: what is read otherwise only because
/// something else came or went has not changed.
private func withOneShape(
  _ old: ComparedText, _ new: ComparedText
) -> (old: ComparedText, new: ComparedText) {
  var texts = withAnnexTitles(old, new)
  texts = withOneReadingOfRows(texts.old, texts.new)
  texts = withGroupsAsSections(texts.old, texts.new)
  return withBareHeadings(texts.old, texts.new)
}
