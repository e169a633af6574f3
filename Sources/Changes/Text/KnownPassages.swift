internal import Agreements
internal import Markup

/// The passages of a text that was read, by their bytes: most of a new version stood in the old
/// one.
struct KnownPassages {
  private let text: ComparedText
  private let bytes: [UInt8]
  /// The first passage of those with a digest.
  private var numbers: DigestTable<Int>

  var tokens: TokenList { text.tokens }

  init(_ text: ComparedText) {
    self.text = text
    bytes = text.agreement.tree.text
    numbers = DigestTable(capacity: text.passages.count)
    for (number, passage) in text.passages.enumerated() {
      _ = numbers.index(of: Self.digest(bytes.span, passage.bytes), orAdding: number)
    }
  }

  /// A passage with the same bytes as those of another text.
  func passage(equalTo other: Span<UInt8>, _ range: Range<Int32>) -> TextPassage? {
    guard let number = numbers[Self.digest(other, range)] else { return nil }
    let known = text.passages[number]
    guard known.bytes.count == range.count else { return nil }
    let left = bytes.span.extracting(Self.places(known.bytes))
    let right = other.extracting(Self.places(range))
    for index in left.indices where left[index] != right[index] { return nil }
    return known
  }

  private static func digest(_ text: Span<UInt8>, _ range: Range<Int32>) -> UInt64 {
    let bytes = text.extracting(places(range))
    let prime = FNVDigest.prime
    // Four digests of every fourth byte: no step has to wait for the one before.
    var (a, b, c, d) = (UInt64(bytes.count), UInt64(1), UInt64(2), UInt64(3))
    var index = 0
    while index + 4 <= bytes.count {
      a = (a ^ UInt64(bytes[index])) &* prime
      b = (b ^ UInt64(bytes[index + 1])) &* prime
      c = (c ^ UInt64(bytes[index + 2])) &* prime
      d = (d ^ UInt64(bytes[index + 3])) &* prime
      index += 4
    }
    while index < bytes.count {
      a = (a ^ UInt64(bytes[index])) &* prime
      index += 1
    }
    return ((a &* prime ^ b) &* prime ^ c) &* prime ^ d
  }

  private static func places(_ range: Range<Int32>) -> Range<Int> {
    Int(range.lowerBound)..<Int(range.upperBound)
  }
}
