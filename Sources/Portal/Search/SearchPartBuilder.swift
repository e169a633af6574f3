internal import Agreements
internal import Deadlines
internal import Frontmatter
internal import Markup
internal import References
internal import Registers
internal import Search

/// Makes parts of the index, one after the other, and collects their words.
struct SearchPartBuilder: ~Copyable {
  let portal: CompiledPortal
  let paths: PortalPaths
  let words: [String: Words]
  private let plan: SearchPlan
  var terms: TermCollector

  init(
    _ portal: CompiledPortal, paths: PortalPaths, words: [String: Words], plan: SearchPlan,
    firstPart: Int
  ) {
    self.portal = portal
    self.paths = paths
    self.words = words
    self.plan = plan
    terms = TermCollector(firstPart: firstPart)
  }

  /// The bytes of the next part.
  mutating func build(_ number: Int) -> [UInt8] {
    var part = SearchPart(number: number)
    switch plan.parts[number] {
    case .agreement(let index):
      let agreement = portal.agreements[index]
      add(
        agreement, findPassages(in: agreement), called: title(of: agreement),
        at: paths.agreement(agreement.id),
        as: rank(of: agreement),
        defining: portal.understood.agreements[index].terms, to: &part)
    case .subProcessors(let range, let language):
      for index in range { add(portal.subProcessors[index], language, to: &part) }
    case .controls(let range, let language):
      for index in range { add(portal.controls[index], language, to: &part) }
    case .laws(let range, let language):
      for index in range { add(plan.laws[index], language, to: &part) }
    case .release(let number, let changes, let language):
      add(release: number, changes: changes, language, to: &part)
    case .version(let agreement, let version):
      add(version: version, ofAgreement: agreement, to: &part)
    case .versionNames(let range):
      for index in range { add(nameOf: plan.versions[index], to: &part) }
    }
    terms.endPart()
    part.end()
    return part.bytes
  }

  func rank(of agreement: Agreement) -> DocumentRank {
    agreement.metadata.kind == .agreement ? .main : .text
  }

  /// In the language of the agreement, as all that is found in it.
  private func title(of agreement: Agreement) -> String {
    let language = agreement.metadata.language?.value ?? paths.defaultLanguage
    return portal.listedTitle(of: agreement, words[language] ?? Words(language: language))
  }

  consuming func finish() -> TermBlock { terms.finish() }
}

// MARK: - Agreements

extension SearchPartBuilder {
  /// `passages`: all of the agreement's text.
  mutating func add(
    _ agreement: Agreement, _ passages: [Passage], called title: String, at address: String,
    as rank: DocumentRank, defining definitions: TermReading, to part: inout SearchPart
  ) {
    let language = agreement.metadata.language?.value ?? paths.defaultLanguage
    part.beginDocument(title: title, path: address, language: language, rank: rank)
    terms.add(title, as: .title)
    if agreement.metadata.shortTitle != nil { terms.add(agreement.metadata.title, as: .title) }
    let text = agreement.tree.text
    for passage in passages where passage.provision >= 0 {
      let range = Int(passage.start)..<Int(passage.end)
      terms.add(text.span, range, as: passage.kind == .heading ? .heading : .text)
    }
    let pieces = PassagePieces(passages, provisions: agreement.provisions.count)
    var defined: [Int32: [String]] = [:]
    for term in definitions.terms where term.source == .text {
      defined[term.provision, default: []].append(term.name)
      terms.add(term.name, as: .heading)
    }
    var writer = LegalPathWriter(
      of: agreement.provisions, in: Language(ofReaders: language))
    // A number is one token, however a language cites it.
    var numberWriter = LegalPathWriter(of: agreement.provisions)
    var path: [UInt8] = []
    for number in agreement.provisions.indices {
      path.removeAll(keepingCapacity: true)
      numberWriter.append(pathOf: number, to: &path)
      terms.addNumber(ofPath: path.span)
      path.removeAll(keepingCapacity: true)
      writer.append(pathOf: number, to: &path)
      let kind = agreement.provisions[number].kind
      if kind == .annex || kind == .section {
        terms.add(agreement.provisions[number].designation, as: .text)
      }
      let duties = agreement.provisions[number].covers.map { CitedProvision.citation(ofDuty: $0) }
      for duty in duties { terms.addNumber(ofPath: duty.utf8.span) }
      guard !pieces[number].isEmpty else { continue }
      part.add(
        place: path, anchor: agreement.provisions[number].anchor,
        duties: duties.isEmpty ? "" : (duties + Self.citedAs).joined(separator: " "), text: text,
        pieces: pieces[number], headings: pieces.headings(of: number),
        terms: defined[Int32(number)] ?? [])
    }
  }
}

extension SearchPartBuilder {
  /// What a reader may write around the number of a duty of the regulation; folded.
  private static let citedAs = ["art", "article", "artikel", "gdpr", "dsgvo"]
}

/// The stretches of text of each provision, in one array.
private struct PassagePieces {
  private var pieces: [Range<Int>]
  /// How many of a provision's are its heading; they stand first.
  private var headings: [Int32]
  /// Where those of each provision begin; one more than there are provisions.
  private var starts: [Int]

