import Disclosure
import Fieldwork
import Kernel
import Programmes

/// Everything that a publication is made of, as it was at one moment.
struct PublicationFacts: Sendable {
    let programme: Programme
    let publication: Publication
    let measured: [MeasuredCompany]
    /// Those that count already: the place, and in which publication they joined.
    let members: [Company.ID: (place: String, number: Int)]
    /// What was published before, the first one first.
    let earlier: [CountBundle]
    let basis: Basis?
}

/// A publication that was computed.
struct MadePublication: Sendable {
    let bundle: CountBundle
    let basis: Basis
    /// The companies that join, by place.
    let joining: [Company.ID: String]
    let preview: PublicationPreview

    /// Takes its time: seconds for hundreds of companies, minutes for thousands and many publications.
    ///
    /// - Throws: `DisclosureProblems`.
    init(_ facts: PublicationFacts, isOver: () -> Bool) throws {
        let (programme, publication) = (facts.programme, facts.publication)
        let began = ContinuousClock.now
        let tree = facts.basis?.tree ?? AreaTree(of: programme)
        // A pack that asks for less later does not undo what was promised before.
        let smallest = facts.earlier.map(\.policy.minimumFrequency).reduce(programme.smallestShownGroup, max)
        let pending = facts.measured.filter { facts.members[$0.company] == nil }
        let batch = Batch(
            pending: pending.compactMap { one in one.municipality.map { (one.company, $0) } },
            counted: Dictionary(grouping: facts.members.values, by: \.place).mapValues(\.count),
            patient: programme.patientMunicipalities,
            tree: tree,
            smallest: smallest,
            isLast: publication.kind == .last
        )
        let members = facts.measured.compactMap { measured -> Basis.Member? in
            if let known = facts.members[measured.company] {
                return .init(place: known.place, measured: measured, age: publication.number - known.number)
            }
            return batch.places[measured.company].map { .init(place: $0, measured: measured, age: 0) }
        }
        let basis = Basis(
            of: programme,
            tree: tree,
            after: facts.basis,
            members: members,
            isCorrection: publication.kind == .correction,
            smallest: smallest
        )
        func protect(_ detail: FigureTables.Detail) throws -> (CountBundle, Protection) {
            let tables = FigureTables(
                of: programme,
                basis,
                number: publication.number,
                isCorrection: publication.kind == .correction,
                detail: detail,
                smallest: smallest
            )
            let protection = try DisclosureControl.protect(
                tables.bundle(after: facts.earlier),
                leavingOut: true,
                isOver: isOver
            )
            var whole = protection.bundle
            whole.tables = tables.groups.tables + whole.tables
            return (whole, protection)
        }
        let (bundle, protection) = try protect(publication.detail)
        let coarse = publication.detail == .regions ? nil : try protect(.regions).0
        var preview = PublicationPreview(bundle, protection, without: coarse, tree: tree)
        preview.joined = batch.places.count
        preview.companies = basis.counts(in: tree.root).companies
        preview.withoutMunicipality = pending.count { $0.municipality == nil }
        preview.waiting = batch.waiting.sorted { $0.key < $1.key }
            .map { PublicationPreview.Waiting(place: $0.key, companies: $0.value) }
        preview.keeps = basis.keeps
        preview.seconds = Double(began.duration(to: .now).components.seconds)
        self.bundle = bundle
        self.basis = basis
        self.joining = batch.places
        self.preview = preview
    }
}

extension Programme {
    /// Municipalities of which the plan expects enough companies to tell of them apart.
    fileprivate var patientMunicipalities: Set<AreaCode> {
        Set(municipalities.filter(\.isDeal).map(\.code)).union(promisedConversations.map(\.area))
    }
}

extension PublicationPreview {
    init(_ bundle: CountBundle, _ protection: Protection, without coarse: CountBundle?, tree: AreaTree) {
        self.init()
        let kinds = Dictionary(uniqueKeysWithValues: tree.codes.map { ($0, Level.Kind($0, tree)) })
        levels = Level.Kind.allCases.compactMap { kind in
            let own = bundle.tables.flatMap(\.cells).filter { kinds[$0.codes[0]] == kind }
            guard !own.isEmpty else { return nil }
            let isCoarse = kind != .municipalities && kind != .rests
            return Level(
                kind: kind,
                shown: own.count { $0.value != nil },
                hidden: own.count { $0.value == nil },
                shownWithoutMunicipalities: isCoarse
                    ? coarse.map { $0.tables.flatMap(\.cells).count { kinds[$0.codes[0]] == kind && $0.value != nil } }
                    : nil
            )
        }
        let hidden = Dictionary(grouping: protection.hidden, by: \.table)
        tables = bundle.tables.map { table in
            let own = hidden[table.id] ?? []
            return TableSummary(
                id: table.id,
                shown: table.cells.count { $0.value != nil },
                hidden: Dictionary(own.map { ($0.reason.rawValue, 1) }, uniquingKeysWith: +),
                because: Array(Set(own.filter { $0.reason == .earlier }.flatMap(\.because)).sorted().prefix(3))
            )
        }
        tables += protection.leftOut.map { TableSummary(id: $0, shown: 0, hidden: [Self.leftOut: 1], because: []) }
    }
}

extension PublicationPreview.Level.Kind {
    fileprivate init(_ code: String, _ tree: AreaTree) {
        if code == tree.root {
            self = .whole
        } else if tree.regions.contains(code) {
            self = .regions
        } else if tree.others.contains(code) {
            self = .others
        } else {
            self = tree.place(code).map(tree.isMunicipality) == true ? .municipalities : .rests
        }
    }
}
