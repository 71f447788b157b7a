import Kernel

extension TalkSheet {
    /// What an activity of the version before is called here; `nil` when it is gone.
    package func successor(of old: Activity.ID) -> Activity.ID? {
        let new = successors.first { $0.old == old }.map(\.new) ?? old
        return new.flatMap { activity($0) == nil ? nil : $0 }
    }

    /// Why this sheet cannot come after `old`, which is in use; empty when it can.
    package func conflicts(after old: TalkSheet) -> [SheetConflict] {
        if self == old { return [] }
        guard version > old.version else { return [.versionNotHigher(version: version, inUse: old.version)] }
        let mapped = Set(successors.map(\.old))
        let present = Set(activities.map(\.code))
        let missing = old.activities.map(\.code).filter { !mapped.contains($0) && !present.contains($0) }
        return missing.map(SheetConflict.withoutSuccessor)
            + successors.filter { $0.new.map { !present.contains($0) } ?? false }.map(SheetConflict.unknownSuccessor)
            + successors.filter { old.activity($0.old) == nil }.map(SheetConflict.unknownPredecessor)
    }
}

/// Every version of a programme's sheet that was ever in use (*versies van de praatplaat*), oldest first, so that what
/// was said on an old one can be read on a newer one.
package struct SheetHistory: Equatable, Sendable {
    package let sheets: [TalkSheet]

    package init(_ sheets: [TalkSheet]) {
        self.sheets = sheets.sorted { $0.version < $1.version }
    }

    package var latest: TalkSheet? { sheets.last }

    package subscript(version: Int) -> TalkSheet? { sheets.first { $0.version == version } }

    /// What an activity of version `from` is called in version `to`, over any number of versions in between; `nil` when
    /// it is gone, or when either version is unknown or `to` is the older one.
    package func successor(of activity: Activity.ID, from: Int, to: Int) -> Activity.ID? {
        guard from <= to, self[to] != nil, self[from]?.activity(activity) != nil else { return nil }
        return sheets.filter { $0.version > from && $0.version <= to }
            .reduce(activity) { (current: Activity.ID?, sheet) in current.flatMap { sheet.successor(of: $0) } }
    }

    /// The same for several at once. Two that became one count once.
    package func translated(_ activities: Set<Activity.ID>, from: Int, to: Int) -> Set<Activity.ID> {
        Set(activities.compactMap { successor(of: $0, from: from, to: to) })
    }
}
