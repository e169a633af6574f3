internal import Adoption
internal import Agreements
internal import Diagnostics
internal import References

extension CompilerWorkbench {
  package func outline(_ settings: OutlineSettings) throws(CommandFailure) -> TextOutcome {
    let (agreement, faults) = readAgreement(settings.bytes, path: settings.path, isLone: true)
    let (portal, diagnostics) = understandAgreements(
      [agreement], sources: [{ settings.bytes }], isComplete: false)
    let (adopted, adopting) = adoptSubProcessors(of: agreement)
    let (measures, reading) = adoptMeasures(
      of: agreement, context: MeasureContext(nil, subProcessors: adopted))
    let printer = OutlinePrinter(agreement)
    let output =
      settings.isJSON
      ? printer.json { json in
        appendReferences(of: 0, in: portal.readings, portal.agreements[0], to: &json)
        json.key("adopted")
        json.object { json in
          appendAdopted(adopted, of: agreement, to: &json)
          appendAdoptedMeasures(measures, to: &json)
        }
      }
      : Array(printer.textForPeople(width: settings.width).utf8)
    return TextOutcome(
      output: output, diagnostics: faults + diagnostics.limited() + adopting + reading)
  }
}
