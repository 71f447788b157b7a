import Fieldwork
import Kernel
import Mail
import Programmes

/// Writes letters to companies: in the words of the programme's pack, or else in ours.
struct InvitationMail: Sendable {
    /// What people type to get here.
    let publicAddress: String

    func content(_ letter: InvitationLetter) -> MailContent {
        let language = letter.invitation.language
        let kind = letter.kind.template
        let template = letter.programme.mails?.first { $0.kind == kind } ?? MailTemplate.standard(kind)
        let link = publicAddress + (letter.token.map { Addresses.invitation.path($0) } ?? "/")
        let values = values(letter, link: link, language)
        let paragraphs = Self.paragraphs(template.body[language], values)
        return MailContent(
            title: Self.filled(template.subject[language], values),
            paragraphs: paragraphs,
            link: link,
            button: kind.button,
            language: language,
            calendar: letter.calendar.map { ICalendar.text([$0], name: "Karavaan") }
        )
    }

    private func values(
        _ letter: InvitationLetter,
        link: String,
        _ language: Language
    ) -> [MailTemplate.Placeholder: String] {
        [
            .contact: letter.invitation.contactName,
            .company: letter.companyName,
            .programme: letter.programme.name[language],
            .day: Formats.long(letter.plan.day, language),
            .time: letter.plan.time?.description ?? "",
            .interviewer: letter.plan.interviewer.name,
            .link: link,
            .note: letter.invitation.note ?? "",
        ]
    }

    /// Filled in one pass, so that what somebody typed is never taken for a place to fill. A paragraph that is empty
    /// then, such as a note that nobody made, is left out.
    private static func paragraphs(_ body: String, _ values: [MailTemplate.Placeholder: String]) -> [String] {
        body.split(separator: /\n[ \t]*\n/).map { filled(String($0), values).trimmingWhitespace() }
            .filter { !$0.isEmpty }
    }

    private static func filled(_ text: String, _ values: [MailTemplate.Placeholder: String]) -> String {
        text.replacing(/\{([a-z]+)\}/) { match in
            MailTemplate.Placeholder(rawValue: String(match.output.1)).flatMap { values[$0] }
                ?? String(match.output.0)
        }
    }
}

extension InvitationLetter.Kind {
    fileprivate var template: MailTemplate.Kind {
        switch self {
        case .invitation: .invitation
        case .confirmation: .confirmation
        case .moved: .moved
        case .cancelled: .cancelled
        }
    }
}

extension MailTemplate.Kind {
    var button: Text {
        switch self {
        case .invitation: Text(nl: "Past het? Geef antwoord", en: "Does it suit you? Answer")
        case .cancelled: Text(nl: "Bekijk de uitnodiging", en: "See the invitation")
        case .confirmation, .moved: Text(nl: "Bekijk of verzet de afspraak", en: "See or move the appointment")
        }
    }
}

extension MailTemplate {
    /// For programmes that do not write their own.
    static func standard(_ kind: Kind) -> MailTemplate {
        switch kind {
        case .invitation:
            MailTemplate(
                kind: .invitation,
                subject: Text(nl: "Mogen we bij u langskomen?", en: "May we visit you?"),
                body: Text(
                    nl: """
                        Beste {contact},

                        Voor {programme} praten we met bedrijven over zuinig omgaan met materiaal en energie. We komen \
                        graag kijken bij {company}: {interviewer}, op {day} om {time} uur. Het duurt drie kwartier.

                        {note}

                        Laat ons weten of het past, of kies een ander moment:

                        {link}

                        Met vriendelijke groet,
                        {programme}
                        """,
                    en: """
                        Dear {contact},

                        For {programme} we talk with companies about being careful with material and energy. We would \
                        like to visit {company}: {interviewer}, on {day} at {time}. It takes three quarters of an hour.

                        {note}

                        Let us know whether this suits you, or choose another moment:

                        {link}

                        Kind regards,
                        {programme}
                        """
                )
            )
        case .confirmation:
            MailTemplate(
                kind: .confirmation,
                subject: Text(nl: "Afspraak: {day} om {time} uur", en: "Appointment: {day} at {time}"),
                body: Text(
                    nl: """
                        Beste {contact},

                        {interviewer} komt op {day} om {time} uur bij {company} langs. Verzetten of afzeggen kan met \
                        deze link:

                        {link}

                        Met vriendelijke groet,
                        {programme}
                        """,
                    en: """
                        Dear {contact},

                        {interviewer} will visit {company} on {day} at {time}. You can move it or call off with this \
                        link:

                        {link}

                        Kind regards,
                        {programme}
                        """
                )
            )
        case .moved:
            MailTemplate(
                kind: .moved,
                subject: Text(nl: "Nieuwe afspraak: {day} om {time} uur", en: "New appointment: {day} at {time}"),
                body: Text(
                    nl: """
                        Beste {contact},

                        Onze afspraak bij {company} is verzet. {interviewer} komt nu op {day} om {time} uur langs. Past \
                        dat niet? Laat het weten met deze link:

                        {link}

                        Met vriendelijke groet,
                        {programme}
                        """,
                    en: """
                        Dear {contact},

                        Our appointment at {company} was moved. {interviewer} will now visit you on {day} at {time}. Does \
                        that not suit you? Let us know with this link:

                        {link}

                        Kind regards,
                        {programme}
                        """
                )
            )
        case .cancelled:
            MailTemplate(
                kind: .cancelled,
                subject: Text(nl: "Onze afspraak gaat niet door", en: "Our appointment is off"),
                body: Text(
                    nl: """
                        Beste {contact},

                        Onze afspraak van {day} om {time} uur bij {company} gaat niet door. Het spijt ons. We nemen \
                        contact met u op voor een nieuw moment. Wilt u zelf iets laten weten? Dat kan met deze link:

                        {link}

                        Met vriendelijke groet,
                        {programme}
                        """,
                    en: """
                        Dear {contact},

                        Our appointment of {day} at {time} at {company} is off. We are sorry. We will get in touch with \
                        you about another moment. Do you want to tell us something yourself? You can with this link:

                        {link}

                        Kind regards,
                        {programme}
                        """
                )
            )
        }
    }
}
