internal import Templating

/// All that is wrong with the templates of one rendering; never empty.
struct TemplateErrors: Error {
  let errors: [TemplateError]
}

/// Compiles `name` with the templates that it may need, and renders it once.
func renderTemplate(
  named name: String, from templates: MemoryLoader, with data: ValueMap,
  undefined: EnvironmentOptions.UndefinedPolicy
) throws(TemplateErrors) -> [UInt8] {
  let options = EnvironmentOptions(undefined: undefined)
  let (set, faults) = Environment(loader: templates, options: options).compileAll()
  let fatal = faults.filter { !$0.isDeferred }
  let own = fatal.filter { $0.template == name }
  guard own.isEmpty else { throw TemplateErrors(errors: own) }

  var output: [UInt8] = []
  do throws(TemplateError) {
    try set.render(name, with: data, into: &output)
    return output
  } catch {
    // Where it was another template that doesn't compile, all that is wrong with it is told.
    let failed = error.template
    let first = error.start
    let others = fatal.filter { $0.template == failed && $0.start != first }
    throw TemplateErrors(errors: [error] + others)
  }
}
