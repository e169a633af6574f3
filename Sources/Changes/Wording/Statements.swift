internal import Agreements
internal import Deadlines

/// The sentences that say what happened, without number and materiality.
enum Statements {
  /// Where a reference leads.
  struct Target: Sendable {
    var path: String
    var title: String
    /// The title of the document, where it is another one.
    var document = ""

    /// `Terms: 2`, as data say it.
    var line: String { document.isEmpty ? path : "\(document): \(path)" }
  }

  /// Words shown of a text that is quoted in a sentence.
  static let longestQuotation = 14

  /// `row`: what the row is about in which a cell changed, or the company that an entry is.
  static func modified(
    _ place: PlaceWords, _ text: MarkedText, _ verdict: WordJudge.Verdict,
    _ kind: RedlineText.Kind, field: String, row: String = ""
  ) -> BilingualText {
    let what = TextStatements.describe(text, verdict)
    switch kind {
    case .paragraph: return at(place, row: row, what)
    case .heading:
      let (before, after) = (MarkedText.quotable(text.old[...]), MarkedText.quotable(text.new[...]))
      if before.isEmpty || after.isEmpty {
        let (words, isAdded) = before.isEmpty ? (after, true) : (before, false)
        return at(
          place,
          BilingualText(
            english:
              "the heading \(quoted(words, .english)) is \(isAdded ? "added" : "removed")",
            german:
              "die Überschrift \(quoted(words, .german)) \(isAdded ? "ist neu" : "entfällt")"))
      }
      func changed(_ language: Language) -> String {
        Self.changed(line(before[...], language), line(after[...], language), language)
      }
      return at(
        place,
        BilingualText(
          english: "the heading \(changed(.english))",
          german: "die Überschrift \(changed(.german))"))
    case .cell:
      return at(
        place, row: row,
        BilingualText(
          english: "\(field): \(what.english)", german: "\(field): \(what.german)"))
    }
  }

  /// Of a clause that has no word in common with the one in its place.
  static func rewritten(_ place: PlaceWords, _ text: MarkedText) -> BilingualText {
    let (before, after) = (MarkedText.quotable(text.old[...]), MarkedText.quotable(text.new[...]))
    return BilingualText(
      english: "\(place.english) is rewritten: \(quoted(before, .english)) becomes "
        + quoted(after, insteadOf: before, .english),
      german: "\(place.german) ist neu gefasst: aus \(quoted(before, .german)) wird "
        + quoted(after, insteadOf: before, .german))
  }

  static func added(
    _ place: PlaceWords, _ subject: ChangeKind.Subject, _ role: TextNode.Role, name: String,
    words: [QuotableWord], _ strikes: Strikes
  ) -> BilingualText {
    let (english, german) = (strikes.added.english, strikes.added.german)
    switch role {
    case .place, .title:
      return whole(place, subject, name, words, english: english, german: german)
    case .head: return head(place, words, english: english, german: german)
    case .body:
      return BilingualText(
        english: "the text \(quoted(words, .english)) "
          + (strikes == .some
            ? "is added to \(place.english), in part struck out"
            : "\(english) to \(place.english)"),
        german: "in \(place.german) ist der Text \(quoted(words, .german)) "
          + german.dropFirst("ist ".count))
    }
  }

  static func removed(
    _ place: PlaceWords, _ subject: ChangeKind.Subject, _ role: TextNode.Role, name: String,
    words: [QuotableWord], _ strikes: Strikes
  ) -> BilingualText {
    let (english, german) = (strikes.removed.english, strikes.removed.german)
    switch role {
    case .place, .title:
      return whole(place, subject, name, words, english: english, german: german)
    case .head: return head(place, words, english: english, german: german)
    case .body:
      // `is removed from § 5 (struck out before)`
      let note = (
        english: english.dropFirst("is removed".count), german: german.dropFirst("entfällt".count)
      )
      return BilingualText(
        english:
          "the text \(quoted(words, .english)) is removed from \(place.english)\(note.english)",
        german: "in \(place.german) entfällt der Text \(quoted(words, .german))\(note.german)")
    }
  }

  private static func head(
    _ place: PlaceWords, _ words: [QuotableWord], english: String, german: String
  ) -> BilingualText {
    BilingualText(
      english: "\(place.english): the head of the table \(english): \(quoted(words, .english))",
      german: "\(place.german): der Kopf der Tabelle \(german): \(quoted(words, .german))")
  }

