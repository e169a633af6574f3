internal import Frontmatter
package import Registers

/// What the texts of agreements are compared with.
package struct RegisterFacts: Sendable {
  /// Companies in use, by the names that notes give them.
  var inUse: [Located<String>] = []
  /// Places outside of the area, one for each company in use.
  var outside: [Outside] = []
  /// Folded names of every company that the portal knows: the register, the processor, its members.
  var known: Set<String> = []

  struct Outside: Sendable {
    var name: Located<String>
    var place: String
    /// Whether data is kept there, as the record says.
    var isStorage: Bool
    /// Whether what it does is called hosting or backup.
    var isHosting: Bool
  }

  /// Engagements are in use on the day of `assessor`.
  package init(
    _ companies: [SubProcessor], settings: PortalSettings?, using assessor: TransferAssessor
  ) {
    for company in companies {
      for name in [company.name] + company.aliases { add(name.value) }
      if let short = company.shortName { add(short.value) }
      if let parent = company.parent?.name { add(parent.value) }
      guard !company.isExcluded else { continue }
      let current = company.engagements.filter { engagement in
        engagement.isCurrent(on: assessor.day) && engagement.hasBegun(on: assessor.day)
      }
      guard !current.isEmpty else { continue }
      inUse.append(company.name)
      if let place = Self.placeOutside(of: current, company, assessor) { outside.append(place) }
    }
    guard let processor = settings?.processor else { return }
    add(processor.name.value)
    if let short = processor.shortName { add(short.value) }
    for member in processor.members { add(member.name.value) }
  }

  /// Adds a name that is known besides.
  package mutating func add(_ name: String) { known.formUnion(Self.folded(name)) }

  /// The forms of a name as ``known`` holds them.
  static func folded(_ name: String) -> [String] { companyNameForms(name).map(\.folded) }

  /// The places outside of a company, in one.
  private static func placeOutside(
    of engagements: [Engagement], _ company: SubProcessor, _ assessor: TransferAssessor
  ) -> Outside? {
    let words = PromiseWords.shipped
    var found: Outside?
    for engagement in engagements {
      let tasks = [engagement.service, engagement.purpose].compactMap { $0 }
        .flatMap(\.variants).map(\.text.value.folded)
      let isHosting = tasks.contains { task in
        task.split(separator: " ").map(String.init).contains(anyOf: words.hosting)
      }
      for (location, place) in zip(engagement.locations, assessor.places(of: engagement)) {
        guard place.standing != .inside, let country = place.country, !location.isInNoCountry
        else { continue }
        let isStorage = location.roles.contains { $0.value == .storage || $0.value == .backup }
        var outside =
          found
          ?? Outside(name: company.name, place: country, isStorage: false, isHosting: false)
        outside.isStorage = outside.isStorage || isStorage
        outside.isHosting = outside.isHosting || isHosting
        found = outside
      }
    }
    return found
  }
}
