import Kernel
import Programmes
import Storage

/// The SQL of the list of companies: searching, filtering, sorting and paging.
struct CompanyListStore {
    let db: any SQLConnection
    let programme: Programme

    func list(_ query: CompanyQuery) throws -> CompanyList {
        let total = try count("programme = \(programme.id) AND erased_on IS NULL")
        let found = query.isFiltered ? try count(condition(query)) : total
        let size = min(max(query.pageSize, 1), 500)
        let pageCount = max(1, (found + size - 1) / size)
        let page = min(max(query.page, 1), pageCount)
        return CompanyList(
            rows: try rows(query, limit: size, offset: (page - 1) * size),
            found: found,
            total: total,
            page: page,
            pageCount: pageCount
        )
    }

    /// All that fit, in the order of the query.
    func all(_ query: CompanyQuery) throws -> [Company] {
        try db.run(
            """
            SELECT \(CompanyStore.columns), \(visitedOn) AS visited_on FROM company
            WHERE \(condition(query)) ORDER BY \(order(query))
            """
        ).map(CompanyStore.company)
    }

    private func rows(_ query: CompanyQuery, limit: Int, offset: Int) throws -> [CompanyRow] {
        try db.run(
            """
            SELECT id, name, city, municipality, sector, size, is_member, \(visitedOn) AS visited_on FROM company
            WHERE \(condition(query)) ORDER BY \(order(query)) LIMIT \(limit) OFFSET \(offset)
            """
        ).map { row in
            CompanyRow(
                id: try row.get(0),
                name: try row.get(1),
                city: try row.find(2),
                municipality: try row.find(3),
                sector: try row.find(4),
                size: try row.find(5),
                isMember: try row.find(6),
                visitedOn: try row.find(7)
            )
        }
    }

    private func count(_ condition: SQL) throws -> Int {
        try db.run("SELECT count(*) FROM company WHERE \(condition)")[0].get(0)
    }

    private func condition(_ query: CompanyQuery) -> SQL {
        var parts: [SQL] = ["programme = \(programme.id) AND erased_on IS NULL"]
        for word in query.words { parts.append("search LIKE \(pattern(word)) ESCAPE '!'") }
        if let municipality = query.municipality { parts.append("municipality = \(municipality)") }
        if let area = query.area {
            parts.append("municipality IN \(municipalities { programme.isArea($0.code, in: area) })")
        }
        switch query.isDeal {
        case true?: parts.append("municipality IN \(municipalities(where: \.isDeal))")
        case false?:
            parts.append("(municipality IS NULL OR municipality NOT IN \(municipalities(where: \.isDeal)))")
        case nil: break
        }
        if let sector = query.sector { parts.append("sector = \(sector)") }
        if let size = query.size { parts.append("size = \(size)") }
        if let isMember = query.isMember { parts.append("is_member = \(isMember)") }
        switch query.isVisited {
        case true?: parts.append("EXISTS (\(visits))")
        case false?: parts.append("NOT EXISTS (\(visits))")
        case nil: break
        }
        return SQL.joined(parts, by: " AND ")
    }

    /// The finished conversations of the company.
    private var visits: SQL {
        """
        SELECT 1 FROM conversation AS c JOIN conversation_event AS e ON e.conversation = c.id
        WHERE c.company = company.id AND e.finished_at IS NOT NULL
        """
    }

    /// The day of the last one. A query inside a query rather than a join: so each company is looked up by index, also
    /// where PostgreSQL has no statistics yet and would take all events together for every line.
    private var visitedOn: SQL {
        """
        (SELECT max((
            SELECT max(e.held_on) FROM conversation_event AS e
            WHERE e.conversation = c.id AND e.finished_at IS NOT NULL
        )) FROM conversation AS c WHERE c.company = company.id)
        """
    }

    private func municipalities(where isWanted: (Area) -> Bool) -> SQL {
        SQL.list(programme.municipalities.filter(isWanted).map(\.code))
    }

    /// `!` takes the special meaning from what follows it.
    private func pattern(_ word: String) -> String {
        var text = "%"
        for character in word.unicodeScalars {
            if character == "%" || character == "_" || character == "!" { text += "!" }
            text.unicodeScalars.append(character)
        }
        return text + "%"
    }

    /// The identifier last, so that the order is the same on every page.
    private func order(_ query: CompanyQuery) -> SQL {
        switch (query.sort, query.isDescending) {
        case (.name, false): "name_sort, id"
        case (.name, true): "name_sort DESC, id DESC"
        case (.visited, false): "visited_on NULLS LAST, name_sort, id"
        case (.visited, true): "visited_on DESC NULLS LAST, name_sort, id"
        case (.municipality, false): "municipality_sort, name_sort, id"
        case (.municipality, true): "municipality_sort DESC, name_sort DESC, id DESC"
        case (.sector, let isDescending):
            "\(rank("sector", programme.sectors.map(\.code), isDescending)), name_sort, id"
        case (.size, let isDescending): "\(rank("size", SizeClass.allCases, isDescending)), name_sort, id"
        case (.member, let isDescending):
            "\(rank("is_member", isDescending ? [false, true] : [true, false], false)), name_sort, id"
        }
    }

    /// The order of the programme, not of the letters; what is unknown comes last both ways.
    private func rank(_ column: SQL, _ values: [some SQLConvertible], _ isDescending: Bool) -> SQL {
        let ordered = isDescending ? values.reversed() : values
        guard !ordered.isEmpty else { return column }
        let cases = ordered.enumerated().map { "WHEN \(column) = \($0.element) THEN \($0.offset)" as SQL }
        return "CASE \(SQL.joined(cases, by: " ")) ELSE 999 END"
    }
}
