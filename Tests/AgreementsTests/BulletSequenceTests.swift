import Testing

@testable import Agreements

/// Sequences of markers that bulleted lists only hold a part of.
struct BulletSequenceTests {
  @Test(arguments: [
    // A list that goes on with the numbers of paragraphs
    (
      "## 7 T\n\n(1) One.\n\n- (2) Two.\n- (3) Three.\n\n(4) Four.",
      ["7", "7(1): One.", "7(2): Two.", "7(3): Three.", "7(4): Four."]
    ),
    // A comment at the margin, which to Markdown ends a list
    (
      "## 1 A\n\n- (1) Alpha\n- (2) Beta\n<!-- note -->\n  - a) Gamma\n  - b) Delta\n- (3) Eta",
      ["1", "1(1): Alpha", "1(2): Beta", "1(2)(a): Gamma", "1(2)(b): Delta", "1(3): Eta"]
    ),
    (
      "## 1 A\n\n- (1) Alpha\n<!-- note -->\n- (2) Beta\n<!-- note -->\n  - a) Gamma",
      ["1", "1(1): Alpha", "1(2): Beta", "1(2)(a): Gamma"]
    ),
    // Paragraphs that go on with the last number of a list, as conversions leave them
    (
      "## 2 D\n\n- (1) One.\n- (2) Two:\n\na) x\n\nb) y\n\n(3) Three.",
      ["2", "2(1): One.", "2(2): Two:", "2(2)(a): x", "2(2)(b): y", "2(3): Three."]
    ),
    // Other bullets, which to Markdown are other lists
    (
      "## 5 D\n\n- a. One.\n* b. Two.\n- c. Three.\n\nAll of them bind.",
      ["5: All of them bind.", "5.a: One.", "5.b: Two.", "5.c: Three."]
    ),
    (
      "## 5 D\n\n- (1) One.\n  - a) x\n  - b) y\n* (2) Two.",
      ["5", "5(1): One.", "5(1)(a): x", "5(1)(b): y", "5(2): Two."]
    ),
    // What is no part of a sequence stays where it is
    (
      "## 7 T\n\n(1) One:\n\n- a) x\n- b) y\n\n(2) Two.",
      ["7", "7(1): One:", "7(1)(a): x", "7(1)(b): y", "7(2): Two."]
    ),
    (
      "## 7 T\n\n(a) A.\n\n(b) B.\n\n(c) C.\n\n(d) D.\n\n(e) E.\n\n(f) F.\n\n(g) G.\n\n(h) H.\n\n- (i) x\n- (ii) y",
      [
        "7", "7(a): A.", "7(b): B.", "7(c): C.", "7(d): D.", "7(e): E.", "7(f): F.", "7(g): G.",
        "7(h): H.", "7(h)(i): x", "7(h)(ii): y",
      ]
    ),
    (
      "## 2 D\n\n- (1) One.\n- (2) Two.\n\na) x\n\nb) y",
      ["2", "2(1): One.", "2(2): Two.", "2(a): x", "2(b): y"]
    ),
    (
      "## 7 T\n\n- a. One.\n* a. Uno.",
      ["7", "7.a: One.", "7.a: Uno."]
    ),
  ])
  func readsASequenceInSeveralBlocks(markdown: String, expected: [String]) {
    #expect(Set(pathsAndTexts(of: markdown)) == Set(expected))
  }
}
