internal import Changes
internal import Markup

extension RedlineRenderer {
  /// The changes of places that moved, were split off, or took others in: the entries that stand
  /// for what these left lead there.
  static func changesOfNamedPlaces(in redline: Redline) -> [Int32: Int] {
    var changes: [Int32: Int] = [:]
    for clause in redline.clauses where clause.new >= 0 && !clause.leftItsPlace {
      guard clause.state == .movedHere || clause.state == .splitOff || !clause.sources.isEmpty,
        let number = clause.changes.first, changes[clause.new] == nil
      else { continue }
      changes[clause.new] = number
    }
    return changes
  }

  /// The place with links to both versions, what it was called, and the changes about it.
  mutating func appendHead(_ clause: RedlineClause) {
    oldPath.removeAll(keepingCapacity: true)
    if clause.old >= 0 { olds?.append(pathOf: clause.old, to: &oldPath) }
    output += RedlineTags.place
    if clause.leftItsPlace || clause.isOfFormerPath {
      appendOldLink(Array(words.was(String(decoding: oldPath, as: UTF8.self)).utf8), clause.old)
      appendNotes(clause)
    } else if clause.new < 0 {
      appendOldLink(oldPath, clause.old)
    } else {
      path.removeAll(keepingCapacity: true)
      news?.append(pathOf: clause.new, to: &path)
      appendNewLink(path, clause.new)
      let isElsewhere = clause.old >= 0 && path != oldPath
      if isElsewhere || !clause.parts.isEmpty || !clause.sources.isEmpty { appendNotes(clause) }
    }
    if clause.isMoved {
      write(" <span class=\"tag\">")
      escape(words.moved)
      write("</span>")
    }
    appendNumbers(clause.changes)
    output += RedlineTags.paragraphEnd
  }

  /// The first and the last of a row of neighbours, what they were called, and the change about
  /// them.
  mutating func appendHead(ofRow row: Range<Int>) {
    let (first, last) = redline.ends(ofRow: row)
    output += RedlineTags.place
    path.removeAll(keepingCapacity: true)
    news?.append(pathOf: first.new, to: &path)
    appendNewLink(path, first.new)
    write(" \u{2013} ")
    let end = redline.lastPart(redline.new, last.new, in: words.language)
    appendNewLink(Array(end.utf8), last.new)
    write(" <span class=\"was\">")
    appendOldLink(Array(redline.names(ofRow: row, words).note.utf8), first.old)
    write("</span>")
    appendNumbers(first.changes)
    output += RedlineTags.paragraphEnd
  }

  /// Links to the sentences about changes; the first entry about one is where that leads.
  mutating func appendNumbers(_ changes: [Int]) {
    for number in changes {
      write(" <a class=\"change-number\"")
      if entered.insert(number).inserted { write(" id=\"redline-\(number)\"") }
      write(" href=\"#change-\(number)\">")
      escape(words.change(number))
      write("</a>")
    }
  }

  /// Notes lead to the old version, or to the entry of this redline about the new place.
  private mutating func appendNotes(_ clause: RedlineClause) {
    for note in redline.notes(of: clause, words) {
      write(" <span class=\"was\">")
      if note.isOld {
        appendOldLink(Array(note.text.utf8), note.provision)
      } else if let number = named[note.provision] {
        write("<a href=\"#redline-\(number)\">")
        escape(note.text)
        write("</a>")
      } else {
        appendNewLink(Array(note.text.utf8), note.provision)
      }
      write("</span>")
    }
  }

  private mutating func appendOldLink(_ text: [UInt8], _ provision: Int32) {
    if olds?.append(linkTo: provision, text, to: &output) == true { return }
    appendEscapedHTML(text[...], to: &output)
  }

  private mutating func appendNewLink(_ text: [UInt8], _ provision: Int32) {
    if news?.append(linkTo: provision, text, to: &output) == true { return }
    appendEscapedHTML(text[...], to: &output)
  }

  mutating func write(_ html: String) { output += html.utf8 }

  mutating func escape(_ text: String) {
    appendEscapedHTML(Array(text.utf8)[...], to: &output)
  }
}
