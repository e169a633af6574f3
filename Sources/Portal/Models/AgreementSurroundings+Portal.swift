internal import Agreements
internal import Frontmatter
internal import Registers
internal import Templating

extension AgreementSurroundings {
  init(_ portal: CompiledPortal, paths: PortalPaths) {
    self.paths = paths
    processorName = portal.settings.processor.name.value
    processorAddress = addressModel(portal.settings.processor.address)
    processorMembers = .array(
      portal.settings.processor.members.map {
        memberModel($0.name.value, nil, $0.address)
      })
    defaultLanguage = paths.defaultLanguage
    asOf = portal.asOf
    titles = Dictionary(
      portal.agreements.map { ($0.id, $0.metadata.title) }, uniquingKeysWith: { first, _ in first })
    // Language versions of one agreement refer to one of them, directly.
    var groups: [String: [(language: String, id: String)]] = [:]
    for agreement in portal.agreements {
      let original = agreement.metadata.translationOf?.value ?? agreement.id
      let language = agreement.metadata.language?.value ?? paths.defaultLanguage
      groups[original, default: []].append((language, agreement.id))
    }
    var translations: [String: [(language: String, id: String)]] = [:]
    for group in groups.values {
      for member in group { translations[member.id] = group.filter { $0.id != member.id } }
    }
    self.translations = translations
    var stated: [String: String] = [:]
    for agreement in portal.agreements {
      guard let binding = agreement.metadata.bindingLanguage?.value else { continue }
      let original = agreement.metadata.translationOf?.value
      // Where they contradict each other, which is reported, the original counts.
      if original == nil || stated[original ?? ""] == nil {
        stated[original ?? agreement.id] = binding
      }
    }
    bindingLanguages = Dictionary(
      portal.agreements.compactMap { agreement in
        stated[agreement.metadata.translationOf?.value ?? agreement.id].map { (agreement.id, $0) }
      }, uniquingKeysWith: { first, _ in first })
  }
}
