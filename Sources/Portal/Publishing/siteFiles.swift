internal import Frontmatter
internal import Markup
internal import Registers

/// The files that a portal has besides pages and assets: for search engines, for servers, and for
/// those who found a weakness.
///
/// - Returns: paths from the portal's root with what stands there, in a fixed order.
func siteFiles(
  for pages: [PlannedPage], of models: PageModels, isPrecompressed: Bool
) -> [(path: String, bytes: [UInt8])] {
  let settings = models.portal.settings
  var files: [(path: String, bytes: [UInt8])] = []
  let map = models.sitemap(of: pages)
  if map.count == 1 {
    files.append(("sitemap.xml", map[0]))
  } else if let base = settings.baseURL?.value, !map.isEmpty {
    var index = sitemapHead("sitemapindex")
    for (number, bytes) in map.enumerated() {
      files.append(("sitemap-\(number + 1).xml", bytes))
      index += "<sitemap><loc>\(escaped(base))/sitemap-\(number + 1).xml</loc></sitemap>\n".utf8
    }
    files.append(("sitemap.xml", index + Array("</sitemapindex>\n".utf8)))
  }
  let root = settings.pathOnServer ?? "/"
  files.append(("robots.txt", robots(base: settings.baseURL?.value, root: root)))
  files.append(("_headers", serverHeaders(root: root)))
  files.append(("_nginx.conf", nginxSettings(root: root, isPrecompressed: isPrecompressed)))
  if let security = settings.security {
    files.append((".well-known/security.txt", securityText(security, settings)))
  }
  return files
}

/// The most addresses that one sitemap may hold.
///
/// Source: sitemaps.org, protocol 0.9.
private let mostAddresses = 50_000

extension PageModels {
  /// The sitemaps of the portal; none without a base URL, as addresses in them are absolute.
  fileprivate func sitemap(of pages: [PlannedPage]) -> [[UInt8]] {
    guard let base = portal.settings.baseURL?.value else { return [] }
    let addressed = pages.filter { page in
      if case .notFound = page.subject { return false }
      return true
    }
    return stride(from: 0, to: addressed.count, by: mostAddresses).map { start in
      var map = sitemapHead("urlset")
      for page in addressed[start..<min(start + mostAddresses, addressed.count)] {
        append(page, base: base, to: &map)
      }
      return map + Array("</urlset>\n".utf8)
    }
  }

  private func append(_ page: PlannedPage, base: String, to map: inout [UInt8]) {
    map += "<url><loc>\(escaped(absoluteURL(of: page.path, base: base)))</loc>".utf8
    let others = translations(of: page)
    let fallback = fallback(of: page).map { [("x-default", $0)] } ?? []
    let versions = others.isEmpty ? [] : [(page.language, page.path)] + others + fallback
    for (language, path) in versions {
      let address = escaped(absoluteURL(of: path, base: base))
      map +=
        "<xhtml:link rel=\"alternate\" hreflang=\"\(escaped(language))\" href=\"\(address)\"/>".utf8
    }
    map += "</url>\n".utf8
  }
}

private func sitemapHead(_ element: String) -> [UInt8] {
  Array(
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <\(element) xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"\
     xmlns:xhtml="http://www.w3.org/1999/xhtml">

    """.utf8)
}

private func escaped(_ text: String) -> String {
  var bytes: [UInt8] = []
  appendEscapedHTML(text, to: &bytes)
  return String(decoding: bytes, as: UTF8.self)
}

/// `root`: where the portal lies on the server, between slashes.
private func robots(base: String?, root: String) -> [UInt8] {
  var text = "User-agent: *\nAllow: \(root)\nDisallow: \(root)search/data/\n"
  if let base { text += "\nSitemap: \(base)/sitemap.xml\n" }
  return Array(text.utf8)
}

/// What the pages of a portal may load: its own style, script and images, and nothing else.
let contentSecurityPolicy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"

/// The header of a server can say more than a page: who may put it into a frame.
private let headers = [
  ("Content-Security-Policy", contentSecurityPolicy + "; frame-ancestors 'none'"),
  ("X-Content-Type-Options", "nosniff"),
  ("Referrer-Policy", "strict-origin-when-cross-origin"),
  ("Cross-Origin-Opener-Policy", "same-origin"),
  ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
]
/// Assets have their digest in the name, so that they can be kept for ever. What the search loads
/// first has not, and names the version of the rest.
private let keptForEver = "public, max-age=31536000, immutable"

/// `_headers`, which Netlify, Cloudflare Pages and others read.
private func serverHeaders(root: String) -> [UInt8] {
  var text = "\(root)*\n"
  for (name, value) in headers { text += "  \(name): \(value)\n" }
  text += "\(root)assets/*\n  Cache-Control: \(keptForEver)\n"
  text += "\(root)\(PortalPaths.searchData("head"))\n  Cache-Control: no-cache\n"
  return Array(text.utf8)
}

/// The same for nginx: `include` it in a `server` block whose root is the portal, or the folder
/// that has the portal below its path.
private func nginxSettings(root: String, isPrecompressed: Bool) -> [UInt8] {
  let lines = headers.map { "add_header \($0) \"\($1)\" always;" }
  // A location with a header of its own inherits none of those around it.
  let inner = (lines + ["add_header Cache-Control \"\(keptForEver)\";"]).map { "  \($0)" }
  let hidden = ["_headers", "_nginx.conf", ".annex-manifest"].map {
    "location = \(root)\($0) { return 404; }"
  }
  let settings =
    lines + (isPrecompressed ? ["gzip_static on;", "gzip_vary on;"] : [])
    + ["error_page 404 \(root)404.html;"] + hidden + ["location \(root)assets/ {"] + inner + ["}"]
  // What else the server sends is not the portal's to decide about.
  let text =
    root == "/"
    ? ["# Include this in the server block of nginx that serves the portal."] + settings
    : [
      "# Include this in the server block of nginx that serves the portal below \(root)",
      "location \(root) {",
    ] + settings.map { "  \($0)" } + ["}"]
  return Array((text + [""]).joined(separator: "\n").utf8)
}

/// Source: RFC 9116.
private func securityText(
  _ security: PortalSettings.Security, _ settings: PortalSettings
) -> [UInt8] {
  var text = ""
  for contact in security.contacts { text += "Contact: \(contact.value)\n" }
  text += "Expires: \(security.expires.value)T00:00:00Z\n"
  if let policy = security.policy { text += "Policy: \(policy.value)\n" }
  text += "Preferred-Languages: \(settings.languages.map(\.value).joined(separator: ", "))\n"
  if let base = settings.baseURL?.value {
    // It is looked for at the root of the server, and trusted only where it says that it lies.
    if let path = settings.pathOnServer, path != "/" {
      text += "Canonical: \(base.dropLast(path.count - 1))/.well-known/security.txt\n"
    }
    text += "Canonical: \(base)/.well-known/security.txt\n"
  }
  return Array(text.utf8)
}
