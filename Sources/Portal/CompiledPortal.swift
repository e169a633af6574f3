package import Agreements
internal import Calendars
package import Deadlines
internal import Frontmatter
package import Markup
package import References
package import Registers
internal import Templating

/// All that Annex understood of a workspace: what pages are made from.
package struct CompiledPortal: Sendable {
  package var settings: PortalSettings
  /// In the order of their files; only what the public may read.
  package var agreements: [Agreement]
  /// SHA-256 of each agreement's source, as hexadecimal digits.
  package var digests: [String]
  /// The digests of the files that hold the register, and of those that hold the measures; empty in
  /// portals of the past, which have no pages of their own for them.
  package var registerDigest = ""
  package var measuresDigest = ""
  package var subProcessors: [SubProcessor]
  /// The texts of records, by the path of their file.
  package var descriptions: [String: MarkupTree]
  package var controls: [Control]
  /// The schemes that controls belong to, those of the workspace among them.
  package var schemes: ControlSchemes
  /// What measures are stated for: those of the settings, then those that agreements name.
  package var scopes: [PortalSettings.Scope]
  /// Where the measures stand in each scheme that the portal shows.
  package var catalog: MeasureCatalog
  package var understood: UnderstoodPortal
  /// Where the companies of the register stand on that day, parallel to ``subProcessors``.
  package var timeline: RegisterTimeline
  /// The promised periods, for what was published and what is announced now.
  var noticePeriods: NoticePeriods
  /// What transfers can rest on.
  package var transferCatalog: TransferCatalog
  /// Where agreements name companies of the register, by their indexes.
  package var mentions: [Int: [CompanyMention]]
  /// By agreement: the ids that companies of its lists were first published under, by their names.
  var adoptedIDs: [String: [String: String]] = [:]
  var pictures = PictureLibrary()
  var holidays = HolidayAtlas.shipped
  /// Empty where there is no release.
  var history = PortalHistory()
  /// The day that stands for today.
  package var asOf: CalendarDate
}

extension CompiledPortal {
  /// Whether a company that is listed was engaged by another.
  var hasChain: Bool {
    let ids = Set(subProcessors.map(\.id.value))
    return timeline.companies.contains { company in
      (company.state.isInUse || company.state.isToCome)
        && company.record.engagedBy.map { ids.contains($0.value) } ?? false
    }
  }
}

extension CompiledPortal {
  /// Where objections to sub-processors go: the channel of the settings, and the general contact
  /// only where that names no way.
  var objectionContact: ContactPoint? {
    [settings.notice.channel, settings.processor.contact].lazy.compactMap(\.self)
      .first { !$0.ways.isEmpty }
  }
}

extension CompiledPortal {
  /// Whether pages may name the German provisions that a day was counted by. The same rules hold
  /// elsewhere, by other laws, which Annex does not know.
  ///
  /// `agreed`: the agreements that the period is agreed in; their law counts before that of others.
  func isUnderGermanLaw(agreed: [Agreement]) -> Bool {
    // Of language versions, one may state what is true of all.
    let originals = Set(agreed.map { $0.metadata.translationOf?.value ?? $0.id })
    let versions = agreements.filter {
      originals.contains($0.metadata.translationOf?.value ?? $0.id)
    }
    for agreements in [agreed + versions, agreements] {
      let laws = agreements.compactMap(\.metadata.governingLaw?.value)
      if !laws.isEmpty { return laws.allSatisfy { $0 == "DE" } }
    }
    let place = settings.notice.holidays?.value ?? settings.processor.address?.country?.value
    return place?.hasPrefix("DE") ?? true
  }
}

extension ContactPoint {
  /// How to reach it: an e-mail address, the address of a form, a number.
  var ways: [String] { [email, url, phone].compactMap { $0?.value } }

  /// The model Ways: see docs/theme.md.
  var waysModel: Value {
    .pairs([
      "email": .optional(email?.value), "url": .optional(url?.value),
      "phone": .optional(phone?.value),
    ])
  }
}

extension CompiledPortal {
  /// What a control is called: in the register, then in its scheme; else its id.
  func name(of control: Control, in language: String) -> String {
    control.title?.text(in: language).text
      ?? schemes.name(of: control.control.value, in: language) ?? control.control.value
  }
}
