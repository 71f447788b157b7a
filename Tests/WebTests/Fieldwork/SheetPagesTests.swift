import Fieldwork
import Foundation
import HTTPTypes
import Kernel
import Programmes
import TestSupport
import Testing

@Suite struct SheetPagesTests {
    private func message(_ id: String, _ activity: String, _ mark: String, isOn: Bool = true) -> String {
        """
        {"device": "tablet", "ticks": [{"id": "\(id)", "activity": "\(activity)", "mark": "\(mark)", \
        "isOn": \(isOn), "madeAt": 1772442000123}]}
        """
    }

    @Test func `without a script a button sets a tick and leads back to the same row`() async throws {
        try await TalkSite.serve { talk in
            let path = try await talk.started()
            let sheet = try await talk.site.get(path + "/plaat?thema=product").text
            #expect(sheet.contains("Wat maakt u?"))
            #expect(sheet.contains(#"value="PR12:doing:1""#))
            let reply = try await talk.site.post(path + "/plaat", ["thema": "product", "vink": "PR12:doing:1"])
            #expect(reply.status == .seeOther)
            #expect(reply.location == path + "/plaat?thema=product#a-PR12")
            let after = try await talk.site.get(path + "/plaat?thema=product").text
            #expect(after.contains(#"value="PR12:doing:0""#))
            // It resumes where it was.
            _ = try await talk.site.post(path + "/plaat", ["thema": "productieproces", "vink": "PP14:ambition:1"])
            #expect(try await talk.site.get(path + "/plaat").location == path + "/plaat?thema=productieproces")
        }
    }

    @Test func `a script saves a tick, and may send it again`() async throws {
        try await TalkSite.serve { talk in
            let path = try await talk.started()
            let tick = message(UUID().uuidString, "PR12", "ambition")
            for _ in 1...2 {
                #expect(try await talk.site.json(.post, path + "/vinkjes", tick).status == .noContent)
            }
            let history = try await talk.site.get(path + "/verloop").text
            #expect(history.components(separatedBy: "willen we</strong>").count == 2)
        }
    }

    @Test func `a script is told what is wrong`() async throws {
        try await TalkSite.serve { talk in
            let path = try await talk.started()
            let id = UUID().uuidString
            for nonsense in ["", "{}", "[]", #"{"device":"x","ticks":[{"id":1}]}"#, message(id, "'; --", "doing")] {
                let reply = try await talk.site.json(.post, path + "/vinkjes", nonsense)
                #expect(reply.status == .unprocessableContent)
                #expect(reply.headers[.contentType] == "application/problem+json")
            }
            let unknown = try await talk.site.json(.post, path + "/vinkjes", message(id, "ZZ99", "doing"))
            #expect(unknown.text.contains("conversation.not-on-sheet"))
            _ = try await talk.site.post(path + "/stand", ["stap": "annuleren", "reden": "ziek"])
            let closed = try await talk.site.json(.post, path + "/vinkjes", message(id, "PR12", "doing"))
            #expect(closed.status == .conflict)
            #expect(closed.text.contains("conversation.closed"))
        }
    }

    @Test func `a remark is kept with the row, escaped, and can be taken back`() async throws {
        try await TalkSite.serve { talk in
            let path = try await talk.started()
            let text = "</textarea><script>x</script>"
            let reply = try await talk.site.post(
                path + "/plaat",
                ["thema": "product", "bewaar": "PR12", "opmerking-PR12": text]
            )
            #expect(reply.location == path + "/plaat?thema=product#a-PR12")
            let page = try await talk.site.get(path + "/plaat?thema=product").text
            #expect(page.contains("&lt;/textarea&gt;&lt;script&gt;x&lt;/script&gt;"))
            // A tick in the same row keeps what was typed there.
            _ = try await talk.site.post(path + "/plaat", ["vink": "PR12:doing:1", "opmerking-PR12": "anders"])
            #expect(try await talk.site.get(path + "/plaat?thema=product").text.contains(">anders</textarea>"))
            _ = try await talk.site.post(path + "/plaat", ["bewaar": "PR12", "opmerking-PR12": ""])
            #expect(!(try await talk.site.get(path + "/plaat?thema=product").text.contains(">anders</textarea>")))
            // Two who typed at the same time: both stand there.
            for text in ["een", "twee"] {
                _ = try await talk.site.post(
                    path + "/plaat",
                    ["bewaar": "PR12", "gezien-PR12": "", "opmerking-PR12": text]
                )
            }
            let both = try await talk.site.get(path + "/plaat?thema=product").text
            #expect(both.contains(">een\ntwee</textarea>"))
            let long = try await talk.site.post(
                path + "/plaat",
                ["bewaar": "PR12", "opmerking-PR12": String(repeating: "x", count: 5000)]
            )
            #expect(long.status == .unprocessableContent)
            #expect(try await talk.site.post(path + "/plaat", ["vink": "x"]).status == .unprocessableContent)
        }
    }

