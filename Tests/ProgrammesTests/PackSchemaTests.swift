import Foundation
import TestSupport
import Testing

@testable import Programmes

/// The JSON Schema that editors use says the same as the reader.
@Suite struct PackSchemaTests {
    private struct Schema: Decodable {
        struct Shape: Decodable {
            var required: [String]?
            var properties: [String: Property]?
            var additionalProperties: Bool?
        }

        struct Property: Decodable {
            var description: String?
            var reference: String?

            private enum CodingKeys: String, CodingKey {
                case description
                case reference = "$ref"
            }
        }

        var title: String
        var required: [String]
        var properties: [String: Property]
        var additionalProperties: Bool
        var shapes: [String: Shape]

        private enum CodingKeys: String, CodingKey {
            case title, required, properties, additionalProperties
            case shapes = "$defs"
        }
    }

    private let schemas: [Schema]

    init() throws {
        schemas = try (PackFolder.files + PackFolder.optionalFiles).map { file in
            let name = file.replacing(".yaml", with: ".schema.json")
            let url = ShippedPack.root.appending(path: "schema").appending(path: name)
            return try JSONDecoder().decode(Schema.self, from: Data(contentsOf: url))
        }
    }

    @Test func `every key that the reader knows is in the schema, and no other`() throws {
        var described: [String: Set<String>] = [:]
        var required: [String: Set<String>] = [:]
        for schema in schemas {
            #expect(!schema.additionalProperties)
            described[schema.title] = Set(schema.properties.keys)
            required[schema.title] = Set(schema.required)
            for (name, shape) in schema.shapes {
                #expect(shape.additionalProperties == false, "\(name)")
                described[name, default: []].formUnion((shape.properties ?? [:]).keys)
                required[name, default: []].formUnion(shape.required ?? [])
            }
        }
        #expect(Set(described.keys) == Set(PackKeys.all.map(\.name)))
        for keys in PackKeys.all {
            #expect(described[keys.name] == Set(keys.required + keys.optional), "\(keys.name)")
            #expect(required[keys.name] == Set(keys.required), "\(keys.name)")
        }
    }

    @Test func `every key is explained, for whoever points at it in an editor`() {
        for schema in schemas {
            for (name, shape) in schema.shapes {
                for (key, property) in shape.properties ?? [:] {
                    #expect(property.description != nil || property.reference != nil, "\(name).\(key)")
                }
            }
        }
    }

    @Test func `every file of a shipped pack names its schema`() throws {
        let plan = ShippedPack.root.appending(path: "groene-hart")
        let files =
            PackFolder.files.map { URL(filePath: ShippedPack.metal).appending(path: $0) }
            + ["programme.yaml", "areas.yaml", "action-plan.yaml"].map { plan.appending(path: $0) }
        for url in files {
            let first = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").first
            let schema = url.lastPathComponent.replacing(".yaml", with: ".schema.json")
            #expect(first == "# yaml-language-server: $schema=../schema/\(schema)")
        }
    }
}
