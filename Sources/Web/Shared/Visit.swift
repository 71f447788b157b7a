import Kernel
import Programmes

/// What every page inside a programme begins with: who is asking, in which programme, and a context that shows it.
///
/// ```swift
/// let visit = try await Visit(context, programmes)
/// return try page.response(from: request, context: visit.context)
/// ```
struct Visit: Sendable {
    let programme: Programme
    let principal: Principal
    let context: AppContext

    /// Reads `{programme}` of the address.
    ///
    /// - Throws: `AccessProblem` for who has no part in it, which tells nobody whether it exists.
    init(_ context: AppContext, _ programmes: Programmes) async throws {
        let principal = try context.requirePrincipal()
        programme = try await programmes.programme(context.parameter("programme"), as: principal)
        self.principal = programme.closedOn == nil ? principal : principal.afterClosing(of: programme.id)
        var context = context
        context.place = Place(programme)
        self.context = context
    }

    /// Everything that this person may do here.
    var verbs: Set<Verb> { Set(Verb.allCases.filter { principal.may($0, in: programme.id) }) }
}

extension Place {
    init(_ programme: Programme) {
        self.init(
            programme: programme.id,
            name: programme.name,
            closedOn: programme.closedOn,
            hasTalks: programme.hasTalks,
            hasActionPlan: programme.actionPlan != nil,
            hasRegisters: programme.registry != nil,
            hasMoney: programme.money != nil
        )
    }
}
