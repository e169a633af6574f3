import Foundation

/// What a browser would find on the pages of a portal in a folder, without one.
///
/// Reads tags and attributes only: enough for pages that Annex itself wrote, in which every
/// attribute stands between quotation marks.
struct SiteWalk {
  struct Link {
    var tag: String
    var attribute: String
    var address: String
  }

  struct Page {
    var ids: [String] = []
    var links: [Link] = []
    /// Styles and scripts in the page, which its policy refuses.
    var inline: [String] = []
    var text: String
  }

  /// By their path from the root.
  private(set) var pages: [String: Page] = [:]
  private(set) var files: Set<String> = []

  init(_ root: URL) throws {
    let paths = try FileManager.default.subpathsOfDirectory(
      atPath: root.path(percentEncoded: false))
    for path in paths {
      let file = root.appending(path: path)
      let values = try file.resourceValues(forKeys: [.isRegularFileKey])
      guard values.isRegularFile == true else { continue }
      files.insert(path)
      guard path.hasSuffix(".html") else { continue }
      pages[path] = Self.read(try String(contentsOf: file, encoding: .utf8))
    }
  }

  /// Everything that is wrong, in a fixed order.
  func faults() -> [String] {
    pages.sorted { $0.key < $1.key }.flatMap { path, page in
      faults(of: page).map { "\(path): \($0)" } + faults(ofLinksOf: page, at: path)
    }
  }

  private func faults(of page: Page) -> [String] {
    var seen: Set<String> = []
    let twice = page.ids.filter { !seen.insert($0).inserted }
    return twice.map { "id '\($0)' is there twice" } + page.inline.map { "'\($0)' is inline" }
  }

  private func faults(ofLinksOf page: Page, at path: String) -> [String] {
    page.links.compactMap { link in
      fault(of: link, at: path).map { "\(path): '\(link.address)' \($0)" }
    }
  }

  private func fault(of link: Link, at path: String) -> String? {
    if let scheme = link.address.firstMatch(of: #/^(?:[A-Za-z][A-Za-z0-9+.\-]*:|\/\/)/#) {
      let isFollowed = link.tag == "a"
      guard isFollowed || link.attribute == "rel-canonical" else { return "is a foreign request" }
      let isSafe = ["https:", "http:", "mailto:", "tel:"].contains(scheme.output.lowercased())
      return isSafe ? nil : "has an unsafe scheme"
    }
    // The page for all other addresses is never shown at its own; the portal is in the root.
    let isLost = path == "404.html" && link.address.hasPrefix("/")
    let address = isLost ? String(link.address.dropFirst()) : link.address
    guard !address.hasPrefix("/") else { return "does not work in a folder" }
    let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    guard let file = parts.first?.removingPercentEncoding else { return "is badly encoded" }
    let target = file.isEmpty ? path : resolved(file, from: path)
    guard files.contains(target) else { return "leads nowhere" }
    guard parts.count == 2, let page = pages[target] else { return nil }
    guard let fragment = parts[1].removingPercentEncoding else { return "is badly encoded" }
    return page.ids.contains(fragment) ? nil : "leads to no place of its page"
  }

  private func resolved(_ file: String, from page: String) -> String {
    var parts = page.split(separator: "/").dropLast().map(String.init)
    for part in file.split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
  }
}

extension SiteWalk {
  private static func read(_ text: String) -> Page {
    var page = Page(text: text)
    for tag in text.matches(of: #/<([A-Za-z][A-Za-z0-9]*)((?:\s+[^\s=>\/]+(?:="[^"]*")?)*)\s*\/?>/#)
    {
      let name = tag.1.lowercased()
      var attributes: [String: String] = [:]
      for attribute in tag.2.matches(of: #/([^\s=]+)(?:="([^"]*)")?/#) {
        attributes[attribute.1.lowercased()] = unescaped(String(attribute.2 ?? ""))
      }
      if let id = attributes["id"] { page.ids.append(id) }
      for (key, value) in attributes where key == "href" || key == "src" {
        let isNaming = ["canonical", "alternate"].contains(attributes["rel"])
        page.links.append(
          Link(tag: name, attribute: isNaming ? "rel-canonical" : key, address: value))
      }
      // A block of data is no script: no policy forbids it, and no browser runs it.
      let isData = attributes["type"] == "application/ld+json"
      let isInline = name == "style" || (name == "script" && attributes["src"] == nil && !isData)
      let handlers = attributes.keys.filter { $0 == "style" || $0.hasPrefix("on") }.sorted()
      page.inline += isInline ? [name] : handlers
    }
    return page
  }

  private static func unescaped(_ text: String) -> String {
    [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#34;", "\""),
      ("&amp;", "&"),
    ]
    .reduce(text) { $0.replacing($1.0, with: $1.1) }
  }
}
