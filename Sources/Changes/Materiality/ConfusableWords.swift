/// Words that are as near to another word as a slip of the pen would be.
enum ConfusableWords {
  /// Whether two words, in lower case, are known as two, in these or other forms of them.
  static func contains(_ left: String, _ right: String) -> Bool {
    endings.contains { ending in
      guard left.hasSuffix(ending), right.hasSuffix(ending) else { return false }
      let (first, second) = (left.dropLast(ending.count), right.dropLast(ending.count))
      return pairs.contains(Pair(String(first), String(second)))
    }
  }

  /// Whether words that differ only in a hyphen are two: to `resign` an office, and to `re-sign` an
  /// annex.
  ///
  /// `left`, `right`: in lower case; what is parted by the hyphen may be two words.
  static func areParted(
    _ left: some Collection<String>, _ right: some Collection<String>
  ) -> Bool {
    func whole(_ words: some Collection<String>) -> Set<String> {
      Set(words.compactMap { word in partedWords.first { word.hasPrefix($0) } })
    }
    return whole(left) != whole(right)
  }

  /// Beginnings of verbs that are another verb with a hyphen behind `re`.
  private static let partedWords = [
    "recover", "recreat", "reform", "relay", "release", "remark", "represent", "resent", "reserv",
    "resign", "resolv", "resort", "restor", "retreat",
  ]

  private struct Pair: Hashable {
    let first: String
    let second: String

    init(_ left: String, _ right: String) {
      (first, second) = left < right ? (left, right) : (right, left)
    }
  }

  private static let endings = ["", "s", "es", "ed", "d", "ing", "er", "ers", "n", "en", "e", "ly"]

  private static let pairs: Set<Pair> = {
    var pairs: Set<Pair> = []
    for line in (english + german).split(separator: "\n") {
      for pair in line.split(separator: ",") {
        let words = pair.split(separator: " ").map(String.init)
        if words.count == 2 { pairs.insert(Pair(words[0], words[1])) }
      }
    }
    return pairs
  }()

  private static let english = """
    adapted adopted, adaption adoption, angel angle, appraise apprise, bailer bailor,
    bared barred, baring barring, breadth breath, canvas canvass, capital capitol, casual causal,
    choose chose, coarse course, collage college, command commend, complaint compliant, complement compliment,
    complementary complimentary, confidant confident, confirm conform, confirmation conformation,
    contact contract, contactor contractor, coping copying, corporal corporeal,
    counties countries, country county, dairy diary, decease decrease, decent descent, delete deplete,
    deletion depletion, deprecate depreciate, desert dessert, diner dinner, discreet discrete,
    exercise exorcise, existed exited, existing exiting, expand expend, expansive expensive,
    expert export,
    extant extent, filed filled, filing filling, hangar hanger, hoisting hosting, hoping hopping,
    immanent imminent, immoral immortal, impart import, impassable impassible, inequity iniquity,
    ingenious ingenuous, installation instillation, interment internment, later latter,
    lessen lesson, lesser lessor, lightening lightning, manager manger, mandatary mandatory,
    mantel mantle, marital martial, mater matter, mediation medication, mediation meditation,
    minister minster, morning mourning, obliger obligor, ordinance ordnance, parities parties,
    patent patient, perfect prefect, perform preform, planed planned, planer planner,
    planing planning, poled polled, poling polling, poplar popular, portion potion,
    princes princess, prostate prostrate, quiet quite, reading reeding, realities realties,
    reality realty, retain retrain, revere reverse, sacred scared, scraping scrapping, signed singed,
    silver sliver, siting sitting, slander slender, sleight slight, spacious specious,
    spilt split, staring starring, stationary stationery, statue statute, striping stripping,
    summary summery, super supper, taping tapping, thorough through, though through,
    tortious tortuous, trail trial, unite untie, united untied, unwanted unwonted, vender vendor,
    verses versus, wiling willing
    """

  private static let german = """
    anklage anlage, beitrag betrag, beiträge beträge, berechtigen berichtigen,
    berechtigt berichtigt, berechtigung berichtigung, besatz besitz, besetzen besitzen,
    bestätigen betätigen, bestätigung betätigung, betreiben betrieben, beweis bewies,
    erheben erhoben, ersetzen ersitzen, leisten leiten, leistung leitung, schein schien,
    schlüssel schüssel, schmutz schutz, schätzen schützen, stelle stille, stellen stillen,
    strafe straffe, versand verstand, weisen wiesen
    """
}
