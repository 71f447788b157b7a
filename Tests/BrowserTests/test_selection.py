"""From a draw to an answer by mail and an appointment in a calendar, with a real mail server."""
import re
import time

import pytest
from playwright.sync_api import expect

import people
from karavaan import PROGRAMME
from post import plain
from test_keyboard import tab_to

HEADER = "Naam;Plaats;Postcode;Gemeente;Sector;Grootte;Lid\n"
PHONE = {"width": 390, "height": 844}


@pytest.fixture
def site(own_installation, post, tmp_path):
    """Companies in Waddinxveen, and letters that go to the mail server."""
    site = own_installation
    lines = [f"Proefbedrijf {n};Waddinxveen;2741 AB;Waddinxveen;{'Verspanen' if n % 2 else 'Maritiem'};2-9;ja\n"
             for n in range(1, 13)]
    csv = tmp_path / "bedrijven.csv"
    csv.write_text(HEADER + "".join(lines))
    site.command("import", "companies", csv, "--programme", PROGRAMME)
    site.stop()
    site.extra = {"KARAVAAN_SMTP": f"smtp://127.0.0.1:{post.port}", "KARAVAAN_MAIL_FROM": "post@karavaan.example"}
    site.start()
    return site


def draw(leader, count):
    page = leader.work("/selectie/nieuw")
    page.locator("[id='aantal-GM0627']").fill(str(count))
    page.get_by_role("button", name="Trekken").click()
    expect(page.get_by_role("heading", name="Waddinxveen")).to_be_visible()
    return page


def invite(page, address):
    page.get_by_role("link", name="Uitnodigen per mail").first.click()
    page.get_by_label("Wie nodigt u uit?").fill("Wil Werkplaats")
    page.get_by_label("Mailadres").fill(address)
    page.get_by_role("button", name="Bekijk de mail").click()
    expect(page.get_by_text("Beste Wil Werkplaats,")).to_be_visible()
    page.get_by_role("button", name="Versturen").click()
    expect(page.get_by_text("De mail gaat zo de deur uit.")).to_be_visible()


def test_from_the_draw_to_an_appointment_in_a_calendar(site, post, visitor):
    post.start()
    piet = visitor(site, people.LEADER)
    page = draw(piet, 3)
    piet.check()
    invite(page, "wil@proefbedrijf.example")
    letter = post.wait_for(1)[0]
    assert letter["X-To"] == "wil@proefbedrijf.example"
    link = re.search(r"http://localhost:\d+(/uitnodiging/\S+)", plain(letter))[1]

    wil = visitor(site, **PHONE)
    wil.open(link)
    wil.check()
    wil.page.get_by_label("Ja, dat past").check()
    wil.page.get_by_role("button", name="Antwoord geven").click()
    expect(wil.page.get_by_text("U zei ja. Tot dan!")).to_be_visible()
    wil.check()
    letters = post.wait_for(2)
    confirmation = next(letter for letter in letters if "text/calendar" in str(letter))
    calendar = next(part for part in confirmation.walk() if part.get_content_type() == "text/calendar")
    assert "BEGIN:VEVENT" in calendar.get_payload(decode=True).decode()

    page = piet.work("/agenda")
    piet.check()
    card = page.locator(".appointment")
    expect(card).to_have_count(1)
    page.get_by_role("button", name="Adres maken").click()
    feed = re.search(r"/agenda/\S+\.ics", page.locator("code").inner_text())[0]
    assert "SUMMARY:Proefbedrijf" in visitor(site).get(feed).text()
    # Dragged to the next day, and it is there after looking again.
    page = piet.work("/agenda")
    here = page.locator(".day").filter(has=page.locator(".appointment")).get_attribute("data-day")
    days = page.locator(".day").evaluate_all("days => days.map(day => day.dataset.day)")
    there = days[days.index(here) + 1]
    page.locator(".appointment").hover()
    page.mouse.down()
    # The first move begins the drag, the second is over the day.
    for _ in range(3):
        page.locator(f".day[data-day='{there}'] h3").hover()
    with page.expect_response(re.compile("/afspraak$")):
        page.mouse.up()
    expect(page.locator(f".day[data-day='{there}'] .appointment")).to_have_count(1)
    expect(piet.work("/agenda").locator(f".day[data-day='{there}'] .appointment")).to_have_count(1)


def test_a_mail_server_that_is_down_gets_the_letter_when_it_is_back(site, post, visitor):
    piet = visitor(site, people.LEADER)
    invite(draw(piet, 2), "wil@proefbedrijf.example")
    page = piet.work("/post")
    expect(page.get_by_text("poging 1 lukte niet").or_(page.get_by_text("wacht op verzenden")).first).to_be_visible()
    piet.check()
    site.kill()
    site.start()
    post.start()
    # The next attempt is a minute after the first.
    assert len(post.wait_for(1, seconds=90)) == 1
    time.sleep(1)
    piet.work("/post")
    expect(piet.page.get_by_text("verstuurd", exact=True)).to_be_visible()


def test_two_clicks_on_invited_record_it_once(site, visitor):
    piet = visitor(site, people.LEADER)
    page = draw(piet, 2)
    page.get_by_role("button", name="Is uitgenodigd").first.dblclick()
    expect(page.get_by_text("1 uitgenodigd")).to_be_visible()
    page.get_by_role("link", name="Iets anders").first.click()
    expect(page.locator(".timeline > li")).to_have_count(1)


def test_a_refusal_by_keyboard_brings_the_next_company(site, visitor):
    piet = visitor(site, people.LEADER)
    page = draw(piet, 2)
    tab_to(piet, page.get_by_role("link", name="Iets anders").first)
    page.keyboard.press("Enter")
    page.wait_for_load_state()
    tab_to(piet, page.get_by_label("Uitgenodigd"))
    page.keyboard.press("ArrowDown")
    tab_to(piet, page.get_by_label("Waarom wil het bedrijf niet?"))
    page.keyboard.type("geen tijd")
    tab_to(piet, page.get_by_role("button", name="Bewaren"))
    page.keyboard.press("Enter")
    expect(page.get_by_text("in de plaats van")).to_be_visible()
    piet.check()


def test_a_municipality_objects_on_a_phone(site, visitor):
    draw(visitor(site, people.LEADER), 2)
    gea = visitor(site, people.MUNICIPALITY, **PHONE)
    gea.expect_trouble("422")
    page = gea.work("/selectie")
    gea.check()
    name = page.locator(".card strong").first.inner_text()
    page.get_by_role("link", name="Liever niet vragen").first.click()
    page.get_by_role("button", name="Niet laten vragen").click()
    expect(page.get_by_text("Schrijf kort op waarom.").first).to_be_visible()
    gea.check()
    page.get_by_label("Waarom niet?").fill("Gaat volgende maand dicht.")
    page.get_by_role("button", name="Niet laten vragen").click()
    expect(page.locator(".card").filter(has=page.get_by_text(name, exact=True))).to_contain_text("U wilt dit bedrijf niet laten vragen.")
    page.get_by_label("Naam van het bedrijf").fill("Smederij Proef")
    page.get_by_label("Waarom dit bedrijf?").fill("Werkt met oud ijzer.")
    page.get_by_role("button", name="Voordragen").click()
    expect(page.get_by_text("Smederij Proef: wacht op antwoord.")).to_be_visible()
