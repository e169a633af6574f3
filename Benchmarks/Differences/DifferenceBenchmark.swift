import Agreements
import Changes
import Deadlines
import Foundation

/// Compares two files and says what it found, or how long that took.
///
///     bench-differences json OLD NEW       the change set
///     bench-differences show OLD NEW       the sentences and the redline, for reading
///     bench-differences words OLD NEW      the number of words marked
///     bench-differences time OLD NEW [N]   CPU seconds of reading and of comparing, best of N
///
/// `compare.py` runs this beside git and prints ratios.
@main
struct DifferenceBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count > 3 else {
      return print("usage: bench-differences json|show|words|time OLD NEW")
    }
    switch arguments[1] {
    case "json":
      let set = compare(try contents(arguments[2]), try contents(arguments[3]))
      print(String(decoding: set.json(in: .english), as: UTF8.self), terminator: "")
    case "show":
      show(compare(try contents(arguments[2]), try contents(arguments[3])))
    case "words":
      let set = compare(try contents(arguments[2]), try contents(arguments[3]))
      print(set.changes.reduce(0) { $0 + $1.wordsRemoved.count + $1.wordsAdded.count })
    default:
      try time(arguments[2], arguments[3], runs: arguments.count > 4 ? Int(arguments[4]) ?? 1 : 1)
    }
  }

  /// One file as a version of a portal with one agreement.
  static func contents(_ path: String) throws -> ReleaseContents {
    let source = Array(try Data(contentsOf: URL(filePath: path)))
    return read(source, name: path)
  }

  static func read(_ source: [UInt8], name: String) -> ReleaseContents {
    let (agreement, _) = readAgreement(source, path: "agreement.md")
    return ReleaseContents(id: name, reading: [(agreement, source)])
  }

  static func time(_ old: String, _ new: String, runs: Int) throws {
    let before = Array(try Data(contentsOf: URL(filePath: old)))
    let after = Array(try Data(contentsOf: URL(filePath: new)))
    var reading = Double.infinity
    var comparing = Double.infinity
    var changes = 0
    for _ in 0..<runs {
      let start = processorTime()
      let contents = (read(before, name: "old"), read(after, name: "new"))
      let middle = processorTime()
      changes = compare(contents.0, contents.1).changes.count
      reading = min(reading, middle - start)
      comparing = min(comparing, processorTime() - middle)
    }
    print("{\"reading\":\(reading),\"comparing\":\(comparing),\"changes\":\(changes)}")
  }

  private static func processorTime() -> Double {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  // MARK: For reading

  private static func show(_ set: ChangeSet) {
    for change in set.changes {
      print(change.sentence(in: .english), "[\(change.kind.rawValue)]")
      if !change.wordsRemoved.isEmpty {
        print("     -", change.wordsRemoved.joined(separator: " "))
      }
      if !change.wordsAdded.isEmpty { print("     +", change.wordsAdded.joined(separator: " ")) }
    }
    for redline in set.redlines {
      for clause in redline.clauses
      where clause.state != .unchanged || clause.isRenumbered || !clause.changes.isEmpty {
        let number =
          clause.isRenumbered
          ? "\(clause.oldDesignation)=>\(clause.newDesignation)"
          : clause.newDesignation + clause.oldDesignation
        print(
          String(repeating: "  ", count: clause.depth), "<\(clause.state.rawValue)>", number,
          clause.changes,
          clause.texts.map { text(redline.texts[$0], redline) }.joined(separator: " | "))
      }
    }
  }

  private static func text(_ text: RedlineText, _ redline: Redline) -> String {
    text.runs.map { index in
      let run = redline.runs[index]
      let words = redline.text(of: run)
      return switch run.kind {
      case .equal: words
      case .removed: "[-\(words)-]"
      case .added: "{+\(words)+}"
      case .renumbered: "(\(redline.oldText(of: run))=>\(words))"
      case .retargeted: "<\(words)>"
      }
    }.joined()
  }
}
