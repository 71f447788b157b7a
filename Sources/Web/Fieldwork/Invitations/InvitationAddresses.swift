extension Addresses {
    static let invite = Address("/werk/{programme}/selectie/{round}/bedrijven/{company}/uitnodigen")
    static let invitation = Address("/uitnodiging/{token}")
}
