internal import Deadlines
internal import Frontmatter
internal import Registers

/// Every word that the theme says in one language, by key.
struct Words: Sendable {
  /// A text, or the texts for one and for any other count.
  enum Entry: Sendable, Equatable {
    case text(String)
    case counted(one: String, other: String)
  }

  let language: String
  private(set) var entries: [String: Entry] = [:]

  init(language: String) { self.language = language }

  /// Reads a file of words, each a text or a pair of `one` and `other`.
  ///
  /// Any other entry is passed over: a template that says the word is told that there is none.
  init(language: String, root: YAMLNode?) {
    self.language = language
    guard case .mapping(let pairs)? = root?.value else { return }
    for pair in pairs {
      switch pair.value.value {
      case .scalar(let scalar): entries[pair.key] = .text(scalar.text)
      case .mapping(let forms):
        entries[pair.key] = .counted(
          one: Self.text("one", in: forms), other: Self.text("other", in: forms))
      case .sequence: continue
      }
    }
  }

  /// These words for pages of another form of the language.
  init(_ words: Words, for language: String) {
    self.language = language
    entries = words.entries
  }

  /// These words with those of `others` in the place of the ones of the same keys.
  func replacing(with others: Words) -> Words {
    var words = self
    words.entries.merge(others.entries) { $1 }
    return words
  }

  private static func text(_ key: String, in forms: [YAMLEntry]) -> String {
    for form in forms where form.key == key {
      if case .scalar(let scalar) = form.value.value { return scalar.text }
    }
    return ""
  }

  subscript(key: String) -> Entry? { entries[key] }

  /// The text of a key that has no count, or the key itself where there is none.
  func text(_ key: String) -> String {
    guard case .text(let text)? = entries[key] else { return key }
    return text
  }

  /// The form of a key for any count but one, not filled in.
  func form(ofMany key: String) -> String {
    switch entries[key] {
    case .text(let text)?: text
    case .counted(_, let other)?: other
    case nil: key
    }
  }

  /// A key with a count, its number filled in.
  func text(_ key: String, count: Int) -> String {
    let form: String
    switch entries[key] {
    case .text(let text)?: form = text
    case .counted(let one, let other)?: form = count == 1 ? one : other
    case nil: return key
    }
    return filled(form, "count", String(count))
  }

  /// `14 working days`, `at least 30 days`; in the dative `14 Arbeitstagen`, in languages that have
  /// one.
  func text(for period: Period, isDative: Bool = false) -> String {
    let unit = TimeUnit(period.unit).code
    let dative = "period-dative.\(unit)"
    let key = isDative && self[dative] != nil ? dative : "period.\(unit)"
    let length = text(key, count: period.count)
    let promise = text("period.\(period.promise.rawValue)")
    return filled(promise, "period", length, otherwise: length)
  }

  /// The text of a key with its names filled in; as it is, where it has others.
  func text(_ key: String, filling values: [String: String]) -> String {
    let form = text(key)
    return (try? filled(form, with: { values[$0] }).get()) ?? form
  }

  /// `2026-03-01` as the language writes days.
  func date(_ day: CalendarDate) -> String {
    (try? written(day).get()) ?? text("date.form")
  }

  /// As ``date(_:)``, or a name of the form that is no part of a day.
  func written(_ day: CalendarDate) -> Result<String, MissingName> {
    filled(text("date.form")) { name in
      switch name {
      case "day": String(day.day)
      case "month": text("date.month-\(day.month)")
      case "year": String(day.year)
      default: nil
      }
    }
  }
}

extension [String: Words] {
  /// The words for a language, or those of the language that it is a form of: `de` for `de-AT`.
  func words(for language: String) -> Words? {
    self[language]
      ?? self[primaryLanguage(of: language)].map { Words($0, for: language) }
  }
}

/// `text` with each `{name}` replaced by the value of that name.
///
/// - Returns: the text, or the first name that has no value.
func filled(_ text: String, with value: (String) -> String?) -> Result<String, MissingName> {
  // Most words are said as they are.
  guard text.utf8.contains(UInt8(ascii: "{")) else { return .success(text) }
  var output: [UInt8] = []
  var rest = Array(text.utf8)[...]
  while let open = rest.firstIndex(of: UInt8(ascii: "{")) {
    guard let close = rest[open...].firstIndex(of: UInt8(ascii: "}")) else { break }
    output += rest[..<open]
    let name = String(decoding: rest[(open + 1)..<close], as: UTF8.self)
    guard let replacement = value(name) else { return .failure(MissingName(name: name)) }
    output += replacement.utf8
    rest = rest[(close + 1)...]
  }
  output += rest
  return .success(String(decoding: output, as: UTF8.self))
}

/// The names that stand in `text` as `{name}`, in its order.
func placeholders(in text: String) -> [String] {
  var names: [String] = []
  _ = filled(text) { name in
    names.append(name)
    return ""
  }
  return names
}

/// `form` with its one name replaced by `value`; where it has another name, `fallback`, or the form
/// itself without one.
func filled(
  _ form: String, _ name: String, _ value: String, otherwise fallback: String? = nil
) -> String {
  (try? filled(form, with: { $0 == name ? value : nil }).get()) ?? fallback ?? form
}

/// A name in a word that no argument was given for.
struct MissingName: Error {
  let name: String
}
