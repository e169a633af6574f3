package import Deadlines

/// One template to render.
package struct RenderSettings: Equatable, Sendable {
  /// A name within `theme`, or the path of a file where there is no theme.
  package var template: String
  package var theme: String?
  package var dataPath: String
  package var data: [UInt8]
  package var undefined: UndefinedChoice
  /// That of the theme's words.
  package var language: Language
}

/// What an unknown name does in a template.
package enum UndefinedChoice: String, CaseIterable, Sendable {
  case strict, lenient, chainable
}
