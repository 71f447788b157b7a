extension Addresses {
    static let worksheet = Address("/werk/{programme}/gesprekken/{conversation}/koppelingen")
    static let chooseOther = Address("/werk/{programme}/gesprekken/{conversation}/koppelingen/ander")
    static let advice = Address("/werk/{programme}/gesprekken/{conversation}/koppelingen/advies")
    static let choose = Address("/werk/{programme}/gesprekken/{conversation}/koppelingen/{initiative}/kiezen")
    static let reject = Address("/werk/{programme}/gesprekken/{conversation}/koppelingen/{initiative}/niet-kiezen")

    static let referrals = Address("/werk/{programme}/koppelingen")
    static let referral = Address("/werk/{programme}/koppelingen/{referral}")
    static let amendReferral = Address("/werk/{programme}/koppelingen/{referral}/afspraak")
    static let handOver = Address("/werk/{programme}/koppelingen/{referral}/overdragen")

    static let followUps = Address("/werk/{programme}/terugkoppeling")
    static let followUp = Address("/werk/{programme}/terugkoppeling/{conversation}")
    static let followUpPlan = Address("/werk/{programme}/terugkoppeling/{conversation}/afspraak")

    static let ownSheet = Address("/werk/{programme}/gesprekken/{conversation}/praatplaat")
    static let ownSheetLinks = Address("/werk/{programme}/gesprekken/{conversation}/praatplaat/links")
    static let revokeSheetLink = Address(
        "/werk/{programme}/gesprekken/{conversation}/praatplaat/links/{link}/intrekken"
    )
    static let ownSheetPDF = Address("/werk/{programme}/gesprekken/{conversation}/praatplaat/{file}")
    static let sharedSheet = Address("/praatplaat/{token}")
    static let sharedSheetPDF = Address("/praatplaat/{token}/{file}")

    static let overview = Address("/werk/{programme}")
}
