import Crypto
package import Fieldwork
import Foundation
import Kernel
package import Programmes

/// What could go to an initiative about a company (*te delen gegevens*), line by line as the adviser sees it before and
/// the coach after. What has no value is not there.
package struct SharedData: Equatable, Sendable {
    package let items: [SharedItem]

    package init(record: ConversationRecord, agreement: ReferralAgreement, in programme: Programme) {
        func lines(_ ticks: Set<Activity.ID>) -> [Text] {
            record.sheet.activities.filter { ticks.contains($0.code) }.map(\.text)
        }
        let company = record.company
        let when = agreement.day.map { Text(same: $0.description) }
        let all: [SharedItem.Kind: [Text?]] = [
            .company: [Text(same: company.name)],
            .municipality: [company.municipality.flatMap(programme.area).map { Text(same: $0.name) }],
            .sector: [company.sector.flatMap(programme.sector)?.name],
            .size: [company.size.map { Text(same: $0.rawValue) }],
            .agreement: [Text(same: agreement.what), agreement.contact.map(Text.init(same:)), when],
            .needs: record.needs.map { need in
                programme.need(need.kind)?.name.map { $0 + (need.note.map { ": \($0)" } ?? "") }
            },
            .ambitions: lines(record.answers.ambition),
            .doing: lines(record.answers.doing),
        ]
        items = SharedItem.Kind.allCases.compactMap { kind in
            let lines = (all[kind] ?? []).compactMap(\.self)
            return lines.isEmpty ? nil : SharedItem(kind: kind, lines: lines)
        }
    }

    /// Tells whether what goes is still what was shown.
    package var fingerprint: String {
        let text = items.map { "\($0.kind.rawValue):\($0.lines.map(\.nl).joined(separator: "\n"))" }
        return SHA256.hash(data: Data(text.joined(separator: "\n\n").utf8)).prefix(8)
            .map { String(format: "%02x", $0) }.joined()
    }

    /// The kinds that were chosen, and whom to call, which the adviser types.
    func chosen(_ kinds: Set<SharedItem.Kind>, companyContact: String) -> [SharedItem] {
        SharedItem.Kind.allCases.compactMap { kind in
            if kind == .contact { return SharedItem(kind: .contact, lines: [Text(same: companyContact)]) }
            return kinds.contains(kind) ? items.first { $0.kind == kind } : nil
        }
    }
}
