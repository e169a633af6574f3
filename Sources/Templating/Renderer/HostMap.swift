/// A dictionary of the page's data.
struct HostMap: Sendable {
  var map: ValueMap
  /// Where the members adopted so far begin in ``Machine/adopted``.
  var adopted: Int
}

/// An object of the page's data, with the members asked for so far.
struct HostObject: Sendable {
  var object: any TemplateObject
  var members: [String: Handle] = [:]
}