    @Test func `needs are kept with what exactly`() async throws {
        try await TalkSite.serve { talk in
            let path = try await talk.started()
            let saved = try await talk.site.post(
                path + "/behoeften",
                ["behoefte": "kennis", "behoefte": "coaching", "wat-coaching": "over reviseren", "wat-kennis": ""]
            )
            #expect(saved.location == path + "/plaat?stap=voorbeelden&melding=bewaard")
            let page = try await talk.site.get(path + "/plaat?stap=behoeften").text
            #expect(page.contains(#"value="over reviseren""#))
            #expect(page.components(separatedBy: " checked>").count == 3)
            let odd = try await talk.site.post(path + "/behoeften", ["behoefte": "geluk"])
            #expect(odd.status == .unprocessableContent)
        }
    }

    @Test func `a good example is kept, shown with its permission, and withdrawn`() async throws {
        try await TalkSite.serve { talk in
            let path = try await talk.started()
            let example = "\(path)/voorbeelden/\(UUID().uuidString.lowercased())"
            let wrong = try await talk.site.post(example, ["titel": "", "verhaal": "x", "delen": "public"])
            #expect(wrong.status == .unprocessableContent)
            #expect(wrong.text.contains("Geef het voorbeeld een naam."))
            #expect(wrong.text.contains("Vul in wie bij het bedrijf dit goed vindt."))
            let fields: KeyValuePairs<String, String> = [
                "titel": "Restplaat <b>naar</b> school", "verhaal": "Leerlingen lassen ermee.", "delen": "public",
                "door": "mevrouw De Wit", "tot": "2026-12-31",
            ]
            for _ in 1...2 { #expect(try await talk.site.post(example, fields).status == .seeOther) }
            let page = try await talk.site.get(path).text
            #expect(page.components(separatedBy: "<h2>Restplaat &lt;b&gt;naar&lt;/b&gt; school").count == 2)
            #expect(page.contains("mag met iedereen gedeeld worden"))
            _ = try await talk.site.post(path + "/stand", ["stap": "afronden"])
            _ = try await talk.site.post(example + "/intrekken")
            #expect(try await talk.site.get(path).text.contains("toestemming ingetrokken op "))
            #expect(try await talk.site.post(example + "/weg").status == .conflict)
        }
    }

    @Test func `who may only look gets no buttons that work`() async throws {
        try await TalkSite.serve { talk in
            let path = try await talk.finished(ticking: ["PR12:doing:1"])
            for step in ["thema=product", "stap=behoeften", "stap=voorbeelden", "stap=klaar"] {
                let page = try await talk.site.get(path + "/plaat?" + step).text
                #expect(page.contains("De plaat is dicht"))
                #expect(!page.contains("sheet.js"))
                #expect(!page.contains("Rond af"))
            }
        }
    }

    @Test func `the result tells each number and shows the ladder in both forms`() async throws {
        try await TalkSite.serve { talk in
            let path = try await talk.finished(ticking: [
                "PR12:doing:1", "PP14:doing:1", "EN05:doing:1", "PR04:ambition:1", "PP02:not-applicable:1",
            ])
            let page = try await talk.site.get(path + "/uitslag").text
            #expect(page.contains("dingen doet u al"))
            #expect(page.contains("75%"))
            #expect(page.contains("3 van 4"))
            #expect(page.contains("reviseren"))
            #expect(!page.contains("style="))
            let rvo = try await talk.site.get(path + "/uitslag?ladder=rvo").text
            #expect(rvo.components(separatedBy: "rung-name").count == 7)
        }
    }
}
