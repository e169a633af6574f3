internal import Agreements
internal import History
internal import References

/// The texts of today, which were read for their own pages already.
struct KnownReadings: Sendable {
  /// What the texts know each other by: the ids and titles of all.
  private(set) var titles: [String] = []
  private var portal = UnderstoodPortal()
  /// By the digest and the name of the file.
  private var numbers: [String: Int] = [:]

  /// Nothing is known.
  init() {}

  /// `portal`: all published agreements; `digests`: of their files, in the same order.
  init(_ portal: UnderstoodPortal, digests: [String], files: [ContentFile]) {
    self.portal = portal
    let readings = portal.readings
    titles = readings.flatMap { [$0.agreement.id, $0.agreement.metadata.title] }
    var names: [String: String] = [:]
    for file in files { names[file.path] = file.name }
    for (index, reading) in readings.enumerated() {
      guard let name = names[reading.agreement.path] else { continue }
      numbers["\(digests[index]) \(name)"] = index
    }
  }

  /// What the references of `readings` lead to, where these are all texts of today in their order.
  func resolved(_ readings: [AgreementReading]) -> [ResolvedAgreement]? {
    guard readings.count == portal.readings.count,
      zip(readings, portal.readings).allSatisfy({ $0 === $1 })
    else { return nil }
    return portal.agreements.map(\.resolved)
  }

  /// A text among the texts of today.
  func text(_ digest: String, name: String) -> UnderstoodText? {
    guard !numbers.isEmpty, let number = numbers["\(digest) \(name)"] else { return nil }
    let understood = portal.agreements[number]
    return UnderstoodText(
      portal.readings[number],
      UnderstoodAgreement(ofPageWith: understood.terms, understood.blanks))
  }
}
