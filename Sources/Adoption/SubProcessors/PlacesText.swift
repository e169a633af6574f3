internal import Registers

/// Places of processing as one cell writes them: `Frankfurt, Germany and USA`, `EU (Dublin)`.
///
/// Shape: countries with what belongs to them in the order of the text; places without a country
/// keep their words. Nothing of the text is left out.
struct PlacesText {
  struct Place: Equatable {
    /// ISO 3166-1 alpha-2.
    var country: String?
    var city: String?
    /// A place that is no country, in words.
    var note: String?
  }

  private(set) var places: [Place] = []
  /// Whether nothing but countries and areas stands there.
  var isPure: Bool { !hasOtherWords && !places.isEmpty }
  private var hasOtherWords = false
  /// Grounds of a transfer that stand among the places: `USA, SCCs`.
  private(set) var grounds: [String] = []
  private let allowsCodes: Bool
  /// Brackets in brackets are words.
  private let isInBrackets: Bool

  /// `allowsCodes` says whether two letters may be a country: in prose, `IT` and `HR` rarely are.
  init(
    _ text: String, allowsCodes: Bool, words: ListWords = .shipped,
    countries: Countries = .shipped, isInBrackets: Bool = false
  ) {
    self.allowsCodes = allowsCodes
    self.isInBrackets = isInBrackets
    var parts = Self.parts(of: text, countries)
    for index in parts.indices {
      parts[index].text = Self.withoutLead(
        Self.withoutFlags(parts[index].text), words, countries)
    }
    var rest = parts[...]
    while let first = rest.indices.first {
      let end = rest.dropFirst().firstIndex { $0.isNew && $0.joint == nil } ?? rest.endIndex
      if !addInPairs(rest[first..<end], words, countries) {
        for part in rest[first..<end] { add(part, words, countries) }
      }
      rest = rest[end...]
    }
    if !isInBrackets { addCountriesInNotes(words, countries) }
  }

  /// `Sitz: USA` and `in den USA` without what stands before the place.
  private static func withoutLead(
    _ text: String, _ words: ListWords, _ countries: Countries
  ) -> String {
    let lower = text.lowercased()
    for lead in words.placeLeads where lower.hasPrefix(lead) {
      let rest = text.dropFirst(lead.count)
      guard rest.first == ":" || rest.first == " " else { continue }
      let place = rest.trimming { $0 == ":" || $0 == " " }
      if countries.code(named: place) != nil || words.inside.contains(place.lowercased()) {
        return place
      }
    }
    return text
  }

  /// Adds countries that stand in the words beside a place, such as `Germany (support from India)`:
  /// whoever works from there processes there.
  private mutating func addCountriesInNotes(_ words: ListWords, _ countries: Countries) {
    var known = Set(places.compactMap(\.country))
    for index in places.indices {
      for text in [places[index].note, places[index].city].compactMap({ $0 }) {
        let isCity = text == places[index].city
        for code in Self.countries(in: text, isCity: isCity, words, countries)
        where known.insert(code).inserted {
          places.append(Place(country: code, city: nil, note: text))
          // The words have gone with their country.
          guard places[index].country != nil else { continue }
          if isCity { places[index].city = nil } else { places[index].note = nil }
        }
      }
    }
  }

  /// The countries that a text names in words of its own; none where it denies them, or speaks of
  /// customers and owners.
  ///
  /// In a city's name a country is none behind a word in capitals: New Mexico, New South Wales.
  private static func countries(
    in text: String, isCity: Bool, _ words: ListWords, _ countries: Countries
  ) -> [String] {
    let parts = text.split { !$0.isLetter && $0 != "." && $0 != "'" && $0 != "’" }
    let isElsewhere = parts.contains { part in
      let word = part.lowercased()
      return words.notOfProcessing.contains(word) || words.denials.contains(word)
    }
    if isElsewhere { return [] }
    // No city begins with a small letter.
    let isSentence = parts.first?.first?.isLowercase ?? false
    var found: [String] = []
    var index = 0
    while index < parts.count {
      let isFree =
        !isCity || isSentence || index > 0 && parts[index - 1].first?.isLowercase ?? false
      let match = (1...4).reversed().first { count in
        guard isFree, parts[index].first?.isUppercase ?? false, index + count <= parts.count else {
          return false
        }
        return countries.code(named: parts[index..<(index + count)].joined(separator: " ")) != nil
      }
      if let match,
        let code = countries.code(named: parts[index..<(index + match)].joined(separator: " "))
      {
        found.append(code)
      }
      index += match ?? 1
    }
    return found
  }

