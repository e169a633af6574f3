extension ParsedArguments {
  /// The operand at `index`, or the complaint that `command` needs it.
  func operand(_ index: Int, of command: any Command.Type) throws(UsageError) -> String {
    guard index < operands.count else { throw .missingOperand(command.operands[index].name) }
    return operands[index]
  }

  func rejectSurplusOperands(of command: any Command.Type) throws(UsageError) {
    let allowed = command.operands.count
    guard operands.count <= allowed else {
      throw .surplusOperand(operands[allowed], command: command.name)
    }
    if let empty = operands.firstIndex(of: "") { throw .emptyOperand(command.operands[empty].name) }
  }
}
