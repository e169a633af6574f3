import Diagnostics
import TestSupport
import Testing

@testable import Portal

/// Mistakes in files of a workspace's `templates`, told at their own places.
struct ThemeMistakesTests {
  private func diagnostics(
    of files: [String: String], settings: String = ""
  ) throws -> [String] {
    let fixture = try PortalFixture(settings: settings)
    for (name, text) in files { try fixture.temporary.write(text, to: "templates/\(name)") }
    return fixture.build().diagnostics.filter { $0.severity != .note }.map { diagnostic in
      let range = diagnostic.range
      let place =
        "\(range?.path.dropFirst(10) ?? ""):\(range?.start.line ?? 0):\(range?.start.column ?? 0)"
      return "\(place) \(diagnostic.severity.name) \(diagnostic.code.rawValue): "
        + "\(diagnostic.summary) | \(diagnostic.help ?? "")"
    }
  }

  @Test(arguments: [
    (
      "agreement.version-name: \"Edition {foo}\"\n",
      "words/en.yml:1:25 error theme-word: nothing is filled in for '{foo}' in the word "
        + "'agreement.version-name' | use '{version}', as the theme does: \"Version {version}\""
    ),
    (
      "agreement.version-name: \"Edition {versoin}\"\n",
      "words/en.yml:1:25 error theme-word: nothing is filled in for '{versoin}' in the word "
        + "'agreement.version-name' | replace '{versoin}' with '{version}'"
    ),
    (
      "nav.start: Home\nagreement.version: \"Edition {foo}\"\n",
      "words/en.yml:2:20 error theme-word: nothing is filled in for '{foo}' in the word "
        + "'agreement.version' | take '{foo}' out of it; nothing is filled in there"
    ),
    (
      "agreement.version-name: Edition\n",
      "words/en.yml:1:25 warning theme-word: the word 'agreement.version-name' does not say "
        + "'{version}' | write '{version}' into it, as the theme does: \"Version {version}\""
    ),
    (
      "agreements.count: {one: one text}\n",
      "words/en.yml:1:1 error theme-word: the word 'agreements.count' lacks the form 'other' | "
        + "write it as the theme does: {one: \"{count} agreement\", other: \"{count} agreements\"}"
    ),
    (
      "nav.start: {one: Home, other: Homes}\n",
      "words/en.yml:1:1 error theme-word: the word 'nav.start' depends on no count | "
        + "write it as the theme does: \"Overview\""
    ),
    (
      "nav.start: [Home]\n",
      "words/en.yml:1:1 error theme-word: the word 'nav.start' is a list | "
        + "write it as the theme does: \"Overview\""
    ),
    (
      "nope.nope: Home\n",
      "words/en.yml:1:1 warning unknown-key: 'nope.nope' is no word of the theme, and no template "
        + "says it | remove it; 'annex theme --print words/en.yml' shows the words that there are"
    ),
    (
      "nav.strat: Home\n",
      "words/en.yml:1:1 warning unknown-key: 'nav.strat' is no word of the theme, and no template "
        + "says it | replace 'nav.strat' with 'nav.start'"
    ),
  ])
  func tellsMistakesOfWordsOnceAtTheirLine(words: String, told: String) throws {
    #expect(try diagnostics(of: ["words/en.yml": words]) == [told])
  }

  @Test(arguments: [
    "nav.start: \"\"\n", "agreements.count: {one: one text, other: \"{count} texts\"}\n",
    "agreements.count: \"Texts: {count}\"\n", "start.all-countries: \"{count} countries\"\n",
  ])
  func takesWordsThatCanBeFilledIn(words: String) throws {
    #expect(try diagnostics(of: ["words/en.yml": words]) == [])
  }

  @Test func takesWhatTemplatesOfTheWorkspaceSayAndGive() throws {
    let files = [
      "words/en.yml": "own.word: Own\nagreements.title: \"Title ({year})\"\n",
      "words/de.yml": "own.word: Eigenes\nagreements.title: \"Titel ({year})\"\n",
      "partials/footer.html":
        "<p>{{ t(\"own.word\") }} {{ t(\"agreements.title\", year=\"2026\") }}</p>\n",
      "pages/agreements.html": "<p>None</p>\n",
    ]
    #expect(try diagnostics(of: files) == [])
  }

