internal import Agreements
internal import Frontmatter
internal import Registers
internal import Templating

extension PageModels {
  /// In a portal of more agreements, the page of the search leads to their list.
  private static let mostListedAgreements = 500

  /// The model `directory` of `pages/search.html`: all that the search finds things in, for those
  /// who have no script.
  func searchDirectory(in language: String) -> Value {
    .pairs([
      "agreements": portal.agreements.count > Self.mostListedAgreements ? [] : agreementLinks(),
      "agreement_count": .integer(portal.agreements.count),
      "sub_processors": .array(
        portal.subProcessors.map {
          .link(title: $0.name.value, path: paths.subProcessor($0.id.value, language))
        }),
      "measures": .array(
        portal.controls.map { control in
          let name =
            control.title?.text(in: language).text
            ?? ControlSchemes.shipped.name(of: control.control.value, in: language)
            ?? control.control.value
          return .link(title: name, path: paths.control(control.control.value, language))
        }),
    ])
  }

  private func agreementLinks() -> Value {
    .array(
      agreementsByTitle.map { index in
        .link(
          title: portal.agreements[index].metadata.title,
          path: paths.agreement(portal.agreements[index].id))
      })
  }
}
