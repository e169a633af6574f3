internal import Diagnostics
internal import Frontmatter
package import Registers

/// What a portal knows that helps to understand its lists.
///
/// Shape: empty for a file that is read by itself.
package struct AdoptionContext: Sendable {
  /// Products by their folded names and ids.
  private var products: [String: String] = [:]
  /// Editions by product, then by their folded names and ids.
  private var editions: [String: [String: String]] = [:]
  private var dataCategories: [String: String] = [:]
  private var subjectCategories: [String: String] = [:]
  /// The processor's country: addresses at home leave theirs out.
  var homeCountry: String?
  /// Whether the portal lists its products, so that all others are mistakes.
  var hasProducts: Bool { !products.isEmpty }

  package init() {}

  package init(_ settings: PortalSettings) {
    for product in settings.products {
      let id = product.id.value
      for name in names(of: product.name) + [id] { products[name.folded] = id }
      for edition in product.editions {
        for name in names(of: edition.name) + [edition.id.value] {
          editions[id, default: [:]][name.folded] = edition.id.value
        }
      }
    }
    for category in settings.dataCategories {
      for name in names(of: category.name) { dataCategories[name.folded] = category.id.value }
    }
    for category in settings.subjectCategories {
      for name in names(of: category.name) { subjectCategories[name.folded] = category.id.value }
    }
    homeCountry = settings.processor.address?.country?.value
  }

  private func names(of text: LocalizedText) -> [String] { text.variants.map(\.text.value) }
}

extension AdoptionContext {
  /// The id of the product that is called `name`.
  func product(called name: String) -> String? { products[name.folded] }

  /// The editions that the words for a way of delivery name; `nil` unless all of them are known.
  ///
  /// `Private and Public Cloud` are two: the last word belongs to both.
  func editions(of product: String, in deployment: String) -> [String]? {
    let names = deploymentNames(in: deployment)
    guard let known = editions[product] else {
      return hasProducts ? nil : names.map { $0.split(separator: " ").joined(separator: "-") }
    }
    let found = names.compactMap { known[$0] ?? known[$0.replacingBlanks] }
    return found.count == names.count ? found : nil
  }

  private func deploymentNames(in text: String) -> [String] {
    var names: [[Substring]] = [[]]
    for word in text.lowercased().split(whereSeparator: { $0 == " " || $0 == "," }) {
      if ["and", "or", "und", "oder", "&", "/"].contains(word) {
        names.append([])
      } else {
        names[names.count - 1].append(word)
      }
    }
    names.removeAll(where: \.isEmpty)
    guard let noun = names.last?.last else { return [] }
    return names.map { ($0.count == 1 && $0[0] != noun ? $0 + [noun] : $0).joined(separator: " ") }
  }

  func dataCategory(_ words: String) -> String { dataCategories[words.folded] ?? words }
  func subjectCategory(_ words: String) -> String { subjectCategories[words.folded] ?? words }
}

extension String {
  /// The text as names are compared: words in small letters.
  package var folded: String {
    if let ascii = foldedASCII { return ascii }
    return lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }

  /// ``folded`` of a text without other characters; `nil` for others.
  private var foldedASCII: String? {
    var folded: [UInt8] = []
    folded.reserveCapacity(utf8.count)
    var isApart = false
    for byte in utf8 {
      switch byte {
      case 0x80...: return nil
      case 0x30...0x39, 0x61...0x7A, 0x41...0x5A:
        if isApart, !folded.isEmpty { folded.append(0x20) }
        isApart = false
        folded.append(byte.asciiLowercased)
      default: isApart = true
      }
    }
    return String(decoding: folded, as: UTF8.self)
  }

  fileprivate var replacingBlanks: String { split(separator: " ").joined(separator: "-") }
}
