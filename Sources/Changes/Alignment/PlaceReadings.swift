/// What is read of the places of one version while they are aligned, of each when first asked for.
struct PlaceReadings {
  var words: PlaceFeatures
  var phrases: PlaceFeatures
  var sentences: PlaceSentences
  /// What its places hold that places of the other version may be parts of.
  var unclaimed: UnclaimedText

  /// `parts`: how many places the other version has. `skipped`: by node, words that say nothing of
  /// it.
  init(_ text: ComparedText, parts: Int, besides skipped: [Int32: Range<Int32>]) {
    words = PlaceFeatures(.words, of: text, besides: skipped)
    phrases = PlaceFeatures(.phrases, of: text, besides: skipped)
    sentences = PlaceSentences(of: text)
    unclaimed = UnclaimedText(parts: parts)
  }
}
