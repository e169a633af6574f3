internal import Agreements
internal import Markup

/// The passages of a text that was read, by their bytes: most of a new version stood in the old one.
struct KnownPassages {
  private let text: ComparedText
  private let bytes: [UInt8]
  /// The first passage of those with a digest.
  private var numbers: [UInt64: Int] = [:]

  var tokens: TokenList { text.tokens }

  init(_ text: ComparedText) {
    self.text = text
    bytes = text.agreement.tree.text
    numbers.reserveCapacity(text.passages.count)
    for (number, passage) in text.passages.enumerated() {
      let digest = Self.digest(bytes.span, passage.bytes)
      if numbers[digest] == nil { numbers[digest] = number }
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
    var digest = UInt64(bytes.count)
    for index in bytes.indices {
      digest = (digest ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01B3
    }
    return digest
  }

  private static func places(_ range: Range<Int32>) -> Range<Int> {
    Int(range.lowerBound)..<Int(range.upperBound)
  }
}
