internal import Templating

/// All that is wrong with the templates of one rendering; never empty.
struct TemplateErrors: Error {
  let errors: [TemplateError]
}

/// Compiles `name` with the templates that it may need, and renders it once.
func renderTemplate(
  named name: String, in environment: Environment, with data: ValueMap, at place: PagePlace
) throws(TemplateErrors) -> [UInt8] {
  let (set, faults) = environment.compileAll()
  let own = faults.filter { $0.template == name }
  guard own.allSatisfy(\.isDeferred) else { throw TemplateErrors(errors: own) }

  var output: [UInt8] = []
  do throws(TemplateError) {
    var renderer = set.makeRenderer()
    try renderer.render(name, with: data, at: place, into: &output)
    return output
  } catch {
    // All else that is wrong with the template that failed is told with it.
    let failed = error.template
    let first = error.start
    let others = faults.filter { $0.template == failed && $0.start != first }
    throw TemplateErrors(errors: [error] + others)
  }
}
