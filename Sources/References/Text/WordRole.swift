/// What a word of English or German can do in a reference.
struct WordRole: Equatable {
  enum Kind: UInt8 {
    case none
    // Names of units.
    case annex, part, chapter, preamble, recital, article, section, paragraph, subsection,
      subparagraph
    case sentence
    case letter, number, item, point, alternative
    /// `p.` and `page`: a sentence, after a German habit; only within a reference.
    case page
    /// `sub`, of `sub-section`.
    case sub
    // Joints.
    case and, to, of, within, the, this, here, possessive
    /// `see`, `under`: what can stand before a bare number that is a reference.
    case see
    case et, seq, following
    // Parts of `as well as`, `in conjunction with`, `read with`.
    case asWord, well, conjunction, read
    case entitled
    // Words around names of laws and documents.
    case adjective, newVersion, oldVersion, version, foreign
    /// `thereof`: of what was cited last.
    case there
    /// `dessen`, `whose`: of what was named before.
    case whose
    /// `preceding`, `vorstehend`: the place before or behind the one at hand.
    case neighbour
    /// What this document can call itself.
    case ownName
    /// Documents that are never this one.
    case otherDocument
    case act
    /// What is counted in amounts, and never the end of a reference.
    case counted
    // Words of definitions.
    case hereinafter, referred, means, be
    // Words of periods; the units of time are counted, too.
    case minute, hour, day, week, month, quarter, year
    /// `working`, `business`: the kind of day.
    case working, calendar
    /// `Arbeitstage` and `Werktage`: one word, and each a week of its own.
    case businessDay, werktag
    case every, once, undue, delay, without, immediately, reasonable, timely, notice
    case least, most, normally, before, after
    /// `shall`, `must`: what follows the party that has a duty.
    case modal
  }

  var kind: Kind = .none
  var isPlural = false
  /// Whether a point may follow that ends no sentence.
  var isAbbreviation = false
  /// Whether the word is only meant where a point follows, such as `no.`, `s.`.
  var needsPoint = false
}

extension WordRole {
  /// The level of a designator that the word announces, or `nil` for other words.
  var level: DesignatorLevel? {
    switch kind {
    case .annex: .annex
    case .part: .part
    case .chapter: .chapter
    case .preamble: .preamble
    case .recital: .recital
    case .article: .article
    case .section: .section
    case .paragraph: .paragraph
    case .subsection: .subsection
    case .subparagraph: .subparagraph
    case .sentence: .sentence
    case .page: .page
    case .letter: .letter
    case .number: .number
    case .item: .item
    case .point: .point
    case .alternative: .alternative
    default: nil
    }
  }
}

