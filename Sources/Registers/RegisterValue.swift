package import Foundation
package import Kernel
package import Programmes

/// What was filled in at one field of an item (*waarde*). A person is kept apart, because it is forgotten sooner.
package enum RegisterValue: Equatable, Sendable {
    /// Text, also of several lines, a place or a link.
    case text(String)
    /// The codes of options, municipalities or organisations.
    case choices([String])
    case number(Decimal)
    case money(Cents)
    case day(Day)
    case period(Day, Day?)
    /// With the programme that keeps it, when that is another one; without a name when that does not share it any more.
    case company(name: String, number: String?, source: ProgrammeID? = nil)
    case file(KeptFile)

    /// As it is kept: one text, the same on every machine.
    package var stored: String {
        switch self {
        case .text(let text): text
        case .choices(let codes): codes.joined(separator: " ")
        case .number(let number): number.description
        case .money(let amount): "\(amount.count)"
        case .day(let day): day.description
        case .period(let first, let last): "\(first)/\(last?.description ?? "")"
        case .company(let name, let number, let source):
            "\(name)\n\(number ?? "")" + (source.map { "\n\($0)" } ?? "")
        case .file(let file): file.stored
        }
    }

    /// `nil` when what was kept is no value of that kind, because the register was declared otherwise since.
    package init?(stored: String, kind: Register.Field.Kind) {
        switch kind {
        case .text, .longText, .place, .link: self = .text(stored)
        case .choice, .municipality, .organisation: self = .choices(stored.split(separator: " ").map(String.init))
        case .number:
            guard let number = Self.decimal(stored) else { return nil }
            self = .number(number)
        case .money:
            guard let cents = Int(stored) else { return nil }
            self = .money(Cents(cents))
        case .date:
            guard let day = Day(stored) else { return nil }
            self = .day(day)
        case .period:
            let parts = stored.split(separator: "/", omittingEmptySubsequences: false)
            guard parts.count == 2, let first = Day(String(parts[0])) else { return nil }
            self = .period(first, Day(String(parts[1])))
        case .company:
            if let reference = CompanyReference(stored: stored) {
                self = .company(name: "", number: nil, source: reference.programme)
                return
            }
            let parts = stored.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2 || parts.count == 3 else { return nil }
            let source = parts.count == 3 ? ProgrammeID(parts[2]) : nil
            self = .company(name: parts[0], number: parts[1].nonEmpty, source: source)
        case .file:
            guard let file = KeptFile(stored: stored) else { return nil }
            self = .file(file)
        case .person: return nil
        }
    }

    /// The first and the last day of it.
    package var days: (first: Day, last: Day)? {
        switch self {
        case .day(let day): (day, day)
        case .period(let first, let last): (first, last ?? Self.lastDay)
        default: nil
        }
    }

    /// For what has no end, or no day at all.
    static let lastDay = Day(year: 9999, month: 12, day: 31) ?? Day(daysSinceEpoch: 0)

    private static let plain = Locale(identifier: "en_US_POSIX")

    /// Digits with at most three of them behind a point.
    static func decimal(_ text: String) -> Decimal? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let whole = parts[0].hasPrefix("-") ? parts[0].dropFirst() : parts[0]
        guard parts.count <= 2, String(whole).isASCIIDigits, whole.count <= 12,
            parts.count == 1 || parts[1].count <= 3 && String(parts[1]).isASCIIDigits
        else { return nil }
        return Decimal(string: text, locale: plain)
    }
}

/// Somebody to reach (*contactpersoon*), for who keeps the register.
package struct RegisterPerson: Equatable, Sendable {
    package let name: String
    /// An address for mail, or a telephone number.
    package let contact: String
    /// Forgotten after this day.
    package let keptUntil: Day
}

/// Something that a register keeps (*registratie*).
package struct RegisterItem: Equatable, Sendable {
    package typealias ID = Kernel.ID<RegisterItem>

    package let id: ID
    /// Counts from 1 in its register; for people to name it by.
    package let number: Int
    package let title: String
    package internal(set) var state: Register.State.ID
    /// Whether somebody from outside proposed it, and nobody said yes yet.
    package internal(set) var isProposed: Bool
    /// By the code of the field, also of fields that are not asked any more.
    package internal(set) var values: [String: String]
    /// Counts its revisions.
    package let version: Int
    package let changedAt: Date
    package let name: String

    /// Exactly as it is kept; `nil` when nothing is.
    package func stored(_ field: Register.Field) -> String? {
        values[field.code.description].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// `nil` when nothing was filled in, or what was does not fit the field any more.
    package func value(_ field: Register.Field) -> RegisterValue? {
        stored(field).flatMap { RegisterValue(stored: $0, kind: field.kind) }
    }
}

/// One moment in the life of an item.
package struct RegisterRevision: Equatable, Sendable {
    package typealias ID = Kernel.ID<RegisterRevision>

    package let id: ID
    package let version: Int
    package let state: Register.State.ID
    package let values: [String: String]
    package let recordedAt: Date
    package let name: String

    /// The codes of the fields that are not what they were.
    package func changed(from earlier: RegisterRevision) -> [String] {
        Set(values.keys).union(earlier.values.keys).subtracting([RegisterItem.sourceCode])
            .filter { values[$0] ?? "" != earlier.values[$0] ?? "" }.sorted()
    }
}

/// An item with everything that is known of it.
package struct RegisterRecord: Equatable, Sendable {
    package let register: Register
    package let item: RegisterItem
    /// The last one first.
    package let revisions: [RegisterRevision]
    /// By the code of the field; empty for who does not keep the register.
    package let persons: [Register.Field.ID: RegisterPerson]
    /// Whether not everybody may see the example any more that it was made of. Only who keeps the register is told.
    package var isWithdrawn = false

    /// What was filled in at fields that the register does not have any more.
    package var unasked: [(code: String, text: String)] {
        item.values.filter { code, text in
            !text.isEmpty && code != RegisterItem.sourceCode
                && !register.fields.contains { $0.code.description == code }
        }
        .map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 }
    }

}

extension RegisterItem {
    /// With the values of those fields only: nothing about companies for who does not keep the register, and nothing at
    /// fields that are not asked any more.
    func shown(
        of register: Register,
        where isShown: (Register.Field) -> Bool = { !$0.kind.isConfidential }
    ) -> RegisterItem {
        with(values: register.shown(values, where: isShown))
    }

    func with(values: [String: String]) -> RegisterItem {
        var item = self
        item.values = values
        return item
    }
}

extension RegisterRevision {
    func shown(of register: Register) -> RegisterRevision {
        with(values: register.shown(values) { !$0.kind.isConfidential })
    }

    func with(values: [String: String]) -> RegisterRevision {
        RegisterRevision(
            id: id,
            version: version,
            state: state,
            values: values,
            recordedAt: recordedAt,
            name: name
        )
    }
}

extension Register {
    fileprivate func shown(_ values: [String: String], where isShown: (Field) -> Bool) -> [String: String] {
        let codes = Set(fields.filter(isShown).map(\.code.description))
        return values.filter { codes.contains($0.key) }
    }
}
