internal import Agreements
internal import Deadlines
internal import History
internal import Registers

/// The texts in force of agreements whose newest text states measures and takes effect later.
///
/// What is announced is not what holds today: until its day, the measures are those of the text that
/// a release published before. Where there is none, the newest text is all that there is.
struct TextsInForce: Sendable {
  /// By agreement.
  private var texts: [String: (text: Agreement, digest: String)] = [:]

  /// - Complexity: reads one text for each agreement that is announced, and frontmatters until it is
  ///   found.
  init(
    of agreements: [Agreement], releases: [PublishedRelease], variables: Variables?,
    asOf: CalendarDate
  ) {
    for agreement in agreements where !agreement.metadata.adoptedMeasures.isEmpty {
      guard let day = agreement.metadata.effectiveDay, day > asOf else { continue }
      var putOff = PutOffTexts()
      _ = putOff.isPutOff(agreement.metadata, published: asOf)
      let file = releases.lazy.reversed().compactMap { release in
        AnnouncedLists.file(of: agreement, in: release).map { ($0, release.date) }
      }.first { file, published in
        let metadata = file.agreementMetadata
        let isPutOff = putOff.isPutOff(metadata, published: published)
        return !isPutOff && metadata.effectiveDay.map { $0 <= asOf } ?? true
      }?.0
      guard let file else { continue }
      var text = readAgreement(file.bytes, path: file.path, variables: variables).agreement
      guard text.id == agreement.id else { continue }
      // A list that was read as no register before says what holds as well.
      if text.metadata.adoptedMeasures.isEmpty {
        var metadata = text.metadata
        metadata.adoptedMeasures = agreement.metadata.adoptedMeasures
        text = Agreement(
          id: text.id, path: text.path, metadata: metadata, tree: text.tree,
          provisions: text.provisions, layout: text.layout)
      }
      texts[agreement.id] = (text, file.digest)
    }
  }

  var isEmpty: Bool { texts.isEmpty }

  func holdOne(of agreement: String) -> Bool { texts[agreement] != nil }

  /// The agreements, each in the text that is in force.
  func replacing(_ agreements: [Agreement]) -> [Agreement] {
    agreements.map { texts[$0.id]?.text ?? $0 }
  }

  /// The digests of their files, by path.
  var digests: [String: String] {
    Dictionary(texts.values.map { ($0.text.path, $0.digest) }) { first, _ in first }
  }
}

extension CompiledPortal {
  /// The page of the text that a measure was read from: of the agreement, or of its version in force
  /// where the agreement's own page shows one that is announced.
  func page(ofOrigin origin: MeasureOrigin, in paths: PortalPaths) -> String {
    if origin.isOfEarlierText, let slug = paths.past?.inForce[origin.agreement] {
      return paths.version(slug, ofAgreement: origin.agreement)
    }
    guard origin.isOfEarlierText, let number = history.number(ofAgreement: origin.agreement) else {
      return paths.agreement(origin.agreement)
    }
    let agreement = history.agreements[number]
    return agreement.isAnnounced
      ? paths.version(agreement.versions[agreement.inForce].slug, ofAgreement: origin.agreement)
      : paths.agreement(origin.agreement)
  }
}
