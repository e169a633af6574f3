import FileSystem
import Foundation
import Testing

struct ProcessTests {
  @Test func readsTheEnvironment() {
    #expect(environmentVariable("PATH") == ProcessInfo.processInfo.environment["PATH"])
    #expect(environmentVariable("ANNEX_NO_SUCH_VARIABLE") == nil)
    #expect(environmentVariable("PATH\0X") == nil)
  }

  @Test func findsWhereAFileReallyIs() throws {
    #expect(try realPath(of: "/usr/../usr/./bin/..") == "/usr")
    #expect(throws: FileError.self) { try realPath(of: "/no/such/path") }
  }

  @Test func runsProgramsAndSaysHowTheyEnded() throws {
    #expect(try runProgram("sh", ["-c", "exit 3"]) == 3)
    #expect(try runProgram("sh", ["-c", "test \"$A\" = 'b c'"], setting: ["A=b c"]) == 0)
    #expect(try runProgram("sh", ["-c", "kill -9 $$"]) == 137)
    #expect(try runProgram("/no/such/program", []) == 127)
    #expect(throws: FileError.self) { try runProgram("sh\0x", []) }
  }

  @Test func measuresTime() {
    let start = monotonicTime()
    usleep(2_000)
    #expect(monotonicTime() - start >= .milliseconds(2))
  }

  @Test func knowsTheDateOfThisTimeZone() {
    // Twice, as midnight may pass between the two answers.
    let matches = (0..<2).contains { _ in
      let expected = Calendar(identifier: .gregorian)
        .dateComponents([.year, .month, .day], from: Date())
      let date = today()
      return (expected.year, expected.month, expected.day) == (date.year, date.month, date.day)
    }
    #expect(matches)
  }

  @Test func takesTheWidthFromTheEnvironmentOrAssumes80() async {
    await #expect(processExitsWith: .success) {
      unsafe setenv("COLUMNS", "132", 1)
      #expect(StandardStream.output.width == 132)
      for nonsense in ["0", "-3", "wide", ""] {
        unsafe setenv("COLUMNS", nonsense, 1)
        #expect(StandardStream.output.width >= 1)
        #expect(StandardStream.output.width != 132)
      }
    }
  }

  @Test func reportsAReaderThatHasGone() async {
    await #expect(processExitsWith: .success) {
      ignoreWriteSignals()
      var ends: [Int32] = [0, 0]
      try #require(unsafe pipe(&ends) == 0)
      dup2(ends[1], 1)
      close(ends[0])

      let error = #expect(throws: FileError.self) {
        try StandardStream.output.write(String(repeating: "x", count: 100_000))
      }
      #expect(error?.isBrokenPipe == true)
      #expect(!StandardStream.output.isTerminal)
    }
  }

  @Test func writesEverythingToANonBlockingPipe() async {
    await #expect(processExitsWith: .success) {
      var ends: [Int32] = [0, 0]
      try #require(unsafe pipe(&ends) == 0)
      dup2(ends[1], 1)
      close(ends[1])
      _ = fcntl(1, F_SETFL, O_NONBLOCK)
      let end = ends[0]
      let reader = Thread {
        usleep(50_000)
        var count = 0
        var buffer = [UInt8](repeating: 0, count: 4_096)
        while count < 1_000_000 {
          let got = unsafe read(end, &buffer, buffer.count)
          if got <= 0 { exit(EXIT_FAILURE) }
          count += got
        }
        exit(EXIT_SUCCESS)
      }
      reader.start()

      try StandardStream.output.write([UInt8](repeating: 65, count: 1_000_000).span)
      sleep(20)
      exit(EXIT_FAILURE)
    }
  }
}
