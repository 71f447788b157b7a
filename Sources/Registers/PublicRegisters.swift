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
        var photos: [(changedAt: Date, photo: PublicPhoto)] = []
        for register in programme.registry?.registers ?? [] {
            let fields = register.fields.filter { $0.kind == .file && $0.isPublic }
            // Not every register says where something is.
            guard !fields.isEmpty,
                area == nil || register.fields.contains(where: { $0.kind == .municipality && $0.isPublic })
            else { continue }
            for item in try await publicItems(of: register.code, in: programme, area: area) {
                for case .file(let file)? in fields.map(item.value) where file.kind.isImage {
                    photos.append((item.changedAt, PublicPhoto(register: register, item: item, file: file)))
                }
            }
        }
        return photos.sorted { ($0.changedAt, $0.photo.item.title) > ($1.changedAt, $1.photo.item.title) }
            .prefix(limit).map(\.photo)
    }
}
