import App
import ArgumentParser
import Foundation
import Kernel
import Mail
import Storage

struct Bounce: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Note that a letter came back.",
        discussion: """
            Reads the report of a mail server (RFC 3464) from standard input and notes it at the letter that it is \
            about. A report about something else changes nothing and is no fault, so that a mail server can hand over \
            all that comes in:

              karavaan-bounces: "|/usr/local/bin/karavaan bounce --database /var/lib/karavaan/karavaan.sqlite"
            """
    )

    @OptionGroup var data: DataOptions

    func run() async throws {
        // A report is small; what is more is the letter that came back.
        let bytes = FileHandle.standardInput.readData(ofLength: 256 * 1024)
        let database = try await data.open()
        let outbox = Outbox(database: database, world: .live)
        let found = try await outbox.bounced(String(decoding: bytes, as: UTF8.self))
        print(found.map { "Noted at letter \($0)." } ?? "About none of our letters.")
    }
}
