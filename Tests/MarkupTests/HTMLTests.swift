import Kernel
import Markup
import Testing

@Suite struct HTMLTests {
    private let dutch = Reader(language: .dutch, formToken: "a\"b")

    @Test func `text and attributes are escaped`() {
        let html = p(.class("a\"b")) { "<script>&'" }
        #expect(html.rendered(for: dutch) == #"<p class="a&quot;b">&lt;script&gt;&amp;&#39;</p>"#)
    }

    @Test func `the same page speaks the language of its reader`() {
        let html = p(.title(Text(nl: "hoi", en: "hi"))) { Text(nl: "één", en: "one <1>") }
        #expect(html.rendered(for: dutch) == #"<p title="hoi">één</p>"#)
        #expect(html.rendered(for: Reader(language: .english)) == #"<p title="hi">one &lt;1&gt;</p>"#)
    }

    @Test func `the token of the reader is filled in, escaped`() {
        let html = input(.attribute("value", escaped: .formToken))
        #expect(html.rendered(for: dutch) == #"<input value="a&quot;b">"#)
    }

    @Test func `conditions and loops leave nothing behind when they are empty`() {
        let names: [String] = []
        let html = ul { for name in names { li { name } } }
        #expect(html.rendered(for: dutch) == "<ul></ul>")
    }
}
