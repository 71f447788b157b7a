import Kernel
import Markup

extension Addresses {
    static let plan = Address("/werk/{programme}/koers")
    static let planWorkbook = Address("/werk/{programme}/koers/karavaan.xlsx")
    static let indicator = Address("/werk/{programme}/koers/{indicator}")

    static let municipalities = Address("/werk/{programme}/gemeenten")
    static let municipality = Address("/werk/{programme}/gemeenten/{area}")
    static let municipalAmbition = Address("/werk/{programme}/gemeenten/{area}/leidraad")

    static let evaluations = Address("/werk/{programme}/evaluaties")
    static let evaluationChange = Address("/werk/{programme}/evaluaties/{evaluation}/gevolg")
    static let boardMembers = Address("/werk/{programme}/evaluaties/klankbordgroep")
    static let endBoardMember = Address("/werk/{programme}/evaluaties/klankbordgroep/{member}/stopt")
    static let eraseBoardMember = Address("/werk/{programme}/evaluaties/klankbordgroep/{member}/wissen")
}

/// What a programme is accounted for with, beside each other.
struct AccountTabs: Component {
    let programme: ProgrammeID
    let current: Address
    let verbs: Set<Verb>

    var body: HTML {
        nav(.class("tabs no-print"), .ariaLabel(Text(nl: "Onderwerp", en: "Subject"))) {
            ul {
                for (address, name) in [
                    (Addresses.overview, Text(nl: "Overzicht", en: "Overview")),
                    (Addresses.plan, Text(nl: "Op koers?", en: "On course?")),
                    (Addresses.municipalities, Text(nl: "Gemeenten", en: "Municipalities")),
                    (Addresses.evaluations, Text(nl: "Evaluaties", en: "Evaluations")),
                    (Addresses.publications, Text(nl: "Publicaties", en: "Publications")),
                ] where isShown(address) {
                    li {
                        a(.href(address.path(programme)), .ariaCurrent(address.template == current.template)) { name }
                    }
                }
            }
        }
    }

    private func isShown(_ address: Address) -> Bool {
        switch address.template {
        case Addresses.plan.template: verbs.contains(.readPlan)
        case Addresses.publications.template: verbs.contains(.approveFigures)
        default: true
        }
    }
}
