package import Deadlines
package import Frontmatter

/// A company that processes personal data for the processor: one file of `content/sub-processors`.
///
/// Source: the particulars that Annex IV of Implementing Decision (EU) 2021/915 and EDPB Opinion
/// 22/2024, paragraphs 31 and 32, ask for, and what customers look for beside them.
package struct SubProcessor: Sendable, Equatable {
  package struct Parent: Sendable, Equatable {
    package var name: Located<String>?
    package var country: Located<String>?

    package init(name: Located<String>? = nil, country: Located<String>? = nil) {
      self.name = name
      self.country = country
    }
  }

  package struct Certificate: Sendable, Equatable {
    package var name: Located<String>
    package var expires: Located<CalendarDate>?
    package var url: Located<String>?
  }

  package struct Contract: Sendable, Equatable {
    package enum Status: String, CaseIterable, Sendable {
      case signed, incorporated, pending, terminated, unknown
    }

    package var status: Located<Status>?
    package var date: Located<CalendarDate>?
    /// `internal` where nothing is said.
    package var audience: Audience
  }

  package var path: String
  /// The file's name, unless `id` says otherwise.
  package var id: Located<String>
  /// The legal name; the id where it is missing.
  package var name: Located<String>
  package var shortName: Located<String>?
  package var aliases: [Located<String>]
  package var address: PostalAddress?
  package var contact: ContactPoint?
  package var parent: Parent?
  package var website: Located<String>?
  package var engagements: [Engagement]
  /// 1 for those that the processor engages itself.
  package var tier: Located<Int>?
  /// The sub-processor that engages this one.
  package var engagedBy: Located<String>?
  package var certificates: [Certificate]
  package var contract: Contract?
  package var isNaturalPerson: Bool
  package var isGroupCompany: Bool
  /// Listed to say that it is no sub-processor, for ``exclusionReason``.
  package var isExcluded: Bool
  package var exclusionReason: LocalizedText?
  package var reviewed: Located<CalendarDate>?
  package var audience: Audience
  package var description: RecordDescription
  /// Where it was adopted from; `nil` for a record of its own.
  package var adoption: Adoption?

  /// The places of an agreement that a record was read from.
  package struct Adoption: Sendable, Equatable {
    /// The agreement's id.
    package var agreement: String
    /// Indexes of its provisions, in the order of the text.
    package var provisions: [Int32]

    package init(agreement: String, provisions: [Int32]) {
      self.agreement = agreement
      self.provisions = provisions
    }
  }

  /// A company that a list of an agreement names, of which nothing else is known yet.
  package init(path: String, id: Located<String>, name: Located<String>, adoption: Adoption) {
    self.path = path
    self.id = id
    self.name = name
    self.adoption = adoption
    aliases = []
    engagements = []
    certificates = []
    isNaturalPerson = false
    isGroupCompany = false
    isExcluded = false
    audience = .public
    description = .none(at: id.range)
  }
}

extension SubProcessor {
  /// The name that pages use in running text.
  package var displayName: String { shortName?.value ?? name.value }
}
