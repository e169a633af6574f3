/// Text in the arenas, and text to the output.
extension Machine {
  /// The bytes of a string or markup.
  func bytes(_ handle: Handle) -> [UInt8] {
    switch handle.space {
    case .job: Array(text[handle.range])
    case .program: Array(program.text[handle.range])
    case .frozen: Array(frozen.text[handle.range])
    case .remembered: Array(remembered.text[handle.range])
    }
  }

  /// Appends the bytes of a string to the arena of the page.
  mutating func copyText(_ handle: Handle) {
    switch handle.space {
    case .job:
      // A slice of the arena would hold on to it, and the append would copy all of it.
      for place in handle.range { text.append(text[place]) }
    case .program: text.append(contentsOf: program.text[handle.range])
    case .frozen: text.append(contentsOf: frozen.text[handle.range])
    case .remembered: text.append(contentsOf: remembered.text[handle.range])
    }
  }

  func swiftString(_ handle: Handle) -> String {
    switch handle.space {
    case .job: String(decoding: text[handle.range], as: UTF8.self)
    case .program: String(decoding: program.text[handle.range], as: UTF8.self)
    case .frozen: String(decoding: frozen.text[handle.range], as: UTF8.self)
    case .remembered: String(decoding: remembered.text[handle.range], as: UTF8.self)
    }
  }

  func isEqualText(_ a: Handle, _ b: Handle) -> Bool {
    guard a.extra == b.extra else { return false }
    if a.space == b.space, a.payload == b.payload { return true }
    return areEqual(arena(of: a), a, arena(of: b), b)
  }

  /// A byte of the array that a string lies in.
  @inline(__always)
  func byte(at place: Int, of handle: Handle) -> UInt8 {
    switch handle.space {
    case .job: text[place]
    case .program: program.text[place]
    case .frozen: frozen.text[place]
    case .remembered: remembered.text[place]
    }
  }

  /// The array that the bytes of a string lie in.
  @inline(__always)
  func arena(of handle: Handle) -> [UInt8] {
    switch handle.space {
    case .job: text
    case .program: program.text
    case .frozen: frozen.text
    case .remembered: remembered.text
    }
  }

  private func areEqual(_ left: [UInt8], _ a: Handle, _ right: [UInt8], _ b: Handle) -> Bool {
    for offset in 0..<Int(a.extra)
    where left[a.payload + offset] != right[b.payload + offset] {
      return false
    }
    return true
  }

  /// The value as Python's `str` gives it, safe HTML staying safe.
  mutating func textHandle(_ handle: Handle) throws(Fault) -> Handle {
    if handle.isText { return handle }
    var buffer: [UInt8] = []
    try describe(handle, into: &buffer)
    return string(buffer)
  }

  /// The bytes of the value as Python's `str` gives it.
  mutating func textBytes(_ handle: Handle) throws(Fault) -> [UInt8] {
    if handle.isText { return bytes(handle) }
    var buffer: [UInt8] = []
    try describe(handle, into: &buffer)
    return buffer
  }

  mutating func swiftText(_ handle: Handle) throws(Fault) -> String {
    if handle.isText { return swiftString(handle) }
    return String(decoding: try textBytes(handle), as: UTF8.self)
  }

  /// The value as safe HTML.
  mutating func escaped(_ handle: Handle) throws(Fault) -> Handle {
    if handle.kind == .markup { return handle }
    let source = try textBytes(rendered(handle))
    let start = text.count
    appendEscapedHTML(source, 0..<source.count, to: &text)
    return madeText(since: start, as: .markup)
  }

  /// A module stands for its body, which is safe where it was escaped.
  func rendered(_ handle: Handle) -> Handle {
    guard handle.kind == .module, case .module(_, let body, _) = boxes[handle.payload] else {
      return handle
    }
    return body
  }
}

// MARK: - Output

extension Machine {
  @inline(__always)
  mutating func emit(_ instruction: Instruction) throws(Fault) {
    let handle = pop()
    let escape = instruction.flag == 1 || instruction.flag == 2 && escapes
    if instruction.flag == 3 {
      try emitFiltered(handle)
      return
    }
    switch handle.kind {
    case .string where escape: appendEscaped(handle)
    case .string, .markup: append(handle)
    case .integer: appendInteger(handle.payload, to: &output)
    case .undefined: try checkPrintable(handle)
    default: try emitOther(handle, escape: escape)
    }
    if instruction.count == 1 { sweep() } else { keep() }
    try checkOutput()
  }

  /// The result of a set block's filter: it is set as it is, in safe HTML where escaping is on.
  private mutating func emitFiltered(_ handle: Handle) throws(Fault) {
    guard escapes else {
      push(handle)
      return
    }
    let text = try textHandle(handle)
    push(Handle(kind: .markup, space: text.space, extra: text.extra, payload: text.payload))
  }

  private mutating func emitOther(_ handle: Handle, escape: Bool) throws(Fault) {
    let value = rendered(handle)
    if value.isText {
      if escape, value.kind == .string { appendEscaped(value) } else { append(value) }
      return
    }
    var buffer: [UInt8] = []
    try describe(value, into: &buffer)
    if escape {
      appendEscapedHTML(buffer, 0..<buffer.count, to: &output)
    } else {
      output.append(contentsOf: buffer)
    }
  }

  @inline(__always)
  private mutating func append(_ handle: Handle) {
    switch handle.space {
    case .job: output.append(contentsOf: text[handle.range])
    case .program: output.append(contentsOf: program.text[handle.range])
    case .frozen: output.append(contentsOf: frozen.text[handle.range])
    case .remembered: output.append(contentsOf: remembered.text[handle.range])
    }
  }

  @inline(__always)
  private mutating func appendEscaped(_ handle: Handle) {
    switch handle.space {
    case .job: appendEscapedHTML(text, handle.range, to: &output)
    case .program: appendEscapedHTML(program.text, handle.range, to: &output)
    case .frozen: appendEscapedHTML(frozen.text, handle.range, to: &output)
    case .remembered: appendEscapedHTML(remembered.text, handle.range, to: &output)
    }
  }

  mutating func captureEnd(mode: UInt8) {
    let start = captures.popLast() ?? output.count
    let isSafe = mode == 1 || mode == 2 && escapes
    push(takeOutput(from: start, as: isSafe ? .markup : .string))
    keep()
  }

  /// Moves the end of the output into the arena.
  mutating func takeOutput(from start: Int, as kind: Handle.Kind) -> Handle {
    let place = text.count
    text.append(contentsOf: output[start...])
    output.removeLast(output.count - start)
    return madeText(since: place, as: kind)
  }

  /// `a ~ b`: safe as a whole once a part is safe and escaping is on.
  mutating func concatenate(_ count: Int, mode: UInt8) throws(Fault) {
    let start = stack.count - count
    for index in start..<stack.count { stack[index] = try textHandle(rendered(stack[index])) }
    let joinsMarkup =
      (mode == 1 || mode == 2 && escapes)
      && stack[start...].contains { $0.kind == .markup }
    let place = text.count
    for index in start..<stack.count {
      let part = stack[index]
      if joinsMarkup, part.kind == .string {
        let source = bytes(part)
        appendEscapedHTML(source, 0..<source.count, to: &text)
      } else {
        copyText(part)
      }
    }
    stack.removeLast(count)
    push(madeText(since: place, as: joinsMarkup ? .markup : .string))
    guard text.count < options.limits.outputBytes else {
      throw .limit("the text made by the page is longer than \(options.limits.outputBytes) bytes")
    }
  }
}
