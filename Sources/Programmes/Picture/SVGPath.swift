/// The points that the `d` of a path goes through or is pulled by (SVG 2, chapter 9).
struct SVGPath {
    private(set) var points: [PicturePoint] = []
    private var here = PicturePoint(x: 0, y: 0)
    private var start = PicturePoint(x: 0, y: 0)

    init(_ text: String) {
        var command: Character?
        var numbers = ""
        for character in text {
            // An `e` belongs to a number.
            if character.isLetter, character.isASCII, character != "e", character != "E" {
                if let command { run(command, svgNumbers(numbers)) }
                command = character
                numbers = ""
            } else {
                numbers.append(character)
            }
        }
        if let command { run(command, svgNumbers(numbers)) }
    }

    private mutating func run(_ command: Character, _ numbers: [Double]) {
        let isRelative = command.isLowercase
        let kind = Character(command.uppercased())
        if kind == "Z" { here = start; return }
        guard let size = ["M": 2, "L": 2, "T": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "A": 7][kind] else { return }
        for index in stride(from: 0, through: numbers.count - size, by: size) {
            step(kind, Array(numbers[index..<index + size]), isRelative)
            // What follows a move without a letter of its own is a line, but its points are the same.
            if kind == "M", index == 0 { start = here }
        }
    }

    private mutating func step(_ kind: Character, _ values: [Double], _ isRelative: Bool) {
        let base = isRelative ? here : PicturePoint(x: 0, y: 0)
        func point(_ index: Int) -> PicturePoint {
            PicturePoint(x: base.x + values[index], y: base.y + values[index + 1])
        }
        switch kind {
        case "H": add([PicturePoint(x: base.x + values[0], y: here.y)])
        case "V": add([PicturePoint(x: here.x, y: base.y + values[0])])
        case "A":
            let end = point(5)
            // Somewhere between the two, and never further from them than the radius.
            let reach = min(max(abs(values[0]), abs(values[1])), 1e6)
            let middle = PicturePoint(x: (here.x + end.x) / 2, y: (here.y + end.y) / 2)
            let around = [(-reach, -reach), (reach, -reach), (reach, reach), (-reach, reach)].map {
                PicturePoint(x: middle.x + $0.0, y: middle.y + $0.1)
            }
            add(around + [end])
        default: add(stride(from: 0, to: values.count, by: 2).map(point))
        }
    }

    private mutating func add(_ more: [PicturePoint]) {
        points += more
        if let last = more.last { here = last }
    }
}
