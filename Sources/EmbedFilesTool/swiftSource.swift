/// A file to embed.
struct EmbeddedText {
  /// Its path below the embedded folder, with `/` between the parts.
  var name: String
  var text: String
}

/// Swift source that gives the texts of `files` by name.
///
/// Depends on nothing but `files`, so that builds on two machines are equal.
func swiftSource(embedding files: [EmbeddedText]) -> String {
  var source = """
    // Written by EmbedFilesTool; changes are lost.

    /// The files that were embedded when this was built.
    enum EmbeddedFiles {
      /// Their paths below the embedded folder, in order.
      static let names: [String] = [

    """
  for file in files { source += "    \(literal(for: file.name)),\n" }
  source += """
      ]

      /// The bytes of the file, or `nil` where none has this name.
      static func bytes(named name: String) -> [UInt8]? { text(named: name).map { Array($0.utf8) } }

      /// The text of the file, or `nil` where none has this name.
      static func text(named name: String) -> String? {
        switch name {

    """
  for file in files {
    source += "    case \(literal(for: file.name)):\n\(blockLiteral(for: file.text))\n"
  }
  source += """
        default: nil
        }
      }
    }

    """
  return source
}

/// A literal of one line for a file's name.
private func literal(for name: String) -> String {
  let pounds = delimiter(for: name)
  return "\(pounds)\"\(escaped(name, pounds: pounds))\"\(pounds)"
}

/// A literal of many lines, from column 1 on, which leaves the text as it is.
private func blockLiteral(for text: String) -> String {
  let pounds = delimiter(for: text)
  return "\(pounds)\"\"\"\n\(escaped(text, pounds: pounds))\n\"\"\"\(pounds)"
}

/// One `#` more than stand together anywhere in `text`: neither quotes nor escapes in it count
/// then.
private func delimiter(for text: String) -> String {
  var longest = 0
  var run = 0
  for byte in text.utf8 {
    run = byte == UInt8(ascii: "#") ? run + 1 : 0
    longest = max(longest, run)
  }
  return String(repeating: "#", count: longest + 1)
}

/// `text` with escapes for what a literal can't hold as it is: the compiler takes CR for a line
/// feed, and refuses control characters and a byte order mark.
private func escaped(_ text: String, pounds: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    let isPlain = scalar == "\n" || scalar == "\t" || (scalar.value >= 0x20 && scalar.value != 0x7F)
    if isPlain, scalar != "\u{FEFF}" {
      result.append(scalar)
    } else {
      result.append(contentsOf: "\\\(pounds)u{\(String(scalar.value, radix: 16))}".unicodeScalars)
    }
  }
  return String(result)
}
