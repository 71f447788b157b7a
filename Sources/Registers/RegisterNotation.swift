import Foundation
import Kernel
import Programmes

/// Reads what people write at fields and in the cells of a file. To be made once for a programme: it looks names up.
struct RegisterNotation {
    private let municipalities: Known
    private let organisations: Known

    init(_ programme: Programme) {
        municipalities = Known(programme.municipalities.map { ($0.code.description, $0.name) })
        organisations = Known(programme.parties.map { ($0.code.description, $0.name) })
    }

    /// Things with a code and a name, found by both.
    private struct Known {
        private(set) var names: [String: String] = [:]
        private(set) var codes: [String: String] = [:]

        init(_ entries: [(code: String, name: String)]) {
            for (code, name) in entries {
                names[code] = name
                for text in [code, name] { codes[text.folded] = code }
            }
        }
    }

    /// What the codes of a choice are called, in every language, to search by.
    func names(_ codes: [String], of field: Register.Field) -> [String] {
        codes.flatMap { code -> [String] in
            switch field.kind {
            case .choice: field.options.first { $0.code.description == code }.map { [$0.name.nl, $0.name.en] } ?? []
            case .municipality: municipalities.names[code].map { [$0] } ?? []
            case .organisation: organisations.names[code].map { [$0] } ?? []
            default: []
            }
        }
    }

    /// The parts of a cell as a form has them: a period has two, a company has a name and a number.
    func parts(of cell: String, _ field: Register.Field) -> [String] {
        switch field.kind {
        case .period:
            let words = ["t/m", " - "].reduce(cell) { $0.replacingOccurrences(of: $1, with: "/") }.split(separator: "/")
            return words.map { String($0).trimmingWhitespace() }
        case .company:
            // A name with a number in brackets behind it. No expression: it would be read anew for each of 50,000 lines.
            guard cell.hasSuffix(")"), let bracket = cell.lastIndex(of: "(") else { return [cell] }
            let number = cell[bracket...].dropFirst().dropLast()
            guard !number.isEmpty, number.utf8.allSatisfy("0123456789 .".utf8.contains) else { return [cell] }
            return [String(cell[..<bracket]).trimmingWhitespace(), String(number)]
        case .choice, .municipality, .organisation:
            guard field.allowsSeveral else { return [cell] }
            return cell.split { $0 == "," || $0 == "|" || $0 == "\n" }.map { String($0).trimmingWhitespace() }
        default: return [cell]
        }
    }

    /// `nil` when nothing was filled in.
    func value(_ parts: [String], of field: Register.Field) throws(InvalidItem.Fault) -> RegisterValue? {
        let parts = parts.map { $0.trimmingWhitespace() }
        guard parts.contains(where: { !$0.isEmpty }) else {
            if field.isRequired { throw .missing }
            return nil
        }
        switch field.kind {
        case .text, .place: return .text(try line(parts[0], limit: 300))
        case .longText: return .text(try text(parts[0], limit: 4000))
        case .link:
            let link = try line(parts[0], limit: 500)
            guard ["https://", "http://"].contains(where: link.hasPrefix), !link.contains(where: \.isWhitespace) else {
                throw .notALink
            }
            return .text(link)
        case .choice, .municipality, .organisation: return .choices(try choices(parts, of: field))
        case .number:
            guard let number = RegisterValue.decimal(parts[0].plainNumber) else { throw .notANumber }
            return .number(number)
        case .money:
            guard let amount = Cents(typed: parts[0]) else { throw .notMoney }
            return .money(amount)
        case .date: return .day(try day(parts[0]))
        case .period:
            guard !parts[0].isEmpty else { throw .notADay }
            let first = try day(parts[0])
            let last = parts.count > 1 && !parts[1].isEmpty ? try day(parts[1]) : nil
            if let last, last < first { throw .endsBeforeItStarts }
            return .period(first, last)
        case .company:
            let name = try line(parts[0], limit: 200)
            let digits = parts.count > 1 ? parts[1].filter { $0 != " " && $0 != "." } : ""
            guard digits.isEmpty || digits.isASCIIDigits && digits.count == 8 else { throw .notACompanyNumber }
            if name.isEmpty { throw .missing }
            return .company(name: name, number: digits.nonEmpty)
        // A person is kept apart, and a file is added to an item that is there.
        case .person, .file: return nil
        }
    }

    /// A name, and how to reach it; `nil` when nothing was filled in.
    func person(_ parts: [String], of field: Register.Field) throws(InvalidItem.Fault) -> (
        name: String, contact: String
    )? {
        let name = try line(parts.first ?? "", limit: 100)
        let contact = try line(parts.count > 1 ? parts[1] : "", limit: 200)
        if name.isEmpty, contact.isEmpty {
            if field.isRequired { throw .missing }
            return nil
        }
        if name.isEmpty { throw .missing }
        guard
            contact.isEmpty || contact.contains("@") && !contact.contains(" ") || contact.count(where: \.isNumber) >= 6
        else { throw .notAContact }
        return (name, contact)
    }

    private func choices(_ parts: [String], of field: Register.Field) throws(InvalidItem.Fault) -> [String] {
        var codes: [String] = []
        for part in parts where !part.isEmpty {
            guard let code = code(part, of: field) else { throw .notAnOption(String(part.prefix(60))) }
            if !codes.contains(code) { codes.append(code) }
        }
        if codes.count > 1, !field.allowsSeveral { throw .onlyOne }
        return codes
    }

    private func code(_ text: String, of field: Register.Field) -> String? {
        switch field.kind {
        case .municipality: municipalities.codes[text.folded]
        case .organisation: organisations.codes[text.folded]
        default:
            field.options.first { option in
                [option.code.description, option.name.nl, option.name.en].contains { $0.folded == text.folded }
            }?.code.description
        }
    }

    private func line(_ text: String, limit: Int) throws(InvalidItem.Fault) -> String {
        try self.text(text.cleanedLine ?? "", limit: limit)
    }

    private func text(_ text: String, limit: Int) throws(InvalidItem.Fault) -> String {
        var text = text.trimmingWhitespace().withPlainLineEnds
        if text.utf8.contains(0) { text.removeAll { $0 == "\0" } }
        if text.count > limit { throw .tooLong(limit) }
        return text
    }

    private func day(_ text: String) throws(InvalidItem.Fault) -> Day {
        if let day = Day(text) { return day }
        let parts = text.split { $0 == "-" || $0 == "/" || $0 == "." }.map { Int($0) }
        guard parts.count == 3, let first = parts[0], let second = parts[1], let third = parts[2], third > 999,
            let day = Day(year: third, month: second, day: first)
        else { throw .notADay }
        return day
    }
}
