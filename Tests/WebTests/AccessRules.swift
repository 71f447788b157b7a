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
    "POST /taal": .anyone,
    "GET /toegankelijkheid": .anyone,

    // Whoever has the link.
    "GET /wachtwoord/{token}": .bearer,
    "POST /wachtwoord/{token}": .bearer,

    // One's own account.
    "GET /account": .oneself,
    "POST /account/sessies": .oneself,
    "POST /account/sessies/{session}": .oneself,
    "POST /account/wachtwoord": .oneself,
    "GET /werk": .oneself,

    // Companies.
    "GET /werk/{programme}/bedrijven": .may(.readCompanies),

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
