internal import Agreements
internal import Changes
internal import Diagnostics
internal import Frontmatter
internal import History
internal import Parallelism
internal import References
internal import Registers

/// Reads several versions of a portal's content, each text that they share once.
///
/// Pure. What is wrong with old texts is not reported, as nobody can mend it any more; only that a
/// text could not be read at all.
///
/// `words`: what the theme says, by language; variables in texts are written with it.
/// `isPublic`: whether only what the public may read is kept, and read for pages of its own.
/// `known`: texts of the last version that are read already.
///
/// - Complexity: O(bytes of the texts that differ), and O(references) for each version that
///   differs.
func readVersions(
  _ versions: [UnreadVersion], words: [String: Words], isPublic: Bool,
  known: KnownReadings = KnownReadings(), workers: Int
) -> [ReadVersion] {
  let records = readRecords(of: versions)
  let texts = readTexts(of: versions, settings: records.map(\.settings), words, known, workers)
  let registers = adoptRegisters(
    records,
    of: versions.indices.map { index in
      versions[index].isLoose
        ? [] : texts.byVersion[index].map { (texts.keys[$0].adoptionKey, texts.read[$0].agreement) }
    }, isPublic: isPublic, workers: workers)
  let drafts = versions.indices.map { index in
    VersionDraft(
      texts.byVersion[index].filter {
        !isPublic || texts.read[$0].agreement.metadata.audience == .public
      }, texts: texts)
  }
  let (read, chosen) = understandTexts(
    drafts, texts: texts, known, forPages: isPublic, workers: workers)
  let snapshots = resolve(chosen, readings: read.map(\.reading), known, workers: workers)
  return versions.indices.map { index in
    ReadVersion(
      id: versions[index].id,
      contents: ReleaseContents(
        id: versions[index].id, agreements: snapshots[index],
        registers: registers[index].records),
      digests: drafts[index].texts.map { texts.keys[$0].digest },
      understood: isPublic
        ? zip(chosen[index], snapshots[index]).map { read[$0].findings.with($1.resolved) } : [],
      adoptedScopes: registers[index].scopes,
      refusals: drafts[index].texts.filter { !texts.read[$0].refusals.isEmpty }.map {
        RefusedFile(
          subject: .agreement(texts.read[$0].agreement.id), digest: texts.keys[$0].digest,
          diagnostics: texts.read[$0].refusals)
      } + records[index].refusals)
  }
}

/// ``readVersions(_:words:isPublic:known:workers:)`` with the words of the default theme, for
/// programs that compare and don't publish.
package func readVersions(_ versions: [UnreadVersion], workers: Int) -> [ReadVersion] {
  // Texts outside of a workspace have no variables.
  let words = versions.allSatisfy(\.isLoose) ? [:] : shippedWords
  return readVersions(versions, words: words, isPublic: false, workers: workers)
}

// MARK: - Texts

/// What makes two texts mean the same.
private struct TextKey: Hashable {
  var digest: String
  /// The file's name gives the id of an agreement that states none.
  var name: String
  /// The digest of the settings that variables in the text are filled in from, or empty.
  var settings: String
  var isLoose: Bool

  /// What an adopted register depends on.
  var adoptionKey: String { "\(digest) \(name) \(settings)" }
}

private struct ReadText: Sendable {
  var agreement: Agreement
  var source: [UInt8]
  var refusals: [Diagnostic]
  /// Where the text is one of today.
  var known: UnderstoodText?
}

/// All texts of some versions, each once.
private struct ReadTexts {
  var keys: [TextKey] = []
  var read: [ReadText] = []
  /// The texts of each version, by their index.
  var byVersion: [[Int]] = []
}

private func readTexts(
  of versions: [UnreadVersion], settings: [PortalSettings?], _ words: [String: Words],
  _ knownReadings: KnownReadings, _ workers: Int
) -> ReadTexts {
  var texts = ReadTexts()
  var files: [(file: ContentFile, version: Int)] = []
  var known: [TextKey: Int] = [:]
  for (index, version) in versions.enumerated() {
    let settingsDigest = version.files.first { $0.kind == .settings }?.digest ?? ""
    var chosen: [Int] = []
    for file in version.files where version.isLoose || file.kind == .agreement {
      let key = TextKey(
        digest: file.digest, name: file.name,
        settings: containsVariable(file.bytes) ? settingsDigest : "", isLoose: version.isLoose)
      if let text = known[key] {
        // Places are those of the newest version, which is the one that can be mended.
        files[text] = (file, index)
        chosen.append(text)
        continue
      }
      known[key] = texts.keys.count
      chosen.append(texts.keys.count)
      texts.keys.append(key)
      files.append((file, index))
    }
    texts.byVersion.append(chosen)
  }
  let variables = settings.map { $0.map { portalVariables(from: $0, words: words) } }
  let unread = files
  let keys = texts.keys
  texts.read = concurrentMap(count: unread.count, workers: workers) { index in
    let (file, version) = unread[index]
    // What is filled in from settings is as it is today in the last version only.
    if keys[index].settings.isEmpty || version == variables.count - 1,
      let text = knownReadings.text(file.digest, name: file.name)
    {
      return ReadText(
        agreement: text.reading.agreement, source: file.bytes, refusals: [], known: text)
    }
    return readText(
      file, isLoose: keys[index].isLoose,
      variables: keys[index].isLoose ? nil : variables[version])
  }
  return texts
}

