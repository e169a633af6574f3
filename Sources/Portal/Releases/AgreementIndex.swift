internal import Agreements
internal import Frontmatter

/// The agreements of one version of a portal by their ids, and which are parts of which.
struct AgreementIndex: Sendable {
  private(set) var numbers: [String: Int] = [:]
  private var parts: [String: [String]] = [:]
  /// By id: the agreement that it is a translation of, or itself.
  private var originals: [String: String] = [:]
  /// By original: it and its translations, in the order of the portal.
  private var versions: [String: [String]] = [:]

  init(_ agreements: [Agreement]) {
    for (number, agreement) in agreements.enumerated() where numbers[agreement.id] == nil {
      numbers[agreement.id] = number
      let original = agreement.metadata.translationOf?.value ?? agreement.id
      originals[agreement.id] = original
      versions[original, default: []].append(agreement.id)
      if let whole = agreement.metadata.partOf?.id {
        parts[whole, default: []].append(agreement.id)
      }
    }
  }

  /// The agreement and all that are a part of it, or of a part of it.
  ///
  /// What is part of one language version is part of all, but for parts that have a version of
  /// their own there.
  func family(of id: String) -> [String] {
    var family = [id]
    var seen: Set<String> = [id]
    var next = 0
    // Parts that are parts of each other, in a circle, are passed once.
    while next < family.count {
      family += parts(of: family[next]).filter { seen.insert($0).inserted }
      next += 1
    }
    return family
  }

  /// The versions of a text in all of its languages, itself among them.
  func languageVersions(of id: String) -> [String] { versions[original(of: id)] ?? [] }

  private func parts(of id: String) -> [String] {
    var found = parts[id] ?? []
    var known = Set(found.map { original(of: $0) })
    for version in versions[original(of: id)] ?? [] where version != id {
      for part in parts[version] ?? [] where known.insert(original(of: part)).inserted {
        found.append(part)
      }
    }
    return found
  }

  private func original(of id: String) -> String { originals[id] ?? id }
}
