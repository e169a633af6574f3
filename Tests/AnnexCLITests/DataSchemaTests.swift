import Changes
import Foundation
import TestSupport
import Testing

@testable import AnnexCLI

/// What commands write for programs, by the schemas of `docs/schemas`.
struct DataSchemaTests {
  private func run(_ arguments: [String]) throws -> String {
    let host = StandInHost()
    _ = runAnnex(arguments: arguments, host: host, workbench: CompilerWorkbench())
    return try #require(host.output.isEmpty ? nil : host.output, "\(host.error)")
  }

  private static let agreements = ["dpa", "avv", "toms", "cloud-terms", "sub-processor-annex"]

  @Test(arguments: agreements)
  func outlinesAsTheSchemaSays(agreement: String) throws {
    let file = Repository.root.appending(path: "content/agreements/\(agreement).md")
    let text = try run(["outline", file.path(percentEncoded: false), "--format", "json"])
    #expect(try DataSchema(named: "outline").faults(in: text) == [])
  }

  @Test(arguments: [["2026-01-15", "2026-11-09"], ["2026-03-02"]])
  func comparesAsTheSchemaSays(versions: [String]) throws {
    let root = Repository.root.path(percentEncoded: false)
    let text = try run(["diff", "--workspace", root, "--format", "json"] + versions)
    let schema = try DataSchema(named: "differences")
    #expect(try schema.faults(in: text) == [])
    #expect(try schema.keys(in: text).count > 12)
  }

  /// A list in another order, and a text that is all of the version before.
  @Test func comparesFilesAsTheSchemaSays() throws {
    let folder = try TemporaryFolder()
    func list(_ names: String...) -> String {
      "# List\n\n" + names.enumerated().map { "\($0 + 1). The firm \($1).\n" }.joined()
    }
    try folder.write(list("Alpha", "Beta", "Gamma", "Delta", "Eta", "Theta", "Iota"), to: "a.md")
    try folder.write(list("Iota", "Theta", "Eta", "Delta", "Gamma", "Beta", "Alpha"), to: "b.md")
    let text = try run(["diff", folder.path + "/a.md", folder.path + "/b.md", "--format", "json"])
    #expect(text.contains("\"moves\""))
    #expect(try DataSchema(named: "differences").faults(in: text) == [])
  }

  @Test func listsAllKindsAndRules() throws {
    let file = Repository.root.appending(path: "docs/schemas/differences.json")
    let root = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any]
    let definitions = root?["$defs"] as? [String: [String: Any]]
    let members = definitions?["change"]?["properties"] as? [String: [String: Any]]
    func values(_ schema: [String: Any]?) -> [String] { schema?["enum"] as? [String] ?? [] }
    #expect(values(members?["kind"]) == ChangeKind.allCases.map(\.rawValue))
    #expect(values(members?["rule"]) == MaterialityRule.allCases.map(\.rawValue) + ["note"])
    #expect(values(definitions?["materiality"]) == Materiality.allCases.map(\.rawValue))
  }
}
