import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Portal

struct PictureTests {
  private let fixture: PortalFixture

  init() throws {
    fixture = try PortalFixture()
    try fixture.temporary.write("<svg/>", to: "content/pictures/data flow.svg")
    try fixture.temporary.write("secret", to: "content/pictures/inside.png")
  }

  private var pictures: [String] {
    get throws {
      let folder = fixture.temporary.url.appending(path: "Site/pictures")
      guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
      return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }
  }

  @Test func publishesWhatAPublishedTextShows() throws {
    try fixture.agreement(
      "dpa", "## 1. Data\n\nSee ![The flow](../pictures/data%20flow.svg#top).\n")

    let outcome = fixture.build()

    #expect(outcome.diagnostics.filter { $0.severity > .note }.map(\.summary) == [])
    let files = try pictures
    #expect(files.count == 1)
    let name = try #require(files.first)
    #expect(name.wholeMatch(of: #/data flow\.[0-9a-f]{12}\.svg/#) != nil)
    let page = try fixture.temporary.read("Site/agreements/dpa/index.html")
    let address = name.replacing(" ", with: "%20")
    #expect(page.contains("<img src=\"../../pictures/\(address)\" alt=\"The flow\" />"))
  }

  @Test func showsTheTextOfAMissingPicture() throws {
    try fixture.agreement(
      "dpa", "## 1. Data\n\nSee the flow and ![the plan](../pictures/plan.png).\n")

    let outcome = fixture.build()

    let missing = outcome.diagnostics.filter { $0.code.rawValue == "missing-picture" }
    #expect(missing.map { $0.range?.start.line } == [7])
    #expect(
      missing.map(\.help) == [
        "put the file into 'content/pictures', and write '../pictures/plan.png'"
      ])
    let page = try fixture.temporary.read("Site/agreements/dpa/index.html")
    #expect(page.contains("and the plan.</p>"))
    #expect(!page.contains("<img"))
  }

  @Test(arguments: [
    ("inside.png", "replace 'inside.png' with '../pictures/inside.png'"),
    ("../pictures/insid.png", "replace '../pictures/insid.png' with '../pictures/inside.png'"),
    ("/pictures/inside.png", "replace '/pictures/inside.png' with '../pictures/inside.png'"),
    (
      "../../../secret.png",
      "put the file into 'content/pictures', and write '../pictures/secret.png'"
    ),
  ])
  func saysHowToNameThePicture(address: String, help: String) throws {
    try fixture.agreement("dpa", "## 1. Data\n\n![Inside](\(address))\n")

    let missing = fixture.build().diagnostics.filter { $0.code.rawValue == "missing-picture" }

    #expect(missing.map(\.help) == [help])
  }

  @Test func publishesNoPictureOfAnInternalText() throws {
    try fixture.agreement("dpa", "## 1. Data\n\nNone.\n")
    try fixture.temporary.write(
      "---\ntitle: Inside\nlanguage: en\naudience: internal\n---\n\n![x](../pictures/inside.png)\n",
      to: "content/agreements/inside.md")

    let outcome = fixture.build()

    #expect(outcome.diagnostics.filter { $0.severity > .note }.map(\.summary) == [])
    #expect(try pictures == [])
  }

  @Test(arguments: [
    "<svg><script>1</script></svg>", "<svg onload = \"x()\"/>",
    "<svg>\n<a href='JavaScript:x()'/></svg>",
    "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>", "<svg><foreignObject/></svg>",
    "<svg a='b'onclick='x'/>",
  ])
  func refusesAProgramInAPicture(svg: String) throws {
    try fixture.temporary.write(svg, to: "content/pictures/data flow.svg")

    let codes = fixture.build().diagnostics.filter { $0.severity == .error }.map(\.code.rawValue)

    #expect(codes == ["unsafe-picture"])
  }

  @Test(arguments: [
    "<svg><text>on = off; onions; conscript = 1</text></svg>",
    "<svg><!-- only=1 --></svg>".replacing("only", with: "o"),
  ])
  func acceptsWordsInAPicture(svg: String) throws {
    try fixture.temporary.write(svg, to: "content/pictures/data flow.svg")

    #expect(fixture.build().diagnostics.filter { $0.severity == .error }.map(\.code.rawValue) == [])
  }

  @Test(arguments: [("data flow.svg", "<svg onload='x()'/>", true), ("a.svg", "<svg/>", false)])
  func knowsWhichPicturesHoldAProgram(name: String, text: String, isProgram: Bool) {
    #expect((program(inPicture: Array(text.utf8), named: name) != nil) == isProgram)
    #expect(program(inPicture: Array(text.utf8), named: "a.png") == nil)
  }

  @Test func keepsThePictureOfAVersionThatWasPublished() throws {
    let text = "## 1. Data\n\nSee ![The flow](../pictures/data%20flow.svg).\n"
    func write(version: String) throws {
      try fixture.temporary.write(
        "---\ntitle: Terms\nversion: '\(version)'\n---\n\n\(text)Version \(version).\n",
        to: "content/agreements/terms.md")
    }
    try write(version: "1")
    let release = prepareRelease(
      nil,
      of: PortalRequest(
        workspace: fixture.temporary.path, output: nil, asOf: "2026-01-15", workers: 1,
        isStrict: false, generator: "Annex"), progress: SilentProgress())
    for (name, bytes) in release.files {
      try fixture.temporary.write(Data(bytes), to: "content/releases/2026-01-15/\(name)")
    }
    try write(version: "2")
    try fixture.temporary.write("<svg>new</svg>", to: "content/pictures/data flow.svg")

    let outcome = fixture.build()

    #expect(release.files.map(\.name).contains("pictures/data flow.svg"))
    #expect(outcome.diagnostics.filter { $0.severity == .error } == [])
    let contents = try pictures.map { try fixture.temporary.read("Site/pictures/\($0)") }
    #expect(contents.sorted() == ["<svg/>", "<svg>new</svg>"])
  }
}
