import App
import Mail
import Testing
import Web

@Suite struct MailSettingsTests {
    private func problems(_ flags: [SettingName: String]) -> [String] {
        do {
            _ = try Settings(flags: flags)
            return []
        } catch {
            return error.problems
        }
    }

    @Test func `without a mail server letters wait, and that is no fault`() throws {
        let settings = try Settings(flags: [:])
        #expect(settings.mail == nil)
        #expect(!settings.site.sendsMail)
    }

    @Test func `a mail server is read whole`() throws {
        let settings = try Settings(flags: [
            .smtp: "smtp://mail.example.org:587", .smtpUser: "karavaan", .smtpPassword: "een geheim",
            .mailFrom: "post@example.org", .mailName: "Programma Metaal",
        ])
        #expect(
            settings.mail
                == MailServer(
                    address: "smtp://mail.example.org:587",
                    user: "karavaan",
                    password: "een geheim",
                    from: MailAddress(name: "Programma Metaal", email: "post@example.org")
                )
        )
        #expect(settings.site.sendsMail)
    }

    @Test func `half a mail server is told at the start, and a password never`() {
        #expect(problems([.smtp: "smtp://mail.example.org"]).count == 1)
        #expect(problems([.mailFrom: "post@example.org"]).count == 1)
        #expect(problems([.smtp: "http://mail.example.org", .mailFrom: "post@example.org"]).count == 1)
        #expect(problems([.smtp: "smtp://mail.example.org", .mailFrom: "geen adres"]).count == 1)
        let secret = problems([
            .smtp: "smtp://gebruiker:geheim@mail.example.org", .mailFrom: "post@example.org",
        ])
        #expect(secret.count == 1)
        #expect(secret.allSatisfy { !$0.contains("geheim") })
        #expect(
            problems([
                .smtp: "smtp://mail.example.org", .mailFrom: "post@example.org", .smtpUser: "karavaan",
            ]).count == 1
        )
    }
}
