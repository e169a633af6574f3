internal import Agreements
internal import Deadlines
internal import Diagnostics
internal import Frontmatter
internal import Registers
internal import Templating

/// Names, links and cells of measures in one language, which all their pages share.
struct MeasureTexts: Sendable {
  let portal: CompiledPortal
  let words: Words
  let paths: PortalPaths
  /// Names of sub-processors by id.
  private let companies: [String: String]
  /// Titles of agreements by id.
  private let agreements: [String: String]
  /// The author's own names for controls, which come before those of schemes.
  private let titles: [String: LocalizedText]
  /// Controls that have a page, with their scheme.
  let pages: Set<String>
  /// Words of states, by state.
  private let states: [String: Value]
  let scopeNames: [String: String]

  var language: String { words.language }

  init(_ portal: CompiledPortal, words: Words, paths: PortalPaths) {
    self.portal = portal
    self.words = words
    self.paths = paths
    let language = words.language
    companies = Dictionary(
      portal.subProcessors.map { ($0.id.value, $0.displayName) },
      uniquingKeysWith: { first, _ in first })
    agreements = Dictionary(
      portal.agreements.map { ($0.id, $0.metadata.listedTitle) },
      uniquingKeysWith: { first, _ in first })
    titles = Dictionary(
      portal.controls.compactMap { control in control.title.map { (control.control.value, $0) } },
      uniquingKeysWith: { first, _ in first })
    var pages = Set(portal.controls.map(\.control.value))
    for placed in portal.catalog.schemes {
      for index in placed.own.indices where !placed.own[index].isEmpty {
        pages.insert(placed.scheme.qualified(index))
      }
    }
    self.pages = pages
    let known = MeasureState.allCases.map(\.rawValue) + [Self.notStated]
    states = Dictionary(
      known.map { ($0, .string(words.text("state.\($0)"))) },
      uniquingKeysWith: { first, _ in first })
    scopeNames = Dictionary(
      portal.scopes.map { scope in
        let isEverywhere = scope.id.value == MeasureScope.everywhere
        return (
          scope.id.value,
          isEverywhere ? words.text("measures.everywhere") : scope.name.text(in: language).text
        )
      }, uniquingKeysWith: { first, _ in first })
  }

  static let notStated = "not-stated"
}

// MARK: - Controls

extension MeasureTexts {
  func path(ofControl id: String) -> String? {
    pages.contains(id) ? paths.control(id, language) : nil
  }

  func name(of control: Control) -> String { portal.name(of: control, in: language) }

  func title(ofScheme scheme: String) -> String {
    portal.schemes[scheme]?.title.text(in: language).text ?? scheme
  }

  /// `number`, `name` and `path?` of a control.
  func head(_ scheme: ControlScheme, _ index: Int) -> Value {
    let control = scheme.controls[index]
    return .pairs([
      "number": .string(control.number.value),
      "name": .string(
        (titles[scheme.qualified(index)] ?? control.name).text(in: language).text),
      "path": .optional(path(ofControl: scheme.qualified(index))),
    ])
  }

  /// The matrix in the scheme, where the portal shows it.
  func path(ofScheme scheme: String) -> String? {
    guard let shown = portal.catalog.schemes.first(where: { $0.scheme.id.value == scheme }) else {
      return nil
    }
    return shown.isRecorded ? paths.measures(language) : paths.scheme(scheme, language)
  }

  func schemeLink(_ scheme: String) -> Value {
    .pairs([
      "title": .string(title(ofScheme: scheme)),
      "path": .optional(path(ofScheme: scheme)),
      "url": .optional(portal.schemes[scheme]?.url?.value),
      "dated": .optional(portal.schemes[scheme]?.dated?.value.description),
    ])
  }

  /// A control of another scheme: by its name where the scheme is known, with a page where it has
  /// one.
  func counterpart(_ reference: String) -> Value {
    guard let (scheme, control) = portal.schemes.find(reference) else {
      return .link(title: standardTitle(of: reference))
    }
    let id = "\(scheme.id.value).\(control.number.value)"
    let name = control.name.text(in: language).text
    return .link(
      title: "\(title(ofScheme: scheme.id.value)), "
        + (Self.isName(control.number.value) ? name : "\(control.number.value): \(name)"),
      path: path(ofControl: id))
  }
}

extension MeasureTexts {
  /// A control by its number and its name.
  static func title(_ number: String, _ name: String) -> String {
    isName(number) ? name : "\(number) \(name)"
  }

