/// What a control protects.
///
/// Source: Regulation (EU) 2016/679, Article 32(1)(a) to (d), and the protection goals of the
/// Standard Data Protection Model that go beyond it.
package enum ProtectionObjective: String, CaseIterable, Sendable {
  case pseudonymisation, encryption
  case confidentiality, integrity, availability, resilience
  case recovery
  case review
  case dataMinimisation = "data-minimisation"
  case unlinkability, transparency, intervenability
}
