"""Conversations without a network, when the programme ends meanwhile or the device has no room left."""
from playwright.sync_api import expect

import people
import road


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
