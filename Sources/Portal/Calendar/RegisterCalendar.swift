internal import Deadlines
internal import Frontmatter
internal import Registers

/// The public calendar: objection windows, first and last days of use, changes, expiries, and the days on
/// which announced versions of agreements take effect.
///
/// What is longer ago than a year is left out. Nothing depends on the clock: the days of the
/// records and the day of the portal settle every line.
struct RegisterCalendar: Sendable {
  private let portal: CompiledPortal
  private let words: Words
  private let paths: PortalPaths
  private let host: String

  init(_ portal: CompiledPortal, words: Words, paths: PortalPaths) {
    self.portal = portal
    self.words = words
    self.paths = paths
    let base = portal.settings.baseURL?.value ?? ""
    let host = base.split(separator: "/", omittingEmptySubsequences: false).dropFirst(2).first
    self.host = host.map(String.init) ?? "annex.invalid"
  }

  func text(generator: String) -> [UInt8] {
    var text = CalendarText(
      title: portal.settings.title.text(in: words.language).text, language: words.language,
      generator: generator)
    for event in events() { text.add(event) }
    text.finish()
    return text.bytes
  }

  /// By day, then by id.
  func events() -> [CalendarEvent] {
    let today = portal.timeline.day
    let oldest = today.advanced(byDays: -366) ?? today
    var events: [CalendarEvent] = []
    for company in portal.timeline.companies where company.state != .excluded {
      for (number, engaged) in company.engaged.enumerated() {
        events += self.events(
          of: engaged, number: number,
          revised: portal.noticePeriods.published.updates(ofTask: number, of: company.record),
          of: company.record)
      }
      events += expiries(of: company.record)
    }
    events += endsOfDecisions() + versionsOfAgreements()
    return events.filter { $0.day >= oldest }.sorted { ($0.day, $0.uid) < ($1.day, $1.uid) }
  }
}

extension RegisterCalendar {
  /// `revised`: the days of releases that changed what was announced; the record may state more.
  private func events(
    of engaged: RegisterTimeline.Engaged, number: Int, revised: [CalendarDate],
    of record: SubProcessor
  ) -> [CalendarEvent] {
    let engagement = engaged.engagement
    let today = portal.timeline.day
    let revoked = portal.noticePeriods.published.revokedEnd(ofTask: number, of: record)
    guard
      engagement.announced.map({ $0.value <= today })
        ?? (engagement.ended != nil || revoked != nil || !engaged.changes.isEmpty)
    else {
      return transferEnds(of: engaged, number: number, of: record)
    }
    let isCancelled = engaged.state == .withdrawn
    let updates = Set(engagement.revised.map(\.value) + revised).filter { $0 <= today }
    let withdrawn = engagement.withdrawn.map { [$0.value] } ?? []
    let announcements = [engagement] + engaged.changes.map(\.engagement)
    let stamps = announcements.compactMap { $0.announced?.value } + updates
    let stamp = (stamps + (isCancelled ? withdrawn : [])).max() ?? today
    func event(_ day: CalendarDate?, _ kind: String, _ name: String? = nil) -> CalendarEvent? {
      guard let day else { return nil }
      return CalendarEvent(
        uid: uid(record, engagement, number, name ?? kind), day: day, stamp: min(stamp, today),
        sequence: updates.count + (isCancelled ? 1 : 0), isCancelled: isCancelled,
        summary: summary(kind, record, engagement.service),
        details: details(of: engagement, isOpen: kind == "objection" && !isCancelled),
        url: url(of: record), category: kind)
    }
    let announced = engagement.announced == nil ? nil : engaged.begins
    var end = isCancelled ? nil : event(engagement.ended?.value, "ended")
    if let revoked {
      let isRevoked = end == nil
      end = end ?? event(revoked.day, "ended")
      // A day that was set again is newer than that it was off.
      end?.sequence = updates.count + revoked.count * 2 - (isRevoked ? 1 : 0)
      if isRevoked {
        end?.isCancelled = true
        end?.stamp = min(revoked.since ?? today, today)
      }
    }
    let changes = engaged.changes.enumerated().flatMap { index, change in
      // The next one takes the place of the first when that has come.
      let place = index == 0 ? "" : "-\(index + 1)"
      let events = [
        event(change.begins, "changed", "changed\(place)"),
        event(change.lastDayToObject, "objection", "changed-objection\(place)"),
      ]
      return events.map { event in
        var event = event
        event?.sequence += engagement.changes[index].revision
        return event
      }
    }
    return [
      event(engaged.lastDayToObject, "objection"), event(announced, "effective"), end,
    ].compactMap { $0 }
      + (isCancelled ? [] : changes.compactMap { $0 })
      + transferEnds(of: engaged, number: number, of: record)
  }

