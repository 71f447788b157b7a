import Kernel
import Yams

/// Reads a pack: a folder of YAML files that describes a programme (*programmapakket*). See `docs/programme-pack.md`.
package enum PackReader {
    /// The whole programme, or everything that is wrong with the pack; never half of it. Files are read, nothing is
    /// written, and nothing outside the folder is looked at.
    package static func read(_ folder: String) -> Result<Programme, InvalidPack> {
        guard let files = PackFolder(folder) else {
            return .failure(InvalidPack(issues: [PackIssue(.noFolder, at: PackPosition(file: folder))]))
        }
        let reading = PackReading(files)
        let programme = reading.programme()
        let issues = reading.findings.issues.sorted { $0.position < $1.position }
        guard issues.isEmpty, let programme else { return .failure(InvalidPack(issues: issues)) }
        return .success(programme)
    }
}

/// One reading of one pack.
struct PackReading {
    let findings = PackFindings()
    let folder: PackFolder
    private let roots: [String: PackNode]

    init(_ folder: PackFolder) {
        self.folder = folder
        var roots: [String: PackNode] = [:]
        let needed = PackFolder.files.filter { !(folder.isPlanOnly && PackFolder.talkFiles.contains($0)) }
        for file in needed + PackFolder.optionalFiles.filter(folder.has) {
            do {
                let yaml = PackYAML(file: file, text: try folder.text(of: file))
                findings.add(yaml.issues)
                if let root = yaml.root { roots[file] = PackNode(node: root, yaml: yaml, findings: findings) }
            } catch {
                findings.add([error.issue])
            }
            let unreadable = PackKind.allCases.filter { kind in
                kind.file == file && roots[file]?.value(of: kind.key)?.isList != true
            }
            findings.unreadable.formUnion(unreadable)
        }
        findings.add(folder.strangers())
        self.roots = roots
    }

    func programme() -> Programme? {
        let head = root("programme.yaml", .programmeFile)
        let period = head?["period"].flatMap(self.period)
        let areas = root("areas.yaml", .areasFile).map(self.areas)
        let talks = folder.isPlanOnly ? Talks.none : talks(period: period)
        let actionPlan = actionPlan(period: period)
        let registry = registry(lines: actionPlan?.plan.lines ?? [])
        let partners = head.map { $0.list("partners", atLeast: 1, partner) }
        let parties =
            (partners ?? []).compactMap { OrganisationCode($0.code.description) }
            + (actionPlan?.plan.organisations.map(\.code) ?? [])
        let money = money(parties: parties)
        let sharing = sharing(
            own: head?["id"]?.scalarText.flatMap { ProgrammeID($0) },
            registry: registry,
            lines: actionPlan?.plan.lines ?? [],
            targets: talks?.plan.targets ?? []
        )
        let sectors = head.map(self.sectors)
        let picture = picture(themes: talks?.sheet.themes ?? [])
        let mails = mails()
        // Each on its own, so that what is wrong with one does not hide what is wrong with the next.
        let id = head?["id"]?.value(ProgrammeID.self) { .notACode($0) }
        let name = head?["name"]?.text()
        let summary = head?["summary"]?.text()
        let smallestGroup = head?["smallest_group"]?.int(3...100)
        findings.checkReferences()
        guard let id, let name, let summary, let period, let areas, let talks, let partners, let sectors else {
            return nil
        }
        return Programme(
            id: id,
            name: name,
            summary: summary,
            firstQuarter: period.lowerBound,
            lastQuarter: period.upperBound,
            partners: partners,
            areas: areas,
            sectors: sectors,
            targets: talks.plan.targets,
            phases: talks.plan.phases + (actionPlan?.phases ?? []),
            plan: talks.plan.quarters,
            ladder: talks.ladder,
            sheet: talks.sheet,
            needs: talks.needs,
            initiatives: talks.initiatives,
            picture: picture,
            mails: mails,
            actionPlan: actionPlan?.plan,
            registry: registry,
            money: money,
            sharing: sharing,
            smallestGroup: smallestGroup
        )
    }

    func root(_ file: String, _ keys: PackKeys) -> PackMap? { roots[file]?.map(keys) }

    private func period(_ node: PackNode) -> ClosedRange<Quarter>? {
        guard let map = node.map(.period) else { return nil }
        return map.quarters()
    }

    private func partner(_ node: PackNode) -> Partner? {
        guard let map = node.map(.partner) else { return nil }
        let code = map["code"]?.code(of: .partner, Partner.Scope.self)
        let name = map["name"]?.string()
        let part = map["part"]?.text()
        let deal = map["deal"]?.bool()
        let website = map["website"]?.website()
        guard let code, let name, let part else { return nil }
        return Partner(code: code, name: name, part: part, isDealPartner: deal ?? false, website: website)
    }

    private func sectors(_ map: PackMap) -> [Sector] {
        var places: [String: PackPosition] = [:]
        return map.list("sectors", atLeast: 1) { node in
            guard let map = node.map(.sector) else { return nil }
            let code = map["code"]?.code(of: .sector, Sector.Scope.self)
            let name = map["name"]?.text()
            let sbi = map.list("sbi") { node -> String? in
                guard let prefix = node.string() else { return nil }
                guard (2...6).contains(prefix.utf8.count), prefix.isASCIIDigits else {
                    node.fail(.notSBI(prefix))
                    return nil
                }
                if let first = places[prefix] { node.fail(.duplicateEntry(prefix, first: first)) }
                places[prefix] = node.position
                return prefix
            }
            guard let code, let name else { return nil }
            return Sector(code: code, name: name, sbi: sbi)
        }
    }
}

extension PackMap {
    /// `first` and `last`, in that order.
    func quarters() -> ClosedRange<Quarter>? {
        let first = self["first"]?.quarter()
        let last = self["last"]?.quarter()
        guard let first, let last else { return nil }
        guard first <= last else {
            self["last"]?.fail(.endsBeforeItStarts)
            return nil
        }
        return first...last
    }
}

extension PackNode {
    /// An address that may be shown as a link.
    func website() -> String? {
        guard let text = string() else { return nil }
        guard ["https://", "http://"].contains(where: text.hasPrefix), !text.contains(where: \.isWhitespace),
            text.count > 11
        else {
            fail(.notAWebsite(text))
            return nil
        }
        return text
    }
}
