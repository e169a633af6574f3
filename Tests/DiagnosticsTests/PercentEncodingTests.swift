import Testing

@testable import Diagnostics

struct PercentEncodingTests {
  @Test(arguments: [
    ("a%20b", "a b"), ("%C3%a4", "ä"), ("100%", "100%"), ("%2", "%2"), ("%zz%41", "%zzA"), ("", ""),
  ])
  func decodesWhatTwoDigitsFollow(text: String, result: String) {
    #expect(String(decoding: percentDecoded(Array(text.utf8)[...]), as: UTF8.self) == result)
  }

  @Test func encodesEveryByteSoThatItDecodes() {
    for byte in UInt8.min...UInt8.max {
      var encoded: [UInt8] = []
      encoded.appendPercentEncoded(byte)
      #expect(encoded.count == 3 && encoded[0] == UInt8(ascii: "%"))
      #expect(percentDecoded(encoded[...]) == [byte])
    }
  }

  @Test func knowsTheLettersAndDigitsOfASCII() {
    for byte in UInt8.min...UInt8.max {
      let character = Character(Unicode.Scalar(byte))
      #expect(byte.isASCIIDigit == (character.isASCII && character.isWholeNumber))
      #expect(byte.isASCIILetter == (character.isASCII && character.isLetter))
    }
  }
}
