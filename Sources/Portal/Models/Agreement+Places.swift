internal import Agreements
internal import Deadlines

extension Agreement {
  /// The legal path of a place, as readers of a language call it.
  func path(of provision: Int, in language: String) -> String {
    legalPath(of: provision).written(in: Language(ofReaders: language))
  }
}

extension Language {
  /// The one that counted places are named in on pages of a language.
  init(ofReaders tag: String) { self = Language(rawValue: tag) ?? .english }
}
