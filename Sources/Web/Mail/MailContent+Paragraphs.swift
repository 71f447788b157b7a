import Kernel
import Mail
import Markup

extension MailContent {
    /// A letter of paragraphs, in both forms; one that is the link alone becomes a button for who reads HTML.
    init(
        title: String,
        paragraphs: [String],
        link: String,
        button: Text,
        language: Language,
        calendar: String? = nil
    ) {
        let page = Markup.html(.lang(language)) {
            head {
                meta(.attribute("charset", "utf-8"))
                meta(.name("viewport"), .attribute("content", "width=device-width"))
            }
            Markup.body {
                for paragraph in paragraphs {
                    p {
                        if paragraph == link {
                            a(.href(link)) { button }
                        } else {
                            for (index, line) in paragraph.split(separator: "\n").enumerated() {
                                if index > 0 { br() }
                                String(line)
                            }
                        }
                    }
                }
            }
        }
        self.init(
            title: title,
            plain: paragraphs.joined(separator: "\n\n") + "\n",
            html: page.rendered(for: Reader(language: language)),
            calendar: calendar
        )
    }
}
