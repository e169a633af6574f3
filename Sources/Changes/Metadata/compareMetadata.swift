internal import Agreements
internal import Frontmatter

/// Compares what the frontmatter of two versions says.
///
/// Its keys are described in docs/content.md. The `id` is no fact of the text but its address, by
/// which versions are found to be of one text.
///
/// - Returns: the changes, and the facts that they are about, as a redline shows them.
func compareMetadata(
  _ id: String, _ old: AgreementMetadata, _ new: AgreementMetadata,
  files: (old: String, new: String)
) -> (changes: [Change], facts: [RedlineFact]) {
  var comparison = MetadataComparison(
    id: id, files: files, languages: (old.language?.value, new.language?.value))
  comparison.compareFacts(old, new)
  comparison.compareNames(old, new)
  comparison.compareParties(old.parties, new.parties)
  comparison.compareDocuments(old.relatedDocuments, new.relatedDocuments)
  comparison.compareSignatures(old.signatures, new.signatures)
  comparison.compareAdoption(old, new)
  comparison.compareOthers(old.otherFacts, new.otherFacts)
  return (comparison.changes, comparison.facts)
}
