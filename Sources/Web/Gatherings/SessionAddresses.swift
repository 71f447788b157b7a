extension Addresses {
    static let sessions = Address("/werk/{programme}/kennissessies")
    static let newSession = Address("/werk/{programme}/kennissessies/nieuw")
    static let session = Address("/werk/{programme}/kennissessies/{session}")
    static let changeSession = Address("/werk/{programme}/kennissessies/{session}/wijzigen")
    static let openSession = Address("/werk/{programme}/kennissessies/{session}/openen")
    static let cancelSession = Address("/werk/{programme}/kennissessies/{session}/afzeggen")
    static let inviteToSession = Address("/werk/{programme}/kennissessies/{session}/uitnodigen")
    static let attendance = Address("/werk/{programme}/kennissessies/{session}/aanwezig")
    static let attendanceList = Address("/werk/{programme}/kennissessies/{session}/presentielijst")
    static let atDoor = Address("/werk/{programme}/kennissessies/{session}/aan-de-deur")
    static let concludeSession = Address("/werk/{programme}/kennissessies/{session}/afronden")
    static let askFeedback = Address("/werk/{programme}/kennissessies/{session}/reacties-vragen")
    static let eraseParticipant = Address("/werk/{programme}/kennissessies/{session}/deelnemers/{participant}/wissen")

    static let publicSessions = Address("/kennissessies")
    static let publicCalendar = Address("/kennissessies/kalender.ics")
    static let publicSession = Address("/kennissessies/{session}")

    static let signUp = Address("/aanmelding/{token}")
    static let signUpCalendar = Address("/aanmelding/{token}/kennissessie.ics")
    static let giveFeedback = Address("/aanmelding/{token}/reactie")
    static let eraseSignUp = Address("/aanmelding/{token}/wissen")
}
