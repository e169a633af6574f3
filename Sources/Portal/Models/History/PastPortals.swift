internal import Agreements
internal import Changes
internal import Frontmatter
internal import History
internal import References
internal import Registers

/// Each release as a portal of its own, from which the pages of old versions are made.
struct PastPortals: Sendable {
  struct Past: Sendable {
    var portal: CompiledPortal
    var paths: PortalPaths
    var surroundings: AgreementSurroundings
  }

  /// One for each release.
  let releases: [Past]

  /// `words`: what the theme says, by language; variables in texts are written with it.
  init(_ portal: CompiledPortal, paths: PortalPaths, words: [String: Words]) {
    let history = portal.history
    let notices = portal.noticePeriods.published
    let companies = Set(portal.subProcessors.map(\.id.value))
    let controlIDs = Set(portal.controls.map(\.control.value))
    let shown = history.releasesWithShownRegisters
    releases = history.releases.indices.map { index in
      let version = history.versions[index]
      let registers = version.contents.registers
      var slugs: [String: String] = [:]
      for snapshot in version.contents.agreements {
        let id = snapshot.agreement.id
        guard let found = history.version(ofAgreement: id, in: index) else { continue }
        slugs[id] = history.agreements[found.agreement].versions[found.version].slug
      }
      // Reading lists takes long: no other page shows them.
      let then =
        shown.contains(index)
        ? RegistersOfDay(ofRelease: index, in: history, words: words) : nil
      let listed = then?.subProcessors ?? registers.subProcessors
      var past = paths
      past.past = PastPaths(
        release: addressPart(history.releases[index].id), versions: slugs,
        inForce: then?.inForce ?? [:], subProcessors: companies, controls: controlIDs)
      let settings = registers.settings ?? portal.settings
      let schemes = registers.schemes.completed(
        with: then?.controls ?? registers.controls)
      // As the portal of today has them: pages number measures by this order.
      let controls = (then?.controls ?? registers.controls).sorted(by: inOrder(of: schemes))
      let date = history.releases[index].date
      let periods = NoticePeriods(
        settings.notice, holidays: portal.holidays, published: notices)
      var portalThen = CompiledPortal(
        settings: settings,
        agreements: version.contents.agreements.map(\.agreement), digests: version.digests,
        subProcessors: listed, descriptions: [:], controls: controls,
        schemes: schemes, scopes: settings.scopes + (then?.scopes ?? version.adoptedScopes),
        catalog: MeasureCatalog(
          of: controls, in: schemes, shown: settings.schemes.map(\.value)),
        understood: UnderstoodPortal(),
        timeline: RegisterTimeline(
          listed, terms: periods,
          assessor: TransferAssessor(
            on: date, catalog: registers.transfers,
            processorCountry: settings.processor.address?.country?.value)),
        noticePeriods: periods, transferCatalog: registers.transfers, mentions: [:],
        asOf: date)
      // A tag holds what nobody checked and nobody can mend: a program in it is not published.
      portalThen.pictures = PictureLibrary(
        history.releases[index].files.filter {
          program(inPicture: $0.bytes, named: $0.name) == nil
        })
      return Past(
        portal: portalThen, paths: past,
        surroundings: AgreementSurroundings(portalThen, paths: past))
    }
  }
}

extension PortalHistory {
  /// The releases whose registers pages of old versions show.
  fileprivate var releasesWithShownRegisters: Set<Int> {
    Set(
      agreements.lazy.flatMap(\.versions).filter {
        isReleased($0) && !snapshot($0).agreement.embeddedRegisters.isEmpty
      }.map(\.releases.lowerBound))
  }
}
