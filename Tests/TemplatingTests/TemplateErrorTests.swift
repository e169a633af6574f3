import Templating
import Testing

/// What an author reads when a template is wrong.
struct TemplateErrorTests {
  private func compileErrors(_ sources: [String: String]) -> [TemplateError] {
    Environment(loader: MemoryLoader(sources)).compileAll().errors
  }

  private func renderError(
    _ sources: [String: String], _ data: ValueMap = [:], _ name: String = "page.html"
  ) throws -> TemplateError {
    let (set, errors) = Environment(loader: MemoryLoader(sources)).compileAll()
    #expect(errors.isEmpty)
    var output: [UInt8] = Array("before".utf8)
    do {
      try set.render(name, with: data, into: &output)
      Issue.record("the template renders")
    } catch {
      #expect(output == Array("before".utf8))
      return error
    }
    throw CancellationError()
  }

  @Test func reportsAllFaultsOfAllTemplatesInOneRun() {
    let errors = compileErrors([
      "a.html": "{{ 1 + }}\n{{ * }} {{ x|upper }}",
      "b.html": "{{ x|uper }}\n{% if y is definde %}{% endif %}\n{% include 'c.htm' %}",
      "c.html": "{% fro x in y %}",
    ])
    #expect(
      errors.map { "\($0.template):\($0.start.line):\($0.start.column) \($0.kind.rawValue)" } == [
        "a.html:1:8 template-syntax", "a.html:2:4 template-syntax", "b.html:1:6 unknown-filter",
        "b.html:2:12 unknown-test",
        "b.html:3:12 missing-template", "c.html:1:4 unknown-tag",
      ])
  }

  @Test func refusesATextThatIsNotUTF8() throws {
    let bytes = Array("ä\r\nb ".utf8) + [0xFF] + Array(" {{ 1 + }}".utf8)
    let errors = Environment(loader: MemoryLoader(["page.html": bytes])).compileAll().errors

    let error = try #require(errors.first)
    #expect(errors.count == 1)
    #expect(error.kind == .syntax)
    #expect([error.start.line, error.start.column] == [2, 3])
    #expect(error.message.hasPrefix("byte 0xFF is not UTF-8"))
  }

  /// `line:column kind` of each fault.
  private func places(_ source: String) -> [String] {
    compileErrors(["page.html": source]).map {
      "\($0.start.line):\($0.start.column) \($0.kind.rawValue)"
    }
  }

  @Test func readsOnBehindATagThatIsWrong() {
    #expect(
      places(
        """
        {% set x = %}{{ x|uper }}
        {% if a = b %}{{ x|uper }}{% elif %}{% include %}{% endif y %}
        {% for in %}{% break %}{{ x|uper }}{% else %}{{ * }}{% endfor %}
        {% block %}{% macro m %}{{ x|uper }}{% endmacro %}{% endblock b %}{{ x|uper }}
        """) == [
          "1:12 template-syntax", "1:19 unknown-filter", "2:9 template-syntax",
          "2:20 unknown-filter", "2:48 template-syntax", "2:59 template-syntax",
          "3:8 template-syntax", "3:29 unknown-filter", "3:49 template-syntax",
          "4:10 template-syntax", "4:23 template-syntax", "4:30 unknown-filter",
          "4:72 unknown-filter",
        ])
  }

  @Test(arguments: [
    ("{{ 1 + }}\n{{ 2 * }}\n{% fi %}", ["1:8", "2:8", "3:4"]),
    ("{{ 1 + }}\n{% if x %}\n{# open", ["1:8", "3:1"]),
    ("{{ 1 + }}\n{{ 'open }}", ["1:8", "2:4"]),
    ("{{ 1 + }}\n{% if x %}", ["1:8", "2:4"]),
  ])
  func keepsWhatItFoundBeforeTheFaultThatEndsATemplate(source: String, expected: [String]) {
    #expect(places(source).map { String($0.prefix { $0 != " " }) } == expected)
  }

  @Test func saysWhichBlockNoLayoutHas() {
    let errors = compileErrors([
      "base.html": "{% block title %}{% block inner %}{% endblock %}{% endblock %}",
      "page.html": "{% extends 'base.html' %}{% block tilte %}{% block own %}{% endblock %}"
        + "{% endblock %}{% block inner %}{% endblock %}",
      "next.html":
        "{% extends 'page.html' %}{% block own %}{% endblock %}{% block x %}{% endblock %}",
      "open.html": "{% extends layout %}{% block y %}{% endblock %}",
      "plain.html": "{% block z %}{% endblock %}",
    ])
    #expect(
      errors.map { "\($0.template):\($0.start.column) \($0.kind.rawValue)" }
        == ["next.html:58 unknown-block", "page.html:29 unknown-block"])
    #expect(errors.map(\.nearMisses) == [[], ["title"]])
    #expect(errors.map(\.isDeferred) == [true, true])
  }

  @Test(arguments: [
    ("{% block mian required %}{% endblock %}", "{% block main %}{% endblock %}", "main"),
    ("{{ self.bdy() }}{% block body %}{% endblock %}", "", "body"),
    ("{% import 'm.html' as m %}{{ m.fild() }}", "", "field"),
  ])
  func namesTheBlockOrMacroThatWasMeant(layout: String, own: String, name: String) throws {
    let (set, _) = Environment(
      loader: MemoryLoader([
        "page.html": "{% extends 'base.html' %}" + own, "base.html": layout,
        "m.html": "{% macro field() %}{% endmacro %}",
      ])
    ).compileAll()
    var output: [UInt8] = []
    let error = #expect(throws: TemplateError.self) {
      try set.render("page.html", with: ValueMap(), into: &output)
    }
    #expect(error?.nearMisses == [name])
  }

  @Test(arguments: [
    ("{{ x|uper }}", "upper"), ("{{ x|upcase }}", "upper"), ("{{ x|size }}", "length"),
    ("{% if x is definde %}{% endif %}", "defined"),
    ("{% fro x in y %}", "for"), ("{% include 'othr.html' %}", "other.html"),
  ])
  func suggestsTheNearestName(template: String, name: String) {
    let errors = compileErrors(["page.html": template, "other.html": ""])
    #expect(errors.first?.nearMisses.first == name)
  }

  /// Candidates are the names that are there.
  @Test(arguments: [
    ("{{ vendro }}", "did you mean 'vendor'?"),
    ("{{ address.city }}", "did you mean 'vendor.address'?"),
    (
      "{{ portal.title }}",
      "write one of the names that are here, 'page', 'vendor', or ask first with 'is defined'"
    ),
  ])
  func namesWhatThePageHas(template: String, help: String) throws {
    let error = try renderError(
      ["page.html": template], ["page": ["title": "x"], "vendor": ["address": ["city": "Bonn"]]])
    #expect(error.advice == help)
  }

  @Test func pointsAtTheFailingExpression() throws {
    let error = try renderError(
      ["page.html": "one\n  {{ 'ä' ~ vendor.nmae }}"], ["vendor": ["name": "x"]])
    #expect(
      error.description == """
        page.html:2:13: error: 'dict object' has no attribute 'nmae' [undefined-name]
          |
        2 |   {{ 'ä' ~ vendor.nmae }}
          |            ^^^^^^^^^^^
          = note: vendor is a mapping of name
          = help: did you mean 'name'?

        """)
  }

  @Test func tellsTheWayToTheFault() throws {
    let error = try renderError(
      [
        "page.html": "{% extends 'base.html' %}{% block b %}{{ m(1) }}{% endblock %}"
          + "{% from 'm.html' import m %}",
        "base.html": "<{% block b %}{% endblock %}>",
        "m.html": "{% macro m(x) %}{{ x.y.z }}{% endmacro %}",
      ])
    #expect(error.template == "m.html")
    #expect(
      error.trail.map { "\($0.template) \($0.action)" } == [
        "page.html extends", "base.html calls", "page.html calls",
      ])
    #expect(error.values == [.init(name: "x", text: "1")])
  }

  @Test func givesTheValuesOfTheNamesInvolved() throws {
    let error = try renderError(
      ["page.html": "{{ price / count }}"], ["price": 2.5, "count": 0])
    #expect(error.kind == .arithmetic)
    #expect(
      error.values == [.init(name: "price", text: "2.5"), .init(name: "count", text: "0")])
    #expect(error.carets == "   ^^^^^^^^^^^^^")
  }

  @Test func saysWhichTagIsNotClosed() {
    let errors = compileErrors(["page.html": "{% for x in y %}\n{% if x %}\n{% endfor %}"])
    #expect(errors.first?.message == "the tag 'endfor' closes nothing here")
    #expect(errors.first?.help == "close 'if' first, with 'elif' or 'else' or 'endif'")
  }

  @Test func rendersWhatOnlyReachesAFaultElsewhere() throws {
    let loader = MemoryLoader(["page.html": "{% if false %}{{ x|nosuch }}{% endif %}ok"])
    let (set, errors) = Environment(loader: loader).compileAll()
    #expect(errors.map(\.kind) == [.unknownFilter])
    #expect(errors.first?.isDeferred == true)
    var output: [UInt8] = []
    try set.render("page.html", with: ValueMap(), into: &output)
    #expect(output == Array("ok".utf8))
  }

  /// No input may trap, hang or use up the stack.
  @Test(arguments: [
    "{{ " + String(repeating: "(", count: 100_000), String(repeating: "{% if 1 %}", count: 20_000),
    "{{ " + String(repeating: "-", count: 100_000) + "1 }}",
    "{{ 1" + String(repeating: "+1", count: 100_000) + " }}",
    "{{ x" + String(repeating: ".a", count: 100_000) + " }}",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "{% include 'page.html' %}",
    "{% extends 'page.html' %}", "{% for x in range(99999999) %}{% endfor %}",
    "{{ 'x' * 99999999999 }}", "{{ 2 ** 99999999 }}", "{{ '%99999999d' % 1 }}",
    "{% set x = [] %}{% do x.append(x) %}{{ x }}", "{{ -9223372036854775808 // -1 * 5 / 0 }}",
  ])
  func endsHostileTemplatesInAnError(template: String) {
    let loader = MemoryLoader(["page.html": template])
    let (set, errors) = Environment(loader: loader).compileAll()
    var output: [UInt8] = []
    let isRefused = errors.contains { !$0.isDeferred }
    #expect(throws: TemplateError.self) {
      if isRefused, let first = errors.first { throw first }
      try set.render("page.html", with: ValueMap(), into: &output)
    }
  }

  @Test func keepsTheLimitsThatItIsGiven() {
    var options = EnvironmentOptions()
    options.limits.iterations = 10
    options.limits.outputBytes = 100
    for template in ["{% for x in range(11) %}{% endfor %}", "{{ 'x' * 101 }}"] {
      let environment = Environment(
        loader: MemoryLoader(["page.html": template]), options: options)
      var output: [UInt8] = []
      let (set, _) = environment.compileAll()
      #expect(throws: TemplateError.self) {
        try set.render("page.html", with: ValueMap(), into: &output)
      }
    }
  }

  /// Each step of these loops goes through all of a long value.
  @Test(arguments: [
    "{% set s = 'ä' ~ 'x' * 9999 %}{% for i in range(99) %}{{ s[i] }}{% endfor %}",
    "{% set s = 'x' * 10000 %}{% for i in range(99) %}{{ 'y' in s }}{% endfor %}",
    "{% set s = 'x' * 10000 %}{% for i in range(99) %}{{ s.find('y') }}{% endfor %}",
    "{% set s = 'x' * 10000 %}{% for i in range(99) %}{{ (s | upper) is lower }}{% endfor %}",
    "{% set l = [1] * 10000 %}{% for i in range(99) %}{{ l | sum }}{% endfor %}",
    "{% set l = [1] * 10000 %}{% for i in range(99) %}{{ 2 in l }}{% endfor %}",
    "{% set l = [1] * 10000 %}{% for i in range(99) %}{{ l.pop(0) }}{% endfor %}",
  ])
  func countsWhatLongValuesCost(template: String) throws {
    var options = EnvironmentOptions()
    options.limits.walked = 500_000
    let loader = MemoryLoader(["page.html": template])
    let (set, errors) = Environment(loader: loader, options: options).compileAll()
    #expect(errors.isEmpty)
    var output: [UInt8] = []
    let error = #expect(throws: TemplateError.self) {
      try set.render("page.html", with: ValueMap(), into: &output)
    }
    #expect(error?.kind == .limit)
    // Ten times as many are a long page, and no endless one.
    let (roomy, _) = Environment(loader: loader).compileAll()
    try roomy.render("page.html", with: ValueMap(), into: &output)
  }

  /// Each took time by the square of its length, and would not end here.
  @Test(arguments: [
    ("{{ ('a.' * 100000) | urlize | length }}", "200000"),
    ("{{ ('www.' ~ 'a-' * 100000) | urlize | length }}", "200004"),
    ("{{ ('@' * 200000) | urlize | length }}", "200000"),
    ("{{ ('(a' ~ '(' * 100000 ~ ')' * 100000) | urlize | length }}", "200002"),
    (
      "{% set d = {} %}{% for i in range(20000) %}{% do d.update({i: i}) %}{% endfor %}"
        + "{{ d | length }}", "20000"
    ),
    (
      "{% set d = {} %}{% for i in range(20000) %}{% do d.setdefault(i, i) %}{% endfor %}"
        + "{{ d | length }}", "20000"
    ),
    (
      "{% set d = dict({1: 1}) %}{% for i in range(20000) %}{% do d.setdefault(i, i) %}{% endfor %}"
        + "{% for i in range(20000) %}{% do d.popitem() %}{% endfor %}{{ d }}", "{}"
    ),
    ("{{ ('a' * 50000 ~ 'b') in ('a' * 200000) }}", "False"),
    ("{{ ('a' * 200000).rfind('b' ~ 'a' * 50000) }}", "-1"),
    ("{% set d = {'a': 1} %}{% do d.update(d) %}{{ d }}", "{&#39;a&#39;: 1}"),
  ])
  func takesTimeByTheLengthOfItsValues(template: String, result: String) throws {
    let (set, errors) = Environment(loader: MemoryLoader(["page.html": template])).compileAll()
    #expect(errors.isEmpty)
    var output: [UInt8] = []
    try set.render("page.html", with: ValueMap(), into: &output)
    #expect(String(decoding: output, as: UTF8.self) == result)
  }
}
