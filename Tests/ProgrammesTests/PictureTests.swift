import Foundation
import Kernel
import TestSupport
import Testing

@testable import Programmes

@Suite struct PictureTests {
    private let themes = [
        Theme(code: "product", name: Text(nl: "Product", en: "Product"), question: Text(same: "?"), isApart: false),
        Theme(code: "gebouw", name: Text(nl: "Gebouw", en: "Building"), question: Text(same: "?"), isApart: true),
    ]

    private func read(_ svg: String) throws -> ProgrammePicture {
        try ProgrammePicture(Array(svg.utf8), description: Text(same: "x"), themes: themes)
    }

    private func faults(_ svg: String) -> [PictureFault] {
        do {
            _ = try read(svg)
            return []
        } catch let invalid as InvalidPicture {
            return invalid.issues.map(\.fault)
        } catch {
            return []
        }
    }

    private func box(_ picture: ProgrammePicture, _ theme: Theme.ID) throws -> [Double] {
        let outline = try #require(picture.zone(theme)).outline
        let (xs, ys) = (outline.map(\.x), outline.map(\.y))
        return [xs.min()!, ys.min()!, xs.max()!, ys.max()!]
    }

    @Test func `parts of a drawing that are named after themes are found, wherever they were moved to`() throws {
        let picture = try read(
            """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="10 20 200 100">
              <defs><rect id="gebouw" width="999" height="999"/></defs>
              <g id="Product" transform="translate(10 20) scale(2)">
                <rect x="5" y="5" width="10" height="20"/><circle cx="20" cy="10" r="5"/>
              </g>
              <g transform="translate(100,50)"><path data-zone="gebouw" d="m0,0h30v20l-30-0z"/></g>
            </svg>
            """
        )
        #expect(picture.kind == .svg)
        #expect([picture.width, picture.height] == [200, 100])
        #expect(try box(picture, "product") == [10, 10, 50, 50])
        #expect(try box(picture, "gebouw") == [90, 30, 120, 50])
        #expect(picture.faults(for: themes) == [])
    }

    @Test(arguments: [
        ("M10 10 90 10 90 50Z", [10.0, 10, 90, 50]), ("M10-10c0,0 5,5,10,20s-20,5-20 20", [0, -10, 20, 30]),
        ("m1e1 .5.5.5", [10, 0.5, 10.5, 1]), ("M0 0A5 5 0 0 1 10 0", [0, -5, 10, 5]),
        ("M0 0q5 10 10 0t10 0", [0, 0, 20, 10]), ("M5 5H20V9h-3", [5, 5, 20, 9]),
    ])
    func `the points of a path are those that it goes through or is pulled by`(path: String, expected: [Double]) {
        let points = SVGPath(path).points
        let (xs, ys) = (points.map(\.x), points.map(\.y))
        #expect([xs.min()!, ys.min()!, xs.max()!, ys.max()!] == expected)
    }

    @Test(arguments: [
        ("rotate(90)", [0.0, 1.0]), ("translate(3)", [4, 0]), ("scale(2,3)", [2, 0]),
        ("matrix(0 1 -1 0 5 5)", [5, 6]), ("rotate(180 1 1)", [1, 2]), ("translate(1,1) scale(2)", [3, 1]),
        ("skewY(45)", [1, 1]), ("nonsense(1)", [1, 0]), ("rotate(", [1, 0]),
    ])
    func `a shape goes where its transformation takes it`(text: String, expected: [Double]) {
        let point = SVGTransform(text)(PicturePoint(x: 1, y: 0))
        #expect(abs(point.x - expected[0]) < 1e-9 && abs(point.y - expected[1]) < 1e-9)
    }

