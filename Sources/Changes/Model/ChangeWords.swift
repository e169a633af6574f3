internal import Deadlines
internal import Synchronization

/// The sentence of a change, made when it is first asked for and kept from then on.
///
/// Of thousands of changes few are read, but those stand on several pages and in the index. Two
/// threads that ask at once both make it; what they make is the same.
final class ChangeWords: Sendable {
  private let make: @Sendable () -> BilingualText
  private let made = AtomicLazyReference<Made>()

  private final class Made: Sendable {
    let text: BilingualText

    init(_ text: BilingualText) { self.text = text }
  }

  init(_ make: @escaping @Sendable () -> BilingualText) { self.make = make }

  var text: BilingualText { (made.load() ?? made.storeIfNil(Made(make()))).text }
}
