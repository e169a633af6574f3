internal import CLibYAML

/// Reads a YAML text, one event at a time; the only type that touches libyaml.
///
/// The C parser lives on the heap because it must not move: libyaml stores the parser's own address
/// inside it. The input is copied to a block of its own, so nothing borrowed outlives a call, and
/// the address sanitizer sees reads behind its end.
@safe
struct YAMLEventReader: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeMutableBufferPointer<UInt8>

  init(_ bytes: [UInt8]) {
    unsafe input = .allocate(capacity: bytes.count)
    _ = unsafe input.initialize(fromContentsOf: bytes)
    unsafe parser = .allocate(capacity: 1)
    unsafe parser.initialize(to: yaml_parser_t())
    // It fails for nothing but memory, and then nobody could go on: the arrays of Swift stop the
    // program, too.
    guard unsafe yaml_parser_initialize(parser) == 1 else {
      fatalError("libyaml has no memory for a parser")
    }
    // Set, not guessed: else libyaml reads two odd bytes at the start as UTF-16.
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, input.baseAddress, input.count)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
    unsafe input.deallocate()
  }

  /// The next event; after the end of the stream, that again.
  ///
  /// Errors: what libyaml can't read. It can't go on after one.
  mutating func next() throws(YAMLFault) -> YAMLEvent {
    var event = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw fault() }
    defer { unsafe yaml_event_delete(&event) }
    return unsafe copy(&event)
  }

  private func copy(_ event: inout yaml_event_t) -> YAMLEvent {
    var copy = unsafe YAMLEvent(
      kind: .other, start: Int(event.start_mark.index), end: Int(event.end_mark.index))
    switch unsafe event.type {
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      copy.kind = unsafe Self.scalar(scalar.value, length: scalar.length, style: scalar.style)
      copy.hasAnchor = unsafe scalar.anchor != nil
      copy.hasTag = unsafe scalar.tag != nil
    case YAML_SEQUENCE_START_EVENT:
      let start = unsafe event.data.sequence_start
      copy.kind = unsafe .sequenceStart(isFlow: start.style == YAML_FLOW_SEQUENCE_STYLE)
      copy.hasAnchor = unsafe start.anchor != nil
      copy.hasTag = unsafe start.tag != nil
    case YAML_MAPPING_START_EVENT:
      let start = unsafe event.data.mapping_start
      copy.kind = unsafe .mappingStart(isFlow: start.style == YAML_FLOW_MAPPING_STYLE)
      copy.hasAnchor = unsafe start.anchor != nil
      copy.hasTag = unsafe start.tag != nil
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: copy.kind = .collectionEnd
    case YAML_ALIAS_EVENT: copy.kind = .alias
    case YAML_DOCUMENT_START_EVENT:
      let start = unsafe event.data.document_start
      let hasTagDirectives = unsafe start.tag_directives.start != start.tag_directives.end
      copy.kind = unsafe .documentStart(
        hasDirectives: start.version_directive != nil || hasTagDirectives)
    case YAML_DOCUMENT_END_EVENT: copy.kind = .documentEnd
    case YAML_STREAM_END_EVENT, YAML_NO_EVENT: copy.kind = .streamEnd
    default: break
    }
    return copy
  }

  private static func scalar(
    _ value: UnsafeMutablePointer<yaml_char_t>?, length: Int, style: yaml_scalar_style_t
  ) -> YAMLEvent.Kind {
    let bytes = unsafe UnsafeBufferPointer(start: value, count: length)
    let text = unsafe String(decoding: bytes, as: UTF8.self)
    switch style {
    case YAML_PLAIN_SCALAR_STYLE:
      let resolved = unsafe resolvePlainScalar(bytes.span)
      return .scalar(YAMLScalar(text: text, resolved: resolved), .plain)
    case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE:
      return .scalar(YAMLScalar(text: text, resolved: .text), .block)
    default: return .scalar(YAMLScalar(text: text, resolved: .text), .quoted)
    }
  }

  private func fault() -> YAMLFault {
    let state = unsafe parser.pointee
    // No fault of the text: its size is limited, and nothing that libyaml keeps grows faster. To be
    // told, it would have to go through all that reads YAML, which could not go on either.
    guard unsafe state.error != YAML_MEMORY_ERROR else {
      fatalError("libyaml has no memory for what it reads")
    }
    return unsafe YAMLFault(
      problem: state.problem.map { unsafe String(cString: $0) } ?? "",
      context: state.context.map { unsafe String(cString: $0) } ?? "",
      problemIndex: Int(state.problem_mark.index),
      contextIndex: Int(state.context_mark.index))
  }
}
