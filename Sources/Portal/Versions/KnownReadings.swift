internal import Agreements
internal import History
internal import References

/// The texts of today, which were read for their own pages already.
struct KnownReadings: Sendable {
  /// What the texts know each other by: the ids and titles of all.
  private(set) var titles: [String] = []
  private var readings: [AgreementReading] = []
  /// By the digest and the name of the file.
  private var numbers: [String: Int] = [:]

  /// Nothing is known.
  init() {}

  /// `readings`: of all published agreements, in their order; `digests`: of their files.
  init(_ readings: [AgreementReading], digests: [String], files: [ContentFile]) {
    self.readings = readings
    titles = readings.flatMap { [$0.agreement.id, $0.agreement.metadata.title] }
    var names: [String: String] = [:]
    for file in files { names[file.path] = file.name }
    for (index, reading) in readings.enumerated() {
      guard let name = names[reading.agreement.path] else { continue }
      numbers["\(digests[index]) \(name)"] = index
    }
  }

  /// The reading of a text among the texts of today.
  func reading(_ digest: String, name: String) -> AgreementReading? {
    numbers.isEmpty ? nil : numbers["\(digest) \(name)"].map { readings[$0] }
  }
}