  /// `🇩🇪 Germany` without its flag; a flag alone as the country's two letters.
  private static func withoutFlags(_ text: String) -> String {
    let letters: ClosedRange<UInt32> = 0x1F1E6...0x1F1FF
    guard text.unicodeScalars.contains(where: { letters.contains($0.value) }) else { return text }
    var bare = String.UnicodeScalarView()
    var code = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if !letters.contains(scalar.value) {
        bare.append(scalar)
      } else if let letter = Unicode.Scalar(scalar.value - letters.lowerBound + 0x41) {
        code.append(letter)
      }
    }
    let words = String(bare).inOneLine
    return words.isEmpty ? String(code) : words
  }

  /// A stretch of the text between two separators.
  private struct Part {
    var text: String
    /// Whether it begins behind more than a comma.
    var isNew: Bool
    /// The word that joins it to the one before: `and`.
    var joint: Substring?
  }

  /// The text at every separator outside of brackets, with the word behind each. The "and" in the
  /// name of a country, such as Bosnia and Herzegovina, separates nothing.
  private static func parts(of text: String, _ countries: Countries) -> [Part] {
    var parts: [(text: String, isNew: Bool)] = []
    var current = ""
    var depth = 0
    var isNew = true
    func isSeparator(_ character: Character) -> Bool {
      character == ";" || character == "/" || character == "\n" || character == "|"
        || character == "+"
    }
    for character in text {
      if character == "(" { depth += 1 }
      if character == ")" { depth = max(depth - 1, 0) }
      if depth == 0, character == "," || isSeparator(character) {
        parts.append((current, isNew))
        current = ""
        isNew = character != ","
      } else {
        current.append(character)
      }
    }
    parts.append((current, isNew))
    return parts.flatMap { part -> [Part] in
      let words = part.text.split { $0.isWhitespace }
      var groups: [[Substring]] = [[]]
      var joints: [Substring?] = [nil]
      for word in words {
        let lower = word.lowercased()
        if lower == "and" || lower == "und" || lower == "&" || lower == "or" || lower == "oder" {
          groups.append([])
          joints.append(word)
        } else {
          groups[groups.count - 1].append(word)
        }
      }
      for number in groups.indices.dropFirst().reversed() {
        let names = ["and", "und"].map {
          (groups[number - 1] + [$0] + groups[number]).joined(separator: " ")
        }
        guard let name = names.first(where: { countries.code(named: $0) != nil }) else { continue }
        groups[number - 1] = [name[...]]
        groups.remove(at: number)
        joints.remove(at: number)
      }
      return groups.enumerated().compactMap { number, group in
        group.isEmpty
          ? nil
          : Part(
            text: group.joined(separator: " "), isNew: number > 0 || part.isNew,
            joint: joints[number])
      }
    }
  }

  /// `Nürnberg und Wien, Deutschland und Österreich`: as many cities as countries, each with its own.
  private mutating func addInPairs(
    _ parts: ArraySlice<Part>, _ words: ListWords, _ countries: Countries
  ) -> Bool {
    let half = parts.count / 2
    guard half > 1, parts.count == half * 2 else { return false }
    let (cities, lands) = (parts.prefix(half), parts.suffix(half))
    guard lands.first?.joint == nil, cities.contains(where: { $0.joint != nil }),
      lands.contains(where: { $0.joint != nil })
    else { return false }
    let codes = lands.compactMap { code(of: $0.text, isLone: true, words, countries) }
    let areCities = cities.allSatisfy { part in
      code(of: part.text, isLone: true, words, countries) == nil
        && !words.inside.contains(part.text.lowercased())
        && part.text.first?.isUppercase ?? false
        && part.text.allSatisfy { $0.isLetter || " -.'’".contains($0) }
    }
    guard codes.count == half, areCities else { return false }
    hasOtherWords = true
    places += zip(cities, codes).map { Place(country: $1, city: $0.text, note: nil) }
    return true
  }

  private mutating func add(_ part: Part, _ words: ListWords, _ countries: Countries) {
    let bracketed = BracketedText(part.text)
    let name = bracketed.outside.trimming { $0 == "." && part.text.count > 5 || $0 == ":" }
    let remark = bracketed.remarks.isEmpty ? nil : bracketed.remarks.joined(separator: ", ")
    let isLone = places.isEmpty || part.isNew
    if let code = code(of: name, isLone: isLone, words, countries) {
      if let last = places.indices.last, places[last].country == nil, !part.isNew,
        let city = places[last].note, !words.inside.contains(city.lowercased())
      {
        places[last] = Place(country: code, city: city, note: nil)
      } else {
        places.append(Place(country: code, city: nil, note: nil))
      }
      if let remark { addRemark(remark, words) }
      return
    }
    if words.inside.contains(name.lowercased()) {
      places.append(Place(country: nil, city: nil, note: part.text.inOneLine))
      return
    }
    hasOtherWords = true
    if !places.isEmpty, TransferText(part.text, words: words).namesOnlyGrounds {
      grounds.append(part.text.inOneLine)
    } else if let found = labelled(part.text, words, countries)
      ?? inner(of: bracketed, name, words, countries)
    {
      places += found
    } else if let last = places.indices.last, places[last].country != nil, !part.isNew {
      let cities = [places[last].city, part.text.inOneLine].compactMap { $0 }
      places[last].city = cities.joined(separator: ", ")
    } else if let last = places.indices.last, !part.isNew, let note = places[last].note {
      places[last].note = "\(note), \(part.text.inOneLine)"
    } else if let joint = part.joint, let last = places.indices.last, let note = places[last].note,
      places[last].country == nil, !words.inside.contains(note.lowercased()),
      part.text.first?.isLowercase == true
    {
      // `an edge network for the app and the site`: places have capital letters.
      places[last].note = "\(note) \(joint) \(part.text.inOneLine)"
    } else {
      places.append(Place(country: nil, city: nil, note: part.text.inOneLine))
    }
  }

  /// `EU customers: Germany` is a country with words before it.
  private func labelled(
    _ part: String, _ words: ListWords, _ countries: Countries
  ) -> [Place]? {
    guard let colon = part.firstIndex(of: ":") else { return nil }
    let name = part[part.index(after: colon)...].inOneLine
    guard let code = code(of: name, isLone: true, words, countries) else { return nil }
    let label = part[..<colon].inOneLine
    return [Place(country: code, city: nil, note: label.isEmpty ? nil : label)]
  }

  /// `Wien (AT)` is a city, `eu-central-1 (Frankfurt, Germany)` a place with another name.
  private func inner(
    of bracketed: BracketedText, _ name: String, _ words: ListWords, _ countries: Countries
  ) -> [Place]? {
    guard !isInBrackets, let text = bracketed.remarks.first else { return nil }
    var found = PlacesText(
      text, allowsCodes: true, words: words, countries: countries, isInBrackets: true
    ).places
    guard !found.isEmpty, found.allSatisfy({ $0.country != nil }) else { return nil }
    if !name.isEmpty {
      if found[0].city == nil { found[0].city = name } else { found[0].note = name }
    }
    let further = [found[0].note].compactMap { $0 } + bracketed.remarks.dropFirst()
    found[0].note = further.isEmpty ? nil : further.joined(separator: ", ")
    return found
  }

  /// Two letters behind a comma can be a state of the USA.
  private func code(
    of name: String, isLone: Bool, _ words: ListWords, _ countries: Countries
  ) -> String? {
    if name.count == 2, name.allSatisfy(\.isUppercase), name != "US", name != "UK" {
      let isClear = isLone || !words.states.contains(name)
      return allowsCodes && isClear && countries[name] != nil ? name : nil
    }
    return countries.code(named: name)
  }

  /// What stands in brackets behind a country is a city, or a word such as `optional` or `EU`.
  private mutating func addRemark(_ remark: String, _ words: ListWords) {
    let last = places.count - 1
    if remark.first?.isUppercase ?? false, !words.inside.contains(remark.lowercased()) {
      places[last].city = [places[last].city, remark].compactMap { $0 }.joined(separator: ", ")
    } else {
      places[last].note = remark
    }
  }
}
