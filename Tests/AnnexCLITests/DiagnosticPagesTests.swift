import Foundation
import Templating
import Testing

/// The codes in the sources against the pages that explain them.
struct DiagnosticPagesTests {
  @Test func givesEveryCodeAPageAndEveryPageACode() throws {
    let codes = try DiagnosticCodes.all()
    let pages = try Self.pages().keys
    #expect(codes.count > 80)
    #expect(codes.subtracting(pages).sorted() == [], "codes without a page in docs/diagnostics")
    #expect(Set(pages).subtracting(codes).sorted() == [], "pages of codes that are gone")
  }

  @Test func ordersEveryPageTheSameWay() throws {
    for (code, text) in try Self.pages() {
      let headings = text.split(separator: "\n").filter {
        $0.hasPrefix("#") && !$0.hasPrefix("###")
      }
      let sections = headings.filter { $0 == "# \(code)" || $0.hasPrefix("## ") }
      #expect(
        sections.map(String.init).filter { !$0.contains(". ") && !$0.contains("§") }.prefix(4)
          == ["# \(code)", "## What", "## Why it matters", "## Example"], "\(code)")
      #expect(text.contains("\n## Fix\n"), "\(code)")
      #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 45, "\(code)")
    }
  }

  private static func pages() throws -> [String: String] {
    let files = try Repository.files(in: Repository.root.appending(path: "docs/diagnostics"))
    return Dictionary(
      uniqueKeysWithValues: files.map { path, bytes in
        (String(path.dropLast(3)), String(decoding: bytes, as: UTF8.self))
      })
  }
}

/// The codes of diagnostics, as the sources declare them.
enum DiagnosticCodes {
  static func all() throws -> Set<String> {
    var codes = Set(TemplateError.Kind.allCases.map(\.rawValue))
    let sources = try Repository.files(in: Repository.root.appending(path: "Sources"))
    for (path, bytes) in sources where path.hasSuffix(".swift") {
      let text = String(decoding: bytes, as: UTF8.self)
      for match in text.matches(of: /(?:Self|Code)\(rawValue:\s*"([a-z0-9-]+)"\)/) {
        codes.insert(String(match.output.1))
      }
    }
    return codes
  }
}
