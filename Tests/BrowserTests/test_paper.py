"""A sheet that was filled in on paper: printed, and typed in afterwards with one key for each line."""
import re

import pytest
from playwright.sync_api import expect

import journey
import people

# Every answer there is, and the marks that come of it.
KEYS = {"0": set(), "1": {"doing"}, "2": {"ambition"}, "3": {"doing", "ambition"}, "4": {"not-applicable"}, "5": {"unknown"}}


@pytest.fixture
def paper(own_installation, visitor, tmp_path):
    """Somebody with a planned conversation, on its page."""
    csv = tmp_path / "bedrijven.csv"
    csv.write_text(journey.CSV)
    piet = visitor(own_installation, people.LEADER)
    journey.import_companies(piet, csv, expecting=3)
    journey.open_company(piet, "Draaierij De Spaan")
    return piet, journey.plan(piet)


def begin(someone):
    page = someone.page
    page.locator("details:has(input[name=gehouden]) summary").click()
    page.locator("input[name=gehouden]").fill("2026-02-27")
    page.locator("button[name=naar][value=papier]").click()
    expect(page).to_have_url(re.compile("/overtypen$"))
    # Its script listens to the keys.
    page.wait_for_load_state()


def marks(someone, conversation):
    """What stands on the sheet, by activity, as the ordinary pages show it."""
    found = {}
    for theme in journey.themes(someone, conversation):
        journey.open_sheet(someone, conversation, theme)
        for button in someone.page.locator("button[name=vink][aria-pressed=true]").all():
            activity, mark, _ = button.get_attribute("value").split(":")
            found.setdefault(activity, set()).add(mark)
    return found


def test_fifty_lines_take_one_key_each(paper):
    someone, conversation = paper
    page = someone.page
    begin(someone)
    rows = [row.get_attribute("data-activity") for row in page.locator("[data-activity]").all()]
    assert len(rows) == 50
    typed = [str(index % 6) for index in range(len(rows))]
    page.keyboard.type("".join(typed))
    expect(page.locator("#bewaard")).to_have_attribute("data-state", "saved", timeout=15_000)
    expected = {row: KEYS[key] for row, key in zip(rows, typed) if KEYS[key]}
    expect(page.locator("[data-tally=doing]")).to_have_text(str(sum("doing" in own for own in expected.values())))
    someone.check_accessible()
    someone.check_reflow()
    assert marks(someone, conversation) == expected

    # A line that was wrong: back to it, another key, and the one it contradicts is gone.
    page.goto(someone.installation.address + conversation + "/overtypen")
    page.locator(f"[data-activity={rows[1]}] input:checked").focus()
    page.keyboard.press("4")
    expect(page.locator(f"[data-activity={rows[2]}] input:checked")).to_be_focused()
    page.keyboard.press("Backspace")
    expect(page.locator(f"[data-activity={rows[1]}] input:checked")).to_be_focused()
    page.locator("#overtypen button").last.click()
    expect(page).to_have_url(re.compile("stap=behoeften"))
    expected[rows[1]] = {"not-applicable"}
    assert marks(someone, conversation) == expected


def test_what_was_typed_without_a_network_arrives_later(paper):
    someone, conversation = paper
    page = someone.page
    begin(someone)
    someone.expect_trouble("ERR_INTERNET_DISCONNECTED", "Failed to load resource", "Failed to fetch")
    someone.context.set_offline(True)
    page.keyboard.type("12")
    expect(page.locator("#bewaard")).to_have_attribute("data-state", "waiting")
    someone.context.set_offline(False)
    expect(page.locator("#bewaard")).to_have_attribute("data-state", "saved", timeout=20_000)
    assert len(marks(someone, conversation)) == 2


def test_the_empty_sheet_can_be_printed_from_where_it_is_needed(paper):
    someone, conversation = paper
    for path in [conversation, journey.WORK + "/programma"]:
        page = someone.open(path)
        link = page.locator("a[href$='.pdf']").first.get_attribute("href")
        reply = someone.context.request.get(link)
        assert reply.status == 200 and reply.body().startswith(b"%PDF-")
