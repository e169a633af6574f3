import TestSupport
import Testing

@testable import Portal

/// Registers in the text of an agreement, as the default theme shows them.
struct EmbeddedRegisterTests {
  @Test func saysTaskAndConditionOfEachEngagement() throws {
    let fixture = try PortalFixture()
    try fixture.company(
      "kite",
      """
      engagements:
        - service: {en: Hosting, de: Betrieb der Server}
          condition: Only in the dedicated cloud
          locations: [{country: DE}]
      """)
    try fixture.agreement("dpa", "## 1. Companies\n\n{{ sub_processors() }}\n")
    try fixture.agreement("avv", "## 1. Firmen\n\n{{ sub_processors() }}\n", language: "de")
    try #require(fixture.build().publication != nil)
    let english = try fixture.page("agreements/dpa/index.html")
    #expect(english.contains("<td>Hosting <span class=\"line quiet\">Only in the dedicated cloud<"))
    let german = try fixture.page("agreements/avv/index.html")
    #expect(german.contains("<td>Betrieb der Server <span"))
    #expect(german.contains("<span lang=\"en\">Only in the dedicated cloud</span>"))
  }
}
