import CSystemCalls

/// The SHA-256 digest of some bytes, computed piece by piece.
///
/// Source: FIPS 180-4, sections 5.1.1 (padding), 5.3.3 (initial value) and 6.2.2 (compression). The
/// constants are computed below as the standard defines them rather than listed.
package struct SHA256: Sendable {
  /// The hash value so far, `a` to `h`.
  private var state = Words8(repeating: 0)
  /// The bytes of a block that is not full yet.
  private var rest = InlineArray<64, UInt8>(repeating: 0)
  private var restCount = 0
  private var totalCount: UInt64 = 0

  private let usesInstructions: Bool

  /// - Parameter byInstructions: whether the processor's own instructions are used where it has
  ///   them; the digest is the same.
  package init(byInstructions: Bool = true) {
    state = Self.initialState
    usesInstructions = byInstructions && Self.hasInstructions
  }

  /// Adds `bytes` to what is digested.
  package mutating func update(_ bytes: Span<UInt8>) {
    totalCount &+= UInt64(bytes.count)
    var index = 0
    if restCount > 0 {
      while restCount < 64, index < bytes.count {
        rest[restCount] = bytes[index]
        restCount += 1
        index += 1
      }
      guard restCount == 64 else { return }
      Self.compress(rest.span, into: &state, usesInstructions)
      restCount = 0
    }
    let end = bytes.count - (bytes.count - index) % 64
    if index < end {
      Self.compress(bytes.extracting(index..<end), into: &state, usesInstructions)
      index = end
    }
    while index < bytes.count {
      rest[restCount] = bytes[index]
      restCount += 1
      index += 1
    }
  }

  /// The 32 bytes of the digest of everything added.
  package consuming func digest() -> [UInt8] {
    let bitCount = totalCount &* 8
    var padding: [UInt8] = [0x80]
    padding += [UInt8](repeating: 0, count: (119 - restCount) % 64)
    for shift in stride(from: 56, through: 0, by: -8) {
      padding.append(UInt8(truncatingIfNeeded: bitCount >> UInt64(shift)))
    }
    update(padding.span)

    var digest: [UInt8] = []
    for index in 0..<8 {
      for shift in stride(from: 24, through: 0, by: -8) {
        digest.append(UInt8(truncatingIfNeeded: state[index] >> UInt32(shift)))
      }
    }
    return digest
  }

  /// The digest of `bytes` as `sha256sum` prints it: 64 lower-case hexadecimal digits.
  package static func hexadecimal(of bytes: Span<UInt8>) -> String {
    var hash = SHA256()
    hash.update(bytes)
    return hexadecimal(hash.digest())
  }

  /// A digest, or the begin of one: two lower-case digits for each byte.
  package static func hexadecimal(_ digest: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    let text = digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }
}

extension SHA256 {
  private typealias Words8 = InlineArray<8, UInt32>
  private typealias Words64 = InlineArray<64, UInt32>

  /// One or more blocks of 64 bytes, by the processor's own instructions where it has them.
  private static func compress(
    _ blocks: Span<UInt8>, into state: inout Words8, _ usesInstructions: Bool
  ) {
    guard usesInstructions else {
      for start in stride(from: 0, to: blocks.count, by: 64) {
        compressBlock(blocks.extracting(start..<(start + 64)), into: &state)
      }
      return
    }
    var words = state.mutableSpan
    unsafe words.withUnsafeMutableBufferPointer { words in
      unsafe blocks.withUnsafeBufferPointer { blocks in
        unsafe roundConstants.withUnsafeBufferPointer { constants in
          unsafe annex_sha256_compress(
            words.baseAddress, blocks.baseAddress, blocks.count / 64, constants.baseAddress)
        }
      }
    }
  }

