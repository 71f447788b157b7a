import Fieldwork
import Kernel
import Markup

/// The photos of a good example, and a form to add one.
struct PhotoList: Component {
    let programme: ProgrammeID
    let conversation: Conversation.ID
    let example: GoodExample
    let photos: [ExamplePhoto]
    let mayAdd: Bool
    /// For the next photo of this example, so that sending the form twice adds one.
    let next: ExamplePhoto.ID?

    var body: HTML {
        if !photos.isEmpty {
            ul(.class("photos")) {
                for (index, photo) in photos.enumerated() { item(photo, number: index + 1) }
            }
        }
        if mayAdd, photos.count < ExamplePhoto.countLimit { form }
    }

    private func item(_ photo: ExamplePhoto, number: Int) -> HTML {
        li {
            let address = Addresses.examplePhoto.path(programme, conversation, photo.id)
            a(.href(address)) { PhotoImage(photo: photo, address: address, number: number, title: example.title) }
            if mayAdd {
                PostForm(action: Addresses.removePhoto.path(programme, conversation, photo.id)) {
                    button(.class("button secondary small")) {
                        Text(nl: "Wis foto \(number)", en: "Erase photo \(number)")
                        span(.class("visually-hidden")) {
                            Text(nl: " van \(example.title)", en: " of \(example.title)")
                        }
                    }
                }
            }
        }
    }

    private var form: HTML {
        PostForm(
            action: Addresses.examplePhotos.path(programme, conversation, example.id),
            .multipart,
            .class("photo-form")
        ) {
            input(.type("hidden"), .name("id"), .value(next?.description ?? ""))
            PhotoField(id: "foto-\(example.id)", about: example.title)
            button(.class("button secondary small")) { Text(nl: "Voeg de foto toe", en: "Add the photo") }
        }.body
    }
}

/// A photo, in a `ul.photos`.
struct PhotoImage: Component {
    let photo: ExamplePhoto
    let address: String
    /// Of those of its example, from 1.
    let number: Int
    /// Of its example.
    let title: String

    var body: HTML {
        img(
            .src(address),
            .attribute("loading", "lazy"),
            .attribute("width", "\(photo.width)"),
            .attribute("height", "\(photo.height)"),
            .alt(Text(nl: "Foto \(number) van het voorbeeld \(title)", en: "Photo \(number) of the example \(title)"))
        )
    }
}

/// Where a photo is taken or chosen; `Assets/photos.js` makes it smaller before it is sent.
struct PhotoField: Component {
    var id = "foto"
    var about: String?

    var body: HTML {
        div(.class("field")) {
            label(.for(id)) {
                Text(nl: "Foto", en: "Photo")
                if let about { span(.class("visually-hidden")) { Text(nl: " bij \(about)", en: " for \(about)") } }
                small { Text(nl: " (niet verplicht)", en: " (optional)") }
            }
            p(.class("hint"), .id("\(id)-hint")) {
                Text(
                    nl: "Van het werk, niet van mensen. Plaats en tijd worden gewist.",
                    en: "Of the work, not of people. Place and time are erased."
                )
            }
            input(
                .type("file"),
                .id(id),
                .name("foto"),
                .attribute("accept", "image/jpeg,image/png,image/*"),
                .attribute("data-photo"),
                .ariaDescribedBy("\(id)-hint")
            )
        }
    }
}
