package import Diagnostics
import Frontmatter

/// Products and their editions, for finding references such as `fleet-4/public-cloud` that lead
/// nowhere.
struct ProductIndex {
  private var products: IdentifierIndex
  /// By product; the first of two with one id.
  private var editions: [String: IdentifierIndex] = [:]

  init(_ settings: PortalSettings) {
    products = IdentifierIndex(
      settings.products.map(\.id), noun: "product", plural: "products", code: .unknownProduct)
    for product in settings.products where editions[product.id.value] == nil {
      editions[product.id.value] = IdentifierIndex(
        product.editions.map(\.id), noun: "edition", plural: "editions", code: .unknownEdition,
        owner: "product '\(product.id.value)'")
    }
  }

  /// Reports `reference`, a product or `product/edition`, where there is no such thing.
  mutating func check(_ reference: Located<String>, _ diagnostics: inout [Diagnostic]) {
    let text = reference.value
    guard let slash = text.utf8.firstIndex(of: UInt8(ascii: "/")) else {
      products.check(reference, &diagnostics)
      return
    }
    let product = String(text[..<slash])
    guard var index = editions[product] else {
      products.check(Located(product, at: reference.range), &diagnostics)
      return
    }
    let edition = String(text[text.utf8.index(after: slash)...])
    index.check(Located(edition, at: reference.range), &diagnostics)
    editions[product] = index
  }
}

extension Diagnostic.Code {
  package static let unknownEdition = Self(rawValue: "unknown-edition")
  package static let unknownProduct = Self(rawValue: "unknown-product")
}
