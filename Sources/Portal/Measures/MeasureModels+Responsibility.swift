internal import Frontmatter
internal import Registers
internal import Templating

// Who has to see to what: see docs/theme.md.

extension MeasureModels {
  /// The model `responsibility` of `pages/responsibility.html`.
  func responsibility() -> Value {
    .pairs([
      "products": .array(duties()),
      "companies": .array(
        restingMeasures().map { company, measures in
          .pairs([
            "company": texts.company(company),
            "count": .integer(measures.count),
            "path": .string(paths.delegated(company, language)),
          ])
        }),
    ])
  }

  /// What the customer has to do, for each product; the products of a measure are all where it
  /// names none.
  private func duties() -> [Value] {
    var common: [Value] = []
    var byProduct: [String: [Value]] = [:]
    for control in portal.controls {
      for measure in control.measures {
        for scope in measure.scopes
        where scope.state.value == .customer || scope.state.value == .shared {
          let duty = duty(scope, of: measure, under: control)
          if measure.products.isEmpty { common.append(duty) }
          for product in Set(measure.products.map { productID($0.value) }) {
            byProduct[product, default: []].append(duty)
          }
        }
      }
    }
    var products: [Value] = []
    if !common.isEmpty {
      products.append(.pairs(["name": .none, "anchor": "all", "duties": .array(common)]))
    }
    for product in portal.settings.products {
      guard let duties = byProduct[product.id.value] else { continue }
      products.append(
        .pairs([
          "name": .string(product.name.text(in: language).text),
          "anchor": .string(product.id.value), "duties": .array(duties),
        ]))
    }
    return products
  }

  /// The product of `product/edition`.
  private func productID(_ reference: String) -> String {
    String(reference.prefix { $0 != "/" })
  }

  private func duty(_ scope: MeasureScope, of measure: Measure, under control: Control) -> Value {
    .pairs([
      "duty": scope.duty.map { texts.passage($0) } ?? .none,
      "text": texts.passage(measure.text),
      "path": .string(texts.path(of: measure, under: control)),
      "control": .string(texts.name(of: control)),
      "scope": .string(texts.scopeNames[scope.scope.value] ?? scope.scope.value),
      "state": .string(scope.state.value.rawValue),
    ])
  }

  /// The measures that rest on each sub-processor that the portal shows, in the order of the
  /// register.
  private func restingMeasures() -> [(company: String, measures: [MeasureCatalog.Position])] {
    let resting = portal.catalog.resting
    return portal.subProcessors.compactMap { company in
      resting[company.id.value].map { (company.id.value, $0) }
    }
  }

  /// The model `delegated` of `pages/delegated-measures.html`.
  func delegated(to index: Int) -> Value {
    let company = portal.subProcessors[index]
    let measures = portal.catalog.resting[company.id.value] ?? []
    var controls: [(control: Int, rows: [Value])] = []
    for position in measures {
      if controls.last?.control != position.control { controls.append((position.control, [])) }
      let measure = texts.measure(at: position)
      let stated = measure.scopes.filter { $0.delegate?.value == company.id.value }
      controls[controls.count - 1].rows.append(
        .pairs([
          "text": texts.passage(measure.text),
          "path": .string(texts.path(of: measure, under: texts.control(of: position))),
          "scopes": .texts(
            stated.map { texts.scopeNames[$0.scope.value] ?? $0.scope.value }),
          "evidence": texts.evidence(stated.flatMap(\.evidence)),
        ]))
    }
    return .pairs([
      "company": texts.company(company.id.value),
      "count": .integer(measures.count),
      "controls": .array(
        controls.map { index, rows in
          let control = portal.controls[index]
          return .pairs([
            "name": .string(texts.name(of: control)), "number": .string(control.number),
            "path": .string(paths.control(control.control.value, language)),
            "measures": .array(rows),
          ])
        }),
    ])
  }
}
