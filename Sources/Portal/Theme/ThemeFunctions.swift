internal import Deadlines
internal import Diagnostics
internal import Registers
internal import Templating

/// What templates can call beside the language's own: the theme's words, dates, names, addresses.
///
/// All of them depend on the language and the path of the page only, which the renderer is told.
struct ThemeFunctions: Sendable {
  let words: [String: Words]
  /// Path in the portal of each asset, by its name.
  let assets: [String: String]

  var filters: [TemplateFunction] {
    [
      TemplateFunction("relative_url", isRemembered: false) {
        (context, text, output) throws(TemplateFailure) in
        if let root = context.place.root { output += root.utf8 }
        appendRelativeURL(from: context.place.path, to: text, to: &output)
      } otherwise: { context, arguments throws(TemplateFailure) in
        .string(Self.address(of: try Self.text(arguments, 0), from: context.place))
      },
      remembered("date") { context, text throws(TemplateFailure) in
        try date(text, in: context.place.language)
      },
      remembered("country_name") { context, text in
        Countries.shipped.name(of: text, in: context.place.language)
      },
      languageName,
    ]
  }

  var functions: [TemplateFunction] {
    [
      TemplateFunction("t", isRemembered: true) {
        (context, text, output) throws(TemplateFailure) in
        output += try word(text.string, in: context.place.language, arguments: ValueMap()).utf8
      } otherwise: { context, arguments throws(TemplateFailure) in
        .string(
          try word(
            try Self.text(arguments, 0), in: context.place.language, arguments: arguments.named))
      },
      remembered("asset") { context, name throws(TemplateFailure) in
        guard let path = assets[name] else {
          throw TemplateFailure(
            "there is no asset '\(name)'",
            help: nearMiss(for: name, among: assets.keys).map { "replace '\(name)' with '\($0)'" }
              ?? "put the file into 'templates/assets'")
        }
        return Self.address(of: path, from: context.place)
      },
      languageName,
    ]
  }

  /// A page that is shown at any address stands in the root itself.
  private static func address(of path: String, from place: PagePlace) -> String {
    (place.root ?? "") + relativeURL(from: place.path, to: path)
  }

  /// A language's name, in the language of the page or in the one given.
  private var languageName: TemplateFunction {
    TemplateFunction("language_name") { context, arguments throws(TemplateFailure) in
      let code = try Self.text(arguments, 0)
      let language =
        arguments.positional.count > 1 ? try Self.text(arguments, 1) : context.place.language
      guard let words = words.words(for: language) else { return .string(code) }
      if case .text(let name)? = words["language.\(code)"] { return .string(name) }
      guard case .text(let name)? = words["language.\(primaryLanguage(of: code))"] else {
        return .string(code)
      }
      // `de-AT` is German (Austria).
      let region = code.split { $0 == "-" || $0 == "_" }.last.map { $0.uppercased() } ?? ""
      guard Countries.shipped[region] != nil, region.count == 2, code.count > 2 else {
        return .string(name)
      }
      return .string("\(name) (\(Countries.shipped.name(of: region, in: language)))")
    }
  }

  /// A function of one text that gives the same on all pages of a language that stand equally deep.
  private func remembered(
    _ name: String,
    _ body: @escaping @Sendable (borrowing CallContext, String) throws(TemplateFailure) -> String
  ) -> TemplateFunction {
    TemplateFunction(name, isRemembered: true) {
      (context, text, output) throws(TemplateFailure) in
      output += try body(context, text.string).utf8
    } otherwise: { context, arguments throws(TemplateFailure) in
      .string(try body(context, try Self.text(arguments, 0)))
    }
  }
}

extension Span<UInt8> {
  fileprivate var string: String {
    String(decoding: indices.map { self[$0] }, as: UTF8.self)
  }
}

extension ThemeFunctions {
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

  /// What stands between thousands.
  private static let group = "number.group"

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
    let group = words[language].flatMap { $0[Self.group] == nil ? nil : $0.text(Self.group) } ?? ","
    switch filled(text, with: { name in arguments[name].flatMap { $0.words(groupedBy: group) } }) {
    case .success(let result): return result
    case .failure(let missing):
      throw TemplateFailure(
        "the word '\(key)' needs '\(missing.name)'",
        help: "give it '\(missing.name)=', or take '{\(missing.name)}' out of the word in "
          + "templates/words/\(language).yml")
    }
  }

  /// `2026-03-01` as the language writes days.
  private func date(_ text: String, in language: String) throws(TemplateFailure) -> String {
    guard let day = CalendarDate(text), let words = words[language] else {
      throw TemplateFailure(
        "'\(text)' is not a date such as 2026-03-01", help: "give it a day of the page's model")
    }
    guard case .success(let written) = words.written(day) else {
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

  /// The value as part of a sentence: numbers with `separator` between thousands.
  fileprivate func words(groupedBy separator: String) -> String? {
    switch self {
    case .string(let text): return text
    case .markup(let bytes): return String(decoding: bytes, as: UTF8.self)
    case .integer(let number):
      var digits = ""
      for (position, digit) in String(number.magnitude).reversed().enumerated() {
        if position > 0, position % 3 == 0 { digits = separator + digits }
        digits = String(digit) + digits
      }
      return number < 0 ? "-" + digits : digits
    default: return nil
    }
  }
}
