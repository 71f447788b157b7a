import Kernel

/// Who may use which address. Every address of the site is here: a test walks the router and compares.
let accessRules: [String: Access] = [
    // Anybody.
    "GET /": .anyone,
    "GET /.well-known/security.txt": .anyone,
    "GET /aanmelden": .anyone,
    "POST /aanmelden": .anyone,
    "POST /afmelden": .anyone,
    "GET /assets/{digest}/{name}": .anyone,
    "GET /gereed": .anyone,
    "GET /gezond": .anyone,
    "GET /metrics": .anyone,
    "GET /privacy": .anyone,
    "GET /robots.txt": .anyone,
    "GET /onderweg": .anyone,
    "GET /onderweg/karavaan.webmanifest": .anyone,
    "GET /onderweg/werker.js": .anyone,
    "GET /onderweg/{language}": .anyone,
    "POST /taal": .anyone,
    "GET /toegankelijkheid": .anyone,

    // Whoever has the link.
    "GET /wachtwoord/{token}": .bearer,
    "POST /wachtwoord/{token}": .bearer,

    // One's own account.
    "GET /account": .oneself,
    "GET /onderweg/sessie": .oneself,
    "POST /account/sessies": .oneself,
    "POST /account/sessies/{session}": .oneself,
    "POST /account/wachtwoord": .oneself,
    "GET /werk": .oneself,

    // Companies.
    "GET /werk/{programme}/bedrijven": .may(.readCompanies),
    "GET /werk/{programme}/bedrijven/export": .may(.exportCompanies),
    "GET /werk/{programme}/bedrijven/inlezen": .may(.importCompanies),
    "POST /werk/{programme}/bedrijven/inlezen": .may(.importCompanies),
    "GET /werk/{programme}/bedrijven/inlezen/{import}": .may(.importCompanies),
    "POST /werk/{programme}/bedrijven/inlezen/{import}/bevestigen": .may(.importCompanies),
    "GET /werk/{programme}/bedrijven/inlezen/{import}/foute-regels": .may(.importCompanies),
    "GET /werk/{programme}/bedrijven/inlezen/{import}/kolommen": .may(.importCompanies),
    "POST /werk/{programme}/bedrijven/inlezen/{import}/kolommen": .may(.importCompanies),
    "POST /werk/{programme}/bedrijven/inlezen/{import}/stoppen": .may(.importCompanies),
    "POST /werk/{programme}/bedrijven/inlezen/{import}/verder": .may(.importCompanies),
    "GET /werk/{programme}/bedrijven/{company}": .may(.readCompanies),
    "GET /werk/{programme}/bedrijven/nieuw": .may(.editCompanies),
    "POST /werk/{programme}/bedrijven/nieuw": .may(.editCompanies),
    "GET /werk/{programme}/bedrijven/{company}/contactpersonen/nieuw": .may(.editCompanies),
    "POST /werk/{programme}/bedrijven/{company}/contactpersonen/nieuw": .may(.editCompanies),
    "POST /werk/{programme}/bedrijven/{company}/contactpersonen/wissen": .may(.editCompanies),
    "GET /werk/{programme}/bedrijven/{company}/contactpersonen/{contact}": .may(.editCompanies),
    "POST /werk/{programme}/bedrijven/{company}/contactpersonen/{contact}": .may(.editCompanies),
    "POST /werk/{programme}/bedrijven/{company}/contactpersonen/{contact}/verwijderen": .may(.editCompanies),
    "GET /werk/{programme}/bedrijven/{company}/wijzigen": .may(.editCompanies),
    "POST /werk/{programme}/bedrijven/{company}/wijzigen": .may(.editCompanies),

    // Conversations.
    "GET /werk/{programme}/gesprekken": .may(.readConversations),
    "GET /werk/{programme}/gesprekken/{conversation}": .may(.readConversations),
    "GET /werk/{programme}/gesprekken/{conversation}/papier.pdf": .may(.readConversations),
    "GET /werk/{programme}/gesprekken/{conversation}/plaat": .may(.readConversations),
    "GET /werk/{programme}/gesprekken/{conversation}/plaat/beeld.svg": .may(.readConversations),
    "GET /werk/{programme}/gesprekken/{conversation}/uitslag": .may(.readConversations),
    "GET /werk/{programme}/gesprekken/{conversation}/verloop": .may(.readConversations),
    "GET /werk/{programme}/gesprekken/nieuw": .may(.holdConversations),
    "POST /werk/{programme}/gesprekken/nieuw": .may(.holdConversations),
    "GET /werk/{programme}/gesprekken/{conversation}/afspraak": .may(.holdConversations),
    "POST /werk/{programme}/gesprekken/{conversation}/afspraak": .may(.holdConversations),
    "POST /werk/{programme}/gesprekken/{conversation}/behoeften": .may(.holdConversations),
    "GET /werk/{programme}/gesprekken/{conversation}/overtypen": .may(.holdConversations),
    "POST /werk/{programme}/gesprekken/{conversation}/overtypen": .may(.holdConversations),
    "POST /werk/{programme}/gesprekken/{conversation}/plaat": .may(.holdConversations),
    "POST /werk/{programme}/gesprekken/{conversation}/stand": .may(.holdConversations),
    "POST /werk/{programme}/gesprekken/{conversation}/vinkjes": .may(.holdConversations),
    "POST /werk/{programme}/gesprekken/{conversation}/voorbeelden/{example}": .may(.holdConversations),
    "POST /werk/{programme}/gesprekken/{conversation}/voorbeelden/{example}/intrekken": .may(.holdConversations),
    "POST /werk/{programme}/gesprekken/{conversation}/voorbeelden/{example}/weg": .may(.holdConversations),

    // Conversations without a network.
    "GET /werk/{programme}/meenemen/pakket": .may(.holdConversations),
    "POST /werk/{programme}/meenemen/verzenden": .may(.holdConversations),

    // Referrals, follow-ups and the overview.
    // A coach is led on to the referrals.
    "GET /werk/{programme}": .may(.readOverview, .answerReferrals),
    "GET /werk/{programme}/gesprekken/{conversation}/koppelingen": .may(.readReferrals),
    "POST /werk/{programme}/gesprekken/{conversation}/koppelingen/ander": .may(.decideReferrals),
    "POST /werk/{programme}/gesprekken/{conversation}/koppelingen/advies": .may(.decideReferrals),
    "POST /werk/{programme}/gesprekken/{conversation}/koppelingen/{initiative}/kiezen": .may(.decideReferrals),
    "POST /werk/{programme}/gesprekken/{conversation}/koppelingen/{initiative}/niet-kiezen": .may(.decideReferrals),
    "GET /werk/{programme}/koppelingen": .may(.readReferrals, .answerReferrals),
    "GET /werk/{programme}/koppelingen/{referral}": .may(.readReferrals, .answerReferrals),
    "POST /werk/{programme}/koppelingen/{referral}": .may(.decideReferrals, .answerReferrals),
    "POST /werk/{programme}/koppelingen/{referral}/afspraak": .may(.decideReferrals),
    "GET /werk/{programme}/koppelingen/{referral}/overdragen": .may(.readReferrals),
    "POST /werk/{programme}/koppelingen/{referral}/overdragen": .may(.decideReferrals),
    "GET /werk/{programme}/terugkoppeling": .may(.followUp),
    "GET /werk/{programme}/terugkoppeling/{conversation}": .may(.followUp),
    "POST /werk/{programme}/terugkoppeling/{conversation}": .may(.followUp),
    "POST /werk/{programme}/terugkoppeling/{conversation}/afspraak": .may(.followUp),

    // A company's own sheet, here and with its personal link.
    "GET /werk/{programme}/gesprekken/{conversation}/praatplaat": .may(.readConversations),
    "GET /werk/{programme}/gesprekken/{conversation}/praatplaat/{file}": .may(.readConversations),
    "POST /werk/{programme}/gesprekken/{conversation}/praatplaat/links": .may(.shareSheets),
    "POST /werk/{programme}/gesprekken/{conversation}/praatplaat/links/{link}/intrekken": .may(.shareSheets),
    "GET /praatplaat/{token}": .bearer,
    "GET /praatplaat/{token}/{file}": .bearer,

    // The programme itself.
    "GET /werk/{programme}/programma": .may(.readProgramme),
    "GET /werk/{programme}/praatplaat/leeg.pdf": .may(.readProgramme),
    "GET /werk/{programme}/programma/initiatieven/{initiative}": .may(.readProgramme),

    // People and what they did.
    "GET /werk/{programme}/logboek": .may(.readAudit),
    "GET /werk/{programme}/mensen": .may(.manageAccounts),
    "POST /werk/{programme}/mensen": .may(.manageAccounts),
    "GET /werk/{programme}/mensen/{account}": .may(.manageAccounts),
    "POST /werk/{programme}/mensen/{account}/inschakelen": .may(.manageAccounts),
    "POST /werk/{programme}/mensen/{account}/link": .may(.manageAccounts),
    "POST /werk/{programme}/mensen/{account}/rollen": .may(.manageAccounts),
    "POST /werk/{programme}/mensen/{account}/rollen/intrekken": .may(.manageAccounts),
    "POST /werk/{programme}/mensen/{account}/uitschakelen": .may(.manageAccounts),
]
