import Fieldwork
import Kernel
import Referrals
import Testing

@testable import Web

@Suite struct AuditWordsTests {
    @Test func `whatever is written in the logbook is said in words, in both languages`() {
        let actions =
            ConversationEvent.Kind.allCases.map { "conversation.\($0.rawValue)" }
            + CompanyEvent.Kind.allCases.map { "company.\($0.rawValue)" }
            + ReferralStep.allCases.map { "referral.\($0.rawValue)" }
            + ["account.granted coach", "companies.imported new 3", "photo.added", "programme.closed"]
        for action in actions {
            let text = AuditWords.of(action)
            #expect(text.nl != action && text.en != action && text.nl != text.en, "\(action)")
        }
        // What a later version wrote is shown as it is.
        #expect(AuditWords.of("moon.landed") == Text(same: "moon.landed"))
    }
}
