/// What a registered function may ask about the render that calls it.
package struct CallContext: Sendable {
  /// The template that holds the call.
  package let template: String
  /// Whether output is being escaped where the call stands.
  package let autoescape: Bool
  package let place: PagePlace
  private let page: ValueMap

  init(template: String, autoescape: Bool, place: PagePlace, page: ValueMap) {
    self.template = template
    self.autoescape = autoescape
    self.place = place
    self.page = page
  }

  /// The value that the page was rendered with under `name`, such as the current page's model.
  package func global(_ name: String) -> Value? { page[name] }
}
