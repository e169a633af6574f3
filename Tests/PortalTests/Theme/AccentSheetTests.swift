import Testing

@testable import Portal

struct AccentSheetTests {
  private let light = AccentSheet.Color(red: 0xFD, green: 0xFC, blue: 0xF9)
  private let dark = AccentSheet.Color(red: 0x16, green: 0x17, blue: 0x1A)

  @Test(arguments: ["#fff", "#000", "#1f5c6b", "#ffcc00", "#FF0000", "#7f7f7f", "#00f"])
  func canBeReadOnBothGrounds(accent: String) throws {
    let sheet = try #require(AccentSheet(accent: accent))

    #expect(sheet.onLight.contrast(with: light) >= 7)
    #expect(sheet.onDark.contrast(with: dark) >= 7)
  }

  @Test func keepsAColourThatCanBeRead() throws {
    #expect(try #require(AccentSheet(accent: "#004")).onLight.description == "#000044")
    #expect(try #require(AccentSheet(accent: "#ffcc00")).onDark.description == "#ffcc00")
  }

  /// The figures that WCAG's own formula gives.
  @Test(arguments: [
    ("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.478), ("#1f5c6b", "#fdfcf9", 7.306),
  ])
  func computesTheContrastOfWCAG(first: String, second: String, ratio: Double) throws {
    let one = try #require(AccentSheet.Color(hexadecimal: first))
    let other = try #require(AccentSheet.Color(hexadecimal: second))

    #expect(abs(one.contrast(with: other) - ratio) < 0.01)
  }

  @Test(arguments: ["", "#", "#12", "#12345", "1f5c6b", "#1f5c6g", "#ü5c6"])
  func refusesWhatIsNoColour(accent: String) {
    #expect(AccentSheet(accent: accent) == nil)
  }
}
