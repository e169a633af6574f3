internal import Portal

/// `annex pdf`: makes tagged PDFs of pages.
package struct PDFCommand: Command {
  package static let name = "pdf"
  package static let abstract = "Make PDFs of agreements, registers and comparisons."
  package static let discussion = [
    """
    Compiles the workspace and hands pages to WeasyPrint, which makes tagged PDFs with bookmarks, a \
    table of contents with pages, and version and digest on each page. WeasyPrint is a program of \
    its own: 'pip install weasyprint' installs it, and WEASYPRINT names it where it is not on the \
    PATH.
    """,
    """
    Without KIND, all agreements, the directory and the matrix are made. The portal itself is not \
    written. The same content gives the same PDFs under one version of WeasyPrint.
    """,
  ]
  package static let operands = [
    OperandSpecification(
      "KIND", isOptional: true,
      help: "'agreement', 'directory', 'matrix' or 'comparison' (default: all but comparisons)."),
    OperandSpecification(
      "WHICH...", isOptional: true,
      help: "Ids of agreements; an id and two versions of a comparison; languages of a register."),
  ]
  package static let options = [
    OptionSpecification(
      "output", short: "o", valueName: "DIR",
      help: "Where the PDFs are written (default: 'PDF' in the workspace).")
  ]
  package static let examples = [
    CommandExample("annex pdf", "Agreements, directory and matrix into the folder 'PDF'."),
    CommandExample("annex pdf agreement dpa -o print", "One agreement, into 'print'."),
    CommandExample("annex pdf comparison dpa 3.0 3.1", "What changed between two versions."),
  ]

  private let kind: String?
  private let choice: [String]

  package init(_ arguments: ParsedArguments) throws(UsageError) {
    kind = arguments.operands.first
    choice = Array(arguments.operands.dropFirst())
    if let kind, PrintedPage.Kind(rawValue: kind) == nil {
      throw .wrongValue(
        option: "KIND", value: kind, rule: "is not one of the kinds of pages",
        help: "write 'agreement', 'directory', 'matrix' or 'comparison'")
    }
  }

  package func run(in context: CommandContext) throws(CommandFailure) -> ExitCode {
    var build = BuildSettings(context)
    build.output = context.options.output ?? joinedPath(context.options.workspace, "PDF")
    let settings = PDFSettings(
      build: build, kind: kind, choice: choice,
      program: context.host.environmentVariable("WEASYPRINT") ?? "weasyprint")
    let outcome = try context.showingProgress { progress throws(CommandFailure) in
      try context.workbench.pdf(settings, progress: progress)
    }
    let tally = try context.console.report(outcome.diagnostics, texts: outcome.texts)
    guard let written = outcome.written else {
      try context.console.summarize("\(tally.words); no PDF was made")
      return .contentErrors
    }
    if !context.console.isQuiet {
      for name in written { try context.console.printResult(joinedPath(build.output, name) + "\n") }
    }
    return tally.exitCode(isStrict: context.options.isStrict)
  }
}
