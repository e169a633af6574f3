/// A Swift function that templates can call, as a global, a filter or a test.
///
/// A filter gets the filtered value as its first argument, and so does a test, whose result is read
/// as true or false.
package struct TemplateFunction: Sendable {
  /// What a function gets beside its arguments.
  package typealias Body =
    @Sendable (borrowing CallContext, CallArguments) throws(TemplateFailure) -> Value

  /// A function of one text: it appends its result, which is text again.
  package typealias TextBody =
    @Sendable (borrowing CallContext, Span<UInt8>, inout [UInt8]) throws(TemplateFailure) -> Void

  package let name: String
  package let body: Body
  /// What a call with one text and nothing else does instead of ``body``, to the same effect.
  let textBody: TextBody?
  /// Whether ``textBody`` gives the same on every page of one language and depth.
  let isRemembered: Bool
  /// Its number among those that an environment registered; -1 for those of a page's data.
  var serial: Int32 = -1

  package init(_ name: String, _ body: @escaping Body) {
    self.name = name
    self.body = body
    textBody = nil
    isRemembered = false
  }

  /// A function that says more quickly what it makes of one text.
  ///
  /// `isRemembered` promises that the result depends on that text, on the language of the page and
  /// on how deep the page stands in its site, and on nothing else; a renderer then asks once.
  package init(
    _ name: String, isRemembered: Bool, ofText textBody: @escaping TextBody,
    otherwise body: @escaping Body
  ) {
    self.name = name
    self.body = body
    self.textBody = textBody
    self.isRemembered = isRemembered
  }
}
