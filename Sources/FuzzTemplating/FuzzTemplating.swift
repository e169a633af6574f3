import Templating

/// One run of the fuzzer: the input is a choice of settings and up to four templates.
///
/// Shape: the first byte picks the settings, a byte 0x01 divides templates, which are called
/// `main.html`, `a.html`, `b.txt` and `c.html`.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  guard size > 0, let data = unsafe data else { return 0 }
  let input = unsafe Array(UnsafeBufferPointer(start: data, count: size))
  run(input)
  return 0
}

private func run(_ input: [UInt8]) {
  let choice = input[0]
  var options = EnvironmentOptions()
  options.undefined = [.strict, .lenient, .chainable, .lenient][Int(choice & 3)]
  options.trimBlocks = choice & 4 != 0
  options.lstripBlocks = choice & 8 != 0
  if choice & 16 != 0 {
    options.delimiters.lineStatementPrefix = "#"
    options.delimiters.lineCommentPrefix = "##"
  }
  options.limits.iterations = 20_000
  options.limits.outputBytes = 1 << 20
  options.limits.collectionSize = 20_000
  options.limits.integerBits = 4_096

  let names = ["main.html", "a.html", "b.txt", "c.html"]
  var sources: [String: [UInt8]] = [:]
  for (name, part) in zip(
    names,
    input.dropFirst().split(separator: 1, maxSplits: 3, omittingEmptySubsequences: false))
  {
    sources[name] = Array(part)
  }
  let environment = Environment(loader: MemoryLoader(sources), options: options)
  let (set, errors) = environment.compileAll()
  for error in errors { _ = error.description }
  render(set, sample)
}

private func render(_ set: CompiledSet, _ data: ValueMap) {
  var output: [UInt8] = []
  for frozen in [false, true] {
    var renderer = set.makeRenderer(sharing: frozen ? FrozenData(data) : FrozenData())
    do throws(TemplateError) {
      try renderer.render("main.html", with: frozen ? ValueMap() : data, into: &output)
    } catch {
      _ = error.description
    }
  }
}

private let sample: ValueMap = [
  "a": 1, "b": -2.5, "s": "text <b> & é 日本", "t": true, "n": nil, "e": "",
  "xs": [3, 1, 2, "x", 1.5, nil], "ws": ["b", "A", "c"],
  "d": ["k": "v", "items": 1, "nested": ["q": [1, 2, 3]]],
  "rows": [["n": "x", "v": 2], ["n": "Y", "v": 1], ["n": "<z>", "v": 3]],
  "tree": [["name": "r", "children": [["name": "c", "children": []]]]],
  "big": .bigInteger("123456789012345678901234567890"), "safe": .markup("<i>safe</i>"),
]
