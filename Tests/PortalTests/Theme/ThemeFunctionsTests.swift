import Templating
import Testing

@testable import Portal

/// What templates can call, on a page of the default theme's own words.
struct ThemeFunctionsTests {
  /// What one template gives, or the fault that it has.
  private func render(_ template: String, language: String = "en") throws -> String {
    let theme = DefaultTheme.loaded
    let functions = ThemeFunctions(words: theme.words, assets: theme.assets.mapValues(\.path))
    let environment = Environment(
      loader: MemoryLoader(["probe.html": template]),
      options: EnvironmentOptions(undefined: .strict),
      filters: functions.filters, functions: functions.functions)
    let (templates, errors) = environment.compileAll()
    #expect(errors.map(\.message) == [])
    var renderer = templates.makeRenderer()
    var output: [UInt8] = []
    try renderer.render(
      "probe.html", with: ValueMap(),
      at: PagePlace(path: "measures/a/index.html", language: language), into: &output)
    return String(decoding: output, as: UTF8.self)
  }

  @Test(arguments: [
    ("{{ t('nav.agreements') }}", "Agreements"),
    ("{{ t('register.of', count=3, total=1234) }}", "3 of 1,234"),
    ("{{ t('measures.count', count=1) }}", "1 measure"),
    ("{{ '2026-03-01' | date }}", "1 March 2026"),
    ("{{ 'DE' | country_name }}", "Germany"),
    ("{{ 'XX' | country_name }}", "XX"),
    ("{{ 'de' | language_name }}", "German"),
    ("{{ language_name('de', 'de') }}", "Deutsch"),
    ("{{ 'measures/b/index.html#1' | relative_url }}", "../b/index.html#1"),
  ])
  func saysItInEnglish(template: String, text: String) throws {
    #expect(try render(template) == text)
  }

  @Test(arguments: [
    ("{{ t('register.of', count=3, total=1234) }}", "3 von 1.234"),
    ("{{ '2026-03-01' | date }}", "1. März 2026"),
    ("{{ 'DE' | country_name }}", "Deutschland"), ("{{ 'Austria' | country_name }}", "Österreich"),
  ])
  func saysItInGerman(template: String, text: String) throws {
    #expect(try render(template, language: "de") == text)
  }

  @Test func namesAssetsByTheirDigest() throws {
    let url = try render("{{ asset('annex.css') }}")

    #expect(url.wholeMatch(of: #/\.\./\.\./assets/annex\.[0-9a-f]{12}\.css/#) != nil)
  }

  @Test func escapesWhatAWordIsFilledWith() throws {
    #expect(
      try render("{{ t('agreement.version-name', version='<b>') }}") == "Version &lt;b&gt;")
  }

  @Test(arguments: [
    ("{{ t('nav.nowhere') }}", "t: the theme has no word 'nav.nowhere' in 'en'"),
    ("{{ t('measures.count') }}", "t: the word 'measures.count' depends on a count"),
    ("{{ t('agreement.version-name') }}", "t: the word 'agreement.version-name' needs 'version'"),
    ("{{ t() }}", "t: an argument is missing"),
    ("{{ t([]) }}", "t: the argument must be a text"),
    ("{{ asset('none.css') }}", "asset: there is no asset 'none.css'"),
    ("{{ 'tomorrow' | date }}", "date: 'tomorrow' is not a date such as 2026-03-01"),
    ("{{ '2026-13-01' | date }}", "date: '2026-13-01' is not a date such as 2026-03-01"),
    ("{{ '2026-02-31' | date }}", "date: '2026-02-31' is not a date such as 2026-03-01"),
  ])
  func tellsWhatIsWrongWithACall(template: String, message: String) throws {
    let error = #expect(throws: TemplateError.self) { try render(template) }

    #expect(error?.message == message)
    #expect(error?.template == "probe.html")
    #expect(error?.start.line == 1)
  }
}
