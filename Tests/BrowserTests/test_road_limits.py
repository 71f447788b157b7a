"""Conversations without a network at the edges: two hundred of them, a clock that is a day wrong, a programme that ended
meanwhile, a device without room."""
import pathlib
import sqlite3

from playwright.sync_api import expect

import journey
import people
import road
from karavaan import PROGRAMME

# What waits after weeks without a network: each conversation with its company, its ticks and its end.
FILL = pathlib.Path(__file__).with_name("waiting_work.js").read_text()


def test_two_hundred_conversations_that_waited_all_arrive_with_progress(own_installation, trip):
    someone, _, page = trip
    someone.context.set_offline(True)
    assert page.evaluate(FILL, [PROGRAMME, 200, 6, road.CODE]) == 200 * 10
    page.reload()
    road.unlock(page)
    expect(page.locator("#bewaard")).to_contain_text("2000")
    page.evaluate("""() => {
        window.steps = new Set();
        new MutationObserver(() => window.steps.add(document.getElementById("bewaard").textContent))
            .observe(document.getElementById("bewaard"), { childList: true, subtree: true });
    }""")
    someone.context.set_offline(False)
    road.state(page, "saved", timeout=240_000)
    assert road.waiting(page) == 0 and page.evaluate("window.steps.size") > 3
    database = sqlite3.connect(f"file:{own_installation.database}?mode=ro", uri=True)
    count = lambda sql: database.execute(sql).fetchone()[0]
    assert count("SELECT count(DISTINCT conversation) FROM conversation_event WHERE kind = 'finished'") == 200
    assert count("SELECT count(*) FROM tick") == 1200
    database.close()


def test_a_clock_that_is_a_day_ahead_does_not_win_from_who_came_later(own_installation, visitor, tmp_path):
    someone, conversation = road.prepare(own_installation, visitor, tmp_path)
    someone.expect_trouble(*road.LOST)
    someone.context.add_init_script("const now = Date.now; Date.now = () => now() + 86_400_000;")
    page = road.take(someone)
    someone.context.set_offline(True)
    road.open_talk(page)
    road.go(page, "Product ")
    code = road.tick(page, 0, "doing")
    someone.context.set_offline(False)
    road.state(page, "saved")
    other = visitor(own_installation, people.LEADER)
    journey.open_sheet(other, conversation, "thema=product")
    journey.tick(other, code, "not-applicable")
    other.open(conversation + "/plaat?thema=product")
    expect(other.page.locator(f"button[value^='{code}:doing:']")).to_have_attribute("aria-pressed", "false")
    expect(other.page.locator(f"[data-activity='{code}'] .standing")).to_contain_text("n.v.t.")


def test_a_programme_that_was_closed_meanwhile_keeps_the_work_on_the_device(own_installation, trip, visitor):
    someone, conversation, page = trip
    someone.context.set_offline(True)
    road.open_talk(page)
    road.go(page, "Product ")
    road.tick(page, 0, "doing")
    ada = visitor(own_installation, people.ADMINISTRATOR)
    ada.work("/programma").locator("button[value=afsluiten]").click()
    expect(ada.page.locator("main")).to_contain_text("Dit programma is afgesloten")
    ada.check_accessible()
    someone.context.set_offline(False)
    page.evaluate("dispatchEvent(new Event('online'))")
    road.state(page, "failed")
    expect(page.locator("#bewaard")).to_contain_text("vraag dan de beheerder om het programma te heropenen")
    assert road.waiting(page) == 2
    ada.page.locator("button[value=heropenen]").click()
    expect(ada.page.locator("button[value=afsluiten]")).to_be_visible()
    page.evaluate("dispatchEvent(new Event('online'))")
    road.state(page, "saved")
    page = someone.open(conversation + "/verloop")
    assert page.locator(".tick-line").count() == 1


def test_a_device_that_is_full_says_so_and_loses_nothing_that_was_kept(trip):
    someone, conversation, page = trip
    road.open_talk(page)
    road.go(page, "Product ")
    road.tick(page, 0, "doing")
    road.state(page, "saved")
    someone.context.set_offline(True)
    page.evaluate("""() => {
        window.put = IDBObjectStore.prototype.put;
        IDBObjectStore.prototype.put = () => { throw new DOMException("full", "QuotaExceededError"); };
    }""")
    row = page.locator("[data-activity]").nth(1)
    row.locator(".tick-doing").click()
    road.state(page, "failed")
    expect(page.locator("#bewaard")).to_contain_text("Dit apparaat is vol")
    expect(row.locator(".tick-doing")).to_have_attribute("aria-pressed", "false")
    # There is room again: it is done once more, and everything arrives.
    page.evaluate("() => { IDBObjectStore.prototype.put = window.put; }")
    road.tick(page, 1, "doing")
    road.state(page, "waiting")
    someone.context.set_offline(False)
    road.state(page, "saved")
    page = someone.open(conversation + "/verloop")
    assert page.locator(".tick-line").count() == 2


def test_a_device_that_is_nearly_full_warns_before_one_sets_out(own_installation, visitor, tmp_path):
    someone, _ = road.prepare(own_installation, visitor, tmp_path)
    someone.page.add_init_script("navigator.storage.estimate = async () => ({ quota: 50_000_000, usage: 35_000_000 })")
    page = road.take(someone)
    expect(page.locator("#meldingen")).to_contain_text("bijna vol")
