internal import Diagnostics

/// Names that HTML has for characters.
///
/// Those of Latin 1 and of the signs of a text, which word processors and their converters write;
/// any other name stays as it is written.
///
/// Source: HTML Living Standard, section 13.5, "Named character references".
enum HTMLEntities {
  /// `text` with the characters that its entities stand for.
  ///
  /// - Complexity: O(bytes).
  static func decode(_ text: ArraySlice<UInt8>) -> [UInt8] {
    guard text.contains(UInt8(ascii: "&")) else { return Array(text) }
    var decoded: [UInt8] = []
    decoded.reserveCapacity(text.count)
    var index = text.startIndex
    while index < text.endIndex {
      if text[index] == UInt8(ascii: "&"),
        let (scalar, end) = entity(in: text, at: index)
      {
        decoded.append(contentsOf: String(scalar).utf8)
        index = end
      } else {
        decoded.append(text[index])
        index += 1
      }
    }
    return decoded
  }

  /// The character that the entity at `start` stands for, and where it ends.
  private static func entity(
    in text: ArraySlice<UInt8>, at start: Int
  ) -> (scalar: Unicode.Scalar, end: Int)? {
    let rest = text[(start + 1)...].prefix(longestName + 1)
    guard let end = rest.firstIndex(of: UInt8(ascii: ";")), end > start + 1 else { return nil }
    let name = String(decoding: text[(start + 1)..<end], as: UTF8.self)
    if name.hasPrefix("#") {
      let digits = name.dropFirst()
      let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
      let number =
        isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
      guard let number, number >= 0x20, let scalar = Unicode.Scalar(number) else { return nil }
      // Controls of Latin 1, which no text means.
      return (0x7F..<0xA0).contains(number) ? nil : (scalar, end + 1)
    }
    return named[name].map { ($0, end + 1) }
  }

  private static let longestName = 10

  private static let named: [String: Unicode.Scalar] = {
    var named: [String: Unicode.Scalar] = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "ndash": "\u{2013}",
      "mdash": "\u{2014}", "lsquo": "\u{2018}", "rsquo": "\u{2019}", "sbquo": "\u{201A}",
      "ldquo": "\u{201C}", "rdquo": "\u{201D}", "bdquo": "\u{201E}", "lsaquo": "\u{2039}",
      "rsaquo": "\u{203A}", "hellip": "\u{2026}", "bull": "\u{2022}", "euro": "\u{20AC}",
      "trade": "\u{2122}", "dagger": "\u{2020}", "Dagger": "\u{2021}", "permil": "\u{2030}",
      "le": "\u{2264}", "ge": "\u{2265}", "ne": "\u{2260}", "minus": "\u{2212}",
      "rarr": "\u{2192}", "larr": "\u{2190}", "check": "\u{2713}", "cross": "\u{2717}",
      "ensp": "\u{2002}", "emsp": "\u{2003}", "thinsp": "\u{2009}", "OElig": "\u{152}",
      "oelig": "\u{153}", "Scaron": "\u{160}", "scaron": "\u{161}", "Yuml": "\u{178}",
    ]
    for (offset, name) in latin.split(separator: " ").enumerated() {
      named[String(name)] = Unicode.Scalar(UInt8(0xA0 + offset))
    }
    return named
  }()

  /// From U+00A0 to U+00FF, one name for each.
  private static let latin = """
    nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr \
    deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest \
    Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml \
    ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig \
    agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml \
    eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml
    """
}
