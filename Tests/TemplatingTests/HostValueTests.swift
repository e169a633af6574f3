import Synchronization
import Templating
import Testing

/// Objects, functions and data that Swift hands to templates.
struct HostValueTests {
  private struct Page: TemplateObject {
    var title: String
    var memberNames: [String] { ["title", "links", "keys"] }

    func member(_ name: String) -> Value? {
      switch name {
      case "title": .string(title)
      case "links": [["url": "/a/"], ["url": "/b/"]]
      case "keys": "own keys"
      default: nil
      }
    }
  }

  private func render(
    _ template: String, _ data: ValueMap = [:], name: String = "page.html",
    configure: (inout Environment) -> Void = { _ in }
  ) throws -> String {
    var environment = Environment(loader: MemoryLoader([name: template]))
    configure(&environment)
    var output: [UInt8] = []
    try environment.compile(name).render(name, with: data, into: &output)
    return String(decoding: output, as: UTF8.self)
  }

  @Test func readsMembersOfObjectsByName() throws {
    let text = try render(
      "{{ page.title }} {{ page['title'] }} {{ page.links[1].url }} {{ page.keys }} "
        + "{{ page.none is defined }} {% for k in page %}{{ k }},{% endfor %} {{ page is mapping }}",
      ["page": .object(Page(title: "A & B"))])
    #expect(text == "A &amp; B A &amp; B /b/ own keys False title,links,keys, True")
  }

  @Test func callsRegisteredFiltersFunctionsAndTests() throws {
    let text = try render(
      "{{ 'x'|shout('!') }} {{ link('a', to='b') }} {{ 'a' is vowel }} {{ ['a']|map('shout', '?')|join }}"
    ) { environment in
      environment.add(
        filter: TemplateFunction("shout") { (_, arguments) throws(TemplateFailure) in
          guard case .string(let text)? = arguments.value(at: 0, named: "value"),
            case .string(let mark)? = arguments.value(at: 1, named: "mark")
          else { throw TemplateFailure("text is needed") }
          return .string(text.uppercased() + mark)
        })
      environment.add(
        function: TemplateFunction("link") { (context, arguments) throws(TemplateFailure) in
          guard case .string(let to)? = arguments.value(at: 1, named: "to") else { return .none }
          return .markup("<a href=\"\(to)\">\(context.template)</a>")
        })
      environment.add(
        test: TemplateFunction("vowel") { (_, arguments) throws(TemplateFailure) in
          guard case .string(let text)? = arguments.positional.first else { return false }
          return .boolean("aeiou".contains(text))
        })
    }
    #expect(text == "X! <a href=\"b\">page.html</a> True A?")
  }

  @Test func showsThePageToRegisteredFunctions() throws {
    let text = try render("{{ here() }}", ["page": ["url": "/x/"]]) { environment in
      environment.add(
        function: TemplateFunction("here") { (context, _) throws(TemplateFailure) in
          guard case .dictionary(let page)? = context.global("page") else { return .undefined }
          return page["url"] ?? .undefined
        })
    }
    #expect(text == "/x/")
  }

  /// What the template says at each place, and how often the function was asked.
  private func say(
    _ template: String, at places: [PagePlace], isRemembered: Bool
  ) throws -> (texts: [String], calls: Int) {
    let calls = Atomic(0)
    var environment = Environment(loader: MemoryLoader(["page.html": template]))
    let said = TemplateFunction("said", isRemembered: isRemembered) {
      (context, text, output) throws(TemplateFailure) in
      calls.add(1, ordering: .relaxed)
      guard text.count < 9 else { throw TemplateFailure("too long", help: "say less") }
      for index in text.indices { output.append(text[index]) }
      output += "@\(context.place.language)<\(context.place.path)".utf8
    } otherwise: { _, arguments throws(TemplateFailure) in
      .string("\(arguments.positional.count) and \(arguments.named.count)")
    }
    environment.add(filter: said)
    environment.add(function: said)
    let (templates, _) = environment.compileAll()
    var renderer = templates.makeRenderer()
    let texts = try places.map { place in
      var output: [UInt8] = []
      try renderer.render("page.html", with: ["name": "b"], at: place, into: &output)
      return String(decoding: output, as: UTF8.self)
    }
    return (texts, calls.load(ordering: .relaxed))
  }

