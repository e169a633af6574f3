/// One item of a list, taken to pieces: name, places, task.
struct ListEntry {
  private(set) var name = ""
  /// Countries and areas, as they are written.
  private(set) var places = ""
  private(set) var task = ""
  /// The ground of a transfer, where the item ends in one.
  private(set) var ground = ""
  /// Whether a colon stands behind the name: what follows is the task then.
  private var isNamedByColon = false

  private let words: ListWords

  /// `lead` is the emphasised or linked text that the item begins with.
  init(_ text: String, lead: String?, words: ListWords = .shipped) {
    self.words = words
    let text = text.inOneLine.trimming { $0 == "." && text.hasSuffix(").") || $0 == " " }
    var rest: Substring
    if let lead = lead?.inOneLine, text.hasPrefix(lead), !lead.isEmpty {
      name = lead.trimming { $0 == ":" || $0 == " " || $0 == "," }
      rest = text.dropFirst(lead.count)
    } else {
      let end = Self.separator(in: text)
      name = String(text[..<(end?.lowerBound ?? text.endIndex)])
      isNamedByColon = end.map { text[$0.lowerBound] == ":" } ?? false
      rest = end.map { text[$0.upperBound...] } ?? ""
    }
    takeBracketsBehindName(&rest)
    let own = String(rest)
    if lead != nil, let end = Self.separator(in: own) {
      // `**Name**, address: purpose`
      let before = own[..<end.lowerBound].trimming { $0 == "," || $0 == " " }
      if before.contains(where: \.isNumber) {
        name += ", " + before
        rest = Substring(own[end.upperBound...])
      }
    }
    task = rest.trimming { $0.isWhitespace || "–—-:,;.".contains($0) }
    takeTaskOutOfName()
    takePlacesInBrackets()
    takeGround()
    takePlacesAtEnd()
    takePlacesAtStart()
    takePlacesOutOfName()
  }

  /// `Supabase (database, auth) — Mumbai, India`: the task in brackets, the place behind it.
  private mutating func takeTaskOutOfName() {
    guard name.hasSuffix(")"), let open = name.lastIndex(of: "("), open > name.startIndex else {
      return
    }
    let inner = name[open...].trimming { $0 == "(" || $0 == ")" }
    let before = name[..<open]
    // Behind an address there is no short name.
    let isBehindAddress = before.contains(",") && before.contains(where: \.isNumber)
    guard placesInBrackets(inner, behind: String(before)) == nil,
      CompanyTokens(inner).legalForm == nil,
      isBehindAddress || inner.first?.isLowercase ?? false || inner.contains(",")
        || inner.contains(";")
    else { return }
    if task.isEmpty {
      task = inner
    } else if isNamedByColon {
      task = "\(inner): \(task)"
    } else {
      guard places.isEmpty else { return }
      places = task
      task = inner
    }
    name = name[..<open].trimmed
  }

  /// Whether it reads like a company and not like a sentence.
  func looksLikeCompany(_ words: ListWords) -> Bool {
    if CompanyText(name, hint: nil, isProvider: false, words: words).hasLegalForm { return true }
    let count = name.split(separator: " ").count
    guard name.first.map({ $0.isUppercase || $0.isNumber }) ?? false else { return false }
    return task.isEmpty ? count <= 5 && !name.hasSuffix(".") : count <= 8
  }

  /// The first `: `, `; `, or dash or bar between blanks, outside of brackets.
  private static func separator(in text: String) -> Range<String.Index>? {
    let signs = [": ", " – ", " — ", " - ", " | ", "; "]
    var depth = 0
    for index in text.indices {
      switch text[index] {
      case "(": depth += 1
      case ")": depth = max(depth - 1, 0)
      default:
        guard depth == 0, let sign = signs.first(where: { text[index...].hasPrefix($0) }) else {
          continue
        }
        return index..<text.index(index, offsetBy: sign.count)
      }
    }
    guard text.hasSuffix(":"), text.count > 1 else { return nil }
    return text.index(before: text.endIndex)..<text.endIndex
  }

  /// `Stripe (USA) – payments`: places behind a name that is emphasised.
  private mutating func takeBracketsBehindName(_ rest: inout Substring) {
    let trimmed = rest.drop { $0 == " " }
    guard trimmed.first == "(", let close = trimmed.firstIndex(of: ")") else { return }
    let inner = trimmed[..<close].dropFirst().trimmed
    if let found = placesInBrackets(inner, behind: name) {
      (places, ground) = found
    } else {
      name += " (\(inner))"
    }
    rest = trimmed[trimmed.index(after: close)...]
  }

