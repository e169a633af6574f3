internal import Deadlines
internal import Registers

extension Language {
  /// The one that pages of a language say in what Annex knows in two only.
  init(ofReaders tag: String) { self = Self(rawValue: primaryLanguage(of: tag)) ?? .english }
}

extension BilingualText {
  /// The text on pages of a language.
  func text(onPagesIn tag: String) -> String { text(in: Language(ofReaders: tag)) }
}
