/// Something whose members a template reads by name, such as a page model.
///
/// To a template it is a mapping: `page.title` and `page['title']` both ask ``member(_:)``, and
/// going through it, printing it or turning it to JSON walks ``memberNames``.
package protocol TemplateObject: Sendable {
  /// The member of that name; `nil` where there is none, which a template sees as undefined.
  func member(_ name: String) -> Value?

  /// The names of all members, in a fixed order.
  var memberNames: [String] { get }
}
