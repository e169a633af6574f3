internal import Agreements
package import Diagnostics
internal import Frontmatter
internal import History
internal import Registers

/// The plan pass: every page of the portal, before a byte of one is rendered.
///
/// Pure. Pages of registers are made once for each language of the portal, an agreement's page
/// once, in the language of the portal that is the agreement's own.
///
/// - Returns: the pages in a fixed order, and a `page-collision` for each two that would be one
///   file on a disk that ignores case, and for each whose folder would be a file of the portal.
func planPages(
  of portal: CompiledPortal, paths: PortalPaths
) -> (pages: [PlannedPage], diagnostics: [Diagnostic]) {
  var pages: [PlannedPage] = []
  let languages = portal.settings.languages.map(\.value)
  for language in languages {
    func add(_ subject: PlannedPage.Subject, _ path: String) {
      pages.append(PlannedPage(subject: subject, path: path, language: language))
    }
    add(.start, paths.start(language))
    add(.agreements, paths.agreements(language))
    if !portal.subProcessors.isEmpty {
      add(.subProcessors, paths.subProcessors(language))
      for (index, company) in portal.subProcessors.enumerated() {
        add(.subProcessor(index), paths.subProcessor(company.id.value, language))
      }
      for (index, product) in portal.settings.products.enumerated() {
        add(.product(index), paths.product(product.id.value, language))
      }
      add(.transfers, paths.transfers(language))
      if portal.hasChain { add(.chain, paths.chain(language)) }
    }
    if !portal.controls.isEmpty {
      add(.measures, paths.measures(language))
      addMeasures(of: portal, paths: paths, language: language, add)
    }
    add(.changes, paths.changes(language))
    if !portal.agreements.isEmpty {
      add(.glossary, paths.glossary(language))
      add(.law, paths.law(language))
      add(.duties, paths.duties(language))
      add(.coverage, paths.coverage(language))
    }
    add(.search, paths.search(language))
  }
  for (index, agreement) in portal.agreements.enumerated() {
    let own = agreement.metadata.language?.value ?? paths.defaultLanguage
    pages.append(
      PlannedPage(
        subject: .agreement(index), path: paths.agreement(agreement.id),
        language: languages.contains(own) ? own : paths.defaultLanguage))
  }
  pages += planHistory(portal.history, paths: paths, languages: languages)
  pages.append(
    PlannedPage(subject: .notFound, path: paths.notFound, language: paths.defaultLanguage))
  return (pages, collisions(among: pages, in: portal))
}

/// The pages of measures: one for each control, and what is told of all of them.
private func addMeasures(
  of portal: CompiledPortal, paths: PortalPaths, language: String,
  _ add: (PlannedPage.Subject, String) -> Void
) {
  for (index, control) in portal.controls.enumerated() {
    add(.control(index), paths.control(control.control.value, language))
  }
  let recorded = Set(portal.controls.map(\.control.value))
  for (index, placed) in portal.catalog.schemes.enumerated() {
    let id = placed.scheme.id.value
    if !placed.isRecorded { add(.scheme(index), paths.scheme(id, language)) }
    add(.schemeCoverage(index), paths.schemeCoverage(id, language))
    for control in placed.own.indices where !placed.own[control].isEmpty {
      let qualified = placed.scheme.qualified(control)
      guard !recorded.contains(qualified) else { continue }
      add(.schemeControl(scheme: index, control: control), paths.control(qualified, language))
    }
  }
  add(.responsibility, paths.responsibility(language))
  add(.measuresDocument, paths.measuresDocument(language))
  for (index, company) in portal.subProcessors.enumerated()
  where portal.catalog.resting[company.id.value] != nil {
    add(.delegatedMeasures(index), paths.delegated(company.id.value, language))
  }
}

private func collisions(among pages: [PlannedPage], in portal: CompiledPortal) -> [Diagnostic] {
  var owners: [String: Int] = [:]
  var diagnostics: [Diagnostic] = []
  for (index, page) in pages.enumerated() {
    guard let first = owners.updateValue(index, forKey: page.path.lowercased()) else { continue }
    owners[page.path.lowercased()] = first
    // What has one id was reported as such.
    if let own = id(of: page, in: portal), own == id(of: pages[first], in: portal) { continue }
    diagnostics.append(
      .pageCollision(
        page.path, at: place(of: page, in: portal), first: place(of: pages[first], in: portal)))
  }
  // A file and the folder of a page can't have one name.
  for file in PortalPaths(defaultLanguage: portal.settings.defaultLanguage).files(of: portal) {
    guard let owner = owners["\(file)/index.html"] else { continue }
    diagnostics.append(.fileCollision(file, at: place(of: pages[owner], in: portal)))
  }
  return diagnostics
}

/// The id of the record or agreement that a page is made from, with the name of the page's kind.
private func id(of page: PlannedPage, in portal: CompiledPortal) -> String? {
  let id: String
  switch page.subject {
  case .agreement(let index): id = portal.agreements[index].id
  case .subProcessor(let index), .delegatedMeasures(let index):
    id = portal.subProcessors[index].id.value
  case .product(let index): id = portal.settings.products[index].id.value
  case .control(let index): id = portal.controls[index].control.value
  default: return nil
  }
  return "\(page.kind)/\(id)"
}

/// The record or agreement that a page is made from.
private func place(of page: PlannedPage, in portal: CompiledPortal) -> SourceRange {
  switch page.subject {
  case .agreement(let index):
    SourceRange(path: portal.agreements[index].path, line: 1, column: 1)
  case .subProcessor(let index): portal.subProcessors[index].id.range
  case .product(let index): portal.settings.products[index].id.range
  case .control(let index): portal.controls[index].control.range
  case .release(let index): portal.history.releases[index].place
  default: SourceRange(path: portal.settings.path, line: 1, column: 1)
  }
}

extension Diagnostic.Code {
  package static let pageCollision = Self(rawValue: "page-collision")
}

extension Diagnostic {
  fileprivate static func pageCollision(
    _ path: String, at range: SourceRange, first: SourceRange
  ) -> Self {
    Diagnostic(
      .pageCollision, .error, "page '\(path)' has two sources; an id names one page", at: range,
      notes: [Note("the other source is here", at: first)],
      help: range.path.hasSuffix(".md")
        ? "write another 'id' in the frontmatter of one of them"
        : "write another 'id' for one of them")
  }

  fileprivate static func fileCollision(_ file: String, at range: SourceRange) -> Self {
    Diagnostic(
      .pageCollision, .error, "folder '\(file)' of a page is a file that every portal has",
      at: range,
      help: "write another 'id'")
  }
}