private func readText(
  _ file: ContentFile, isLoose: Bool, variables: Variables?
) -> ReadText {
  var (agreement, diagnostics) = readAgreement(
    file.bytes, path: file.path, variables: variables, isLone: isLoose, checksNumbers: false)
  if isLoose { agreement.id = looseID(of: file.name) }
  return ReadText(
    agreement: agreement, source: file.bytes,
    refusals: diagnostics.filter { $0.isRefusalOfText || (!isLoose && $0.isRefusalOfRecord) })
}

/// The id of a text that lies anywhere: `policies/privacy` for `policies/privacy.md`.
package func looseID(of name: String) -> String {
  for ending in [".md", ".markdown"] where name.hasSuffix(ending) && name != ending {
    return String(name.dropLast(ending.utf8.count))
  }
  return name
}

/// Whether two braces stand in a row: only then does a text depend on the settings.
private func containsVariable(_ bytes: [UInt8]) -> Bool {
  let span = bytes.span
  let brace = UInt8(ascii: "{")
  // One of two braces in a row stands at an odd place.
  var index = 1
  while index < span.count {
    if span[index] == brace,
      span[index - 1] == brace || (index + 1 < span.count && span[index + 1] == brace)
    {
      return true
    }
    index += 2
  }
  return false
}

// MARK: - Readings

/// The texts of one version that are kept, and what their readings depend on.
private struct VersionDraft {
  let texts: [Int]
  /// The ids and titles of all agreements, which they know each other by.
  let titles: [String]

  init(_ chosen: [Int], texts: ReadTexts) {
    self.texts = chosen
    titles = chosen.flatMap {
      [texts.read[$0].agreement.id, texts.read[$0].agreement.metadata.title]
    }
  }
}

private struct ReadingKey: Hashable {
  var text: Int
  /// Which of the lists of titles.
  var titles: Int
}

/// Reads each text once for each list of titles that it stands among.
///
/// `forPages`: whether what pages show of a text is looked for, too.
private func understandTexts(
  _ drafts: [VersionDraft], texts: ReadTexts, _ knownReadings: KnownReadings, forPages: Bool,
  workers: Int
) -> (texts: [UnderstoodText], byVersion: [[Int]]) {
  var titleLists: [[String]: Int] = [:]
  var known: [ReadingKey: Int] = [:]
  var jobs: [(text: Int, titles: Int)] = []
  var portals: [PortalTitles] = []
  var listOfToday = -1
  var byVersion: [[Int]] = []
  for draft in drafts {
    let list = titleLists[draft.titles] ?? titleLists.count
    if list == titleLists.count {
      titleLists[draft.titles] = list
      if draft.titles == knownReadings.titles { listOfToday = list }
      portals.append(PortalTitles(of: draft.texts.map { texts.read[$0].agreement }))
    }
    byVersion.append(
      draft.texts.map { text in
        let key = ReadingKey(text: text, titles: list)
        if let reading = known[key] { return reading }
        known[key] = jobs.count
        jobs.append((text, list))
        return jobs.count - 1
      })
  }
  let (work, read) = (jobs, texts.read)
  let titles = portals
  let today = listOfToday
  let understood = concurrentMap(
    count: work.count, workers: workers, makeState: { [Int: Lexicon]() }
  ) { lexicons, index in
    let text = read[work[index].text]
    let list = work[index].titles
    if list == today, let known = text.known { return known }
    // Versions come one after the other: what served another list is done with.
    if lexicons.index(forKey: list) == nil { lexicons.removeAll() }
    let (reading, findings) = AgreementReading.read(
      text.agreement, source: { text.source },
      context: ReferenceContext(for: text.agreement, in: titles[list]),
      lexicon: &lexicons[list, default: Lexicon(of: titles[list])]
    ) { reading, table in
      forPages
        ? UnderstoodAgreement(
          ofPageWith: findTerms(in: reading, table), findBlanks(in: reading, table))
        : UnderstoodAgreement()
    }
    return UnderstoodText(reading, findings)
  }
  return (understood, byVersion)
}

extension UnderstoodAgreement {
  fileprivate func with(_ resolved: ResolvedAgreement) -> Self {
    var understood = self
    understood.resolved = resolved
    return understood
  }
}

/// Resolves the references of each set of readings once.
private func resolve(
  _ chosen: [[Int]], readings: [AgreementReading], _ known: KnownReadings, workers: Int
) -> [[AgreementSnapshot]] {
  var numbers: [[Int]: Int] = [:]
  var sets: [[Int]] = []
  let setOfVersion = chosen.map { set in
    if let index = numbers[set] { return index }
    numbers[set] = sets.count
    sets.append(set)
    return sets.count - 1
  }
  let work = sets
  let snapshots = concurrentMap(count: work.count, workers: workers) { index in
    let set = work[index].map { readings[$0] }
    return AgreementSnapshot.all(
      set, resolved: known.resolved(set) ?? resolveReferences(in: set).agreements)
  }
  return setOfVersion.map { snapshots[$0] }
}
