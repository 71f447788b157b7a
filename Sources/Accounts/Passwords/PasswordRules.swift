import Foundation
import Kernel

/// What a password must be (*wachtwoordregels*): long and not easily guessed. No demands on which characters it has.
package enum PasswordRules {
    package static let length = 12...128

    /// The same characters, however the keyboard composes them.
    static func normalized(_ password: String) -> String { password.precomposedStringWithCanonicalMapping }

    /// The `names` belong to the person and the programme, and are tried first by who knows them.
    static func issues(of password: String, names: [String]) -> [InvalidPassword.Issue] {
        let password = normalized(password)
        if password.count < length.lowerBound { return [.tooShort] }
        if password.count > length.upperBound { return [.tooLong] }
        let folded = password.folded
        let words = names.flatMap { $0.folded.split { !$0.isLetter && !$0.isNumber } }.filter { $0.count >= 4 }
        // `jansenjansen12`: what is left without the name is no password.
        let hasNameInIt = words.contains { folded.replacing($0, with: "").count < 8 && folded.contains($0) }
        if hasNameInIt { return [.containsName] }
        return isCommon(folded) ? [.tooCommon] : []
    }

    private static func isCommon(_ folded: String) -> Bool {
        if Set(folded).count < 5 { return true }
        if common.contains(folded) { return true }
        if isRow(folded) { return true }
        // Take away what people add to a common word: digits and signs around it, or another such word. First with
        // `0` as a digit, then as the letter that it looks like.
        return isLittle(besideCommonWordsIn: folded)
            || isLittle(besideCommonWordsIn: String(folded.map { lookalikes[$0] ?? $0 }))
    }

    private static func isLittle(besideCommonWordsIn text: String) -> Bool {
        let letters = text.filter(\.isLetter)
        let rest = commonWords.reduce(letters) { $0.replacing($1, with: "") }
        return rest != letters && rest.count < 4 && text.count - letters.count < 8
    }

    /// `abcdefghijkl`, `098765432109`.
    private static func isRow(_ text: String) -> Bool {
        let values = text.unicodeScalars.map { Int($0.value) }
        let steps = zip(values, values.dropFirst()).map { $1 - $0 }
        return steps.filter { abs($0) == 1 }.count >= steps.count - 1
    }

    private static let lookalikes: [Character: Character] = [
        "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "@": "a", "$": "s",
    ]

    private static let commonWords = [
        "wachtwoord", "password", "passwort", "welkom", "welcome", "karavaan", "circulair", "qwertyuiop", "qwerty",
        "azerty", "asdfghjkl", "zxcvbnm", "administrator", "administratie", "admin", "beheerder", "geheim", "secret",
        "letmein", "login", "aanmelden", "gemeente", "provincie", "zuidholland", "nederland", "rotterdam", "feyenoord",
        "ajax", "voetbal", "football", "iloveyou", "ikhouvanjou", "sunshine", "princess", "dragon", "monkey", "master",
        "zomer", "herfst", "winter", "lente", "januari", "februari", "maart", "april", "augustus", "september",
        "oktober", "november", "december", "maandag", "vrijdag", "test", "demo", "user", "metaal",
    ].sorted { $0.count > $1.count }

    private static let common: Set<String> = [
        "1q2w3e4r5t6y", "1qaz2wsx3edc", "qazwsxedcrfv", "1qazxsw23edc", "zaq12wsxcde3", "q1w2e3r4t5y6", "123qweasdzxc",
        "qwerty123456", "123456qwerty", "abc123abc123", "trustno1trustno1", "correcthorsebatterystaple",
        "thisisapassword", "mijnwachtwoord", "ditismijnwachtwoord", "changemeplease", "verandermij123",
    ]
}