  @Test func asksARememberedFunctionOnceForEachLanguageAndDepth() throws {
    let places = [("x", "en"), ("y", "en"), ("x", "de"), ("a/x", "en"), ("z", "en")].map {
      PagePlace(path: $0, language: $1)
    }
    let template = "{{ said('a') }} {{ name|said }} {{ said('a') }}"

    let (texts, calls) = try say(template, at: places, isRemembered: true)

    #expect(
      texts == [
        "a@en&lt;x b@en&lt;x a@en&lt;x", "a@en&lt;x b@en&lt;x a@en&lt;x",
        "a@de&lt;x b@de&lt;x a@de&lt;x", "a@en&lt;a/x b@en&lt;a/x a@en&lt;a/x",
        "a@en&lt;x b@en&lt;x a@en&lt;x",
      ])
    // The filter and the function are two, though they do the same.
    #expect(calls == 6)
    #expect(try say(template, at: places, isRemembered: false).calls == 15)
  }

  @Test func asksForAllElseWithValues() throws {
    let texts = try say(
      "{{ said(1) }}, {{ said('a', 'b') }}, {{ said('a', c='d') }}, {{ name|said(1) }}, {{ said(*['a']) }}",
      at: [PagePlace()], isRemembered: true
    ).texts

    #expect(texts == ["1 and 0, 2 and 0, 1 and 1, 2 and 0, 1 and 0"])
  }

  @Test func placesTheFailureOfAFunctionOfText() {
    let error = #expect(throws: TemplateError.self) {
      try say("{{ said('a') }}\n{{ said('much too long') }}", at: [PagePlace()], isRemembered: true)
    }

    #expect(error?.message == "said: too long")
    #expect(error?.start == .init(line: 2, column: 4))
    #expect(error?.advice == "say less")
  }

  @Test func remembersNoMoreThanItHasPlaceFor() throws {
    let many = "{% for number in range(20000) %}{{ said(number ~ '') }}{% endfor %}"

    let (texts, calls) = try say(many, at: [PagePlace(), PagePlace()], isRemembered: true)

    #expect(texts[0] == texts[1])
    #expect((20001..<40000).contains(calls))
  }

  @Test func placesTheFailureOfARegisteredFunction() {
    let error = #expect(throws: TemplateError.self) {
      try render("a\n{{ bad(1) }}") { environment in
        environment.add(
          function: TemplateFunction("bad") { (_, _) throws(TemplateFailure) in
            throw TemplateFailure("nothing works", help: "try again")
          })
      }
    }
    #expect(error?.message == "bad: nothing works")
    #expect(error?.start == .init(line: 2, column: 4))
    #expect(error?.advice == "try again")
  }

  @Test func keepsMarkupSafeAndTextEscaped() throws {
    let text = try render(
      "{{ html }}{{ text }}{{ html ~ text }}", ["html": .markup("<b>"), "text": "<i>"])
    #expect(text == "<b>&lt;i&gt;<b>&lt;i&gt;")
  }

  @Test(arguments: [
    (
      "{\"b\":1,\"a\":1.0,\"c\":[1e2,-0.5,12345678901234567890]}",
      "{'b': 1, 'a': 1.0, 'c': [100.0, -0.5, 12345678901234567890]}"
    ),
    ("\"\\u00e9\\ud83c\\udf89\\n\"", "é🎉\n"), ("[true,false,null]", "[True, False, None]"),
  ])
  func readsJSONAsPythonDoes(json: String, text: String) throws {
    let value = try Value(json: Array(json.utf8))
    #expect(try render("{{ x }}", ["x": value], name: "x.txt") == text)
  }

  @Test(arguments: ["", "{", "[1,]", "{\"a\" 1}", "\"a", "01x", "[1] 2", "nul", "\"\\q\""])
  func refusesWhatIsNoJSON(json: String) {
    #expect(throws: JSONFailure.self) { try Value(json: Array(json.utf8)) }
  }

  /// Renderers share no memory, so many at once print what one does.
  @Test func rendersTheSameInParallel() async throws {
    let template = "{% for r in rows %}{{ r.name|upper }}{{ loop.index }}{% endfor %}"
    let set = try Environment(loader: MemoryLoader(["p.html": template])).compile("p.html")
    let rows = (0..<200).map { Value.pairs(["name": "a longer name than fits inline \($0)"]) }
    let frozen = FrozenData(["rows": .array(rows)])
    let pages = await withTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<8 {
        group.addTask {
          var renderer = set.makeRenderer(sharing: frozen)
          var output: [UInt8] = []
          for _ in 0..<20 {
            output = []
            try? renderer.render("p.html", with: ValueMap(), into: &output)
          }
          return output
        }
      }
      return await group.reduce(into: [[UInt8]]()) { $0.append($1) }
    }
    #expect(Set(pages).count == 1)
    #expect(pages.first?.isEmpty == false)
  }

  @Test func usesARendererForManyPages() throws {
    let set = try Environment(loader: MemoryLoader(["p.txt": "{{ a }}{{ b|default('-') }}"]))
      .compile("p.txt")
    var renderer = set.makeRenderer()
    var output: [UInt8] = []
    try renderer.render("p.txt", with: ["a": 1, "b": 2], into: &output)
    try? renderer.render("p.txt", with: ValueMap(), into: &output)
    try renderer.render("p.txt", with: ["a": 3], into: &output)
    #expect(String(decoding: output, as: UTF8.self) == "123-")
  }
}
