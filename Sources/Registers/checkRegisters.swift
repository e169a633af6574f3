package import Diagnostics
import Frontmatter

/// Checks what only shows when all records are there: references, equal ids, dates, countries.
///
/// Pure: reads only its arguments. Reports every fault, in no particular order.
///
/// - Complexity: O(records), apart from near misses, which are looked for a limited number of
///   times.
package func checkRegisters(
  _ registers: RegisterSet, countries: Countries = .shipped, schemes: ControlSchemes = .shipped
) -> [Diagnostic] {
  var check = RegisterCheck(registers, countries: countries, schemes: schemes)
  check.checkSettings()
  check.checkSubProcessors()
  check.checkControls()
  return check.diagnostics
}

/// One run of the checks.
private struct RegisterCheck {
  let registers: RegisterSet
  let schemes: ControlSchemes
  var countries: CountryCheck
  var diagnostics: [Diagnostic] = []
  var subProcessors: IdentifierIndex

  init(_ registers: RegisterSet, countries: Countries, schemes: ControlSchemes) {
    self.registers = registers
    self.schemes = schemes
    self.countries = CountryCheck(countries)
    subProcessors = IdentifierIndex(
      registers.subProcessors.map(\.id), noun: "sub-processor", plural: "sub-processors",
      code: .unknownSubProcessor, diagnostics: &diagnostics)
  }
}

extension RegisterCheck {
  mutating func checkSettings() {
    guard let settings = registers.settings else { return }
    let processor = settings.processor
    countries.check(processor.address?.country, &diagnostics)
    for member in processor.members { countries.check(member.address?.country, &diagnostics) }
    for scope in settings.scopes { countries.check(scope.country, &diagnostics) }
    for product in settings.products {
      reportDuplicates(among: product.editions.map(\.id), noun: "edition", in: &diagnostics)
    }
    reportDuplicates(among: settings.products.map(\.id), noun: "product", in: &diagnostics)
    reportDuplicates(among: settings.scopes.map(\.id), noun: "scope", in: &diagnostics)
    reportDuplicates(
      among: settings.dataCategories.map(\.id), noun: "data category", in: &diagnostics)
    reportDuplicates(
      among: settings.subjectCategories.map(\.id), noun: "category of data subjects",
      in: &diagnostics)
  }
}

extension RegisterCheck {
  mutating func checkSubProcessors() {
    var products = registers.settings.map(ProductIndex.init)
    var data = registers.settings.map {
      IdentifierIndex(
        $0.dataCategories.map(\.id), noun: "data category", plural: "data categories",
        code: .unknownCategory)
    }
    var subjects = registers.settings.map {
      IdentifierIndex(
        $0.subjectCategories.map(\.id), noun: "category of data subjects",
        plural: "categories of data subjects", code: .unknownCategory)
    }
    for record in registers.subProcessors {
      countries.check(record.address?.country, &diagnostics)
      countries.check(record.parent?.country, &diagnostics)
      if let upper = record.engagedBy { subProcessors.check(upper, &diagnostics) }
      for engagement in record.engagements {
        // A portal without products may still adopt a list that names some.
        if record.adoption == nil || registers.settings?.products.isEmpty == false {
          for product in engagement.products { products?.check(product, &diagnostics) }
        }
        // Categories may stay words: without a list there is nothing to compare them with, and what
        // is adopted is in the words of its text.
        if record.adoption == nil {
          if data?.isEmpty == false { data?.check(engagement.data, &diagnostics) }
          if subjects?.isEmpty == false { subjects?.check(engagement.subjects, &diagnostics) }
        }
        for location in engagement.locations { countries.check(location.country, &diagnostics) }
        checkDates(of: engagement)
      }
    }
    checkChains()
    checkProducts()
    diagnostics += checkCompanyNames(of: registers.subProcessors)
  }

  /// Reports dates of an engagement that contradict each other.
  private mutating func checkDates(of engagement: Engagement) {
    let orders = [
      ("announced", engagement.announced, "effective", engagement.effective),
      ("effective", engagement.effective, "ended", engagement.ended),
      ("announced", engagement.announced, "withdrawn", engagement.withdrawn),
      ("withdrawn", engagement.withdrawn, "effective", engagement.effective),
    ]
    for (firstKey, first, secondKey, second) in orders {
      guard let first, let second, second.value < first.value else { continue }
      diagnostics.append(
        Diagnostic(
          .dateOrder, .error,
          "'\(secondKey)' \(second.value) must not be before '\(firstKey)' \(first.value)",
          at: second.range, notes: [Diagnostic.Note("'\(firstKey)' stands here", at: first.range)],
          help: firstKey == "withdrawn"
            ? "correct one of the two; a company that was in use has 'ended' instead of 'withdrawn'"
            : "correct one of the two dates"))
    }
    if let withdrawn = engagement.withdrawn, engagement.announced == nil {
      diagnostics.append(
        Diagnostic(
          .dateOrder, .warning,
          "'withdrawn' stands without 'announced'; only what was announced can be withdrawn",
          at: withdrawn.range, help: "write the day of the announcement as 'announced'"))
    }
  }