  static func whole(
    _ place: PlaceWords, _ subject: ChangeKind.Subject, _ name: String, _ words: [QuotableWord],
    english: String, german: String
  ) -> BilingualText {
    switch subject {
    case .section, .annex:
      // A place that is named by its title needs it only once.
      let isNamed = name.isEmpty || place.english.hasSuffix(name)
      let title = isNamed ? "" : " \u{201C}\(name)\u{201D}"
      let germanTitle = isNamed ? "" : " \u{201E}\(name)\u{201C}"
      return BilingualText(
        english: "\(place.english)\(title) \(english)",
        german: "\(place.german)\(germanTitle) \(german)")
    case .subProcessor:
      let what = BilingualText(
        english: "sub-processor \u{201C}\(name)\u{201D} \(english)",
        german: "Unterauftragsverarbeiter \u{201E}\(name)\u{201C} \(german)")
      // A section that is named by the company needs it only once.
      return place.english == name ? what : at(place, what)
    case .measure:
      return BilingualText(
        english: "\(place.english): the measure \(quoted(words, .english)) \(english)",
        german: "\(place.german): die Maßnahme \(quoted(words, .german)) \(german)")
    case .clause:
      return BilingualText(
        english: "\(place.english) \(english): \(quoted(words, .english))",
        german: "\(place.german) \(german): \(quoted(words, .german))")
    }
  }

  /// A heading that came or went, while what it stands above stayed.
  static func heading(_ place: PlaceWords, _ name: String, isAdded: Bool) -> BilingualText {
    let verb = isAdded ? ("is added", "ist neu") : ("is removed", "entfällt")
    if place.english == name {
      return BilingualText(
        english: "the heading \(quoted(name, .english)) \(verb.0)",
        german: "die Überschrift \(quoted(name, .german)) \(verb.1)")
    }
    let isNamed = name.isEmpty || place.english.hasSuffix(name)
    let title = isNamed ? ("", "") : (" " + quoted(name, .english), " " + quoted(name, .german))
    return BilingualText(
      english: "the heading \(place.english)\(title.0) \(verb.0)",
      german: "die Überschrift \(place.german)\(title.1) \(verb.1)")
  }

  static func split(
    _ from: PlaceWords, into parts: [PlaceWords], _ text: MarkedText, _ verdict: WordJudge.Verdict?
  ) -> BilingualText {
    let what = verdict.map { TextStatements.describe(text, $0) }
    return BilingualText(
      english: "\(from.english) is split into \(places(parts, .english))"
        + (what.map { ", and \($0.english)" } ?? ""),
      german: "\(from.german) ist aufgeteilt in \(places(parts, .german))"
        + (what.map { ", und \($0.german)" } ?? ""))
  }

  static func merged(
    _ parts: [PlaceWords], into target: PlaceWords, _ text: MarkedText,
    _ verdict: WordJudge.Verdict?
  ) -> BilingualText {
    let what = verdict.map { TextStatements.describe(text, $0) }
    return BilingualText(
      english: "\(places(parts, .english)) are merged into \(target.english)"
        + (what.map { ", and \($0.english)" } ?? ""),
      german: "\(places(parts, .german)) sind zusammengefasst in \(target.german)"
        + (what.map { ", und \($0.german)" } ?? ""))
  }

  /// Places by name; of many the first few, and how many follow.
  private static func places(_ places: [PlaceWords], _ language: Language) -> String {
    var shown = places.map { language == .english ? $0.english : $0.german }
    if shown.count > mostPlaces {
      let more = shown.count - mostPlaces / 2
      shown.removeLast(more)
      shown.append(language == .english ? "\(more) more places" : "\(more) weitere Stellen")
    }
    return list(shown, language == .english ? "and" : "und")
  }

  private static let mostPlaces = 12

  static func renumbered(
    in parent: PlaceWords?, _ before: [String], _ after: [String]
  ) -> BilingualText {
    let isOne = before.count == 1
    var english = "\(list(before, "to")) \(isOne ? "is" : "are") now \(list(after, "to"))"
    var german = "\(list(before, "bis")) \(isOne ? "ist" : "sind") jetzt \(list(after, "bis"))"
    let isLost = after.allSatisfy(\.isEmpty)
    if isLost || before.allSatisfy(\.isEmpty) {
      let numbers = isLost ? before : after
      english =
        "\(list(numbers, "to")) \(isOne ? "has" : "have") \(isLost ? "no" : "a") number now"
      german =
        "\(list(numbers, "bis")) \(isOne ? "hat" : "haben") "
        + (isLost ? "keine Nummer mehr" : "jetzt eine Nummer")
    }
    return BilingualText(
      english: parent.map { "\($0.english): \(english)" } ?? english,
      german: parent.map { "\($0.german): \(german)" } ?? german)
  }

  static func retargeted(
    _ place: PlaceWords, row: String, _ words: String, from: Target?, to: Target?
  ) -> BilingualText {
    at(
      place, row: row,
      BilingualText(
        english: "the reference \u{201C}\(words)\u{201D} leads to \(name(to, .english)) now, "
          + "and led to \(name(from, .english))",
        german: "der Verweis \u{201E}\(words)\u{201C} führt jetzt zu \(name(to, .german)), "
          + "zuvor zu \(name(from, .german))"))
  }

  /// What a reference to several places takes in that it did not, and what no longer.
  struct RangeChange: Sendable {
    var came: [Target]
    var gone: [Target]
  }

