import Deadlines
import Diagnostics
import Frontmatter
import Registers
import Testing

struct ReadReleaseTests {
  @Test func readsEveryKey() throws {
    let (read, diagnostics) = release(Samples.release)

    #expect(diagnostics == [])
    let first = try #require(read)
    #expect(first.id.value == "2026-03-01")
    #expect(first.date?.value == CalendarDate("2026-03-01"))
    #expect(first.summary?.text(in: "de").text == "Erste Fassung")
    #expect(first.agreements.map(\.agreement.value) == ["dpa"])
    #expect(first.agreements.map(\.version.value) == ["3.10"])
    #expect(first.files.map(\.path.value) == ["agreements/dpa.md"])
    #expect(first.files.map(\.sha256.value) == [Samples.digest])
  }

  @Test(arguments: [
    ("files: {../a: \(Samples.digest)}", "malformed-value"),
    ("files: {/a: \(Samples.digest)}", "malformed-value"),
    ("files: {a: 0a0b}", "malformed-value"), ("files: {a: [b]}", "wrong-type"),
    ("files: [a]", "wrong-type"),
    ("", "missing-key"), ("files: {}\nsumary: x", "unknown-key"),
  ])
  func reportsWhatDoesNotFit(line: String, code: String) {
    #expect(codes(release("id: a\ndate: 2026-01-01\n\(line)").diagnostics) == [code])
  }

  @Test func reportsWhatAnEmptyFileLacks() {
    #expect(codes(release("").diagnostics) == ["missing-key", "missing-key", "missing-key"])
  }

  @Test func readsWhatTheNotesAreAbout() throws {
    let notes = try #require(release(Samples.release).release).notes

    #expect(notes.count == 3)
    guard case .agreement(let id, let place?) = notes[0].subject else {
      Issue.record("the first note is about an agreement")
      return
    }
    #expect(id.value == "dpa" && place.path.value == "9.a" && place.version == nil)
    #expect(notes[0].materiality?.value == "editorial")
    #expect(notes[1].reason.text(in: "de").text == "Der Standort ist geschlossen.")
    #expect(notes[2].materiality == nil)
  }

  @Test(arguments: [
    ("{reason: x}", "missing-key"), ("{agreement: a, measure: b, reason: x}", "missing-key"),
    ("{measure: b}", "missing-key"),
    ("{agreement: a, path: '1', after: '2', reason: x}", "missing-key"),
    ("{measure: b, materiality: huge, reason: x}", "malformed-value"),
  ])
  func reportsANoteAboutNothing(note: String, code: String) {
    let text = "id: a\ndate: 2026-01-01\nfiles: {}\nnotes: [\(note)]"

    #expect(codes(release(text).diagnostics) == [code])
  }

  @Test func readsWhatIsSaidOfTheReleaseToCome() throws {
    let (next, diagnostics) = readNextRelease(
      from: Array(Samples.nextRelease.utf8), path: "content/releases/next.yml")

    #expect(diagnostics == [])
    #expect(next?.summary?.text(in: "en").text == "Third release")
    #expect(next?.notes.count == 3)
  }

  @Test func readsThousandsOfFiles() {
    let files = (0..<5_000).map { "  agreements/\($0).md: \(Samples.digest)" }
    let (read, diagnostics) = release(
      "id: a\ndate: 2026-01-01\nfiles:\n" + files.joined(separator: "\n"))

    #expect(diagnostics == [])
    #expect(read?.files.count == 5_000)
  }
}
