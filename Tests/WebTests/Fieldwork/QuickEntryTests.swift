import Fieldwork
import HTTPTypes
import Kernel
import Programmes
import TestSupport
import Testing

@Suite struct QuickEntryTests {
    @Test func `a conversation that was held on paper goes from its day to the lines of the paper`() async throws {
        try await TalkSite.serve { talk in
            let path = try await talk.planned()
            #expect(try await talk.site.get(path + "/overtypen").location == path)
            let begun = try await talk.site.post(
                path + "/stand",
                ["stap": "beginnen", "gehouden": "2026-02-27", "naar": "papier"]
            )
            #expect(begun.location == path + "/overtypen")
            let page = try await talk.site.get(path + "/overtypen").text
            #expect(page.contains("data-activity=\"PR12\""))
            #expect(page.contains("Vonk &amp; &lt;b&gt;Zonen&lt;/b&gt; BV"))
        }
    }

    @Test func `without a script everything is saved at once, and only what was changed here`() async throws {
        try await TalkSite.serve { talk in
            let path = try await talk.started()
            // Somebody else ticked while the paper was being typed in.
            _ = try await talk.site.post(path + "/plaat", ["vink": "PP14:ambition:1"])
            let reply = try await talk.site.post(
                path + "/overtypen",
                ["was-PR12": "", "a-PR12": "both", "was-PP14": "", "a-PP14": ""]
            )
            #expect(reply.status == .seeOther)
            #expect(reply.location?.hasPrefix(path + "/plaat?stap=behoeften") == true)
            let after = try await talk.site.get(path + "/plaat?thema=product").text
            #expect(after.contains(#"value="PR12:doing:0""#) && after.contains(#"value="PR12:ambition:0""#))
            let other = try await talk.site.get(path + "/plaat?thema=productieproces").text
            #expect(other.contains(#"value="PP14:ambition:0""#))
        }
    }

    @Test func `nonsense is refused, and changes nothing`() async throws {
        try await TalkSite.serve { talk in
            let path = try await talk.started()
            for (name, value) in [("a-PR12", "misschien"), ("a-'; --", "doing")] {
                let reply = try await talk.site.post(path + "/overtypen", ["a-PR04": "doing", "\(name)": value])
                #expect(reply.status == .unprocessableContent)
            }
            #expect(try await talk.site.post(path + "/overtypen", ["a-ZZ99": "doing"]).status == .unprocessableContent)
            #expect(try await talk.site.get(path + "/verloop").text.contains("doen we</strong>") == false)
        }
    }
}
