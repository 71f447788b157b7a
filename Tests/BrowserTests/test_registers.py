"""Registers: kept on a phone and by keyboard, looked at in every way, and filled by anybody."""
import re

import pytest
from PIL import Image
from playwright.sync_api import expect

import people
from karavaan import ROOT, Installation
from test_keyboard import tab_to

PROGRAMME = "groene-hart"
REGISTERS = f"/werk/{PROGRAMME}/registers"
STREAMS = f"{REGISTERS}/reststromen"
PHONE = {"width": 390, "height": 844}
LEADER = people.Person("lot@leidraad.example", "Lot Leidraad", "project-leader")
LEAD = people.Person("tessa@trekker.example", "Tessa Trekker", "lead", organisation="alphen")
PROVINCE = people.Person("mo@provincie.example", "Mo Manager", "programme-manager")
FILE = """Stroom;Soort;Hoeveel;Wanneer;Gemeente;Van wie;Stand
Pallets;Hout;220;2026-03-01 t/m 2026-03-31;Gouda;Proefbedrijf;onderzocht
Folie;Kunststof;310;;Nieuwkoop;Proefbedrijf;onderzocht
"""


@pytest.fixture(scope="module")
def region(tmp_path_factory):
    installation = Installation(tmp_path_factory.mktemp("registers"))
    installation.command("import", ROOT / "programmes/groene-hart")
    for person in (LEADER, LEAD, PROVINCE):
        installation.add(person, PROGRAMME)
    installation.start()
    yield installation
    installation.stop()


def test_a_stream_is_kept_on_a_phone(region, visitor):
    tessa = visitor(region, LEAD, **PHONE)
    tessa.expect_trouble("422")
    page = tessa.open(REGISTERS)
    tessa.check()
    page.get_by_role("link", name="Reststromen", exact=True).click()
    tessa.check()
    page.get_by_role("link", name="Toevoegen").click()
    page.get_by_label("Stroom").fill("Koper uit kabels")
    page.get_by_label(re.compile("^Hoeveel")).fill("veel")
    page.get_by_label("Van wie: naam").fill("Proefbedrijf")
    page.get_by_role("button", name="Bewaren").click()
    # Nothing typed is lost.
    expect(page.get_by_text("Soort: Vul dit in.").first).to_be_visible()
    expect(page.get_by_label("Stroom")).to_have_value("Koper uit kabels")
    expect(page.get_by_label("Van wie: naam")).to_have_value("Proefbedrijf")
    tessa.check()
    page.get_by_label("Soort").select_option("Metaal")
    page.get_by_label(re.compile("^Hoeveel")).fill("12,5")
    page.get_by_role("button", name="Bewaren").dblclick()
    expect(page.get_by_role("heading", name=re.compile("Koper uit kabels"))).to_be_visible()
    expect(page.get_by_text("12,5 ton per jaar")).to_be_visible()
    expect(page.get_by_text("Proefbedrijf")).to_be_visible()
    tessa.check()
    # What comes next is chosen already.
    page.get_by_role("button", name=re.compile("^Zet")).click()
    expect(page.locator(".badge", has_text="onderzocht").first).to_be_visible()
    page = tessa.open(STREAMS)
    assert page.get_by_role("link", name="Koper uit kabels").count() == 1


def test_a_file_is_read_in_and_looked_at_in_every_way(region, visitor):
    lot = visitor(region, LEADER)
    page = lot.open(f"{STREAMS}/inlezen")
    lot.check()
    for words in ("2 nieuw, 0 veranderd", "0 nieuw, 0 veranderd, 2 hetzelfde"):
        page.get_by_label("Bestand").set_input_files({"name": "lijst.csv", "mimeType": "text/csv", "buffer": FILE.encode()})
        page.get_by_role("button", name="Inlezen").click()
        expect(page.get_by_text(words)).to_be_visible()
        lot.check()
    views = ("", "/bord", "/kalender?maand=2026-03", "/kaart", "/toen-en-nu", "?zoek=pall&stand=onderzocht")
    for width in (390, 820, 1440):
        for language in ("nl-NL", "en-GB"):
            mo = visitor(region, PROVINCE, width=width, language=language)
            for view in views:
                page = mo.open(STREAMS + view)
                assert page.get_by_text("Proefbedrijf").count() == 0
                mo.check()
    expect(page.get_by_role("link", name="Pallets")).to_be_visible()
    assert page.get_by_role("link", name="Folie").count() == 0
    for file, start in (("lijst.csv", "\ufeffNum".encode()), ("lijst.xlsx", b"PK")):
        reply = mo.get(f"{STREAMS}/{file}")
        assert reply.status == 200 and reply.body().startswith(start)


