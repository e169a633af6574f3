import Diagnostics
import Testing

struct JSONTextTests {
  @Test func putsCommasBetweenValuesOnly() {
    var json = JSONText()
    json.object { json in
      json.member("a", 1)
      json.member("b", ["x", "y"])
      json.member("c", ifPresent: nil)
      json.key("d")
      json.array { json in
        json.object { _ in }
        json.null()
        json.boolean(true)
        json.array { _ in }
      }
    }
    #expect(
      String(decoding: json.bytes, as: UTF8.self)
        == #"{"a":1,"b":["x","y"],"d":[{},null,true,[]]}"#)
  }

  @Test func leavesOutWhatIsNotAsked() {
    var json = JSONText()
    json.object { json in
      json.member("a", ifTrue: false)
      json.member("b", ifTrue: true)
      json.member("c", objects: [1, 2]) { $0.member("n", $1) }
      json.member("d", objects: [Int]()) { $0.member("n", $1) }
      json.member("e", ifAny: [Int]()) { $0.member("n", $1) }
      json.member("f", ifAny: [3]) { $0.member("n", $1) }
    }
    #expect(
      String(decoding: json.bytes, as: UTF8.self)
        == #"{"b":true,"c":[{"n":1},{"n":2}],"d":[],"f":[{"n":3}]}"#)
  }
}
