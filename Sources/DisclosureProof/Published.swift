/// What a published bundle says, read anew: this module shares no code with the one that makes bundles.
public struct Published: Decodable, Sendable {
    struct Table: Decodable {
        let id: String
        let population: String?
        let time: Int?
        let dims: [String]
        let missing: String?
        let grows: Bool?
        let cells: [Cell]
    }

    struct Cell: Decodable {
        let c: [String?]
        let v: Int?
    }

    struct Attribute: Decodable {
        let margin: Int?
        let values: [String]
    }

    struct Policy: Decodable {
        let width: Int?
        let min_frequency: Int?
        let insider: Bool?
    }

    struct Unknown: Decodable {
        let population: String
        let time: Int
        let codes: [String: String]
    }

    struct Proof: Decodable {
        let unknowns: [Unknown]
        let worlds: [[Int]]
    }

    /// One tree, or several.
    struct Trees: Decodable {
        let pairs: [[[String]]]

        init(from decoder: any Decoder) throws {
            if let one = try? [[String]](from: decoder) {
                pairs = [one]
            } else {
                pairs = try [String: [[[String]]]](from: decoder)["trees"] ?? []
            }
        }
    }

    let hierarchies: [String: Trees]?
    let attributes: [String: Attribute]?
    let policy: Policy?
    let tables: [Table]
    let proof: Proof?
}
