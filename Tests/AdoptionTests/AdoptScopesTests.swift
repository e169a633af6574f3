import Adoption
import Frontmatter
import Registers
import Testing

struct AdoptScopesTests {
  @Test(arguments: [
    "## Data centre\n\n### Input control\n\n- Logs.",
    "Words.\n\n## Data centre\n\n**Input control**\n\n- Logs.",
    "## Data centre\n\n| Control | Measure |\n|---|---|\n| Input control | Logs. |",
    "**Data centre**\n\n- **Input control**\n  - Logs.",
    "**Office**\n\n**Physical access control**\n\n**Data centre:**\n\n**Input control**\n\n- Logs.",
    "- Data centre\n  - Input control\n    - Logs.",
    "| Control | Measure |\n|---|---|\n| **Data centre** | |\n| Input control | Logs. |",
    "## Input control\n\n### Data centre\n\n- Logs.",
    "## Input control\n\nData centre:\n\n- Logs.",
    "## Input control\n\n- Data centre\n  - Logs.",
  ])
  func takesTheExactNameOfAScopeForOne(body: String) {
    let (found, diagnostics) = measures(
      body, adopt: "{at: Annex 2, scope: office}", context: scopes())
    #expect(lines(found) == ["bdsg9.5 Logs. [data-centre: implemented]"])
    #expect(codes(diagnostics) == [])
  }

  @Test func keepsScopesInsideOfAControlToIt() {
    let (found, _) = measures(
      """
      **Input control**

      Office:

      - Logs.

      Data centre:

      - Cameras.

      **Separation control**

      - Tenants.
      """, adopt: "{at: Annex 2, scope: office}", context: scopes())
    #expect(
      lines(found) == [
        "bdsg9.5 Logs. [office: implemented]", "bdsg9.5 Cameras. [data-centre: implemented]",
        "bdsg9.8 Tenants. [office: implemented]",
      ])
  }

  @Test func takesAScopeOverMeasuresWithoutAControl() {
    let (found, diagnostics) = measures(
      "## Data centre\n\n- Doors are guarded.", context: scopes())
    #expect(found.map(\.scopes[0].id) == ["data-centre"])
    #expect(codes(diagnostics) == ["measure-without-control"])
  }

  /// A portal with the scopes `office` and `data-centre`, named as such.
  private func scopes() -> MeasureContext {
    let text = """
      title: P
      processor: {name: P}
      sites: [{id: office, name: Office}, {id: data-centre, name: Data centre}]
      """
    let (settings, _) = readPortalSettings(from: Array(text.utf8), path: "portal.yml")
    return MeasureContext(settings, subProcessors: [])
  }
}
