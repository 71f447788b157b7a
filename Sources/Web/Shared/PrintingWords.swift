import Kernel
import Printing

extension PrintingProblem: ExplainedProblem {
    var explanation: Text {
        switch self {
        case .notInstalled:
            Text(
                nl:
                    "Deze server kan nog geen PDF maken: WeasyPrint ontbreekt. Vraag de beheerder om scripts/setup te draaien. De pagina zelf kunt u wel bekijken en afdrukken.",
                en:
                    "This server cannot make PDFs yet: WeasyPrint is missing. Ask the administrator to run scripts/setup. You can still read and print the page itself."
            )
        case .refused, .crashed:
            Text(
                nl: "De PDF kon niet worden gemaakt. Het is vastgelegd. De pagina zelf kunt u wel afdrukken.",
                en: "The PDF could not be made. This has been recorded. You can still print the page itself."
            )
        case .tooSlow:
            Text(
                nl: "De PDF maken duurde te lang. Probeer het over een minuut opnieuw.",
                en: "Making the PDF took too long. Try again in a minute."
            )
        case .tooBusy:
            Text(
                nl: "Er wachten te veel PDF's tegelijk. Probeer het over een minuut opnieuw.",
                en: "Too many PDFs are waiting. Try again in a minute."
            )
        case .stopped:
            Text(
                nl: "De server stopt net. Probeer het over een minuut opnieuw.",
                en: "The server is just stopping. Try again in a minute."
            )
        }
    }
}
