internal import Registers
internal import Templating

/// What templates can call beside the language's own: the theme's words, dates, names, addresses.
///
/// All of them depend on the language and the path of the page only, which they read from its model.
struct ThemeFunctions: Sendable {
  let words: [String: Words]
  /// Path in the portal of each asset, by its name.
  let assets: [String: String]

  var filters: [TemplateFunction] {
    [
      TemplateFunction("relative_url") { context, arguments throws(TemplateFailure) in
        .string(relativeURL(from: try Self.page(context).path, to: try Self.text(arguments, 0)))
      },
      TemplateFunction("date") { context, arguments throws(TemplateFailure) in
        .string(try date(try Self.text(arguments, 0), in: try Self.page(context).language))
      },
      TemplateFunction("country_name") { context, arguments throws(TemplateFailure) in
        let language = try Self.page(context).language
        return .string(Countries.shipped.name(of: try Self.text(arguments, 0), in: language))
      },
      languageName,
    ]
  }

  var functions: [TemplateFunction] {
    [
      TemplateFunction("t") { context, arguments throws(TemplateFailure) in
        .string(
          try word(
            try Self.text(arguments, 0), in: try Self.page(context).language,
            arguments: arguments.named))
      },
      TemplateFunction("asset") { context, arguments throws(TemplateFailure) in
        let name = try Self.text(arguments, 0)
        guard let path = assets[name] else {
          throw TemplateFailure("there is no asset '\(name)'")
        }
        return .string(relativeURL(from: try Self.page(context).path, to: path))
      },
      languageName,
    ]
  }

  /// A language's name, in the language of the page or in the one given.
  private var languageName: TemplateFunction {
    TemplateFunction("language_name") { context, arguments throws(TemplateFailure) in
      let code = try Self.text(arguments, 0)
      let language =
        arguments.positional.count > 1
        ? try Self.text(arguments, 1) : try Self.page(context).language
      guard case .text(let name)? = words[language]?["language.\(code)"] else {
        return .string(code)
      }
      return .string(name)
    }
  }
}

extension ThemeFunctions {
  private static func page(
    _ context: borrowing CallContext
  ) throws(TemplateFailure) -> (path: String, language: String) {
    guard let page = context.global("page"), case .string(let path)? = page.member("path"),
      case .string(let language)? = page.member("language")
    else { throw TemplateFailure("the page has no 'page.path' and 'page.language'") }
    return (path, language)
  }

  private static func text(
    _ arguments: CallArguments, _ position: Int
  ) throws(TemplateFailure) -> String {
    guard position < arguments.positional.count else {
      throw TemplateFailure("an argument is missing")
    }
    switch arguments.positional[position] {
    case .string(let text): return text
    case .markup(let bytes): return String(decoding: bytes, as: UTF8.self)
    case .integer(let number): return String(number)
    default: throw TemplateFailure("the argument must be a text")
    }
  }

  /// The theme's word for `key`, its parts filled in.
  private func word(
    _ key: String, in language: String, arguments: ValueMap
  ) throws(TemplateFailure) -> String {
    guard let entry = words[language]?[key] else {
      throw TemplateFailure(
        "the theme has no word '\(key)' in '\(language)'",
        help: "add it to templates/words/\(language).yml")
    }
    let text: String
    switch entry {
    case .text(let form): text = form
    case .counted(let one, let other):
      guard case .integer(let count)? = arguments["count"] else {
        throw TemplateFailure("the word '\(key)' depends on a count", help: "give it 'count='")
      }
      text = count == 1 ? one : other
    }
    switch filled(text, with: { name in arguments[name].flatMap { $0.words(in: language) } }) {
    case .success(let result): return result
    case .failure(let missing):
      throw TemplateFailure(
        "the word '\(key)' needs '\(missing.name)'", help: "give it '\(missing.name)='")
    }
  }

  /// `2026-03-01` as the language writes days.
  private func date(_ text: String, in language: String) throws(TemplateFailure) -> String {
    let parts = text.utf8.split(separator: UInt8(ascii: "-")).compactMap {
      Int(String(Substring($0)))
    }
    guard parts.count == 3, (1...12).contains(parts[1]), let words = words[language] else {
      throw TemplateFailure("'\(text)' is not a date such as 2026-03-01")
    }
    let month = words.text("date.month-\(parts[1])")
    let result = filled(words.text("date.form")) { name in
      switch name {
      case "day": String(parts[2])
      case "month": month
      case "year": String(parts[0])
      default: nil
      }
    }
    guard case .success(let written) = result else {
      throw TemplateFailure("the word 'date.form' may use {day}, {month} and {year} only")
    }
    return written
  }
}

extension Value {
  /// The member of a mapping or object.
  func member(_ name: String) -> Value? {
    switch self {
    case .dictionary(let map): map[name]
    case .object(let object): object.member(name)
    default: nil
    }
  }

  /// The value as part of a sentence: numbers with the language's thousands separator.
  fileprivate func words(in language: String) -> String? {
    switch self {
    case .string(let text): return text
    case .markup(let bytes): return String(decoding: bytes, as: UTF8.self)
    case .integer(let number):
      let separator = language == "de" ? "." : ","
      var digits = ""
      for (position, digit) in String(abs(number)).reversed().enumerated() {
        if position > 0, position % 3 == 0 { digits = separator + digits }
        digits = String(digit) + digits
      }
      return number < 0 ? "-" + digits : digits
    default: return nil
    }
  }
}
