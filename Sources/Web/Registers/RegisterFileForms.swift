import Foundation
import Kernel
import Markup
import Programmes
import Registers

/// A photo that everybody may see, with what it is of, and the way to the rest of its register.
struct RegisterFigure: Component {
    let programme: Programme
    let photo: PublicPhoto

    var body: HTML {
        figure {
            FilePhoto(
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
            KeptFileField(name: field.code.input, caption: field.name, hint: field.hint, issues: issues)
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
