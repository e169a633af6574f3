/// The months as English and German texts name them, in full and short.
package enum MonthName {
  /// In small letters, with umlauts or without their dots; from 1 for January.
  package static let months: [String: Int] = {
    let names = [
      "january januar jänner janner jan", "february februar feber feb",
      "march märz marz mar mär mrz",
      "april apr", "may mai", "june juni jun", "july juli jul", "august aug", "september sept sep",
      "october oktober oct okt", "november nov", "december dezember dec dez",
    ]
    var months: [String: Int] = [:]
    for (index, names) in names.enumerated() {
      for name in names.split(separator: " ") { months[String(name)] = index + 1 }
    }
    return months
  }()

  /// In full, in English and small letters, from January on.
  package static let english = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
}
