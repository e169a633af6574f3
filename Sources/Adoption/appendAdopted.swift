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
  json.key("subProcessors")
  json.array { json in
    for record in records {
      json.object { json in append(record, of: agreement, to: &json) }
    }
  }
}

private func append(_ record: SubProcessor, of agreement: Agreement, to json: inout JSONText) {
  json.member("id", record.id.value)
  json.member("name", record.name.value)
  json.member("shortName", ifPresent: record.shortName?.value)
  if !record.aliases.isEmpty { json.member("aliases", record.aliases.map(\.value)) }
  if let address = record.address {
    json.key("address")
    json.object { json in
      json.member("street", ifPresent: address.street?.value)
      json.member("postalCode", ifPresent: address.postalCode?.value)
      json.member("city", ifPresent: address.city?.value)
      json.member("region", ifPresent: address.region?.value)
      json.member("country", ifPresent: address.country?.value)
    }
  }
  json.member("website", ifPresent: record.website?.value)
  if record.isNaturalPerson {
    json.key("naturalPerson")
    json.boolean(true)
  }
  if record.isGroupCompany {
    json.key("groupCompany")
    json.boolean(true)
  }
  json.member(
    "paths", record.adoption?.provisions.map { agreement.legalPath(of: Int($0)).written } ?? [])
  json.member("line", record.name.range.start.line)
  json.key("engagements")
  json.array { json in
    for engagement in record.engagements {
      json.object { json in append(engagement, to: &json) }
    }
  }
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
  json.key("locations")
  json.array { json in
    for location in engagement.locations {
      json.object { json in
        json.member("country", ifPresent: location.country?.value)
        json.member("city", ifPresent: location.city?.value)
        json.member("note", ifPresent: text(location.note))
      }
    }
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
  if !engagement.details.isEmpty {
    json.key("details")
    json.array { json in
      for detail in engagement.details {
        json.object { json in
          json.member("name", detail.name)
          json.member("text", detail.text.value)
        }
      }
    }
  }
  json.member("line", engagement.place.start.line)
}
