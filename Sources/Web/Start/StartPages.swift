import Kernel
import Markup

struct StartPage: Page {
    var title: Text { Text(nl: "Samen op weg naar circulair", en: "On the way to circular, together") }

    var body: HTML {
        h1 { title }
        p(.class("lead")) {
            Text(
                nl:
                    "Karavaan helpt een regio om bedrijven circulair te maken. Van het eerste gesprek in de werkplaats tot het eindrapport.",
                en:
                    "Karavaan helps a region to make companies circular. From the first conversation on the shop floor to the final report."
            )
        }
        p { a(.class("button"), .href(Addresses.work.path())) { Text(nl: "Naar uw werk", en: "To your work") } }
        div(.class("grid")) {
            Step(
                title: Text(nl: "1. Het gesprek", en: "1. The conversation"),
                text: Text(
                    nl:
                        "Een adviseur bespreekt met de ondernemer de praatplaat: wat doet u al, en wat wilt u binnen drie jaar?",
                    en:
                        "An adviser goes through the talking sheet with the entrepreneur: what do you do already, and what do you want within three years?"
                )
            )
            Step(
                title: Text(nl: "2. Het resultaat", en: "2. The result"),
                text: Text(
                    nl:
                        "Meteen te zien: hoe circulair is dit bedrijf, en waar zitten de kansen? Op een eigen praatplaat voor aan de muur.",
                    en:
                        "To be seen at once: how circular is this company, and where are the chances? On a sheet of its own for the wall."
                )
            )
            Step(
                title: Text(nl: "3. De koppeling", en: "3. The referral"),
                text: Text(
                    nl:
                        "Karavaan stelt voor wie kan helpen, en zegt waarom. De adviseur kiest. Later vragen we of het hielp.",
                    en:
                        "Karavaan suggests who can help, and says why. The adviser chooses. Later we ask whether it helped."
                )
            )
        }
        Markup.section {
            h2 { Text(nl: "Kennissessies", en: "Knowledge sessions") }
            p {
                Text(nl: "Bedrijven vertellen elkaar wat werkt. ", en: "Companies tell each other what works. ")
                a(.href(Addresses.publicSessions.path())) {
                    Text(nl: "Kijk waar u bij kunt zijn", en: "See what you can come to")
                }
            }
        }
        Markup.section {
            h2 { Text(nl: "Cijfers", en: "Figures") }
            p {
                Text(
                    nl: "Hoe circulair zijn bedrijven bij u in de buurt? ",
                    en: "How circular are companies near you? "
                )
                a(.href(Addresses.figureProgrammes.path())) {
                    Text(nl: "Bekijk de cijfers per gemeente", en: "See the figures by municipality")
                }
            }
        }
        Markup.section {
            h2 { Text(nl: "Bent u ondernemer?", en: "Are you an entrepreneur?") }
            p {
                Text(
                    nl:
                        "U hebt geen account nodig. Uw adviseur geeft u een eigen link. Daarmee ziet u uw praatplaat en wat u hebt afgesproken.",
                    en:
                        "You need no account. Your adviser gives you a link of your own. With it you see your sheet and what you agreed."
                )
            }
        }
    }
}

private struct Step: Component {
    let title: Text
    let text: Text

    var body: HTML {
        section(.class("card")) {
            h2 { title }
            p { text }
        }
    }
}

struct PrivacyPage: Page {
    let contact: String?

    var title: Text { Text(nl: "Privacy", en: "Privacy") }
    var width: PageWidth { .text }

