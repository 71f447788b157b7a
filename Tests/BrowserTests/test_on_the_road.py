"""Conversations where there is no network, and everything that can go wrong between there and the server."""
import re

from playwright.sync_api import expect

import journey
import people
import road


def test_a_whole_conversation_without_a_network(trip):
    someone, conversation, page = trip
    someone.context.set_offline(True)
    road.open_talk(page)
    someone.check_accessible()
    road.go(page, "Product ")
    done = [road.tick(page, row, "doing") for row in (0, 1)]
    wanted = road.tick(page, 2, "ambition")
    remark = page.locator("[data-activity]").first
    remark.locator("summary").click()
    remark.locator("textarea").fill("Sinds vorig jaar")
    road.go(page, "Hulp")
    page.locator("input[name=behoefte]").first.check()
    road.go(page, "Goede voorbeelden")
    page.get_by_role("button", name="Bewaar het voorbeeld").click()
    expect(page.get_by_role("alert")).to_contain_text("voorbeeld")
    page.locator("[name=titel]").fill("Restplaat naar de vakschool")
    page.locator("[name=verhaal]").fill("Elke maand een kist.")
    page.locator("input[name=delen]").nth(1).check()
    page.get_by_role("button", name="Bewaar het voorbeeld").click()
    expect(page.locator("[data-list] li")).to_contain_text("Restplaat")
    road.go(page, "Klaar")
    expect(page.locator(".stat.doing strong")).to_have_text("2")
    suggested = page.locator("[data-suggested] > li > strong").all_text_contents()
    assert suggested, "an ambition in the product leads to somebody who can help"
    page.get_by_role("button", name="Rond af").click()
    expect(page.get_by_text("Dit gesprek is afgerond")).to_be_visible()
    road.state(page, "waiting")

    someone.context.set_offline(False)
    road.state(page, "saved")
    assert road.waiting(page) == 0
    someone.open(conversation + "/uitslag")
    expect(page.locator(".hero strong").first).to_have_text("2")
    page = someone.open(conversation + "/plaat?thema=product")
    for code in done:
        expect(page.locator(f"button[value^='{code}:doing:']")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(f"button[value^='{wanted}:ambition:']")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(f"[data-activity='{done[0]}']")).to_contain_text("Sinds vorig jaar")
    # The server suggests the same, in the same order.
    page = someone.open(conversation + "/koppelingen")
    text = page.locator("main").inner_text()
    places = [text.find(name) for name in suggested]
    assert -1 not in places and places == sorted(places), suggested


