package import Deadlines
import Diagnostics
package import Frontmatter

extension RecordReader {
  /// A day, written `YYYY-MM-DD`.
  package mutating func date(_ key: String) -> Located<CalendarDate>? {
    value(key, expected: "a date such as 2026-03-01") { CalendarDate($0) }
  }

  /// A country: its code, or its name in a language that ``Countries`` knows.
  ///
  /// What is neither stays as it is written and is reported by the checks.
  package mutating func country(_ key: String) -> Located<String>? {
    text(key).map { Located(Countries.shipped.code(named: $0.value) ?? $0.value, at: $0.range) }
  }

  /// Days in a list; a single day is a list of one.
  package mutating func dates(_ key: String) -> [Located<CalendarDate>] {
    texts(key).compactMap { text in
      if let date = CalendarDate(text.value) { return Located(date, at: text.range) }
      report(.malformedValue(text, for: key, expected: "dates such as 2026-03-01"))
      return nil
    }
  }

  /// A period such as `14 working days`.
  package mutating func period(_ key: String) -> Located<Period>? {
    value(key, expected: "a period such as '30 days' or '14 working days'") { Period($0) }
  }

  /// Prose: a text, or a mapping of language tags to texts.
  package mutating func prose(_ key: String) -> LocalizedText? {
    guard let value = node(key) else { return nil }
    return prose(of: value, key)
  }

  /// Like ``prose(_:)``; reports the key as missing where it is absent, null or blank, and each
  /// language in which it is.
  package mutating func requiredProse(_ key: String) -> LocalizedText? {
    guard let value = node(key), !value.isBlank else {
      reportMissing(key)
      return nil
    }
    if case .mapping(let entries) = value.value {
      for entry in entries where entry.value.isBlank && !entry.value.isNull {
        // Lists and mappings are of the wrong type, and reported as such.
        guard entry.value.text != nil else { continue }
        report(.missingText(of: key, in: entry))
      }
    }
    return prose(of: value, key)
  }

  /// The prose that `value`, which stands under `key`, is.
  mutating func prose(of value: YAMLNode, _ key: String) -> LocalizedText? {
    if let text = value.text { return LocalizedText(Located(text, at: value.range)) }
    guard case .mapping(let entries) = value.value else {
      report(.wrongType("'\(key)' must be text, or texts by language", value, help: nil))
      return nil
    }
    var variants: [LocalizedText.Variant] = []
    for entry in entries {
      let language = Located(entry.key, at: entry.keyRange)
      guard isLanguageTag(entry.key) else {
        report(.malformedValue(language, for: key, expected: "text, or texts by language tag"))
        continue
      }
      guard let text = entry.value.text, !entry.value.isNull else {
        report(.wrongType("'\(entry.key)' must be text", entry.value, help: nil))
        continue
      }
      variants.append(.init(language: language, text: Located(text, at: entry.value.range)))
    }
    checkLanguages(of: variants)
    return LocalizedText(variants: variants)
  }

  /// Reports a text that nobody is shown, where one in a language of the portal is missing: it may
  /// be that one.
  private mutating func checkLanguages(of variants: [LocalizedText.Variant]) {
    let written = variants.compactMap(\.language)
    guard !languages.isEmpty,
      let stray = written.first(where: { text in
        !languages.contains { isSameLanguage($0, text.value) }
      }),
      let missing = languages.first(where: { tag in
        !written.contains { isSameLanguage(tag, $0.value) }
      })
    else { return }
    let isNear = nearMiss(for: stray.value, among: [missing]) != nil
    report(
      Diagnostic(
        .unknownValue, .warning,
        "text in '\(stray.value)' is not shown, and one in '\(missing)' is missing",
        at: stray.range,
        help: isNear
          ? "replace '\(stray.value)' with '\(missing)'"
          : "write the text in '\(missing)', or add '\(stray.value)' to 'languages' in portal.yml"))
  }

  /// Whether one is read for want of the other: `de` and `de-AT`.
  private func isSameLanguage(_ tag: String, _ other: String) -> Bool {
    tag == other || primaryLanguage(of: tag) == primaryLanguage(of: other)
  }

  /// An identifier: what other records and addresses of pages refer to.
  package mutating func identifier(_ key: String) -> Located<String>? {
    value(key, expected: "letters, digits, '-', '_' and '.'") { isIdentifier($0) ? $0 : nil }
  }

  /// Like ``identifier(_:)``; reports the key as missing where it is absent or null.
  package mutating func requiredIdentifier(_ key: String) -> Located<String>? {
    let identifier = identifier(key)
    if !has(key) { reportMissing(key) }
    return identifier
  }

  /// A list whose items are mappings or, for short, single texts.
  package mutating func recordsOrTexts<T>(
    _ key: String, what: String, text: (Located<String>) -> T?,
    record: (inout RecordReader) -> T?
  ) -> [T] {
    guard let value = node(key) else { return [] }
    let items: [YAMLNode]
    if case .sequence(let list) = value.value { items = list } else { items = [value] }
    var result: [T] = []
    for item in items {
      switch item.value {
      case .mapping:
        if let value = readRecord(item, prefix: key, what: what, record) { result.append(value) }
      case .scalar(let scalar) where !item.isNull:
        if let value = text(Located(scalar.text, at: item.range)) { result.append(value) }
      default:
        report(.wrongType("each item of '\(key)' must be text or a mapping", item, help: nil))
      }
    }
    return result
  }
}

extension Diagnostic {
  fileprivate static func missingText(of key: String, in entry: YAMLEntry) -> Self {
    Diagnostic(
      .missingKey, .error, "'\(key)' has no text in '\(entry.key)'", at: entry.keyRange,
      help: "write the text, or remove '\(entry.key)'")
  }
}

/// Whether `text` can stand in the address of a page and in a reference without quoting.
package func isIdentifier(_ text: String) -> Bool {
  guard let first = text.utf8.first, first.isASCIILetterOrDigit, text.utf8.count <= 100
  else { return false }
  return text.utf8.allSatisfy {
    $0.isASCIILetterOrDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
      || $0 == UInt8(ascii: ".")
  }
}

/// The identifier that a record has by its file's name: `aws` for `content/sub-processors/aws.md`.
package func identifier(ofFile path: String) -> String {
  let name =
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map {
      path[path.utf8.index(after: $0)...]
    } ?? path[...]
  guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else {
    return String(name)
  }
  return String(name[..<dot])
}
