internal import Agreements

extension CompilerWorkbench {
  package func outline(_ settings: OutlineSettings) throws(CommandFailure) -> TextOutcome {
    let (agreement, diagnostics) = readAgreement(settings.bytes, path: settings.path)
    let printer = OutlinePrinter(agreement)
    let output =
      settings.isJSON ? printer.json() : Array(printer.textForPeople(width: settings.width).utf8)
    return TextOutcome(output: output, diagnostics: diagnostics)
  }
}
