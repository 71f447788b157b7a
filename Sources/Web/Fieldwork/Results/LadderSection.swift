import Fieldwork
import Kernel
import Markup
import Programmes

/// In which form the ladder is shown: ten steps of PBL or six of RVO.
enum LadderForm: String, CaseIterable {
    case pbl, rvo

    var name: Text {
        switch self {
        case .pbl: Text(nl: "Tien treden (PBL)", en: "Ten steps (PBL)")
        case .rvo: Text(nl: "Zes treden (RVO)", en: "Six steps (RVO)")
        }
    }
}

/// Where on the ladder the company is, the best step at the top.
struct LadderSection: Component {
    let programme: Programme
    let conversation: Conversation.ID
    let result: SheetResult
    let form: LadderForm

    var body: HTML {
        Markup.section(.class("stack"), .id("ladder")) {
            h2 { Text(nl: "Op de ladder", en: "On the ladder") }
            p {
                Text(
                    nl: "Hoe hoger op de ladder, hoe meer materiaal u spaart.",
                    en: "The higher on the ladder, the more material you save."
                )
            }
            nav(.class("tabs no-print"), .ariaLabel(Text(nl: "Vorm van de ladder", en: "Form of the ladder"))) {
                ul {
                    for item in LadderForm.allCases {
                        li { a(.href(path(item)), .ariaCurrent(item == form)) { item.name } }
                    }
                }
            }
            div(.class("table-scroll")) {
                table(.class("result-table ladder")) {
                    caption(.class("visually-hidden")) { Text(nl: "Op de ladder", en: "On the ladder") }
                    CountHead(first: Text(nl: "Trede", en: "Step"))
                    tbody {
                        switch form {
                        case .pbl: for line in result.steps { row(line.step.rawValue, words([line.step]), line.count) }
                        case .rvo: for line in result.levels { row("R\(line.level)", words(line.steps), line.count) }
                        }
                    }
                    tfoot {
                        tr {
                            th(.scope("row")) { Text(nl: "Samen", en: "Together") }
                            td(.class("chart")) {}
                            CountCells(count: result.material)
                        }
                    }
                }
            }
        }
    }

    private func path(_ form: LadderForm) -> String {
        Addresses.result.path(programme.id, conversation) + "?ladder=\(form.rawValue)#ladder"
    }

    private func row(_ name: String, _ words: Text, _ count: SheetResult.Count) -> HTML {
        tr(.class(count.applicable == 0 ? "void" : "rung")) {
            th(.scope("row")) {
                span(.class("rung-name")) { words }
                " "
                small(.class("muted")) { name }
            }
            td(.class("chart")) { RungBar(count: count) }
            CountCells(count: count)
        }
    }

    private func words(_ steps: [LadderStep]) -> Text {
        let known = steps.compactMap { programme.rung($0)?.word }
        guard !known.isEmpty else { return Text(same: steps.map(\.rawValue).joined(separator: ", ")) }
        return Text(nl: known.map(\.nl).joined(separator: ", "), en: known.map(\.en).joined(separator: ", "))
    }
}