  /// Whether the number of a control is its name in small letters, such as `availability`, as in
  /// schemes that have no numbers; the name says it better.
  private static func isName(_ number: String) -> Bool {
    number.utf8.count > 4
      && number.utf8.allSatisfy {
        $0.isASCIILetter || $0 == UInt8(ascii: "-")
      }
  }
}

// MARK: - Measures

extension MeasureTexts {
  func control(of position: MeasureCatalog.Position) -> Control {
    portal.controls[position.control]
  }

  func measure(at position: MeasureCatalog.Position) -> Measure {
    portal.controls[position.control].measures[position.measure]
  }

  func passage(_ text: LocalizedText) -> Value {
    .passage(text, in: language, writtenIn: paths.defaultLanguage)
  }

  func path(of measure: Measure, under control: Control) -> String {
    "\(paths.control(control.control.value, language))#\(measure.id.value)"
  }

  func company(_ id: String) -> Value {
    companies[id].map { .link(title: $0, path: paths.subProcessor(id, language)) }
      ?? .link(title: id)
  }

  /// One Cell for each scope of the portal.
  func cells(of measure: Measure) -> Value {
    .array(portal.scopes.map { cell(of: measure, in: $0) })
  }

  private func cell(of measure: Measure, in scope: PortalSettings.Scope) -> Value {
    guard let found = measure.scopes.first(where: { $0.scope.value == scope.id.value }) else {
      return .pairs([
        "scope": .string(scopeNames[scope.id.value] ?? ""), "state": .string(Self.notStated),
        "word": states[Self.notStated] ?? .none, "sub_processor": .none, "reason": .none,
        "since": .none, "due": .none, "is_overdue": false,
      ])
    }
    return cell(found)
  }

  /// A Cell.
  func cell(_ scope: MeasureScope) -> Value {
    let state = scope.state.value.rawValue
    return .pairs([
      "scope": .string(scopeNames[scope.scope.value] ?? scope.scope.value),
      "state": .string(state), "word": states[state] ?? .none,
      "sub_processor": scope.delegate.map { company($0.value) } ?? .none,
      "reason": (scope.reason ?? scope.duty).map { passage($0) } ?? .none,
      "since": .optional(scope.since?.value.description),
      "due": .optional(scope.due?.value.description),
      "is_overdue": .boolean(scope.isOverdue(on: portal.asOf)),
    ])
  }

  /// What the public may see of the evidence.
  func evidence(_ evidence: [Evidence]) -> Value {
    .array(
      evidence.filter { $0.audience == .public }.map { item in
        .pairs([
          "title": .string(item.title?.text(in: language).text ?? item.url?.value ?? ""),
          "path": .none, "url": .optional(item.url?.value),
          "checked": .optional(item.checked?.value.description),
        ])
      })
  }

  /// Facts with their values in words.
  func attributes(of measure: Measure) -> Value {
    .array(
      measure.attributes.map { attribute in
        let name =
          KnownAttribute(rawValue: attribute.name.value)
          .map { words.text("attribute.\($0.rawValue)") } ?? attribute.name.value
        let unit = attribute.name.value == KnownAttribute.keyLength.rawValue ? " bit" : ""
        let values = zip(attribute.values, attribute.typed).map { value, typed in
          if case .period(let period) = typed { return words.text(for: period) }
          return value.value + unit
        }
        return .pairs(["name": .string(name), "values": .texts(values)])
      })
  }

  /// The place of an agreement that a measure was read from.
  func origin(of measure: Measure) -> Value {
    guard let origin = measure.origin, let title = agreements[origin.agreement],
      let place = originPath(of: measure)
    else { return .none }
    return .link(
      title: "\(title), \(place)",
      path: "\(portal.page(ofOrigin: origin, in: paths))#\(origin.anchor)")
  }

  /// The place that a measure was read from, as readers call it; `nil` of one that is a record.
  func originPath(of measure: Measure) -> String? {
    measure.origin.map { LegalPath.written($0.path, in: Language(ofReaders: language)) }
  }
}

/// A control of a standard as it is cited: `iso27001:2022/7.2` is `ISO/IEC 27001:2022, 7.2`.
///
/// What is written in another way stays as it is.
func standardTitle(of control: String) -> String {
  let parts = control.utf8.split(separator: UInt8(ascii: "/"), maxSplits: 1)
  guard parts.count == 2 else { return control }
  let standard = String(Substring(parts[0]))
  let number = String(Substring(parts[1]))
  if standard.hasPrefix("iso"), standard.dropFirst(3).utf8.first.map({ $0 < 0x3A }) ?? false {
    return "ISO/IEC \(standard.dropFirst(3)), \(number)"
  }
  return "\(standard.uppercased()), \(number)"
}