  /// Reports products in use that no engagement is for.
  private mutating func checkProducts() {
    guard let settings = registers.settings else { return }
    let engagements = registers.subProcessors.filter { !$0.isExcluded }.flatMap(\.engagements)
    guard !engagements.isEmpty, !engagements.contains(where: { $0.products.isEmpty }) else {
      return
    }
    let named = Set(
      engagements.flatMap(\.products).map { String($0.value.prefix { $0 != "/" }) })
    // A name that is wrong may stand for any product.
    guard named.isSubset(of: settings.products.map(\.id.value)) else { return }
    for product in settings.products where !named.contains(product.id.value) {
      guard product.status == nil || product.status?.value == .current else { continue }
      diagnostics.append(
        Diagnostic(
          .unlistedProduct, .warning,
          "no sub-processor is listed for product '\(product.id.value)'", at: product.id.range,
          help: "name it in 'products' of an engagement, or leave 'products' out where all use it"))
    }
  }

  /// Reports chains of `engaged-by` that lead back to where they begin, each once.
  private mutating func checkChains() {
    let records = registers.subProcessors
    let indices = Dictionary(
      records.indices.map { (records[$0].id.value, $0) }, uniquingKeysWith: { first, _ in first })
    for record in records {
      if let upper = record.engagedBy.flatMap({ indices[$0.value] }) {
        checkTier(of: record, below: records[upper])
      }
    }
    var chainOf = [Int?](repeating: nil, count: records.count)
    for start in records.indices where chainOf[start] == nil {
      var current = start
      while chainOf[current] == nil {
        chainOf[current] = start
        guard let upper = records[current].engagedBy, let next = indices[upper.value] else { break }
        if chainOf[next] == start {
          diagnostics.append(
            Diagnostic(
              .engagementCycle, .error,
              "'\(upper.value)' is engaged, directly or not, by '\(records[current].id.value)'",
              at: upper.range, help: "correct 'engaged-by' in one of the records"))
        }
        current = next
      }
    }
  }
}

extension RegisterCheck {
  /// Reports a stated tier that is not the one below that of the company which engages this one.
  private mutating func checkTier(of record: SubProcessor, below upper: SubProcessor) {
    guard let tier = record.tier,
      let above = upper.tier?.value ?? (upper.engagedBy == nil ? 1 : nil), tier.value != above + 1
    else { return }
    diagnostics.append(
      Diagnostic(
        .tierMismatch, .error,
        "tier \(tier.value) contradicts 'engaged-by': '\(upper.id.value)' is of tier \(above)",
        at: tier.range,
        notes: upper.tier.map { [Diagnostic.Note("stated here", at: $0.range)] } ?? [],
        help: "write tier \(above + 1), or leave it out"))
  }

  mutating func checkControls() {
    var scopes = registers.settings.map {
      IdentifierIndex(
        $0.scopes.map(\.id), noun: "site or scope", plural: "sites and scopes", code: .unknownScope)
    }
    // What an agreement states is named there as its drafter chose, and checked by itself.
    let measures = registers.controls.flatMap(\.measures).filter { $0.origin == nil }
    reportDuplicates(among: registers.controls.map(\.control), noun: "control", in: &diagnostics)
    reportDuplicates(among: measures.map(\.id), noun: "measure", in: &diagnostics)
    for control in registers.controls { checkName(of: control) }
    for scheme in registers.settings?.schemes ?? [] where schemes[scheme.value] == nil {
      diagnostics.append(
        Diagnostic(
          .unknownScheme, .error, "scheme '\(scheme.value)' does not exist", at: scheme.range,
          help: replacementHelp(
            for: scheme.value, among: schemes.all.map(\.id.value), noun: "schemes")))
    }
    checkProducts(of: measures)
    for scope in measures.flatMap(\.scopes) {
      scopes?.check(scope.scope, &diagnostics)
      if let delegate = scope.delegate { subProcessors.check(delegate, &diagnostics) }
    }
  }

  private mutating func checkProducts(of measures: [Measure]) {
    var products = registers.settings.map(ProductIndex.init)
    for product in measures.flatMap(\.products) { products?.check(product, &diagnostics) }
  }

  /// Reports a control that has no name: its scheme doesn't have it, and the author gives none.
  private mutating func checkName(of control: Control) {
    let id = control.control
    // Without a readable number, the file's name stands in for it, and the number was reported.
    guard control.title == nil, ControlReference(id.value) != nil, !schemes.has(id.value) else {
      return
    }
    let summary: String
    let help: String?
    if let scheme = schemes[control.scheme] {
      summary = "control '\(id.value)' is not one of the scheme '\(scheme.id.value)'"
      help = replacementHelp(
        for: id.value, among: scheme.controls.indices.map { scheme.qualified($0) }, noun: "controls"
      )
    } else {
      summary = "control '\(id.value)' needs a title, since its scheme is not a known one"
      help =
        nearMiss(for: control.scheme, among: schemes.all.map(\.id.value)).map {
          "replace '\(control.scheme)' with '\($0)', or write title: and the control's name"
        } ?? "write title: and the control's name"
    }
    diagnostics.append(Diagnostic(.unknownControl, .error, summary, at: id.range, help: help))
  }
}

extension Diagnostic.Code {
  package static let dateOrder = Self(rawValue: "date-order")
  package static let engagementCycle = Self(rawValue: "engagement-cycle")
  package static let tierMismatch = Self(rawValue: "tier-mismatch")
  package static let unknownCategory = Self(rawValue: "unknown-category")
  package static let unknownControl = Self(rawValue: "unknown-control")
  package static let unknownScope = Self(rawValue: "unknown-scope")
  package static let unlistedProduct = Self(rawValue: "unlisted-product")
  package static let unknownSubProcessor = Self(rawValue: "unknown-sub-processor")
}