  static func retargeted(
    _ place: PlaceWords, row: String, _ words: String, _ range: RangeChange
  ) -> BilingualText {
    func named(_ targets: [Target], _ language: Language) -> String {
      let shown = targets.prefix(mostOfRange).map { name($0, language) }
      let more = targets.count - shown.count
      let rest = more == 0 ? [] : ["\(more) \(language == .english ? "more" : "weitere")"]
      return list(shown + rest, language == .english ? "and" : "und")
    }
    let (came, gone) = (range.came, range.gone)
    // The number of what fell out may be that of another place now.
    let english = [
      came.isEmpty ? "" : "takes in \(named(came, .english)) now",
      gone.isEmpty
        ? ""
        : "no longer \(came.isEmpty ? "takes in " : "")what was \(named(gone, .english))",
    ]
    let german = [
      came.isEmpty ? "" : "umfasst jetzt auch \(named(came, .german))",
      gone.isEmpty
        ? ""
        : "\(came.isEmpty ? "umfasst " : "")nicht mehr, was \(named(gone, .german)) war",
    ]
    return at(
      place, row: row,
      BilingualText(
        english: "the reference \u{201C}\(words)\u{201D} "
          + list(english.filter { !$0.isEmpty }, "and"),
        german: "der Verweis \u{201E}\(words)\u{201C} "
          + list(german.filter { !$0.isEmpty }, "und")))
  }

  /// Places named of those that came into a range, or fell out.
  private static let mostOfRange = 3

  /// Where a reference leads: a place with its title, or none at all.
  static func name(_ target: Target?) -> BilingualText {
    BilingualText(english: name(target, .english), german: name(target, .german))
  }

  private static func name(_ target: Target?, _ language: Language) -> String {
    guard let target else {
      return language == .english ? "no place at all" : "keiner Stelle"
    }
    var place = PlaceWords.cited(LegalPath.written(target.path, in: language))
    if !target.title.isEmpty { place += " \(quoted(target.title, language))" }
    guard !target.document.isEmpty else { return place }
    return place + (language == .english ? " of " : " von ") + quoted(target.document, language)
  }

  /// A field with its old and its new value.
  static func value(
    _ field: BilingualText, _ before: BilingualText?, _ after: BilingualText?
  ) -> BilingualText {
    BilingualText(
      english: "\(field.english) \(changed(before?.english, after?.english, .english))",
      german: "\(field.german) \(changed(before?.german, after?.german, .german))")
  }
}

extension Statements {
  static func at(_ place: PlaceWords, _ what: BilingualText) -> BilingualText {
    BilingualText(
      english: "\(place.english): \(what.english)", german: "\(place.german): \(what.german)")
  }

  /// Of a row, named by what it is about: nobody counts rows. Where the place or the sentence has
  /// the whole name it needs it only once.
  static func at(_ place: PlaceWords, row: String, _ what: BilingualText) -> BilingualText {
    guard !row.isEmpty, !place.english.hasSuffix(row),
      !what.english.contains(quoted(row, .english))
    else {
      return at(place, what)
    }
    let name = row.split(separator: " ").map { QuotableWord(text: String($0)) }
    return BilingualText(
      english: "\(place.english) \(quoted(name, .english)): \(what.english)",
      german: "\(place.german) \(quoted(name, .german)): \(what.german)")
  }

  /// `changes from “a” to “b”`, `is now “b”`, `is left out; it was “a”`.
  static func changed(_ before: String?, _ after: String?, _ language: Language) -> String {
    let from = before.map { quoted(shortened($0), language) }
    let to = after.map { quoted(shortened($0), language) }
    switch (from, to, language) {
    case (let from?, let to?, .english): return "changes from \(from) to \(to)"
    case (let from?, let to?, .german): return "lautet statt \(from) jetzt \(to)"
    case (nil, let to?, .english): return "is now \(to)"
    case (nil, let to?, .german): return "lautet jetzt \(to)"
    case (let from?, nil, .english): return "is left out; it was \(from)"
    case (let from?, nil, .german): return "entfällt; bisher \(from)"
    case (nil, nil, .english): return "is the same"
    case (nil, nil, .german): return "ist gleich"
    }
  }

  static func quoted(_ text: String, _ language: Language) -> String {
    language == .english ? "\u{201C}\(text)\u{201D}" : "\u{201E}\(text)\u{201C}"
  }

  /// The first words of a text in quotation marks.
  static func quoted(_ words: [String], _ language: Language) -> String {
    quoted(words.map { QuotableWord(text: $0) }, language)
  }

  /// The first words of a text, which may have several lines, in one.
  private static func shortened(_ text: String) -> String {
    let words = text.split { $0 == " " || $0.isNewline }
    let isCut = words.count > 2 * longestQuotation
    return words.prefix(2 * longestQuotation).joined(separator: " ") + (isCut ? " \u{2026}" : "")
  }

  static func list(_ parts: [String], _ last: String) -> String {
    guard parts.count > 1, let end = parts.last else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: ", ") + " \(last) " + end
  }
}