  init(_ passages: [Passage], provisions: Int) {
    starts = Array(repeating: 0, count: provisions + 1)
    for passage in passages where passage.provision >= 0 {
      starts[Int(passage.provision) + 1] += 1
    }
    for provision in 0..<provisions { starts[provision + 1] += starts[provision] }
    pieces = Array(repeating: 0..<0, count: starts[provisions])
    headings = Array(repeating: 0, count: provisions)
    var next = starts
    for passage in passages where passage.provision >= 0 {
      let provision = Int(passage.provision)
      pieces[next[provision]] = Int(passage.start)..<Int(passage.end)
      if passage.kind == .heading, headings[provision] == next[provision] - starts[provision] {
        headings[provision] += 1
      }
      next[provision] += 1
    }
  }

  func headings(of provision: Int) -> Int { Int(headings[provision]) }

  subscript(provision: Int) -> ArraySlice<Range<Int>> {
    pieces[starts[provision]..<starts[provision + 1]]
  }
}

// MARK: - Registers

extension SearchPartBuilder {
  private mutating func add(
    _ company: SubProcessor, _ language: String, to part: inout SearchPart
  ) {
    var said: [String] = []
    func say(_ text: String?) {
      if let text, !text.isEmpty, !said.contains(text) { said.append(text) }
    }
    say(company.shortName?.value)
    for alias in company.aliases { say(alias.value) }
    for engagement in company.engagements {
      say(engagement.service?.text(in: language).text)
      say(engagement.purpose?.text(in: language).text)
      for location in engagement.locations {
        say(location.country.map { Countries.shipped.name(of: $0.value, in: language) })
        say(location.organisation?.value)
      }
    }
    say(company.address?.city?.value)
    for certificate in company.certificates { say(certificate.name.value) }
    let text = said.joined(separator: " · ")
    part.beginDocument(
      title: company.name.value, path: paths.subProcessor(company.id.value, language))
    part.add(place: "", anchor: "", text: text)
    terms.add(company.name.value, as: .title)
    terms.add(text, as: .text)
  }

  private mutating func add(_ control: Control, _ language: String, to part: inout SearchPart) {
    let name = portal.name(of: control, in: language)
    part.beginDocument(title: name, path: paths.control(control.control.value, language))
    terms.add(name, as: .title)
    // By its own number, and by those of the controls that it corresponds to.
    let numbers =
      [counterpart(control.control.value, language)] + correspondents(of: control, language)
    let numbersText = numbers.joined(separator: " · ")
    part.add(place: "", anchor: "", text: numbersText)
    terms.add(numbersText, as: .text)
    for measure in control.measures {
      // Auditors look for the controls of their standards.
      let counterparts = measure.mapsTo.map { counterpart($0.value, language) }
      let duties = inOrder(measure.scopes.compactMap { $0.duty?.text(in: language).text })
      let text = ([measure.text.text(in: language).text] + duties + counterparts)
        .joined(separator: " · ")
      part.add(place: "", anchor: measure.id.value, text: text)
      terms.add(text, as: .text)
    }
  }

  /// The controls of other schemes that say, or of which it is said, that this one corresponds.
  private func correspondents(of control: Control, _ language: String) -> [String] {
    portal.schemes.all.flatMap { scheme -> [String] in
      guard scheme.id.value != control.scheme else { return [] }
      let placement = portal.schemes.placement(of: control, in: scheme)
      guard placement.basis == .stated else { return [] }
      return placement.controls.map { position in
        let control = scheme.controls[position]
        let name = control.name.text(in: language).text
        return "\(scheme.title.text(in: language).text), \(control.number.value) \(name)"
      }
    }
  }

  /// A control of another scheme as it is cited.
  private func counterpart(_ reference: String, _ language: String) -> String {
    guard let (scheme, control) = portal.schemes.find(reference) else {
      return standardTitle(of: reference)
    }
    return "\(scheme.title.text(in: language).text), \(control.number.value)"
  }

  private mutating func add(
    _ cited: CitedProvision, _ language: String, to part: inout SearchPart
  ) {
    let law = ReferenceCatalogs.shipped.laws.laws[cited.provision.law]
    let number = cited.provision.number
    var title = law.short.text(onPagesIn: language)
    if !number.isEmpty, let words = words[language] {
      let form = words.text(cited.provision.wordKey)
      title = "\(filled(form, "number", number, otherwise: number)) \(title)"
    }
    part.beginDocument(title: title, path: "\(paths.law(language))#law-\(slug(law.id))")
    terms.add(title, as: .title)
    terms.add(law.title.text(onPagesIn: language), as: .text)
    // How a reader may call it: the searches for `Art.` and `§` look for these.
    switch cited.provision.unit {
    case .article: terms.add("Art Article Artikel", as: .text)
    case .section: terms.add("Section Paragraph", as: .text)
    case .clause: terms.add("Clause Klausel", as: .text)
    case .recital: terms.add("Recital Erwägungsgrund ErwG", as: .text)
    case .annex: terms.add("Annex Anhang", as: .text)
    case .chapter: terms.add("Chapter Kapitel", as: .text)
    case .law: break
    }
    for paragraph in cited.paragraphs {
      let bytes = Array(paragraph.utf8)
      terms.addNumber(ofPath: bytes.span)
    }
    let places = cited.places.map { name(of: $0, in: language) }.joined(separator: " · ")
    let paragraphs = cited.paragraphs.joined(separator: ", ")
    let text = "\(law.title.text(onPagesIn: language)) · \(places)"
    part.add(place: paragraphs, anchor: "", text: text)
  }

  private func name(of target: ReferenceTarget, in language: String) -> String {
    let agreement = portal.agreements[Int(target.agreement)]
    guard target.provision != Provision.none else { return agreement.metadata.listedTitle }
    return "\(agreement.metadata.listedTitle), "
      + agreement.provisions.path(of: Int(target.provision), in: language)
  }
}
