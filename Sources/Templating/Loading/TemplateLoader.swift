/// Where an environment finds its templates.
package protocol TemplateLoader: Sendable {
  /// The bytes of a template, or `nil` where there is none of that name.
  func source(named name: String) -> [UInt8]?

  /// The names of all templates, sorted.
  var names: [String] { get }
}

/// Templates held in memory, by name.
package struct MemoryLoader: TemplateLoader {
  private let sources: [String: [UInt8]]
  package let names: [String]

  package init(_ sources: [String: [UInt8]]) {
    self.sources = sources
    names = sources.keys.sorted()
  }

  package init(_ sources: [String: String]) {
    self.init(sources.mapValues { Array($0.utf8) })
  }

  package func source(named name: String) -> [UInt8]? { sources[name] }
}

/// The text of one template.
package struct TemplateSource: Sendable {
  package let name: String
  package let bytes: [UInt8]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}
