import Diagnostics

/// A diagnostic that ends the reading of a JSON text.
struct JSONFault: Error {
  var diagnostic: Diagnostic
}
