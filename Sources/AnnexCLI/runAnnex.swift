internal import FileSystem

/// Runs the program with `arguments`, its own name left out.
///
/// Every way to end goes through here: what is wrong with the command line or with the machine is
/// told on standard error, and the exit code is returned rather than acted on.
package func runAnnex(
  arguments: [String], host: any CommandHost, workbench: any Workbench
) -> ExitCode {
  // What a failing command line says about colour can't be known before it is read.
  let plain = Console(options: GlobalOptions(), host: host)
  do {
    switch try invocation(of: arguments) {
    case .reminder:
      let text = HelpText(columns: plain.width(of: .error)).reminder()
      try plain.printComplaint(text)
      return .wrongUsage
    case .command(let command, let options):
      let context = CommandContext(options: options, host: host, workbench: workbench)
      do {
        return try command.run(in: context)
      } catch {
        guard error != .brokenPipe else { return error.exitCode }
        try context.console.printComplaint(about: error.summary, help: error.help)
        return error.exitCode
      }
    }
  } catch let complaint as UsageComplaint {
    // The page on 'help' lists no commands.
    let command = complaint.command == HelpCommand.name ? nil : complaint.command
    let page = command.map { "annex help \($0)" } ?? "annex help"
    let help = complaint.error.help ?? "see '\(page)'"
    try? plain.printComplaint(about: complaint.error.summary, help: help)
    return CommandList.all.first { $0.name == complaint.command }?.usageExitCode ?? .wrongUsage
  } catch {
    // Standard error itself can't be written; the exit code is all that is left to say.
    return .inputOutput
  }
}

/// What a command line asks for.
private enum Invocation {
  case reminder
  case command(any Command, GlobalOptions)
}

/// What is wrong with a command line, and the command that it was for, where that is known.
private struct UsageComplaint: Error {
  let error: UsageError
  let command: String?
}

private func invocation(of arguments: [String]) throws(UsageComplaint) -> Invocation {
  var command: String?
  do throws(UsageError) {
    let (early, rest) = try optionsBeforeCommand(in: arguments)
    if early.flag("version") {
      return .command(try VersionCommand(ParsedArguments()), try GlobalOptions(early))
    }
    guard let name = rest.first else {
      guard early.flag("help") else { return .reminder }
      return .command(HelpCommand(on: nil), try GlobalOptions(early))
    }
    let type = try CommandList.command(named: name)
    command = name
    let known = type.inheritedOptions + type.options
    let parsed = try early.merged(with: try parseArguments(rest.dropFirst(), options: known).parsed)
    let options = try GlobalOptions(parsed)
    if parsed.flag("help") { return .command(HelpCommand(on: type), options) }
    return .command(try type.init(parsed), options)
  } catch {
    throw UsageComplaint(error: error, command: command)
  }
}

private func optionsBeforeCommand(
  in arguments: [String]
) throws(UsageError) -> (parsed: ParsedArguments, rest: ArraySlice<String>) {
  let version = OptionSpecification("version", help: "")
  do throws(UsageError) {
    return try parseArguments(
      arguments[...], options: GlobalOptions.specifications + [version], stopsAtOperand: true)
  } catch .unknownOption(let spelling, let known) {
    let owner = CommandList.all.first { command in
      command.options.contains { $0.spelling == spelling }
    }
    if let owner { throw .misplacedOption(spelling, command: owner.name) }
    throw .unknownOption(spelling, known: known)
  }
}

extension ParsedArguments {
  /// Options may stand before and after the command, but not in both places.
  fileprivate func merged(with later: Self) throws(UsageError) -> Self {
    var merged = later
    for name in values.keys.sorted() {
      guard later.values[name] == nil else { throw .repeatedOption("--\(name)") }
      merged.values[name] = values[name]
    }
    merged.flags.formUnion(flags)
    return merged
  }
}
