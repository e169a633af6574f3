package import Deadlines
package import Diagnostics
internal import Frontmatter

/// On what transfers can rest, as dated data: see Data/transfers.yml.
package struct TransferCatalog: Sendable {
  /// A decision of the European Commission that a country or organisation protects data well
  /// enough.
  package struct Adequacy: Sendable {
    /// ISO 3166-1 alpha-2; `nil` for an organisation.
    package var country: String?
    package var organisation: String?
    /// Its number, or a name where that is not known.
    package var decision: String
    package var from: CalendarDate
    /// The last day on which it holds, where it has an end.
    package var until: CalendarDate?
    /// Whether it holds only for companies with a certificate.
    package var isCertified: Bool
    package var scope: LocalizedText?
    /// What the organisation is called, in small letters.
    fileprivate var names: [String]

    package func isInForce(on day: CalendarDate) -> Bool {
      from <= day && (until.map { day <= $0 } ?? true)
    }
  }

  /// Something that nothing rests on any more.
  package struct Void: Sendable {
    package var names: [String]
    package var since: CalendarDate
    /// The judgment or law that ended it.
    package var by: String
  }

  /// A law on data protection beside the GDPR.
  package struct Law: Sendable {
    package var name: LocalizedText
    /// The country that is no third country under it.
    package var home: String
  }

  /// What a mechanism rests on.
  package struct Basis: Sendable {
    /// `nil` for what is no ground.
    package var article: LocalizedText?
    /// The id of the law that it is a ground under, where that is not the GDPR.
    package var law: String?
    /// The decision that it falls with.
    package var instrument: String?
    /// The only country that it is a ground for.
    package var country: String?
    /// The first day on which it can have been agreed.
    package var from: CalendarDate?
  }

  /// The date of the data, as its file states it.
  package private(set) var edition = ""
  package private(set) var decisions: [Adequacy] = []
  package private(set) var void: [Void] = []
  private var laws: [String: Law] = [:]
  private var bases: [TransferMechanism: Basis] = [:]
  /// How many days before its end a ground is reported.
  package private(set) var warnBefore = 180
  /// For how many days the look into a list of certified companies holds.
  package private(set) var recheckAfter = 365
  private var byCountry: [String: [Int]] = [:]
  private var byOrganisation: [String: [Int]] = [:]
}

extension TransferCatalog {
  /// On which nothing can rest.
  static let none = TransferCatalog()

  /// The catalog that the binary carries.
  package static let shipped = readShippedData(
    EmbeddedFiles.bytes(named: "transfers.yml"), named: "transfers.yml",
    what: "catalog of transfers"
  ) { TransferCatalog(reading: &$0) }

  /// What makes a mechanism a ground; empty for one that is none.
  package func basis(of mechanism: TransferMechanism) -> Basis { bases[mechanism] ?? Basis() }

  /// The law that a mechanism is a ground under; `nil` for the GDPR.
  package func law(of mechanism: TransferMechanism) -> Law? {
    basis(of: mechanism).law.flatMap { laws[$0] }
  }

  /// Whether a country has a law of its own, under which it is no third country.
  package func hasLaw(of country: String) -> Bool { laws.values.contains { $0.home == country } }

  /// The mechanism that is a ground for this country only.
  package func mechanism(onlyFor country: String) -> TransferMechanism? {
    TransferMechanism.allCases.first { bases[$0]?.country == country }
  }

  /// The decision that covers a country on a day.
  package func decision(forCountry country: String, on day: CalendarDate) -> Adequacy? {
    byCountry[country]?.lazy.map { decisions[$0] }.first { $0.isInForce(on: day) }
  }

  /// All decisions on a country, those that have ended included.
  package func decisions(onCountry country: String) -> [Adequacy] {
    (byCountry[country] ?? []).map { decisions[$0] }
  }

  /// The decision that covers an international organisation on a day.
  package func decision(forOrganisation name: String, on day: CalendarDate) -> Adequacy? {
    byOrganisation[name.lowercased()]?.lazy.map { decisions[$0] }.first { $0.isInForce(on: day) }
  }

  /// What has fallen and goes by `name`, or by a name within it.
  package func void(named name: String, on day: CalendarDate) -> Void? {
    let name = name.lowercased()
    return void.first { void in
      void.since <= day && void.names.contains { name == $0.lowercased() }
    }
  }
}

/// Reads `content/transfers.yml`, which takes the place of the shipped catalog.
///
/// - Returns: the catalog, `nil` where the file is no YAML mapping; and all faults found.
package func readTransferCatalog(
  from file: [UInt8], path: String
) -> (catalog: TransferCatalog?, diagnostics: [Diagnostic]) {
  let (catalog, diagnostics) = readData(from: file, path: path, what: "catalog of transfers") {
    TransferCatalog(reading: &$0)
  }
  return (catalog, diagnostics)
}

extension TransferCatalog {
  init(reading record: inout RecordReader) {
    edition = record.requiredDate("edition")?.value.description ?? ""
    decisions = record.records("adequacy", what: "decision") { Adequacy(reading: &$0) }
    void = record.records("void", what: "fallen decision") { entry in
      let names = entry.texts("names").map(\.value)
      let since = entry.requiredDate("since")
      let by = entry.requiredText("by")?.value ?? ""
      return since.map { Void(names: names, since: $0.value, by: by) }
    }
    for entry in record.entries("laws") {
      laws[entry.key] = record.readRecord(entry.value, prefix: "laws.*", what: "law") {
        let name = $0.requiredProse("name")
        if !$0.has("home") { $0.reportMissing("home") }
        guard let name, let home = $0.country("home")?.value else { return nil }
        return Law(name: name, home: home)
      }
    }
    let known = Set(laws.keys)
    for entry in record.entries("mechanisms") {
      guard
        let mechanism = record.choice(
          Located(entry.key, at: entry.keyRange), for: "mechanisms", as: TransferMechanism.self)
      else { continue }
      bases[mechanism.value] = record.readRecord(
        entry.value, prefix: "mechanisms.*", what: "mechanism"
      ) {
        Basis(
          article: $0.prose("article"),
          law: $0.value("law", expected: "an id of 'laws'") { known.contains($0) ? $0 : nil }?
            .value,
          instrument: $0.text("instrument")?.value,
          country: $0.text("country")?.value, from: $0.date("from")?.value)
      }
    }
    warnBefore = record.integer("warn-before")?.value ?? warnBefore
    recheckAfter = record.integer("recheck-after")?.value ?? recheckAfter
    for (index, decision) in decisions.enumerated() {
      if let country = decision.country { byCountry[country, default: []].append(index) }
      for name in decision.names { byOrganisation[name, default: []].append(index) }
    }
  }
}

extension TransferCatalog.Adequacy {
  fileprivate init?(reading record: inout RecordReader) {
    country = record.country("country")?.value
    organisation = record.text("organisation")?.value
    names = [organisation].compactMap { $0?.lowercased() }
    names += record.texts("also").map { $0.value.lowercased() }
    let decision = record.requiredText("decision")
    let from = record.requiredDate("from")
    until = record.date("until")?.value
    isCertified = record.boolean("certified")?.value ?? false
    scope = record.prose("scope")
    guard let decision, let from else { return nil }
    self.decision = decision.value
    self.from = from.value
  }
}

extension RecordReader {
  fileprivate mutating func requiredDate(_ key: String) -> Located<CalendarDate>? {
    let date = date(key)
    if !has(key) { reportMissing(key) }
    return date
  }
}
