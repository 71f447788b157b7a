import Foundation
import Kernel
import Programmes
import Storage

/// All SQL about the content of files. Both databases keep text and numbers, so bytes are kept in base 64.
struct RegisterFileStore {
    let db: any SQLConnection
    let programme: ProgrammeID
    let register: Register.ID

    func put(
        _ file: KeptFile,
        _ bytes: [UInt8],
        of item: RegisterItem.ID,
        at field: Register.Field.ID,
        on moment: Date
    ) throws {
        try db.run(
            """
            INSERT INTO register_file (programme, id, register, item, field, content, added_at)
            VALUES (\(programme), \(file.id), \(register), \(item), \(field), \(Data(bytes).base64EncodedString()), \(moment))
            """
        )
    }

    func remove(of item: RegisterItem.ID, at field: Register.Field.ID) throws {
        try db.run(
            "DELETE FROM register_file WHERE programme = \(programme) AND item = \(item) AND field = \(field)"
        )
    }

    /// - Throws: ``RegisterProblem/fileNotFound``.
    func content(_ id: KeptFile.ID) throws -> [UInt8] {
        let rows = try db.run(
            "SELECT content FROM register_file WHERE programme = \(programme) AND register = \(register) AND id = \(id)"
        )
        guard let row = rows.first, let bytes = Data(base64Encoded: try row.get(0, as: String.self)) else {
            throw RegisterProblem.fileNotFound
        }
        return Array(bytes)
    }
}

extension SQLConnection {
    func registerFiles(_ register: Register.ID, in programme: ProgrammeID) -> RegisterFileStore {
        RegisterFileStore(db: self, programme: programme, register: register)
    }
}
