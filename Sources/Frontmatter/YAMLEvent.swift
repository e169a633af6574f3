/// One step of a YAML text, as libyaml reports it, copied out of its memory.
struct YAMLEvent {
  enum Kind {
    case documentStart(hasDirectives: Bool)
    case documentEnd
    case streamEnd
    case scalar(YAMLScalar, YAMLScalarStyle)
    case sequenceStart(isFlow: Bool)
    case mappingStart(isFlow: Bool)
    case collectionEnd
    case alias
    /// What carries no content, such as the start of the stream.
    case other
  }

  var kind: Kind
  var hasAnchor = false
  var hasTag = false
  /// Units: Unicode scalars from 0, over the whole text; half-open.
  var start: Int
  var end: Int
}

/// How a scalar is written.
enum YAMLScalarStyle {
  case plain, quoted, block
}
