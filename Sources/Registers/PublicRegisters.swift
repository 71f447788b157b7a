import Foundation
package import Kernel
package import Programmes
import Storage

extension Registers {
    /// What everybody may see: items in a public state, by name, of one municipality when asked.
    package func publicItems(
        of code: Register.ID,
        in programme: Programme,
        area: AreaCode?
    ) async throws -> [RegisterItem] {
        let register = try register(code, in: programme)
        let queries = Self.publicQueries(of: register, area: area)
        let items = try await database.read { db in
            try queries.flatMap { query in
                var query = query
                query.pageSize = Self.publicLimit / queries.count
                return try list(query, of: register, in: programme, isForKeeper: false, db).items
            }.sorted { ($0.title.folded, $0.number) < ($1.title.folded, $1.number) }
        }
        let withdrawn = try await withdrawn(among: items, in: programme)
        return items.filter { !withdrawn.contains($0.id) }.map { $0.shown(of: register, where: \.isPublic) }
    }

    /// One for each state that everybody may see, of one municipality when asked.
    private static func publicQueries(of register: Register, area: AreaCode?) -> [RegisterQuery] {
        register.publicStates.map { state in
            var query = RegisterQuery()
            query.state = state.code
            if let area, let place = register.publicPlace { query.chosen[place.code] = area.description }
            return query
        }
    }

    /// A page that everybody can ask for has an end.
    private static let publicLimit = 1000

    /// The newest photos that everybody may see, of one municipality when asked.
    package func publicPhotos(in programme: Programme, area: AreaCode?, limit: Int) async throws -> [PublicPhoto] {
        // Not every register says where something is.
        let registers = (programme.registry?.registers ?? []).filter { area == nil || $0.publicPlace != nil }
        let found = try await database.read { db in
            try registers.flatMap { register in
                let queries = Self.publicQueries(of: register, area: area)
                return try register.fields.filter { $0.kind == .file && $0.isPublic }.flatMap { field in
                    try queries.flatMap { query -> [PublicPhoto] in
                        var query = query
                        query.chosen[field.code] = RegisterIndex.photo
                        (query.sort, query.pageSize) = (.changed, limit)
                        return try list(query, of: register, in: programme, isForKeeper: false, db).items
                            .compactMap { item in
                                item.file(at: field).map { PublicPhoto(register: register, item: item, file: $0) }
                            }
                    }
                }
            }
        }
        let withdrawn = try await withdrawn(among: found.map(\.item), in: programme)
        return found.filter { !withdrawn.contains($0.item.id) }
            .sorted { ($0.item.changedAt, $0.item.title) > ($1.item.changedAt, $1.item.title) }
            .prefix(limit).map(\.shown)
    }
}

extension PublicPhoto {
    fileprivate var shown: PublicPhoto {
        PublicPhoto(register: register, item: item.shown(of: register, where: \.isPublic), file: file)
    }
}

extension Register {
    /// The field that says to everybody where something is.
    fileprivate var publicPlace: Field? { fields.first { $0.kind == .municipality && $0.isPublic } }
}
