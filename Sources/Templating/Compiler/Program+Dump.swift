extension Program: CustomStringConvertible {
  /// The code, unit by unit, one instruction a line, for tests and for reading.
  var description: String {
    units.enumerated().map { index, unit in
      let template = names[Int(templates[Int(unit.template)].name)]
      let title = names[Int(unit.name)]
      let head = "unit \(index) \(unit.kind) \(template)\(title.isEmpty ? "" : " \(title)")"
      let body = (Int(unit.entry)..<Int(unit.end)).map { "  \($0) \(describe(code[$0], in: unit))" }
      return ([head] + body).joined(separator: "\n")
    }
    .joined(separator: "\n")
  }

  private func describe(_ instruction: Instruction, in unit: Unit) -> String {
    let operand = Int(instruction.operand)
    var text = "\(instruction.operation)"
    switch instruction.operation {
    case .constant, .emitData: text += " \(describe(constants[operand]))"
    case .loadLocal, .storeLocal, .clearLocal:
      text += " \(names[Int(slotNames[Int(unit.slotNames) + operand])])"
    case .loadOuter: text += " \(operand) out \(instruction.flag)"
    case .resolve, .export, .setMember, .importMember: text += " \(names[operand])"
    case .attribute: text += " \(names[Int(attributeSites[operand])])"
    case .binary: text += " \(BinaryOperator(rawValue: instruction.flag)?.spelling ?? "?")"
    case .compare: text += " \(ComparisonOperator(rawValue: instruction.flag)?.spelling ?? "?")"
    case .callFilter: text += " \(Registry.filters[operand].name)"
    case .callTest: text += " \(Registry.tests[operand].name)"
    case .callMethod: text += " \(names[Int(callSites[operand].method)])"
    case .include: text += " \(names[Int(includeSites[operand].name)])"
    case .callBlock: text += " \(names[Int(blockSites[operand].name)])"
    case .emit: text += [" plain", " escaped", " as set", " filtered"][Int(instruction.flag & 3)]
    default: if operand != 0 || instruction.operation.jumps { text += " \(operand)" }
    }
    return text
  }

  private func describe(_ handle: Handle) -> String {
    switch handle.kind {
    case .string, .markup:
      String(decoding: text[handle.range], as: UTF8.self).debugDescription
    case .integer: "\(handle.payload)"
    case .number: floatText(handle.number)
    case .boolean: handle.payload != 0 ? "true" : "false"
    case .bigInteger: bigIntegers[handle.payload].description
    default: "\(handle.kind)"
    }
  }
}
