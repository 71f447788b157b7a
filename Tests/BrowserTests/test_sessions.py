"""Knowledge sessions, with people who sign up at the same moment; and the call some months after a conversation."""
import datetime
import re

import pytest
from playwright.sync_api import expect

import journey
import people
from post import plain
from test_keyboard import tab_to

PHONE = {"width": 390, "height": 844}


@pytest.fixture
def site(own_installation, post):
    """An installation whose letters go to the mail server."""
    own_installation.stop()
    own_installation.extra = {
        "KARAVAAN_SMTP": f"smtp://127.0.0.1:{post.port}", "KARAVAAN_MAIL_FROM": "post@karavaan.example"}
    own_installation.start()
    post.start()
    return own_installation


def plan_session(leader, places):
    """Plans a session and opens it; its address for anybody."""
    day = datetime.date.today() + datetime.timedelta(days=30)
    page = leader.work("/kennissessies/nieuw")
    for name, value in {
        "titel": "Schroot is geen afval", "samenvatting": "Wat scheiden oplevert", "dag": day.isoformat(),
        "begin": "16:00", "einde": "18:30", "locatie": "Voorbeeld BV", "adres": "Dorpsstraat 1", "gastheer": "Voorbeeld BV",
        "plaatsen": str(places), "programma": "16:00 Ontvangst",
    }.items():
        page.locator(f"[name={name}]").fill(value)
    page.locator("[name=gemeente]").select_option(label="Waddinxveen")
    leader.check()
    page.get_by_role("button", name="Bewaren").click()
    page.get_by_role("button", name="Openstellen").click()
    expect(page.get_by_text("aanmelden kan")).to_be_visible()
    leader.check()
    address = page.get_by_role("link", name="Openbare pagina").get_attribute("href")
    page.get_by_role("link", name="Bedrijven uitnodigen").click()
    expect(leader.heading).to_have_text("Wie nodigt u uit?")
    leader.check()
    return address


def ask(someone, address, name):
    page = someone.open(address)
    page.get_by_label("Naam").fill(name)
    page.get_by_label("E-mailadres").fill(f"{name.lower()}@voorbeeld.example")
    page.get_by_role("button", name="Stuur mij een link").click()
    expect(page.get_by_text("Kijk in uw mail.")).to_be_visible()


def links(post, count, subject="Aanmelden voor"):
    """The personal link of each address, from its letter."""
    found = {}
    for letter in post.wait_for(count, seconds=60):
        body = plain(letter)
        link = re.search(r"http://localhost:\d+(/aanmelding/\S+)", body)
        if link and subject in journey.decoded(letter["Subject"]):
            found[letter["X-To"]] = link[1]
    return found


def test_the_thirty_first_for_thirty_places_waits(site, post, visitor):
    piet = visitor(site, people.LEADER)
    address = plan_session(piet, 30)
    someone = visitor(site, **PHONE)
    someone.open("/kennissessies")
    someone.check()
    for number in range(1, 32):
        ask(someone, address, f"Gast{number}")
    someone.check()
    found = links(post, 31)
    assert len(found) == 31
    *early, one, other = found.values()
    for link in early:
        someone.open(link).get_by_role("button", name="Ik kom", exact=True).click()
        expect(someone.page.get_by_text("U komt: er is een plaats voor u.")).to_be_visible()
    someone.check()

    # One place is left. Two browsers, at the same moment.
    pair = [visitor(site, **PHONE), visitor(site)]
    for who, link in zip(pair, (one, other)):
        expect(who.open(link).get_by_role("button", name="Ik kom", exact=True)).to_be_visible()
    for who in pair:
        who.page.evaluate("setTimeout(() => document.querySelector('main form button[value=signed-up]').click(), 300)")
    states = []
    for who in pair:
        expect(who.page.get_by_role("button", name="Meld mij af")).to_be_visible()
        states.append(who.page.locator("main [role=status]").inner_text())
    assert sorted("wachtlijst" in state for state in states) == [False, True], states

    # Somebody leaves: who waits gets the place, and a letter.
    waiting = next(who for who, state in zip(pair, states) if "wachtlijst" in state)
    waiting.check()
    someone.open(early[0]).get_by_role("button", name="Meld mij af").click()
    expect(someone.page.get_by_text("U hebt zich afgemeld.")).to_be_visible()
    waiting.page.reload()
    expect(waiting.page.get_by_text("U komt: er is een plaats voor u.")).to_be_visible()
    letters = post.wait_for(31 + 31 + 1, seconds=60)
    assert sum("Er is een plaats voor u" in journey.decoded(letter["Subject"]) for letter in letters) == 1

    # Forgotten, on request.
    waiting.page.get_by_text("Wat we van u bewaren").click()
    waiting.page.get_by_role("button", name="Wis mijn gegevens").click()
    expect(waiting.heading).to_have_text("Uw gegevens zijn gewist")
    waiting.check()
    waiting.expect_trouble("410")
    waiting.open(one if waiting is pair[0] else other, status=410)
    page = piet.work("/kennissessies")
    expect(page.get_by_text("29 van 30 plaatsen bezet")).to_be_visible()
    page.get_by_role("link", name="Schroot is geen afval").click()
    piet.check()


