import Frontmatter
import Testing

struct ReadDataTests {
  @Test func readsShippedDataWithoutAFault() {
    let names = readShippedData(Array("names: [a, b]\n".utf8), named: "a.yml", what: "list") {
      $0.texts("names").map(\.value)
    }
    #expect(names == ["a", "b"])
  }

  @Test func refusesShippedDataWithAKeyThatNobodyReads() async {
    await #expect(processExitsWith: .failure) {
      _ = readShippedData(Array("names: [a]\nnmaes: [b]\n".utf8), named: "a.yml", what: "list") {
        $0.texts("names").count
      }
    }
  }
}
