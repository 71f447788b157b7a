import Fieldwork
import Kernel
import Markup
import Programmes
import Referrals

/// The questions of a call of ten minutes (*belblad*), with everything that is known filled in.
struct FollowUpCallForm: Component {
    let programme: Programme
    let call: FollowUpCall
    let form: FollowUpForm
    let ids: @Sendable () -> String
    let today: Day
    let issues: [any ExplainedIssue]

    var body: HTML {
        PostForm(action: Addresses.followUp.path(programme.id, call.followUp.conversation), .class("call")) {
            input(.type("hidden"), .name("id"), .value(form.id.isEmpty ? ids() : form.id))
            input(.type("hidden"), .name("meting-id"), .value(form.measurementID.isEmpty ? ids() : form.measurementID))
            input(.type("hidden"), .name("verbetert"), .value(form.corrects))
            begin
            if !call.ambitions.isEmpty { ambitions }
            if !call.referrals.isEmpty { referrals }
            now
            Markup.section {
                h3 { Text(nl: "Wat is er nu nodig?", en: "What is needed now?") }
                NeedRows(kinds: programme.needs, needs: form.needs)
                if issues.contains(where: { $0.field == "behoefte" }) {
                    div(.class("error"), .id("behoefte")) {
                        for issue in issues where issue.field == "behoefte" { p { issue.explanation } }
                    }
                }
            }
            end
            button(.class("button")) { Text(nl: "Vastleggen", en: "Record") }
        }
    }

    private var begin: HTML {
        Markup.section {
            TextField(
                name: "gebeld-op",
                caption: Text(nl: "Op welke dag sprak u het bedrijf?", en: "On which day did you talk to the company?"),
                type: "date",
                value: form.contactedOn.isEmpty ? today.description : form.contactedOn,
                issues: issues
            )
            if call.corrected == nil {
                ChoiceField(
                    name: "meting",
                    caption: Text(nl: "Wat voor meting is dit?", en: "What kind of measurement is this?"),
                    options: [Conversation.Measurement.followUp, .final].map {
                        .init(value: $0.rawValue, caption: $0.name)
                    },
                    values: [form.measurement.isEmpty ? call.measurement.rawValue : form.measurement],
                    issues: issues
                )
            } else {
                input(.type("hidden"), .name("meting"), .value(call.measurement.rawValue))
            }
        }
    }

    private var ambitions: HTML {
        Markup.section {
            h3 { Text(nl: "Wat werd er van de plannen?", en: "What became of the plans?") }
            for activity in call.ambitions {
                ChoiceField(
                    name: "plan-\(activity.code)",
                    caption: activity.text,
                    options: FollowUpOutcome.Fate.allCases.filter { $0 != .none }.map {
                        .init(value: $0.rawValue, caption: $0.ofOne)
                    },
                    values: Set([form.fates[activity.code.description]].compactMap(\.self)),
                    issues: issues
                )
            }
        }
    }

    private var referrals: HTML {
        Markup.section {
            h3 { Text(nl: "Wie zou er helpen?", en: "Who was to help?") }
            for referral in call.referrals { self.referral(referral) }
            ChoiceField(
                name: "zonder-hulp",
                caption: Text(
                    nl: "Had het bedrijf dit ook gedaan zonder deze hulp?",
                    en: "Would the company have done this without this help?"
                ),
                options: FollowUpOutcome.Additionality.allCases.map { .init(value: $0.rawValue, caption: $0.name) },
                values: [form.additionality],
                hint: Text(nl: "Alleen als er iets hielp.", en: "Only if something helped."),
                issues: issues
            )
        }
    }

