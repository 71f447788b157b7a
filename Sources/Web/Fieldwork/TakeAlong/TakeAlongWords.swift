import Fieldwork
import Kernel

/// What the scripts of the page without network say, by the names that they use. `{count}` and the like are filled in
/// there.
enum TakeAlongWords {
    static let all: [String: Text] = states.merging(problems) { first, _ in first }
        .merging(steps) { first, _ in first }
        .merging(items) { first, _ in first }

    /// Asked of who signs out while work on this device was not sent.
    static let signOutUnsent = Text(
        nl:
            "Op dit apparaat staan nog {count} wijzigingen die niet verzonden zijn. Als u afmeldt, worden ze gewist. Toch afmelden?",
        en:
            "On this device are {count} changes that were not sent. If you sign out, they are wiped. Sign out all the same?"
    )

    private static let states: [String: Text] = [
        "allSent": Text(nl: "✓ Alles verzonden", en: "✓ Everything sent"),
        "sending": Text(nl: "Verzenden… nog {count}", en: "Sending… {count} to go"),
        "waiting": Text(
            nl: "Bewaard op dit apparaat, nog te verzenden: {count}",
            en: "Kept on this device, not sent yet: {count}"
        ),
        "refused": Text(nl: "{count} niet aangenomen", en: "{count} not accepted"),
        "signIn": Text(nl: "Meld u aan", en: "Sign in"),
        "taking": Text(nl: "Ophalen…", en: "Fetching…"),
        "planned": Conversation.State.planned.name,
        "underway": Conversation.State.underway.name,
        "paused": Conversation.State.paused.name,
        "finished": Conversation.State.finished.name,
        "not-applicable": Mark.notApplicable.name,
        "unknown": Mark.unknown.name,
        "source": Text(nl: "onderweg toegevoegd", en: "added on the road"),
        "overruled": Text(
            nl: "Iemand anders wijzigde later: {activities}. Dat staat er nu. Wat u aantikte staat in het verloop.",
            en: "Somebody else changed later: {activities}. That stands there now. What you ticked is in the history."
        ),
        "bothRemarks": Text(
            nl: "Iemand anders schreef ook iets bij ‘{activity}’. Beide staan er nu onder elkaar.",
            en: "Somebody else wrote something at ‘{activity}’ too. Both stand there now."
        ),
        "looksLike": Text(
            nl: "Er was al een bedrijf dat hierop lijkt: {company}. Kijk of het hetzelfde bedrijf is.",
            en: "There was a company that looks like this one: {company}. See whether it is the same company."
        ),
    ]