    var body: HTML {
        h1 { title }
        p {
            Text(
                nl:
                    "De organisatie die deze website beheert, is verantwoordelijk voor wat hier wordt bewaard. Hier leest u wat dat is en waarom.",
                en:
                    "The organisation that runs this website is responsible for what is kept here. Here you read what that is, and why."
            )
        }
        h2 { Text(nl: "Over bedrijven", en: "About companies") }
        p {
            Text(
                nl:
                    "Wij bewaren naam, adres en nummer van het bedrijf, contactpersonen met telefoon en e-mail, wat in het gesprek is aangekruist, en welke hulp is afgesproken. Dat is nodig om het bedrijf te helpen en om te laten zien wat het programma bereikt.",
                en:
                    "We keep the name, address and number of the company, contact persons with telephone and e-mail, what was ticked in the conversation, and which help was agreed. We need this to help the company and to show what the programme achieves."
            )
        }
        p {
            Text(
                nl:
                    "Gemeenten en provincie zien alleen cijfers, geen bedrijven. Een goed voorbeeld delen wij alleen als de ondernemer dat goedvindt. Die toestemming kan altijd worden ingetrokken.",
                en:
                    "Municipalities and province see figures only, no companies. We share a good example only if the entrepreneur agrees. That consent can be withdrawn at any time."
            )
        }
        h2 { Text(nl: "Over mensen die hier werken", en: "About people who work here") }
        p {
            Text(
                nl:
                    "Wij bewaren naam en e-mailadres, wat iemand doet, wanneer en vanaf welk internetadres. Zo kunnen wij fouten en misbruik terugvinden. Wachtwoorden bewaren wij niet: alleen iets waarmee we ze herkennen.",
                en:
                    "We keep name and e-mail address, what somebody does, when and from which internet address. That lets us trace mistakes and abuse. We do not keep passwords: only something to recognise them by."
            )
        }
        h2 { "Cookies" }
        p {
            Text(
                nl:
                    "Er zijn drie cookies: één om u aangemeld te houden, één om formulieren te beveiligen en één voor uw taal. Wij volgen u niet, en niets gaat naar andere websites.",
                en:
                    "There are three cookies: one to keep you signed in, one to protect forms and one for your language. We do not track you, and nothing goes to other websites."
            )
        }
        h2 { Text(nl: "Uw rechten", en: "Your rights") }
        p {
            Text(
                nl: "U mag vragen wat er over u is bewaard, en dat laten verbeteren of verwijderen.",
                en: "You may ask what is kept about you, and have that corrected or removed."
            )
            " "
            ContactLine(contact: contact)
        }
    }
}

struct AccessibilityPage: Page {
    let contact: String?

    var title: Text { Text(nl: "Toegankelijkheid", en: "Accessibility") }
    var width: PageWidth { .text }

    var body: HTML {
        h1 { title }
        p {
            Text(
                nl: "Iedereen moet deze website kunnen gebruiken. Ons doel is WCAG 2.2, niveau AA.",
                en: "Everybody must be able to use this website. Our aim is WCAG 2.2, level AA."
            )
        }
        h2 { Text(nl: "Wat wij hebben onderzocht", en: "What we examined") }
        ul {
            li {
                Text(
                    nl: "Bij elke wijziging controleert een programma (axe) de pagina's.",
                    en: "With every change a program (axe) checks the pages."
                )
            }
            li {
                Text(
                    nl:
                        "Wij toetsen de hoofdtaken met alleen het toetsenbord, zonder JavaScript en op een smal scherm.",
                    en: "We test the main tasks by keyboard alone, without JavaScript and on a narrow screen."
                )
            }
        }
        h2 { Text(nl: "Wat nog niet is onderzocht", en: "What was not examined yet") }
        ul {
            li {
                Text(
                    nl:
                        "Een onafhankelijk onderzoek volgens WCAG-EM is nog niet gedaan. Daarom is er nog geen verklaring met een status.",
                    en:
                        "There has been no independent evaluation according to WCAG-EM. So there is no statement with a status yet."
                )
            }
            li {
                Text(
                    nl: "Wij hebben nog niet getest met mensen die een schermlezer gebruiken.",
                    en: "We have not tested with people who use a screen reader yet."
                )
            }
        }
        h2 { Text(nl: "Werkt iets niet voor u?", en: "Does something not work for you?") }
        p { ContactLine(contact: contact) }
    }
}

private struct ContactLine: Component {
    let contact: String?

    var body: HTML {
        if let contact {
            Text(nl: "Mail naar ", en: "Send mail to ")
            a(.href("mailto:\(contact)")) { contact }
            "."
        } else {
            Text(nl: "Vertel het uw adviseur of projectleider.", en: "Tell your adviser or project leader.")
        }
    }
}
