import Audit
import Foundation
package import Kernel
package import Programmes
import Storage

/// The files of items. Only the one that belongs to an item now is kept; of earlier ones the history has the name.
extension Registers {
    /// Puts a file at a field of an item, instead of the one that is there. The name has the ending that says what it is.
    /// Whoever sends it makes its identifier, so that the same sending twice counts once.
    ///
    /// - Throws: ``RegisterProblem``.
    package func attach(
        _ bytes: [UInt8],
        name: String,
        as id: RegisterFile.ID,
        at field: Register.Field.ID,
        of item: RegisterItem.ID,
        in code: Register.ID,
        of programme: Programme,
        by principal: Principal
    ) async throws {
        let register = try own(code, in: programme, as: principal)
        let (file, content) = try RegisterFile.read(bytes, name: name, as: id)
        try await setFile(at: field, of: item, register, programme, principal, "register.file-added") { store, _ in
            if try store.has(id) { return nil }
            try store.remove(of: item, at: field)
            try store.put(file, content, of: item, at: field, on: world.now())
            return file.stored
        }
    }

    /// Erases a file. It happens once.
    ///
    /// - Throws: ``RegisterProblem``.
    package func detach(
        _ id: RegisterFile.ID,
        of item: RegisterItem.ID,
        in code: Register.ID,
        of programme: Programme,
        by principal: Principal
    ) async throws {
        let register = try own(code, in: programme, as: principal)
        for field in register.fields where field.kind == .file {
            try await setFile(at: field.code, of: item, register, programme, principal, "register.file-removed") {
                store,
                stored in
                guard stored.flatMap(RegisterFile.init(stored:))?.id == id else { return nil }
                try store.remove(of: item, at: field.code)
                return ""
            }
        }
    }

    /// Changes what an item keeps at a field; `nil` changes nothing.
    private func setFile(
        at code: Register.Field.ID,
        of id: RegisterItem.ID,
        _ register: Register,
        _ programme: Programme,
        _ principal: Principal,
        _ action: String,
        _ decide: @escaping @Sendable (RegisterFileStore, String?) throws -> String?
    ) async throws {
        guard register.field(code)?.kind == .file else { throw RegisterProblem.fileNotFound }
        let (revision, now): (RegisterRevision.ID, _) = (world.id(), world.now())
        try await database.write { db in
            let store = db.registerItems(register.code, in: programme.id)
            guard let item = try store.find(id) else { throw RegisterProblem.itemNotFound }
            let files = RegisterFileStore(db: db, programme: programme.id, register: register.code)
            guard let stored = try decide(files, item.values[code.description]) else { return }
            var entry = RegisterEntry(item)
            entry.values[code.description] = stored.nonEmpty
            try store.put([
                RegisterRow(
                    entry,
                    after: item,
                    id: id,
                    number: item.number,
                    state: item.state,
                    isProposed: item.isProposed,
                    of: register,
                    revision: revision,
                    by: principal,
                    at: now
                )
            ])
            try audit(db, action, id, register, programme, principal, now)
        }
    }

    /// - Throws: ``RegisterProblem``.
    package func file(
        _ id: RegisterFile.ID,
        of item: RegisterItem.ID,
        in code: Register.ID,
        of programme: Programme,
        as principal: Principal
    ) async throws -> (file: RegisterFile, bytes: [UInt8]) {
        let record = try await open(item, of: code, in: programme, as: principal)
        return try await content(id, of: record.item, record.register, programme) { _ in true }
    }

    /// A file that everybody may see: at a public field of an item in a public state.
    ///
    /// - Throws: ``RegisterProblem``.
    package func publicFile(
        _ id: RegisterFile.ID,
        of item: RegisterItem.ID,
        in code: Register.ID,
        of programme: Programme
    ) async throws -> (file: RegisterFile, bytes: [UInt8]) {
        let register = try register(code, in: programme)
        let found = try await database.read { db in try db.registerItems(code, in: programme.id).find(item) }
        guard let found, !found.isProposed, register.fields.first?.isPublic ?? false,
            register.state(found.state)?.isPublic ?? false
        else { throw RegisterProblem.itemNotFound }
        return try await content(id, of: found, register, programme, at: \.isPublic)
    }

    private func content(
        _ id: RegisterFile.ID,
        of item: RegisterItem,
        _ register: Register,
        _ programme: Programme,
        at isShown: (Register.Field) -> Bool
    ) async throws -> (file: RegisterFile, bytes: [UInt8]) {
        let file = register.fields.filter { $0.kind == .file && isShown($0) }
            .compactMap { item.stored($0).flatMap(RegisterFile.init(stored:)) }.first { $0.id == id }
        guard let file else { throw RegisterProblem.fileNotFound }
        let bytes = try await database.read { db in
            try RegisterFileStore(db: db, programme: programme.id, register: register.code).content(id)
        }
        return (file, bytes)
    }
}
