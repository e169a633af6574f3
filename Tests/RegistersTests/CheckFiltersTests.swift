import Diagnostics
import Frontmatter
import Registers
import Testing

struct CheckFiltersTests {
  private let place = SourceRange(path: "dpa.md", line: 3, column: 1, length: 5)

  private func check(products: [String] = [], scopes: [String] = []) -> [Diagnostic] {
    let portal = """
      title: T
      processor: {name: P}
      products: [{id: app, name: App, editions: [{id: cloud, name: Cloud}]}]
      sites: [{id: office, name: Office}]
      """
    return checkFilters(
      products: products.map { Located($0, at: place) },
      scopes: scopes.map { Located($0, at: place) },
      in: RegisterSet(settings: settings(portal).settings), adoptedScopes: [])
  }

  @Test func acceptsWhatThePortalLists() {
    #expect(check(products: ["app", "app/cloud"], scopes: ["office"]) == [])
  }

  @Test func reportsFiltersThatFitNothing() {
    let found = check(products: ["ap", "app/clout"], scopes: ["ofice"])
    #expect(found.map(\.code) == [.unknownProduct, .unknownEdition, .unknownScope])
    #expect(found.allSatisfy { $0.severity == .error && $0.range == place })
    #expect(
      found.map(\.help) == [
        "replace 'ap' with 'app'", "replace 'clout' with 'cloud'", "replace 'ofice' with 'office'",
      ])
  }
}
