import Foundation
import Kernel
import Programmes

/// An item as somebody filled it in.
package struct RegisterItemForm: Equatable, Sendable {
    /// Of the item; made by whoever fills it in, so that the same form twice is one item.
    package var id = ""
    /// Of this sending of it.
    package var revision = ""
    /// The version that was looked at, for an item that is changed.
    package var basis = 0
    /// The parts that were filled in, by the code of the field. A period has two, a company a name and a number, a person
    /// a name and how to reach it, and a choice of several one for each.
    package var values: [String: [String]] = [:]
    /// The identifier of the example that it is made of; empty for none.
    package var source = ""
    /// Whether nothing of that example is left in it.
    package var isOwn = false

    package init() {}

    /// As it is now.
    package init(_ record: RegisterRecord) {
        id = record.item.id.description
        basis = record.item.version
        source = record.item.source ?? ""
        for field in record.register.fields {
            let code = field.code.description
            if let person = record.persons[field.code] { values[code] = [person.name, person.contact] }
            if let value = record.item.value(field) { values[code] = value.parts }
        }
    }
}

/// What was filled in, read: everything that an item consists of.
struct RegisterEntry: Equatable, Sendable {
    var title = ""
    var values: [String: String] = [:]
    var persons: [Register.Field.ID: RegisterPerson] = [:]

    /// What is at fields that are not asked, or that cannot be read any more, stays as `earlier` has it.
    init(
        _ parts: [String: [String]],
        for register: Register,
        earlier: [String: String] = [:],
        companies: SharedCompanyIndex = SharedCompanyIndex(),
        _ notation: RegisterNotation,
        on today: Day
    ) throws(InvalidItem) {
        var issues: [InvalidItem.Issue] = []
        values = earlier.filter { code, _ in !register.fields.contains { $0.code.description == code } }
        for field in register.fields {
            let code = field.code.description
            do throws(InvalidItem.Fault) {
                if field.kind == .person {
                    guard let person = try notation.person(parts[code] ?? [], of: field) else { continue }
                    persons[field.code] = RegisterPerson(
                        name: person.name,
                        contact: person.contact,
                        keptUntil: today.adding(months: field.keepMonths ?? 12)
                    )
                } else if let value = try notation.value(parts[code] ?? [], of: field) {
                    values[code] = companies.stored(value, earlier: earlier[code])
                } else if let kept = earlier[code],
                    field.kind == .file || RegisterValue(stored: kept, kind: field.kind) == nil
                        || companies.isLost(kept)
                {
                    values[code] = kept
                }
            } catch {
                issues.append(InvalidItem.Issue(field: field.code, fault: error))
            }
        }
        guard issues.isEmpty else { throw InvalidItem(issues: issues) }
        title = register.fields.first.map { Self.title(values[$0.code.description] ?? "", $0, notation) } ?? ""
    }

    private static func title(_ stored: String, _ field: Register.Field, _ notation: RegisterNotation) -> String {
        switch field.kind {
        case .choice, .municipality, .organisation:
            notation.names(stored.split(separator: " ").map(String.init), of: field).first ?? stored
        case .money: Int(stored).map { Cents($0).typed } ?? stored
        default: stored
        }
    }
}

extension RegisterValue {
    /// As a form has it; reading it gives the same value.
    var parts: [String] {
        switch self {
        case .text(let text): [text]
        case .choices(let codes): codes
        case .number(let number): [number.description.replacing(".", with: ",")]
        case .money(let amount): [amount.typed]
        case .day(let day): [day.description]
        case .period(let first, let last): [first.description, last?.description ?? ""]
        case .company(let name, let number, _): [name, number ?? ""]
        case .file: []
        }
    }
}
