import Diagnostics
import Frontmatter
import Registers
import Testing

/// One full record of each kind: every key that there is.
enum Samples {
  static let subProcessor = """
    ---
    id: aws
    name: Amazon Web Services EMEA SARL
    short-name: AWS
    aliases: [Amazon Web Services]
    address: {street: 38 avenue John F. Kennedy, postal-code: L-1855, city: Luxembourg, region: Canton, country: LU}
    contact: {name: Data protection, email: privacy@example.com, phone: +352 1, url: https://example.com, audience: public}
    parent: {name: Amazon.com Inc., country: US}
    website: https://aws.example.com
    engagements:
      - service: {en: Hosting, de: Betrieb}
        purpose: Operation of the platform
        products: [fleet-4/public-cloud, fleet-5]
        data: [customer-content]
        subjects: [users]
        condition: only in the public cloud
        locations:
          - {country: DE, city: Frankfurt am Main, role: [storage, backup]}
          - {country: US, role: access, transfer: {mechanism: adequacy-dpf}}
          - {organisation: European Patent Organisation, note: {en: "Munich, mostly"}, role: support}
        transfer:
          - adequacy-dpf
          - mechanism: scc-2021-914
            module: 3
            decision: (EU) 2021/914
            entity: Amazon Web Services, Inc.
            authority: CNPD
            letter: a
            reason: fallback
            signed: 2026-01-05
            expires: 2027-01-05
            checked: 2026-02-01
            source: https://example.com/dpf
            assessed: 2026-01-04
            supplementary-measures: [Encryption with own keys]
        announced: 2026-01-12
        effective: 2026-02-15
        ended: null
        withdrawn: 2026-02-01
        revised: [2026-01-20]
        id: hosting
    tier: 2
    engaged-by: other
    certificates: [{name: ISO/IEC 27001, expires: 2027-05-31, url: https://example.com/iso}]
    contract: {status: signed, date: 2026-01-05, audience: internal}
    natural-person: false
    group-company: true
    excluded: false
    reason: not needed
    reviewed: 2026-02-28
    audience: public
    ---
    A *description*.
    """

  static let control = """
    ---
    control: bdsg9.1
    title: {de: Zutritt, en: Entry}
    objective: confidentiality
    measures:
      - id: pa-01
        text: Visitors are registered and accompanied.
        scopes:
          office: implemented
          data-centre: {state: delegated, to: aws, since: 2026-01-01, evidence: [{url: https://example.com/a, checked: 2026-06-01}]}
          home: {state: not-applicable, reason: Nobody enters.}
          lab: {state: planned, due: 2026-12-31, duty: Keep the keys.}
        objective: integrity
        products: [fleet-4/public-cloud]
        maps-to: ["iso27001:2022/7.2"]
        reviewed: 2026-05-04
        owner: Facility management
        evidence: [{title: Visitor policy, audience: customer}]
        attributes: {retention: 90 days, rooms: [1, 2]}
        audience: public
    ---
    Words.
    """

  static let settings = """
    title: {en: Trust portal, de: Vertrauensportal}
    base-url: https://trust.example.com/
    languages: [en, de]
    processor:
      name: Nordwind Fleet GmbH
      short-name: Nordwind
      address: {street: Hafenstraße 12, postal-code: "20457", city: Hamburg, country: DE}
      contact: {email: privacy@example.com}
      data-protection-officer: {name: A. Beck, email: dpo@example.com, phone: "+49 40 1", audience: public}
      members: [{name: Nordwind Austria, address: {country: AT}}]
    products:
      - {id: fleet-4, name: Fleet 4, status: current, editions: [public-cloud, {id: private-cloud, name: Private cloud}]}
      - {id: fleet-5, status: planned}
    sites: [{id: office, name: Office, country: DE}, {id: home}, {id: lab}]
    scopes: [{id: data-centre, name: {en: Data centre, de: Rechenzentrum}}]
    data-categories: [{id: customer-content, name: Customer content, sensitive: true}]
    data-subjects: [{id: users, name: Users}]
    notice:
      before-use: 30 days
      objection: 14 working days
      week: mon-sat
      holidays: DE-HH
      channel: {email: privacy@example.com}
    reviews: {measures: 1 year, evidence: 6 months}
    schemes: [bdsg9, iso27001]
    measures-document: {title: Measures, version: "2", effective: 2026-01-01}
    theme: {accent: "#1f5fa8", logo: assets/logo.svg, footer: Nordwind Fleet GmbH}
    releases: {from: git, tags: "v*"}
    checks: {coverage: warning}
    security: {contact: "mailto:security@example.com", expires: 2027-01-01, policy: "https://example.com/p"}
    """

