import Kernel
import Mail
import Programmes

/// Tells a coach that a company was handed over: in both languages, for nobody knows which one is read, and without a
/// word about the company, for mail is read by others too.
enum CoachMail {
    static func content(to name: String, programme: Programme, link: String) -> MailContent {
        MailContent(
            title: "Er is een bedrijf aan u overgedragen (\(programme.name.nl))",
            paragraphs: [
                "Beste \(name),",
                "Er is een bedrijf dat uw hulp wil. Meld u aan om te zien wie het is en wat er is afgesproken. Laat "
                    + "daar ook weten of u het oppakt.",
                link,
                "Dear \(name), a company would like your help. Sign in with the link above to see who it is and what "
                    + "was agreed, and to say whether you take it up.",
            ],
            link: link,
            button: Text(nl: "Bekijk de koppeling", en: "See the referral"),
            language: .dutch
        )
    }
}
