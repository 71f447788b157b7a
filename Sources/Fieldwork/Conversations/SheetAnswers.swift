package import Programmes

/// What a company says about itself on the sheet, as it stands (*vinkjes*): doing and ambition are separate ticks, so
/// an activity may have both. What has no tick at all is "no".
package struct SheetAnswers: Equatable, Sendable {
    package var doing: Set<Activity.ID>
    /// Within three years.
    package var ambition: Set<Activity.ID>
    package var notApplicable: Set<Activity.ID>
    package var unknown: Set<Activity.ID>

    package init(
        doing: Set<Activity.ID> = [],
        ambition: Set<Activity.ID> = [],
        notApplicable: Set<Activity.ID> = [],
        unknown: Set<Activity.ID> = []
    ) {
        self.doing = doing
        self.ambition = ambition
        self.notApplicable = notApplicable
        self.unknown = unknown
    }
}
