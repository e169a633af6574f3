internal import Deadlines
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
        engagement.isCurrent(on: assessor.day)
          && (engagement.effective.map { $0.value <= assessor.day } ?? true)
      }
      guard !current.isEmpty else { continue }
      inUse.append(company.name)
      let outside = current.flatMap { engagement in
        zip(engagement.locations, assessor.places(of: engagement)).filter {
          $1.standing != .inside && $1.country != nil
        }
      }
      let storing = outside.first {
        $0.0.roles.contains { $0.value == .storage || $0.value == .backup }
      }
      if let (_, place) = storing ?? outside.first {
        self.outside.append(
          Outside(name: company.name, place: place.country ?? "", isStorage: storing != nil))
      }
    }
    guard let processor = settings?.processor else { return }
    add(processor.name.value)
    if let short = processor.shortName { add(short.value) }
    for member in processor.members { add(member.name.value) }
  }

  /// Adds a name that is known besides, such as that of a party.
  package mutating func add(_ name: String) {
    for form in companyNameForms(name) { known.insert(form.folded) }
  }
}
