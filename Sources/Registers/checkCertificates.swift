package import Deadlines
package import Diagnostics
import Frontmatter

/// Reports certificates of companies in use that have expired on `day`.
package func checkCertificates(
  of companies: [SubProcessor], on day: CalendarDate
) -> [Diagnostic] {
  companies.filter { company in
    !company.isExcluded && company.engagements.contains { $0.isCurrent(on: day) }
  }.flatMap { company in
    company.certificates.compactMap { certificate in
      guard let expires = certificate.expires, expires.value < day else { return nil }
      return Diagnostic(
        .expiredCertificate, .warning,
        "'\(certificate.name.value)' of '\(company.displayName)' expired on \(expires.value)",
        at: expires.range,
        help: "write the day on which the new one expires, or take the certificate out")
    }
  }
}

extension Diagnostic.Code {
  package static let expiredCertificate = Self(rawValue: "expired-certificate")
}
