import Portal
import Testing

struct RelativeURLTests {
  @Test(arguments: [
    ("index.html", "agreements/dpa/index.html", "agreements/dpa/index.html"),
    ("agreements/dpa/index.html", "agreements/toms/index.html#2.1", "../toms/index.html#2.1"),
    ("agreements/dpa/index.html", "agreements/dpa/index.html#7", "#7"),
    ("agreements/dpa/index.html", "agreements/dpa/index.html", "index.html"),
    ("de/index.html", "index.html", "../index.html"),
    ("a/b/c/index.html", "a/x/index.html", "../../x/index.html"),
    ("index.html", "agreements/a:b c/index.html", "agreements/a%3Ab%20c/index.html"),
    ("index.html", "agreements/über/index.html", "agreements/%C3%BCber/index.html"),
    ("index.html", "a?b/%/index.html", "a%3Fb/%25/index.html"),
  ])
  func leadsFromOnePageToAnother(page: String, target: String, url: String) {
    #expect(relativeURL(from: page, to: target) == url)
  }
}