    private func referral(_ referral: Referral) -> HTML {
        let answer = form.referrals[referral.id.description] ?? FollowUpForm.Referral()
        return fieldset(.class("group card")) {
            legend { programme.initiativeName(referral.initiative) }
            p {
                StateBadge(state: referral.state)
                " "
                span(.class("muted")) { referral.agreement.what }
            }
            ChoiceField(
                name: "contact-\(referral.id)",
                caption: Text(nl: "Kwam het contact er?", en: "Was there contact?"),
                options: [FollowUpOutcome.Link.yes, .partly, .no].map { .init(value: $0.rawValue, caption: $0.name) },
                values: [answer.link],
                issues: issues
            )
            ChoiceField(
                name: "hielp-\(referral.id)",
                caption: Text(nl: "Hielp het?", en: "Did it help?"),
                options: [FollowUpOutcome.Help.yes, .somewhat, .no, .tooEarly].map {
                    .init(value: $0.rawValue, caption: $0.name)
                },
                values: [answer.help],
                hint: Text(nl: "Als er contact was.", en: "If there was contact."),
                issues: issues
            )
            SelectField(
                name: "reden-\(referral.id)",
                caption: Text(nl: "Waarom paste het niet?", en: "Why did it not fit?"),
                options: FollowUpOutcome.Misfit.allCases.map { .init(value: $0.rawValue, caption: $0.name) },
                value: answer.misfit,
                prompt: Text(nl: "Kies een reden", en: "Choose a reason"),
                hint: Text(
                    nl: "Als het contact er niet kwam of niet hielp. Het initiatief ziet nooit welk bedrijf dit zei.",
                    en: "If there was no contact or it did not help. The initiative never sees which company said so."
                ),
                isOptional: true,
                issues: issues
            )
            TextField(
                name: "uitleg-\(referral.id)",
                caption: Text(nl: "In eigen woorden", en: "In their own words"),
                value: answer.note,
                isOptional: true,
                issues: issues
            )
        }
    }

    /// What it does and wants now, apart from the plans: nothing to do when nothing changed.
    private var now: HTML {
        Markup.section {
            h3 { Text(nl: "Is er nog meer veranderd?", en: "Did anything else change?") }
            if !call.doing.isEmpty {
                details {
                    summary {
                        Text(
                            nl: "Doet het bedrijf dit nog? (\(call.doing.count))",
                            en: "Does the company still do this? (\(call.doing.count))"
                        )
                    }
                    p(.class("hint")) {
                        Text(nl: "Haal het vinkje weg bij wat niet meer gebeurt.", en: "Untick what is no longer done.")
                    }
                    for activity in call.doing { tick("doet", activity, form.doing) }
                }
            }
            details(.attribute("open", if: isNew)) {
                summary { Text(nl: "Wat doet of wil het bedrijf er nu bij?", en: "What else does it do or want now?") }
                for theme in call.sheet.themes {
                    let activities = call.others.filter { $0.theme == theme.code }
                    if !activities.isEmpty {
                        fieldset {
                            legend { theme.name }
                            for activity in activities { both(activity) }
                        }
                    }
                }
            }
        }
    }

    private var isNew: Bool {
        call.others.contains { form.doing.contains($0.code.description) || form.wanted.contains($0.code.description) }
    }

    private func tick(_ name: String, _ activity: Activity, _ values: Set<String>) -> HTML {
        div(.class("choice")) {
            input(
                .id("\(name)-\(activity.code)"),
                .name(name),
                .type("checkbox"),
                .value(activity.code.description),
                .checked(values.contains(activity.code.description))
            )
            label(.for("\(name)-\(activity.code)")) { activity.text }
        }
    }

    private func both(_ activity: Activity) -> HTML {
        let code = activity.code.description
        return div(.class("both"), .role("group"), .ariaLabel(activity.text)) {
            span(.ariaHidden) { activity.text }
            for (name, caption, values) in [
                ("doet", Text(nl: "doet", en: "does"), form.doing), ("wil", Text(nl: "wil", en: "wants"), form.wanted),
            ] {
                span(.class("choice")) {
                    input(
                        .id("\(name)-\(code)"),
                        .name(name),
                        .type("checkbox"),
                        .value(code),
                        .checked(values.contains(code))
                    )
                    label(.for("\(name)-\(code)")) { caption }
                }
            }
        }
    }

    private var end: HTML {
        Markup.section {
            TextArea(
                name: "toelichting",
                caption: Text(nl: "Toelichting", en: "Explanation"),
                value: form.note,
                hint: Text(
                    nl: "Dit lezen alleen de mensen van het programma.",
                    en: "Only the people of the programme read this."
                ),
                isOptional: true,
                issues: issues
            )
            TextField(
                name: "volgende",
                caption: Text(nl: "Wanneer bellen we weer?", en: "When do we call again?"),
                type: "date",
                value: form.nextOn,
                hint: Text(nl: "Leeg als dat niet nodig is.", en: "Empty when there is no need."),
                isOptional: true,
                issues: issues
            )
            TextField(
                name: "volgende-wie",
                caption: Text(nl: "Wie belt dan?", en: "Who calls then?"),
                value: form.nextBy.isEmpty ? call.followUp.responsible : form.nextBy,
                isOptional: true,
                issues: issues
            )
        }
    }
}
