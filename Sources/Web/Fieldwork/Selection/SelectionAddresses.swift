extension Addresses {
    static let selections = Address("/werk/{programme}/selectie")
    static let newSelection = Address("/werk/{programme}/selectie/nieuw")
    static let selection = Address("/werk/{programme}/selectie/{round}")
    static let selectionStop = Address("/werk/{programme}/selectie/{round}/stoppen")
    static let selectionSearch = Address("/werk/{programme}/selectie/{round}/erbij")
    static let selectionCompany = Address("/werk/{programme}/selectie/{round}/bedrijven/{company}")
    static let selectionVeto = Address("/werk/{programme}/selectie/{round}/bezwaar/{company}")
    static let selectionProposals = Address("/werk/{programme}/selectie/{round}/voordrachten")
    static let selectionProposal = Address("/werk/{programme}/selectie/{round}/voordrachten/{proposal}")
    static let coverage = Address("/werk/{programme}/dekking")
}
