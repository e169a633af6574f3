/// What the filters of sequences share: attribute paths, order, groups, joining.
extension Machine {
  /// An optional argument read as true or false.
  mutating func flag(_ place: Int) throws(Fault) -> Bool {
    try isTrue(stack[place])
  }

  mutating func pairTuples(_ handle: Handle) throws(Fault) -> [Handle] {
    var tuples: [Handle] = []
    for (key, value) in try pairs(of: handle) { tuples.append(newTuple([key, value])) }
    return tuples
  }

  /// The steps of an attribute such as `address.city` or `0.name`; none where it is missing.
  mutating func path(_ attribute: Handle) throws(Fault) -> [Handle] {
    if attribute.isMissing || attribute.kind == .none { return [] }
    guard attribute.isText else { return [attribute] }
    return steps(swiftString(attribute))
  }

  private mutating func steps(_ text: String) -> [Handle] {
    text.split(separator: ".", omittingEmptySubsequences: false).map { part in
      if !part.isEmpty, part.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let index = Int(part)
      {
        return Handle.integer(index)
      }
      return string(String(part))
    }
  }

  mutating func multiplePaths(_ attribute: Handle) throws(Fault) -> [[Handle]] {
    guard attribute.isText else { return [try path(attribute)] }
    return swiftString(attribute).split(separator: ",", omittingEmptySubsequences: false)
      .map { steps(String($0)) }
  }

  mutating func follow(
    _ path: [Handle], from item: Handle, default fallback: Handle = .missing
  ) throws(Fault) -> Handle {
    var value = item
    for step in path {
      value = try self.item(value, step)
      if value.kind == .undefined, !fallback.isMissing { value = fallback }
    }
    return value
  }

  /// Text in small letters, anything else as it is.
  mutating func lowered(_ handle: Handle) throws(Fault) -> Handle {
    guard handle.isText else { return handle }
    let start = text.count
    for place in handle.range {
      let byte = byte(at: place, of: handle)
      guard byte < 0x80 else {
        text.removeLast(text.count - start)
        return string(lowercased(bytes(handle)))
      }
      text.append(byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte)
    }
    return madeText(since: start)
  }

  /// The items in the order of their keys; equal ones keep theirs, also when reversed.
  mutating func sorted(
    _ items: [Handle], reverse: Bool,
    by key: (inout Machine, Handle) throws(Fault) -> Handle
  ) throws(Fault) -> [Handle] {
    var keys: [Handle] = []
    for item in items { keys.append(try key(&self, item)) }
    return try order(of: keys, reverse: reverse).map { items[$0] }
  }

  /// The places of the keys in their order; equal ones keep theirs, also when reversed.
  private mutating func order(of keys: [Handle], reverse: Bool = false) throws(Fault) -> [Int] {
    var order = Array(keys.indices)
    if reverse { order.reverse() }
    try mergeSort(&order, keys)
    if reverse { order.reverse() }
    return order
  }

  private mutating func mergeSort(_ order: inout [Int], _ keys: [Handle]) throws(Fault) {
    var width = 1
    while width < order.count {
      var result: [Int] = []
      result.reserveCapacity(order.count)
      var start = 0
      while start < order.count {
        let middle = min(start + width, order.count)
        let end = min(start + 2 * width, order.count)
        var (left, right) = (start, middle)
        while left < middle, right < end {
          if try (compareOrder(keys[order[right]], keys[order[left]]) ?? 0) < 0 {
            result.append(order[right])
            right += 1
          } else {
            result.append(order[left])
            left += 1
          }
        }
        result.append(contentsOf: order[left..<middle])
        result.append(contentsOf: order[right..<end])
        start = end
      }
      order = result
      width *= 2
    }
  }

  mutating func extreme(_ base: Int, picksLarger: Bool) throws(Fault) -> Handle {
    let isSensitive = try flag(base + 1)
    let path = try path(stack[base + 2])
    var best: (item: Handle, key: Handle)?
    for item in try items(of: stack[base]) {
      let value = try follow(path, from: item)
      let key = try isSensitive ? value : lowered(value)
      guard let known = best else {
        best = (item, key)
        continue
      }
      let order =
        try picksLarger ? compareOrder(known.key, key) : compareOrder(key, known.key)
      if (order ?? 0) < 0 { best = (item, key) }
    }
    return best?.item ?? undefined(hint: "No aggregated item, sequence was empty.")
  }

  mutating func groupBy(_ base: Int) throws(Fault) -> Handle {
    let path = try path(stack[base + 1])
    let fallback = stack[base + 2].kind == .none ? .missing : stack[base + 2]
    let isSensitive = try flag(base + 3)
    let source = try items(of: stack[base])
    var names: [Handle] = []
    var keys: [Handle] = []
    for item in source {
      let name = try follow(path, from: item, default: fallback)
      names.append(name)
      keys.append(try isSensitive ? name : lowered(name))
    }
    var groups: [Handle] = []
    var members: [Handle] = []
    var current = Handle.missing
    var shown = Handle.missing
    func close(_ machine: inout Machine) {
      guard !members.isEmpty else { return }
      var group = machine.newTuple([shown, machine.newList(members)])
      group.detail = 1
      groups.append(group)
      members = []
    }
    for place in try order(of: keys) {
      let isSame = members.isEmpty ? false : try areEqual(current, keys[place])
      if members.isEmpty || !isSame {
        close(&self)
        current = keys[place]
        shown = names[place]
      }
      members.append(source[place])
    }
    close(&self)
    return newList(groups)
  }

  /// Joins the texts of the items; safe as a whole where escaping is on and a part is safe.
  mutating func join(
    _ handle: Handle, separator: Handle, attribute: Handle
  ) throws(Fault) -> Handle {
    var items = try items(of: handle)
    let path = try path(attribute)
    if !path.isEmpty || !items.allSatisfy(\.isText) {
      for place in items.indices {
        items[place] = try textHandle(rendered(follow(path, from: items[place])))
      }
    }
    let glue = separator.isMissing ? [] : try textBytes(separator)
    let isSafe =
      escapes && (separator.kind == .markup || items.contains { $0.kind == .markup })
    var glueText = glue
    if isSafe, separator.kind != .markup {
      glueText = []
      appendEscapedHTML(glue, 0..<glue.count, to: &glueText)
    }
    let start = text.count
    for (place, item) in items.enumerated() {
      if place > 0 { text.append(contentsOf: glueText) }
      if isSafe, item.kind == .string {
        let source = bytes(item)
        appendEscapedHTML(source, 0..<source.count, to: &text)
      } else {
        copyText(item)
      }
    }
    return madeText(since: start, as: isSafe ? .markup : .string)
  }
}
