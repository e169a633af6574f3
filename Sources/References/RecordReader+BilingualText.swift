internal import Deadlines
internal import Frontmatter

extension RecordReader {
  /// A text that catalogs state as `{en: ..., de: ...}`. What one language lacks is the other's;
  /// empty where nothing is stated.
  mutating func bilingualText(_ key: String) -> BilingualText {
    let stated = record(key, what: key) { inner in
      (english: inner.text("en")?.value, german: inner.text("de")?.value)
    }
    let either = stated?.english ?? stated?.german ?? ""
    return BilingualText(english: stated?.english ?? either, german: stated?.german ?? either)
  }
}