def test_what_was_done_survives_a_reload_and_opens_with_the_code_only(trip):
    someone, _, page = trip
    someone.context.set_offline(True)
    road.open_talk(page)
    road.go(page, "Grondstoffen")
    code = road.tick(page, 0, "doing")
    page.reload()
    page.locator("input[name=code]").fill("verkeerd")
    page.get_by_role("button", name="Open", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("niet goed")
    expect(page.locator("#scherm")).not_to_contain_text("Draaierij")
    road.unlock(page)
    row = page.locator(f"[data-activity='{code}']")
    expect(row.locator("button[data-mark=doing]")).to_have_attribute("aria-pressed", "true")
    road.state(page, "waiting")


def test_what_is_kept_cannot_be_read_without_the_code(trip):
    _, _, page = trip
    kept = page.evaluate("""async () => {
        const opening = indexedDB.open("karavaan");
        const database = await new Promise(done => { opening.onsuccess = () => done(opening.result); });
        let text = "";
        for (const name of ["lock", "sealed", "outbox"]) {
            const all = database.transaction(name).objectStore(name).getAll();
            for (const one of await new Promise(done => { all.onsuccess = () => done(all.result); })) {
                for (const value of Object.values(one)) {
                    text += value instanceof ArrayBuffer || ArrayBuffer.isView(value) ? new TextDecoder().decode(value) : String(value);
                }
            }
        }
        const names = await caches.keys();
        for (const name of names) for (const entry of await (await caches.open(name)).keys()) text += await (await caches.match(entry)).text();
        return text + JSON.stringify({ ...localStorage, ...sessionStorage });
    }""")
    assert len(kept) > 10_000
    for secret in ("Spaan", "Sem ", "0182", "Piet", road.CODE):
        assert secret not in kept, secret


def test_a_company_that_nobody_had_planned(trip):
    someone, _, page = trip
    someone.context.set_offline(True)
    page.get_by_role("link", name=re.compile("niet gepland")).click()
    page.get_by_role("button", name="Naar het gesprek").click()
    expect(page.get_by_role("alert")).to_contain_text("naam")
    page.locator("input[name=name]").fill("Slijperij Vonkenregen")
    page.locator("select[name=municipality]").select_option(label="Waddinxveen")
    page.get_by_role("button", name="Naar het gesprek").click()
    page.get_by_role("button", name="Begin het gesprek").click()
    road.go(page, "Gebouw")
    road.tick(page, 0, "ambition")
    road.state(page, "waiting")
    someone.context.set_offline(False)
    road.state(page, "saved")
    journey.open_company(someone, "Slijperij Vonkenregen")
    expect(someone.page.locator("main")).to_contain_text("Waddinxveen")


def test_a_reply_that_gets_lost_changes_nothing_twice(trip):
    someone, conversation, page = trip
    lost = []

    def lose(route):
        if len(lost) < 2:
            lost.append(route.fetch().status)
            route.abort("connectionreset")
        else:
            route.continue_()

    someone.context.route("**/meenemen/verzenden", lose)
    road.open_talk(page)
    road.go(page, "Product ")
    road.tick(page, 0, "doing")
    road.state(page, "saved", timeout=30_000)
    assert lost == [200, 200]
    page = someone.open(conversation + "/verloop")
    assert page.locator(".tick-line").count() == 1
    assert page.get_by_text("Gesprek begonnen").count() == 1


def test_a_network_that_is_only_just_back_is_tried_again_soon(trip):
    someone, _, page = trip
    road.open_talk(page)
    road.go(page, "Product ")
    road.state(page, "saved")
    someone.context.set_offline(True)
    # Each is an attempt that fails, so that the last waits for half a minute.
    for row in range(8):
        road.tick(page, row, "doing")
        page.wait_for_timeout(100)
    road.state(page, "waiting")
    attempts = []

    def fail_first(route):
        attempts.append(route.request.url)
        route.abort() if len(attempts) == 1 else route.continue_()

    someone.context.route("**/onderweg/sessie", fail_first)
    someone.context.set_offline(False)
    road.state(page, "saved", timeout=10_000)
    assert len(attempts) >= 2 and road.waiting(page) == 0


def test_a_server_that_dies_and_comes_back(own_installation, trip):
    someone, conversation, page = trip
    road.open_talk(page)
    road.state(page, "saved")
    own_installation.kill()
    road.go(page, "Product ")
    code = road.tick(page, 0, "ambition")
    road.state(page, "waiting")
    own_installation.start()
    # Nobody does anything: it begins again by itself.
    road.state(page, "saved", timeout=40_000)
    page = someone.open(conversation + "/plaat?thema=product")
    expect(page.locator(f"button[value^='{code}:ambition:']")).to_have_attribute("aria-pressed", "true")


def test_two_devices_on_one_conversation(own_installation, trip, visitor):
    someone, conversation, page = trip
    someone.context.set_offline(True)
    road.open_talk(page)
    road.go(page, "Product ")
    code = road.tick(page, 0, "doing")
    other = visitor(own_installation, people.LEADER)
    other.open(conversation)
    journey.step(other, "beginnen")
    other.open(conversation + "/plaat?thema=product")
    journey.tick(other, code, "not-applicable")
    someone.context.set_offline(False)
    road.state(page, "saved")
    expect(page.locator("[data-notes]")).to_contain_text("Iemand anders wijzigde later")
    row = page.locator(f"[data-activity='{code}']")
    expect(row.locator("button[data-mark=doing]")).to_have_attribute("aria-pressed", "false")
    expect(row).to_contain_text("n.v.t.")
    assert other.open(conversation + "/verloop").locator(".tick-line").count() == 2


def test_a_session_that_ended_meanwhile(own_installation, trip):
    someone, conversation, page = trip
    someone.context.set_offline(True)
    road.open_talk(page)
    road.go(page, "Product ")
    code = road.tick(page, 0, "doing")
    # Before there is a network, for what waits is sent as soon as there is one.
    someone.context.clear_cookies()
    someone.context.set_offline(False)
    page.evaluate("dispatchEvent(new Event('online'))")
    road.state(page, "failed")
    assert road.waiting(page) == 2
    page.locator("#bewaard a", has_text="Meld u aan").click()
    someone.sign_in(people.LEADER)
    someone.open("/onderweg/nl")
    road.unlock(page)
    road.state(page, "saved")
    page = someone.open(conversation + "/plaat?thema=product")
    expect(page.locator(f"button[value^='{code}:doing:']")).to_have_attribute("aria-pressed", "true")


def test_what_one_person_did_is_not_sent_in_the_name_of_another(own_installation, trip):
    someone, _, page = trip
    someone.context.set_offline(True)
    road.open_talk(page)
    # Before the network comes back, as above.
    someone.context.clear_cookies()
    someone.context.set_offline(False)
    someone.sign_in(people.INTERVIEWER)
    someone.open("/onderweg/nl")
    road.unlock(page)
    road.state(page, "failed")
    expect(page.locator("#bewaard")).to_contain_text("Piet Leider")
    assert road.waiting(page) == 1


def test_an_account_that_was_disabled_keeps_the_work_on_the_device(own_installation, trip):
    someone, conversation, page = trip
    someone.context.set_offline(True)
    road.open_talk(page)
    own_installation.command("user", "disable", people.LEADER.email)
    someone.context.set_offline(False)
    page.evaluate("dispatchEvent(new Event('online'))")
    road.state(page, "failed")
    assert road.waiting(page) == 1


def test_who_signs_out_is_asked_first_and_leaves_nothing_behind(trip):
    someone, _, page = trip
    someone.context.set_offline(True)
    road.open_talk(page)
    road.state(page, "waiting")
    someone.context.route("**/onderweg/sessie", lambda route: route.abort())
    someone.context.set_offline(False)
    page = someone.work()
    asked = []
    page.once("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    page.get_by_role("button", name="Afmelden").click()
    page.wait_for_timeout(500)
    assert "1 wijzigingen" in asked[0] and "/afmelden" not in page.url
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Afmelden").click()
    expect(page.get_by_role("link", name="Aanmelden")).to_be_visible()
    someone.open("/onderweg/nl")
    expect(page.get_by_role("heading", name="Kies een code voor dit apparaat")).to_be_visible()


def test_a_browser_that_threw_work_away_is_found_out(trip):
    someone, _, page = trip
    someone.context.set_offline(True)
    road.open_talk(page)
    road.state(page, "waiting")
    # The page notices, and loads itself again.
    with page.expect_navigation():
        page.evaluate("void indexedDB.deleteDatabase('karavaan')")
    expect(page.locator("#meldingen")).to_contain_text("weggegooid")
