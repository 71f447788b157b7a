import Kernel
import Programmes
import Testing

@Suite struct MailsTests {
    private func findings(_ mails: String) throws -> [String] {
        let pack = try TemporaryPack()
        try pack.write("mails.yaml", mails)
        return pack.findings
    }

    @Test func `a pack without letters has none, and one with letters has those`() throws {
        let pack = try TemporaryPack()
        #expect(try pack.read().get().mails == nil)
        try pack.write(
            "mails.yaml",
            """
            mails:
              - kind: invitation
                subject: {nl: "Komt {interviewer}?", en: "Shall {interviewer} come?"}
                body:
                  nl: |
                    Beste {contact},

                    {link}
                  en: |
                    Dear {contact},

                    {link}
            """
        )
        let mails = try #require(try pack.read().get().mails)
        #expect(mails.map(\.kind) == [.invitation])
        #expect(mails[0].body.nl == "Beste {contact},\n\n{link}")
    }

    @Test func `what cannot be filled in, what is missing and what is there twice is named`() throws {
        #expect(
            try findings(
                """
                mails:
                  - kind: invitation
                    subject: {nl: "Dag {naam}", en: "Hello {naam}"}
                    body: {nl: "Kom hier", en: "Come here"}
                  - kind: invitation
                    subject: {nl: Kom, en: Come}
                    body: {nl: "{link}", en: "{link} {day}"}
                  - kind: rekening
                    subject: {nl: Kom, en: Come}
                    body: {nl: "{link}", en: "{link}"}
                """
            ) == [
                #"mails.yaml:3:14 unknownPlaceholder("naam")"#,
                #"mails.yaml:4:11 missingPlaceholder("link")"#,
                #"mails.yaml:5:11 duplicateEntry("invitation", first: mails.yaml:2:5)"#,
                "mails.yaml:7:11 placeholdersDiffer",
                #"mails.yaml:8:11 notAnOption("rekening", options: ["invitation", "confirmation", "moved", "cancelled"], suggestion: nil)"#,
            ]
        )
        #expect(try findings("mails: []\n") == ["mails.yaml:1:8 emptyList"])
    }
}
