import Foundation
import Kernel

extension PackReading {
    /// The programme's own picture; `nil` when the pack brings none.
    func picture(themes: [Theme]) -> ProgrammePicture? {
        guard let map = root("picture.yaml", .pictureFile) else { return nil }
        let description = map["description"]?.text(limit: 500)
        let placed = map.list("zones", zone)
        guard let file = map["file"], let name = file.string(limit: 80) else { return nil }
        guard !name.contains("/"), !name.hasPrefix(".") else {
            file.fail(.outsideFolder)
            return nil
        }
        do {
            let bytes = try folder.bytes(of: name, limit: ProgrammePicture.sizeLimit)
            // Read also without a description, so that what is wrong with both is said at once.
            let picture = try ProgrammePicture(
                bytes,
                description: description ?? Text(same: ""),
                placed: placed,
                themes: themes
            )
            for fault in picture.faults(for: themes) { file.fail(.picture(fault)) }
            return description == nil ? nil : picture
        } catch let problem as PackFileError {
            findings.add([problem.issue])
        } catch let invalid as InvalidPicture {
            for issue in invalid.issues {
                let place = PackPosition(file: name, line: issue.line, column: issue.column)
                findings.add(.picture(issue.fault), at: place)
            }
        } catch {
            file.fail(.unreadableFile)
        }
        return nil
    }

    private func zone(_ node: PackNode) -> ProgrammePicture.Zone? {
        guard let map = node.map(.zone) else { return nil }
        let theme = map["theme"]?.reference(to: .theme, Theme.Scope.self)
        guard let points = map["points"], let text = points.string(limit: 2000) else { return nil }
        let outline = PicturePoint.list(text)
        guard outline.count > 2 else {
            points.fail(.picture(.notPoints(text)))
            return nil
        }
        return theme.map { .init(theme: $0, outline: outline) }
    }
}
