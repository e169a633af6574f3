internal import Agreements
internal import Frontmatter
package import Registers

/// What a portal knows that helps to understand its lists of measures.
///
/// Shape: empty for a file that is read by itself.
package struct MeasureContext: Sendable {
  private var scopes: [[UInt8]: (id: String, name: String)] = [:]
  private var subProcessors: [[UInt8]: String] = [:]
  /// The processor's name, folded.
  private var processor: [UInt8]?
  /// In the order of the portal.
  private(set) var scopeIDs: [String] = []
  var hasScopes: Bool { !scopeIDs.isEmpty }

  package init() {}

  package init(_ settings: PortalSettings?, subProcessors companies: [SubProcessor]) {
    for scope in settings?.scopes ?? [] {
      let id = scope.id.value
      scopeIDs.append(id)
      let names = scope.name.variants.map(\.text.value)
      for name in names + [id] { scopes[FoldedText(name).key] = (id, names.first ?? id) }
    }
    processor = settings.map { FoldedText($0.processor.name.value).key }
    for company in companies {
      let names =
        [company.name.value, company.id.value] + [company.shortName?.value].compactMap { $0 }
        + company.aliases.map(\.value)
      for name in names { subProcessors[FoldedText(name).key] = company.id.value }
    }
  }

  /// The scope that has this id or name, or one of its names apart by a slash.
  func scope(called name: String) -> (id: String, name: String)? {
    if let known = scopes[FoldedText(name).key] { return known }
    let found = name.split(separator: "/").compactMap { scopes[FoldedText(String($0)).key] }
    return Set(found.map(\.id)).count == 1 ? found.first : nil
  }

  func isProcessor(_ name: String) -> Bool { FoldedText(name).key == processor }

  /// The id of the sub-processor that has this name, or one of the names in its brackets.
  func subProcessor(called name: String) -> String? {
    let label = LabelText(name)
    for name in [name, label.name] + label.remarks {
      if let id = subProcessors[FoldedText(name).key] { return id }
    }
    return nil
  }
}

/// `text` as an identifier: small letters and digits of ASCII, apart by hyphens.
func identifierSlug(_ text: String) -> String {
  let words = slug(String(decoding: FoldedText(text).key, as: UTF8.self))
  let plain = words.utf8.filter { $0 < 0x80 }
  return plain.isEmpty ? "other" : String(decoding: plain, as: UTF8.self)
}
