import Testing

@testable import Agreements

struct PathPartFormTests {
  /// All that two to five of these bytes can be.
  private static let parts: [String] = {
    var parts = [""]
    for _ in 0..<4 {
      parts += parts.flatMap { part in ["(", ")", ".", "1", "0", "a", "i"].map { part + $0 } }
    }
    return Array(Set(parts)).sorted()
  }()

  @Test func readsUsualPartsAsAllOthers() {
    let different = Self.parts.filter {
      PathPartForm(of: $0) != PathPartForm(parsing: Array($0.utf8))
    }

    #expect(different == [])
  }
}
