package import Deadlines

/// The options that every command takes, with their meanings checked.
package struct GlobalOptions: Equatable, Sendable {
  /// The folder that holds `content` and `templates`.
  package var workspace = "."
  /// Where the portal goes; `nil` means `Site` in the workspace.
  package var output: String?
  /// The day that stands for today; `nil` means the clock's.
  package var asOf: CalendarDate?
  package var format = DiagnosticFormat.people
  package var color = ColorChoice.automatic
  package var isQuiet = false
  package var isStrict = false
  /// How many workers; `nil` means one a processor.
  package var jobs: Int?

  package init() {}
}

/// How diagnostics are printed.
package enum DiagnosticFormat: String, CaseIterable, Sendable {
  case people, json, sarif
}

/// When output is coloured.
package enum ColorChoice: String, CaseIterable, Sendable {
  case automatic = "auto"
  case always, never
}

extension GlobalOptions {
  package static let specifications = [
    OptionSpecification(
      "workspace", short: "w", valueName: "DIR",
      help: "The folder that holds 'content' (default: the current one)."),
    OptionSpecification(
      "output", short: "o", valueName: "DIR",
      help: "Where the portal is written (default: 'Site' in the workspace)."),
    OptionSpecification(
      "as-of", valueName: "DATE",
      help: "Build as on this day, such as 2026-03-01 (default: today)."),
    OptionSpecification(
      "format", choices: DiagnosticFormat.allCases.map(\.rawValue),
      help: "How problems are printed (default: people)."),
    OptionSpecification(
      "color", choices: ColorChoice.allCases.map(\.rawValue),
      help: "When to use colour (default: auto, on a terminal unless NO_COLOR is set)."),
    OptionSpecification("quiet", short: "q", help: "Print problems and nothing else."),
    OptionSpecification("strict", help: "Fail on warnings too."),
    OptionSpecification(
      "jobs", short: "j", valueName: "N", help: "How many workers run (default: one a processor)."),
    OptionSpecification("help", short: "h", help: "Show the help of the command and stop."),
  ]

  /// More workers than this would only wait for one another.
  package static let maximumJobs = 256

  package init(_ arguments: ParsedArguments) throws(UsageError) {
    workspace = arguments.value("workspace") ?? workspace
    output = arguments.value("output")
    if output == "-" {
      throw .wrongValue(
        option: "--output", value: "-", rule: "is no folder; a portal is many files",
        help: "name a folder, or write './-' if it is called so")
    }
    if let text = arguments.value("as-of") {
      guard let day = CalendarDate(text) else {
        throw .wrongValue(
          option: "--as-of", value: text, rule: "is not a day of the calendar",
          help: "write year, month and day, such as '--as-of 2026-03-01'")
      }
      asOf = day
    }
    format = arguments.value("format").flatMap(DiagnosticFormat.init) ?? format
    color = arguments.value("color").flatMap(ColorChoice.init) ?? color
    isQuiet = arguments.flag("quiet")
    isStrict = arguments.flag("strict")
    if let text = arguments.value("jobs") {
      guard let number = Int(text), (1...Self.maximumJobs).contains(number) else {
        throw .wrongValue(
          option: "--jobs", value: text,
          rule: "is not a number from 1 to \(Self.maximumJobs)", help: nil)
      }
      jobs = number
    }
  }
}
