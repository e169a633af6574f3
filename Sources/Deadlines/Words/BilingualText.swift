/// A language that results are explained in.
package enum Language: String, CaseIterable, Sendable {
  case english = "en"
  case german = "de"
}

/// Words in each of the languages.
package struct BilingualText: Hashable, Sendable {
  package var english: String
  package var german: String

  package init(english: String, german: String) {
    self.english = english
    self.german = german
  }

  package func text(in language: Language) -> String {
    switch language {
    case .english: english
    case .german: german
    }
  }
}
