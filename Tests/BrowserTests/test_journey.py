"""From a list of companies to a company's own sheet."""
import io
import re

import pikepdf
import pytest
from playwright.sync_api import expect

import journey
import people

NAME = 'Vonk & Zoon "Machinebouw" BV'


@pytest.fixture
def csv(tmp_path):
    path = tmp_path / "bedrijven.csv"
    path.write_text(journey.CSV, encoding="windows-1252")
    return path


@pytest.mark.parametrize("language", ["nl-NL", "en-GB"])
def test_the_whole_journey(own_installation, visitor, csv, language):
    iris = visitor(own_installation, people.LEADER, language=language, width=820, height=1180)
    expect(iris.page.locator("html")).to_have_attribute("lang", language[:2])
    journey.import_companies(iris, csv, expecting=3)
    iris.check()

    journey.open_company(iris, NAME)
    iris.check()
    conversation = journey.plan(iris)
    iris.check()
    doing, ambition = journey.hold(iris, conversation)
    hero = iris.page.locator(".hero")
    expect(hero.locator("strong").first).to_have_text(str(doing))
    expect(hero.locator("strong").nth(1)).to_have_text(str(ambition))
    iris.check()

    initiative = journey.choose_first_suggestion(iris, conversation)
    iris.check()
    journey.agree(iris, initiative)
    iris.check()
    link = journey.make_link(iris, conversation)
    iris.check()

    # The entrepreneur has no account: another browser, and only the link.
    vera = visitor(own_installation, width=390, height=844, language=language)
    page = vera.open(link)
    expect(page.locator("body")).to_contain_text("Vonk & Zoon")
    expect(page.locator("body")).to_contain_text(initiative)
    vera.check()
    for paper, width in [("a3", 1191), ("a4", 595)]:
        address = page.locator(f"a[href*='{paper}' i][href*='.pdf']").first.get_attribute("href")
        reply = vera.get(address)
        assert reply.status == 200, reply.text()[:500]
        assert reply.headers["content-type"] == "application/pdf"
        with pikepdf.open(io.BytesIO(reply.body())) as pdf:
            assert pdf.Root.Lang == language[:2] or str(pdf.Root.Lang).startswith(language[:2])
            assert bool(pdf.Root.MarkInfo.Marked)
            sides = [float(side) for side in pdf.pages[0].MediaBox][2:]
            assert width in {round(side) for side in sides} or width - 1 in {round(side) for side in sides}


def test_the_same_file_twice_changes_nothing(own_installation, visitor, csv):
    piet = visitor(own_installation, people.LEADER)
    journey.import_companies(piet, csv, expecting=3)
    page = piet.work("/bedrijven/inlezen")
    page.locator("input[type=file]").set_input_files(csv)
    page.locator("form[enctype] button").click()
    page.locator("form[action$='/kolommen'] button").click()
    expect(page.locator(".notice.info")).to_be_visible(timeout=30_000)
    expect(page.locator("form[action$='/bevestigen']")).to_have_count(0)


def test_without_javascript(own_installation, visitor, csv):
    iris = visitor(own_installation, people.LEADER, javascript=False, width=390, height=844)
    journey.import_companies(iris, csv, expecting=3)
    journey.open_company(iris, "Draaierij De Spaan")
    conversation = journey.plan(iris)
    doing, ambition = journey.hold(iris, conversation)
    expect(iris.page.locator(".hero strong").first).to_have_text(str(doing))
    journey.choose_first_suggestion(iris, conversation)
    link = journey.make_link(iris, conversation)
    sem = visitor(own_installation, javascript=False)
    expect(sem.open(link).locator("body")).to_contain_text("Draaierij De Spaan")


def test_a_form_that_is_sent_twice_is_one_company(own_installation, visitor):
    piet = visitor(own_installation, people.LEADER)
    page = piet.work("/bedrijven/nieuw")
    page.locator("input[name=name]").fill("Dubbelklik Metaal")
    page.locator("input[name=postcode]").fill("2404 AB")
    # Two posts of the same form at the same moment, as a nervous finger makes them.
    page.evaluate("""async () => {
        const form = document.querySelector("main form[method=post]");
        const send = () => fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
        await Promise.all([send(), send(), send()]);
    }""")
    page = piet.work("/bedrijven")
    expect(page.get_by_role("link", name="Dubbelklik Metaal")).to_have_count(1)


def test_what_is_ticked_twice_counts_once_and_what_is_unticked_not(own_installation, visitor, csv):
    iris = visitor(own_installation, people.LEADER)
    journey.import_companies(iris, csv, expecting=3)
    journey.open_company(iris, "Lasserij Naad & Nagel")
    conversation = journey.plan(iris)
    journey.step(iris, "beginnen")
    part = journey.themes(iris, conversation)[0]
    page = journey.open_sheet(iris, conversation, part)
    first, second = journey.activities(iris, 2)
    journey.tick(iris, first, "doing")
    journey.tick(iris, second, "doing")
    page.locator(f"button[value^='{second}:doing:']").click()
    expect(page.locator(f"button[value^='{second}:doing:']")).to_have_attribute("aria-pressed", "false")
    expect(page.locator("#bewaard")).to_have_attribute("data-state", "saved")
    page.reload()
    expect(page.locator(f"button[value^='{first}:doing:']")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(f"button[value^='{second}:doing:']")).to_have_attribute("aria-pressed", "false")
    iris.open(conversation)
    journey.step(iris, "afronden")
    expect(page).to_have_url(re.compile("/uitslag$"))
    expect(page.locator(".hero strong").first).to_have_text("1")