  @Test(arguments: [
    ("words/fr.yml", "nav.start: Accueil\n", "theme-language", "add 'fr' to 'languages'"),
    ("words/en-GB.yml", "nav.start: Home\n", "theme-language", "rename it to 'words/en.yml'"),
    ("words/en.yaml", "nav.start: Home\n", "unexpected-file", "rename it to 'words/en.yml'"),
    ("Words/en.yml", "nav.start: Home\n", "unexpected-file", "rename it to 'words/en.yml'"),
    ("Pages/start.html", "x", "unexpected-file", "rename it to 'pages/start.html'"),
    ("pages/Start.html", "x", "unexpected-file", "rename it to 'pages/start.html'"),
    ("start.html", "x", "unexpected-file", "rename it to 'pages/start.html'"),
    ("Partials/footer.html", "x", "unexpected-file", "rename it to 'partials/footer.html'"),
    ("assets/annex.CSS", "p { }\n", "unexpected-file", "rename it to 'assets/annex.css'"),
    ("asset/annex.css", "p { }\n", "unexpected-file", "rename it to 'assets/annex.css'"),
    ("annex.css", "p { }\n", "unexpected-file", "rename it to 'assets/annex.css'"),
    ("print/Paper.css", "p { }\n", "unexpected-file", "rename it to 'print/paper.css'"),
  ])
  func tellsFilesThatNothingReads(name: String, text: String, code: String, help: String) throws {
    let told = try diagnostics(of: [name: text])
    #expect(told.count == 1, "\(told)")
    #expect(told.first?.hasPrefix("\(name):1:1 warning \(code): ") == true, "\(told)")
    #expect(told.first?.contains("| \(help)") == true, "\(told)")
  }

  @Test func takesFilesThatTheThemeHasOrNames() throws {
    let files = [
      "README.md": "Ours.", "assets/brand.css": "p { }", "assets/fonts/text.woff2": "x",
      "assets/icons.svg": "<svg/>", "partials/headers.html": "<p>x</p>",
      "partials/footer.html":
        "{% include \"partials/headers.html\" %}<img src=\"{{ asset(\"icons.svg\") }}\" alt=\"\">",
    ]
    #expect(try diagnostics(of: files) == [])
  }

  @Test(arguments: [
    ("pages/start.html", "", "pages/start.html:1:1", "has nothing in it"),
    ("pages/start.html", " \n\t\n", "pages/start.html:1:1", "has nothing in it"),
    ("pages/start.html", "{# later #}\n", "pages/start.html:1:1", "on which nothing stands"),
    ("base.html", "\n", "base.html:1:1", "has nothing in it"),
    ("base.html", "{% block main %}{% endblock %}", "", ""),
    (
      "base.html", "{# frame #}{% if false %}{% block main %}{% endblock %}{% endif %}",
      "base.html:1:1", "on which nothing stands"
    ),
    ("partials/footer.html", "", "", ""),
  ])
  func refusesPagesOnWhichNothingStands(
    name: String, text: String, place: String, words: String
  ) throws {
    let told = try diagnostics(of: [name: text]).filter { $0.contains("empty-page") }
    #expect(told.count == (place.isEmpty ? 0 : 1), "\(told)")
    if let first = told.first {
      #expect(first.hasPrefix("\(place) error empty-page: "))
      #expect(first.contains(words))
    }
  }

