"""The action plan: a lead tells how a line stands, from a phone and by keyboard, and the meeting reads it."""
import re

import pytest
from playwright.sync_api import expect

import people
from karavaan import ROOT, Installation
from test_keyboard import tab_to

PROGRAMME = "groene-hart"
PLAN = f"/werk/{PROGRAMME}/actieplan"
PHONE = {"width": 390, "height": 844}
LEADER = people.Person("lot@leidraad.example", "Lot Leidraad", "project-leader")
LEAD = people.Person("wout@werkplaats.example", "Wout Werkplaats", "lead", organisation="woerden")
PROVINCE = people.Person("mo@provincie.example", "Mo Manager", "programme-manager")


@pytest.fixture(scope="module")
def region(tmp_path_factory):
    installation = Installation(tmp_path_factory.mktemp("region"))
    installation.command("import", ROOT / "programmes/groene-hart")
    for person in (LEADER, LEAD, PROVINCE):
        installation.add(person, PROGRAMME)
    installation.start()
    yield installation
    installation.stop()


def test_a_lead_tells_on_a_phone_and_the_meeting_reads_it(region, visitor):
    wout = visitor(region, LEAD, **PHONE)
    wout.expect_trouble("422")
    page = wout.open(PLAN)
    wout.check()
    page.get_by_role("link", name=re.compile("^3.2")).click()
    wout.check()
    page.get_by_text("Vertel hoe het staat").click()
    wout.check()
    page.get_by_label("zit vast").check()
    page.get_by_label("Waarom?").fill("Er is geen ruimte in de binnenstad.")
    page.get_by_role("button", name="Vertellen").click()
    # Nothing typed is lost.
    expect(page.get_by_text("Schrijf op wat er nodig is.").first).to_be_visible()
    expect(page.get_by_label("Waarom?")).to_have_value("Er is geen ruimte in de binnenstad.")
    wout.check()
    page.get_by_label("Wat is er nodig?").fill("Een leeg pand")
    page.get_by_label("Van wie?").fill("Gemeente Woerden")
    page.get_by_label(re.compile("^Nu bereikt: De coaching")).fill("1")
    page.get_by_role("button", name="Vertellen").dblclick()
    expect(page.get_by_text("Er is geen ruimte in de binnenstad.")).to_have_count(2)
    mo = visitor(region, PROVINCE)
    page = mo.open(PLAN)
    expect(page.locator("section", has_text="Wat wordt gevraagd").locator("li")).to_have_text(["3.2 Een leeg pand → Gemeente Woerden"])
    expect(page.get_by_text("1 van 1", exact=True)).to_be_visible()
    mo.check()
    printed = mo.get(f"{PLAN}/stand.pdf")
    assert printed.status == 200 and printed.body().startswith(b"%PDF-")
    mo.open(f"{PLAN}/lijn/3.2")
    assert mo.page.get_by_text("Vertel hoe het staat").count() == 0
    page = wout.open(f"{PLAN}/lijn/3.2")
    page.get_by_text("Wat iedereen mag zien").click()
    page.get_by_label("Schrijf het voor inwoners").fill("In twee gemeenten is een ambachtscentrum open.")
    page.get_by_role("button", name="Openbaar maken").click()
    anybody = visitor(region, **PHONE)
    page = anybody.open(f"/voortgang/{PROGRAMME}")
    anybody.check()
    page.get_by_role("link", name=re.compile("^Woerden")).click()
    expect(page.get_by_role("heading", name="Waar Woerden aan meewerkt")).to_be_visible()
    expect(page.get_by_text("In twee gemeenten is een ambachtscentrum open.")).to_be_visible()
    assert page.get_by_text("Er is geen ruimte in de binnenstad.").count() == 0
    anybody.check()


def test_a_line_is_told_about_by_keyboard_alone(region, visitor):
    lot = visitor(region, LEADER)
    page = lot.open(f"{PLAN}/lijn/4.2")
    tab_to(lot, page.get_by_text("Vertel hoe het staat"))
    page.keyboard.press("Enter")
    tab_to(lot, page.get_by_label("op koers"))
    page.keyboard.press("Space")
    tab_to(lot, page.get_by_label("Waarom?"))
    page.keyboard.type("De gevallen staan op een rij.")
    tab_to(lot, page.get_by_label(re.compile("^Nu bereikt: Er is een overzicht")))
    page.keyboard.press("Control+A")
    page.keyboard.type("1")
    tab_to(lot, page.get_by_role("button", name="Vertellen"))
    page.keyboard.press("Enter")
    expect(page.get_by_text("De gevallen staan op een rij.").first).to_be_visible()
    expect(page.locator("ul.promised > li").first).to_contain_text("1 van 1")


def test_an_earlier_day_and_other_pages_in_english(region, visitor):
    for width in (390, 820, 1440):
        mo = visitor(region, PROVINCE, width=width, language="en-GB")
        for path in (f"{PLAN}?op=2024-12-31&naast=2024-10-01", f"{PLAN}/achtergrond", f"{PLAN}?thema=4", f"/werk/{PROGRAMME}/programma"):
            mo.open(path)
            mo.check()
    mo.open(f"{PLAN}?op=2024-12-31")
    expect(mo.page.get_by_text("You are looking back")).to_be_visible()


def test_the_team_adds_a_line_in_a_new_theme(region, visitor):
    lot = visitor(region, LEADER, **PHONE)
    lot.expect_trouble("422")
    page = lot.open(PLAN)
    page.get_by_role("link", name="Actielijn of thema toevoegen").click()
    lot.check()
    page.get_by_label("Onder welk thema").select_option("Een nieuw thema")
    page.get_by_text("Een nieuw thema beschrijven").click()
    page.get_by_label("Naam van het thema").fill("Water")
    page.get_by_label("Naam", exact=True).fill("Regen opvangen")
    page.get_by_label("Doel").fill("Regen gebruiken waar nu drinkwater gaat.")
    page.get_by_label("Waar het aan bijdraagt").fill("Minder drinkwater")
    page.get_by_label("Eerste jaar").fill("2026")
    page.get_by_label("Laatste jaar").fill("2028")
    page.get_by_role("group", name="Trekkers").get_by_label("Gemeente Woerden").check()
    page.get_by_role("group", name="Sectoren").get_by_role("checkbox").first.check()
    page.get_by_label("Stap 1").fill("Uitzoeken waar het kan")
    page.get_by_label("Resultaat 1").fill("Tonnen geplaatst")
    page.get_by_label("Hoeveel 1").fill("20")
    page.get_by_label("Uiterlijk 1").fill("2027-06-30")
    page.get_by_role("button", name="Voeg toe").click()
    # Nothing typed is lost.
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.get_by_label("Doel")).to_have_value("Regen gebruiken waar nu drinkwater gaat.")
    lot.check()
    page.get_by_label("Wat het thema wil bereiken").fill("Geen druppel te veel.")
    page.get_by_role("button", name="Voeg toe").dblclick()
    expect(page.get_by_role("heading", name="6.1 Regen opvangen")).to_be_visible()
    lot.check()
    page = lot.open(PLAN)
    expect(page.get_by_role("heading", name="6. Water")).to_have_count(1)
    # Who leads it tells about it, like any other.
    wout = visitor(region, LEAD)
    page = wout.open(f"{PLAN}/lijn/6.1")
    expect(page.get_by_text("Vertel hoe het staat")).to_be_visible()
