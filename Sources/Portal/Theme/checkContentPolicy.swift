internal import Diagnostics

extension ThemeFiles {
  /// Reports what templates of the workspace hold that the policy of the pages keeps browsers from
  /// showing or running: scripts and styles in the page itself, and what comes from elsewhere.
  ///
  /// A frame of the workspace that does without the portal's policy has one of its own, which only
  /// its author knows.
  func checkContentPolicy() -> [Diagnostic] {
    if own.contains("base.html"), !contains("site.policy", in: "base.html") { return [] }
    let templates = own.filter(names.contains).flatMap { name -> [Diagnostic] in
      var scanner = BlockedContentScanner(files[name] ?? [], path: "templates/\(name)")
      return scanner.scan()
    }
    return templates + own.filter { $0.hasSuffix(".css") }.flatMap(checkStyle)
  }

  /// Style sheets may load what stands beside them, and no fonts.
  private func checkStyle(_ name: String) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var isComment = false
    let lines = String(decoding: files[name] ?? [], as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      // A comment that begins in a line hides the rest of it, which is enough for sheets as written.
      if isComment {
        isComment = !line.contains("*/")
        continue
      }
      let code = line.split(separator: "/*", omittingEmptySubsequences: false).first ?? ""
      isComment = code.utf8.count < line.utf8.count && !line.contains("*/")
      let range = SourceRange(path: "templates/\(name)", line: number + 1, column: 1)
      if code.contains("@font-face") {
        diagnostics.append(.blocked("a font", at: range, help: .noFonts))
      } else if ["url(", "@import"].contains(where: code.contains),
        ["http:", "https:", "\"//", "'//", "(//", "data:"].contains(where: code.contains)
      {
        diagnostics.append(.blocked("what this line loads", at: range, help: .besideSheet))
      } else {
        diagnostics += missing(in: code, of: name, at: range)
      }
    }
    return diagnostics
  }
}

extension ThemeFiles {
  /// Files that a line of a style sheet loads and that are not there.
  private func missing(
    in code: Substring, of sheet: String, at range: SourceRange
  ) -> [Diagnostic] {
    loadedFiles(in: code).compactMap { path in
      guard files[styleFolder(of: sheet) + path] == nil else { return nil }
      return Diagnostic(
        .missingAsset, .error, "there is no asset '\(path)' beside 'templates/\(sheet)'", at: range,
        help: "put the file into 'templates/assets', or correct its name")
    }
  }
}

/// Finds what a page's policy blocks in the HTML of a template, past its tags and comments.
private struct BlockedContentScanner {
  private let bytes: [UInt8]
  private let path: String
  private var position = 0
  private var line = 1
  private var lineStart = 0
  private var diagnostics: [Diagnostic] = []

  init(_ bytes: [UInt8], path: String) {
    self.bytes = bytes
    self.path = path
  }

  /// An attribute with its value as it stands in the template.
  private struct Attribute {
    var name: String
    var value: String
    var range: SourceRange
  }

  mutating func scan() -> [Diagnostic] {
    while position < bytes.count {
      if skipTemplateTag() || skip("<!--", to: "-->") { continue }
      if bytes[position] == UInt8(ascii: "<"), position + 1 < bytes.count,
        bytes[position + 1].isASCIILetter
      {
        readElement()
      } else {
        advance()
      }
    }
    return diagnostics
  }

  private mutating func readElement() {
    let start = position
    advance()
    let nameStart = position
    while position < bytes.count, isNameByte(bytes[position]) { advance() }
    let name = text(nameStart..<position).lowercased()
    let range = range(from: start, to: position)
    var attributes: [Attribute] = []
    while position < bytes.count, bytes[position] != UInt8(ascii: ">") {
      if skipTemplateTag() { continue }
      if let attribute = readAttribute() { attributes.append(attribute) }
    }
    check(name, attributes, at: range)
    // Of scripts and styles, what stands inside is no HTML.
    if name == "script" || name == "style" {
      while position < bytes.count, !starts("</") { if !skipTemplateTag() { advance() } }
    }
  }

  private mutating func readAttribute() -> Attribute? {
    let start = position
    while position < bytes.count, isNameByte(bytes[position]) { advance() }
    guard position > start else {
      advance()
      return nil
    }
    let name = text(start..<position).lowercased()
    let range = range(from: start, to: position)
    skipBlanks()
    guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else {
      return Attribute(name: name, value: "", range: range)
    }
    advance()
    skipBlanks()
    guard position < bytes.count else { return nil }
    let quote = bytes[position]
    let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    if isQuoted { advance() }
    let valueStart = position
    while position < bytes.count {
      // The quotes in a tag of the template are its own.
      if skipTemplateTag() { continue }
      let byte = bytes[position]
      if isQuoted ? byte == quote : byte.isASCIIWhitespace || byte == UInt8(ascii: ">") { break }
      advance()
    }
    let value = text(valueStart..<position)
    if isQuoted, position < bytes.count { advance() }
    return Attribute(name: name, value: value, range: range)
  }

