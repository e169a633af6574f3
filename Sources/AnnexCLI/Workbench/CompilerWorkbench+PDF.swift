internal import Deadlines
package import Diagnostics
internal import FileSystem
internal import Parallelism
internal import Portal

extension CompilerWorkbench {
  package func pdf(
    _ settings: PDFSettings, progress: any ProgressReporter
  ) throws(CommandFailure) -> PDFOutcome {
    try requireProgram(settings.program)
    try makeFolder(settings.build.output)
    let output = settings.build.output
    let pages = joinedPath(output, stagingName)
    defer { if let folder = try? Folder(at: output) { try? folder.removeTree(stagingName) } }
    let built = buildPortal(request(settings.build, output: pages), progress: progress)
    var outcome = PDFOutcome(diagnostics: built.diagnostics, texts: built.texts)
    guard built.publication != nil else { return outcome }

    let chosen = try choose(among: built.printed, settings)
    let style = built.texts.bytes(of: "templates/print/paper.css") ?? []
    let day = settings.build.asOf.dayNumber
    progress.begin("print", total: chosen.count, unit: "pages")
    outcome.written = try concurrentMap(
      count: chosen.count, workers: settings.build.jobs ?? availableProcessors()
    ) { index throws(CommandFailure) in
      defer { progress.advance() }
      let printer = PagePrinter(program: settings.program, output: output, style: style, day: day)
      return try printer.print(chosen[index], number: index)
    }
    return outcome
  }

  private func requireProgram(_ program: String) throws(CommandFailure) {
    let test = ["-c", "command -v \"$0\" >/dev/null 2>&1", program]
    if (try? runProgram("sh", test)) == 0 { return }
    throw CommandFailure(
      .unavailable, "the program '\(program)' is not installed",
      help: "install WeasyPrint with 'pip install weasyprint' and Pango with 'apt-get install "
        + "libpango-1.0-0 libpangoft2-1.0-0', or name it in WEASYPRINT")
  }

  private func makeFolder(_ path: String) throws(CommandFailure) {
    do throws(FileError) {
      let (parent, name) = splitLastPart(of: path)
      try Folder(at: parent).createFolder(name)
    } catch {
      throw CommandFailure(.cannotCreate, "folder '\(path)' can't be created: \(error.reason)")
    }
  }

  private func choose(
    among pages: [PrintedPage], _ settings: PDFSettings
  ) throws(CommandFailure) -> [PrintedPage] {
    guard let kind = settings.kind.flatMap(PrintedPage.Kind.init) else {
      return pages.filter { $0.kind != .comparison }
    }
    let ofKind = pages.filter { $0.kind == kind }
    let choice = settings.choice
    let chosen =
      kind == .comparison
      ? ofKind.filter { $0.parts.starts(with: choice) }
      : ofKind.filter { choice.isEmpty || choice.contains($0.parts[0]) }
    let missing =
      kind == .comparison
      ? (chosen.isEmpty ? choice.joined(separator: " ") : nil)
      : choice.first { name in !ofKind.contains { $0.parts[0] == name } }
    guard let missing else { return chosen }
    let known = ofKind.map { $0.parts.joined(separator: " ") }
    throw CommandFailure(
      .noInput, "the portal has no \(kind.rawValue) '\(missing)'",
      help: known.isEmpty
        ? nil : "write one of '\(known.prefix(8).joined(separator: "', '"))'")
  }
}

/// The portal that pages are printed from, within the folder of the PDFs.
private let stagingName = ".annex-pages"

/// Hands one page to the program.
private struct PagePrinter: Sendable {
  let program: String
  let output: String
  let style: [UInt8]
  let day: Int

  /// - Returns: the name of the PDF.
  func print(_ page: PrintedPage, number: Int) throws(CommandFailure) -> String {
    let name = "\(page.name).pdf"
    let result = "\(stagingName)/annex-paper-\(number).pdf"
    do throws(FileError) {
      let folder = try Folder(at: output)
      let copy = try writeCopy(of: page, number: number, in: folder)
      let status = try runProgram(
        program,
        [
          "--quiet", "--pdf-variant", "pdf/ua-1", joinedPath(output, copy),
          joinedPath(output, result),
        ],
        setting: ["SOURCE_DATE_EPOCH=\(day * 86_400)"])
      if status == 0 {
        try folder.rename(result, to: name, in: folder)
        return name
      }
    } catch {
      throw CommandFailure(
        .inputOutput, "'\(joinedPath(output, error.path))' can't be written: \(error.reason)")
    }
    throw CommandFailure(
      .unavailable, "'\(program)' can't make '\(joinedPath(output, name))' of '\(page.path)'",
      help: "try WeasyPrint 70 or later; '\(program) --info' says which one it is")
  }

  /// The page with the style sheet for paper, beside it, so that what it asks for is found.
  private func writeCopy(
    of page: PrintedPage, number: Int, in folder: borrowing Folder
  ) throws(FileError) -> String {
    let sheet = "annex-paper-\(number).css"
    try folder.createFile("\(stagingName)/\(sheet)", holding: style.span)
    let source = "\(stagingName)/\(page.path)"
    let up = String(repeating: "../", count: page.path.utf8.count { $0 == UInt8(ascii: "/") })
    let bytes = try folder.read(source)
    let printed = inserting("<link rel=\"stylesheet\" href=\"\(up)\(sheet)\">", into: bytes)
    let copy = source.dropLast("index.html".utf8.count) + "annex-paper-\(number).html"
    try folder.createFile(String(copy), holding: printed.span)
    return String(copy)
  }

  /// A style sheet that is named last overrules the others.
  private func inserting(_ link: String, into page: [UInt8]) -> [UInt8] {
    let mark = Array("</head>".utf8)
    guard page.count >= mark.count,
      let place = (0...(page.count - mark.count)).first(where: {
        page[$0] == mark[0] && page[$0..<($0 + mark.count)].elementsEqual(mark)
      })
    else { return page }
    return page[..<place] + Array(link.utf8) + page[place...]
  }
}
