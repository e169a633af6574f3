internal import Calendars
internal import Deadlines
internal import Diagnostics
internal import FileSystem
internal import Portal

/// One deadline to compute.
package struct DeadlineSettings: Equatable, Sendable {
  /// The folder whose `content/holidays` are looked at.
  package var workspace: String
  package var request: DeadlineRequest
  package var isJSON: Bool
}

extension CompilerWorkbench {
  package func deadline(_ settings: DeadlineSettings) throws(CommandFailure) -> TextOutcome {
    let request = settings.request
    var outcome = TextOutcome(output: [])
    var calendar: HolidayCalendar?
    if let code = request.holidays {
      try refuseMissing(workspace: settings.workspace)
      let holidays = loadHolidays(ofWorkspaceAt: settings.workspace)
      outcome.diagnostics = holidays.diagnostics
      outcome.texts = holidays.texts
      guard let atlas = holidays.atlas else { return outcome }
      calendar = try findCalendar(code, in: atlas)
    }
    var event = request.event
    event.zone = try request.zone.map { name throws(CommandFailure) in try findZone(name) }
    let report = DeadlineReport(words: DeadlineWords(request.language), isJSON: settings.isJSON)
    do throws(DeadlineError) {
      outcome.output = try report.output(for: request, event: event, calendar: calendar)
      return outcome
    } catch {
      throw CommandFailure(.wrongUsage, error.summary)
    }
  }

  private func refuseMissing(workspace: String) throws(CommandFailure) {
    do throws(FileError) {
      _ = try Folder(at: workspace)
    } catch {
      throw CommandFailure(.noInput, "folder '\(workspace)' can't be read: \(error.reason)")
    }
  }

  private func findCalendar(
    _ code: String, in atlas: HolidayAtlas
  ) throws(CommandFailure) -> HolidayCalendar {
    if let calendar = atlas.calendar(for: code) { return calendar }
    throw CommandFailure(
      .wrongUsage,
      "value '\(code)' of option '--holidays' is no country or region with a holiday calendar",
      help: holidayHelp(for: code, in: atlas))
  }

  private func findZone(_ name: String) throws(CommandFailure) -> ClockZone {
    let zones = ClockZones.shipped
    if let zone = zones[name] { return zone }
    throw CommandFailure(
      .wrongUsage, "value '\(name)' of option '--zone' is no time zone that is known",
      help: replacementHelp(for: name, among: zones.names, noun: "zones"))
  }
}
