extension SyntaxTree: CustomStringConvertible {
  /// The tree as indented lines, for tests and for reading.
  var description: String { body.flatMap { $0.lines(indent: 0) }.joined(separator: "\n") }
}

extension Statement {
  fileprivate func lines(indent: Int) -> [String] {
    let margin = String(repeating: "  ", count: indent)
    var lines = [margin + title]
    for body in bodies {
      lines += body.flatMap { $0.lines(indent: indent + 1) }
      if body.isEmpty, bodies.count > 1 { lines.append(margin + "  (nothing)") }
    }
    return lines
  }

  private var title: String {
    let inner = expressions.map(\.description).joined(separator: " ")
    let tail = inner.isEmpty ? "" : " " + inner
    switch form {
    case .output(let parts): return "output " + parts.map(\.description).joined(separator: " ")
    case .conditional: return "if" + tail
    case .loop(let loop):
      return "for \(loop.target)\(loop.isRecursive ? " recursive" : "") in" + tail
    case .set(let target, _), .setBlock(let target, _, _): return "set \(target)" + tail
    case .with(let pairs, _):
      return "with " + pairs.map { "\($0.target)" }.joined(separator: " ") + tail
    case .macro(let macro):
      return "macro \(macro.name)(\(macro.parameters.map(\.name).joined(separator: " ")))" + tail
    case .callBlock(let macro, _):
      return "call(\(macro.parameters.map(\.name).joined(separator: " ")))" + tail
    case .filterBlock: return "filter" + tail
    case .autoescape: return "autoescape" + tail
    case .block(let block):
      return "block \(block.name)" + (block.isScoped ? " scoped" : "")
        + (block.isRequired ? " required" : "")
    case .extends: return "extends" + tail
    case .include(_, let ignoreMissing, let withContext):
      return "include" + tail + (ignoreMissing ? " ignore-missing" : "")
        + (withContext ? "" : " without-context")
    case .importModule(_, let alias, let withContext):
      return "import" + tail + " as \(alias)" + (withContext ? " with-context" : "")
    case .importNames(_, let names, let withContext):
      return "from" + tail + " import "
        + names.map { "\($0.name) as \($0.alias)" }.joined(separator: " ")
        + (withContext ? " with-context" : "")
    case .evaluate: return "do" + tail
    case .breakLoop: return "break"
    case .continueLoop: return "continue"
    }
  }
}

extension Statement.OutputPart: CustomStringConvertible {
  var description: String {
    switch self {
    case .data(let bytes, _): String(decoding: bytes, as: UTF8.self).debugDescription
    case .expression(let expression): expression.description
    }
  }
}

extension Target: CustomStringConvertible {
  var description: String {
    switch self {
    case .name(let name, _): name
    case .tuple(let targets): "(" + targets.map(\.description).joined(separator: " ") + ")"
    case .member(let name, let member, _): "\(name).\(member)"
    }
  }
}

extension Expression: CustomStringConvertible {
  /// Operator first, everything in brackets.
  var description: String {
    let inner = children.map(\.description).joined(separator: " ")
    switch form {
    case .literal(let literal): return literal.description
    case .name(let name): return name
    case .tuple: return "(tuple \(inner))"
    case .list: return "(list \(inner))"
    case .dictionary: return "(dict \(inner))"
    case .unary(let operation, _): return "(\(operation) \(inner))"
    case .binary(let operation, _, _): return "(\(operation.spelling) \(inner))"
    case .concatenation: return "(~ \(inner))"
    case .comparison(_, let rest):
      return "(\(rest.map(\.relation.spelling).joined(separator: " ")) \(inner))"
    case .and: return "(and \(inner))"
    case .or: return "(or \(inner))"
    case .not: return "(not \(inner))"
    case .conditional: return "(if \(inner))"
    case .attribute(_, let name): return "(.\(name) \(inner))"
    case .item: return "(item \(inner))"
    case .slice: return "(slice \(inner))"
    case .call(_, let site): return "(call \(inner)\(site.names))"
    case .filter(_, let name, let site): return "(|\(name.name) \(inner)\(site.names))"
    case .test(_, let name, let site): return "(is \(name.name) \(inner)\(site.names))"
    }
  }
}

extension Expression.CallSite {
  fileprivate var names: String {
    named.isEmpty ? "" : " named " + named.map(\.name).joined(separator: " ")
  }
}

extension Expression.Literal: CustomStringConvertible {
  var description: String {
    switch self {
    case .none: "none"
    case .boolean(let value): value ? "true" : "false"
    case .integer(let value): "\(value)"
    case .bigInteger(let value): value.description
    case .number(let value): floatText(value)
    case .string(let bytes): String(decoding: bytes, as: UTF8.self).debugDescription
    }
  }
}
