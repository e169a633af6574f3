import Parallelism
import Synchronization
import Testing

struct ConcurrentMapTests {
  @Test(arguments: [1, 2, 3, 16])
  func keepsTheOrder(workers: Int) {
    let results = concurrentMap(count: 10_000, workers: workers) { $0 * 3 }

    #expect(results == (0..<10_000).map { $0 * 3 })
  }

  @Test(arguments: [0, 1, 2])
  func takesFewerJobsThanWorkers(count: Int) {
    #expect(concurrentMap(count: count, workers: 8) { $0 } == Array(0..<count))
  }

  @Test func callsTheBodyOncePerIndex() {
    let calls = Mutex([Int](repeating: 0, count: 5_000))

    _ = concurrentMap(count: 5_000, workers: 4) { index in calls.withLock { $0[index] += 1 } }

    #expect(calls.withLock { $0.allSatisfy { $0 == 1 } })
  }

  private struct Failure: Error, Equatable { var index: Int }

  @Test(arguments: [1, 2, 8])
  func throwsForTheSmallestFailingIndex(workers: Int) {
    for _ in 0..<50 {
      #expect(throws: Failure(index: 40)) {
        try concurrentMap(count: 1_000, workers: workers) { index throws(Failure) in
          if index >= 40 { throw Failure(index: index) }
          return index
        }
      }
    }
  }

  @Test func keepsOneStatePerWorker() {
    let made = Atomic<Int>(0)

    let counts = concurrentMap(count: 2_000, workers: 3) {
      made.wrappingAdd(1, ordering: .relaxed)
      return 0
    } _: { (count: inout Int, index) in
      count += 1
      return count
    }

    #expect(made.load(ordering: .relaxed) <= 3)
    // Each state counts from 1, so 1 appears once for each worker that found a job.
    #expect((1...3).contains(counts.count { $0 == 1 }))
    #expect(counts.count == 2_000)
  }

  @Test func nests() {
    let sums = concurrentMap(count: 8, workers: 2) { outer in
      concurrentMap(count: 100, workers: 2) { $0 * outer }.reduce(0, +)
    }

    #expect(sums == (0..<8).map { 4_950 * $0 })
  }

  @Test func runsOnSeveralThreads() {
    let waiting = Atomic<Int>(0)

    // Each of the two jobs waits for the other; one thread alone would wait for ever.
    let bothMet = concurrentMap(count: 2, workers: 2) { _ in
      waiting.wrappingAdd(1, ordering: .acquiringAndReleasing)
      let deadline = ContinuousClock.now + .seconds(20)
      while waiting.load(ordering: .acquiring) < 2 {
        if ContinuousClock.now > deadline { return false }
      }
      return true
    }

    #expect(bothMet == [true, true])
  }

  @Test func findsAtLeastOneProcessor() {
    #expect((1...8192).contains(availableProcessors()))
  }

  @Test(arguments: [1, 2, 3])
  func givesTheResultsOfTwoDifferentJobs(workers: Int) {
    let (number, text) = concurrently(workers: workers) {
      7
    } _: {
      "seven"
    }

    #expect(number == 7)
    #expect(text == "seven")
  }
}
