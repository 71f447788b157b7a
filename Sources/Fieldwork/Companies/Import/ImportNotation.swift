import Kernel
import Programmes

/// What people and spreadsheets write in cells, and how it is meant.
///
/// To be made once for a file: a pattern that is written where it is used is parsed and compiled again at every use,
/// which took four tenths of the time of an import.
struct ImportNotation {
    private let exponent = /^[0-9][.,][0-9]+e\+?[0-9]+$/
    private let zeroDecimals = /[.,]0+$/
    private let sbi = /^(?:[Ss][Bb][Ii]\s*:?\s*)?([0-9][0-9. ]*[0-9])(?![0-9])/
    private let thousands = /([0-9])\.([0-9]{3})(?![0-9])/
    private let quantity = /[0-9]+(?:[.,][0-9]+)?/
    private let day = /[A-Za-z]{3}-[0-9]|[0-9]-[A-Za-z]{3}|[0-9]+-[0-9]+-[0-9]+/
    private let postcodeAndPlace = /^([1-9][0-9]{3})\s?([A-Za-z]{2})(?:[\s,]+(.+))?$/

    /// `1,23457E+07`: a spreadsheet took a number for a quantity, and its last digits are gone.
    func isRounded(_ text: String) -> Bool { text.folded.contains(exponent) }

    /// The digits of a number, without the `,0` that a spreadsheet put behind it.
    func digits(_ text: String) -> String {
        text.replacing(zeroDecimals, with: "").filter { $0.isASCII && $0.isNumber }
    }

    /// `25.62 Verspanen`, `2562 - Verspanende bewerkingen` and `SBI 2562`.
    func sbiCode(_ text: String) -> String {
        guard text.utf8.count <= 300, !text.isASCIIDigits else { return text }
        return text.firstMatch(of: sbi).map { String($0.1) } ?? text
    }

    /// A class, or a number of people: `2 t/m 9`, `12`, `7,5 fte`, `100 of meer`, `>100`.
    func size(_ text: String) -> SizeClass? {
        guard !text.isEmpty, text.utf8.count <= 80 else { return nil }
        if let size = SizeClass(rawValue: text) { return size }
        let plain = text.replacing(thousands) { "\($0.1)\($0.2)" }
        guard let match = plain.firstMatch(of: quantity),
            let number = Double(match.0.replacing(",", with: ".")),
            // A spreadsheet took `2-9` for a day.
            plain.firstMatch(of: day) == nil
        else { return nil }
        let isBelow = plain.folded.hasPrefix("<") || plain.folded.hasPrefix("minder dan")
        switch isBelow ? number - 1 : number.rounded(.up) {
        case ..<0: return nil
        case ...1: return .one
        case ..<10: return .from2To9
        case ..<20: return .from10To19
        case ..<50: return .from20To49
        case ..<100: return .from50To99
        default: return .from100
        }
    }

    /// `2404 AB Alphen aan den Rijn` is a postcode and a place.
    func postcode(_ text: String) -> (postcode: String, place: String) {
        guard text.utf8.count <= 200, let match = text.firstMatch(of: postcodeAndPlace) else { return (text, "") }
        return ("\(match.1) \(match.2)", match.3.map(String.init) ?? "")
    }
}