extension WordRole {
  /// Every word with a role, in lower case; the first entry of a word counts.
  static let words: [(role: WordRole, words: String)] = [
    (WordRole(kind: .annex), "annex annexe appendix schedule exhibit attachment anlage anhang"),
    (WordRole(kind: .annex), "anhangs anhanges anhange beilage annexure enclosure supplement"),
    (
      WordRole(kind: .annex, isPlural: true),
      "annexes appendices appendixes schedules exhibits attachments anlagen anhänge anhängen "
        + "beilagen"
    ),
    (WordRole(kind: .annex, isAbbreviation: true, needsPoint: true), "anl anh app"),
    (WordRole(kind: .part), "part teil"),
    (WordRole(kind: .part, isPlural: true), "parts teile teilen"),
    (WordRole(kind: .chapter), "chapter kapitel kapitels"),
    (WordRole(kind: .chapter, isPlural: true), "chapters kapiteln"),
    (WordRole(kind: .chapter, isAbbreviation: true, needsPoint: true), "kap"),
    (WordRole(kind: .preamble), "preamble präambel"),
    (WordRole(kind: .recital), "recital erwägungsgrund erwägungsgrundes"),
    (WordRole(kind: .recital, isPlural: true), "recitals erwägungsgründe erwägungsgründen"),
    (WordRole(kind: .recital, isAbbreviation: true), "erwg erwgr eg"),
    (WordRole(kind: .article), "article artikel artikels"),
    (WordRole(kind: .article, isPlural: true), "articles artikeln"),
    (WordRole(kind: .article, isAbbreviation: true), "art"),
    (WordRole(kind: .article, isPlural: true, isAbbreviation: true), "arts artt"),
    (WordRole(kind: .section), "section clause abschnitt abschnitts abschnittes klausel ziffer"),
    (WordRole(kind: .section), "paragraf paragrafen paragraphen"),
    (
      WordRole(kind: .section, isPlural: true),
      "sections clauses abschnitte abschnitten klauseln ziffern"
    ),
    (WordRole(kind: .section, isAbbreviation: true), "sec sect cl ziff"),
    (WordRole(kind: .section, isPlural: true, isAbbreviation: true), "secs sects cls"),
    (WordRole(kind: .paragraph), "paragraph"),
    (WordRole(kind: .paragraph, isPlural: true), "paragraphs"),
    (WordRole(kind: .paragraph, isAbbreviation: true), "para par"),
    (WordRole(kind: .subsection), "subsection subclause absatz absatzes"),
    (WordRole(kind: .subsection, isPlural: true), "subsections subclauses absätze absätzen"),
    (WordRole(kind: .subsection, isAbbreviation: true), "abs"),
    (WordRole(kind: .paragraph, isPlural: true, isAbbreviation: true), "paras"),
    (WordRole(kind: .subparagraph), "subparagraph unterabsatz unterabsatzes"),
    (WordRole(kind: .subparagraph, isPlural: true), "subparagraphs unterabsätze unterabsätzen"),
    (WordRole(kind: .subparagraph, isAbbreviation: true), "unterabs uabs subpara"),
    (WordRole(kind: .sentence), "sentence satz satzes halbsatz"),
    (WordRole(kind: .sentence, isPlural: true), "sentences sätze sätzen"),
    (WordRole(kind: .sentence, isAbbreviation: true, needsPoint: true), "s hs sent"),
    (WordRole(kind: .page, isAbbreviation: true, needsPoint: true), "p"),
    (WordRole(kind: .page), "page seite"),
    (WordRole(kind: .letter), "letter buchstabe buchstaben buchstabens litera"),
    (WordRole(kind: .letter, isPlural: true), "letters"),
    (WordRole(kind: .letter, isAbbreviation: true), "lit lits buchst bst"),
    (WordRole(kind: .number), "number nummer"),
    (WordRole(kind: .number, isPlural: true), "numbers nummern"),
    (WordRole(kind: .number, isAbbreviation: true), "nr"),
    (WordRole(kind: .number, isPlural: true, isAbbreviation: true), "nrn"),
    (WordRole(kind: .number, isAbbreviation: true, needsPoint: true), "no"),
    (WordRole(kind: .number, isPlural: true, isAbbreviation: true, needsPoint: true), "nos"),
    (WordRole(kind: .number, isAbbreviation: true), "z"),
    (WordRole(kind: .item), "item"),
    (WordRole(kind: .item, isPlural: true), "items"),
    (WordRole(kind: .point), "point punkt punkts punktes"),
    (WordRole(kind: .point, isPlural: true), "points punkte punkten"),
    (WordRole(kind: .point, isAbbreviation: true), "pkt"),
    (WordRole(kind: .alternative), "alternative variante"),
    (WordRole(kind: .alternative, isAbbreviation: true, needsPoint: true), "alt var"),
    (WordRole(kind: .sub), "sub"),
    (WordRole(kind: .and), "and or nor und oder sowie noch"),
    (WordRole(kind: .and, isAbbreviation: true), "bzw"),
    (WordRole(kind: .to), "to through bis"),
    (WordRole(kind: .of), "of der des from aus vom von zu zum zur"),
    (WordRole(kind: .within), "in within im under unter innerhalb on"),
    (WordRole(kind: .the), "the that those dem den die das ein eine einer eines jener jenes"),
    (WordRole(kind: .this), "this these dieses dieser diesem diesen diese vorliegenden present"),
    (WordRole(kind: .here), "hereof hereto herein"),
    (WordRole(kind: .there), "thereof thereto therein davon hiervon"),
    (WordRole(kind: .whose), "dessen deren whose"),
    (
      WordRole(kind: .neighbour),
      "preceding foregoing vorstehender vorstehenden vorstehendem vorstehende vorangehender "
        + "vorangehenden vorangehendem vorangegangenen vorherigen vorheriger vorigen voriger "
        + "next nächsten nächster nachfolgenden nachfolgender nachfolgende nachstehenden "
        + "nachstehender nachstehende folgender folgendem"
    ),
    (WordRole(kind: .possessive), "its their our your his her ihrer ihres seiner seines unserer"),
    (WordRole(kind: .see), "see per siehe nach vgl cf gem gemäß also pursuant"),
    (WordRole(kind: .asWord), "as"),
    (WordRole(kind: .well), "well"),
    (WordRole(kind: .conjunction), "conjunction verbindung connection"),
    (WordRole(kind: .read), "read"),
    (WordRole(kind: .et), "et"),
    (WordRole(kind: .seq), "seq sequens sequentes seqq"),
    (WordRole(kind: .following, isAbbreviation: true), "ff f fortfolgende"),
    (WordRole(kind: .entitled), "entitled titled named called headed title titel überschrift"),
    (
      WordRole(kind: .adjective),
      "applicable german eu european respective current deutschen europäischen geltenden jeweils "
        + "signed executed written entire whole amended attached concluded geschlossenen "
        + "unterzeichneten abgeschlossenen aforementioned aforesaid vorgenannten "
        + "respectively federal swiss schweizer schweizerischen anwendbaren genannten said"
    ),
    (WordRole(kind: .newVersion), "new neu neue neuen neuer revised"),
    (WordRole(kind: .oldVersion), "old alt alte alten alter former previous früheren"),
    (WordRole(kind: .version), "version fassung"),
    (
      WordRole(kind: .foreign),
      "main master service services framework employment license licence lease underlying "
        + "principal hosting software customer general purchase cooperation other another"
    ),
    (
      WordRole(kind: .ownName),
      "agreement contract dpa addendum vertrag vertrags vertrages vertrage vereinbarung avv "
        + "auftragsverarbeitungsvertrag auftragsverarbeitungsvertrags auftragsverarbeitungsvertrages "
        + "auftragsverarbeitungsvereinbarung av-vertrag avvertrag document dokument dokuments "
        + "dokumentes"
    ),
    (
      WordRole(kind: .otherDocument),
      "terms conditions policy msa sla tos agb nutzungsbedingungen geschäftsbedingungen "
        + "hauptvertrag hauptvertrags hauptvertrages leistungsvertrag leistungsvertrags "
        + "leistungsvertrages rahmenvertrag rahmenvertrags rahmenvertrages dienstvertrag "
        + "dienstvertrages servicevertrag servicevertrags servicevertrages lizenzvertrag "
        + "lizenzvertrags lizenzvertrages concept konzept konzepts guidelines guideline guidance handbook "
        + "manual handbuch handbuchs handbuches leitfaden leitlinie leitlinien standard norm code kodex "
        + "specification description plan quote proposal offer sow angebot angebots angebotes "
        + "nda baa eula bcr bcrs bestellformular bestellformulars "
        + "auftragsformular auftragsformulars bestellschein bestellscheins mietvertrags mietvertrages"
    ),
    (
      WordRole(kind: .act),
      "act law regulation directive statute ordinance decision treaty convention gesetz gesetzes "
        + "verordnung richtlinie beschluss beschlusses"
    ),
    (
      WordRole(kind: .counted),
      "uhr million millions billion millionen mio mrd percent eur euro euros usd employees persons people prozent "
        + "mitarbeiter personen january february march april june july august september october "
        + "november december januar februar märz mai juni juli oktober dezember consecutive"
    ),
    (WordRole(kind: .minute), "minute minutes minuten minütige minütigen minütiger"),
    (WordRole(kind: .hour), "hour hours stunde stunden"),
    (WordRole(kind: .day), "day days tag tage tagen tägige tägigen tägiger kalendertag"),
    (WordRole(kind: .day), "kalendertage kalendertagen kalendertages tages"),
    (WordRole(kind: .working), "working business"),
    (WordRole(kind: .werktag), "werktag werktage werktagen werktages"),
    (
      WordRole(kind: .businessDay),
      "arbeitstag arbeitstage arbeitstagen arbeitstages bankarbeitstag bankarbeitstage "
        + "bankarbeitstagen"
    ),
    (WordRole(kind: .calendar), "calendar"),
    (WordRole(kind: .week), "week weeks woche wochen wöchige wöchigen wöchiger weekly wöchentlich"),
    (
      WordRole(kind: .month),
      "month months monat monate monaten monats monthly monatlich monatige monatigen monatiger"
    ),
    (WordRole(kind: .quarter), "quarter quarters quartal quartals quarterly vierteljährlich"),
    (
      WordRole(kind: .year),
      "year years jahr jahre jahren jahres kalenderjahr kalenderjahres yearly annually annual "
        + "jährlich jährliche jährlichen"
    ),
    (WordRole(kind: .every), "every each alle aller jedes jeden jeder jede"),
    (WordRole(kind: .once), "once twice einmal zweimal"),
    (WordRole(kind: .without), "without ohne"),
    (WordRole(kind: .undue), "undue schuldhaftes unreasonable"),
    (WordRole(kind: .delay), "delay zögern verzug verzögerung"),
    (
      WordRole(kind: .immediately),
      "immediately promptly forthwith unverzüglich unverzügliche unverzüglichen umgehend sofort"
    ),
    (WordRole(kind: .reasonable), "reasonable appropriate angemessene angemessenen angemessener"),
    (WordRole(kind: .timely), "timely rechtzeitig rechtzeitige frühzeitig"),
    (WordRole(kind: .notice), "notice period time frist fristen vorankündigung vorlauf zeitraum"),
    (WordRole(kind: .least), "least minimum mindestens wenigstens less"),
    (
      WordRole(kind: .most),
      "most latest later maximum spätestens höchstens maximal binnen more"
    ),
    (WordRole(kind: .normally), "normally usually generally regel regelmäßig normalerweise"),
    (WordRole(kind: .before), "before prior vor"),
    (WordRole(kind: .after), "after following upon ab seit"),
    (
      WordRole(kind: .modal),
      "shall must will may does do did undertakes agrees has should can hat muss wird darf soll kann "
        + "verpflichtet haben müssen werden dürfen sollen können informiert unterrichtet teilt meldet "
        + "benachrichtigt informs notifies provides ensures stellt gewährleistet"
    ),
    (
      WordRole(kind: .hereinafter),
      "hereinafter hereafter nachfolgend nachstehend folgenden fortan"
    ),
    (WordRole(kind: .referred), "referred known defined designated genannt bezeichnet"),
    (
      WordRole(kind: .means),
      "means mean meaning meanings denotes bedeutet bedeuten meint bezeichnen versteht umfasst includes include"
    ),
    (WordRole(kind: .be), "is are ist sind"),
  ]
}
