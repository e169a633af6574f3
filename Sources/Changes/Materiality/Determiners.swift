/// German articles and pronouns, which tell by their endings who does something to whom.
enum Determiners {
  /// Whether the party behind an article is who acts now, and was not; `nil` where neither changed.
  static func becomesSubject(_ before: String, _ after: String) -> Bool? {
    if before == after { return nil }
    // Of a woman or a company: `die`, `der`.
    if isFeminine(before, after) { return false }
    if isFeminine(after, before) { return true }
    if subjects.contains(before), objects.contains(after) { return false }
    if objects.contains(before), subjects.contains(after) { return true }
    return nil
  }

  private static func isFeminine(_ subject: String, _ object: String) -> Bool {
    subject == "die" && object == "der"
      || subject.hasSuffix("e") && object == subject + "r" && subjects.contains(subject)
  }

  /// In bytes: `unserem`.
  static let longest = 7

  /// All of which the case is told apart, in lower case.
  static let all = subjects.union(objects).union(
    subjects.filter { $0.hasSuffix("e") }.map { $0 + "r" })

  /// How articles and pronouns begin before their endings.
  private static let determiners = ["dies", "jed", "jen"]
  private static let possessives = ["ein", "kein", "sein", "ihr", "unser"]

  private static let subjects: Set<String> = Set(
    ["der", "die", "das"] + possessives + (determiners + possessives).map { $0 + "e" }
      + determiners.map { $0 + "er" })

  private static let objects: Set<String> = Set(
    ["den", "dem", "des"]
      + (determiners + possessives).flatMap { [$0 + "en", $0 + "em", $0 + "es"] })
}
