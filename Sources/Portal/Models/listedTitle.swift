internal import Agreements
internal import Frontmatter
internal import Registers
internal import Templating

extension CompiledPortal {
  /// The language of an agreement, where it is not that of the page.
  func foreignLanguage(of agreement: Agreement, onPagesIn language: String) -> String? {
    let own = agreement.metadata.language?.value ?? settings.languages.first?.value ?? language
    return own == language ? nil : own
  }

  /// What lists call the text of an agreement's own page: until it is in force, with its day, as
  /// readers ask for what holds today.
  func listedTitle(of agreement: Agreement, _ words: Words) -> String {
    let title = agreement.metadata.listedTitle
    guard let day = agreement.metadata.effectiveDay, day > asOf else { return title }
    return words.text(
      "agreement.title-from", filling: ["title": title, "date": words.date(day)])
  }
}