    private static let problems: [String: Text] = [
        "noNetwork": Text(
            nl: "Geen verbinding. Ga naar een plek met internet en probeer het opnieuw.",
            en: "No connection. Go where there is internet and try again."
        ),
        "deviceFull": Text(
            nl: "Dit apparaat is vol. De laatste wijziging is niet bewaard. Maak ruimte vrij en doe het opnieuw.",
            en: "This device is full. The last change was not kept. Free some space and do it again."
        ),
        "notKept": Text(
            nl: "De laatste wijziging is niet bewaard. Herlaad de pagina en doe het opnieuw.",
            en: "The last change was not kept. Reload the page and do it again."
        ),
        "littleRoom": Text(
            nl: "Dit apparaat is bijna vol. Maak ruimte vrij voordat u op pad gaat.",
            en: "This device is nearly full. Free some space before you set out."
        ),
        "unfit": Text(
            nl: "Deze browser kan niets veilig bewaren. Gebruik een nieuwere browser, en geen privévenster.",
            en: "This browser cannot keep anything safely. Use a newer one, and no private window."
        ),
        "evicted": Text(
            nl: "De browser heeft weggegooid wat nog niet verzonden was: {count} wijzigingen. Vul ze opnieuw in.",
            en: "The browser threw away what was not sent yet: {count} changes. Fill them in again."
        ),
        "expired": Text(
            nl: "Wat u had meegenomen is gewist, want het stond hier langer dan twee weken. Alles was verzonden.",
            en: "What you took along was wiped, for it was here over two weeks. Everything had been sent."
        ),
        "expiredUnsent": Text(
            nl:
                "Dit staat hier langer dan twee weken, en {count} wijzigingen zijn nog niet verzonden. Open met uw code en verzend ze.",
            en:
                "This has been here over two weeks, and {count} changes are not sent yet. Open with your code and send them."
        ),
        "otherPerson": Text(
            nl: "Wat hier staat is van {name}. Meld u aan als {name} om het te verzenden.",
            en: "What is here belongs to {name}. Sign in as {name} to send it."
        ),
        "photoUnreadable": Text(
            nl: "Deze foto kan dit apparaat niet lezen. Kies een andere, of laat hem weg.",
            en: "This device cannot read this photo. Choose another, or leave it out."
        ),
        "codeTooShort": Text(nl: "Kies een code van minstens 6 tekens.", en: "Choose a code of at least 6 characters."),
        "codesDiffer": Text(
            nl: "De twee codes zijn niet gelijk. Typ ze opnieuw.",
            en: "The two codes differ. Type them again."
        ),
        "codeWrong": Text(nl: "Deze code is niet goed. Probeer het opnieuw.", en: "This code is not right. Try again."),
        "wipe": Text(
            nl: "Alles wat op dit apparaat staat wissen? Alles is verzonden.",
            en: "Wipe everything on this device? Everything was sent."
        ),
        "wipeUnsent": Text(
            nl: "Let op: {count} wijzigingen zijn nog niet verzonden. Als u wist, zijn die weg. Toch wissen?",
            en: "Mind: {count} changes are not sent yet. If you wipe, they are gone. Wipe all the same?"
        ),
        "drop": Text(
            nl: "{count} wijzigingen weggooien die niet zijn aangenomen?",
            en: "Throw away {count} changes that were not accepted?"
        ),
        "companyNameMissing": Text(nl: "Vul de naam van het bedrijf in.", en: "Fill in the name of the company."),
        "municipalityMissing": Text(nl: "Kies de gemeente.", en: "Choose the municipality."),
        "titleMissing": InvalidGoodExample.Issue.titleMissing.explanation,
        "storyMissing": InvalidGoodExample.Issue.storyMissing.explanation,
        "audienceMissing": InvalidGoodExample.Issue.audienceMissing.explanation,
        "giverMissing": InvalidGoodExample.Issue.giverMissing.explanation,
        "untilInPast": InvalidGoodExample.Issue.untilInPast.explanation,
    ]

    private static let steps: [String: Text] = [
        "beeld": Text(nl: "De praatplaat", en: "The picture"),
        "behoeften": Text(nl: "Hulp", en: "Help"),
        "voorbeelden": Text(nl: "Goede voorbeelden", en: "Good examples"),
        "klaar": Text(nl: "Klaar", en: "Done"),
    ]

    private static let items: [String: Text] = [
        "item-company": Text(nl: "bedrijf", en: "company"),
        "item-plan": Text(nl: "afspraak", en: "appointment"),
        "item-start": Text(nl: "begin van het gesprek", en: "start of the conversation"),
        "item-ticks": Text(nl: "vinkjes", en: "ticks"),
        "item-remark": Text(nl: "opmerking", en: "remark"),
        "item-needs": Text(nl: "gevraagde hulp", en: "help asked for"),
        "item-example": Text(nl: "goed voorbeeld", en: "good example"),
        "item-photo": Text(nl: "foto", en: "photo"),
        "item-pause": Text(nl: "pauze", en: "pause"),
        "item-resume": Text(nl: "verder na pauze", en: "resumed"),
        "item-finish": Text(nl: "einde van het gesprek", en: "end of the conversation"),
    ]
}
