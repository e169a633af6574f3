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
      // Python compares lists of keys, in which two undefined ones are equal.
      return keys.count == 1 && keys[0].kind != .undefined ? keys[0] : machine.newTuple(keys)
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