  /// One block of 64 bytes, on any processor.
  private static func compressBlock(_ block: Span<UInt8>, into state: inout Words8) {
    var storage = Words64(repeating: 0)
    // Through spans: an inline array that is passed on is copied as a whole, in every round.
    var schedule = storage.mutableSpan
    let constants = roundConstants.span
    for index in 0..<16 { schedule[index] = word(index, of: block) }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for round in 16..<64 { extend(&schedule, to: round) }
    for start in stride(from: 0, to: 64, by: 8) {
      // Written out with the names turned by one each time, so that no word has to move.
      step(a, b, c, &d, e, f, g, &h, constants[start] &+ schedule[start])
      step(h, a, b, &c, d, e, f, &g, constants[start &+ 1] &+ schedule[start &+ 1])
      step(g, h, a, &b, c, d, e, &f, constants[start &+ 2] &+ schedule[start &+ 2])
      step(f, g, h, &a, b, c, d, &e, constants[start &+ 3] &+ schedule[start &+ 3])
      step(e, f, g, &h, a, b, c, &d, constants[start &+ 4] &+ schedule[start &+ 4])
      step(d, e, f, &g, h, a, b, &c, constants[start &+ 5] &+ schedule[start &+ 5])
      step(c, d, e, &f, g, h, a, &b, constants[start &+ 6] &+ schedule[start &+ 6])
      step(b, c, d, &e, f, g, h, &a, constants[start &+ 7] &+ schedule[start &+ 7])
    }
    state[0] &+= a
    state[1] &+= b
    state[2] &+= c
    state[3] &+= d
    state[4] &+= e
    state[5] &+= f
    state[6] &+= g
    state[7] &+= h
  }

  /// One round; `word` is the round's constant and message word together.
  @inline(__always)
  private static func step(
    _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32,
    _ g: UInt32, _ h: inout UInt32, _ word: UInt32
  ) {
    let choice = g ^ (e & (f ^ g))
    let majority = (a & b) | (c & (a | b))
    let first =
      h &+ (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) &+ choice &+ word
    d &+= first
    h = first &+ (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) &+ majority
  }

  @inline(__always)
  private static func word(_ index: Int, of block: Span<UInt8>) -> UInt32 {
    let at = index &* 4
    return UInt32(block[at]) << 24 | UInt32(block[at &+ 1]) << 16 | UInt32(block[at &+ 2]) << 8
      | UInt32(block[at &+ 3])
  }

  @inline(__always)
  private static func extend(_ schedule: inout MutableSpan<UInt32>, to round: Int) {
    let old = schedule[round &- 15]
    let recent = schedule[round &- 2]
    let sigma0 = rotate(old, 7) ^ rotate(old, 18) ^ (old >> 3)
    let sigma1 = rotate(recent, 17) ^ rotate(recent, 19) ^ (recent >> 10)
    schedule[round] = schedule[round &- 16] &+ sigma0 &+ schedule[round &- 7] &+ sigma1
  }

  @inline(__always)
  private static func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word &>> count | word &<< (32 &- count)
  }
}

extension SHA256 {
  /// The first 32 bits of the fractions of the square roots of the first 8 primes.
  private static let initialState = Words8 { index in
    fraction(of: firstPrimes[index].squareRoot())
  }

  /// The first 32 bits of the fractions of the cube roots of the first 64 primes.
  private static let roundConstants = firstPrimes.map { fraction(of: cubeRoot(of: $0)) }

  private static let hasInstructions = annex_has_sha256_instructions() != 0

  private static let firstPrimes: [Double] = {
    var primes: [Int] = []
    var candidate = 2
    while primes.count < 64 {
      if !primes.contains(where: { candidate.isMultiple(of: $0) }) { primes.append(candidate) }
      candidate += 1
    }
    return primes.map(Double.init)
  }()

  /// Exact to the last of 53 bits, of which at most 3 stand before the point: 32 are to spare.
  private static func fraction(of root: Double) -> UInt32 {
    UInt32((root - root.rounded(.down)) * 0x1p32)
  }

  /// By Newton's method; the standard library has no cube root.
  private static func cubeRoot(of number: Double) -> Double {
    var root = number / 2
    for _ in 0..<64 { root -= (root * root * root - number) / (3 * root * root) }
    return root
  }
}
