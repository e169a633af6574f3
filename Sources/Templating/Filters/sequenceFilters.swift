/// Filters that make one sequence or value from another.
let sequenceFilters: [BuiltinCallable] = [
  BuiltinCallable("length") { (machine, base) throws(Fault) in
    .integer(try machine.count(of: machine.stack[base]))
  },
  BuiltinCallable("first") { (machine, base) throws(Fault) in
    let handle = machine.stack[base]
    if handle.kind == .iterator,
      case .iterator(let items, let position, let name) = machine.boxes[handle.payload],
      position < items.count
    {
      machine.boxes[handle.payload] = .iterator(
        items: items, position: position + 1, name: name)
      return items[position]
    }
    if let first = try machine.items(of: handle).first { return first }
    return machine.undefined(hint: "No first item, sequence was empty.")
  },
  BuiltinCallable("last") { (machine, base) throws(Fault) in
    let handle = machine.stack[base]
    guard handle.kind != .iterator else { throw .type("'generator' object is not reversible") }
    if let last = try machine.items(of: handle).last { return last }
    return machine.undefined(hint: "No last item, sequence was empty.")
  },
  BuiltinCallable("list") { (machine, base) throws(Fault) in
    machine.newList(try machine.items(of: machine.stack[base]))
  },
  BuiltinCallable("reverse") { (machine, base) throws(Fault) in
    let handle = machine.stack[base]
    if handle.isText {
      let codes = scalars(of: machine.bytes(handle))
      return machine.string(utf8(of: codes.reversed()), as: handle.kind)
    }
    guard machine.isIterable(handle) else { throw .arguments("argument must be iterable") }
    let items = try machine.items(of: handle)
    if handle.kind == .iterator { return machine.newList(items.reversed()) }
    let name = machine.isList(handle) ? "list_reverseiterator" : "reversed"
    return machine.newIterator(items.reversed(), name: name)
  },
  BuiltinCallable("join", "d? attribute?") { (machine, base) throws(Fault) in
    try machine.join(
      machine.stack[base], separator: machine.stack[base + 1],
      attribute: machine.stack[base + 2])
  },
  BuiltinCallable("sort", "reverse? case_sensitive? attribute?") {
    (machine, base) throws(Fault) in
    let items = try machine.items(of: machine.stack[base])
    let isReversed = try machine.flag(base + 1)
    let isSensitive = try machine.flag(base + 2)
    let paths = try machine.multiplePaths(machine.stack[base + 3])
    let sorted = try machine.sorted(items, reverse: isReversed) {
      (machine: inout Machine, item: Handle) throws(Fault) -> Handle in
      var keys: [Handle] = []
      for path in paths {
        let key = try machine.follow(path, from: item)
        keys.append(try isSensitive ? key : machine.lowered(key))
      }
      return keys.count == 1 ? keys[0] : machine.newTuple(keys)
    }
    return machine.newList(sorted)
  },
  BuiltinCallable("dictsort", "case_sensitive? by? reverse?") {
    (machine, base) throws(Fault) in
    let isSensitive = try machine.flag(base + 1)
    let by = machine.stack[base + 2]
    let position = by.isMissing ? "key" : try machine.swiftText(by)
    guard position == "key" || position == "value" else {
      throw .arguments("You can only sort by either 'key' or 'value'")
    }
    let handle = machine.stack[base]
    guard machine.isMapping(handle) else {
      throw .type("'\(machine.typeName(handle))' object has no attribute 'items'")
    }
    var items: [Handle] = []
    for (key, value) in try machine.pairs(of: handle) {
      items.append(machine.newTuple([key, value]))
    }
    let place = position == "key" ? 0 : 1
    let sorted = try machine.sorted(items, reverse: try machine.flag(base + 3)) {
      (machine: inout Machine, item: Handle) throws(Fault) -> Handle in
      let key = machine.lists[item.payload][place]
      return try isSensitive ? key : machine.lowered(key)
    }
    return machine.newList(sorted)
  },
  BuiltinCallable("unique", "case_sensitive? attribute?") { (machine, base) throws(Fault) in
    let isSensitive = try machine.flag(base + 1)
    let path = try machine.path(machine.stack[base + 2])
    var seen = Set<DictionaryKey>()
    var result: [Handle] = []
    for item in try machine.items(of: machine.stack[base]) {
      let value = try machine.follow(path, from: item)
      let key = try machine.key(of: isSensitive ? value : machine.lowered(value))
      if seen.insert(key).inserted { result.append(item) }
    }
    return machine.newIterator(result, name: "generator")
  },
  BuiltinCallable("min", "case_sensitive? attribute?") { (machine, base) throws(Fault) in
    try machine.extreme(base, picksLarger: false)
  },
  BuiltinCallable("max", "case_sensitive? attribute?") { (machine, base) throws(Fault) in
    try machine.extreme(base, picksLarger: true)
  },
  BuiltinCallable("sum", "attribute? start?") { (machine, base) throws(Fault) in
    let path = try machine.path(machine.stack[base + 1])
    let start = machine.stack[base + 2]
    if start.isText { throw .type("sum() can't sum strings [use ''.join(seq) instead]") }
    var total = start.isMissing ? Handle.integer(0) : start
    for item in try machine.items(of: machine.stack[base]) {
      total = try machine.binary(.add, total, machine.follow(path, from: item))
    }
    return total
  },
  BuiltinCallable("groupby", "attribute default? case_sensitive?") {
    (machine, base) throws(Fault) in
    try machine.groupBy(base)
  },
  BuiltinCallable("batch", "linecount fill_with?") { (machine, base) throws(Fault) in
    let items = try machine.items(of: machine.stack[base])
    let width = try machine.integer(machine.stack[base + 1], "batch")
    let filler = machine.stack[base + 2]
    var rows: [Handle] = []
    var row: [Handle] = []
    for item in items {
      if row.count == width {
        rows.append(machine.newList(row))
        row = []
      }
      row.append(item)
    }
    if !row.isEmpty {
      if !filler.isMissing, filler.kind != .none, row.count < width {
        try machine.checkSize(width)
        row += Array(repeating: filler, count: width - row.count)
      }
      rows.append(machine.newList(row))
    }
    return machine.newIterator(rows, name: "generator")
  },
  BuiltinCallable("slice", "slices fill_with?") { (machine, base) throws(Fault) in
    let items = try machine.items(of: machine.stack[base])
    let count = try machine.integer(machine.stack[base + 1], "slice")
    guard count != 0 else {
      throw Fault(.arithmetic, "integer division or modulo by zero")
    }
    try machine.checkSize(count)
    guard count > 0 else { return machine.newIterator([], name: "generator") }
    let filler = machine.stack[base + 2]
    var columns: [Handle] = []
    var place = 0
    for number in 0..<count {
      let isLong = number < items.count % count
      let end = place + items.count / count + (isLong ? 1 : 0)
      var column = Array(items[place..<end])
      if !isLong, !filler.isMissing, filler.kind != .none { column.append(filler) }
      columns.append(machine.newList(column))
      place = end
    }
    return machine.newIterator(columns, name: "generator")
  },
  BuiltinCallable("items") { (machine, base) throws(Fault) in
    let handle = machine.stack[base]
    if handle.kind == .undefined { return machine.newIterator([], name: "generator") }
    guard machine.isMapping(handle) else {
      throw .type("Can only get item pairs from a mapping.")
    }
    return machine.newIterator(try machine.pairTuples(handle), name: "generator")
  },
  BuiltinCallable("random") { (machine, base) throws(Fault) in
    // The same page is the same bytes every time, so the choice is fixed: the first item.
    let handle = machine.stack[base]
    if handle.isText || handle.kind == .iterator || machine.isMapping(handle) {
      throw .type("random takes a list")
    }
    if let first = try machine.items(of: handle).first { return first }
    return machine.undefined(hint: "No random item, sequence was empty.")
  },
]

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

  // MARK: Attribute paths

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
    return string(lowercased(bytes(handle)))
  }

  // MARK: Order

  /// The items in the order of their keys; equal ones keep theirs, also when reversed.
  mutating func sorted(
    _ items: [Handle], reverse: Bool,
    by key: (inout Machine, Handle) throws(Fault) -> Handle
  ) throws(Fault) -> [Handle] {
    var keys: [Handle] = []
    for item in items { keys.append(try key(&self, item)) }
    var order = Array(items.indices)
    if reverse { order.reverse() }
    try mergeSort(&order, keys)
    if reverse { order.reverse() }
    return order.map { items[$0] }
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
    let sorted = try sorted(source, reverse: false) {
      (machine: inout Machine, item: Handle) throws(Fault) -> Handle in
      let key = try machine.follow(path, from: item, default: fallback)
      return try isSensitive ? key : machine.lowered(key)
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
    for item in sorted {
      let real = try follow(path, from: item, default: fallback)
      let key = try isSensitive ? real : lowered(real)
      let isSame = members.isEmpty ? false : try areEqual(current, key)
      if members.isEmpty || !isSame {
        close(&self)
        current = key
        shown = real
      }
      members.append(item)
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
