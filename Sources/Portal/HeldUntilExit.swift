internal import Synchronization

/// What a process that ends with its build holds on to.
///
/// A portal is millions of small pieces, and freeing them one by one takes a hundredth of its
/// build; the end of the process gives all of them back at once. Whoever goes on after a build has
/// none.
package final class HeldUntilExit: Sendable {
  private let values = Mutex<[any Sendable]>([])

  package init() {}

  func hold(_ value: any Sendable) { values.withLock { $0.append(value) } }
}
