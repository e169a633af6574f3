internal import Deadlines
internal import Frontmatter
internal import Registers

// The register as a table for spreadsheets: see docs/data.md.

extension RegisterModels {
  /// The heads of the columns, which are the same in every language. New ones come last: who
  /// imports the table may count them.
  private static let columns = [
    "id", "name", "shortName", "tier", "engagedBy", "groupCompany", "naturalPerson", "address",
    "addressCountry", "service", "purpose", "condition", "data", "subjects", "products", "state",
    "stateName", "country", "countryName", "city", "place", "roles", "standing", "mechanisms",
    "mechanismNames", "announced", "objectUntil", "effective", "ended", "withdrawn", "certificates",
    "contact", "website", "parent", "reviewed", "page", "sensitiveData", "vulnerableSubjects",
  ]

  /// One row for each place of processing, or for a task that states none; words and prose in the
  /// language of the models.
  func table() -> [UInt8] {
    var table = CSVText(columns: Self.columns)
    for company in companies {
      let (before, after) = cells(of: company.record)
      for engaged in company.engaged {
        let places = Array(zip(engaged.engagement.locations, engaged.places))
        for place in places.isEmpty ? [nil] : places.map(Optional.some) {
          table.row(
            before + cells(of: engaged) + cells(of: place, in: engaged) + dates(engaged) + after
              + marked(engaged.engagement))
        }
      }
    }
    return table.bytes
  }

  /// What is the same in all rows of a company, before what differs and behind it.
  private func cells(of record: SubProcessor) -> (before: [String?], after: [String?]) {
    let address = record.address
    let contact = record.contact?.audience == .public ? record.contact : nil
    let before: [String?] = [
      record.id.value, record.name.value, record.shortName?.value, String(tier(of: record)),
      known(record.engagedBy), String(record.isGroupCompany), String(record.isNaturalPerson),
      (address?.lines() ?? []).joined(separator: ", "),
      address?.country?.value,
    ]
    let after: [String?] = [
      CSVText.list(
        record.certificates.map { certificate in
          certificate.name.value + (certificate.expires.map { " (\($0.value))" } ?? "")
        }),
      CSVText.list([contact?.name, contact?.email].compactMap { $0?.value }),
      record.website?.value, record.parent?.name?.value, record.reviewed?.value.description,
      portal.settings.address(ofPage: path(of: record)),
    ]
    return (before, after)
  }

  private func cells(of engaged: Engaged) -> [String?] {
    let engagement = engaged.engagement
    return [
      text(engagement.service), text(engagement.purpose), text(engagement.condition),
      CSVText.list(engagement.data.map { categories[$0.value] ?? $0.value }),
      CSVText.list(engagement.subjects.map { categories[$0.value] ?? $0.value }),
      CSVText.list(engagement.products.map { products[$0.value] ?? $0.value }),
      engaged.state.rawValue, words.text("register.\(engaged.state.rawValue)"),
    ]
  }

  private func cells(
    of place: (location: ProcessingLocation, assessed: AssessedPlace)?, in engaged: Engaged
  ) -> [String?] {
    let location = place?.location
    let grounds =
      place.map { self.grounds($0.location, $0.assessed, in: engaged.engagement) }
      ?? self.grounds(of: engaged)
    let mechanisms = inOrder(grounds.map(\.mechanism))
    let country = location?.country?.value
    let name = [location?.organisation?.value, text(location?.note)].compactMap { $0 }
    return [
      country, country.map { Countries.shipped.name(of: $0, in: language) }, location?.city?.value,
      CSVText.list(name), CSVText.list(location?.roles.map(\.value.rawValue) ?? []),
      place?.assessed.standing.rawValue, CSVText.list(mechanisms),
      CSVText.list(mechanisms.map { described($0, in: grounds.compactMap(\.transfer)) }),
    ]
  }

  /// A mechanism with the letters of Article 49(1) that the transfers name.
  private func described(_ mechanism: String, in transfers: [Transfer]) -> String {
    let letters = transfers.filter { $0.mechanism.value.rawValue == mechanism }
      .compactMap { $0.letter?.value }
      .map { words.text("mechanism.letter", filling: ["letter": $0]) }
    return ([words.text("mechanism.\(mechanism)")] + letters).joined(separator: ", ")
  }

  private func dates(_ engaged: Engaged) -> [String?] {
    let engagement = engaged.engagement
    return [
      engagement.announced?.value, engaged.openWindow, engaged.begins, engagement.ended?.value,
      engagement.withdrawn?.value,
    ].map { $0?.description }
  }

  private func marked(_ engagement: Engagement) -> [String?] {
    [CSVText.list(sensitive(engagement.data)), CSVText.list(sensitive(engagement.subjects))]
  }

  private func text(_ prose: LocalizedText?) -> String? { prose?.text(in: language).text }
}
