import Kernel
import Programmes
import Referrals

extension LeftOut.Why {
    /// Why, in one sentence.
    func explanation(in programme: Programme) -> Text {
        switch self {
        case .expired(let day):
            Text(
                nl: "Verlopen op \(Formats.long(day, .dutch)). Niemand heeft het daarna nagekeken.",
                en: "Expired on \(Formats.long(day, .english)). Nobody has checked it since."
            )
        case .area(let areas):
            Text(nl: "Alleen voor bedrijven in ", en: "Only for companies in ") + names(areas, programme)
                + Text(same: ".")
        case .areaUnknown(let areas):
            Text(
                nl: "De gemeente van dit bedrijf is niet bekend. Dit is alleen voor ",
                en: "The municipality of this company is not known. This is only for "
            ) + names(areas, programme) + Text(same: ".")
        case .sector(let sectors):
            Text(nl: "Alleen voor de sector ", en: "Only for the sector ") + names(sectors, programme)
                + Text(same: ".")
        case .sectorUnknown(let sectors):
            Text(
                nl: "De sector van dit bedrijf is niet bekend. Dit is alleen voor ",
                en: "The sector of this company is not known. This is only for "
            ) + names(sectors, programme) + Text(same: ".")
        case .excluded(let text): text
        case .size(let sizes):
            Text(
                nl: "Past bij bedrijven met een ander aantal medewerkers: \(listed(sizes.map(\.rawValue), "of")).",
                en: "Fits companies with another number of employees: \(listed(sizes.map(\.rawValue), "or"))."
            )
        case .member(let isMember):
            isMember
                ? Text(nl: "Alleen voor leden van de brancheorganisatie.", en: "Only for members of the association.")
                : Text(nl: "Alleen voor bedrijven die geen lid zijn.", en: "Only for companies that are no member.")
        case .full(let capacity):
            Text(
                nl: "Vol: alle \(capacity) plaatsen zijn bezet.",
                en: "Full: all \(capacity) places are taken."
            )
        case .nothingMatches:
            Text(
                nl: "Niets van wat is aangekruist wijst hierheen.",
                en: "Nothing that was ticked points here."
            )
        }
    }

    private func names(_ areas: [AreaCode], _ programme: Programme) -> Text {
        let names = areas.map { programme.area($0)?.name ?? $0.description }
        return Text(nl: listed(names, "of"), en: listed(names, "or"))
    }

    private func names(_ sectors: [Sector.ID], _ programme: Programme) -> Text {
        let names = sectors.map { programme.sector($0)?.name ?? Text(same: $0.description) }
        return Text(nl: listed(names.map(\.nl), "of"), en: listed(names.map(\.en), "or"))
    }

    /// `a, b of c`; of more than four only the first.
    private func listed(_ names: [String], _ or: String) -> String {
        guard names.count > 1 else { return names.first ?? "" }
        if names.count > 4 { return names.prefix(3).joined(separator: ", ") + " …" }
        return names.dropLast().joined(separator: ", ") + " \(or) " + names[names.count - 1]
    }
}
