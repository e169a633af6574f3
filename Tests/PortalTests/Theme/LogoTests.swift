import Diagnostics
import Frontmatter
import Registers
import Testing

@testable import Portal

struct LogoTests {
  private func load(_ logo: String) throws -> (logo: String?, diagnostics: [String]) {
    let (settings, _) = readPortalSettings(
      from: Array("title: T\nprocessor: {name: P}\ntheme: {logo: \(logo)}\n".utf8),
      path: "portal.yml")
    let (theme, faults) = loadTheme(
      ThemeFiles(overrides: []), settings: try #require(settings).theme)
    return (theme.logo, faults.map { $0.help ?? "" })
  }

  @Test func takesAFileOfTheAssets() throws {
    let (logo, faults) = try load("assets/icon.svg")
    #expect(logo == "icon.svg")
    #expect(faults == [])
  }

  @Test(arguments: [
    ("assets/icon.png", "replace 'assets/icon.png' with 'assets/icon.svg'"),
    ("icon.svg", "replace 'icon.svg' with 'assets/icon.svg'"),
  ])
  func reportsWhatIsNotThere(logo: String, help: String) throws {
    let found = try load(logo)
    #expect(found.logo == nil)
    #expect(found.diagnostics == [help])
  }
}
