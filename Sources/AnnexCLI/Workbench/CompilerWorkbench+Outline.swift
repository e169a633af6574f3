internal import Adoption
internal import Agreements
internal import Diagnostics
internal import Portal
internal import References

extension CompilerWorkbench {
  package func outline(_ settings: OutlineSettings) throws(CommandFailure) -> TextOutcome {
    let (agreement, faults) = readAgreement(settings.bytes, path: settings.path)
    let (readings, understood, diagnostics) = understand(agreement, source: settings.bytes)
    let (adopted, adopting) = adoptSubProcessors(of: agreement)
    let (measures, reading) = adoptMeasures(
      of: agreement, context: MeasureContext(nil, subProcessors: adopted))
    let printer = OutlinePrinter(agreement)
    let output =
      settings.isJSON
      ? printer.json { json in
        appendReferences(of: 0, in: readings, understood, to: &json)
        json.key("adopted")
        json.object { json in
          appendAdopted(adopted, of: agreement, to: &json)
          appendAdoptedMeasures(measures, to: &json)
        }
      }
      : Array(printer.textForPeople(width: settings.width).utf8)
    return TextOutcome(output: output, diagnostics: faults + diagnostics + adopting + reading)
  }
}
