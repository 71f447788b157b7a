"""Money and hours: booked in seconds on a phone, agreed to by who it is about, and accounted for on paper."""
import re
import time

import pytest
from playwright.sync_api import expect

import people
from karavaan import ROOT, Installation
from test_keyboard import tab_to

PROGRAMME = "mkb-deal-metaal"
MONEY = f"/werk/{PROGRAMME}/geld"
PHONE = {"width": 390, "height": 844}
LEADER = people.Person("petra@leider.example", "Petra Projectleider", "project-leader")
CONTACT = people.Person("eva@economie.example", "Eva Economie", "contact", organisation="edba")


@pytest.fixture(scope="module")
def till(tmp_path_factory):
    installation = Installation(tmp_path_factory.mktemp("till"))
    installation.command("import", ROOT / f"programmes/{PROGRAMME}")
    for person in (LEADER, CONTACT):
        installation.add(person, PROGRAMME)
    installation.start()
    yield installation
    installation.stop()


def test_rate_and_budget_are_set_by_keyboard(till, visitor):
    petra = visitor(till, LEADER)
    petra.expect_trouble("422")
    page = petra.open(f"{MONEY}/begroting")
    petra.check()
    role = page.get_by_label("Functie")
    tab_to(petra, role)
    page.keyboard.type("Bestuurder")
    tab_to(petra, page.locator("#tarief-jaar"))
    page.keyboard.type("2026")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Vul een bedrag in").first).to_be_visible()
    expect(page.locator("#tarief-jaar")).to_have_value("2026")
    petra.check()
    tab_to(petra, page.get_by_label("Per uur (€)"))
    page.keyboard.type("112,50")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Bestuurder, 2026: € 112,50")).to_be_visible()
    petra.check()


def test_hours_are_booked_on_a_phone_and_agreed_to(till, visitor):
    eva = visitor(till, CONTACT, **PHONE)
    page = eva.open(MONEY)
    eva.check()
    page.get_by_role("link", name="Boeken", exact=True).click()
    eva.check()
    began = time.monotonic()
    page.get_by_label("Hoeveel uur").fill("1:30")
    page.get_by_label("Als wat").select_option("Bestuurder")
    page.get_by_label("Wanneer").fill("2026-03-02")
    page.get_by_label("Post").select_option("Projectleiding")
    page.get_by_label("Waarvoor").fill("Ontbijt voor ondernemers")
    page.get_by_role("button", name="Boeken").dblclick()
    expect(page.get_by_text("€ 168,75")).to_be_visible()
    assert time.monotonic() - began < 10
    eva.check()
    petra = visitor(till, LEADER)
    page = petra.open(f"{MONEY}/boeken")
    page.get_by_label("Wie brengt het in").select_option("Economic Development Board Alphen aan den Rijn (EDBA)")
    page.get_by_label("Hoeveel uur").fill("2")
    page.get_by_label("Als wat").select_option("Bestuurder")
    page.get_by_label("Wanneer").fill("2026-03-02")
    page.get_by_label("Post").select_option("Projectleiding")
    page.get_by_label("Waarvoor").fill("Stuurgroep")
    page.get_by_role("button", name="Boeken").click()
    expect(page.locator(".badge", has_text="wacht op akkoord")).to_be_visible()
    page = eva.open(MONEY)
    page.get_by_role("link", name="1 boeking wacht op akkoord").click()
    eva.check()
    page.get_by_role("link", name="2", exact=True).click()
    expect(page.get_by_text("Klopt dit?")).to_be_visible()
    eva.check()
    page.go_back()
    eva.expect_trouble("422")
    page.get_by_role("button", name="Akkoord").click()
    expect(page.get_by_role("alert")).to_contain_text("Vink ten minste één boeking aan.")
    eva.check()
    page.get_by_role("link", name="Alles aanvinken").click()
    expect(page.get_by_label(re.compile("^2: .*Stuurgroep$"))).to_be_checked()
    page.get_by_role("button", name="Akkoord").dblclick()
    expect(page.get_by_text("Bewaard.")).to_be_visible()
    expect(page.get_by_text("3 van 45 uur")).to_be_visible()
    eva.check()


def test_money_is_accounted_for_at_every_width_in_both_languages(till, visitor):
    petra = visitor(till, LEADER)
    page = petra.open(f"{MONEY}/boeken?soort=payment")
    page.get_by_label("Wie betaalt").select_option("Gemeente Alphen aan den Rijn")
    page.get_by_label("Bedrag (€)").fill("125.000")
    page.get_by_label("Wanneer").fill("2026-03-02")
    page.get_by_label("Post").select_option("Kennissessies")
    page.get_by_label("Waar het vandaan komt").select_option("Subsidie MKB-deals Zuid-Holland")
    page.get_by_label("Waarvoor").fill("Zaal")
    page.get_by_label("Nummer van de factuur").fill("F-1")
    page.get_by_role("button", name="Boeken").click()
    expect(page.get_by_text("€ 125.000,00")).to_be_visible()
    for width in (390, 820, 1440):
        for language in ("nl-NL", "en-GB"):
            person = visitor(till, LEADER, width=width, language=language)
            for path in ("", "/boekingen", "/boeken?soort=payment", "/begroting", "/boekingen?soort=payment"):
                person.open(MONEY + path)
                person.check()
    page = person.open(MONEY)
    expect(page.get_by_text("the light regime does not hold")).to_be_visible()
    printed = person.get(f"{MONEY}/verantwoording.pdf")
    assert printed.status == 200 and printed.body().startswith(b"%PDF-")
    page = person.open(f"{MONEY}/boekingen?soort=payment")
    page.get_by_role("table").get_by_role("link").click()
    page.get_by_text("Book back", exact=True).first.click()
    page.get_by_label("Why").fill("Booked twice")
    page.get_by_role("button", name="Book back").dblclick()
    expect(page.get_by_text("Booked back with")).to_be_visible()
    person.check()
    page = person.open(MONEY)
    assert page.get_by_text("the light regime does not hold").count() == 0
