import BitCollections

/// Places in a catalogue, each behind the one before. Many of them are kept as bits, which take less room then and are
/// laid over others without looking at each.
struct CataloguePlaces {
    private var few: [Int] = []
    private var many: BitSet?
    private(set) var last = -1

    mutating func append(_ place: Int) {
        last = place
        guard many == nil else {
            many?.insert(place)
            return
        }
        few.append(place)
        // From here on a bit for every place there is takes less than a number for each of these.
        if few.count > 64, few.count > place / 64 { (many, few) = (BitSet(few), []) }
    }

    var set: BitSet { many ?? BitSet(few) }

    func add(to set: inout BitSet) {
        if let many { set.formUnion(many) } else { for place in few { set.insert(place) } }
    }
}
