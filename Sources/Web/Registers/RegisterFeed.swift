import Foundation
import Hummingbird
import Kernel
import Programmes
import Registers

/// What everybody may see of a register, for other sites and calendars to take over (*feed*).
struct RegisterFeed {
    let programme: Programme
    let register: Register
    let items: [RegisterItem]
    /// Of this site, as the reader sees it.
    let root: String
    let language: Language

    private var names: RegisterNames { RegisterNames(programme: programme) }
    private var page: String { root + Addresses.publicRegister.path(programme.id, register.code) }

    /// What has no day is not in it.
    var events: [CalendarEvent] {
        let place = register.fields.first { $0.kind == .place && $0.isPublic }
        return items.compactMap { item -> CalendarEvent? in
            guard let days = register.fields.lazy.filter(\.isPublic).compactMap({ item.value($0)?.days }).first else {
                return nil
            }
            return CalendarEvent(
                id: "register-\(item.id)",
                title: item.title,
                place: place.flatMap { item.stored($0) } ?? "",
                note: summary(item),
                day: days.first,
                startMinute: nil,
                minutes: 24 * 60,
                sequence: item.version,
                changedAt: item.changedAt
            )
        }
    }

    /// RFC 4287, the last changed first.
    var atom: String {
        let entries = items.sorted { ($0.changedAt, $0.number) > ($1.changedAt, $1.number) }
        let changed = entries.first?.changedAt ?? Date(timeIntervalSince1970: 0)
        let lines =
            [
                "<?xml version=\"1.0\" encoding=\"utf-8\"?>",
                "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"\(language.rawValue)\">",
                "<title>\(escaped(register.name[language]))</title>",
                "<subtitle>\(escaped(register.purpose[language]))</subtitle>", "<id>\(escaped(page))</id>",
                "<updated>\(changed.formatted(.iso8601))</updated>",
                "<author><name>\(escaped(programme.name[language]))</name></author>",
                "<link rel=\"alternate\" href=\"\(escaped(page))\"/>",
                "<link rel=\"self\" href=\"\(escaped(page))/feed.atom\"/>",
            ] + entries.map(entry) + ["</feed>", ""]
        return lines.joined(separator: "\n")
    }

    private func entry(_ item: RegisterItem) -> String {
        let link = register.fields.first { $0.kind == .link && $0.isPublic }.flatMap { item.stored($0) } ?? page
        return """
            <entry><title>\(escaped(item.title))</title><id>urn:uuid:\(item.id)</id>\
            <updated>\(item.changedAt.formatted(.iso8601))</updated><link rel="alternate" href="\(escaped(link))"/>\
            <summary>\(escaped(summary(item)))</summary></entry>
            """
    }

    private func summary(_ item: RegisterItem) -> String {
        register.fields.dropFirst().filter { $0.isPublic && $0.kind != .link }.compactMap { field in
            item.value(field).map { "\(field.name[language]): \(names.text($0, field, language))" }
        }.joined(separator: "\n")
    }

    private func escaped(_ text: String) -> String {
        text.filter { $0.isNewline || !$0.unicodeScalars.contains { $0.value < 0x20 } }
            .replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }
}
