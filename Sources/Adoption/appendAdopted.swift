package import Agreements
internal import Deadlines
package import Diagnostics
internal import Frontmatter
package import Registers

/// Adds the member `subProcessors` to the object of what was adopted from an agreement.
///
/// Shape: one object a company, as docs/content.md describes it.
package func appendAdopted(
  _ records: [SubProcessor], of agreement: Agreement, to json: inout JSONText
) {
  json.member("subProcessors", objects: records) { append($1, of: agreement, to: &$0) }
}

private func append(_ record: SubProcessor, of agreement: Agreement, to json: inout JSONText) {
  json.member("id", record.id.value)
  json.member("name", record.name.value)
  json.member("shortName", ifPresent: record.shortName?.value)
  if !record.aliases.isEmpty { json.member("aliases", record.aliases.map(\.value)) }
  json.member("address", ifPresent: record.address)
  json.member("website", ifPresent: record.website?.value)
  json.member("naturalPerson", ifTrue: record.isNaturalPerson)
  json.member("groupCompany", ifTrue: record.isGroupCompany)
  json.member(
    "paths", record.adoption?.provisions.map { agreement.legalPath(of: Int($0)).written } ?? [])
  json.member("line", record.name.range.start.line)
  json.member("engagements", objects: record.engagements) { append($1, to: &$0) }
}

private func append(_ engagement: Engagement, to json: inout JSONText) {
  func text(_ prose: LocalizedText?) -> String? { prose?.variants[0].text.value }
  json.key("service")
  if let service = text(engagement.service) { json.string(service) } else { json.null() }
  json.member("purpose", ifPresent: text(engagement.purpose))
  json.member("products", engagement.products.map(\.value))
  json.member("data", engagement.data.map(\.value))
  if !engagement.subjects.isEmpty { json.member("subjects", engagement.subjects.map(\.value)) }
  json.member("condition", ifPresent: text(engagement.condition))
  json.member("locations", objects: engagement.locations) { json, location in
    json.member("country", ifPresent: location.country?.value)
    json.member("city", ifPresent: location.city?.value)
    json.member("note", ifPresent: text(location.note))
  }
  json.member(
    "thirdCountries",
    engagement.locations.compactMap(\.country?.value).filter {
      !EuropeanEconomicArea.shipped.contains($0)
    })
  json.member("transfer", engagement.transfers.map(\.mechanism.value.rawValue))
  json.member("announced", ifPresent: engagement.announced?.value.description)
  json.member("effective", ifPresent: engagement.effective?.value.description)
  json.member("ended", ifPresent: engagement.ended?.value.description)
  json.member("details", ifAny: engagement.details) { json, detail in
    json.member("name", detail.name)
    json.member("text", detail.text.value)
  }
  json.member("line", engagement.place.start.line)
}