  private mutating func check(_ name: String, _ attributes: [Attribute], at range: SourceRange) {
    for attribute in attributes {
      if attribute.name == "style" {
        diagnostics.append(.blocked("a 'style' attribute", at: attribute.range, help: .inSheet))
      } else if attribute.name.hasPrefix("on"), attribute.name.utf8.count > 4 {
        diagnostics.append(
          .blocked("the script in '\(attribute.name)'", at: attribute.range, help: .inScript))
      }
    }
    func value(_ name: String) -> Attribute? { attributes.first { $0.name == name } }
    switch name {
    case "style":
      diagnostics.append(.blocked("a 'style' element", at: range, help: .inSheet))
    case "script" where value("src") == nil && isScript(value("type")?.value ?? ""):
      diagnostics.append(.blocked("a script in the page itself", at: range, help: .inScript))
    case "iframe", "object", "embed", "audio", "video":
      diagnostics.append(.blocked("'\(name)'", at: range, help: .asLink))
    case "script", "img":
      for source in [value("src"), value("srcset")] { checkSource(source) }
    case "link":
      let kinds = (value("rel")?.value ?? "").lowercased().split(separator: " ")
      if kinds.contains(where: { ["stylesheet", "icon", "preload"].contains($0) }) {
        checkSource(value("href"))
      }
    default: break
    }
  }

  private mutating func checkSource(_ attribute: Attribute?) {
    guard let attribute else { return }
    let value = attribute.value.lowercased()
    guard ["http:", "https:", "//", "data:"].contains(where: value.hasPrefix) else { return }
    diagnostics.append(
      .blocked("'\(attribute.value.prefix(60))'", at: attribute.range, help: .inAssets))
  }

  /// Blocks of data are not run, whatever the policy.
  private func isScript(_ type: String) -> Bool {
    ["", "module", "text/javascript", "application/javascript"].contains(type.lowercased())
  }
}

extension BlockedContentScanner {
  /// Skips a tag, comment or expression of the template language that begins here.
  private mutating func skipTemplateTag() -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: "{") else { return false }
    return skip("{#", to: "#}") || skipTag("{{", to: "}}") || skipTag("{%", to: "%}")
  }

  /// Skips a tag; its end in one of its texts ends nothing.
  private mutating func skipTag(_ opening: String, to closing: String) -> Bool {
    guard starts(opening) else { return false }
    advance(by: 2)
    var quote: UInt8?
    while position < bytes.count {
      let byte = bytes[position]
      if let open = quote {
        if byte == UInt8(ascii: "\\") { advance() } else if byte == open { quote = nil }
      } else if starts(closing) {
        advance(by: 2)
        return true
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      }
      advance()
    }
    return true
  }

  private mutating func skip(_ opening: String, to closing: String) -> Bool {
    guard starts(opening) else { return false }
    advance(by: opening.utf8.count)
    while position < bytes.count, !starts(closing) { advance() }
    advance(by: closing.utf8.count)
    return true
  }

  private mutating func skipBlanks() {
    while position < bytes.count, bytes[position].isASCIIWhitespace { advance() }
  }

  private mutating func advance(by count: Int = 1) {
    for _ in 0..<count where position < bytes.count {
      position += 1
      if bytes[position - 1] == 0x0A {
        line += 1
        lineStart = position
      }
    }
  }

  private func starts(_ text: String) -> Bool {
    bytes[position...].starts(with: text.utf8)
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// Of names, which stand in one line.
  private func range(from start: Int, to end: Int) -> SourceRange {
    SourceRange(path: path, line: line, column: start - lineStart + 1, length: end - start)
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    byte.isASCIILetterOrDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":")
  }
}

extension Diagnostic.Code {
  static let missingAsset = Self(rawValue: "missing-asset")
  static let blockedContent = Self(rawValue: "blocked-content")
}

/// What serves instead of what is blocked.
private enum BlockedContentHelp: String {
  case inSheet = "give it a class, and write the style into a file of 'templates/assets'"
  case inScript = "write the script into a file of 'templates/assets', and load that by 'asset()'"
  case inAssets = "put the file into 'templates/assets', and name it by 'asset()'"
  case noFonts = "name fonts that readers have in 'font-family'"
  case besideSheet = "put the file into 'templates/assets', and load it from there"
  case asLink = "link to it instead"
}

extension Diagnostic {
  fileprivate static func blocked(
    _ what: String, at range: SourceRange, help: BlockedContentHelp
  ) -> Self {
    Diagnostic(
      .blockedContent, .warning,
      "browsers do not show or run \(what); the content policy of the pages blocks it", at: range,
      help: help.rawValue)
  }
}