def test_anybody_reports_a_place_and_the_leader_says_yes(region, visitor):
    anybody = visitor(region, **PHONE)
    anybody.expect_trouble("422")
    page = anybody.open(f"/voortgang/{PROGRAMME}/registers/plekken")
    anybody.check()
    page.get_by_role("link", name="Zelf iets melden").click()
    page.get_by_label("Naam", exact=True).fill("Repaircafé Proef")
    page.get_by_role("button", name="Versturen").click()
    expect(page.get_by_label("Naam", exact=True)).to_have_value("Repaircafé Proef")
    anybody.check()
    page.get_by_label("Repaircafé", exact=True).check()
    page.get_by_label("Gemeente").select_option("Gouda")
    page.get_by_role("button", name="Versturen").dblclick()
    expect(page.get_by_text("Dank u wel.")).to_be_visible()
    anybody.check()
    lot = visitor(region, LEADER)
    page = lot.open(f"{REGISTERS}/plekken")
    page.get_by_role("link", name="1 melding wacht").click()
    page.get_by_role("link", name="Repaircafé Proef").click()
    lot.check()
    tab_to(lot, page.get_by_role("button", name="Ja, opnemen"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Ja, opnemen")).to_have_count(0)
    page.get_by_role("button", name=re.compile("^Zet")).click()
    page = anybody.open(f"/voortgang/{PROGRAMME}/registers/plekken?gemeente=GM0513")
    expect(page.get_by_text("Repaircafé Proef")).to_be_visible()
    anybody.check()


def test_demand_and_supply_are_brought_together_by_keyboard(region, visitor):
    tessa = visitor(region, LEAD)
    page = tessa.open(f"{REGISTERS}/vraag-reststromen/nieuw")
    page.get_by_label("Waarvoor").fill("Spaanplaat")
    page.get_by_label("Hout").check()
    page.get_by_label("Wie vraagt: naam").fill("Vrager Proef")
    page.get_by_role("button", name="Bewaren").click()
    page.get_by_role("button", name=re.compile("^Zet")).click()
    page = tessa.open(f"/werk/{PROGRAMME}/vraag-en-aanbod/reststromen")
    expect(page.get_by_text("hetzelfde materiaal")).to_be_visible()
    assert page.get_by_text("Vrager Proef").count() == 0
    tessa.check()
    for answer in ("Ik vraag het allebei", "De vrager zegt ja", "De aanbieder zegt ja"):
        tab_to(tessa, page.get_by_role("button", name=re.compile(answer)))
        page.keyboard.press("Enter")
        expect(page.get_by_role("button", name=re.compile(answer))).to_have_count(0)
        tessa.check()
    expect(page.get_by_text("Vrager Proef")).to_be_visible()
    expect(page.get_by_text("Proefbedrijf")).to_be_visible()


def test_a_photo_of_a_place_is_made_smaller_and_shown_to_everybody(region, visitor, tmp_path):
    photo = tmp_path / "IMG_0002.jpg"
    Image.effect_noise((3000, 2000), 60).convert("RGB").save(photo, quality=95)
    tessa = visitor(region, LEAD, **PHONE)
    tessa.expect_trouble("422")
    page = tessa.open(f"{STREAMS}/nieuw")
    page.get_by_label("Stroom").fill("Houtsnippers")
    page.get_by_label("Soort").select_option("Hout")
    page.get_by_role("button", name="Bewaren").click()
    expect(page.get_by_role("heading", name=re.compile("Houtsnippers"))).to_be_visible()
    # Nothing was chosen.
    page.get_by_role("button", name=re.compile("^Toevoegen")).click()
    expect(page.get_by_role("alert").get_by_text("Kies een foto")).to_be_visible()
    tessa.check()
    page.get_by_label("Foto", exact=True).set_input_files(photo)
    button = page.get_by_role("button", name=re.compile("^Toevoegen"))
    expect(button).to_be_enabled()
    button.click()
    image = page.locator(".file-photo img")
    expect(image).to_have_js_property("naturalWidth", 1600)
    expect(page.get_by_role("button", name=re.compile("^Vervangen"))).to_be_visible()
    tessa.check()
    page.get_by_role("button", name=re.compile("^Zet")).click()
    expect(page.locator(".badge", has_text="onderzocht").first).to_be_visible()
    stranger = visitor(region, **PHONE)
    page = stranger.open(f"/voortgang/{PROGRAMME}")
    expect(page.get_by_role("img", name="Foto van Houtsnippers")).to_have_js_property("naturalWidth", 1600)
    stranger.check()
    page.locator("figure").get_by_role("link", name="Reststromen").click()
    expect(page.locator(".file-photo img")).to_be_visible()
    stranger.check()
