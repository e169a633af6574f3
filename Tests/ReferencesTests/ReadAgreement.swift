import Agreements
import Diagnostics
import References

/// Reads Markdown, with or without frontmatter, as a portal of one agreement.
func read(_ markdown: String, id: String = "dpa") -> AgreementReading {
  readAll([(id, markdown)])[0]
}

/// Reads several agreements as one portal does.
func readAll(_ sources: [(id: String, markdown: String)]) -> [AgreementReading] {
  let agreements = agreements(sources)
  return zip(agreements, sources).map { agreement, source in
    AgreementReading(
      agreement, source: { Array(source.markdown.utf8) },
      context: ReferenceContext(for: agreement, among: agreements))
  }
}

/// Understands one agreement as the only one of its portal.
func understand(_ markdown: String) -> (portal: UnderstoodPortal, diagnostics: [Diagnostic]) {
  understandAll([("dpa", markdown)])
}

/// Understands several agreements as one portal does.
func understandAll(
  _ sources: [(id: String, markdown: String)]
) -> (portal: UnderstoodPortal, diagnostics: [Diagnostic]) {
  understandAgreements(
    agreements(sources), sources: sources.map { source in { Array(source.markdown.utf8) } })
}

private func agreements(_ sources: [(id: String, markdown: String)]) -> [Agreement] {
  sources.map { source in
    readAgreement(Array(source.markdown.utf8), path: "content/agreements/\(source.id).md").agreement
  }
}

/// Resolves one agreement alone.
func resolve(
  _ markdown: String
) -> (resolved: ResolvedAgreement, diagnostics: [Diagnostic]) {
  let (agreements, diagnostics) = resolveReferences(in: [read(markdown)])
  return (agreements[0], diagnostics)
}

/// Each reference as `text -> path, path`, with the status where it isn't resolved.
func references(in markdown: String) -> [String] {
  let reading = read(markdown)
  let (agreements, _) = resolveReferences(in: [reading])
  return agreements[0].references.map { reference in
    let targets = reference.parts.flatMap(\.targets).map {
      $0.provision < 0 ? "all" : reading.agreement.legalPath(of: Int($0.provision)).written
    }
    let status = reference.status == .resolved ? "" : " (\(reference.status.rawValue))"
    return "\(reading.text(reference.textRange)) -> \(targets.joined(separator: ", "))\(status)"
  }
}

let shippedLaws = ReferenceCatalogs.shipped.laws
