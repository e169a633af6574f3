package import Agreements
internal import Frontmatter

/// The titles by which the agreements of a portal name each other.
///
/// Built once for a portal: what an agreement adds of its own is in its ``ReferenceContext``. A
/// class, because every context holds it: a reference is passed on for free.
package final class PortalTitles: Sendable {
  package let catalogs: ReferenceCatalogs
  /// The words of the grammars, the names of the laws and the titles.
  let vocabulary: Vocabulary
  private let titled: [Titled]
  private let ids: [String]
  private let languages: [String]
  private let names: Set<String>
  /// By id.
  private let shortTitles: [String: String]

  /// The agreements of one title, by their indexes.
  private struct Titled {
    var agreements: [Int32] = []
    var isCommon = false
  }

  /// How many agreements a title can have and still be a name, one in each language.
  private static let mostOfOneTitle = 8

  /// Takes the titles of `portal`. A title of one word is a word of every text, and left out.
  package init(of portal: [Agreement] = [], catalogs: ReferenceCatalogs = .shipped) {
    self.catalogs = catalogs
    var vocabulary = catalogs.vocabulary
    var titled: [Titled] = []
    for (index, agreement) in portal.enumerated() where agreement.metadata.title.contains(" ") {
      guard let number = vocabulary.addTitle(agreement.metadata.title, number: titled.count) else {
        continue
      }
      if number == titled.count { titled.append(Titled()) }
      if titled[number].agreements.count < Self.mostOfOneTitle {
        titled[number].agreements.append(Int32(index))
      } else {
        titled[number].isCommon = true
      }
    }
    self.vocabulary = vocabulary
    self.titled = titled
    ids = portal.map(\.id)
    languages = portal.map { $0.metadata.language?.value ?? "" }
    names = Set(portal.map(\.metadata.title))
    shortTitles = portal.reduce(into: [:]) { titles, agreement in
      if let title = agreement.metadata.shortTitle { titles[agreement.id] = title }
    }
  }

  /// The id of the agreement that a title means in a text of `language`; `nil` where several fit.
  func agreement(titled number: Int, language: String) -> String? {
    let title = titled[number]
    guard !title.isCommon else { return nil }
    if title.agreements.count == 1 { return ids[Int(title.agreements[0])] }
    let fitting = title.agreements.filter { languages[Int($0)] == language }
    return fitting.count == 1 ? ids[Int(fitting[0])] : nil
  }

  func shortTitle(ofAgreement id: String) -> String? { shortTitles[id] }

  func contains(_ title: String) -> Bool { names.contains(title) }
}
