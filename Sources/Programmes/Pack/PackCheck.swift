package import Kernel

/// What `karavaan check` says about a pack.
package struct PackCheck: Sendable {
    package let result: Result<Programme, InvalidPack>
    private let folder: String
    private let today: Day

    package init(folder: String, today: Day) {
        result = PackReader.read(folder)
        self.folder = folder
        self.today = today
    }

    /// For the shell: 0 when the pack can be used, 1 when it cannot.
    package var status: Int32 {
        switch result {
        case .success: 0
        case .failure: 1
        }
    }

    /// One line for each finding, in the form that editors and terminals make a link of, and a last line that sums up.
    package func lines(in language: Language) -> [String] {
        switch result {
        case .success(let programme): notes(programme, language) + [summary(programme)[language]]
        case .failure(let invalid):
            invalid.issues.map { path(to: $0) + $0.line(in: language) } + [Self.count(invalid.issues.count)[language]]
        }
    }

    /// What has to come before the name of a file to find it from where the command was given.
    private func path(to issue: PackIssue) -> String {
        issue.fault == .noFolder ? "" : folder.hasSuffix("/") ? folder : folder + "/"
    }

    private static func count(_ issues: Int) -> Text {
        issues == 1
            ? Text(
                nl: "1 fout. Het pakket wordt niet geladen.",
                en: "1 error. The pack will not be loaded."
            )
            : Text(
                nl: "\(issues) fouten. Het pakket wordt niet geladen.",
                en: "\(issues) errors. The pack will not be loaded."
            )
    }

    /// What is allowed, but somebody may want to look at.
    private func notes(_ programme: Programme, _ language: Language) -> [String] {
        let expired = programme.initiatives.filter { $0.isExpired(on: today) }.map(\.code.description)
        let unsure = programme.initiatives.filter { $0.certainty == .low }.map(\.code.description)
        return [
            expired.isEmpty
                ? nil
                : Text(
                    nl: "Let op: verlopen op \(today): \(expired.joined(separator: ", ")).",
                    en: "Note: expired on \(today): \(expired.joined(separator: ", "))."
                ),
            unsure.isEmpty
                ? nil
                : Text(
                    nl: "Let op: te bevestigen: \(unsure.joined(separator: ", ")).",
                    en: "Note: to be confirmed: \(unsure.joined(separator: ", "))."
                ),
        ].compactMap { $0?[language] }
    }

    private func summary(_ programme: Programme) -> Text {
        guard programme.hasTalks else { return planSummary(programme) }
        let sheet = programme.sheet
        let core = sheet.activities.count(where: \.isCore)
        return Text(
            nl: "\(programme.id) klopt: praatplaat versie \(sheet.version) met \(sheet.themes.count) thema's en "
                + "\(sheet.activities.count) activiteiten (\(core) op de plaat), \(programme.municipalities.count) gemeenten, "
                + "\(programme.initiatives.count) initiatieven.",
            en:
                "\(programme.id) is right: talking sheet version \(sheet.version) with \(sheet.themes.count) themes and "
                + "\(sheet.activities.count) activities (\(core) on the sheet), \(programme.municipalities.count) "
                + "municipalities, \(programme.initiatives.count) initiatives."
        )
    }
}

extension PackCheck {
    private func planSummary(_ programme: Programme) -> Text {
        let plan = programme.actionPlan
        let lines = plan?.lines ?? []
        let (themes, steps) = (plan?.themes.count ?? 0, lines.map(\.steps.count).reduce(0, +))
        let results = lines.map(\.results.count).reduce(0, +)
        let registers = programme.registry?.registers.count ?? 0
        return Text(
            nl:
                "\(programme.id) klopt: \(themes) thema's, \(lines.count) actielijnen met \(steps) stappen en \(results) "
                + "resultaten, \(registers) registers, \(programme.municipalities.count) gemeenten.",
            en:
                "\(programme.id) is right: \(themes) themes, \(lines.count) action lines with \(steps) steps and \(results) "
                + "results, \(registers) registers, \(programme.municipalities.count) municipalities."
        )
    }
}

extension PackIssue {
    /// `areas.yaml:12:7: error: …` with what is wrong and what to do.
    package func line(in language: Language) -> String {
        let word = Text(nl: "fout", en: "error")[language]
        let sentences = [fault.explanation, fault.advice].compactMap { $0?[language] }
        return "\(position): \(word): \(sentences.joined(separator: " "))"
    }
}

extension Initiative {
    /// Nobody has confirmed since that it is still like this (*verlopen*).
    package func isExpired(on day: Day) -> Bool { validUntil < day }
}
