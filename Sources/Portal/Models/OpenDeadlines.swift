internal import Deadlines
internal import Templating

/// Everything that runs, in one language: of the register, and versions of agreements to come.
struct OpenDeadlines: Sendable {
  private typealias Dated = (day: CalendarDate, value: Value)

  /// Deadline values, soonest first.
  let all: [Value]
  /// Those of the register alone.
  private let ofRegister: [Dated]
  private var ofAgreements: [String: [Dated]] = [:]

  init(_ registers: RegisterModels, _ announced: AnnouncedVersions) {
    ofRegister = registers.datedDeadlines()
    var versions: [Dated] = []
    for version in announced.toCome(in: registers.language) {
      let value = Value.pairs([
        "date": .string(version.day.description), "kind": "effective",
        "title": .string(version.title), "path": .string(version.path), "service": .none,
        "version": .optional(version.name),
        "language": .optional(version.language == registers.language ? nil : version.language),
      ])
      versions.append((version.day, value))
      ofAgreements[version.agreement, default: []].append((version.day, value))
    }
    all = Self.merged(ofRegister, versions)
  }

  /// Those of the register and of some agreements: what thousands of others announce is no matter
  /// of theirs.
  func concerning(agreements ids: [String]) -> [Value] {
    Self.merged(ofRegister, ids.flatMap { ofAgreements[$0] ?? [] }.sorted { $0.day < $1.day })
  }

  /// Agreements first on one day.
  private static func merged(_ register: [Dated], _ agreements: [Dated]) -> [Value] {
    var output: [Value] = []
    output.reserveCapacity(register.count + agreements.count)
    var next = agreements.startIndex
    for dated in register {
      while next < agreements.endIndex, agreements[next].day <= dated.day {
        output.append(agreements[next].value)
        next += 1
      }
      output.append(dated.value)
    }
    return output + agreements[next...].map(\.value)
  }
}
