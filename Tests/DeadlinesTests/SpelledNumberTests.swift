import Deadlines
import Testing

struct SpelledNumberTests {
  /// The table that the words are held against: made from their parts, and not by the reader.
  private static let english: [String] = {
    let small = [
      "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
      "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ]
    let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    var names = small
    for ten in tens { names += [ten] + small.prefix(9).map { "\(ten)-\($0)" } }
    names.append("one hundred")
    return names + names.prefix(20).map { "one hundred and \($0)" }
  }()

  private static let german: [String] = {
    let ones = ["ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"]
    let teens = [
      "zehn", "elf", "zwölf", "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn",
      "achtzehn", "neunzehn",
    ]
    let tens = [
      "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig",
    ]
    var names = ["eins"] + ones.dropFirst() + teens
    for ten in tens { names += [ten] + ones.map { "\($0)und\(ten)" } }
    names.append("hundert")
    return names + names.prefix(20).map { "hundert\($0)" }
  }()

  private func read(_ text: String) -> Int? {
    let words = text.split(separator: " ")
    let number = SpelledNumber(from: 0) {
      words.indices.contains($0) ? SpelledNumber.part(words[$0].lowercased()) : nil
    }
    return number?.end == words.count ? number?.value : nil
  }

  @Test(arguments: 1...120)
  func readsEachNumberInBothLanguages(number: Int) {
    for name in [Self.english[number - 1], Self.german[number - 1]] {
      #expect(read(name) == number, "\(name)")
      #expect(read(name.uppercased()) == number, "\(name)")
      #expect(read(name.split(separator: "-").joined(separator: " ")) == number, "\(name)")
      if !name.contains(" ") { #expect(SpelledNumber.value(of: name) == number, "\(name)") }
    }
  }

  @Test(arguments: [
    ("one hundred and eighty", 180), ("a hundred", nil), ("hundred", 100),
    ("two hundred fifty", 250), ("twelve hundred", 1_200), ("two thousand and five", 2_005),
    ("three hundred and sixty-five", 365), ("three-hundred-and-sixty-five", 365),
    ("nine hundred ninety-nine thousand nine hundred and ninety-nine", 999_999),
    ("dreihundertfünfundsechzig", 365), ("einhundertachtzig", 180), ("hundertundeins", 101),
    ("zweitausendfünfhundert", 2_500), ("tausendundeins", 1_001), ("Fuenfundvierzig", 45),
    ("ZWÖLF", 12), ("dreissig", 30), ("zwei hundert", 200),
    ("neunhundertneunundneunzigtausendneunhundertneunundneunzig", 999_999),
    ("five ten", nil), ("twenty thirty", nil), ("ten-five", nil), ("twenty and five", nil),
    ("hundred hundred", nil), ("thousand thousand", nil), ("ein", nil), ("einer", nil),
    ("zweihundertel", nil), ("hundert und", nil), ("undzwanzig", nil), ("zehnundzwanzig", nil),
    ("twenty-fifth", nil), ("anderthalb", nil), ("tenth", nil), ("hund", nil), ("million", nil),
  ])
  func composesTensAndHundreds(text: String, number: Int?) {
    #expect(read(text) == number)
  }

  @Test func stopsWhereTheNumberEnds() throws {
    let words = ["thirty", "-", "five", "and", "ten"]
    func part(_ index: Int) -> SpelledNumber.Part? {
      guard words.indices.contains(index) else { return nil }
      return words[index] == "-" ? .hyphen : SpelledNumber.part(words[index])
    }
    let number = try #require(SpelledNumber(from: 0, part: part))
    #expect(number.value == 35)
    #expect(number.end == 3)
  }

  @Test(arguments: [false, true])
  func countsArticlesOnRequest(isCounted: Bool) {
    let number = SpelledNumber(from: 0, countingArticles: isCounted) {
      $0 == 0 ? SpelledNumber.part("einer") : nil
    }
    #expect(number?.value == (isCounted ? 1 : nil))
  }

  @Test func readsHostileWordsOnce() {
    for unit in ["hundert", "tausend", "und", "-", "einund", "\u{E2}", "ü"] {
      #expect(SpelledNumber.value(of: String(repeating: unit, count: 50_000)) == nil)
      #expect(SpelledNumber.value(of: "one-" + String(repeating: unit, count: 50_000)) == nil)
    }
  }

  @Test(arguments: [("marz", 3), ("märz", 3), ("sept", 9), ("dezember", 12), ("may", 5)])
  func namesMonths(name: String, month: Int) {
    #expect(MonthName.months[name] == month)
    #expect(MonthName.english.count == 12)
  }
}