    @Test func `a drawing that does more than be seen is refused, with every reason at its line`() {
        let found = faults(
            """
            <svg viewBox="0 0 1 1" xmlns="http://www.w3.org/2000/svg" onload="x()">
            <script>alert(1)</script>
            <image href="https://example.org/x.png"/>
            <rect fill="url(http://example.org/f)"/>
            <style>@import "x";</style>
            <use href="#here"/><image href="data:image/png;base64,AA"/>
            </svg>
            """
        )
        #expect(
            found == [
                .forbidden("onload"), .forbidden("script"), .outsideReference("https://example.org/x.png"),
                .outsideReference("http://example.org/f"), .outsideReference("@import"),
            ]
        )
    }

    @Test(arguments: [
        ("", PictureFault.notAPicture), ("<html></html>", .notAPicture), ("<svg/>", .noSize),
        ("<svg viewBox='0 0 0 0'/>", .noSize), ("<svg width='100%' height='50'/>", .noSize),
        ("<!DOCTYPE svg [<!ENTITY a 'b'>]><svg viewBox='0 0 1 1'/>", .documentType),
        ("<svg viewBox='0 0 1 1'><g></svg>", .malformed),
    ])
    func `what cannot be a picture says why`(text: String, fault: PictureFault) {
        #expect(faults(text).first == fault)
    }

    @Test func `a theme without a place is named, and so is one outside the picture`() throws {
        var picture = try read("<svg viewBox='0 0 10 10'><rect id='product' width='5' height='5'/></svg>")
        #expect(picture.faults(for: themes) == [.noZone("gebouw", Text(nl: "Gebouw", en: "Building"))])
        let far = [(20.0, 20.0), (30, 20), (30, 30)].map { PicturePoint(x: $0.0, y: $0.1) }
        picture.zones.append(.init(theme: "gebouw", outline: far))
        #expect(picture.faults(for: themes) == [.zoneOutside("gebouw", Text(nl: "Gebouw", en: "Building"))])
    }

    @Test func `every fault says what is wrong and what to do, in both languages`() {
        let faults: [PictureFault] = [
            .notAPicture, .tooLarge(limit: 1000), .noSize, .malformed, .documentType, .forbidden("script"),
            .outsideReference("http://x"), .noZone("a", Text(same: "A")), .zoneOutside("a", Text(same: "A")),
            .notPoints("1,2"),
        ]
        for fault in faults {
            for text in [fault.explanation, fault.advice] {
                #expect(text.nl.hasSuffix(".") && text.en.hasSuffix(".") && text.nl != text.en, "\(fault)")
            }
        }
    }

    // MARK: In a pack

    @Test func `a pack may bring a picture, and a photo has its places in the pack`() throws {
        let pack = try TemporaryPack()
        try pack.write("plaat.png", Data(SampleImage.png))
        try pack.write(
            "picture.yaml",
            """
            file: plaat.png
            description: {nl: Een hal, en: A hall}
            zones:
              - theme: product
                points: "0,0 2,0 2,2"
            """
        )
        #expect(pack.findings == [])
        let picture = try #require(try pack.read().get().picture)
        #expect(picture.kind == .png)
        #expect(picture.zone("product")?.outline.count == 3)
        #expect(!String(decoding: picture.content, as: UTF8.self).contains("geheim"))
    }

    @Test(arguments: [
        ("file: weg.svg", "weg.svg missingFile"), ("file: ../sheet.yaml", "picture.yaml:1:7 outsideFolder"),
        ("file: sheet.yaml", "sheet.yaml picture(Programmes.PictureFault.notAPicture)"),
        ("kleur: rood\nfile: p.svg", #"picture.yaml:1:1 unknownKey("kleur", suggestion: nil)"#),
        ("file: p.svg\nzones: [{theme: x, points: '1,1 2,2 3,3'}]", #"unknownReference("x""#),
        ("file: p.svg\nzones: [{theme: product, points: '1,1'}]", "picture(Programmes.PictureFault.notPoints"),
        ("file: p.svg", "picture.yaml:1:7 picture(Programmes.PictureFault.noZone("),
    ])
    func `what is wrong with the picture of a pack is said where it is`(yaml: String, finding: String) throws {
        let pack = try TemporaryPack()
        try pack.write("p.svg", "<svg viewBox='0 0 10 10'><rect id='hal' width='5' height='5'/></svg>")
        try pack.write("picture.yaml", yaml + "\ndescription: {nl: Een hal, en: A hall}\n")
        let findings = pack.findings
        #expect(findings.contains { $0.contains(finding) }, "\(findings)")
    }

    @Test func `what is wrong with the drawing and with its description is said at once`() throws {
        let pack = try TemporaryPack()
        try pack.write("p.svg", "<svg viewBox='0 0 9 9'><rect id='product' width='5' height='5' onclick='x()'/></svg>")
        try pack.write("picture.yaml", "file: p.svg\ndescription: {nl: Een hal}\n")
        #expect(pack.findings.count == 2)
    }

    @Test func `a fault in the drawing itself is told with its line in that file`() throws {
        let pack = try TemporaryPack()
        try pack.write("p.svg", "<svg viewBox='0 0 10 10'>\n<rect id='product' width='5' height='5'/>\n<script/></svg>")
        try pack.write("picture.yaml", "file: p.svg\ndescription: {nl: Een hal, en: A hall}\n")
        #expect(pack.findings.contains { $0.hasPrefix("p.svg:3:") && $0.contains("forbidden") })
    }
}
