import Fieldwork
import Kernel
package import Programmes

/// The true figures behind a publication, by place (*grondslag*). Never shown: what is published is made of it.
///
/// A place where nobody joins keeps its figures for ever, also when a company is forgotten or an answer is put right: the
/// difference would be about one company. A correction counts anew, wherever that is safe.
package struct Basis: Codable, Equatable, Sendable {
    package struct Counts: Codable, Equatable, Sendable {
        package var companies = 0
        package var sectors: [String: Int] = [:]
        package var sizes: [String: Int] = [:]
        /// By question the companies of each answer.
        package var answers: [String: [String: Int]] = [:]
        /// The companies that counted in the publication before, by whether they were referred by now.
        package var referred: [String: Int] = [:]
    }

    package let tree: AreaTree
    package private(set) var places: [String: Counts]
    /// Places where a correction has to wait, because the difference would be about too few.
    package private(set) var keeps: [String] = []

    /// A company that counts, from this publication on or from an earlier one.
    package struct Member: Sendable {
        package let place: String
        package let measured: MeasuredCompany
        /// How many publications ago it joined; 0 for now.
        package let age: Int

        package init(place: String, measured: MeasuredCompany, age: Int) {
            self.place = place
            self.measured = measured
            self.age = age
        }
    }

    /// What nobody knows of a company.
    package static let unknown = "unknown"

    package init(
        of programme: Programme,
        tree: AreaTree,
        after earlier: Basis?,
        members: [Member],
        isCorrection: Bool,
        smallest: Int
    ) {
        self.tree = tree
        places = [:]
        let questions = Question.asked(of: programme)
        func count(_ members: [Member], _ questions: [Question]) -> Counts {
            Counts(counting: members.map { ($0, $0.measured.answers(to: questions, on: programme.sheet)) })
        }
        for (place, here) in Dictionary(grouping: members, by: \.place) {
            let before = earlier?.places[place] ?? Counts()
            let change = here.count - before.companies
            let joining = here.filter { $0.age == 0 }
            if isCorrection, change == 0 || change >= smallest {
                places[place] = count(here, questions)
            } else if !joining.isEmpty {
                places[place] = before.adding(count(joining, questions))
            } else {
                if isCorrection { keeps.append(place) }
                places[place] = before
            }
            // A question that was not asked before is new for everybody.
            let fresh = before.companies == 0 ? [] : questions.filter { before.answers[$0.code] == nil }
            places[place]?.answers.merge(count(here, fresh).answers) { $1 }
            let known = here.filter { $0.age == 1 }
            places[place]?.referred = before.withReferrals(known.count { $0.measured.isReferred })
        }
        // Forgotten altogether, but counted for ever.
        for (place, before) in earlier?.places ?? [:] where places[place] == nil {
            places[place] = before
            places[place]?.referred = before.withReferrals(0)
        }
        keeps.sort()
    }

    /// The figures of an area: of all places in it.
    package func counts(in area: String) -> Counts {
        tree.places(in: area).compactMap { places[$0.code] }.reduce(Counts()) { $0.adding($1) }
    }
}

extension Basis.Counts {
    fileprivate init(counting members: [(Basis.Member, [String: String])]) {
        companies = members.count
        sectors = members.map { $0.0.measured.sector?.description ?? Basis.unknown }.counted
        sizes = members.map { $0.0.measured.size?.rawValue ?? Basis.unknown }.counted
        for (_, answers) in members {
            for (question, answer) in answers { self.answers[question, default: [:]][answer, default: 0] += 1 }
        }
    }

    /// With those that joined last; who is no longer known was not referred.
    fileprivate func withReferrals(_ count: Int) -> [String: Int] {
        let joined = companies - referred.values.reduce(0, +)
        guard joined > 0 else { return referred }
        let yes = min(count, joined)
        return referred.merging([Question.yes: yes, Question.no: joined - yes], uniquingKeysWith: +)
    }

    func adding(_ other: Self) -> Self {
        var sum = self
        sum.companies += other.companies
        sum.sectors.merge(other.sectors, uniquingKeysWith: +)
        sum.sizes.merge(other.sizes, uniquingKeysWith: +)
        for (question, counts) in other.answers {
            sum.answers[question, default: [:]].merge(counts, uniquingKeysWith: +)
        }
        sum.referred.merge(other.referred, uniquingKeysWith: +)
        return sum
    }
}

extension [String] {
    fileprivate var counted: [String: Int] { reduce(into: [:]) { $0[$1, default: 0] += 1 } }
}
