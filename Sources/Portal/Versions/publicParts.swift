internal import Frontmatter
internal import Registers

/// The records as the public may read them: without those that have another audience, and without
/// the facts of the others that have one.
///
/// Whatever a public portal says of records it says of these: pages, comparisons, feeds and search.
func publicPart(of records: RegisterSet) -> RegisterSet {
  let companies = publicParts(of: records.subProcessors)
  let shown = Set(companies.map(\.id.value))
  let hidden = Set(records.subProcessors.map(\.id.value)).subtracting(shown)
  var part = RegisterSet(
    settings: records.settings, subProcessors: companies,
    controls: publicParts(of: records.controls, hiding: hidden), schemes: records.schemes,
    transfers: records.transfers)
  part.hidden = (
    hidden,
    Set(
      records.controls.lazy.flatMap(\.measures).filter { $0.audience != .public }
        .map(\.id.value))
  )
  part.settings?.processor.contact?.keepPublished(isForCustomers: true)
  part.settings?.notice.channel?.keepWays()
  part.settings?.processor.dataProtectionOfficer?.keepPublished(isForCustomers: false)
  return part
}

/// The companies that the public may know of, with what it may know.
func publicParts(of companies: [SubProcessor]) -> [SubProcessor] {
  let listed = companies.filter { $0.audience == .public }
  let hidden = Set(companies.lazy.filter { $0.audience != .public }.map(\.id.value))
  return listed.map { company in
    var company = company
    if company.contact?.audience != .public { company.contact = nil }
    if company.contract?.audience != .public { company.contract = nil }
    if let upper = company.engagedBy?.value, hidden.contains(upper) { company.engagedBy = nil }
    return company
  }
}

/// The controls with the measures that the public may read.
///
/// `hidden`: sub-processors that are not named in public.
func publicParts(of controls: [Control], hiding hidden: Set<String>) -> [Control] {
  controls.map { control in
    var control = control
    control.measures.removeAll { $0.audience != .public }
    for index in control.measures.indices { control.measures[index].keepPublished(hiding: hidden) }
    return control
  }
}

extension Measure {
  fileprivate mutating func keepPublished(hiding hidden: Set<String>) {
    owner = nil
    evidence.removeAll { $0.audience != .public }
    for index in scopes.indices {
      scopes[index].evidence.removeAll { $0.audience != .public }
      if let company = scopes[index].delegate?.value, hidden.contains(company) {
        scopes[index].delegate = nil
      }
    }
  }
}

extension ContactPoint {
  /// Lets go of a name that is not for all. The ways to object are what the portal is read for.
  fileprivate mutating func keepWays() {
    if audience != .public { name = nil }
    if audience == .internal { (email, url, phone) = (nil, nil, nil) }
  }

  /// Lets go of what no page shows. Where customers write to, their e-mail is on all pages, as the
  /// portal is where they look for it.
  fileprivate mutating func keepPublished(isForCustomers: Bool) {
    guard audience != .public else { return }
    let address = isForCustomers && audience == .customer ? email : nil
    name = nil
    phone = nil
    url = nil
    email = address
  }
}
