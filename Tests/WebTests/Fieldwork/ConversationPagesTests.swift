import Fieldwork
import Foundation
import HTTPTypes
import Kernel
import Programmes
import TestSupport
import Testing

@Suite struct ConversationPagesTests {
    @Test func `from plan to result, each step leads to the next`() async throws {
        try await TalkSite.serve { talk in
            let id = UUID().uuidString.lowercased()
            let form = try await talk.site.get("\(talk.base)/nieuw?bedrijf=\(talk.company)")
            #expect(form.text.contains("Vonk &amp; &lt;b&gt;Zonen&lt;/b&gt; BV"))
            let fields: KeyValuePairs<String, String> = [
                "gesprek": id, "bedrijf": talk.company.description, "dag": "2026-03-02", "meting": "start",
                "interviewer": Principal.interviewer.account!.description,
            ]
            let saved = try await talk.site.post("\(talk.base)/nieuw", fields)
            #expect(saved.location == "\(talk.base)/\(id)?melding=bewaard")
            // Sent twice: the same conversation.
            #expect(try await talk.site.post("\(talk.base)/nieuw", fields).location == saved.location)
            #expect(try await talk.site.get(talk.base).text.contains("Vonk &amp; &lt;b&gt;Zonen"))
            let started = try await talk.site.post("\(talk.base)/\(id)/stand", ["stap": "beginnen"])
            #expect(started.location == "\(talk.base)/\(id)/plaat")
            let sheet = try await talk.site.get("\(talk.base)/\(id)/plaat")
            #expect(sheet.location == "\(talk.base)/\(id)/plaat?stap=beeld")
            let ended = try await talk.site.post("\(talk.base)/\(id)/stand", ["stap": "afronden"])
            #expect(ended.location == "\(talk.base)/\(id)/uitslag")
            #expect(try await talk.site.get("\(talk.base)/\(id)/uitslag").status == .ok)
        }
    }

    @Test func `a wrong plan comes back filled in, with every reason`() async throws {
        try await TalkSite.serve { talk in
            let reply = try await talk.site.post(
                "\(talk.base)/nieuw",
                ["gesprek": UUID().uuidString, "bedrijf": talk.company.description, "dag": "", "tijd": "half tien"]
            )
            #expect(reply.status == .unprocessableContent)
            #expect(reply.text.contains("Vul de dag in."))
            #expect(reply.text.contains("Vul de tijd in als 09:30."))
            #expect(reply.text.contains("Kies wat u meet."))
            #expect(reply.text.contains("Kies wie het gesprek voert."))
            #expect(reply.text.contains(#"value="half tien""#))
        }
    }

    @Test func `a company with an open conversation gets no second one`() async throws {
        try await TalkSite.serve { talk in
            _ = try await talk.planned()
            let again = try await talk.site.post(
                talk.base + "/nieuw",
                [
                    "gesprek": UUID().uuidString, "bedrijf": talk.company.description, "dag": "2026-03-09",
                    "meting": "start", "interviewer": Principal.interviewer.account!.description,
                ]
            )
            #expect(again.status == .conflict)
            #expect(again.text.contains("staat al een gesprek open"))
        }
    }

    @Test func `an appointment can be changed`() async throws {
        try await TalkSite.serve { talk in
            let path = try await talk.planned()
            #expect(try await talk.site.get(path + "/afspraak").text.contains(#"value="2026-03-02""#))
            let wrong = try await talk.site.post(path + "/afspraak", ["dag": "gisteren"])
            #expect(wrong.status == .unprocessableContent)
            let changed = try await talk.site.post(
                path + "/afspraak",
                ["dag": "2026-03-12", "interviewer": Principal.interviewer.account!.description]
            )
            #expect(changed.status == .seeOther)
            #expect(try await talk.site.get(path).text.contains("12 maart 2026"))
        }
    }

    @Test func `a correction asks why, and the history shows it`() async throws {
        try await TalkSite.serve { talk in
            let path = try await talk.finished(ticking: ["PR12:doing:1"])
            let refused = try await talk.site.post(path + "/stand", ["stap": "corrigeren", "reden": ""])
            #expect(refused.status == .unprocessableContent)
            #expect(refused.text.contains("Schrijf op waarom."))
            let closed = try await talk.site.post(path + "/plaat", ["vink": "PR12:doing:0"])
            #expect(closed.status == .conflict)
            #expect(closed.text.contains("de plaat is dicht"))
            let opened = try await talk.site.post(
                path + "/stand",
                ["stap": "corrigeren", "reden": "<i>vergissing</i>"]
            )
            #expect(opened.location == path + "/plaat")
            _ = try await talk.site.post(path + "/plaat", ["vink": "PR12:doing:0"])
            let history = try await talk.site.get(path + "/verloop").text
            #expect(history.contains("&lt;i&gt;vergissing&lt;/i&gt;"))
            #expect(history.contains("Weggehaald: <strong>doen we</strong> – We reviseren oude producten"))
        }
    }

