import Foundation
import TestSupport
import Testing

@testable import AnnexCLI

/// `annex render` with the template engine behind it.
struct RenderTests {
  private func render(
    _ template: String, data: String, as name: String = "data.json", options: String = "",
    and files: [String: String] = [:]
  ) throws -> (result: RunResult, folder: String) {
    let folder = try TemporaryFolder()
    try folder.write(template, to: "page.html")
    try folder.write(data, to: name)
    for (path, text) in files { try folder.write(text, to: path) }
    let line = "render \(folder.path)page.html --data \(folder.path)\(name) \(options)"
    return (run(line, workbench: CompilerWorkbench()), folder.path)
  }

  @Test(arguments: [
    (
      "data.json",
      #"{"title": "A & B", "numbers": [1, 2.5, true, null], "big": 123456789012345678901234567890}"#
    ),
    (
      "data.yaml",
      "title: A & B\nnumbers: [1, 2.5, true, null]\nbig: 123456789012345678901234567890\n"
    ),
    ("data.yml", "title: A & B\nnumbers: [1, 2.5, true, ~]\nbig: 123456789012345678901234567890\n"),
  ])
  func rendersDataOfBothKinds(name: String, data: String) throws {
    let template = "<h1>{{ title }}</h1>{% for n in numbers %} {{ n }}{% endfor %} {{ big }}"
    let (result, _) = try render(template, data: data, as: name)
    #expect(
      result
        == RunResult(
          exitCode: .success,
          output: "<h1>A &amp; B</h1> 1 2.5 True None 123456789012345678901234567890", error: ""))
  }

  @Test func rendersWithoutData() throws {
    let folder = try TemporaryFolder()
    try folder.write("{{ 1 + 1 }}", to: "page.html")
    #expect(run("render \(folder.path)page.html", workbench: CompilerWorkbench()).output == "2")
  }

  @Test func findsIncludesBesideTheTemplate() throws {
    let (result, _) = try render(
      "{% include 'parts/name.html' %}!", data: #"{"name": "x"}"#,
      and: ["parts/name.html": "[{{ name }}]"])
    #expect(result.output == "[x]!")
  }

  @Test func saysWhyAFileThatIsThereIsNotIncluded() throws {
    let (result, _) = try render(
      "{% include 'parts/raw.html' %}", data: "{}",
      and: ["parts/raw.html": "a\u{0}b", "other.html": "\u{0}"])
    #expect(result.error.contains("the template 'parts/raw.html' does not exist"))
    #expect(result.error.contains("'parts/raw.html' is there, but can't be read: it holds a NUL"))
    #expect(!result.error.contains("other.html"))
  }

  @Test func takesTheTemplateFromATheme() throws {
    let folder = try TemporaryFolder()
    try folder.write("{% include 'b.html' %}", to: "theme/pages/a.html")
    try folder.write("b", to: "theme/b.html")
    try folder.write("{}", to: "d.json")
    let line = "render pages/a.html --theme \(folder.path)theme --data \(folder.path)d.json"
    #expect(run(line, workbench: CompilerWorkbench()).output == "b")
  }

  @Test func keepsIncludesInTheTheme() throws {
    let folder = try TemporaryFolder()
    try folder.write("{% include '../secret.html' %}", to: "theme/a.html")
    try folder.write("secret", to: "secret.html")
    try folder.write("{}", to: "d.json")
    let line = "render a.html --theme \(folder.path)theme --data \(folder.path)d.json"
    let result = run(line, workbench: CompilerWorkbench())
    #expect(result.exitCode == .contentErrors)
    #expect(result.output.isEmpty)
    #expect(!result.error.contains("| secret"))
  }

  @Test func pointsAtTheFaultInTheTemplate() throws {
    let (result, folder) = try render("<p>\n  {{ titel }}\n</p>", data: #"{"title": "x"}"#)
    #expect(result.exitCode == .contentErrors)
    #expect(result.output.isEmpty)
    #expect(result.error.hasPrefix("\(folder)page.html:2:6: error: "))
    #expect(result.error.contains("2 |   {{ titel }}\n  |      ^^^^^\n"))
    #expect(result.error.contains("'title'"))
  }

  @Test func namesTheWayToAFaultInAnInclude() throws {
    let (result, folder) = try render(
      "{% include 'part.html' %}", data: "{}", and: ["part.html": "{{ nothing.at.all }}"])
    #expect(result.error.hasPrefix("\(folder)part.html:1:"))
    #expect(result.error.contains("= note: \(folder)page.html:1:"))
  }

  @Test(arguments: [
    ("strict", "{{ x }}", ExitCode.contentErrors, ""),
    ("lenient", "[{{ x }}]", .success, "[]"),
    ("lenient", "{{ x.y }}", .contentErrors, ""),
    ("chainable", "[{{ x.y.z }}]", .success, "[]"),
  ])
  func followsThePolicyForUndefinedNames(
    policy: String, template: String, code: ExitCode, output: String
  ) throws {
    let (result, _) = try render(template, data: "{}", options: "--undefined \(policy)")
    #expect(result.exitCode == code)
    #expect(result.output == output)
  }

  @Test(arguments: [
    ("data.json", "[1]", "1:1: error: data must be a mapping of names to values [wrong-type]"),
    ("data.json", "{", "error: "), ("data.yaml", "- 1\n", "1:1: error: data must be a mapping"),
    ("data.yaml", "a: [1\n", "error: "), ("data.json", "", "error: "),
  ])
  func refusesDataThatIsNoMapping(name: String, data: String, error: String) throws {
    let (result, folder) = try render("x", data: data, as: name)
    #expect(result.exitCode == .contentErrors)
    #expect(result.output.isEmpty)
    #expect(result.error.hasPrefix("\(folder)\(name):"))
    #expect(result.error.contains(error))
  }

  @Test func takesAnEmptyYAMLFileForNoData() throws {
    #expect(try render("x", data: "", as: "data.yaml").result.output == "x")
  }

  @Test func suggestsTheTemplateThatWasMeant() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "theme/pages/agreement.html")
    try folder.write("{}", to: "d.json")
    let line = "render pages/agreemnt.html --theme \(folder.path)theme -d \(folder.path)d.json"
    let result = run(line, workbench: CompilerWorkbench())
    #expect(result.exitCode == .noInput)
    #expect(
      result.error.contains("replace 'pages/agreemnt.html' with 'pages/agreement.html'"))
  }
}
