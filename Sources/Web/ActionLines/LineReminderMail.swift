package import ActionLines
import Kernel
import Mail
import Programmes

extension SiteSettings {
    /// A letter in both languages, for nobody knows which one is read.
    package var lineReminder: LineReminder.Writing {
        { reminder in
            let (line, programme) = (reminder.line, reminder.programme)
            let link = publicAddress + Addresses.actionLine.path(programme.id, line.code)
            let name = reminder.to.address.name
            let last = reminder.toldOn
            let told = last.map { " Het laatste bericht is van \(Formats.long($0, .dutch))." } ?? ""
            let toldThen = last.map { " The last word is of \(Formats.long($0, .english))." } ?? ""
            return MailContent(
                title: "Hoe staat het met \(line.code) \(line.name.nl)?",
                paragraphs: [
                    "Beste \(name),",
                    "Over actielijn \(line.code) \(line.name.nl) is \(reminder.silence) dagen niets gehoord.\(told) Vertel "
                        + "in een minuut hoe het staat en wat u nodig hebt; het overleg leest dat.",
                    link,
                    "Dear \(name), nothing was heard about action line \(line.code) \(line.name.en) for \(reminder.silence) "
                        + "days.\(toldThen) Tell how it stands and what you need with the link above; it takes a minute.",
                ],
                link: link,
                button: Text(nl: "Vertel hoe het staat", en: "Tell how it stands"),
                language: .dutch
            )
        }
    }
}
