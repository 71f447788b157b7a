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
        let states = register.states.filter(\.isPublic).map(\.code)
        guard register.fields.first?.isPublic ?? false, !states.isEmpty else { return [] }
        let place = register.fields.first { $0.kind == .municipality && $0.isPublic }
        return try await database.read { db in
            try states.flatMap { state in
                var query = RegisterQuery()
                query.state = state
                if let area, let place { query.chosen[place.code] = area.description }
                query.pageSize = Self.publicLimit / states.count
                return try list(query, of: register, in: programme, isForKeeper: false, db).items
                    .map { $0.shown(of: register, where: \.isPublic) }
            }.sorted { ($0.title.folded, $0.number) < ($1.title.folded, $1.number) }
        }
    }

    /// A page that everybody can ask for has an end.
    private static let publicLimit = 1000

    /// The newest photos that everybody may see, of one municipality when asked.
    package func publicPhotos(in programme: Programme, area: AreaCode?, limit: Int) async throws -> [PublicPhoto] {
        let registers = (programme.registry?.registers ?? []).filter { $0.fields.first?.isPublic ?? false }
        let photos = try await database.read { db in
            try registers.flatMap { register in
                try register.fields.filter { $0.kind == .file && $0.isPublic }.flatMap { field in
                    try self.photos(at: field, of: register, in: programme, area: area, limit: limit, db)
                }
            }
        }
        return photos.sorted { ($0.item.changedAt, $0.item.title) > ($1.item.changedAt, $1.item.title) }
            .prefix(limit).map(\.self)
    }

    private func photos(
        at field: Register.Field,
        of register: Register,
        in programme: Programme,
        area: AreaCode?,
        limit: Int,
        _ db: any SQLConnection
    ) throws -> [PublicPhoto] {
        let place = register.fields.first { $0.kind == .municipality && $0.isPublic }
        // Not every register says where something is.
        if area != nil, place == nil { return [] }
        return try register.states.filter(\.isPublic).flatMap { state -> [PublicPhoto] in
            var query = RegisterQuery()
            query.state = state.code
            query.chosen[field.code] = RegisterIndex.photo
            if let area, let place { query.chosen[place.code] = area.description }
            (query.sort, query.pageSize) = (.changed, limit)
            let items = try list(query, of: register, in: programme, isForKeeper: false, db).items
            return items.compactMap { item -> PublicPhoto? in
                guard case .file(let file)? = item.value(field) else { return nil }
                return PublicPhoto(register: register, item: item.shown(of: register, where: \.isPublic), file: file)
            }
        }
    }
}
