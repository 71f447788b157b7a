"""Two programmes that share what was done once."""
import re

import pytest
from playwright.sync_api import expect

import journey
import people
from karavaan import ROOT, Installation

METAL, PLAN = "mkb-deal-metaal", "groene-hart"
LOT = people.Person("lot@leidraad.example", "Lot Leidraad", "project-leader")
TESSA = people.Person("tessa@trekker.example", "Tessa Trekker", "lead", organisation="alphen")
STOP = re.compile("^Stop met delen")


@pytest.fixture(scope="module")
def region(tmp_path_factory):
    installation = Installation(tmp_path_factory.mktemp("region"))
    for programme in (METAL, PLAN):
        installation.command("import", ROOT / f"programmes/{programme}")
    installation.add(people.LEADER, METAL)
    for person in (LOT, TESSA):
        installation.add(person, PLAN)
    installation.start()
    yield installation
    installation.stop()


def agreement(page, code):
    return page.locator(f"#afspraak-{code}")


def test_both_say_yes_a_company_is_named_once_and_one_stops(region, visitor, tmp_path):
    piet = visitor(region, people.LEADER)
    csv = tmp_path / "bedrijven.csv"
    csv.write_text(journey.CSV)
    journey.import_companies(piet, csv, expecting=3)
    page = piet.open(f"/werk/{METAL}/programma")
    page.get_by_role("link", name="Wat we delen, en met wie").click()
    piet.check()
    agreement(page, "metaalbedrijven").get_by_role("button", name=re.compile("^Ja, deel dit")).dblclick()
    expect(agreement(page, "metaalbedrijven").get_by_text("We wachten op")).to_be_visible()

    lot = visitor(region, LOT)
    lot.expect_trouble("422")
    theirs = lot.open(f"/werk/{PLAN}/delen")
    lot.check()
    agreement(theirs, "metaalbedrijven").get_by_role("button", name=re.compile("^Ja, deel dit")).click()
    expect(agreement(theirs, "metaalbedrijven").get_by_text("3 bedrijven")).to_be_visible()
    lot.check()

    tessa = visitor(region, TESSA)
    tessa.open(f"/werk/{PLAN}/delen")
    expect(tessa.page.locator("main").get_by_role("button")).to_have_count(0)
    form = tessa.open(f"/werk/{PLAN}/registers/behoeften/nieuw")
    expect(form.locator("#gedeelde-bedrijven option")).to_have_count(3)
    form.get_by_label("Wat nodig is").fill("Een afnemer voor snijresten")
    form.get_by_label("Partners in de keten").check()
    form.get_by_label("Gehoord bij: naam").fill("draaierij de spaan")
    form.get_by_label("Gehoord op").fill("2026-03-02")
    tessa.check()
    form.get_by_role("button", name="Bewaren").click()
    expect(form.get_by_text("Draaierij De Spaan")).to_be_visible()
    expect(form.get_by_text("van mkb-deal-metaal")).to_be_visible()
    tessa.check()

    agreement(theirs, "metaalbedrijven").get_by_text("Stop met delen").first.click()
    agreement(theirs, "metaalbedrijven").get_by_role("button", name=STOP).click()
    expect(theirs.get_by_role("alert")).to_contain_text("Schrijf op waarom u stopt")
    lot.check()
    agreement(theirs, "metaalbedrijven").get_by_label("Waarom u hiermee stopt").fill("Eerst langs het bestuur")
    agreement(theirs, "metaalbedrijven").get_by_role("button", name=STOP).click()
    expect(agreement(theirs, "metaalbedrijven").get_by_text("Wij hebben geen ja gezegd.")).to_be_visible()
    form.reload()
    expect(form.get_by_text("niet meer gedeeld")).to_be_visible()
    expect(form.get_by_text("Draaierij De Spaan")).to_have_count(0)
    page.reload()
    agreement(page, "metaalbedrijven").get_by_text("Wie wat zei").click()
    expect(page.get_by_text("Eerst langs het bestuur")).to_be_visible()
    expect(page.get_by_text("Lot Leidraad")).to_have_count(0)


@pytest.mark.parametrize("width", [390, 820])
def test_the_page_fits_a_phone_and_a_tablet(region, visitor, width):
    lot = visitor(region, LOT, width=width)
    lot.open(f"/werk/{PLAN}/delen")
    lot.check()


def test_without_javascript_a_yes_is_a_yes(region, visitor):
    piet = visitor(region, people.LEADER, javascript=False)
    page = piet.open(f"/werk/{METAL}/delen")
    agreement(page, "bedrijfsbezoeken").get_by_role("button", name=re.compile("^Ja, deel dit")).click()
    expect(agreement(page, "bedrijfsbezoeken").get_by_text("We wachten op")).to_be_visible()
