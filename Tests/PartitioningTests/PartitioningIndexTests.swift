import Partitioning
import Testing

@Suite struct PartitioningIndexTests {
  /// Every way of dividing up to 40 elements.
  @Test func isTheFirstOfTheSecondPartition() {
    for count in 0...40 {
      let numbers = Array(0..<count)
      for border in 0...count {
        #expect(numbers.partitioningIndex { $0 >= border } == border)
      }
    }
  }

  @Test func keepsTheIndexesOfASlice() {
    let slice = [1, 3, 3, 5, 7, 9][1..<5]
    #expect(slice.partitioningIndex { $0 >= 3 } == 1)
    #expect(slice.partitioningIndex { $0 > 3 } == 3)
    #expect(slice.partitioningIndex { $0 > 9 } == 5)
  }

  @Test func searchesARangeOfNumbers() {
    let squares: Range<Int32> = 10..<1_000
    #expect(squares.partitioningIndex { $0 * $0 >= 400 } == 20)
    #expect((Int32(5)..<5).partitioningIndex { _ in true } == 5)
  }

  @Test func asksFewElements() {
    var asked = 0
    let found = (0..<1_000_000).partitioningIndex {
      asked += 1
      return $0 >= 765_432
    }
    #expect(found == 765_432)
    #expect(asked <= 20)
  }

  @Test func passesOnWhatIsThrown() {
    struct Refusal: Error {}
    #expect(throws: Refusal.self) { try [1, 2].partitioningIndex { _ in throw Refusal() } }
  }
}
