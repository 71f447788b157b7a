import Kernel

/// Who may use what an action plan has: lines, meetings, plans for a year, money and registers.
let planAccessRules: [String: Access] = [
    // The action plan.
    "GET /werk/{programme}/actieplan": .may(.readActions),
    "GET /werk/{programme}/actieplan/achtergrond": .may(.readActions),
    "GET /werk/{programme}/actieplan/stand.pdf": .may(.readActions),
    "GET /werk/{programme}/actieplan/lijn/{line}": .may(.readActions),
    "POST /werk/{programme}/actieplan/lijn/{line}": .may(.updateActions),
    "POST /werk/{programme}/actieplan/lijn/{line}/openbaar": .may(.updateActions),

    "GET /werk/{programme}/actieplan/nieuwe-lijn": .may(.updateActions),
    "POST /werk/{programme}/actieplan/nieuwe-lijn": .may(.updateActions),
    "GET /werk/{programme}/actieplan/lijn/{line}/wijzigen": .may(.updateActions),
    "POST /werk/{programme}/actieplan/lijn/{line}/wijzigen": .may(.updateActions),

    // Meetings and decisions.
    "GET /werk/{programme}/overleg": .may(.readActions),
    "GET /werk/{programme}/overleg/nieuw": .may(.updateActions),
    "POST /werk/{programme}/overleg/nieuw": .may(.updateActions),
    "GET /werk/{programme}/overleg/{meeting}": .may(.readActions),
    "GET /werk/{programme}/overleg/{meeting}/stukken.pdf": .may(.readActions),
    "GET /werk/{programme}/overleg/{meeting}/wijzigen": .may(.updateActions),
    "POST /werk/{programme}/overleg/{meeting}/wijzigen": .may(.updateActions),
    "POST /werk/{programme}/overleg/{meeting}/agenda": .may(.updateActions),
    "POST /werk/{programme}/overleg/{meeting}/agenda/{item}/eerder": .may(.updateActions),
    "POST /werk/{programme}/overleg/{meeting}/agenda/{item}/weg": .may(.updateActions),
    "POST /werk/{programme}/overleg/{meeting}/besluit": .may(.updateActions),
    "POST /werk/{programme}/overleg/{meeting}/actiepunt": .may(.updateActions),
    "POST /werk/{programme}/actiepunten/{point}/klaar": .may(.updateActions),
    "POST /werk/{programme}/leden": .may(.updateActions),
    "POST /werk/{programme}/leden/{member}/einde": .may(.updateActions),

    // What lines do in a year.
    "GET /werk/{programme}/jaarplannen/{year}": .may(.readActions),
    "GET /werk/{programme}/jaarplannen/{year}/{line}": .may(.readActions),
    "GET /werk/{programme}/jaarplannen/{year}/{line}/schrijven": .may(.updateActions),
    "POST /werk/{programme}/jaarplannen/{year}/{line}/schrijven": .may(.updateActions),
    "POST /werk/{programme}/jaarplannen/{year}/{line}/stap": .may(.updateActions),

    // What programmes share.
    "GET /werk/{programme}/delen": .may(.readProgramme),
    "POST /werk/{programme}/delen/{share}": .may(.agreeSharing),

    // Money and hours.
    "GET /werk/{programme}/geld": .may(.readMoney),
    "GET /werk/{programme}/geld/begroting": .may(.manageMoney),
    "POST /werk/{programme}/geld/begroting": .may(.manageMoney),
    "POST /werk/{programme}/geld/begroting/tarief": .may(.manageMoney),
    "GET /werk/{programme}/geld/boeken": .may(.enterMoney),
    "POST /werk/{programme}/geld/boeken": .may(.enterMoney),
    "GET /werk/{programme}/geld/boekingen": .may(.readMoney),
    "GET /werk/{programme}/geld/boekingen/{entry}": .may(.readMoney),
    "GET /werk/{programme}/geld/akkoord": .may(.approveMoney),
    "POST /werk/{programme}/geld/akkoord": .may(.approveMoney),
    "POST /werk/{programme}/geld/boekingen/{entry}/akkoord": .may(.approveMoney),
    "POST /werk/{programme}/geld/boekingen/{entry}/tegenboeken": .may(.enterMoney),
    "GET /werk/{programme}/geld/verantwoording.pdf": .may(.readMoney),
    "GET /werk/{programme}/geld/verantwoording.xlsx": .may(.readMoney),

    // Registers.
    "GET /werk/{programme}/registers": .may(.readActions),
    "GET /werk/{programme}/registers/{register}": .may(.readActions),
    "GET /werk/{programme}/registers/{register}/bouwstenen": .may(.updateActions),
    "GET /werk/{programme}/registers/{register}/bord": .may(.readActions),
    "GET /werk/{programme}/registers/{register}/inlezen": .may(.updateActions),
    "POST /werk/{programme}/registers/{register}/inlezen": .may(.updateActions),
    "GET /werk/{programme}/registers/{register}/kaart": .may(.readActions),
    "GET /werk/{programme}/registers/{register}/kalender": .may(.readActions),
    "GET /werk/{programme}/registers/{register}/lijst.csv": .may(.readActions),
    "GET /werk/{programme}/registers/{register}/lijst.xlsx": .may(.readActions),
    "GET /werk/{programme}/registers/{register}/nieuw": .may(.updateActions),
    "POST /werk/{programme}/registers/{register}/nieuw": .may(.updateActions),
    "GET /werk/{programme}/registers/{register}/toen-en-nu": .may(.readActions),
    "GET /werk/{programme}/registers/{register}/{item}": .may(.readActions),
    "POST /werk/{programme}/registers/{register}/{item}/aannemen": .may(.updateActions),
    "POST /werk/{programme}/registers/{register}/{item}/stand": .may(.updateActions),
    "POST /werk/{programme}/registers/{register}/{item}/bestanden": .may(.updateActions),
    "GET /werk/{programme}/registers/{register}/{item}/bestanden/{file}": .may(.readActions),
    "POST /werk/{programme}/registers/{register}/{item}/bestanden/{file}/weg": .may(.updateActions),
    "GET /werk/{programme}/registers/{register}/{item}/wijzigen": .may(.updateActions),
    "POST /werk/{programme}/registers/{register}/{item}/wijzigen": .may(.updateActions),
    "POST /werk/{programme}/registers/{register}/{item}/wissen": .may(.updateActions),
    "GET /werk/{programme}/vraag-en-aanbod/{pairing}": .may(.readActions),
    "POST /werk/{programme}/vraag-en-aanbod/{pairing}": .may(.updateActions),
]