  /// What brackets behind a name say of places: `(USA)`, `(USA, SCCs)`, and behind a legal form
  /// `(Berlin, DE)` and `(DE)`; `nil` where they say something else.
  private func placesInBrackets(
    _ text: String, behind name: String
  ) -> (places: String, ground: String)? {
    if PlacesText(text, allowsCodes: false).isPure { return (text, "") }
    guard CompanyTokens(name).legalForm != nil else { return nil }
    var pieces = text.split(separator: ",").map(\.trimmed)
    var ground = ""
    if pieces.count > 1, let last = pieces.last,
      TransferText(last, words: words).namesOnlyGrounds
    {
      ground = last
      pieces.removeLast()
    }
    guard (1...3).contains(pieces.count), let country = pieces.last,
      PlacesText(country, allowsCodes: true).isPure
    else { return nil }
    let cities = pieces.dropLast()
    let areCities = cities.allSatisfy { city in
      city.first?.isUppercase ?? false && city.contains(where: \.isLowercase)
        && !city.contains(where: \.isNumber)
    }
    guard areCities else { return nil }
    // In brackets of its own, a country of two letters is no state of the USA.
    return (cities.isEmpty ? country : "\(cities.joined(separator: ", ")) (\(country))", ground)
  }

  /// `Name (country)`, and `Name (country), task`.
  private mutating func takePlacesOutOfName() {
    guard places.isEmpty, let open = name.lastIndex(of: "("),
      let close = name[open...].firstIndex(of: ")")
    else { return }
    let inner = name[open..<close].dropFirst().trimmed
    let behind = name[name.index(after: close)...].trimming { $0 == "," || $0 == " " }
    guard behind.isEmpty || task.isEmpty,
      let found = placesInBrackets(inner, behind: String(name[..<open]))
    else { return }
    places = found.places
    if ground.isEmpty { ground = found.ground }
    if !behind.isEmpty { task = behind }
    name = name[..<open].trimmed
  }

  /// What brackets behind the task say of places: `Chat (Boston, MA, USA)`.
  private mutating func takePlacesInBrackets() {
    guard places.isEmpty, task.hasSuffix(")"), let open = task.lastIndex(of: "(") else { return }
    takePlaces(inBrackets: task[open...].trimming { $0 == "(" || $0 == ")" }, before: open)
  }

  /// The last piece of the task where it is nothing but places.
  private mutating func takePlacesAtEnd() {
    takePlacesInBrackets()
    guard places.isEmpty, !task.hasSuffix(")") else { return }
    for separator in [" – ", " — ", " | ", "; ", ", "] {
      guard let last = Self.lastRange(of: separator, in: task) else { continue }
      let piece = task[last.upperBound...].trimming { $0 == "." || $0 == " " }
      guard PlacesText(piece, allowsCodes: false).isPure else { continue }
      places = piece
      task = task[..<last.lowerBound].trimmed
      return
    }
  }

  /// `error tracking, USA (SCCs)`, `hosting, USA, SCCs`.
  private mutating func takeGround() {
    var start = task.hasSuffix(")") ? task.lastIndex(of: "(") : nil
    start = start ?? task.lastIndex(where: { $0 == "," || $0 == ";" || $0 == "|" })
    guard let start else { return }
    let piece = task[start...].trimming { " ,;|().".contains($0) }
    guard TransferText(piece, words: words).namesOnlyGrounds else { return }
    ground = piece
    task = task[..<start].trimming { " ,;|".contains($0) }
  }

  /// `USA | hosting`, `Luxembourg; hosting`.
  private mutating func takePlacesAtStart() {
    guard places.isEmpty else { return }
    for separator in [" | ", "; ", " – ", " — "] {
      guard let first = task.range(ofText: separator) else { continue }
      let piece = task[..<first.lowerBound].trimmed
      guard PlacesText(piece, allowsCodes: false).isPure else { continue }
      places = piece
      task = task[first.upperBound...].trimmed
      return
    }
  }

  /// Takes `(Boston, MA, USA)`, `(United States, optional)`, `(USA; EU-US DPF)` off the end of the
  /// task; what is said besides of places and grounds stays part of it.
  private mutating func takePlaces(inBrackets inner: String, before open: String.Index) {
    let stretches = inner.split { $0 == ";" || $0 == "–" || $0 == "—" }.map(\.trimmed)
    var pieces = stretches.first?.split(separator: ",").map(\.trimmed) ?? []
    var said = Array(stretches.dropFirst())
    if pieces.count > 1, let last = pieces.last,
      words.isCondition(last) || TransferText(last, words: words).namesOnlyGrounds
    {
      said.insert(last, at: 0)
      pieces.removeLast()
    }
    let text = pieces.joined(separator: ", ")
    let found = PlacesText(text, allowsCodes: false)
    // Cities begin with a capital, and their country ends the brackets.
    let isCity =
      (2...4).contains(pieces.count)
      && pieces.allSatisfy { $0.first?.isUppercase ?? false } && found.places.count == 1
      && found.places[0].country != nil
    guard found.isPure || isCity else { return }
    places = text
    task = task[..<open].trimmed
    for words in said {
      if ground.isEmpty, TransferText(words, words: self.words).namesOnlyGrounds {
        ground = words
      } else {
        task += task.isEmpty ? words : ", \(words)"
      }
    }
  }

  private static func lastRange(of text: String, in whole: String) -> Range<String.Index>? {
    var found: Range<String.Index>?
    var rest = whole[...]
    while let next = rest.range(ofText: text) {
      found = next
      rest = rest[next.upperBound...]
    }
    return found
  }
}
