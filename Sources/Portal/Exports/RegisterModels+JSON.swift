internal import Deadlines
internal import Diagnostics
internal import Frontmatter
internal import Registers

// The register as data: see docs/schemas/sub-processors-data.json. It says what the pages say.

extension RegisterModels {
  /// One file for all languages, as prose is in all of them.
  func json(generator: String) -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.members(
        of: portal, format: "annex-sub-processors", version: 1, digest: portal.registerDigest,
        generator: generator)
      write(portal.settings.notice, to: &json)
      json.member("subProcessors", objects: companies) { json, company in
        json.lineBreak()
        write(company, to: &json)
      }
      json.member("excluded", ifAny: excludedCompanies) { json, company in
        json.member("id", company.id.value)
        json.member("name", company.name.value)
        json.member("country", ifPresent: company.address?.country?.value)
        json.member("reason", company.exclusionReason, of: portal)
        json.member("path", path(of: company))
      }
    }
    json.lineBreak()
    return json.bytes
  }

  private func write(_ notice: PortalSettings.Notice, to json: inout JSONText) {
    guard let beforeUse = notice.beforeUse?.value, let objection = notice.objection?.value else {
      return
    }
    json.key("notice")
    json.object { json in
      json.member("beforeUse", beforeUse.description)
      json.member("objection", objection.description)
      let contact = portal.objectionContact
      json.member("email", ifPresent: contact?.email?.value)
      json.member("url", ifPresent: contact?.url?.value)
      json.member("phone", ifPresent: contact?.phone?.value)
    }
  }

  private func write(_ company: Company, to json: inout JSONText) {
    let record = company.record
    json.member("id", record.id.value)
    json.member("name", record.name.value)
    json.member("shortName", ifPresent: record.shortName?.value)
    if !record.aliases.isEmpty { json.member("aliases", record.aliases.map(\.value)) }
    json.member("state", company.state.word)
    json.member("tier", tier(of: record))
    json.member("engagedBy", ifPresent: known(record.engagedBy))
    json.member("groupCompany", ifTrue: record.isGroupCompany)
    json.member("naturalPerson", ifTrue: record.isNaturalPerson)
    json.member("address", ifPresent: record.address)
    if let contact = record.contact, contact.audience == .public {
      json.key("contact")
      json.object { json in
        json.member("name", ifPresent: contact.name?.value)
        json.member("email", ifPresent: contact.email?.value)
      }
    }
    if let parent = record.parent {
      json.key("parent")
      json.object { json in
        json.member("name", ifPresent: parent.name?.value)
        json.member("country", ifPresent: parent.country?.value)
      }
    }
    json.member("website", ifPresent: record.website?.value)
    json.member("certificates", ifAny: record.certificates) { json, certificate in
      json.member("name", certificate.name.value)
      json.member("expires", ifPresent: certificate.expires?.value.description)
      json.member("url", ifPresent: certificate.url?.value)
    }
    json.member("reviewed", ifPresent: record.reviewed?.value.description)
    json.member("path", path(of: record))
    json.member("engagements", ifAny: company.engaged) { write($1, to: &$0) }
  }

  private func write(_ engaged: Engaged, to json: inout JSONText) {
    let engagement = engaged.engagement
    json.member("state", engaged.state.rawValue)
    writeTask(engagement, to: &json)
    json.member("announced", ifPresent: engagement.announced?.value.description)
    json.member("objectUntil", ifPresent: engaged.openWindow?.description)
    json.member("effective", ifPresent: engaged.begins?.description)
    json.member("ended", ifPresent: engagement.ended?.value.description)
    json.member("withdrawn", ifPresent: engagement.withdrawn?.value.description)
    writeFacts(of: engaged, to: &json)
    json.member("changes", ifAny: engaged.changes) { json, change in
      json.member("from", ifPresent: change.begins?.description)
      json.member("announced", ifPresent: change.engagement.announced?.value.description)
      json.member("objectUntil", ifPresent: change.openWindow?.description)
      writeTask(change.engagement, to: &json)
      writeFacts(of: change, to: &json)
    }
  }

  /// What is done, of what, and when at all.
  private func writeTask(_ engagement: Engagement, to json: inout JSONText) {
    json.member("service", engagement.service, of: portal)
    json.member("purpose", engagement.purpose, of: portal)
    json.member("condition", engagement.condition, of: portal)
    if !engagement.products.isEmpty {
      json.member("products", engagement.products.map(\.value))
    }
    json.member("data", ifAny: engagement.data) { json, category in
      write(category, of: portal.settings.dataCategories, to: &json)
    }
    json.member("subjects", ifAny: engagement.subjects) { json, category in
      write(category, of: portal.settings.subjectCategories, to: &json)
    }
  }

  /// What it rests on, where it takes place, and what a list says besides.
  private func writeFacts(of engaged: Engaged, to json: inout JSONText) {
    let engagement = engaged.engagement
    json.member("transfers", ifAny: engagement.transfers) { write($1, to: &$0) }
    let places = Array(zip(engagement.locations, engaged.places))
    json.member("locations", ifAny: places) { json, assessed in
      let (location, place) = assessed
      json.member("country", ifPresent: location.country?.value)
      json.member("city", ifPresent: location.city?.value)
      json.member("organisation", ifPresent: location.organisation?.value)
      json.member("note", location.note, of: portal)
      if !location.roles.isEmpty { json.member("roles", location.roles.map(\.value.rawValue)) }
      json.member("standing", place.standing.rawValue)
      json.member("transfers", ifAny: ownGrounds(of: location, place, in: engagement)) {
        json, ground in
        if let transfer = ground.transfer {
          write(transfer, to: &json)
        } else {
          json.member("mechanism", ground.mechanism)
        }
      }
    }
    json.member("details", ifAny: engagement.details) { json, detail in
      json.member("name", detail.name)
      json.member("text", detail.text.value)
    }
  }

  /// What a place has in place of the grounds of its task: its own, and where nothing is transferred
  /// that none is needed, unless the task says so.
  private func ownGrounds(
    of location: ProcessingLocation, _ place: AssessedPlace, in engagement: Engagement
  ) -> [ShownGround] {
    guard place.standing == .inside || place.standing == .home else {
      return location.transfers.map { ShownGround($0) }
    }
    let stated = engagement.transfers
    let isSaid =
      place.standing == .inside && location.transfers.isEmpty && !stated.isEmpty
      && stated.allSatisfy { $0.mechanism.value == .none }
    return isSaid ? [] : grounds(location, place, in: engagement)
  }

  /// A category under its id, or in the words of a record that uses none.
  private func write(
    _ category: Located<String>, of known: [PortalSettings.Category], to json: inout JSONText
  ) {
    guard let found = known.first(where: { $0.id.value == category.value }) else {
      json.member("name", LocalizedText(category), of: portal)
      return
    }
    json.member("id", found.id.value)
    json.member("name", found.name, of: portal)
    json.member("sensitive", ifTrue: found.isSensitive)
  }

  private func write(_ transfer: Transfer, to json: inout JSONText) {
    json.member("mechanism", transfer.mechanism.value.rawValue)
    if let module = transfer.module?.value { json.member("module", module) }
    json.member("decision", ifPresent: transfer.decision?.value)
    json.member("letter", ifPresent: transfer.letter?.value)
    json.member("entity", ifPresent: transfer.entity?.value)
    json.member("authority", ifPresent: transfer.authority?.value)
    json.member("reason", transfer.reason, of: portal)
    json.member("checked", ifPresent: transfer.checked?.value.description)
    json.member("expires", ifPresent: transfer.expires?.value.description)
  }

  /// The id of a company that the register has.
  func known(_ company: Located<String>?) -> String? {
    company.flatMap { links.indexes[$0.value] == nil ? nil : $0.value }
  }
}
