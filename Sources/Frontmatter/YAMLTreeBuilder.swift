package import Diagnostics

/// Builds a ``YAMLNode`` from the events of one text.
///
/// Keeps the open collections on a stack of its own: nesting is user input.
struct YAMLTreeBuilder {
  private let text: YAMLText
  private var places: YAMLPlaces
  private var stack: [OpenCollection] = []
  private var root: YAMLNode?
  private var documents = 0
  private var diagnostics: [Diagnostic]
  /// Characters that turn a text round: the first of each text that holds some.
  private var turning: [(scalar: UInt32, range: SourceRange)] = []

  init(_ text: YAMLText) {
    self.text = text
    places = YAMLPlaces(text)
    diagnostics = text.diagnostics
  }

  mutating func build() -> (root: YAMLNode?, diagnostics: [Diagnostic]) {
    var reader = YAMLEventReader(text.bytes)
    do throws(YAMLFault) {
      while take(try reader.next()) {}
    } catch {
      diagnostics.append(.yamlFault(error, in: &places))
      root = nil
    }
    if let first = turning.first {
      diagnostics.append(
        .turningCharacter(first.scalar, at: first.range, further: turning.count - 1))
    }
    return (root, diagnostics)
  }

  /// Takes one event in, and tells whether to go on.
  private mutating func take(_ event: YAMLEvent) -> Bool {
    switch event.kind {
    case .scalar(let scalar, let style): take(scalar, style, event)
    case .sequenceStart(let isFlow): return open(isMapping: false, isFlow: isFlow, event)
    case .mappingStart(let isFlow): return open(isMapping: true, isFlow: isFlow, event)
    case .collectionEnd: closeCollection(event)
    case .alias:
      diagnostics.append(.yamlAlias(at: places.range(event.start, event.end)))
      deliverNothing(at: event)
    case .documentStart(let hasDirectives): return takeDocumentStart(hasDirectives, event)
    case .streamEnd: return false
    case .documentEnd, .other: break
    }
    return true
  }

  private mutating func takeDocumentStart(_ hasDirectives: Bool, _ event: YAMLEvent) -> Bool {
    documents += 1
    if hasDirectives {
      diagnostics.append(.yamlDirective(at: places.range(event.start, event.start + 1)))
    }
    guard documents > 1 else { return true }
    diagnostics.append(.yamlDocument(at: places.range(event.start, event.end)))
    return false
  }

  private mutating func take(_ scalar: YAMLScalar, _ style: YAMLScalarStyle, _ event: YAMLEvent) {
    let range = places.range(event.start, event.end)
    report(event, at: range)
    if style == .quoted, let control = scalar.text.unicodeScalars.first(where: isRefused) {
      diagnostics.append(.yamlCharacter(control.value, at: range, further: 0))
    }
    if style == .plain, scalar.text == "<<", stack.last?.awaitsKey == true {
      diagnostics.append(.yamlMergeKey(at: range))
      deliverNothing(at: event)
      return
    }
    deliver(YAMLNode(.scalar(withoutTurns(scalar, at: range)), at: range))
  }

