import Testing

@testable import Search

struct SearchIndexTests {
  /// What the script makes of a shard: each word with its parts and weights.
  private func read(_ entries: [UInt8]) -> [String: [[Int]]] {
    var result: [String: [[Int]]] = [:]
    var previous = ""
    for entry in String(decoding: entries, as: UTF8.self).split(separator: " ") {
      let halves = entry.split(separator: "!", maxSplits: 1)
      let shared = value(halves[0].utf8.first ?? 35)
      let word = String(previous.prefix(shared)) + halves[0].dropFirst()
      previous = word
      var part = -1
      var (number, shift) = (0, 0)
      for byte in halves[1].utf8 {
        let digit = value(byte)
        number |= (digit & 31) << shift
        shift += 5
        guard digit < 32 else { continue }
        part += number >> 2
        result[word, default: []].append([part, number & 3])
        (number, shift) = (0, 0)
      }
    }
    return result
  }

  private func value(_ byte: UInt8) -> Int { Int(byte) - (byte > 92 ? 36 : 35) }

  private func block(_ parts: [[(String, TermWeight)]], from first: Int) -> TermBlock {
    var collector = TermCollector(firstPart: first)
    for part in parts {
      for (text, weight) in part { collector.add(text, as: weight) }
      collector.endPart()
    }
    return collector.finish()
  }

  private func shard(_ blocks: [TermBlock]) -> [String: [[Int]]] {
    SearchIndex(merging: blocks).shards().reduce(into: [:]) {
      $0.merge(read($1.entries)) { $0 + $1 }
    }
  }

  @Test func keepsTheHighestWeightOfAWordInAPart() {
    let found = shard([
      block(
        [
          [("Audit of an audit", .text)], [("Audit", .heading), ("audit", .text)],
          [("Audit", .title), ("audit", .heading)],
        ], from: 0)
    ])
    #expect(found["audit"] == [[0, 1], [1, 2], [2, 3]])
    #expect(found["an"] == [[0, 0]])
  }

  @Test func mergesBlocksInTheOrderOfTheirParts() {
    let found = shard([
      block([[("one two", .text)], [("two", .text)]], from: 0),
      block([[("two three", .text)]], from: 2), block([[], [("two", .text)]], from: 3),
    ])
    #expect(found["two"] == [[0, 0], [1, 0], [2, 0], [4, 0]])
    #expect(found["three"] == [[2, 0]])
  }

  @Test func makesOneMoreWordOfTwoWithAHyphen() {
    let found = shard([block([[("sub-processor - IT-, e-mail-server x- y", .text)]], from: 0)])
    #expect(
      found.keys.sorted() == [
        "e", "email", "it", "mail", "mailserver", "processor", "server", "sub", "subprocessor",
        "x", "y",
      ])
  }

  @Test func makesOneMoreWordOfNumbersWithPoints() {
    let found = shard([
      block([[("TLS 1.2, CC6.7. 8 and 1.2.10 or A.5 or 3.x", .text)]], from: 0)
    ])
    #expect(
      found.keys.sorted() == [
        "1", "1.2", "1.2.10", "10", "2", "3", "5", "7", "8", "a", "and", "cc6", "cc6.7", "or",
        "tls", "x",
      ])
    #expect(found["1.2"] == [[0, 1]])
  }

  @Test func writesDistancesOfManyDigits() {
    let found = shard([
      block([[("rare", .text)]], from: 7), block([[("rare", .title)]], from: 100_000),
    ])
    #expect(found["rare"] == [[7, 0], [100_000, 3]])
  }

  @Test func cutsShardsThatStartWithTheirFirstWord() {
    var collector = TermCollector(firstPart: 0)
    for number in 0..<20_000 { collector.add("word\(number)", as: .text) }
    collector.endPart()
    let index = SearchIndex(merging: [collector.finish()])
    let shards = index.shards()
    #expect(shards.count > 2)
    for shard in shards {
      #expect(shard.entries.count < SearchIndex.shardSize + 64)
      let words = read(shard.entries).keys.sorted()
      #expect(words.first == String(decoding: shard.first, as: UTF8.self))
    }
    #expect(shards.reduce(0) { $0 + read($1.entries).count } == 20_000)
  }

  @Test(arguments: [
    ("7(2)", ["7(2)"]), ("Annex 1 / 1 / item 4", []), ("5.b", ["5.b"]), ("§ 9(2)", ["9(2)"]),
    ("Annex 2 / Access control / d", []), ("9(1)(a)", ["9(1)(a)"]), ("7", []), ("Preamble", []),
    ("2.1 / Data access", []), ("Annex 1 / 2.1", ["2.1"]),
  ])
  func takesTheNumberOfAPathAsATerm(path: String, terms: [String]) {
    var collector = TermCollector(firstPart: 0)
    let bytes = Array(path.utf8)
    collector.addNumber(ofPath: bytes.span)
    collector.endPart()
    #expect(Array(shard([collector.finish()]).keys) == terms)
  }

  @Test func offersLongWordsWithoutDigitsForTypingErrors() {
    let index = SearchIndex(merging: [block([[("audit audits 2026 fee löschen", .text)]], from: 0)])
    let text = String(decoding: index.correctedWords(), as: UTF8.self)
    #expect(text == "#audit (s #loschen ")
  }

  @Test func writesPartsThatScriptsCanRead() {
    var part = SearchPart(number: 3)
    part.beginDocument(title: "A \"title\"", path: "agreements/a/index.html", language: "en")
    part.add(place: "7(2)", anchor: "7-2", text: "back\\slash\nand \u{1}")
    part.end()
    #expect(
      String(decoding: part.bytes, as: UTF8.self)
        == #"annexSearch("p3",[["A \"title\"","agreements/a/index.html","en",1,[["7(2)","7-2","","back\\slash and  "]]]])"#
        + "\n")
  }
}
