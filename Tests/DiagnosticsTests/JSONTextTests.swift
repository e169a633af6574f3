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
}
