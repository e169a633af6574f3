package import Diagnostics
package import Frontmatter

/// Checks what texts narrow the registers down by that they show.
///
/// A filter that fits nothing would publish an empty register: that no sub-processor is in use, or
/// that no measure is taken.
///
/// Pure: reads only its arguments.
///
/// `products`: each a product, or `product/edition`.
/// `scopes`: each a site or scope.
/// `adoptedScopes`: those that agreements state measures for, beside the settings.
///
/// - Returns: `unknown-product`, `unknown-edition` and `unknown-scope`; nothing without settings.
package func checkFilters(
  products: [Located<String>], scopes: [Located<String>], in registers: RegisterSet,
  adoptedScopes: [PortalSettings.Scope]
) -> [Diagnostic] {
  guard let settings = registers.settings else { return [] }
  var diagnostics: [Diagnostic] = []
  var known = ProductIndex(settings)
  // A portal without products may still adopt a list that names some.
  let named = Set(
    settings.products.isEmpty
      ? registers.subProcessors.flatMap(\.engagements).flatMap(\.products).map(\.value) : [])
  for product in products where !named.contains(product.value) {
    known.check(product, &diagnostics)
  }
  let adopted = registers.controls.flatMap(\.measures).filter { $0.origin != nil }
  var index = IdentifierIndex(
    settings.scopes.map(\.id) + adoptedScopes.map(\.id)
      + adopted.flatMap(\.scopes).map(\.scope),
    noun: "site or scope", plural: "sites and scopes", code: .unknownScope)
  index.check(scopes, &diagnostics)
  return diagnostics
}
