extension Addresses {
    /// The empty sheet of a programme, to print.
    static let emptySheet = Address("/werk/{programme}/praatplaat/leeg.pdf")
    /// The empty sheet for one conversation, with the company on it.
    static let conversationPaper = Address("/werk/{programme}/gesprekken/{conversation}/papier.pdf")
    /// Where a sheet that was filled in on paper is typed in.
    static let quickEntry = Address("/werk/{programme}/gesprekken/{conversation}/overtypen")
}
