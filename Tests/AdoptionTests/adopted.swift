import Adoption
import Agreements
import Diagnostics
import Frontmatter
import Registers

/// What is adopted from an agreement with `body` under a heading of its own.
func adopted(
  _ body: String, adopt: String = "true", in context: AdoptionContext = AdoptionContext()
) -> (records: [SubProcessor], diagnostics: [Diagnostic]) {
  let text = """
    ---
    title: Agreement
    adopt:
      sub-processors: \(adopt)
    ---

    # Annex 2

    \(body)

    # Annex 3

    Nothing here.
    """
  let (agreement, _) = readAgreement(Array(text.utf8), path: "dpa.md")
  return adoptSubProcessors(of: agreement, in: context)
}

/// One line a company and engagement, for comparing many at once.
///
/// Shape: `name [country] service: countries or places (grounds) {products} ?condition`.
func summary(_ records: [SubProcessor]) -> [String] {
  records.flatMap { record in
    record.engagements.map { engagement in
      var line = record.name.value
      if let country = record.address?.country?.value { line += " [\(country)]" }
      line += " \(text(engagement.service) ?? "?")"
      let places = engagement.locations.map { location in
        [location.city?.value, location.country?.value ?? text(location.note)].compactMap { $0 }
          .joined(separator: " ")
      }
      if !places.isEmpty { line += ": " + places.joined(separator: " + ") }
      let grounds = engagement.transfers.map(\.mechanism.value.rawValue)
      if !grounds.isEmpty { line += " (\(grounds.joined(separator: ", ")))" }
      let products = engagement.products.map(\.value)
      if !products.isEmpty { line += " {\(products.joined(separator: ", "))}" }
      if let condition = text(engagement.condition) { line += " ?\(condition)" }
      return line
    }
  }
}

func text(_ prose: LocalizedText?) -> String? { prose?.variants[0].text.value }
