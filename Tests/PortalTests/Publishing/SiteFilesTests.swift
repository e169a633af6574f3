import FileSystem
import Foundation
import TestSupport
import Testing

@testable import Portal

/// What a portal has besides its pages.
struct SiteFilesTests {
  private func built(_ settings: String) throws -> PortalFixture {
    let fixture = try PortalFixture(settings: settings)
    try fixture.agreement("dpa", "## 1. One\n\n- (1) A.\n")
    try #require(fixture.build().publication != nil)
    return fixture
  }

  @Test func listsEveryAddressInTheSitemap() throws {
    let fixture = try built("base-url: https://trust.example.com/a&b\n")
    let map = try fixture.page("sitemap.xml")
    let site = fixture.temporary.url.appending(path: "Site")
    let pages = try FileManager.default.subpathsOfDirectory(atPath: site.path)
      .filter { $0.hasSuffix(".html") && $0 != "404.html" }
    for page in pages {
      let address = "https://trust.example.com/a&amp;b/\(page.dropLast("index.html".count))"
      #expect(map.contains("<loc>\(address)</loc>"), "\(page)")
    }
    #expect(map.components(of: "<url>") == pages.count)
    let german = "hreflang=\"de\" href=\"https://trust.example.com/a&amp;b/de/glossary/\""
    #expect(map.contains(german))
    let fallback = "hreflang=\"x-default\" href=\"https://trust.example.com/a&amp;b/glossary/\""
    #expect(map.contains(fallback))
    for page in ["glossary/index.html", "de/glossary/index.html"] {
      #expect(try fixture.page(page).contains(fallback), "\(page)")
    }
    #expect(!(try fixture.page("agreements/dpa/index.html").contains("x-default")))
    #expect(
      try fixture.page("robots.txt").contains(
        "Sitemap: https://trust.example.com/a&b/sitemap.xml\n"))
  }

  @Test func namesNoAddressWithoutABase() throws {
    let fixture = try built("")
    let site = fixture.temporary.url.appending(path: "Site")
    #expect(!FileManager.default.fileExists(atPath: site.appending(path: "sitemap.xml").path))
    #expect(!FileManager.default.fileExists(atPath: site.appending(path: ".well-known").path))
    #expect(!(try fixture.page("robots.txt").contains("Sitemap")))
    let start = try fixture.page("index.html")
    #expect(!start.contains("canonical"))
    #expect(!start.contains("null"))
  }

  @Test func tellsServersWhatPagesMayLoad() throws {
    let fixture = try built("")
    let policy = contentSecurityPolicy
    #expect(!policy.contains("unsafe"))
    #expect(!policy.contains("http"))
    let headers = try fixture.page("_headers")
    #expect(headers.hasPrefix("/*\n  Content-Security-Policy: \(policy); frame-ancestors 'none'\n"))
    #expect(headers.contains("/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n"))
    let escaped = policy.replacing("'", with: "&#39;")
    for page in ["index.html", "404.html", "agreements/dpa/index.html", "search/index.html"] {
      #expect(try fixture.page(page).contains("content=\"\(escaped)\""), "\(page)")
    }
    let nginx = try fixture.page("_nginx.conf")
    #expect(nginx.components(of: policy) == nginx.components(of: "nosniff"))
    #expect(!nginx.contains("gzip"))
  }

  /// Servers send it for any address, where relative links lead nowhere.
  @Test func leadsOnFromAnyAddress() throws {
    let known = try built("base-url: https://trust.example.com/a\n").page("404.html")
    for address in ["index.html", "agreements/index.html", "search/index.html", "de/index.html"] {
      #expect(known.contains("href=\"/a/\(address)\""), "\(address)")
    }
    #expect(known.contains("<link rel=\"stylesheet\" href=\"/a/assets/annex."))
    #expect(known.contains("<section lang=\"de\">") && known.contains("Diese Seite gibt es nicht"))
    #expect(
      try built("base-url: https://example.com\n").page("404.html").contains("href=\"/index.html\"")
    )

    let unknown = try built("").page("404.html")
    #expect(!unknown.contains("href=\"/") && !unknown.contains("site-nav"))
    #expect(!unknown.contains("data-search-link") && !unknown.contains("foot-links"))
    #expect(unknown.contains("<link rel=\"stylesheet\" href=\"assets/annex."))
  }

  @Test func tellsServersToSendWhatIsCompressed() throws {
    let fixture = try PortalFixture()
    try fixture.agreement("dpa", "## 1. Subject\n\nText.\n")
    _ = fixture.build(isPrecompressed: true)
    #expect(try fixture.page("_nginx.conf").contains("\ngzip_static on;\ngzip_vary on;\n"))
    let site = fixture.temporary.path + "Site/"
    for path in ["index.html", "agreements/dpa/index.html", "search/index.html", "robots.txt"] {
      #expect(FileManager.default.fileExists(atPath: site + path), "\(path)")
      let isCompressed = FileManager.default.fileExists(atPath: site + path + ".gz")
      #expect(isCompressed == (path != "robots.txt"), "\(path)")
    }
  }

  @Test func namesTheDigestOfWhatIsPrinted() throws {
    let fixture = try built("")
    try fixture.company("kite", "engagements: [{service: Hosting, locations: [{country: DE}]}]")
    try #require(fixture.build().publication != nil)
    for path in ["agreements/dpa.md", "sub-processors/kite.md"] {
      let file = Array(try fixture.temporary.read("content/\(path)").utf8)
      var digest = SHA256.hexadecimal(of: file.span)
      if path.hasPrefix("sub-processors") {
        digest = SHA256.hexadecimal(of: Array("\(digest)  content/\(path)\n".utf8).span)
      }
      let page = path.hasPrefix("agreements") ? "agreements/dpa" : "sub-processors"
      let label = path.hasPrefix("agreements") ? "(SHA-256)" : "SHA-256"
      #expect(try fixture.page("\(page)/index.html").contains("\(label) \(digest)</p>"), "\(path)")
    }
  }

  @Test func saysWhomToTellAboutAWeakness() throws {
    let fixture = try built(
      """
      base-url: https://trust.example.com
      security:
        contact: [mailto:security@example.com, https://example.com/report]
        expires: 2027-06-30
        policy: https://example.com/policy

      """)
    #expect(
      try fixture.page(".well-known/security.txt") == """
        Contact: mailto:security@example.com
        Contact: https://example.com/report
        Expires: 2027-06-30T00:00:00Z
        Policy: https://example.com/policy
        Preferred-Languages: en, de
        Canonical: https://trust.example.com/.well-known/security.txt

        """)
  }

  @Test func namesAddressesBelowThePathOfThePortal() throws {
    let fixture = try built(
      """
      base-url: https://example.com/legal/trust
      security: {contact: 'mailto:security@example.com', expires: 2027-06-30}

      """)
    #expect(
      try fixture.page("robots.txt") == """
        User-agent: *
        Allow: /legal/trust/
        Disallow: /legal/trust/search/data/

        Sitemap: https://example.com/legal/trust/sitemap.xml

        """)
    let headers = try fixture.page("_headers").split(separator: "\n").filter { $0.hasPrefix("/") }
    #expect(
      headers == [
        "/legal/trust/*", "/legal/trust/assets/*", "/legal/trust/\(PortalPaths.searchData("head"))",
      ])
    let nginx = try fixture.page("_nginx.conf").split(separator: "\n")
    #expect(nginx.dropFirst().first == "location /legal/trust/ {")
    #expect(nginx.last == "}")
    #expect(nginx.dropFirst(2).dropLast().allSatisfy { $0.hasPrefix("  ") })
    for line in [
      "  error_page 404 /legal/trust/404.html;", "  location /legal/trust/assets/ {",
      "  location = /legal/trust/.annex-manifest { return 404; }",
    ] {
      #expect(nginx.contains(line[...]), "\(line)")
    }
    #expect(
      try fixture.page(".well-known/security.txt").contains(
        """
        Canonical: https://example.com/.well-known/security.txt
        Canonical: https://example.com/legal/trust/.well-known/security.txt

        """))
  }

  @Test func describesPagesToMachines() throws {
    let fixture = try built("base-url: https://trust.example.com\n")
    for page in ["index.html", "agreements/dpa/index.html", "glossary/index.html"] {
      let text = try fixture.page(page)
      let block = try #require(
        text.firstMatch(of: #/<script type="application/ld\+json">(.*?)</script>/#), "\(page)")
      let object = try JSONSerialization.jsonObject(with: Data(block.1.utf8)) as? [String: Any]
      #expect(object?["@context"] as? String == "https://schema.org")
      let url = object?["url"] as? String
      #expect(url?.hasPrefix("https://trust.example.com/") == true)
      #expect(text.contains("<link rel=\"canonical\" href=\"\(url ?? "-")\">"))
    }
  }
}
