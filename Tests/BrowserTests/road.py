"""A conversation without a network, step by step, as somebody does it."""
import re

from playwright.sync_api import expect

import journey
import people

CODE = "schroef-en-draad"
LOST = ("Failed to load resource", "ERR_", "fetch")


def prepare(installation, visitor, folder, person=people.LEADER):
    """Three companies, and a conversation planned with one of them, today."""
    someone = visitor(installation, person)
    csv = folder / "bedrijven.csv"
    csv.write_text(journey.CSV)
    journey.import_companies(someone, csv, expecting=3)
    journey.open_company(someone, "Draaierij De Spaan")
    return someone, journey.plan(someone)


def choose_code(visitor, code=CODE):
    page = visitor.open("/onderweg/nl")
    page.locator("input[name=code]").fill(code)
    page.locator("input[name=again]").fill(code)
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_role("button", name="Neem mee")).to_be_visible()
    return page


def take(visitor, days="14"):
    """From choosing a code until the conversations are there, and the page can do without the server."""
    page = choose_code(visitor)
    page.locator("select[name=dagen]").select_option(days)
    page.get_by_role("button", name="Neem mee").click()
    expect(page.locator(".road-talk").first).to_be_visible()
    page.evaluate("navigator.serviceWorker.ready.then(found => found.active.state)")
    page.wait_for_function("navigator.serviceWorker.controller !== null")
    return page


def unlock(page, code=CODE):
    page.locator("input[name=code]").fill(code)
    page.get_by_role("button", name="Open", exact=True).click()
    expect(page.locator(".road-list, .talk")).to_be_visible()


def open_talk(page, name="Draaierij De Spaan"):
    page.locator(".road-talk", has_text=name).click()
    expect(page.locator(".talk-company")).to_have_text(name)
    begin = page.get_by_role("button", name="Begin het gesprek")
    if begin.count():
        begin.click()
        expect(page.get_by_role("heading", name="Herkent u uw bedrijf?")).to_be_visible()


def go(page, part):
    page.locator(".talk-nav").get_by_role("link", name=re.compile(rf"^{part}")).click()


def tick(page, row, mark):
    button = page.locator("[data-activity]").nth(row).locator(f"button[data-mark={mark}]")
    button.click()
    return page.locator("[data-activity]").nth(row).get_attribute("data-activity")


def state(page, value, timeout=20_000):
    expect(page.locator("#bewaard")).to_have_attribute("data-state", value, timeout=timeout)


def waiting(page):
    return page.evaluate("""async () => {
        const opening = indexedDB.open("karavaan");
        const database = await new Promise(done => { opening.onsuccess = () => done(opening.result); });
        const count = database.transaction("outbox").objectStore("outbox").count();
        const found = await new Promise(done => { count.onsuccess = () => done(count.result); });
        database.close();
        return found;
    }""")
