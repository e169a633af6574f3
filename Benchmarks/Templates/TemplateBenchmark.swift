import Foundation
import Templating

/// Measures the template language; prints one JSON object a line.
///
///     bench-templates FOLDER DATA.json [SECONDS]
///
/// FOLDER holds the templates `table_inline.html` and `table_include.html` and what they need;
/// `compare.py` runs this beside Jinja2 and MiniJinja and prints ratios.
@main
struct TemplateBenchmark {
  static func main() async throws {
    let arguments = CommandLine.arguments
    guard arguments.count > 2 else { return print("usage: bench-templates FOLDER DATA.json [S]") }
    let folder = URL(filePath: arguments[1])
    let seconds = arguments.count > 3 ? Double(arguments[3]) ?? 1 : 1
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    var sources: [String: [UInt8]] = [:]
    for name in names where name.hasSuffix(".html") {
      sources[name] = Array(try Data(contentsOf: folder.appending(path: name)))
    }
    let value = try Value(json: Array(try Data(contentsOf: URL(filePath: arguments[2]))))
    guard case .dictionary(let data) = value else { return }
    let environment = Environment(
      loader: MemoryLoader(sources), options: EnvironmentOptions(undefined: .lenient))
    let (set, errors) = environment.compileAll()
    for error in errors { print(error) }
    let frozen = FrozenData(data)

    let bench = Bench(set: set, frozen: frozen, data: data, seconds: seconds)
    let jobs = ["table_inline.html", "table_include.html"].flatMap { page in
      [(page, true), (page, false)]
    }
    for (job, milliseconds) in zip(jobs, bench.times(jobs)) {
      print(
        "{\"page\":\"\(job.0)\",\"data\":\"\(job.1 ? "frozen" : "values")\","
          + "\"ms\":\(milliseconds)}")
    }
    let one = await bench.cost("table_inline.html", threads: 1)
    let two = await bench.cost("table_inline.html", threads: 2)
    print("{\"what\":\"two threads\",\"ratio\":\(2 * one / two)}")
    let lines = longTemplate(10_000)
    let compile = Bench.fastest(of: 9) {
      let environment = Environment(loader: MemoryLoader(["long.html": lines]))
      _ = environment.compileAll()
    }
    print("{\"what\":\"compile 10,000 lines\",\"ms\":\(compile * 1e3)}")
  }

  /// A template of that many lines with a bit of everything.
  private static func longTemplate(_ lines: Int) -> String {
    let part = [
      "<section id=\"{{ page.id }}\">", "  {% if page.title is defined and page.title %}",
      "    <h2>{{ page.title|upper|trim }}</h2>", "  {% else %}",
      "    <h2 class=\"x\">Plain text with <b>markup</b> in it</h2>", "  {% endif %}",
      "  {% for row in rows if row.ok %}",
      "    <p>{{ loop.index }}: {{ row.name|default('none') }} {{ row.items|join(', ') }}</p>",
      "  {% endfor %}", "</section>",
    ]
    return (0..<lines / part.count).flatMap { _ in part }.joined(separator: "\n")
  }
}

/// Renders a page again and again.
struct Bench: Sendable {
  var set: CompiledSet
  var frozen: FrozenData
  var data: ValueMap
  var seconds: Double

  /// Milliseconds a render of each page, with frozen data or with values: the medians of rounds
  /// that take turns, so that a busy moment of the machine hits all alike.
  func times(_ jobs: [(page: String, isFrozen: Bool)]) -> [Double] {
    var rounds = [[Double]](repeating: [], count: jobs.count)
    var output: [UInt8] = []
    for round in 0..<15 {
      for (place, job) in jobs.enumerated() {
        var renderer = set.makeRenderer(sharing: job.isFrozen ? frozen : FrozenData())
        let names = job.isFrozen ? ValueMap() : data
        func once() {
          output.removeAll(keepingCapacity: true)
          do { try renderer.render(job.page, with: names, into: &output) } catch { print(error) }
        }
        once()
        let count = max(1, Int(seconds / 15 / Self.seconds(once)))
        let taken = Self.seconds { for _ in 0..<count { once() } } / Double(count)
        if round > 0 { rounds[place].append(taken * 1e3) }
      }
    }
    return rounds.map { $0.sorted()[$0.count / 2] }
  }

  /// Processor seconds a render with that many threads at once.
  ///
  /// Threads that share no memory take no more of them than one does, also on a busy machine.
  func cost(_ page: String, threads: Int) async -> Double {
    let until = ContinuousClock.now + .seconds(seconds)
    return await withTaskGroup(of: (count: Int, seconds: Double).self) { group in
      for _ in 0..<threads {
        group.addTask {
          var renderer = set.makeRenderer(sharing: frozen)
          var output: [UInt8] = []
          var count = 0
          let seconds = Self.seconds {
            while ContinuousClock.now < until {
              output.removeAll(keepingCapacity: true)
              do { try renderer.render(page, with: ValueMap(), into: &output) } catch { break }
              count += 1
            }
          }
          return (count, seconds)
        }
      }
      var total = (count: 0, seconds: 0.0)
      for await part in group {
        total = (total.count + part.count, total.seconds + part.seconds)
      }
      return total.seconds / Double(max(total.count, 1))
    }
  }

  /// Processor time of this thread, so that other work on the machine does not count.
  static func seconds(_ body: () -> Void) -> Double {
    func now() -> Double {
      var time = timespec()
      unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
    let start = now()
    body()
    return now() - start
  }

  static func fastest(of rounds: Int, _ body: () -> Void) -> Double {
    (0..<rounds).map { _ in seconds(body) }.min() ?? 0
  }
}
