internal import Agreements
internal import Deadlines

/// The sentences about places that moved.
extension Statements {
  /// What a place that moved stands behind or before now.
  struct Neighbour: Sendable {
    /// Its title; empty where it has none.
    var name: String
    /// Its first words, where it has no title and its number is another one now.
    var opening = ""
    var place: ChangePlace
    var isBefore: Bool
  }

  /// `neighbour`: where it stands now, of what moved among its neighbours.
  static func moved(
    from: ChangePlace?, to: ChangePlace?, name: String, _ neighbour: Neighbour?, labels: Labels?,
    _ text: MarkedText, _ verdict: WordJudge.Verdict?
  ) -> BilingualText {
    let what = verdict.map { TextStatements.describe(text, $0) }
    let (old, new) = (PlaceWords(from), PlaceWords(to))
    // Its number or its title tells nothing of where it stands where that stayed.
    let isSame = neighbour != nil && from?.parts.last == to?.parts.last
    let place = isSame ? new : old
    // A place that is named by its title needs it only once.
    let bare = name.hasSuffix(":") ? String(name.dropLast()) : name
    let title = bare.isEmpty || place.english.hasSuffix(bare) ? nil : bare
    let english = place.english + (title.map { " " + quoted($0, .english) } ?? "")
    let german = place.german + (title.map { " " + quoted($0, .german) } ?? "")
    var words = BilingualText(
      english: "\(english) is moved to \(new.english)",
      german: "\(german) steht jetzt in \(new.german)")
    if let labels {
      words.english =
        "\(english) is moved from \(quoted(labels.before, .english)) to "
        + quoted(labels.after, .english)
      words.german =
        "\(german) steht jetzt unter \(quoted(labels.after, .german)) statt unter "
        + quoted(labels.before, .german)
    } else if isSame, let neighbour {
      words.english = "\(english) now stands \(neighbour.words(in: .english))"
      words.german = "\(german) steht jetzt \(neighbour.words(in: .german))"
    } else if old.english == new.english {
      words.english = "\(english) stands elsewhere"
      words.german = "\(german) steht an anderer Stelle"
    }
    return BilingualText(
      english: words.english + (what.map { ", and \($0.english)" } ?? ""),
      german: words.german + (what.map { ", und \($0.german)" } ?? ""))
  }

  /// That `count` rows or points went from one place to another together; `isTable`: with the head
  /// of their table.
  static func movedTogether(
    from old: PlaceWords, to new: PlaceWords, _ count: Int, isRow: Bool, isTable: Bool
  ) -> BilingualText {
    if isTable {
      return at(
        old,
        BilingualText(
          english: "the table with \(count) rows is moved to \(new.english)",
          german: "die Tabelle mit \(count) Zeilen steht jetzt in \(new.german)"))
    }
    return at(
      old,
      BilingualText(
        english: "\(count) \(isRow ? "rows of the table" : "items") are moved to \(new.english)",
        german: "\(count) \(isRow ? "Zeilen der Tabelle" : "Punkte") stehen jetzt in "
          + "\(new.german)"))
  }

  /// The labels above some rows of a table that a row stood and stands under.
  struct Labels: Equatable {
    var before: String
    var after: String
  }

  /// That `count` of so many places of a list moved.
  ///
  /// `place`: what holds them; `nil` for the whole document. `kind`: of all of them, if it is one.
  static func reordered(
    in place: PlaceWords?, _ count: Int, of all: Int, _ kind: ProvisionKind?
  ) -> BilingualText {
    let what: (english: String, german: String) =
      switch kind {
      case .row?: ("rows of the table", "Zeilen der Tabelle")
      case .clause?: ("clauses", "Klauseln")
      case .item?: ("items", "Punkten")
      default: ("places", "Stellen")
      }
    let words = BilingualText(
      english: "\(count) of \(all) \(what.english) stand in another order",
      german: "\(count) von \(all) \(what.german) stehen in anderer Reihenfolge")
    return place.map { at($0, words) } ?? words
  }
}

extension Statements.Neighbour {
  /// `before “Access control (2)”`, `after § 9 “Audits”`, `after § 5.b`
  fileprivate func words(in language: Language) -> String {
    let last = place.parts.last ?? ""
    let words = name.isEmpty ? PlaceWords(place) : PlaceWords(parts: [last])
    var place = language == .english ? words.english : words.german
    if last.hasPrefix(name), !name.isEmpty {
      place = Statements.quoted(place, language)
    } else if !name.isEmpty || !opening.isEmpty {
      place += " " + Statements.quoted(name.isEmpty ? opening : name, language)
    }
    switch language {
    case .english: return (isBefore ? "before " : "after ") + place
    case .german: return (isBefore ? "vor " : "hinter ") + place
    }
  }
}
