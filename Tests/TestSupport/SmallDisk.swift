package import Foundation

/// A disk that is soon full: a file system in memory, which takes root to mount.
package enum SmallDisk {
    package static let canBeMade: Bool = {
        let folder = FileManager.default.temporaryDirectory.appending(path: "karavaan-disk-\(UUID().uuidString)")
        guard (try? mount(folder, kilobytes: 64)) != nil else { return false }
        unmount(folder)
        return true
    }()

    package static func with<Value>(
        kilobytes: Int,
        isolation: isolated (any Actor)? = #isolation,
        _ body: (URL) async throws -> Value
    ) async throws -> Value {
        let folder = FileManager.default.temporaryDirectory.appending(path: "karavaan-disk-\(UUID().uuidString)")
        try mount(folder, kilobytes: kilobytes)
        defer { unmount(folder) }
        return try await body(folder)
    }

    private static func mount(_ folder: URL, kilobytes: Int) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        do {
            try run("mount", "-t", "tmpfs", "-o", "size=\(kilobytes)k", "tmpfs", folder.path)
        } catch {
            try? FileManager.default.removeItem(at: folder)
            throw error
        }
    }

    private static func unmount(_ folder: URL) {
        // Lazily, because a database may still have its files open.
        _ = try? run("umount", "--lazy", folder.path)
        try? FileManager.default.removeItem(at: folder)
    }
}
