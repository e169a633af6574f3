internal import Changes
internal import Deadlines
internal import Diagnostics
internal import Markup
internal import Portal

/// Writes differences as one HTML page that needs nothing else: to send, to print, to keep.
struct HTMLDiffPrinter {
  let language: Language

  func output(for changes: ChangeSet, isStatistics: Bool) -> [UInt8] {
    var bytes: [UInt8] = []
    func write(_ html: String) { bytes += html.utf8 }
    func escape(_ text: String) { appendEscapedHTML(Array(text.utf8)[...], to: &bytes) }
    let title = changes.versions(in: language)
    write(
      "<!doctype html>\n<html lang=\"\(language.rawValue)\">\n<head>\n<meta charset=\"utf-8\">\n")
    write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
    escape(title)
    write("</title>\n<style>\n\(Self.style)</style>\n</head>\n<body>\n<h1>")
    escape(title)
    write("</h1>\n<p>")
    escape(changes.isEmpty ? noChanges : ChangeCounts(changes).all.words(in: language))
    write("</p>\n")
    if !isStatistics {
      let words = RedlineWords(language: language)
      write("<ol class=\"changes\">\n")
      for change in changes.changes {
        write("<li id=\"change-\(change.number)\" class=\"\(change.materiality.rawValue)\">")
        escape(withoutNumber(change.sentence(in: language)))
        if change.isInRedline {
          write(" <a href=\"#redline-\(change.number)\">")
          escape(words.entry)
          write("</a>")
        }
        write("</li>\n")
      }
      write("</ol>\n")
      let names = DocumentNames(changes.redlines)
      for redline in changes.redlines where !redline.isUnchanged {
        write("<section class=\"redline\">\n<h2>")
        escape(names.heading(of: redline))
        write("</h2>\n")
        bytes += RedlineRenderer(redline, words: words, oldPage: nil, newPage: nil).render()
        write("</section>\n")
      }
    }
    write("</body>\n</html>\n")
    return bytes
  }

  private var noChanges: String {
    switch language {
    case .english: "Nothing differs."
    case .german: "Es gibt keinen Unterschied."
    }
  }

  /// The list gives the number.
  private func withoutNumber(_ sentence: String) -> String {
    let bytes = Array(sentence.utf8)
    let digits = bytes.prefix { $0.isASCIIDigit }
    guard !digits.isEmpty, bytes.dropFirst(digits.count).starts(with: ". ".utf8) else {
      return sentence
    }
    return String(decoding: bytes[(digits.count + 2)...], as: UTF8.self)
  }

  private static let style = """
    :root { color-scheme: light dark; --del: #a40e26; --ins: #116329; --rule: #8888; }
    @media (prefers-color-scheme: dark) { :root { --del: #ff9492; --ins: #7ee787; } }
    body { font: 1rem/1.55 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
    h1, h2 { overflow-wrap: anywhere; } h1 { font-size: 1.5rem; }
    del { color: var(--del); text-decoration: line-through; }
    ins { color: var(--ins); text-decoration: underline; }
    mark { color: inherit; background: #fd06; text-decoration: underline dashed; }
    .clause { border-left: 2px solid var(--rule); margin: 1rem 0; padding-left: 1rem; }
    .depth-1 { margin-left: 1rem; } .depth-2 { margin-left: 2rem; } .depth-3 { margin-left: 3rem; }
    .depth-4, .depth-5, .depth-6 { margin-left: 4rem; }
    .place { font-weight: 600; margin: 0; } .heading { font-weight: 600; }
    .was, .tag, .change-number, .label { font-weight: 400; font-size: .85rem; opacity: .8; }
    .cells { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; }
    .cells dt { font-size: .85rem; opacity: .8; } .cells dd { margin: 0; }
    .clause:has(> .place > :target), li:target { background: #fd06; }
    .kept > summary { font-size: .85rem; opacity: .8; cursor: pointer; }
    .pair { display: none; }
    @media screen and (min-width: 64rem) {
      .inline { display: none; } .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 2rem; }
    }
    @media print {
      details:not([open]) > :not(summary) { display: none; } .clause { break-inside: avoid; }
      summary { list-style: none; } .place:has(+ .kept), .kept, .kept > summary { display: inline; }
    }
    .visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden;
      clip-path: inset(50%); white-space: nowrap; }

    """
}
