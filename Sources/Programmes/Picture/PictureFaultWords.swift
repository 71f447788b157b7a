package import Kernel

extension PictureFault {
    /// What is wrong, in one sentence.
    package var explanation: Text {
        switch self {
        case .notAPicture:
            Text(nl: "Dit is geen SVG, JPEG of PNG.", en: "This is not an SVG, JPEG or PNG.")
        case .tooLarge(let limit):
            Text(nl: "De plaat is groter dan \(limit / 1000) kB.", en: "The picture is larger than \(limit / 1000) kB.")
        case .noSize:
            Text(nl: "De tekening zegt niet hoe groot zij is.", en: "The drawing does not say how large it is.")
        case .malformed: Text(nl: "Hier klopt de tekening niet als XML.", en: "The drawing is not right as XML here.")
        case .documentType:
            Text(nl: "Een DOCTYPE of ENTITY is niet toegestaan.", en: "A DOCTYPE or ENTITY is not allowed.")
        case .forbidden(let name):
            Text(nl: "\(shown(name)) mag niet in een tekening.", en: "\(shown(name)) may not be in a drawing.")
        case .outsideReference(let address):
            Text(
                nl: "De tekening haalt iets van buiten: \(shown(address)).",
                en: "The drawing fetches something from outside: \(shown(address))."
            )
        case .noZone(let theme, let name):
            Text(
                nl: "Het thema \(name.nl) (\(theme)) heeft geen plek in de plaat.",
                en: "The theme \(name.en) (\(theme)) has no place in the picture."
            )
        case .zoneOutside(let theme, let name):
            Text(
                nl: "De plek van het thema \(name.nl) (\(theme)) ligt buiten de plaat.",
                en: "The place of the theme \(name.en) (\(theme)) is outside the picture."
            )
        case .notPoints(let text):
            Text(nl: "\(shown(text)) is geen omtrek.", en: "\(shown(text)) is not an outline.")
        }
    }

    /// What to do about it.
    package var advice: Text {
        switch self {
        case .notAPicture:
            Text(nl: "Bewaar de plaat als een van die drie.", en: "Save the picture as one of these three.")
        case .tooLarge: Text(nl: "Maak de plaat kleiner.", en: "Make the picture smaller.")
        case .noSize:
            Text(nl: "Geef het svg-element een viewBox.", en: "Give the svg element a viewBox.")
        case .malformed:
            Text(
                nl: "Bewaar de tekening opnieuw uit uw tekenprogramma.",
                en: "Save it again from your drawing program."
            )
        case .documentType: Text(nl: "Haal die regel weg.", en: "Remove that line.")
        case .forbidden:
            Text(
                nl: "Haal het weg: een plaat mag alleen te zien zijn.",
                en: "Remove it: a picture may only be seen."
            )
        case .outsideReference:
            Text(nl: "Zet het in de tekening zelf.", en: "Put it into the drawing itself.")
        case .noZone(let theme, _):
            Text(
                nl: "Noem een vlak of groep in de SVG \(theme), of geef het punten bij zones.",
                en: "Name a shape or group in the SVG \(theme), or give it points under zones."
            )
        case .zoneOutside:
            Text(
                nl: "Gebruik de eenheden van de plaat: pixels, of die van de viewBox.",
                en: "Use the units of the picture: pixels, or those of the viewBox."
            )
        case .notPoints:
            Text(
                nl: "Geef ten minste drie punten, zoals 0,0 100,0 100,80.",
                en: "Give at least three points, such as 0,0 100,0 100,80."
            )
        }
    }

    private func shown(_ text: String) -> String {
        let plain = text.unicodeScalars.prefix(60).map { $0.properties.generalCategory == .control ? " " : String($0) }
        return "“\(plain.joined())”"
    }
}
