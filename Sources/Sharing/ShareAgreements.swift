import Kernel
import Programmes
import Storage

/// What two packs declare, beside what both programmes said about it.
struct ShareAgreements: Sendable {
    let database: any SQLDatabase
    let programmes: Programmes

    /// Of a programme as it is declared now, or was on a day. What the other programme declares is what it declares today.
    func all(of programme: Programme) async throws -> [ShareAgreement] {
        guard let sharing = programme.sharing else { return [] }
        var others: [ProgrammeID: Programme] = [:]
        for id in Set(sharing.offers.map(\.to) + sharing.uses.map(\.from)) {
            others[id] = try? await programmes.current(id)
        }
        let words = try await database.read { db in try db.shares.words() }
        let given = sharing.offers.map { offer in
            let key = ShareAgreement.Key(code: offer.code, giver: programme.id, user: offer.to)
            let other = others[offer.to]
            let use = other?.sharing?.use(offer.code, from: programme.id)
            return ShareAgreement(
                key: key,
                offer: offer,
                use: use,
                words: words[key] ?? [],
                giverName: programme.name,
                userName: other?.name
            )
        }
        let used = sharing.uses.map { use in
            let key = ShareAgreement.Key(code: use.code, giver: use.from, user: programme.id)
            let other = others[use.from]
            return ShareAgreement(
                key: key,
                offer: other?.sharing?.offer(use.code, to: programme.id),
                use: use,
                words: words[key] ?? [],
                giverName: other?.name,
                userName: programme.name
            )
        }
        return given + used
    }
}
