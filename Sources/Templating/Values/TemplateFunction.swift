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

/// Where a page will stand and which language it speaks: what registered functions may know of it.
package struct PagePlace: Sendable {
  /// From the root of the site, such as `agreements/dpa/index.html`.
  package let path: String
  package let language: String

  package init(path: String = "", language: String = "") {
    self.path = path
    self.language = language
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
