import Fieldwork
import Kernel
import Markup
import Programmes

/// Where a programme gets a picture of its own.
struct PicturePage: Page {
    let programme: Programme
    let draft: ProgrammePicture?
    var issues: [InvalidPicture.Issue] = []
    var description = Self.defaultDescription

    static let defaultDescription = Text(
        nl: "Beeld van een bedrijf met de thema's van de praatplaat erin.",
        en: "Picture of a company with the themes of the talk sheet in it."
    )

    var title: Text { Text(nl: "De plaat van dit programma", en: "The picture of this programme") }
    var section: NavigationSection? { .programme }
    var styles: [String] { ["sheet.css", "picture-zones.css"] }
    var scripts: [String] { draft == nil ? [] : ["picture-zones.js"] }
    var issueCount: Int { issues.count }

    var body: HTML {
        p(.class("breadcrumb")) {
            a(.href(Addresses.programme.path(programme.id))) { Text(nl: "Programma", en: "Programme") }
        }
        h1 { title }
        ErrorSummary(issues: issues)
        if let draft {
            DraftSection(programme: programme, draft: draft, issues: issues)
        } else {
            inUse
        }
        upload
    }

    private var inUse: HTML {
        Markup.section(.class("stack")) {
            h2 { Text(nl: "Nu in gebruik", en: "In use now") }
            div(.class("picture-frame")) {
                TalkPicture(sheet: programme.sheet, own: programme.picture).view(
                    description: programme.picture?.description ?? Self.defaultDescription
                )
            }
            if programme.picture == nil {
                p { Text(nl: "Dit is de plaat die Karavaan tekent.", en: "This is the picture that Karavaan draws.") }
            } else {
                PostForm(action: Addresses.pictureState.path(programme.id)) {
                    div(.class("actions")) {
                        button(.class("button secondary"), .name("doe"), .value("standaard")) {
                            Text(nl: "Terug naar de plaat van Karavaan", en: "Back to the picture of Karavaan")
                        }
                    }
                }
            }
        }
    }

    private var upload: HTML {
        Markup.section(.class("stack")) {
            h2 {
                draft == nil
                    ? Text(nl: "Een eigen plaat gebruiken", en: "Use a picture of your own")
                    : Text(nl: "Opnieuw beginnen met een andere plaat", en: "Begin again with another picture")
            }
            p {
                Text(
                    nl: "Een tekening (SVG) of een foto (JPEG, PNG) waarin mensen uit uw sector hun bedrijf herkennen. "
                        + "Staan in de tekening vlakken met de namen van de thema's, dan vinden we die zelf.",
                    en: "A drawing (SVG) or a photo (JPEG, PNG) in which people of your trade recognise their company. "
                        + "If shapes in the drawing have the names of the themes, we find them ourselves."
                )
            }
            PostForm(action: Addresses.picture.path(programme.id), .multipart) {
                FileField(
                    name: "bestand",
                    caption: Text(nl: "Plaat", en: "Picture"),
                    hint: Text(
                        nl: "Hoogstens \(ProgrammePicture.sizeLimit / 1000) kB. "
                            + "Plaats en tijd van een foto worden gewist.",
                        en: "\(ProgrammePicture.sizeLimit / 1000) kB at most. Place and time of a photo are erased."
                    ),
                    accept: ".svg,.jpg,.jpeg,.png,image/svg+xml,image/jpeg,image/png",
                    issues: issues
                )
                TextField(
                    name: "beschrijving-nl",
                    caption: Text(nl: "Wat is er te zien? (Nederlands)", en: "What is to be seen? (Dutch)"),
                    value: description.nl,
                    hint: Text(nl: "Voor wie de plaat niet ziet.", en: "For who cannot see the picture.")
                )
                TextField(
                    name: "beschrijving-en",
                    caption: Text(nl: "Wat is er te zien? (Engels)", en: "What is to be seen? (English)"),
                    value: description.en
                )
                button(.class("button")) { Text(nl: "Verder", en: "Continue") }
            }
        }
    }
}

/// The picture that is being prepared, with a rectangle for each theme: to drag, or to type.
private struct DraftSection: Component {
    let programme: Programme
    let draft: ProgrammePicture
    let issues: [InvalidPicture.Issue]

    var body: HTML {
        Markup.section(.class("stack"), .id("plekken")) {
            h2 { Text(nl: "Waar zijn de thema's?", en: "Where are the themes?") }
            p {
                Text(
                    nl: "Kies een thema en sleep op de plaat, of vul de getallen in: procenten van de plaat.",
                    en: "Choose a theme and drag on the picture, or fill in the numbers: percents of the picture."
                )
            }
            div(.class("picture-frame"), .attribute("data-zones")) {
                TalkPicture(sheet: programme.sheet, own: draft, isBlank: true).view(description: draft.description)
            }
            PostForm(action: Addresses.pictureZones.path(programme.id), .id("plekken-formulier")) {
                div(.class("zone-list")) {
                    for theme in programme.sheet.themes { ZoneFields(theme: theme, draft: draft, issues: issues) }
                }
                div(.class("actions")) {
                    button(.class("button"), .name("doe"), .value("bewaren")) {
                        Text(nl: "Bewaar en bekijk", en: "Save and look")
                    }
                    button(.class("button"), .name("doe"), .value("gebruiken")) {
                        Text(nl: "Neem in gebruik", en: "Use it")
                    }
                }
            }
            PostForm(action: Addresses.pictureState.path(programme.id)) {
                div(.class("actions")) {
                    button(.class("button secondary"), .name("doe"), .value("weggooien")) {
                        Text(nl: "Gooi deze plaat weg", en: "Throw this picture away")
                    }
                    a(.href(Addresses.pictureFile.path(programme.id))) {
                        Text(nl: "Plekken voor het programmapakket", en: "Places for the programme pack")
                    }
                }
            }
        }
    }
}

private struct ZoneFields: Component {
    let theme: Theme
    let draft: ProgrammePicture
    let issues: [InvalidPicture.Issue]

    private static let captions = [
        Text(nl: "links", en: "left"), Text(nl: "boven", en: "top"), Text(nl: "breedte", en: "width"),
        Text(nl: "hoogte", en: "height"),
    ]

    var body: HTML {
        let values = draft.zone(theme.code).map { ZoneForm($0, of: draft).values } ?? ["", "", "", ""]
        let own = issues.filter { $0.field == "links-\(theme.code)" }
        fieldset(.class("zone"), .attribute("data-zone", theme.code.description)) {
            legend { theme.name }
            for issue in own { p(.class("error"), .id("fout-\(theme.code)")) { issue.explanation } }
            for (index, side) in ZoneForm.sides.enumerated() {
                label {
                    Self.captions[index]
                    input(
                        .type("text"),
                        .attribute("inputmode", "decimal"),
                        .id("\(side)-\(theme.code)"),
                        .name("\(side)-\(theme.code)"),
                        .value(values[index]),
                        .attribute("aria-invalid", own.isEmpty ? "false" : "true"),
                        .ariaDescribedBy(own.isEmpty ? nil : "fout-\(theme.code)")
                    )
                }
            }
        }
    }
}
