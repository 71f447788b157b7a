import Fieldwork
import Kernel
import Programmes

/// Everything an overview is computed from, as it was on the day.
struct OverviewFacts: Sendable {
    struct Talk: Sendable {
        let id: Conversation.ID
        let companyName: String
        let municipality: AreaCode?
        let state: Conversation.State
        let day: Day
    }

    struct Link: Sendable {
        let id: Referral.ID
        let company: Company.ID
        let companyName: String
        let initiative: InitiativeCode
        let state: ReferralState
        let since: Day
        /// The company said yes, whatever came of it.
        let isReferred: Bool
    }

    var talks: [Talk] = []
    var links: [Link] = []
    /// Where sessions took place.
    var sessions: [AreaCode] = []
    var followUps: [FollowUp] = []
    var wishes: [InvitationWish] = []
    var troubledLetters = 0

    var held: [Talk] { talks.filter { $0.state == .finished || $0.state == .correcting } }
}

/// For whose eyes it is.
enum OverviewAudience: Equatable {
    /// Whoever may open conversations and referrals.
    case team
    /// Numbers only.
    case figures
    /// Nothing about companies but what was published, which is elsewhere.
    case published
}

extension Overview {
    init(_ facts: OverviewFacts, of programme: Programme, asOf day: Day, for audience: OverviewAudience) {
        let isWithoutCompanies = audience == .published
        let quarters = isWithoutCompanies ? [] : QuarterProgress.all(facts.held.map(\.day), in: programme, asOf: day)
        // How often a meeting took place tells nothing about a company.
        let targets = programme.targets.filter { !isWithoutCompanies || $0.counted == .sessions }.map { target in
            TargetProgress(
                target: target,
                count: facts.count(target, in: programme),
                split: isWithoutCompanies ? [] : facts.split(of: target, in: programme)
            )
        }
        let followUps = facts.followUps.latestOfEachCompany
        let due = followUps.filter { $0.dueOn <= day || $0.outcome != nil }
        self.init(
            programme: programme,
            asOf: day,
            quarters: quarters,
            targets: targets,
            followUps: isWithoutCompanies
                ? nil : FollowUpProgress(due: due.count, done: due.count { $0.outcome != nil }),
            attention: audience == .team ? facts.attention(in: programme, quarters: quarters, on: day) : [],
            isWithoutCompanies: isWithoutCompanies
        )
    }
}

extension QuarterProgress {
    /// Those of the plan, and any other in which somebody was talked to.
    fileprivate static func all(_ days: [Day], in programme: Programme, asOf today: Day) -> [QuarterProgress] {
        let held = Dictionary(grouping: days, by: \.quarter).mapValues(\.count)
        let planned = Dictionary(programme.plan.map { ($0.quarter, $0.conversations) }) { $0 + $1 }
        var (plannedSoFar, heldSoFar) = (0, 0)
        return Set(held.keys).union(planned.keys).sorted().map { quarter in
            plannedSoFar += planned[quarter, default: 0]
            heldSoFar += held[quarter, default: 0]
            return QuarterProgress(
                quarter: quarter,
                planned: planned[quarter, default: 0],
                held: held[quarter, default: 0],
                plannedSoFar: plannedSoFar,
                heldSoFar: heldSoFar,
                isOver: quarter.lastDay < today
            )
        }
    }
}

extension OverviewFacts {
    private func held(in areas: [AreaCode], of programme: Programme) -> Int {
        held.count { talk in
            talk.municipality.map { here in areas.contains { programme.isArea(here, in: $0) } } ?? false
        }
    }

    fileprivate func count(_ target: Target, in programme: Programme) -> Int {
        switch target.counted {
        case .conversations:
            return held.count { target.includes($0.municipality, in: programme) }
        case .referrals:
            // Companies, not referrals: the plan promises to link so many companies.
            return Set(links.filter { $0.isReferred && target.includes($0.initiative) }.map(\.company)).count
        case .sessions:
            return sessions.count { target.includes($0, in: programme) }
        }
    }

    fileprivate func split(of target: Target, in programme: Programme) -> [AreaProgress] {
        target.split.compactMap { share in
            programme.area(share.area).map { area in
                let count = held(in: [area.code], of: programme)
                return AreaProgress(area: area, count: count, goal: share.count)
            }
        }
    }

    fileprivate func attention(in programme: Programme, quarters: [QuarterProgress], on day: Day) -> [Attention] {
        var all: [Attention] = []
        let overdue = followUps.latestOfEachCompany.filter { $0.isOverdue(on: day) }
        if let oldest = overdue.map(\.dueOn).min() {
            all.append(.overdueFollowUps(count: overdue.count, oldest: oldest))
        }
        all += links.filter { $0.state == .handedOver && $0.since.adding(days: Attention.daysToAnswer) < day }
            .sorted { ($0.since, $0.id.description) < ($1.since, $1.id.description) }
            .map { .unanswered($0.id, companyName: $0.companyName, initiative: $0.initiative, since: $0.since) }
        all += links.filter { link in
            link.state == .declined
                && !links.contains { $0.company == link.company && $0.state != .declined && $0.state != .rejected }
        }
        .sorted { ($0.since, $0.id.description) < ($1.since, $1.id.description) }
        .map { .declined($0.id, companyName: $0.companyName, initiative: $0.initiative, since: $0.since) }
        all += wishes.map { .otherMoment($0) }
        if troubledLetters > 0 { all.append(.letters(troubledLetters)) }
        all += talks.filter { $0.state.takesAnswers && $0.day.adding(days: Attention.daysToFinish) < day }
            .sorted { ($0.day, $0.id.description) < ($1.day, $1.id.description) }
            .map { .unfinished($0.id, companyName: $0.companyName, since: $0.day) }
        all += programme.initiatives.filter { $0.validUntil < day.adding(days: Attention.daysBeforeExpiry) }
            .sorted { ($0.validUntil, $0.code) < ($1.validUntil, $1.code) }
            .map { $0.validUntil < day ? .expired($0.code, on: $0.validUntil) : .expiring($0.code, on: $0.validUntil) }
        // What was made up for later needs nobody's attention any more.
        if let last = quarters.last(where: \.isOver), last.heldSoFar < last.plannedSoFar {
            all += quarters.filter(\.isBehind).map { .behind($0.quarter, held: $0.held, planned: $0.planned) }
        }
        return all
    }
}