@pytest.mark.parametrize("javascript", [True, False])
def test_a_call_of_ten_minutes(own_installation, visitor, tmp_path, javascript):
    path = tmp_path / "bedrijven.csv"
    path.write_text(journey.CSV, encoding="windows-1252")
    iris = visitor(own_installation, people.LEADER, javascript=javascript, width=820, height=1180)
    journey.import_companies(iris, path, expecting=3)
    journey.open_company(iris, "Draaierij De Spaan")
    conversation = journey.plan(iris)
    doing, ambition = journey.hold(iris, conversation)
    initiative = journey.choose_first_suggestion(iris, conversation)
    journey.agree(iris, initiative)

    page = journey.open_company(iris, "Draaierij De Spaan")
    page.get_by_role("link", name="Vastleggen hoe het ging").click()
    if javascript:
        iris.check()
    # Everything is asked for at once, and nothing that was typed is lost.
    page.locator("[name=toelichting]").fill("Belde terug vanuit de hal")
    iris.expect_trouble("422")
    page.get_by_role("button", name="Vastleggen").click()
    expect(page.locator(".error-summary li")).to_have_count(ambition + 1)
    expect(page.locator("[name=toelichting]")).to_have_value("Belde terug vanuit de hal")
    if javascript:
        iris.check()
    plans = page.locator("fieldset[id^='plan-']")
    expect(plans).to_have_count(ambition)
    plans.nth(0).get_by_label("Gelukt").check()
    for index in range(1, ambition):
        plans.nth(index).get_by_label("Mee bezig").check()
    page.locator("fieldset[id^='contact-']").get_by_label("Ja").check()
    page.locator("fieldset[id^='hielp-']").get_by_label("Nee").check()
    page.locator("select[id^='reden-']").select_option(label="Te algemeen voor dit werk")
    page.locator("[name=volgende]").fill((datetime.date.today() + datetime.timedelta(days=90)).isoformat())
    page.get_by_role("button", name="Vastleggen").click()

    expect(page.get_by_role("heading", name=re.compile("^Verteld op"))).to_be_visible()
    expect(page.locator(".from-to")).to_contain_text(str(doing + 1))
    expect(page.get_by_text("Te algemeen voor dit werk").first).to_be_visible()
    if javascript:
        iris.check()
    journey.open_company(iris, "Draaierij De Spaan")
    expect(page.get_by_role("heading", name="Volgende contact")).to_be_visible()
    expect(page.get_by_role("link", name="Vastleggen hoe het ging")).to_be_visible()


def test_a_call_by_keyboard_alone(own_installation, visitor, tmp_path):
    path = tmp_path / "bedrijven.csv"
    path.write_text(journey.CSV, encoding="windows-1252")
    iris = visitor(own_installation, people.LEADER)
    journey.import_companies(iris, path, expecting=3)
    journey.open_company(iris, "Draaierij De Spaan")
    conversation = journey.plan(iris)
    _, ambition = journey.hold(iris, conversation)
    page = journey.open_company(iris, "Draaierij De Spaan")
    tab_to(iris, page.get_by_role("link", name="Vastleggen hoe het ging"))
    page.keyboard.press("Enter")
    plans = page.locator("fieldset[id^='plan-']")
    expect(plans).to_have_count(ambition)
    for index in range(ambition):
        tab_to(iris, plans.nth(index).get_by_role("radio").first)
        # The arrow goes to the next choice and chooses it; the space bar chooses where one is.
        page.keyboard.press("ArrowDown" if index % 2 else "Space")
    tab_to(iris, page.get_by_role("button", name="Vastleggen"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=re.compile("^Verteld op"))).to_be_visible()
    expect(page.get_by_text("Minstens één is gelukt")).to_be_visible()
