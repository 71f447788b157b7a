import Fieldwork
import Foundation
import Kernel
import Programmes

extension Addresses {
    static let companies = Address("/werk/{programme}/bedrijven")
    static let newCompany = Address("/werk/{programme}/bedrijven/nieuw")
    static let companyExport = Address("/werk/{programme}/bedrijven/export")
    static let company = Address("/werk/{programme}/bedrijven/{company}")
    static let changeCompany = Address("/werk/{programme}/bedrijven/{company}/wijzigen")
    static let newContact = Address("/werk/{programme}/bedrijven/{company}/contactpersonen/nieuw")
    static let eraseContacts = Address("/werk/{programme}/bedrijven/{company}/contactpersonen/wissen")
    static let contact = Address("/werk/{programme}/bedrijven/{company}/contactpersonen/{contact}")
    static let removeContact = Address("/werk/{programme}/bedrijven/{company}/contactpersonen/{contact}/verwijderen")
}

extension CompanyQuery {
    /// Reads what the filters put in the address. What cannot be read is left out: nobody is helped by an error there.
    init(_ fields: FormFields) {
        self.init()
        search = String(fields["zoek"].prefix(200))
        municipality = AreaCode(fields["gemeente"])
        area = AreaCode(fields["gebied"])
        isDeal = Self.yesOrNo(fields["deal"])
        sector = Sector.ID(fields["sector"])
        size = SizeClass(rawValue: fields["grootte"])
        isMember = Self.yesOrNo(fields["lid"])
        isVisited = Self.yesOrNo(fields["bezocht"])
        let order = fields["volgorde"]
        isDescending = order.hasPrefix("-")
        sort = Sort.allCases.first { $0.word == (isDescending ? String(order.dropFirst()) : order) } ?? .name
        page = max(1, Int(fields["pagina"]) ?? 1)
    }

    /// The same, to put in an address; empty when there is nothing to say.
    var address: String {
        let parts: [(String, String)] = [
            ("zoek", search), ("gemeente", municipality?.description ?? ""), ("gebied", area?.description ?? ""),
            ("deal", Self.word(isDeal)), ("sector", sector?.description ?? ""), ("grootte", size?.rawValue ?? ""),
            ("lid", Self.word(isMember)), ("bezocht", Self.word(isVisited)), ("volgorde", order),
            ("pagina", page > 1 ? "\(page)" : ""),
        ]
        let filled = parts.filter { !$0.1.isEmpty }.map { name, value in
            "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: .addressValue) ?? "")"
        }
        return filled.isEmpty ? "" : "?" + filled.joined(separator: "&")
    }

    /// How the list is ordered; empty for the usual order.
    var order: String { sort == .name && !isDescending ? "" : (isDescending ? "-" : "") + sort.word }

    func sorted(by sort: Sort) -> CompanyQuery {
        var query = self
        query.isDescending = self.sort == sort && !isDescending
        query.sort = sort
        query.page = 1
        return query
    }

    func at(page: Int) -> CompanyQuery {
        var query = self
        query.page = page
        return query
    }

    static func yesOrNo(_ word: String) -> Bool? { ["ja": true, "nee": false][word] }
    static func word(_ answer: Bool?) -> String { answer.map { $0 ? "ja" : "nee" } ?? "" }
}

extension CompanyQuery.Sort {
    var word: String {
        switch self {
        case .name: "naam"
        case .municipality: "gemeente"
        case .sector: "sector"
        case .size: "grootte"
        case .member: "lid"
        case .visited: "bezocht"
        }
    }
}

extension CharacterSet {
    fileprivate static let addressValue = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
    )
}
