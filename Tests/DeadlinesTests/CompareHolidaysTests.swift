import Calendars
import Deadlines
import Foundation
import TestSupport
import Testing

/// Compares every holiday and 10,000 deadlines with the Python package `holidays`, where there is
/// one.
struct CompareHolidaysTests {
  /// Set `ANNEX_PYTHON` to an interpreter that has the package, if `python3` has it not.
  private static let python =
    ProcessInfo.processInfo.environment["ANNEX_PYTHON"] ?? "python3"

  private static func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [python] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  private static var hasPackage: Bool {
    (try? run(["-c", "import holidays"]).status) == 0
  }

  @Test(.enabled(if: hasPackage, "no python3 with the package 'holidays'"))
  func agreesWithAnIndependentLibrary() throws {
    let folder = try TemporaryFolder()
    let atlas = HolidayAtlas.shipped
    var years = ""
    var holidays = ""
    for code in atlas.codes {
      let calendar = try #require(atlas.calendar(for: code))
      years += "\(code)\t\(calendar.years.lowerBound)\t\(calendar.years.upperBound)\n"
      for holiday in calendar.years.flatMap(calendar.holidays) {
        holidays += "\(code)\t\(holiday.date)\t\(holiday.note ?? "")\n"
      }
    }
    let countries: Set<Substring> = ["DE", "AT", "CH", "GB", "US", "FR", "NL", "PL"]
    let codes = atlas.codes.filter { countries.contains($0.prefix(2)) }
    var generator = SplitMix(seed: 20_261_120)
    var deadlines = ""
    for _ in 0..<10_000 {
      deadlines += try DeadlineCase.random(of: codes, using: &generator).row()
    }
    try folder.write(years, to: "years")
    try folder.write(holidays, to: "holidays")
    try folder.write(deadlines, to: "deadlines")

    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "compare_holidays.py").path(percentEncoded: false)
    let (status, output) = try Self.run([script, "compare", folder.path])
    #expect(status == 0, "\(output)")
    #expect(output.contains("10000 deadlines compared"), "\(output)")
  }
}
