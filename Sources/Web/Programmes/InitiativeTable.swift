import Kernel
import Markup
import Programmes

struct InitiativeTable: Component {
    let programme: Programme
    let today: Day

    private let kind = Text(nl: "Soort", en: "Kind")
    private let area = Text(nl: "Gebied", en: "Area")
    private let state = Text(nl: "Zekerheid", en: "Certainty")
    private let checked = Text(nl: "Nagekeken", en: "Checked")

    var body: HTML {
        div(.class("table-scroll")) {
            table(.class("cards")) {
                caption(.class("visually-hidden")) { Text(nl: "Initiatieven", en: "Initiatives") }
                thead {
                    tr {
                        th(.scope("col")) { Text(nl: "Initiatief", en: "Initiative") }
                        th(.scope("col")) { kind }
                        th(.scope("col")) { area }
                        th(.scope("col")) { state }
                        th(.scope("col")) { checked }
                    }
                }
                tbody { for initiative in programme.initiatives { row(initiative) } }
            }
        }
    }

    private func row(_ initiative: Initiative) -> HTML {
        tr {
            th(.scope("row")) {
                a(.href(Addresses.initiative.path(programme.id, initiative.code))) { initiative.name }
            }
            td(.attribute("data-label", kind)) { initiative.kind }
            td(.attribute("data-label", area)) { initiative.areaNames(in: programme) }
            td(.attribute("data-label", state)) {
                CertaintyBadge(certainty: initiative.certainty)
                if initiative.isExpired(on: today) {
                    " "
                    ExpiredBadge()
                }
            }
            td(.class("nowrap"), .attribute("data-label", checked)) { HTML.shortDay(initiative.checkedOn) }
        }
    }
}

/// How sure we are of what is said about an initiative.
struct CertaintyBadge: Component {
    let certainty: Certainty

    var body: HTML {
        switch certainty {
        case .high: span(.class("badge done")) { Text(nl: "openbare bron", en: "public source") }
        case .medium: span(.class("badge plain")) { Text(nl: "deels bevestigd", en: "partly confirmed") }
        case .low: span(.class("badge attention")) { Text(nl: "te bevestigen", en: "to be confirmed") }
        }
    }
}

struct ExpiredBadge: Component {
    var body: HTML {
        span(.class("badge stopped")) { Text(nl: "verlopen", en: "expired") }
    }
}

extension Initiative {
    /// `Zuid-Holland`, or that it works everywhere.
    func areaNames(in programme: Programme) -> Text {
        areas.isEmpty
            ? Text(nl: "overal", en: "everywhere")
            : Text(same: areas.map { programme.area($0)?.name ?? $0.description }.joined(separator: ", "))
    }
}
