import Kernel
import Markup
import Programmes
import Registers
import Synchronization

/// Lines of lists as they were drawn last, each for as long as its item and all that its codes stand for are the same:
/// drawing fifty lines takes longer than everything else that is done for a list.
///
/// What another programme shares is never here: it is asked for each time, and gone as soon as it is not shared any more.
final class DrawnItems: Sendable {
    /// Who sees the same: the items of who does not keep a register have less in them.
    struct Readers: Hashable {
        let language: Language
        let areKeepers: Bool
    }

    /// What was drawn for some readers.
    struct Shelf {
        fileprivate let items: DrawnItems
        fileprivate let readers: Readers

        /// The lines of these items, in their order; `draw` is for those that are not here yet.
        func lines(
            of items: [RegisterItem],
            in register: Register,
            of programme: Programme,
            columns: [Register.Field],
            _ draw: (RegisterItem) -> HTML
        ) -> [HTML] {
            let list = List(
                programme: programme.id,
                register: register.code,
                columns: columns.map(\.code),
                readers: readers
            )
            let declaration = RegisterDeclaration(register, in: programme)
            let companies = register.fields.filter { $0.kind == .company }
            var new: [Line] = []
            let lines = zip(items, self.items.kept(items, list, declaration)).map { item, line in
                if let line, line.item == item { return line.html }
                let html = draw(item).written(for: Reader(language: readers.language))
                if !companies.contains(where: item.isShared) { new.append(Line(item, html)) }
                return html
            }
            if !new.isEmpty { self.items.keep(new, list, declaration) }
            return lines
        }
    }

    private struct List: Hashable {
        let programme: ProgrammeID
        let register: Register.ID
        let columns: [Register.Field.ID]
        let readers: Readers
    }

    fileprivate final class Line: Sendable {
        let item: RegisterItem
        let html: HTML

        init(_ item: RegisterItem, _ html: HTML) { (self.item, self.html) = (item, html) }
    }

    func shelf(for readers: Readers) -> Shelf { Shelf(items: self, readers: readers) }

    /// A few megabytes.
    private static let limit = 4000
    private let lists = Mutex<[List: (declaration: RegisterDeclaration, lines: [RegisterItem.ID: Line])]>([:])

    private func kept(_ items: [RegisterItem], _ list: List, _ declaration: RegisterDeclaration) -> [Line?] {
        lists.withLock { lists in
            guard let found = lists[list], found.declaration == declaration else {
                return Array(repeating: nil, count: items.count)
            }
            return items.map { found.lines[$0.id] }
        }
    }

    private func keep(_ lines: [Line], _ list: List, _ declaration: RegisterDeclaration) {
        lists.withLock { lists in
            if lists.values.reduce(lines.count, { $0 + $1.lines.count }) > Self.limit { lists = [:] }
            var present = lists.removeValue(forKey: list) ?? (declaration, [:])
            if present.declaration != declaration { present = (declaration, [:]) }
            for line in lines { present.lines[line.item.id] = line }
            lists[list] = present
        }
    }
}

extension RegisterItem {
    /// Whether a company is there that another programme keeps.
    fileprivate func isShared(at field: Register.Field) -> Bool {
        if case .company(_, _, .some)? = value(field) { true } else { false }
    }
}
