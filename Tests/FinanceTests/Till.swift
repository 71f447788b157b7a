import Finance
import Foundation
import Kernel
import Programmes
import Storage
import TestSupport

/// The money of the metal programme, on a day that moves.
struct Till {
    let database: any SQLDatabase
    let finances: Finances
    let programme: Programme
    private let day: MovingDay

    init(_ kind: TestDatabase) async throws {
        let day = MovingDay("2026-03-02")
        self.day = day
        database = try await kind.make()
        programme = try ShippedPack.programme()
        finances = Finances(database: database, world: day.world)
    }

    func move(to next: String) { day.move(to: next) }

    static let leader = person("Petra Projectleider", Grant(role: .projectLeader), 31)
    static let manager = person("Mo Manager", Grant(role: .programmeManager), 32)
    static let edba = person("Eva Economie", Grant(role: .contact, organisation: "edba"), 33)
    static let alphen = person("Arie Alphen", Grant(role: .contact, organisation: "alphen"), 34)
    static let administrator = person("Ada Beheer", Grant(role: .administrator), 35)
    static let interviewer = person("Ilse Interviewer", Grant(role: .interviewer), 36)

    private static func person(_ name: String, _ grant: Grant, _ number: Int) -> Principal {
        Principal(
            account: AccountID(UUID(uuidString: String(format: "00000000-0000-7000-9000-%012d", number))!),
            name: name,
            origin: "127.0.0.1",
            grants: ["mkb-deal-metaal": [grant]]
        )
    }

    static func uuid(_ number: Int) -> String { String(format: "00000000-0000-7000-a000-%012d", number) }

    static func money(
        _ kind: FinanceEntry.Kind,
        _ amount: String,
        of organisation: OrganisationCode = "metaalunie",
        reference: String = "F1",
        commitment: String = "",
        id: Int? = nil
    ) -> FinanceForm {
        var form = FinanceForm()
        form.id = id.map(uuid) ?? ""
        (form.kind, form.amount, form.organisation) = (kind.rawValue, amount, organisation.description)
        (form.post, form.day, form.words) = ("gesprekken", "2026-03-02", "Gesprekken in februari")
        (form.reference, form.commitment) = (reference, commitment)
        form.source = kind.isContribution ? "" : "provincie"
        return form
    }

    static func hours(_ hours: String, of organisation: OrganisationCode, on day: String = "2026-03-02", id: Int? = nil)
        -> FinanceForm
    {
        var form = money(.hours, "", of: organisation, reference: "", id: id)
        (form.hours, form.role, form.day) = (hours, "bestuurder", day)
        return form
    }

    func setRate(_ rate: String, year: String = "2026") async throws {
        var form = RateForm()
        (form.role, form.year, form.rate) = ("bestuurder", year, rate)
        try await finances.setRate(form, in: programme, as: Self.leader)
    }

    @discardableResult
    func book(_ form: FinanceForm, as principal: Principal = Till.leader) async throws -> FinanceEntry.ID {
        try await finances.book(form, in: programme, as: principal)
    }

    func state(as principal: Principal = Till.leader) async throws -> FinanceState {
        try await finances.state(of: programme, as: principal)
    }

}
