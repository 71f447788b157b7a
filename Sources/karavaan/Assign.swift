import App
import ArgumentParser
import Assignment
import Foundation

struct Assign: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Divide scarce places over companies, so that the sum of the scores is the highest possible.",
        discussion: """
            Reads a CSV file: a header with a name for each initiative, a line "capacity" with how many places each has, \
            and then a line for each company with whole numbers, higher for what fits better, 0 for what does not fit. \
            Writes who goes where. The answer is exact.

              company,VTM,HHS
              capacity,2,1
              Vonk,5,3
              Staal,4,4
            """
    )

    @Argument(help: "The CSV file, in UTF-8.")
    var file: String

    func run() throws {
        let table = try CommandTable(file)
        guard table.headers.count > 1, let first = table.rows.first, first[0] == "capacity" else {
            throw ValidationError("\(file) needs a header, and a second line that begins with \"capacity\".")
        }
        let capacities = try first.dropFirst().map { cell in
            guard let places = Int(cell), places >= 0 else {
                throw ValidationError("\(file), line 2: \(cell) is not a number of places.")
            }
            return places
        }
        let scores = try table.rows.dropFirst().enumerated().map { line, row in
            try row.dropFirst().map { cell in
                guard let score = Int32(cell) else {
                    throw ValidationError("\(file), line \(line + 3): \(cell) is not a whole number.")
                }
                return score
            }
        }
        let began = ContinuousClock.now
        let best = Assignment.best(scores, capacities: Array(capacities))
        let elapsed = began.duration(to: .now)
        print("company,initiative,score")
        for (index, choice) in best.choices.enumerated() {
            let company = table.rows[index + 1][0]
            print(
                choice.map { CommandTable.line([company, table.headers[$0 + 1], "\(scores[index][$0])"]) }
                    ?? CommandTable.line([company, "", "0"])
            )
        }
        let scarce = best.prices.indices.filter { best.prices[$0] > 0 }
            .map { "\(table.headers[$0 + 1]) \(best.prices[$0])" }
        Progress.note("Sum \(best.score), found in \(elapsed.milliseconds) ms.")
        if !scarce.isEmpty { Progress.note("One more place would add: \(scarce.joined(separator: ", ")).") }
    }
}
