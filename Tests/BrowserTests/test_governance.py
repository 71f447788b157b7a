"""Meetings: planned, minuted on the spot, and with papers in one click."""
import re

import pytest
from playwright.sync_api import expect

import people
from karavaan import ROOT, Installation
from test_keyboard import tab_to

PROGRAMME = "groene-hart"
GOVERNANCE = f"/werk/{PROGRAMME}/overleg"
LEADER = people.Person("lot@leidraad.example", "Lot Leidraad", "project-leader")
PROVINCE = people.Person("mo@provincie.example", "Mo Manager", "programme-manager")


@pytest.fixture(scope="module")
def table(tmp_path_factory):
    installation = Installation(tmp_path_factory.mktemp("table"))
    installation.command("import", ROOT / f"programmes/{PROGRAMME}")
    for person in (LEADER, PROVINCE):
        installation.add(person, PROGRAMME)
    installation.start()
    yield installation
    installation.stop()


def test_a_meeting_is_planned_and_minuted_by_keyboard(table, visitor):
    lot = visitor(table, LEADER)
    lot.expect_trouble("422")
    page = lot.open(GOVERNANCE)
    lot.check()
    page.get_by_role("link", name="Vergadering plannen").click()
    lot.check()
    page.get_by_label("Welk overleg").select_option("Bestuurlijk overleg")
    page.get_by_label("Dag").fill("2026-10-05")
    page.get_by_role("button", name="Bewaren").dblclick()
    expect(page.get_by_role("heading", name=re.compile("^Bestuurlijk overleg, "))).to_be_visible()
    lot.check()
    tab_to(lot, page.get_by_text("Besluit vastleggen"))
    page.keyboard.press("Enter")
    text = page.get_by_label("Besluit", exact=True)
    tab_to(lot, text)
    page.keyboard.type("De ketenregisseur begint in juli.")
    tab_to(lot, page.get_by_label("3.1 Groene grondstoffen voor de bouw"))
    page.keyboard.press("Space")
    tab_to(lot, page.get_by_label(re.compile("^Vervangt besluit nummer")))
    page.keyboard.type("7")
    page.keyboard.press("Enter")
    # Nothing typed is lost.
    expect(page.get_by_text("Er is geen besluit met dit nummer.").first).to_be_visible()
    expect(page.get_by_label("Besluit", exact=True)).to_have_value("De ketenregisseur begint in juli.")
    lot.check()
    page.get_by_label(re.compile("^Vervangt besluit nummer")).fill("")
    page.get_by_role("button", name="Vastleggen").dblclick()
    expect(page.get_by_text("De ketenregisseur begint in juli.")).to_have_count(1)
    page.get_by_text("Actiepunt afspreken").click()
    page.get_by_label("Wat", exact=True).fill("Bel de kopers")
    page.get_by_label("Wie", exact=True).fill("Lot")
    page.get_by_label("Uiterlijk").fill("2026-10-19")
    page.get_by_role("button", name="Afspreken").click()
    expect(page.get_by_text("te laat")).to_be_visible()
    lot.check()
    page.get_by_label("Wat actiepunt 1 opleverde").fill("Drie kopers gebeld")
    page.get_by_role("button", name=re.compile("^Klaar")).click()
    expect(page.get_by_text("Geen.", exact=True)).to_be_visible()
    lot.check()


def test_everybody_with_a_part_reads_it_at_every_width(table, visitor):
    for width in (390, 820, 1440):
        for language in ("nl-NL", "en-GB"):
            mo = visitor(table, PROVINCE, width=width, language=language)
            page = mo.open(GOVERNANCE)
            mo.check()
            page.get_by_role("main").get_by_role("link", name=re.compile("2026")).first.click()
            mo.check()
    papers = mo.get(page.url + "/stukken.pdf")
    assert papers.status == 200 and papers.body().startswith(b"%PDF-")


def test_an_agenda_is_put_in_order_on_a_phone(table, visitor):
    lot = visitor(table, LEADER, width=390, height=844)
    page = lot.open(f"{GOVERNANCE}/nieuw")
    page.get_by_label("Welk overleg").select_option("Bestuurlijk overleg")
    page.get_by_label("Dag").fill("2030-10-07")
    page.get_by_role("button", name="Bewaren").click()
    for subject in ("Rondvraag", "Geld", "Jaarplan"):
        page.get_by_text("Op de agenda zetten").click()
        page.get_by_label("Onderwerp").fill(subject)
        page.get_by_label("bespreken").check()
        page.get_by_role("button", name="Op de agenda", exact=True).click()
        expect(page.locator(".agenda-items strong", has_text=subject)).to_be_visible()
    lot.check()
    subjects = page.locator(".agenda-items strong")
    page.get_by_role("button", name=re.compile(r"^Eerder\s+Jaarplan$")).dblclick()
    expect(subjects).to_have_text(["Rondvraag", "Jaarplan", "Geld"])
    tab_to(lot, page.get_by_role("button", name=re.compile(r"^Van de agenda\s+Rondvraag$")))
    page.keyboard.press("Enter")
    expect(subjects).to_have_text(["Jaarplan", "Geld"])
    lot.check()


def test_papers_are_added_read_and_erased_by_keyboard(table, visitor, tmp_path):
    budget = tmp_path / "begroting 2031.csv"
    budget.write_text("post;bedrag\nketenregisseur;50000\n")
    wrong = tmp_path / "begroting.html"
    wrong.write_text("<p>begroting")
    lot = visitor(table, LEADER, width=390, height=844)
    lot.expect_trouble("422")
    page = lot.open(f"{GOVERNANCE}/nieuw")
    page.get_by_label("Welk overleg").select_option("Bestuurlijk overleg")
    page.get_by_label("Dag").fill("2030-11-04")
    page.get_by_role("button", name="Bewaren").click()
    page.get_by_text("Op de agenda zetten").click()
    page.get_by_label("Onderwerp").fill("Begroting")
    page.get_by_label("besluiten", exact=True).check()
    page.get_by_role("button", name="Op de agenda", exact=True).click()
    for file in (wrong, budget):
        if file == wrong:
            tab_to(lot, page.locator("summary", has_text="Stuk toevoegen"))
            page.keyboard.press("Enter")
        page.get_by_label("Stuk bij Begroting").set_input_files(file)
        lot.check()
        tab_to(lot, page.get_by_role("button", name=re.compile(r"^Toevoegen\s*: Begroting$")))
        page.keyboard.press("Enter")
        page.wait_for_load_state()
        if file == wrong:
            expect(page.locator(".error-summary")).to_contain_text("Kies een foto (JPEG of PNG), een PDF")
    expect(page.locator(".papers")).to_contain_text("begroting 2031.csv")
    lot.check()
    address = page.url.split("?")[0]
    mo = visitor(table, PROVINCE)
    page = mo.open(address)
    mo.check()
    with page.expect_download() as download:
        page.get_by_role("link", name="begroting 2031.csv").click()
    assert download.value.suggested_filename == "begroting 2031.csv"
    assert download.value.path().read_bytes() == budget.read_bytes()
    assert mo.get(address + "/stukken.pdf").status == 200
    page = lot.open(address)
    tab_to(lot, page.get_by_role("button", name=re.compile(r"^Wis\s+begroting 2031.csv$")))
    page.keyboard.press("Enter")
    expect(page.locator(".papers")).to_have_count(0)
    lot.check()
