package import Fieldwork
package import Kernel

/// Which companies count in a publication that did not before, and where (*lichting*).
///
/// At every place of the tree none join, or at least as many as the smallest group that may be shown. So whatever
/// publications, areas and divisions are subtracted from each other, what is left is such a group, a sum of such groups,
/// or nobody: how many there are can be told of every area at every time, and each question can be protected by itself.
package struct Batch: Equatable, Sendable {
    /// By company the place where it is counted from now on.
    package private(set) var places: [Company.ID: String] = [:]
    /// By place how many companies wait there until there are enough.
    package private(set) var waiting: [String: Int] = [:]

    /// - Parameters:
    ///   - pending: measured companies that do not count yet, with their municipality.
    ///   - counted: how many count already, by place.
    ///   - patient: municipalities that keep their companies until there are enough, because more are expected; those of
    ///     others count for the rest of their region at once. A place at which companies count already is patient too.
    ///   - tree: where companies are counted.
    ///   - smallest: the smallest group that may be shown.
    ///   - isLast: nobody waits for more: everything counts somewhere, if anyhow possible.
    package init(
        pending: [(company: Company.ID, municipality: AreaCode)],
        counted: [String: Int],
        patient: Set<AreaCode>,
        tree: AreaTree,
        smallest: Int,
        isLast: Bool
    ) {
        let patient = Set(patient.map(\.description))
        // From the nearest place to the whole.
        var routes = pending.map { (company: $0.company, left: tree.route(from: $0.municipality)[...]) }
        for depth in 0..<Self.depth(tree) {
            let here = Dictionary(grouping: routes.indices.filter { routes[$0].left.count == Self.depth(tree) - depth })
            {
                routes[$0].left.first ?? tree.root
            }
            for place in here.keys.sorted() {
                let own = here[place] ?? []
                let isPatient = patient.contains(place) || counted[place, default: 0] > 0
                if own.count >= smallest {
                    for number in own { places[routes[number].company] = place }
                } else if (isPatient && !isLast) || routes[own[0]].left.count == 1 {
                    waiting[place] = own.count
                } else {
                    for number in own { routes[number].left = routes[number].left.dropFirst() }
                    continue
                }
                for number in own { routes[number].left = [] }
            }
        }
    }

    /// The longest route.
    private static func depth(_ tree: AreaTree) -> Int {
        tree.places.filter(tree.isMunicipality).compactMap { place in
            AreaCode(place.code).map { tree.route(from: $0).count }
        }.max() ?? 1
    }
}
