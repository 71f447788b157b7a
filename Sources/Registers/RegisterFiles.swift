import Audit
import Foundation
package import Kernel
package import Programmes
import Storage

/// The files of items. Only the one that belongs to an item now is kept; of earlier ones the history has the name.
extension Registers {
    /// Puts a file at a field of an item, instead of the one that is there. The name has the ending that says what it is.
    /// The same once more, after a second click or an answer that was lost, changes nothing.
    ///
    /// - Throws: ``RegisterProblem``, `FileProblem`.
    package func attach(
        _ bytes: [UInt8],
        name: String,
        at code: Register.Field.ID,
        of item: RegisterItem.ID,
        in register: Register.ID,
        of programme: Programme,
        by principal: Principal
    ) async throws {
        let register = try own(register, in: programme, as: principal)
        let (file, content) = try KeptFile.read(bytes, name: name, as: world.id())
        guard let field = register.field(code), field.kind == .file else { throw RegisterProblem.fileNotFound }
        let now = world.now()
        try await change(item, of: register, in: programme, as: principal, "register.file-added") { item, db in
            let files = db.registerFiles(register.code, in: programme.id)
            if let present = item.file(at: field), present.isLike(file), try files.content(present.id) == content {
                return
            }
            try files.remove(of: item.id, at: code)
            try files.put(file, content, of: item.id, at: code, on: now)
            item.values[code.description] = file.stored
        }
    }

    /// Erases a file. It happens once.
    ///
    /// - Throws: ``RegisterProblem``.
    package func detach(
        _ id: KeptFile.ID,
        of item: RegisterItem.ID,
        in code: Register.ID,
        of programme: Programme,
        by principal: Principal
    ) async throws {
        let register = try own(code, in: programme, as: principal)
        try await change(item, of: register, in: programme, as: principal, "register.file-removed") { item, db in
            guard let field = register.fields.first(where: { item.file(at: $0)?.id == id }) else { return }
            try db.registerFiles(register.code, in: programme.id).remove(of: item.id, at: field.code)
            item.values[field.code.description] = nil
        }
    }

    /// - Throws: ``RegisterProblem``.
    package func file(
        _ id: KeptFile.ID,
        of item: RegisterItem.ID,
        in code: Register.ID,
        of programme: Programme,
        as principal: Principal
    ) async throws -> (file: KeptFile, bytes: [UInt8]) {
        let record = try await open(item, of: code, in: programme, as: principal)
        return try await content(id, of: record.item, record.register, programme) { _ in true }
    }

    /// A file that everybody may see: at a public field of an item in a public state.
    ///
    /// - Throws: ``RegisterProblem``.
    package func publicFile(
        _ id: KeptFile.ID,
        of item: RegisterItem.ID,
        in code: Register.ID,
        of programme: Programme
    ) async throws -> (file: KeptFile, bytes: [UInt8]) {
        let register = try register(code, in: programme)
        let found = try await database.read { db in try db.registerItems(code, in: programme.id).find(item) }
        guard let found, !found.isProposed, register.publicStates.contains(where: { $0.code == found.state }) else {
            throw RegisterProblem.itemNotFound
        }
        guard try await withdrawn(among: [found], in: programme).isEmpty else { throw RegisterProblem.itemNotFound }
        return try await content(id, of: found, register, programme, at: \.isPublic)
    }

    private func content(
        _ id: KeptFile.ID,
        of item: RegisterItem,
        _ register: Register,
        _ programme: Programme,
        at isShown: (Register.Field) -> Bool
    ) async throws -> (file: KeptFile, bytes: [UInt8]) {
        let files = register.fields.filter(isShown).compactMap(item.file)
        guard let file = files.first(where: { $0.id == id }) else { throw RegisterProblem.fileNotFound }
        let bytes = try await database.read { db in
            try db.registerFiles(register.code, in: programme.id).content(id)
        }
        return (file, bytes)
    }
}
