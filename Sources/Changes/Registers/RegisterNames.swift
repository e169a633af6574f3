internal import Deadlines
internal import Frontmatter
internal import Registers

/// What records and settings call what other records refer to by an id; the newer version's names
/// come first. What has no name is called by its id.
struct RegisterNames: Sendable {
  private var scopes: [String: BilingualText] = [:]
  private var categories: [String: BilingualText] = [:]
  private var companies: [String: String] = [:]
  /// By the id, and by `product/edition`.
  private var products: [String: BilingualText] = [:]

  init(_ old: RegisterSet, _ new: RegisterSet) {
    for registers in [old, new] {
      for scope in registers.settings?.scopes ?? [] {
        scopes[scope.id.value] = Self.both(scope.name)
      }
      for category in registers.settings?.dataCategories ?? [] {
        categories["data " + category.id.value] = Self.both(category.name)
      }
      for category in registers.settings?.subjectCategories ?? [] {
        categories["subjects " + category.id.value] = Self.both(category.name)
      }
      for product in registers.settings?.products ?? [] {
        let name = Self.both(product.name)
        products[product.id.value] = name
        for edition in product.editions {
          let part = Self.both(edition.name)
          products["\(product.id.value)/\(edition.id.value)"] = BilingualText(
            english: "\(name.english), \(part.english)", german: "\(name.german), \(part.german)")
        }
      }
      for company in registers.subProcessors { companies[company.id.value] = company.displayName }
    }
  }

  func scope(_ id: String) -> BilingualText { scopes[id] ?? Self.same(id) }
  func data(_ id: String) -> BilingualText { categories["data " + id] ?? Self.same(id) }
  func subjects(_ id: String) -> BilingualText { categories["subjects " + id] ?? Self.same(id) }
  func product(_ id: String) -> BilingualText { products[id] ?? Self.same(id) }
  func company(_ id: String) -> BilingualText { Self.same(companies[id] ?? id) }

  private static func same(_ words: String) -> BilingualText {
    BilingualText(english: words, german: words)
  }

  private static func both(_ text: LocalizedText) -> BilingualText {
    BilingualText(
      english: text.text(in: Language.english.rawValue).text,
      german: text.text(in: Language.german.rawValue).text)
  }
}

extension MeasureState {
  /// As sentences name it.
  var words: BilingualText {
    switch self {
    case .implemented: BilingualText(english: "implemented", german: "umgesetzt")
    case .partial: BilingualText(english: "partly implemented", german: "teilweise umgesetzt")
    case .planned: BilingualText(english: "planned", german: "geplant")
    case .notApplicable: BilingualText(english: "not applicable", german: "entfällt")
    case .delegated: BilingualText(english: "delegated", german: "übertragen")
    case .customer: BilingualText(english: "up to the customer", german: "Sache des Kunden")
    case .shared:
      BilingualText(english: "shared with the customer", german: "gemeinsam mit dem Kunden")
    }
  }
}
