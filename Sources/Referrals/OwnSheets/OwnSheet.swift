package import Fieldwork
package import Kernel
package import Programmes

/// Everything that stands on a company's own praatplaat (*eigen praatplaat*), ready to be shown: nothing has to be
/// looked up any more, and nothing is in it that the company may not see.
package struct OwnSheet: Sendable {
    package struct Helper: Sendable {
        package let name: String
        /// What will happen: "introduction in the hall".
        package let agreement: String
        package let contact: String?
        package let day: Day?
        /// The pack is not sure of this initiative: shown as "to be confirmed".
        package let isToBeConfirmed: Bool

        package init(name: String, agreement: String, contact: String?, day: Day?, isToBeConfirmed: Bool) {
            self.name = name
            self.agreement = agreement
            self.contact = contact
            self.day = day
            self.isToBeConfirmed = isToBeConfirmed
        }
    }

    package let companyName: String
    package let municipalityName: String?
    package let programmeName: Text
    package let heldOn: Day
    package let interviewerName: String
    package let sheet: TalkSheet
    /// Of the programme itself; `nil` for the one that Karavaan draws.
    package let picture: ProgrammePicture?
    package let ladder: [LadderRung]
    package let answers: SheetAnswers
    /// What the adviser wrote as next steps, in order.
    package let nextSteps: [String]
    package let helpers: [Helper]
    /// Titles of good examples that the company told of.
    package let goodExamples: [String]
    /// When somebody calls to hear how it went.
    package let followUpOn: Day?
    /// The address of the company's own page, for the code to scan; `nil` when there is no link.
    package let link: String?

    package init(
        companyName: String,
        municipalityName: String?,
        programmeName: Text,
        heldOn: Day,
        interviewerName: String,
        sheet: TalkSheet,
        picture: ProgrammePicture? = nil,
        ladder: [LadderRung],
        answers: SheetAnswers,
        nextSteps: [String],
        helpers: [Helper],
        goodExamples: [String],
        followUpOn: Day?,
        link: String?
    ) {
        self.companyName = companyName
        self.municipalityName = municipalityName
        self.programmeName = programmeName
        self.heldOn = heldOn
        self.interviewerName = interviewerName
        self.sheet = sheet
        self.picture = picture
        self.ladder = ladder
        self.answers = answers
        self.nextSteps = nextSteps
        self.helpers = helpers
        self.goodExamples = goodExamples
        self.followUpOn = followUpOn
        self.link = link
    }
}