  static let scheme = """
    id: house
    edition: "3"
    dated: 2026-01-01
    title: {en: House rules, de: Hausregeln}
    url: https://example.com/rules
    by-objective: false
    groups: {a: {en: Doors, de: Türen}}
    controls:
      1: {en: Entry, de: Zutritt}
      2: {name: Keys, aliases: [Locks], signs: [key], objectives: [confidentiality], group: a, maps-to: [bdsg9.1]}
    """

  static let transfers = """
    edition: 2026-09-01
    adequacy:
      - {country: GB, decision: "(EU) 2021/1772", from: 2021-06-28, until: 2031-12-27, certified: false, scope: {en: all}}
      - {organisation: European Patent Organisation, also: [EPO], decision: EPO 2025, from: 2025-07-15}
    void:
      - {names: [Privacy Shield], since: 2020-07-16, by: C-311/18}
    laws: {uk-gdpr: {name: UK GDPR, home: GB}}
    mechanisms:
      uk-idta: {article: Art. 46, law: uk-gdpr}
      adequacy-dpf: {article: {en: Art. 45(3)}, instrument: "(EU) 2023/1795", country: US, from: 2023-07-10}
    warn-before: 90
    recheck-after: 180
    """

  static let mapping = """
    dated: 2026-01-01
    topics:
      - name: Doors
        controls: {bdsg9: [1], house: 1}
    """

  static let release = """
    id: 2026-03-01
    date: 2026-03-01
    summary: {en: First release, de: Erste Fassung}
    agreements: {dpa: 3.10}
    files:
      agreements/dpa.md: \(digest)
    notes:
      - {agreement: dpa, path: 9.a, materiality: editorial, reason: A slip.}
      - {measure: pa-01, reason: {en: The site was closed., de: Der Standort ist geschlossen.}}
      - {sub-processor: aws, reason: It left.}
    """

  static let nextRelease = """
    summary: Third release
    notes:
      - {agreement: dpa, path: 9.a, materiality: editorial, reason: A slip.}
      - {measure: pa-01, reason: The site was closed.}
      - {sub-processor: aws, reason: {en: It left., de: Sie ist fort.}}
    """

  static let digest = String(repeating: "0a", count: 32)
}

func subProcessor(_ text: String) -> (record: SubProcessor?, diagnostics: [Diagnostic]) {
  readSubProcessor(from: Array(text.utf8), path: "content/sub-processors/aws.md")
}

func control(_ text: String) -> (record: Control?, diagnostics: [Diagnostic]) {
  readControl(from: Array(text.utf8), path: "content/measures/entry.md")
}

func settings(_ text: String) -> (settings: PortalSettings?, diagnostics: [Diagnostic]) {
  readPortalSettings(from: Array(text.utf8), path: "content/portal.yml")
}

func release(_ text: String) -> (release: Release?, diagnostics: [Diagnostic]) {
  readRelease(from: Array(text.utf8), path: "content/releases/1/release.yml")
}

func codes(_ diagnostics: [Diagnostic]) -> [String] { diagnostics.map(\.code.rawValue) }
