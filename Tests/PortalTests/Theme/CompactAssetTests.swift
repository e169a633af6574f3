import Testing

@testable import Portal

struct CompactAssetTests {
  private func compact(_ name: String, _ text: String) -> String {
    String(decoding: compactAsset(name, Array(text.utf8)), as: UTF8.self)
  }

  @Test(arguments: [
    ("/* x */\na {\n  color: red;\n}\n", "a{color:red}\n"),
    ("a > b,\n a + b { width: calc(1px + 2px); }", "a > b,a + b{width:calc(1px + 2px)}\n"),
    ("a::before { content: \"/* no */  ;  \"; }", "a::before{content:\"/* no */  ;  \"}\n"),
    ("a/* x */.b { }", "a.b{}\n"), ("a :hover, b:is(i) { }", "a :hover,b:is(i){}\n"),
    ("@media (width > 1px) { a { } }", "@media (width > 1px){a{}}\n"),
    ("a { content: '\\'  '; }", "a{content:'\\'  '}\n"), ("a { } /* open", "a { } /* open"),
    ("a { content: \"open", "a { content: \"open"),
  ])
  func dropsCommentsAndBlanksOfAStyleSheet(source: String, expected: String) {
    #expect(compact("a.css", source) == expected)
  }

  @Test(arguments: [
    ("// x\nif (a) {\n  b(); // y\n}\n", "if(a){\nb(); // y\n}\n"),
    ("const a = (b, c) => b ? c : \"x = y\" + - 1;\n", "const a=(b,c)=>b ? c:\"x = y\" + - 1;\n"),
    ("a = b / c;\na = /x = y/;\na = 'x = y';\n", "a = b / c;\na = /x = y/;\na = 'x = y';\n"),
    ("a(`\n  kept`);\n", "a(`\n  kept`);\n"), ("a(\"x\\\n  y\");\n", "a(\"x\\\n  y\");\n"),
    ("/*\n// end */ a();\n", "/*\n// end */ a();\n"),
  ])
  func dropsCommentsAndIndentationOfAScript(source: String, expected: String) {
    #expect(compact("a.js", source) == expected)
  }

  @Test func leavesOtherAssetsAlone() {
    #expect(compact("a.svg", "<svg>\n  <!-- x -->\n</svg>") == "<svg>\n  <!-- x -->\n</svg>")
  }

  @Test func keepsWhatPagesLoadBelowSixtyKilobytes() throws {
    let (theme, _) = loadTheme(ThemeFiles(overrides: []))
    let sizes = theme.assets.filter { $0.key.hasSuffix(".css") || $0.key.hasSuffix(".js") }
      .map(\.value.bytes.count)
    #expect(sizes.count == 3)
    #expect(sizes.reduce(0, +) < 60_000)
  }
}
