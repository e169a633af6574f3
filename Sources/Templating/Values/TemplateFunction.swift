/// A Swift function that templates can call, as a global, a filter or a test.
///
/// A filter gets the filtered value as its first argument, and so does a test, whose result is read
/// as true or false.
package struct TemplateFunction: Sendable {
  /// What a function gets beside its arguments.
  package typealias Body =
    @Sendable (borrowing CallContext, CallArguments) throws(TemplateFailure) -> Value

  package let name: String
  package let body: Body

  package init(_ name: String, _ body: @escaping Body) {
    self.name = name
    self.body = body
  }
}

/// The arguments of a call, positional ones first.
package struct CallArguments: Sendable {
  package var positional: [Value]
  package var named: ValueMap

  package init(_ positional: [Value], named: ValueMap = ValueMap()) {
    self.positional = positional
    self.named = named
  }

  /// The argument at `position` or, failing that, of that name.
  package func value(at position: Int, named name: String) -> Value? {
    position < positional.count ? positional[position] : named[name]
  }
}

/// Why a registered function has no result; the renderer adds the place and the trail.
package struct TemplateFailure: Error, Sendable {
  package let message: String
  /// What to write instead, as a verb phrase.
  package let help: String?

  package init(_ message: String, help: String? = nil) {
    self.message = message
    self.help = help
  }
}

/// What a registered function may ask about the render that calls it.
package struct CallContext: Sendable {
  /// The template that holds the call.
  package let template: String
  /// Whether output is being escaped where the call stands.
  package let autoescape: Bool
  private let page: ValueMap

  init(template: String, autoescape: Bool, page: ValueMap) {
    self.template = template
    self.autoescape = autoescape
    self.page = page
  }

  /// The value that the page was rendered with under `name`, such as the current page's model.
  package func global(_ name: String) -> Value? { page[name] }
}
