internal import Deadlines

/// The text of a calendar file, line by line.
///
/// Source: RFC 5545: content lines end in CR LF and are folded at 75 octets (section 3.1), texts
/// are escaped (3.3.11), all-day events have dates without a time and end on the day after (3.6.1).
struct CalendarText: Sendable {
  private(set) var bytes: [UInt8] = []

  init(title: String, language: String, generator: String) {
    line("BEGIN", "VCALENDAR")
    line("VERSION", "2.0")
    line("PRODID", "-//Annex//\(escaped(generator))//\(language.uppercased())")
    line("CALSCALE", "GREGORIAN")
    line("METHOD", "PUBLISH")
    line("X-WR-CALNAME", escaped(title))
  }

  mutating func add(_ event: CalendarEvent) {
    line("BEGIN", "VEVENT")
    line("UID", event.uid)
    line("DTSTAMP", "\(digits(event.stamp))T000000Z")
    line("SEQUENCE", String(event.sequence))
    line("STATUS", event.isCancelled ? "CANCELLED" : "CONFIRMED")
    line("DTSTART;VALUE=DATE", digits(event.day))
    line("DTEND;VALUE=DATE", digits(event.day.advanced(byDays: 1) ?? event.day))
    line("SUMMARY", escaped(event.summary))
    if !event.details.isEmpty { line("DESCRIPTION", escaped(event.details)) }
    line("CATEGORIES", event.category.uppercased())
    line("TRANSP", "TRANSPARENT")
    if let url = event.url { line("URL", url) }
    line("END", "VEVENT")
  }

  mutating func finish() { line("END", "VCALENDAR") }

  /// Appends a content line, folded where it is longer than 75 octets and never inside a letter.
  private mutating func line(_ name: String, _ value: String) {
    var width = 0
    for scalar in "\(name):\(value)".unicodeScalars {
      let letter = UTF8.encode(scalar)
      let count = letter?.count ?? 0
      if width + count > 75 {
        bytes += [0x0D, 0x0A, 0x20]
        width = 1
      }
      if let letter { bytes += letter }
      width += count
    }
    bytes += [0x0D, 0x0A]
  }

  private func digits(_ day: CalendarDate) -> String { day.description.filter { $0 != "-" } }

  /// A TEXT value; control characters have no place in one.
  private func escaped(_ text: String) -> String {
    var output = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": output += "\\\(scalar)"
      case "\n": output += "\\n"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: output += " "
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output
  }
}
