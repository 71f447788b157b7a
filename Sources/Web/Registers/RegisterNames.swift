import Foundation
import Kernel
import Markup
import Programmes
import Registers

/// What is in the fields of a register, as people read it.
struct RegisterNames: Sendable {
    let programme: Programme
    /// Where a file can be had; nowhere when it is only named.
    var filePath: (@Sendable (RegisterItem, KeptFile) -> String)?

    /// What a code of a choice is called; the code itself where it is none any more.
    func name(_ code: String, of field: Register.Field) -> Text {
        let found: Text? =
            switch field.kind {
            case .choice: field.options.first { $0.code.description == code }?.name
            case .municipality: AreaCode(code).flatMap(programme.area).map { Text(same: $0.name) }
            case .organisation: OrganisationCode(code).map { Text(same: programme.partyName($0)) }
            default: nil
            }
        return found ?? Text(same: code)
    }

    /// Everything that can be chosen.
    func options(of field: Register.Field) -> [SelectField.Option] {
        switch field.kind {
        case .choice: field.options.map { .init(value: $0.code.description, caption: $0.name) }
        case .municipality:
            programme.municipalities.map { .init(value: $0.code.description, caption: Text(same: $0.name)) }
        case .organisation:
            programme.parties
                .sorted { Formats.precedes($0.name, $1.name) }
                .map { .init(value: $0.code.description, caption: Text(same: $0.name)) }
        default: []
        }
    }

    func state(_ code: Register.State.ID, of register: Register) -> Text {
        register.state(code)?.name ?? Text(same: code.description)
    }

    /// On a page.
    @HTMLBuilder func shown(_ item: RegisterItem, _ field: Register.Field) -> HTML {
        if let value = item.value(field) {
            switch value {
            case .text(let text):
                if field.kind == .link {
                    a(.href(text), .rel("noopener nofollow")) { text }
                } else {
                    Paragraphs(text: text)
                }
            case .day(let day): HTML.shortDay(day)
            case .period(let first, let last):
                HTML.shortDay(first)
                " – "
                if let last { HTML.shortDay(last) }
            case .file(let file): KeptFileLink(file: file, title: item.title, path: filePath?(item, file))
            case .company(let name, _, let source?) where !name.isEmpty:
                HTML.inLanguage { text(value, field, $0) }
                " "
                span(.class("badge plain")) { Text(nl: "van \(source)", en: "of \(source)") }
            default: HTML.inLanguage { text(value, field, $0) }
            }
        } else if let stored = item.stored(field) {
            stored
            " "
            span(.class("badge attention")) { Text(nl: "past niet meer", en: "does not fit any more") }
        }
    }

    /// A company that is kept elsewhere, and not shared any more.
    private func lost(_ source: ProgrammeID?) -> Text {
        let source = source?.description ?? "?"
        return Text(
            nl: "bedrijf van \(source), niet meer gedeeld",
            en: "company of \(source), no longer shared"
        )
    }

    /// In a file, and on one line.
    func text(_ value: RegisterValue, _ field: Register.Field, _ language: Language) -> String {
        switch value {
        case .text(let text): text
        case .choices(let codes): codes.map { name($0, of: field)[language] }.joined(separator: ", ")
        case .number(let number):
            "\(number.formatted(.number.locale(Formats.locale(language)))) \(field.unit?[language] ?? "")"
                .trimmingWhitespace()
        case .money(let amount): Formats.euros(amount, language)
        case .day(let day): day.description
        case .period(let first, let last): "\(first) t/m \(last?.description ?? "")"
        case .file(let file): file.name
        case .company("", _, let source): lost(source)[language]
        case .company(let name, let number, _): number.map { "\(name) (\($0))" } ?? name
        }
    }
}

extension Register {
    /// The fields that this reader may see.
    func fields(forKeeper isKeeper: Bool) -> [Field] { fields.filter { isKeeper || !$0.kind.isConfidential } }

    /// What a list has room for, besides the name; by what it is in order is one of them.
    func columns(forKeeper isKeeper: Bool, by sort: RegisterQuery.Sort = .name) -> [Field] {
        let first = Array(
            fields(forKeeper: isKeeper).dropFirst().filter {
                ![.longText, .person, .link, .file].contains($0.kind)
            }.prefix(4)
        )
        guard case .number(let code) = sort, let field = field(code), !first.contains(where: { $0.code == code })
        else { return first }
        return first.dropLast() + [field]
    }

    /// Those up to and including this one, in the order of the register.
    func states(upTo state: State.ID) -> Set<State.ID> {
        guard let index = states.firstIndex(where: { $0.code == state }) else { return [] }
        return Set(states[...index].map(\.code))
    }

    var place: Field? { fields.first { $0.kind == .municipality } }
    var hasDays: Bool { fields.contains { $0.kind.hasDays } }
}