  /// A text with blanks in the place of what would show it in another order than it is written in:
  /// U+202A to U+202E and U+2066 to U+2069.
  private mutating func withoutTurns(_ scalar: YAMLScalar, at range: SourceRange) -> YAMLScalar {
    func turns(_ scalar: Unicode.Scalar) -> Bool {
      (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }
    guard scalar.text.utf8.contains(0xE2),
      let first = scalar.text.unicodeScalars.first(where: turns)
    else { return scalar }
    turning.append((first.value, range))
    var bare = scalar
    var text = String.UnicodeScalarView()
    for scalar in scalar.text.unicodeScalars { text.append(turns(scalar) ? " " : scalar) }
    bare.text = String(text)
    return bare
  }

  /// Whether only an escape could bring the character into a text; XML can't carry these.
  private func isRefused(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 && scalar != "\t" && scalar != "\n" && scalar != "\r"
      || (0x7F..<0xA0).contains(scalar.value) || scalar.value == 0xFFFE || scalar.value == 0xFFFF
  }

  private mutating func open(isMapping: Bool, isFlow: Bool, _ event: YAMLEvent) -> Bool {
    let range = places.range(event.start, event.end)
    report(event, at: range)
    guard stack.count < YAMLLimits.depth else {
      diagnostics.append(.dataDepth(limit: YAMLLimits.depth, at: range))
      root = nil
      return false
    }
    stack.append(OpenCollection(isMapping: isMapping, isFlow: isFlow, start: range.start))
    return true
  }

  private mutating func closeCollection(_ event: YAMLEvent) {
    guard let collection = stack.popLast() else { return }
    let end = places.position(ofMark: event.end)
    deliver(collection.node(endingAt: end, path: text.path))
  }

  private mutating func report(_ event: YAMLEvent, at range: SourceRange) {
    if event.hasAnchor { diagnostics.append(.yamlAnchor(at: range)) }
    if event.hasTag { diagnostics.append(.yamlTag(at: range)) }
  }
}

extension YAMLTreeBuilder {
  /// Gives a finished node to the collection that it stands in.
  private mutating func deliver(_ node: YAMLNode) {
    guard !stack.isEmpty else {
      root = node
      return
    }
    if let fault = stack[stack.count - 1].add(node) { diagnostics.append(fault) }
  }

  /// Fills the place of a node that was refused: a key takes its value with it, a value is null.
  private mutating func deliverNothing(at event: YAMLEvent) {
    if stack.last?.awaitsKey == true {
      stack[stack.count - 1].dropKey()
      return
    }
    let null = YAMLScalar(text: "", resolved: .null)
    deliver(YAMLNode(.scalar(null), at: places.range(event.start, event.end)))
  }
}

extension Diagnostic.Code {
  package static let dataDepth = Self(rawValue: "data-depth")
  package static let yamlAlias = Self(rawValue: "yaml-alias")
  package static let yamlAnchor = Self(rawValue: "yaml-anchor")
  package static let yamlDirective = Self(rawValue: "yaml-directive")
  package static let yamlDocument = Self(rawValue: "yaml-document")
  package static let yamlMergeKey = Self(rawValue: "yaml-merge-key")
  package static let yamlTag = Self(rawValue: "yaml-tag")
}

extension Diagnostic {
  static func dataDepth(limit: Int, at range: SourceRange) -> Self {
    Diagnostic(
      .dataDepth, .error, "lists and mappings must not nest more than \(limit) deep", at: range,
      help: "write the data flatter")
  }

  fileprivate static func yamlAlias(at range: SourceRange) -> Self {
    Diagnostic(
      .yamlAlias, .error, "'*' begins an alias, which is not supported", at: range,
      help: "put the value in quotes, or write what the alias stands for")
  }

  fileprivate static func yamlAnchor(at range: SourceRange) -> Self {
    Diagnostic(
      .yamlAnchor, .error, "'&' begins an anchor, which is not supported", at: range,
      help: "put the value in quotes, or delete the anchor")
  }

  static func yamlDirective(at range: SourceRange) -> Self {
    Diagnostic(
      .yamlDirective, .error, "'%' begins a directive, which is not supported", at: range,
      help: "delete the line")
  }

  fileprivate static func yamlDocument(at range: SourceRange) -> Self {
    Diagnostic(
      .yamlDocument, .error, "'---' begins a second document; a file must hold one", at: range,
      help: "move what follows to a file of its own")
  }

  fileprivate static func yamlMergeKey(at range: SourceRange) -> Self {
    Diagnostic(
      .yamlMergeKey, .error, "'<<' merges another mapping, which is not supported", at: range,
      help: "write the keys of the other mapping here")
  }

  static func yamlTag(at range: SourceRange) -> Self {
    Diagnostic(
      .yamlTag, .error, "'!' begins a tag, which is not supported", at: range,
      help: "put the value in quotes, or delete the tag")
  }
}
