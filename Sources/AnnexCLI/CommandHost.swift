package import Deadlines
package import FileSystem

/// What commands may ask of the process that runs them; tests answer in its place.
package protocol CommandHost: Sendable {
  /// The value of an environment variable, or `nil` where it isn't set.
  func environmentVariable(_ name: String) -> String?
  /// Today's date where the user is.
  func today() -> CalendarDate
  /// Time since some fixed moment; never goes back.
  func monotonicTime() -> Duration

  func isTerminal(_ stream: StandardStream) -> Bool
  /// How many columns a line on `stream` may take.
  func width(of stream: StandardStream) -> Int
  func write(_ bytes: [UInt8], to stream: StandardStream) throws(FileError)
}

/// The process itself.
package struct ProcessHost: CommandHost {
  package init() {}

  package func environmentVariable(_ name: String) -> String? {
    FileSystem.environmentVariable(name)
  }

  package func today() -> CalendarDate {
    let (year, month, day) = FileSystem.today()
    return CalendarDate(year: year, month: month, day: day) ?? CalendarDate(dayNumber: 0)
  }

  package func monotonicTime() -> Duration { FileSystem.monotonicTime() }

  package func isTerminal(_ stream: StandardStream) -> Bool { stream.isTerminal }

  package func width(of stream: StandardStream) -> Int { stream.width }

  package func write(_ bytes: [UInt8], to stream: StandardStream) throws(FileError) {
    try stream.write(bytes.span)
  }
}
