package import Deadlines
package import Frontmatter

/// What `content/portal.yml` says about the processor and the portal.
package struct PortalSettings: Sendable, Equatable {
  package var path: String
  package var title: LocalizedText
  /// Where the portal is published, without a `/` at the end; absolute links need it.
  package var baseURL: Located<String>?
  /// Never empty; the first is the default.
  package var languages: [Located<String>]
  package var processor: Processor
  package var products: [Product]
  /// Sites first, then other scopes, in the order of the file.
  package var scopes: [Scope]
  /// Names of the categories that sub-processor records refer to.
  package var dataCategories: [Category]
  package var subjectCategories: [Category]
  package var notice: Notice
  package var reviews: Reviews
  /// The control schemes in which measures are shown; those that records name where there are none.
  package var schemes: [Located<String>]
  package var measuresDocument: MeasuresDocument
  package var theme: Theme
  package var releases = ReleaseSource.folders
  package var checks: Checks
  /// Whom to tell about a weakness; becomes `security.txt`.
  package var security: Security?
  /// What has errors, so that a setting that is not there may only have been misread: paths such as
  /// `notice.before_use`, with underscores for hyphens; empty where it may be any.
  package var misreadKeys: Set<String> = []
}

extension PortalSettings {
  /// The company that processes data for its customers.
  package struct Processor: Sendable, Equatable {
    package var name: Located<String>
    package var shortName: Located<String>?
    package var address: PostalAddress?
    package var contact: ContactPoint?
    package var dataProtectionOfficer: ContactPoint?
    package var members: [Member]
  }

  /// A subsidiary or branch that is party to the agreements.
  package struct Member: Sendable, Equatable {
    package var name: Located<String>
    package var address: PostalAddress?
  }

  package struct Product: Sendable, Equatable {
    package enum Status: String, CaseIterable, Sendable {
      case current, planned, legacy, retired
    }

    package var id: Located<String>
    package var name: LocalizedText
    package var status: Located<Status>?
    package var editions: [Edition]
  }

  /// A way in which a product is delivered, such as `private-cloud`.
  package struct Edition: Sendable, Equatable {
    package var id: Located<String>
    /// The id where the author gives no name.
    package var name: LocalizedText
  }

  /// What measures are stated for: a site, or another part of the organisation or its systems.
  package struct Scope: Sendable, Equatable {
    package var id: Located<String>
    package var name: LocalizedText
    package var country: Located<String>?
    package var isSite: Bool

    package init(
      id: Located<String>, name: LocalizedText, country: Located<String>?, isSite: Bool
    ) {
      self.id = id
      self.name = name
      self.country = country
      self.isSite = isSite
    }
  }

  /// A category of personal data or of data subjects.
  package struct Category: Sendable, Equatable {
    package var id: Located<String>
    package var name: LocalizedText
    /// Whether it falls under Article 9 or 10 of the GDPR.
    package var isSensitive: Bool
  }

  /// How new sub-processors are announced.
  package struct Notice: Sendable, Equatable {
    package var beforeUse: Located<Period>?
    package var objection: Located<Period>?
    /// What a working day is, where the settings say so: see ``Period/impliedWeek``.
    package var week: WorkingWeek?
    /// The holiday calendar, such as `DE-HH`.
    package var holidays: Located<String>?
    package var channel: ContactPoint?
  }

  /// Where the releases of the portal come from.
  package enum ReleaseSource: Sendable, Equatable {
    /// `content/releases`
    case folders
    /// The tags of the git repository that the workspace is in, whose names match the pattern.
    case tags(Located<String>)
  }

  /// What the document that holds all measures says of itself.
  package struct MeasuresDocument: Sendable, Equatable {
    package var title: LocalizedText?
    package var version: Located<String>?
    package var effective: Located<CalendarDate>?
  }

  /// How long a review counts; 12 months where nothing is said.
  package struct Reviews: Sendable, Equatable {
    package var measures: Located<Period>?
    package var evidence: Located<Period>?
  }

  /// How loudly that is reported which not every author wants to hear.
  package struct Checks: Sendable, Equatable {
    package enum Level: String, CaseIterable, Sendable { case error, warning, note, off }

    /// Duties of Art. 28 GDPR that no clause covers; off where nothing is said.
    package var coverage: Located<Level>?
    /// A clone of git that lacks releases; an error where nothing is said.
    package var shallowClone: Located<Level>?
  }

  /// What RFC 9116 has a site say to those who find a weakness in it.
  package struct Security: Sendable, Equatable {
    /// Addresses with their scheme, the preferred one first.
    package var contacts: [Located<String>]
    /// From this day on nobody should rely on what is said.
    package var expires: Located<CalendarDate>
    package var policy: Located<String>?
  }

  package struct Theme: Sendable, Equatable {
    /// A colour such as `#1f5fa8`.
    package var accent: Located<String>?
    /// A file of the workspace, relative to `templates`.
    package var logo: Located<String>?
    package var footer: LocalizedText?
  }

  package var defaultLanguage: String { languages[0].value }
}
