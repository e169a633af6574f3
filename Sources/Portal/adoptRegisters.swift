internal import Adoption
internal import Agreements
internal import Diagnostics
internal import Frontmatter
internal import Registers

/// Reads the lists of all agreements whose authors name them as the register.
///
/// A translation repeats the list of its original: it adds its words where it lists the same. What only some may read
/// stays with them. `taken` are the records that have files of their own: adopted ones get other
/// ids. `published`: by agreement, the ids that companies have in releases, by their names.
func adoptRegisters(
  of agreements: [Agreement], settings: PortalSettings?, taken: [SubProcessor],
  ids published: [String: [String: String]] = [:]
) -> (records: [SubProcessor], diagnostics: [Diagnostic]) {
  let adopting = agreements.filter { !$0.metadata.adoptedSubProcessors.isEmpty }
  guard !adopting.isEmpty else { return ([], []) }
  let originals = Set(adopting.map(\.id))
  let context = settings.map { AdoptionContext($0) } ?? AdoptionContext()
  var ids = Set(taken.map(\.id.value))
  var records: [SubProcessor] = []
  var diagnostics: [Diagnostic] = []
  for agreement in adopting {
    if let original = agreement.metadata.translationOf?.value, originals.contains(original) {
      continue
    }
    var (found, faults) = adoptSubProcessors(of: agreement, in: context)
    for translation in agreement.translations(among: adopting) {
      let words = adoptSubProcessors(of: translation, in: context).records
      guard
        !SubProcessor.addWords(of: words, in: translation, to: &found, of: agreement)
      else { continue }
      faults.append(.translatedList("companies", of: translation, original: agreement))
    }
    diagnostics += faults
    for var record in found {
      if let known = published[agreement.id]?[record.name.value] { record.id.value = known }
      let base = record.id.value
      var count = 1
      while !ids.insert(record.id.value).inserted {
        count += 1
        record.id.value = "\(base)-\(count)"
      }
      record.audience = agreement.metadata.audience
      records.append(record)
    }
  }
  return (records, diagnostics)
}

extension Agreement {
  /// The other language versions of the agreement for the same readers.
  func translations(among agreements: [Agreement]) -> [Agreement] {
    agreements.filter {
      $0.metadata.translationOf?.value == id && $0.id != id
        && $0.metadata.audience == metadata.audience
    }
  }
}
