internal import Diagnostics

/// The style sheet that gives a portal its accent, made from the one colour of `portal.yml`.
///
/// A page may not carry styles of its own, so the colour comes as a file. Text is set in it, which
/// is why it is made darker on light ground, and lighter on dark, until it can be read.
struct AccentSheet {
  static let assetName = "accent.css"

  /// What the default theme has as `--paper`.
  private static let lightPaper = Color(red: 0xFD, green: 0xFC, blue: 0xF9)
  private static let darkPaper = Color(red: 0x16, green: 0x17, blue: 0x1A)

  /// The contrast of WCAG 2.2 for text at its enhanced level.
  private static let leastContrast = 7.0

  let onLight: Color
  let onDark: Color

  /// - Parameter accent: `#1f5fa8` or `#15a`.
  init?(accent: String) {
    guard let color = Color(hexadecimal: accent) else { return nil }
    onLight = color.mixed(with: Color(red: 0, green: 0, blue: 0), on: Self.lightPaper)
    onDark = color.mixed(with: Color(red: 255, green: 255, blue: 255), on: Self.darkPaper)
  }

  /// On paper links stay black, hence `screen`.
  var bytes: [UInt8] {
    let soft = (Self.lightPaper.toned(by: onLight, 24), Self.darkPaper.toned(by: onDark, 40))
    return Array(
      """
      /* Made from the accent of portal.yml. */
      @media screen {
        :root {
          --link: light-dark(\(onLight), \(onDark));
          --link-soft: light-dark(\(soft.0), \(soft.1));
        }
      }

      """.utf8)
  }
}

extension AccentSheet {
  /// A colour of the sRGB space, a byte for each part.
  struct Color: Equatable, CustomStringConvertible {
    var red: Int
    var green: Int
    var blue: Int

    init(red: Int, green: Int, blue: Int) {
      self.red = red
      self.green = green
      self.blue = blue
    }

    init?(hexadecimal text: String) {
      let digits = text.utf8.dropFirst().compactMap { Int(String(UnicodeScalar($0)), radix: 16) }
      guard text.hasPrefix("#"), digits.count == text.utf8.count - 1 else { return nil }
      switch digits.count {
      case 3: self.init(red: digits[0] * 17, green: digits[1] * 17, blue: digits[2] * 17)
      case 6:
        self.init(
          red: digits[0] * 16 + digits[1], green: digits[2] * 16 + digits[3],
          blue: digits[4] * 16 + digits[5])
      default: return nil
      }
    }

    var description: String {
      "#" + [red, green, blue].map { hexadecimal($0, digits: 2) }.joined()
    }

    /// The contrast ratio of WCAG 2.2, from 1 to 21.
    func contrast(with other: Color) -> Double {
      let (first, second) = (luminance, other.luminance)
      return (max(first, second) + 0.05) / (min(first, second) + 0.05)
    }

    private var luminance: Double {
      0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    /// `share` of 256 parts of `other`, the rest of this colour.
    func toned(by other: Color, _ share: Int) -> Color {
      func mix(_ own: Int, _ added: Int) -> Int { (own * (256 - share) + added * share) / 256 }
      return Color(
        red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
    }

    /// The colour with as much of `end` as it takes to be read on `paper`.
    fileprivate func mixed(with end: Color, on paper: Color) -> Color {
      for share in stride(from: 0, to: 256, by: 4) {
        let color = toned(by: end, share)
        if color.contrast(with: paper) >= AccentSheet.leastContrast { return color }
      }
      return end
    }
  }
}

/// The light that a part of a colour gives, from 0 to 1.
private func linear(_ part: Int) -> Double {
  let value = Double(part) / 255
  guard value > 0.04045 else { return value / 12.92 }
  let base = (value + 0.055) / 1.055
  return base * base * fifthRoot(base * base)
}

/// The fifth root of a number between 0 and 1, by Newton's method from above.
///
/// The standard library has no powers with a broken exponent; `x` to 2.4 is `x²` times the fifth
/// root of `x²`.
private func fifthRoot(_ value: Double) -> Double {
  var root = 1.0
  for _ in 0..<40 { root -= (root - value / (root * root * root * root)) / 5 }
  return root
}
