"""A plan for a year, from the lead by the programme team to the meeting that decides."""
import re

import pytest
from playwright.sync_api import expect

import people
from karavaan import ROOT, Installation
from visitor import TOO_WIDE

PROGRAMME = "groene-hart"
YEAR = f"/werk/{PROGRAMME}/jaarplannen/2026"
LOT = people.Person("lot@leidraad.example", "Lot Leidraad", "project-leader")
WOUT = people.Person("wout@werkplaats.example", "Wout Werkplaats", "lead", organisation="woerden")


@pytest.fixture(scope="module")
def table(tmp_path_factory):
    installation = Installation(tmp_path_factory.mktemp("years"))
    installation.command("import", ROOT / f"programmes/{PROGRAMME}")
    for person in (LOT, WOUT):
        installation.add(person, PROGRAMME)
    installation.start()
    yield installation
    installation.stop()


def test_a_plan_is_written_discussed_and_decided(table, visitor):
    wout = visitor(table, WOUT, width=390)
    wout.expect_trouble("422")
    page = wout.open(f"{YEAR}/3.2")
    wout.check()
    page.get_by_role("link", name="Schrijf het jaarplan").click()
    wout.check()
    page.get_by_label("Activiteit 1").fill("Een werkplaats in Bodegraven")
    page.get_by_label("Wanneer 1").select_option("Kwartaal 2")
    page.get_by_label("Wie 1").fill("Wout")
    page.get_by_label("Wat het kost").fill("veel")
    page.get_by_role("button", name="Bewaar het concept").click()
    # Nothing typed is lost.
    expect(page.get_by_role("alert")).to_contain_text("Vul een bedrag in")
    expect(page.get_by_label("Activiteit 1")).to_have_value("Een werkplaats in Bodegraven")
    expect(page.get_by_label("Wanneer 1")).to_have_value("2")
    wout.check()
    page.get_by_label("Wat het kost").fill("32.500")
    page.get_by_label("Wie het betaalt").fill("Gemeenten")
    page.get_by_role("button", name="Bewaar het concept").dblclick()
    expect(page.get_by_role("button", name="Stel voor")).to_be_visible()
    page.get_by_role("button", name="Stel voor").click()
    expect(page.get_by_role("alert")).to_contain_text("als getal")
    page.get_by_role("link", name="Schrijf verder").click()
    page.get_by_label("Wat u nog meer telt 1").fill("Bezoekers")
    page.get_by_label("Hoeveel 1").fill("2500")
    page.get_by_role("button", name="Bewaar het concept").click()
    page.get_by_role("button", name="Stel voor").dblclick()
    expect(page.get_by_text("Het programmateam bespreekt het.")).to_be_visible()
    expect(page.get_by_role("button", name="Besproken")).to_have_count(0)
    wout.check()

    lot = visitor(table, LOT, width=820)
    lot.expect_trouble("422")
    page = lot.open(YEAR)
    lot.check()
    assert not page.evaluate(TOO_WIDE)
    page.get_by_role("link", name=re.compile("^3.2 ")).click()
    lot.check()
    page.get_by_label("Advies van het programmateam").fill("Laat zien wat een gemeente eraan heeft.")
    page.get_by_role("button", name="Besproken").click()
    expect(page.get_by_text("Het bestuurlijk overleg beslist.")).to_be_visible()
    page.get_by_label("Nummer van het besluit").fill("1")
    page.get_by_role("button", name="Vastgesteld").click()
    expect(page.get_by_role("alert")).to_contain_text("besluit van het bestuurlijk overleg")
    lot.check()

    page = lot.open(f"/werk/{PROGRAMME}/overleg/nieuw")
    page.get_by_label("Welk overleg").select_option("Bestuurlijk overleg")
    page.get_by_label("Dag").fill("2026-10-05")
    page.get_by_role("button", name="Bewaren").click()
    page.get_by_text("Besluit vastleggen").click()
    page.get_by_label("Besluit", exact=True).fill("Het jaarplan voor 3.2 is akkoord.")
    page.get_by_label(re.compile("^3.2 ")).first.check()
    page.get_by_role("button", name="Vastleggen").click()
    expect(page.get_by_text("Het jaarplan voor 3.2 is akkoord.")).to_be_visible()

    page = lot.open(f"{YEAR}/3.2")
    page.get_by_label("Nummer van het besluit").fill("1")
    page.get_by_role("button", name="Vastgesteld").click()
    expect(page.get_by_text("Dit plan geldt.")).to_be_visible()
    lot.check()
    page.get_by_role("link", name="besluit 1").click()
    expect(page.get_by_text("Het jaarplan voor 3.2 is akkoord.")).to_be_visible()
