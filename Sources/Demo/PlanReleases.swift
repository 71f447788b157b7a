import Kernel
import Programmes

extension PlanStory {
    /// What everybody may read, some days after something was told about it.
    static let released: [(day: String, line: ActionLine.ID, words: String)] = [
        ("2025-01-20", "2.1", "Dit jaar komt er een campagne over kleding laten maken in plaats van weggooien."),
        ("2025-11-27", "1.2", "Ondernemers met vragen over circulair werken kunnen nu op één plek terecht."),
        ("2026-01-29", "3.1", "Vijf grote kopers gaan bouwen met materiaal van planten, ook uit onze eigen streek."),
        ("2026-02-17", "3.2", "In vier gemeenten kunt u spullen inleveren die een tweede leven krijgen."),
        ("2026-02-25", "4.3", "Twee bedrijven mogen nu gebruiken wat eerder als afval moest worden weggegooid."),
    ]
}
