internal import Diagnostics
internal import Frontmatter
internal import Registers

/// All names by which lists of measures call controls.
struct ControlNames {
  /// A control by its scheme's place in ``ControlSchemes/all`` and its own in the scheme.
  struct Match: Hashable {
    var scheme: Int
    var control: Int
  }

  let schemes: ControlSchemes
  let words: MeasureWords
  private var matches: [[UInt8]: [Match]] = [:]
  /// What tells a control from others of the same name; for those that have signs.
  private(set) var clues: [Match: Clues] = [:]

  /// Names and signs of a control, folded once.
  struct Clues {
    var names: [FoldedText] = []
    var signs: [(text: FoldedText, isWhole: Bool)] = []
  }

  init(_ schemes: ControlSchemes, words: MeasureWords = .shipped) {
    self.schemes = schemes
    self.words = words
    for (position, scheme) in schemes.all.enumerated() {
      for (index, control) in scheme.controls.enumerated() {
        let match = Match(scheme: position, control: index)
        let names = control.name.variants.map(\.text.value) + control.aliases
        let folded = names.map { FoldedText($0) }
        for key in Set(folded.map(\.key)) { matches[key, default: []].append(match) }
        guard !control.signs.isEmpty else { continue }
        // Short signs are whole words: "key", and not "keyboard".
        let signs = control.signs.map { (FoldedText($0), isWhole: $0.utf8.count < 5) }
        clues[match] = Clues(names: folded, signs: signs)
      }
    }
  }

  func qualified(_ match: Match) -> String { schemes.all[match.scheme].qualified(match.control) }

  func control(_ match: Match) -> ControlScheme.Control {
    schemes.all[match.scheme].controls[match.control]
  }

  /// How many of the candidates have this name.
  func count(of candidates: [Match], called name: FoldedText) -> Int {
    (matches[name.key] ?? []).count { candidates.contains($0) }
  }

  /// The control that has the letter of Article 32(1) GDPR.
  func letter(_ letter: UInt8) -> Match? {
    guard let scheme = schemes.position(of: ControlSchemes.article32),
      let control = schemes.all[scheme].position(of: String(UnicodeScalar(letter)))
    else { return nil }
    return Match(scheme: scheme, control: control)
  }

  /// The controls of any scheme that are called `name`, those of `scheme` alone where it has any.
  func controls(called name: String, in scheme: Int?) -> [Match] {
    let all = found(name)
    let own = all.filter { $0.scheme == scheme }
    guard own.isEmpty, let first = all.first else { return own }
    // Schemes are listed with the usual ones first.
    return all.filter { $0.scheme == first.scheme }
  }

  private func found(_ name: String) -> [Match] {
    if let found = matches[FoldedText(name).key] { return found }
    let folded = FoldedText(name)
    for suffix in words.suffixes {
      guard folded.bytes.count > suffix.length + 1,
        folded.bytes.suffix(suffix.length).elementsEqual(suffix.text.bytes)
      else { continue }
      let bare = name.bytes(0..<(folded.bytes.count - suffix.length))
      if let found = matches[FoldedText(bare).key] { return found }
    }
    return []
  }
}

extension ControlNames {
  /// What a label names.
  struct Reading: Equatable {
    /// For each control that is named, those that the name can mean; never empty ones.
    var alternatives: [[Match]] = []
    /// Words of the label that name none.
    var unknown: [String] = []

    var isEmpty: Bool { alternatives.isEmpty }
  }

  /// Reads a label: one name, or several that are joined.
  func read(_ label: String, in scheme: Int?) -> Reading {
    let whole = controls(called: label, in: scheme)
    if !whole.isEmpty { return Reading(alternatives: [whole]) }
    if let numbered = control(numberedIn: label, in: scheme) {
      return Reading(alternatives: [[numbered]])
    }
    var reading = Reading()
    // A label is a few words; a paragraph that stands in its place is none.
    guard label.utf8.count <= 300 else { return reading }
    for part in parts(of: label) {
      let found = controls(called: part, in: scheme)
      if found.isEmpty {
        reading.unknown.append(part)
      } else if !reading.alternatives.contains(found) {
        reading.alternatives.append(found)
      }
    }
    // Names that belong to other schemes are words like any other in a list of several.
    if !reading.unknown.isEmpty {
      reading.alternatives.removeAll { $0.allSatisfy { $0.scheme != scheme } }
    }
    return reading
  }

  /// A label that begins with the number of a control: "A.7.2 Physical entry", "PS-04 Zutritt".
  private func control(numberedIn label: String, in scheme: Int?) -> Match? {
    guard let scheme, let word = label.split(separator: " ").first else { return nil }
    var number = String(word)
    if number.hasPrefix("A.") { number.removeFirst(2) }
    // A plain number is the label's own: "1. Zutrittskontrolle".
    guard number.utf8.contains(where: { !$0.isASCIIDigit }),
      let control = schemes.all[scheme].position(of: number)
    else { return nil }
    return Match(scheme: scheme, control: control)
  }

  private func parts(of label: String) -> [String] {
    var parts = [label]
    for joint in words.joints {
      parts = parts.flatMap { part -> [String] in
        var pieces: [String] = []
        let folded = FoldedText(part)
        var start = 0
        while let range = folded.range(ofBytes: joint.text.bytes, from: start) {
          pieces.append(part.bytes(start..<range.lowerBound))
          start = range.upperBound
        }
        pieces.append(part.bytes(start..<folded.bytes.count))
        return pieces
      }
    }
    return parts.map(\.singleSpaced).filter { !$0.isEmpty }
  }

  /// Whether the label is called a control, as no measure is: "Zutrittskontrolle".
  func isCalledControl(_ label: String) -> Bool {
    let key = FoldedText(label).key
    return ["control", "controls", "kontrolle", "gebot"].contains { ending in
      key.suffix(ending.utf8.count).elementsEqual(ending.utf8)
    }
  }
}

extension FoldedText {
  /// Where the bytes first stand, whatever is around them.
  fileprivate func range(ofBytes pattern: [UInt8], from start: Int) -> Range<Int>? {
    guard let first = pattern.first, bytes.count - start >= pattern.count else { return nil }
    for index in start...(bytes.count - pattern.count)
    where bytes[index] == first
      && bytes[index..<(index + pattern.count)].elementsEqual(pattern)
    {
      return index..<(index + pattern.count)
    }
    return nil
  }
}
