import Changes
import Deadlines
import Registers
import Testing

/// What is told of entries of a list that are known by an id or a name.
struct ListEntryTests {
  private func record(
    facts: String = "", places: String = "{country: DE, role: storage}"
  ) -> RegisterSet {
    let text = """
      ---
      name: Wolke SARL
      short-name: Wolke
      \(facts)
      engagements:
        - service: Hosting
          locations: [\(places)]
          transfer: none-eea
          effective: 2026-02-15
      ---
      """
    let read = readSubProcessor(
      from: Array(text.utf8), path: "content/sub-processors/wolke.md")
    return RegisterSet(settings: nil, subProcessors: [read.record].compactMap(\.self))
  }

  private func settings(_ fact: String) -> RegisterSet {
    let text = "title: Portal\nlanguages: [en]\nprocessor: {name: Kranich GmbH}\n\(fact)\n"
    return RegisterSet(
      settings: readPortalSettings(from: Array(text.utf8), path: "content/portal.yml").settings)
  }

  /// What stayed and is said otherwise in one thing is neither lost nor new.
  @Test(arguments: [
    (
      "certificates: [{name: ISO/IEC 27001, expires: 2027-06-30}]",
      "certificates: [{name: ISO/IEC 27001, expires: 2028-06-30}]",
      "the certificate \u{201C}ISO/IEC 27001\u{201D}: the last day of its validity changes from "
        + "\u{201C}2027-06-30\u{201D} to \u{201C}2028-06-30\u{201D}",
      "das Zertifikat \u{201E}ISO/IEC 27001\u{201C}: der letzte Tag der Gültigkeit ist jetzt "
        + "\u{201E}2028-06-30\u{201C} statt \u{201E}2027-06-30\u{201C}"
    ),
    (
      "certificates: [{name: ISO/IEC 27001, expires: 2027-06-30}]",
      "certificates: [{name: SOC 2, expires: 2027-06-30}]",
      "the certificates: \u{201C}SOC 2 (2027-06-30)\u{201D} added, "
        + "\u{201C}ISO/IEC 27001 (2027-06-30)\u{201D} removed",
      "die Zertifikate: \u{201E}SOC 2 (2027-06-30)\u{201C} hinzugekommen, "
        + "\u{201E}ISO/IEC 27001 (2027-06-30)\u{201C} entfallen"
    ),
  ])
  func tellsTheFactOfACertificateThatChanged(
    old: String, new: String, english: String, german: String
  ) {
    let changes = compareRegisters(record(facts: old), record(facts: new))

    #expect(changes.map(\.statement.english) == ["Wolke: \(english)"])
    #expect(changes.map(\.statement.german) == ["Wolke: \(german)"])
    #expect(changes.map(\.field) == ["certificates"])
  }

  @Test(arguments: [
    (
      "{country: DE, city: Kiel, role: storage}", "{country: DE, city: Bonn, role: storage}",
      "the place of processing \u{201C}Bonn, Germany\u{201D}: the city changes from "
        + "\u{201C}Kiel\u{201D} to \u{201C}Bonn\u{201D}"
    ),
    (
      "{country: DE, city: Kiel, role: storage}",
      "{country: DE, city: Kiel, role: [storage, access]}",
      "the place of processing \u{201C}Kiel, Germany\u{201D}: what happens there changes from "
        + "\u{201C}storage\u{201D} to \u{201C}storage and access\u{201D}"
    ),
    // Which of two it was, nobody says.
    (
      "{country: DE, city: Kiel, role: storage}, {country: DE, city: Jena, role: storage}",
      "{country: DE, city: Bonn, role: storage}, {country: DE, city: Ulm, role: storage}",
      "the places of processing: \u{201C}Bonn, Germany (storage)\u{201D} and "
        + "\u{201C}Ulm, Germany (storage)\u{201D} added, \u{201C}Kiel, Germany (storage)\u{201D} "
        + "and \u{201C}Jena, Germany (storage)\u{201D} removed"
    ),
  ])
  func tellsWhatChangedOfAPlace(old: String, new: String, expected: String) {
    let changes = compareRegisters(record(places: old), record(places: new))

    #expect(changes.map(\.statement.english) == ["Wolke: \(expected)"])
  }

  /// What has an id is the same one under another name.
  @Test(arguments: [
    (
      "scopes: [{id: hq, name: Office, country: DE}]",
      "scopes: [{id: hq, name: Works, country: DE}]",
      "the site or scope \u{201C}Works\u{201D}: the name changes from \u{201C}Office\u{201D} to "
        + "\u{201C}Works\u{201D} (substantive: setting)"
    ),
    (
      "scopes: [{id: hq, name: Office, country: DE}]",
      "scopes: [{id: hq, name: Office, country: AT}]",
      "the site or scope \u{201C}Office\u{201D}: the country changes from \u{201C}Germany\u{201D} "
        + "to \u{201C}Austria\u{201D} (substantive: country)"
    ),
    (
      "data-categories: [{id: h, name: Health, sensitive: true}]",
      "data-categories: [{id: h, name: Health}]",
      "the category \u{201C}Health\u{201D}: special category changes from \u{201C}yes\u{201D} to "
        + "\u{201C}no\u{201D} (substantive: setting)"
    ),
    (
      "data-categories: [{id: h, name: Health}]",
      "data-categories: [{id: h, name: State of health}]",
      "the category \u{201C}State of health\u{201D}: the name changes from \u{201C}Health\u{201D} "
        + "to \u{201C}State of health\u{201D} (editorial: setting)"
    ),
  ])
  func tellsTheFactOfASettingThatChanged(old: String, new: String, expected: String) {
    let changes = compareRegisters(
      settings(old), settings(new))

    #expect(
      changes.map { "\($0.statement.english) (\($0.judgement.words(in: .english)))" }
        == ["Portal: \(expected)"])
  }
}