  /// The ends of grounds that a record states.
  private func transferEnds(
    of engaged: RegisterTimeline.Engaged, number: Int, of record: SubProcessor
  ) -> [CalendarEvent] {
    guard engaged.state.isInUse || engaged.state.isToCome else { return [] }
    return engaged.engagement.allTransfers.enumerated().compactMap { index, transfer in
      guard let expires = transfer.expires?.value else { return nil }
      let name = words.text("mechanism.\(transfer.mechanism.value.rawValue)")
      return CalendarEvent(
        uid: uid(record, engaged.engagement, number, "transfer-\(index + 1)"), day: expires,
        stamp: stamp(transfer.checked?.value ?? transfer.signed?.value), sequence: 0,
        isCancelled: false,
        summary: "\(words.text("deadline.expiry")): \(name), \(record.displayName)",
        details: "", url: url(of: record), category: "expiry")
    }
  }

  private func expiries(of record: SubProcessor) -> [CalendarEvent] {
    record.certificates.enumerated().compactMap { index, certificate in
      guard let expires = certificate.expires?.value else { return nil }
      let name = "\(certificate.name.value), \(record.displayName)"
      return CalendarEvent(
        uid: "\(record.id.value).certificate-\(index + 1)@\(host)", day: expires,
        stamp: stamp(record.reviewed?.value), sequence: 0, isCancelled: false,
        summary: "\(words.text("deadline.expiry")): \(name)", details: "",
        url: url(of: record), category: "expiry")
    }
  }

  /// The ends of decisions on adequacy that transfers rest on.
  private func endsOfDecisions() -> [CalendarEvent] {
    var used: Set<String> = []
    for company in portal.timeline.companies {
      for place in company.engaged.flatMap(\.places) {
        used.formUnion(place.grounds.map(\.dependence))
      }
    }
    return portal.transferCatalog.decisions.compactMap { decision in
      guard let until = decision.until, used.contains(decision.decision) else { return nil }
      let place =
        decision.country.map { Countries.shipped.name(of: $0, in: words.language) }
        ?? decision.organisation ?? ""
      let id = decision.decision.lowercased().split { !$0.isLetter && !$0.isNumber }
        .joined(separator: "-")
      return CalendarEvent(
        uid: "decision.\(id)@\(host)", day: until,
        stamp: stamp(CalendarDate(portal.transferCatalog.edition)), sequence: 0,
        isCancelled: false,
        summary:
          "\(words.text("deadline.expiry")): \(words.text("mechanism.adequacy")), \(place)",
        details: decision.decision, url: absolute(paths.transfers(words.language)),
        category: "expiry")
    }
  }
}

extension RegisterCalendar {
  /// The days on which versions take effect that were announced before.
  private func versionsOfAgreements() -> [CalendarEvent] {
    AnnouncedVersions(portal, paths: paths).shown(in: words.language).map { version in
      let name = version.name.map {
        ", " + words.text("agreement.version-name", filling: ["version": $0])
      }
      return CalendarEvent(
        uid: "agreement.\(version.agreement).\(version.slug).effective@\(host)",
        day: version.day, stamp: version.stamp, sequence: version.isCancelled ? 1 : 0,
        isCancelled: version.isCancelled,
        summary: "\(words.text("deadline.effective")): \(version.title)\(name ?? "")",
        details: "", url: absolute(version.path), category: "effective")
    }
  }

  private func uid(
    _ record: SubProcessor, _ engagement: Engagement, _ number: Int, _ kind: String
  ) -> String {
    "\(record.id.value).\(engagement.id?.value ?? String(number + 1)).\(kind)@\(host)"
  }

  private func stamp(_ day: CalendarDate?) -> CalendarDate {
    min(day ?? portal.timeline.day, portal.timeline.day)
  }

  private func summary(
    _ kind: String, _ record: SubProcessor, _ service: LocalizedText?
  ) -> String {
    // A version takes effect, a company comes into use.
    let word = kind == "effective" ? "in-use" : kind
    let title = "\(words.text("deadline.\(word)")): \(record.displayName)"
    return service.map { "\(title), \($0.text(in: words.language).text)" } ?? title
  }

  /// `isOpen`: whether customers may object, who must know then whom to write to.
  private func details(of engagement: Engagement, isOpen: Bool) -> String {
    var lines = [engagement.purpose, engagement.condition].compactMap {
      $0?.text(in: words.language).text
    }
    if isOpen, let contact = portal.objectionContact {
      let ways = [portal.settings.processor.name.value] + contact.ways
      lines.append("\(words.text("deadline.object-to")) \(ways.joined(separator: ", "))")
    }
    return lines.joined(separator: "\n")
  }

  private func url(of record: SubProcessor) -> String? {
    absolute(paths.subProcessor(record.id.value, words.language))
  }

  private func absolute(_ path: String) -> String? {
    portal.settings.baseURL.map { absoluteURL(of: path, base: $0.value) }
  }
}
