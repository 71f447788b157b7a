/// Publishing the region instead of the municipality: less is lost than when most of a level is hidden.
enum RollUp {
    /// The table and dimension of which the largest share of the finest level is hidden, if that is more than `limit`.
    static func worst(_ bundle: CountBundle, above limit: Double) -> Protection.RolledUp? {
        var worst: Protection.RolledUp?
        for table in bundle.tables {
            for (place, name) in table.dims.enumerated() {
                guard let finest = finest(name, bundle) else { continue }
                let cells = table.cells.filter { finest.contains($0.codes[place]) }
                if cells.isEmpty { continue }
                let share = Double(cells.count { $0.value == nil }) / Double(cells.count)
                if share > limit, share > worst?.share ?? 0 {
                    worst = Protection.RolledUp(table: table.id, dimension: name, share: share)
                }
            }
        }
        return worst
    }

    /// Takes the finest level of a dimension out of a table.
    static func drop(_ level: Protection.RolledUp, from bundle: inout CountBundle) {
        guard let finest = finest(level.dimension, bundle) else { return }
        for number in bundle.tables.indices where bundle.tables[number].id == level.table {
            guard let place = bundle.tables[number].dims.firstIndex(of: level.dimension) else { continue }
            // Those of the next level would be the finest of what is left: this is done once for each dimension.
            bundle.tables[number].cells.removeAll { finest.contains($0.codes[place]) }
            bundle.tables[number].missing = .unknown
        }
    }

    /// The codes that are no sum of others; `nil` where there is nothing above them but the root.
    private static func finest(_ dimension: String, _ bundle: CountBundle) -> Set<String>? {
        guard let pairs = bundle.hierarchies[dimension]?.trees.joined() else { return nil }
        let parents = Set(pairs.map { $0[0] })
        return Set(pairs.map { $0[1] }).subtracting(parents)
    }
}
