/// What a pass finds in one file: of each code the first few, and how many more there are.
///
/// A file that was exported from elsewhere, or is out to harm, may have one fault hundreds of
/// thousands of times. What is not told is not made either, so that time and memory stay bounded.
package struct DiagnosticList: Sendable {
  /// Of warnings and notes with one code, so many are told one by one.
  package static let mostWarnings = 20
  /// Of errors with one code. They keep the portal from being published, and want to be mended all.
  package static let mostErrors = 100

  private struct Kind: Hashable {
    var code: Diagnostic.Code
    var severity: Diagnostic.Severity
  }

  private struct Told {
    var count = 0
    /// The index of the last one that is told, once all are that may be.
    var last: Int?
  }

  private var told: [Diagnostic] = []
  private var counts: [Kind: Told] = [:]

  package init() {}

  /// Those that are told, in the order in which they were added; the last of a code says how many
  /// more there are.
  package var diagnostics: [Diagnostic] {
    var diagnostics = told
    for entry in counts.values {
      guard let last = entry.last, entry.count > Self.limit(of: told[last].severity) else {
        continue
      }
      diagnostics[last].tellMore(entry.count - Self.limit(of: told[last].severity))
    }
    return diagnostics
  }

  package mutating func append(_ diagnostic: Diagnostic) {
    guard hasRoom(for: diagnostic.code, diagnostic.severity) else { return }
    let kind = Kind(code: diagnostic.code, severity: diagnostic.severity)
    var entry = counts[kind] ?? Told()
    entry.count += 1
    if entry.count == Self.limit(of: diagnostic.severity) { entry.last = told.count }
    counts[kind] = entry
    told.append(diagnostic)
  }

  /// Adds what `diagnostic` makes, which is not made where there were enough of `code`.
  package mutating func append(
    _ code: Diagnostic.Code, _ severity: Diagnostic.Severity,
    _ diagnostic: @autoclosure () -> Diagnostic
  ) {
    if hasRoom(for: code, severity) { append(diagnostic()) }
  }

  /// Whether another one of `code` is told, and worth making; one that is not, is counted here.
  package mutating func hasRoom(
    for code: Diagnostic.Code, _ severity: Diagnostic.Severity
  ) -> Bool {
    let kind = Kind(code: code, severity: severity)
    guard let entry = counts[kind], entry.count >= Self.limit(of: severity) else { return true }
    counts[kind]?.count += 1
    return false
  }

  package static func += (list: inout DiagnosticList, diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics { list.append(diagnostic) }
  }

  static func limit(of severity: Diagnostic.Severity) -> Int {
    severity == .error ? mostErrors : mostWarnings
  }
}

private struct KindInFile: Hashable {
  var path: String
  var code: Diagnostic.Code
  var severity: Diagnostic.Severity
}

extension [Diagnostic] {
  /// Of each code and file the first few, as a ``DiagnosticList`` has them; those without a place
  /// all stay.
  ///
  /// - Complexity: O(*n*) on average.
  package func limited() -> [Diagnostic] {
    guard count > DiagnosticList.mostWarnings else { return self }
    var counts: [KindInFile: (told: Int, last: Int, untold: Int)] = [:]
    var told: [Diagnostic] = []
    for diagnostic in self {
      guard let path = diagnostic.range?.path else {
        told.append(diagnostic)
        continue
      }
      let key = KindInFile(path: path, code: diagnostic.code, severity: diagnostic.severity)
      var entry = counts[key] ?? (0, 0, 0)
      if entry.told < DiagnosticList.limit(of: diagnostic.severity) {
        entry.told += 1
        entry.last = told.count
        told.append(diagnostic)
      } else {
        // One that stands for others goes with all of them.
        entry.untold += 1 + diagnostic.untold
      }
      counts[key] = entry
    }
    for entry in counts.values where entry.untold > 0 { told[entry.last].tellMore(entry.untold) }
    return told
  }
}