  @Test(arguments: [
    ("<p>x</p>\n<script>run()</script>", ["2:1 a script in the page itself"]),
    (
      "<p style=\"color: red\" onclick='run()'>",
      ["1:4 a 'style' attribute", "1:23 the script in 'onclick'"]
    ),
    ("<style>p { }</style>", ["1:1 a 'style' element"]),
    ("<img alt=\"\" src=\"https://a.example/b.png\">", ["1:13 'https://a.example/b.png'"]),
    ("<script src=//a.example/c.js></script>", ["1:9 '//a.example/c.js'"]),
    (
      "<link rel=\"stylesheet\" href=\"https://a.example/s.css\">",
      ["1:24 'https://a.example/s.css'"]
    ),
    ("<iframe src=\"https://a.example\"></iframe>", ["1:1 'iframe'"]),
    ("{# <script>x</script> #}<!-- <p style=\"x\"> -->", []),
    ("<script type=\"application/ld+json\">{\"a\": \"<p style=1>\"}</script>", []),
    ("<p class=\"{{ \"a\" if \">\" else \"style=\" }}\" data-on=\"x\">style=\"x\"</p>", []),
    (
      "<a href=\"https://a.example\">Site</a><script src=\"{{ asset(\"annex.js\") }}\"></script>",
      []
    ),
    ("<p {% if true %}style=\"x\"{% endif %}>", ["1:17 a 'style' attribute"]),
  ])
  func warnsOfWhatThePolicyBlocks(text: String, told: [String]) throws {
    let found = try diagnostics(of: ["partials/footer.html": text])
    #expect(
      found
        == told.map { told in
          let (place, what) = (told.prefix { $0 != " " }, told.drop { $0 != " " }.dropFirst())
          let help = found.first { $0.contains(what) }?.split(separator: "| ").last ?? ""
          return "partials/footer.html:\(place) warning blocked-content: browsers do not show or "
            + "run \(what); the content policy of the pages blocks it | \(help)"
        })
  }

  @Test func leavesThePolicyOfOnesOwnFrameToIt() throws {
    let base = "<!doctype html><p>x</p>{% block main %}{% endblock %}<script>run()</script>"
    #expect(try diagnostics(of: ["base.html": base]).filter { $0.contains("blocked") } == [])
  }

  @Test(arguments: [
    ("words/en.yml", "- nav.start\n", "words/en.yml:1:1 error theme-word: a file of words maps"),
    (
      "words/en.yml", "nav:\n  start: Home\n",
      "words/en.yml:1:1 error theme-word: the words of 'nav'"
    ),
    (
      "words/en.yml", "nav.start:\n",
      "words/en.yml:1:1 error theme-word: the word 'nav.start' has no"
    ),
    (
      "pages/start.html", "{% extends \"base.html\" %}\n{% block mian %}{% endblock %}",
      "pages/start.html:1:12 error missing-block: Required block 'main' not found | rename the block "
        + "'mian' to the one that is required"
    ),
    (
      "macros/outline.html", "{% macro outline_lst(entries) %}{% endmacro %}",
      "macros/outline.html:1:1 error missing-macro: 'templates/macros/outline.html' lacks "
        + "'outline_list', which 'pages/agreement.html', "
    ),
    (
      "base.html", "{{ site.policy }}{% block main %}{% endblock %}",
      "base.html:1:1 warning unknown-block: the frame has no block 'description', 'frame', 'metadata'"
    ),
    (
      "assets/own.css", "p { }\n@font-face { src: url(a.woff2) }",
      "assets/own.css:2:1 warning blocked-content: browsers do not show or run a font"
    ),
    (
      "assets/own.css",
      "/* url(https://a) */ p { background: red }\np { background: url('https://a.example/b.png') }",
      "assets/own.css:2:1 warning blocked-content: browsers do not show or run what this line loads"
    ),
    (
      "assets/own.css", "p { }\np { background: url('missing.svg#a'), url(#b) }",
      "assets/own.css:2:1 error missing-asset: there is no asset 'missing.svg' beside"
    ),
  ])
  func tellsMistakesWhereTheyAre(name: String, text: String, told: String) throws {
    let found = try diagnostics(of: [name: text])
    #expect(found.contains { $0.hasPrefix(told) }, "\(found)")
    #expect(found.allSatisfy { $0.hasPrefix("\(name):") }, "\(found)")
  }

  @Test func followsPicturesOfStyleSheets() throws {
    let fixture = try PortalFixture()
    try fixture.temporary.write(
      "p { background: url(\"pictures/a.svg\") } b { background: url(x.png) }",
      to: "templates/assets/own.css")
    try fixture.temporary.write("<svg/>", to: "templates/assets/pictures/a.svg")
    let themed = ThemeFiles(overrides: Workspace.load(fixture.temporary.path).workspace.sources)
    let assets = loadTheme(themed).theme.assets
    let picture = try #require(assets["pictures/a.svg"]?.path.dropFirst("assets/".count))
    let style = String(decoding: try #require(assets["own.css"]?.bytes), as: UTF8.self)
    #expect(style.contains("url(\(picture))"))
    #expect(style.contains("url(x.png)"))
  }
}
