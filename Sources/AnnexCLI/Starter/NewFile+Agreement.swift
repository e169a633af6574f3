internal import Deadlines

extension NewFile {
  /// A short agreement that shows numbering, labels, references and the two registers.
  ///
  /// A pattern to write in, not a contract to sign: the first paragraph says so.
  static func agreement(from day: CalendarDate) -> NewFile {
    NewFile(
      "content/agreements/dpa.md",
      """
      ---
      title: Data processing agreement
      kind: data-processing-agreement
      id: dpa
      version: "1.0"
      effective: \(day)
      language: en
      parties:
        - {role: processor, is: processor, defined-as: Processor}
        - {role: controller, blank: true, defined-as: Controller}
      governing-law: DE
      audience: public
      ---

      This text is a pattern. Have your own agreement reviewed before you publish it.

      ## 1. Subject matter

      - (1) The Processor, {{ processor.name }}, processes personal data on behalf of the Controller, \
      its customer, as Art. 28 GDPR provides.
      - (2) Annex 1 describes the processing. It ends when the contract for the service ends.

      ## 2. Instructions and confidentiality

      - (1) The Processor processes personal data only as the Controller instructs in text form. It \
      says so at once where it holds an instruction to be unlawful.
      - (2) Everyone whom the Processor lets work with the data is bound to secrecy:
        - a. staff, from the first day and beyond the last;
        - b. contractors, before they are given access.

      ## 3. Measures

      - (1) The Processor takes the measures listed in Annex 2 (Art. 32 GDPR).
      - (2) It may replace a measure by another one as long as the level of protection stays the same.

      ## 4. Sub-processors

      - (1) The Controller agrees to the sub-processors listed in Annex 3.
      - (2) The Processor announces a new sub-processor {{ notice.before_use }} before its use. \
      Within {{ notice.objection }} after that the Controller may object for a good reason. \
      {#sub-processor-notice}
      - (3) An objection under section 4(2) is sent to {{ notice.channel.email }}.

      ## 5. Support and return

      - (1) The Processor helps the Controller to answer data subjects and to meet Articles 32 to 36 \
      GDPR, and shows on request that it keeps this agreement.
      - (2) At the end of the processing it erases the data or returns them, as the Controller chooses.

      # Annex 1: Description of the processing

      | Subject | Description |
      | --- | --- |
      | Purpose | Operation of Example App for the Controller |
      | Categories of data | Names, e-mail addresses, contents that users enter |
      | Data subjects | Users of the app and persons named in its contents |

      # Annex 2: Technical and organisational measures

      {{ measures() }}

      # Annex 3: Sub-processors

      {{ sub_processors() }}

      """)
  }
}
