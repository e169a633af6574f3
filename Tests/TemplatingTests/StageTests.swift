import Templating
import Testing

/// Each stage by itself, printed.
struct StageTests {
  private func source(_ text: String) -> TemplateSource {
    TemplateSource(name: "page.html", bytes: Array(text.utf8))
  }

  @Test func lexesTextTagsAndLiterals() throws {
    let tokens = try StagePrinter.tokens(of: source("a{{- x.b|f('é', 1.5) }}\n"))
    #expect(
      tokens == """
        0..1 template data / text "a"
        1..4 begin of print statement
        5..6 name "x"
        6..7 .
        7..8 name "b"
        8..9 |
        9..10 name "f"
        10..11 (
        11..15 string "é"
        15..16 ,
        17..20 float "1.5"
        20..21 )
        22..24 end of print statement
        24..24 end of template
        """)
  }

  @Test(arguments: [
    ("a + b * c", "(+ a (* b c))"),
    ("a ~ b + c", "(+ (~ a b) c)"),
    ("-a ** b", "(** (negative a) b)"),
    ("not a == b and c or d", "(or (and (not (== a b)) c) d)"),
    ("a < b <= c", "(< <= a b c)"),
    ("a not in b", "(not in a b)"),
    ("x if a else y if b else z", "(if a x (if b y z))"),
    ("a.b[0](1, k=2)|f(3) is odd", "(is odd (|f (call (item (.b a) 0) 1 2 named k) 3))"),
    ("a is not divisibleby 3", "(not (is divisibleby a 3))"),
    ("x[1:2], {'k': [1]}", "(tuple (slice x 1 2) (dict \"k\" (list 1)))"),
  ])
  func parsesByPrecedence(expression: String, tree: String) throws {
    #expect(try StagePrinter.tree(of: source("{{ \(expression) }}")) == "output \(tree)")
  }

  @Test func parsesStatementsIntoATree() throws {
    let tree = try StagePrinter.tree(
      of: source(
        "{% for k, v in d if v %}{{ k }}{% else %}-{% endfor %}{% set ns.x = 1 %}"
          + "{% block b scoped %}{% include 'a' ignore missing %}{% endblock %}"))
    #expect(
      tree == """
        for (k v) in d v
          output k
          output "-"
        set ns.x 1
        block b scoped
          include "a" ignore-missing
        """)
  }

  @Test func compilesToFlatCode() throws {
    let loader = MemoryLoader(["page.html": "<p>{{ page.title|upper }}</p>"])
    let set = try Environment(loader: loader).compile("page.html")
    #expect(
      set.listing == """
        unit 0 root page.html
          0 resolve page
          1 emitData "<p>"
          2 loadLocal page
          3 attribute title
          4 callFilter upper
          5 emit escaped
          6 emitData "</p>"
          7 leave
        """)
  }
}