    @Test func `what is not there is not found, and what is nonsense is refused`() async throws {
        try await TalkSite.serve { talk in
            let nowhere = "\(talk.base)/\(UUID().uuidString.lowercased())"
            for path in ["", "/plaat?thema=product", "/uitslag", "/verloop", "/afspraak"] {
                #expect(try await talk.site.get(nowhere + path).status == .notFound)
            }
            #expect(try await talk.site.get(talk.base + "/onzin").status == .notFound)
            #expect(try await talk.site.get(talk.base + "/nieuw?bedrijf=\(UUID())").status == .notFound)
            let path = try await talk.planned()
            #expect(try await talk.site.post(path + "/stand", ["stap": "dansen"]).status == .unprocessableContent)
            #expect(try await talk.site.post(path + "/stand", ["stap": "afronden"]).status == .conflict)
            let bad = try await talk.site.post(path + "/stand", ["stap": "beginnen", "gehouden": "morgen"])
            #expect(bad.status == .unprocessableContent)
            let later = try await talk.site.post(path + "/stand", ["stap": "beginnen", "gehouden": "2026-03-03"])
            #expect(later.text.contains("Deze dag moet nog komen."))
            #expect(try await talk.site.postRaw(path + "/stand", "stap=beginnen").status == .forbidden)
        }
    }

    @Test func `the list filters, and says what to do when it is empty`() async throws {
        try await TalkSite.serve { talk in
            #expect(try await talk.site.get(talk.base).text.contains("Er zijn nog geen gesprekken."))
            let path = try await talk.planned()
            for query in [
                "", "?stand=open", "?stand=planned&kwartaal=2026-Q1", "?gemeente=GM0627",
                "?interviewer=\(Principal.interviewer.account!)", "?stand=%27%3B&bladzijde=-4",
            ] {
                #expect(try await talk.site.get(talk.base + query).text.contains(path))
            }
            for query in ["?stand=finished", "?kwartaal=2026-Q2", "?gemeente=GM0484"] {
                let page = try await talk.site.get(talk.base + query).text
                #expect(!page.contains(path))
                #expect(page.contains("Geen gesprekken met deze keuze."))
            }
        }
    }

    @Test(arguments: [Principal.outsider, .coach, .municipality])
    func `another programme and another role are refused everywhere`(stranger: Principal) async throws {
        let database = try await TestDatabase.sqlite.make()
        nonisolated(unsafe) var path = ""
        try await TalkSite.serve(on: database) { path = try await $0.finished() }
        let known = path
        try await Site.serve(on: database, as: stranger) { site in
            let reads = [
                "/werk/mkb-deal-metaal/gesprekken", "/werk/mkb-deal-metaal/gesprekken/nieuw?bedrijf=\(UUID())", known,
                known + "/plaat?thema=product", known + "/uitslag", known + "/verloop", known + "/afspraak",
            ]
            for address in reads { #expect(try await site.get(address).status == .forbidden) }
            for address in ["/stand", "/afspraak", "/plaat", "/behoeften", "/voorbeelden/\(UUID())"] {
                let reply = try await site.post(known + address, ["stap": "corrigeren", "vink": "PR12:doing:1"])
                #expect(reply.status == .forbidden)
            }
            #expect(try await site.json(.post, known + "/vinkjes", #"{"device":"x","ticks":[]}"#).status == .forbidden)
        }
    }

    @Test func `in English everything is English`() async throws {
        try await TalkSite.serve(language: .english) { talk in
            let path = try await talk.finished(ticking: ["PR12:doing:1"])
            #expect(try await talk.site.get(path).text.contains("The conversation is finished"))
            let result = try await talk.site.get(path + "/uitslag").text
            #expect(result.contains("thing you do already"))
            #expect(result.contains("We rebuild old products"))
            #expect(!result.contains("reviseren"))
        }
    }
}
