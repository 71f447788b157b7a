import Foundation
import Kernel
import Markup
import Programmes
import Registers

/// A file by its name, with how large it is; a photo as a photo, without a name that a telephone gave it.
struct RegisterFileLink: Component {
    let file: RegisterFile
    /// What it belongs to.
    let title: String
    /// `nil` where it is only named.
    let path: String?

    var body: HTML {
        if let path {
            if file.kind.isImage {
                a(.href(path), .class("register-photo")) { RegisterPhoto(path: path, title: title) }
            } else {
                a(.href(path), .attribute("download", if: true)) { file.name }
                " "
                span(.class("muted small")) {
                    "("
                    HTML.number((file.size + 999) / 1000)
                    " kB)"
                }
            }
        } else {
            file.name
        }
    }
}

private struct RegisterPhoto: Component {
    let path: String
    /// What it is of.
    let title: String

    var body: HTML {
        img(.src(path), .alt(Text(nl: "Foto van \(title)", en: "Photo of \(title)")), .attribute("loading", "lazy"))
    }
}

/// A photo that everybody may see, with what it is of, and the way to the rest of its register.
struct RegisterFigure: Component {
    let programme: Programme
    let photo: PublicPhoto

    var body: HTML {
        figure {
            RegisterPhoto(
                path: Addresses.publicRegisterFile
                    .path(programme.id, photo.register.code, photo.item.id, photo.file.id),
                title: photo.item.title
            )
            figcaption {
                strong { photo.item.title }
                ", "
                a(.href(Addresses.publicRegister.path(programme.id, photo.register.code))) { photo.register.name }
            }
        }
    }
}

/// To add, replace and erase the files of an item.
struct RegisterFileForms: Component {
    let programme: Programme
    let record: RegisterRecord
    let issues: [RegisterIssue]

    private var fields: [Register.Field] { record.register.fields.filter { $0.kind == .file } }

    var body: HTML {
        if !fields.isEmpty {
            Markup.section(.class("no-print")) {
                h2 { Text(nl: "Bestanden", en: "Files") }
                for field in fields { form(field) }
            }
        }
    }

    @HTMLBuilder private func form(_ field: Register.Field) -> HTML {
        let (register, item) = (record.register.code, record.item.id)
        PostForm(
            action: Addresses.registerFiles.path(programme.id, register, item),
            .multipart,
            .class("file-form")
        ) {
            input(.type("hidden"), .name("veld"), .value(field.code.description))
            FileField(
                name: field.code.input,
                caption: field.name,
                hint: field.hint
                    ?? Text(
                        nl: "Een foto, PDF, Word, Excel of tekst, hooguit 10 MB.",
                        en: "A photo, PDF, Word, Excel or text, 10 MB at most."
                    ),
                accept: (RegisterFile.Kind.allCases.map { ".\($0)" } + [".jpg"]).joined(separator: ","),
                shrinksPhotos: true,
                issues: issues
            )
            button(.class("button secondary")) {
                record.item.value(field) == nil
                    ? Text(nl: "Toevoegen", en: "Add") : Text(nl: "Vervangen", en: "Replace")
                span(.class("visually-hidden")) { Text(same: ": ") + field.name }
            }
        }
        if let file = record.item.file(at: field) {
            PostForm(action: Addresses.removeRegisterFile.path(programme.id, register, item, file.id)) {
                button(.class("button danger")) {
                    Text(nl: "Wis het bestand", en: "Erase the file")
                    span(.class("visually-hidden")) { Text(same: ": \(file.name)") }
                }
            }
        }
    }
}
