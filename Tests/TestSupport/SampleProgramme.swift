import Foundation
package import Programmes

extension Programme {
    /// A small programme in which every part of a pack occurs, for tests that need to know exactly what is in it. Its
    /// codes agree with the metal programme.
    package static let sample: Programme = {
        do {
            return try JSONDecoder().decode(Programme.self, from: Data(json.utf8))
        } catch {
            fatalError("the sample programme: \(error)")
        }
    }()
}

private let json = #"""
    {
     "id": "mkb-deal-metaal",
     "name": {"nl": "Proefprogramma metaal", "en": "Trial programme metal"},
     "summary": {"nl": "Om mee te testen.", "en": "To test with."},
     "firstQuarter": "2024-Q4", "lastQuarter": "2026-Q4",
     "partners": [{"code": "metaalunie", "name": "Koninklijke Metaalunie", "part": {"nl": "Regie", "en": "Lead"}, "isDealPartner": true}],
     "areas": [
      {"code": "PV28", "name": "Zuid-Holland", "kind": "province", "parents": [], "isDeal": false, "postcodes": [], "certainty": "high"},
      {"code": "midden-holland", "name": "Midden-Holland", "kind": "region", "parents": ["PV28"], "isDeal": false, "postcodes": [], "certainty": "medium"},
      {"code": "holland-rijnland", "name": "Holland Rijnland", "kind": "region", "parents": ["PV28"], "isDeal": false, "postcodes": [], "certainty": "medium"},
      {"code": "GM0484", "name": "Alphen aan den Rijn", "kind": "municipality", "parents": ["holland-rijnland"], "isDeal": true, "postcodes": [{"first": 2400, "last": 2409}], "members": 116, "certainty": "high"},
      {"code": "GM0627", "name": "Waddinxveen", "kind": "municipality", "parents": ["midden-holland"], "isDeal": true, "postcodes": [{"first": 2740, "last": 2743}], "members": 40, "certainty": "high"},
      {"code": "GM0518", "name": "'s-Gravenhage", "kind": "municipality", "parents": ["PV28"], "isDeal": false, "postcodes": [{"first": 2490, "last": 2599}], "certainty": "high"}
     ],
     "sectors": [
      {"code": "verspanen", "name": {"nl": "Verspanen", "en": "Machining"}, "sbi": ["2562"]},
      {"code": "plaat-constructie", "name": {"nl": "Plaat en constructie", "en": "Sheet and structures"}, "sbi": ["2511"]},
      {"code": "maritiem", "name": {"nl": "Maritiem", "en": "Maritime"}, "sbi": ["301"]}
     ],
     "targets": [
      {"code": "gesprekken", "name": {"nl": "Gesprekken", "en": "Conversations"}, "counted": "conversations", "count": 200, "areas": [], "split": [], "initiatives": [], "exceptInitiatives": []},
      {"code": "deal", "name": {"nl": "Gesprekken in de dealgemeenten", "en": "Conversations in the deal area"}, "counted": "conversations", "count": 50, "areas": ["GM0484", "GM0627"], "split": [{"area": "GM0484", "count": 38}, {"area": "GM0627", "count": 12}], "initiatives": [], "exceptInitiatives": [], "partOf": "gesprekken"},
      {"code": "vtm", "name": {"nl": "Naar het Versnellingsteam", "en": "To the acceleration team"}, "counted": "referrals", "count": 50, "areas": [], "split": [], "initiatives": ["VTM"], "exceptInitiatives": []},
      {"code": "overig", "name": {"nl": "Naar andere initiatieven", "en": "To other initiatives"}, "counted": "referrals", "count": 50, "areas": [], "split": [], "initiatives": [], "exceptInitiatives": ["VTM"]},
      {"code": "sessies", "name": {"nl": "Kennissessies", "en": "Knowledge sessions"}, "counted": "sessions", "count": 8, "areas": [], "split": [], "initiatives": [], "exceptInitiatives": []}
     ],
     "phases": [{"code": "start", "name": {"nl": "Startfase", "en": "Start"}, "purpose": {"nl": "Opzetten", "en": "Set up"}, "first": "2024-Q4", "last": "2024-Q4"}],
     "plan": [
      {"quarter": "2024-Q4", "conversations": 10, "followUpsOf": [], "sessions": 1, "activities": []},
      {"quarter": "2025-Q1", "conversations": 30, "followUpsOf": [], "sessions": 1, "activities": []},
      {"quarter": "2025-Q2", "conversations": 30, "followUpsOf": ["2024-Q4"], "sessions": 1, "activities": []},
      {"quarter": "2025-Q3", "conversations": 30, "followUpsOf": ["2025-Q1"], "sessions": 1, "activities": []},
      {"quarter": "2025-Q4", "conversations": 30, "followUpsOf": ["2025-Q2"], "sessions": 0, "activities": []},
      {"quarter": "2026-Q1", "conversations": 20, "followUpsOf": ["2025-Q3"], "sessions": 1, "activities": []},
      {"quarter": "2026-Q2", "conversations": 20, "followUpsOf": ["2025-Q4"], "sessions": 1, "activities": []},
      {"quarter": "2026-Q3", "conversations": 20, "followUpsOf": ["2026-Q1", "2026-Q2"], "sessions": 1, "activities": []},
      {"quarter": "2026-Q4", "conversations": 10, "followUpsOf": ["2026-Q3"], "sessions": 1, "activities": []}
     ],
     "ladder": [
      {"step": "R0", "term": "Refuse", "word": {"nl": "weglaten", "en": "leave out"}, "explanation": {"nl": "Niet doen", "en": "Do not"}},
      {"step": "R2", "term": "Reduce", "word": {"nl": "minder gebruiken", "en": "use less"}, "explanation": {"nl": "Minder", "en": "Less"}},
      {"step": "R6", "term": "Remanufacture", "word": {"nl": "reviseren", "en": "remanufacture"}, "explanation": {"nl": "Reviseren", "en": "Rebuild"}},
      {"step": "R8", "term": "Recycle", "word": {"nl": "omsmelten", "en": "remelt"}, "explanation": {"nl": "Omsmelten", "en": "Melt"}}
     ],
     "sheet": {
      "version": 1,
      "themes": [
       {"code": "product", "name": {"nl": "Product", "en": "Product"}, "question": {"nl": "Wat maakt u?", "en": "What do you make?"}, "isApart": false},
       {"code": "productieproces", "name": {"nl": "Productieproces", "en": "Production"}, "question": {"nl": "Wat gebeurt er in de hal?", "en": "What happens in the hall?"}, "isApart": false},
       {"code": "energietransitie", "name": {"nl": "Energie", "en": "Energy"}, "question": {"nl": "Waar draait u op?", "en": "What do you run on?"}, "isApart": true}
      ],
      "activities": [
       {"code": "PR12", "theme": "product", "step": "R6", "text": {"nl": "We reviseren oude producten", "en": "We rebuild old products"}, "isCore": true},
       {"code": "PR04", "theme": "product", "step": "R2", "text": {"nl": "We ontwerpen lichter", "en": "We design lighter"}, "isCore": true},
       {"code": "PP02", "theme": "productieproces", "step": "R2", "text": {"nl": "We nesten snijwerk met software", "en": "We nest cutting with software"}, "isCore": true},
       {"code": "PP14", "theme": "productieproces", "step": "R8", "text": {"nl": "Schroot scheiden we per legering", "en": "We sort scrap per alloy"}, "isCore": true},
       {"code": "PP01", "theme": "productieproces", "step": "R0", "text": {"nl": "Een bewerking hebben we geschrapt", "en": "We dropped an operation"}, "isCore": false},
       {"code": "EN05", "theme": "energietransitie", "step": "R2", "text": {"nl": "Persluchtlekken dichten we", "en": "We close air leaks"}, "isCore": true}
      ],
      "successors": []
     },
     "needs": [
      {"code": "kennis", "name": {"nl": "Kennis", "en": "Knowledge"}, "explanation": {"nl": "Uitleg en voorbeelden", "en": "Explanation and examples"}},
      {"code": "coaching", "name": {"nl": "Coaching", "en": "Coaching"}, "explanation": {"nl": "Iemand die meedenkt", "en": "Somebody who thinks along"}}
     ],
     "initiatives": [
      {"code": "VTM", "name": "Versnellingsteam Metaal", "kind": {"nl": "begeleiding", "en": "coaching"}, "offers": {"nl": "Denkt mee", "en": "Thinks along"}, "audience": {"nl": "metaalbedrijven", "en": "metal companies"}, "areas": ["PV28"], "sectors": [], "owner": "projectleiding", "source": "projectplan", "certainty": "low", "checkedOn": "2025-11-01", "validUntil": "2026-12-31", "capacity": 60,
       "suggestWhen": [{"when": {"all": {"_0": [{"ambition": {"_0": {"themes": [], "steps": [], "activities": []}, "atLeast": 1}}, {"need": {"_0": ["coaching"]}}]}}, "weight": 5, "because": {"nl": "U vraagt om {needs} en u wilt: {activities}.", "en": "You ask for {needs} and you want: {activities}."}}],
       "notWhen": []},
      {"code": "HHS", "name": "De Haagse Hogeschool - Remanufacturing", "kind": {"nl": "onderzoek", "en": "research"}, "offers": {"nl": "Lab", "en": "Lab"}, "audience": {"nl": "mkb", "en": "SMEs"}, "areas": [], "sectors": [], "owner": "projectleiding", "source": "openbaar", "certainty": "high", "checkedOn": "2025-11-01", "validUntil": "2026-12-31",
       "suggestWhen": [{"when": {"ambition": {"_0": {"themes": ["product"], "steps": ["R6"], "activities": []}, "atLeast": 1}}, "weight": 4, "because": {"nl": "U wilt: {activities}.", "en": "You want: {activities}."}}],
       "notWhen": []},
      {"code": "MSI", "name": "Maritieme Sisters", "kind": {"nl": "aanjager", "en": "booster"}, "offers": {"nl": "Verbindt", "en": "Connects"}, "audience": {"nl": "maritiem", "en": "maritime"}, "areas": [], "sectors": ["maritiem"], "owner": "projectleiding", "source": "openbaar", "certainty": "high", "checkedOn": "2024-01-01", "validUntil": "2025-12-31",
       "suggestWhen": [{"when": {"ambition": {"_0": {"themes": [], "steps": ["R6"], "activities": []}, "atLeast": 1}}, "weight": 3, "because": {"nl": "U wilt: {activities}.", "en": "You want: {activities}."}}],
       "notWhen": []}
     ]
    }
    """#
