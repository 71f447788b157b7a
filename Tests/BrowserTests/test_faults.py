"""The queue against everything that a network can do to it, and the browser against a power cut."""
import json
import os
import re
import signal
import sqlite3
import subprocess

import pytest
from playwright.sync_api import expect

import journey
import people
import road
from karavaan import PASSWORD, PROGRAMME, ROOT

RUNS = 1000

# A queue in memory, the real module, and the real server; in between something that loses, cuts, repeats and reorders.
# Each run makes some ticks and sends until the queue is empty. Returns the ticks that were made.
FAULTS = """async ([programme, conversation, activities, runs, seed]) => {
    const base = document.querySelector("script[src*='take-along.js']").src;
    const { makeOutbox } = await import(base.replace("take-along.js", "outbox.js"));
    const { identifier } = await import(base.replace("take-along.js", "identifier.js"));
    let state = seed;
    const random = () => {
        state = (state + 0x6D2B79F5) | 0;
        let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
        mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    };
    const pick = (list) => list[Math.floor(random() * list.length)];

    const network = globalThis.fetch;
    const earlier = [];
    const faults = {};
    globalThis.fetch = async (address, options) => {
        if (options?.method !== "POST") {
            if (random() < 0.05) throw new TypeError("no network");
            return network(address, options);
        }
        const fault = pick(["none", "none", "never arrives", "reply lost", "cut", "twice", "an old one first"]);
        faults[fault] = (faults[fault] ?? 0) + 1;
        earlier.push(options);
        if (earlier.length > 20) earlier.shift();
        if (fault === "never arrives") throw new TypeError(fault);
        if (fault === "cut") {
            await network(address, { ...options, body: options.body.slice(0, Math.floor(random() * options.body.length)) });
            throw new TypeError(fault);
        }
        if (fault === "twice") await network(address, options);
        if (fault === "an old one first") await network(address, pick(earlier));
        const reply = await network(address, options);
        if (fault === "reply lost") throw new TypeError(fault);
        return reply;
    };

    let letters = [];
    let place = 0;
    const vault = {
        keep: async (items) => { for (const item of items) letters.push({ place: place++, ...item }); },
        waiting: async () => letters.map((letter) => ({ ...letter })),
        count: async () => letters.length,
        arrived: async (places) => { letters = letters.filter((letter) => !places.includes(letter.place)); },
    };
    const refusals = [];
    const outbox = makeOutbox(vault, {
        device: "fouten", owner: async () => null, noted: async () => {}, changed: ({ refused }) => refusals.push(...refused),
    });
    const made = [];
    try {
        for (let run = 0; run < runs; run++) {
            for (let count = 1 + Math.floor(random() * 6); count > 0; count--) {
                const madeAt = Date.now();
                const tick = { id: identifier(madeAt), activity: pick(activities), mark: pick(["doing", "ambition"]), isOn: random() < 0.7, madeAt };
                made.push(tick);
                await vault.keep([{ id: identifier(), programme, kind: "ticks", conversation, ticks: [tick] }]);
                if (random() < 0.2) outbox.send();
            }
            for (let turn = 0; letters.length; turn++) {
                if (turn > 2000) throw new Error(`run ${run} does not end: ${JSON.stringify(refusals.at(-1))}`);
                await outbox.send();
                if (letters.length) await new Promise((done) => setTimeout(done, 5));
            }
        }
    } finally {
        globalThis.fetch = network;
    }
    return { made, faults, refused: refusals.length };
}"""


def test_no_tick_is_lost_or_doubled_whatever_the_network_does(own_installation, visitor, tmp_path, capsys):
    someone, conversation = road.prepare(own_installation, visitor, tmp_path)
    someone.expect_trouble(*road.LOST)
    journey.step(someone, "beginnen")
    page = someone.open("/onderweg/nl")
    sheet = someone.json(f"/werk/{PROGRAMME}/meenemen/pakket?van=2026-01-01&tot=2026-01-01")["sheet"]
    codes = [activity["code"] for activity in sheet["activities"] if activity["isCore"]]
    identifier = conversation.rsplit("/", 1)[1]
    page.set_default_timeout(300_000)
    result = page.evaluate(FAULTS, [PROGRAMME, identifier, codes, RUNS, 20261128])
    database = sqlite3.connect(f"file:{own_installation.database}?mode=ro", uri=True)
    stored = [row[0] for row in database.execute("SELECT id FROM tick WHERE device = 'fouten'")]
    database.close()
    made = [tick["id"] for tick in result["made"]]
    lost, doubled = set(made) - set(map(name, stored)), len(stored) - len(set(stored))
    with capsys.disabled():
        print(f"\n{RUNS} runs, {sum(result['faults'].values())} messages, {json.dumps(result['faults'])}: ticks made {len(made)}, "
              f"ticks on the server {len(stored)}, ticks lost {len(lost)}, ticks doubled {doubled}")
    assert len(made) > 2 * RUNS and result["refused"] == 0
    assert not lost and doubled == 0 and len(stored) == len(made)
    # And what stands on the sheet is what the ticks in their order add up to.
    page = someone.open(conversation + "/plaat?thema=product")
    for code in journey.activities(someone, 6):
        for mark in ("doing", "ambition"):
            last = [tick["isOn"] for tick in result["made"] if (tick["activity"], tick["mark"]) == (code, mark)][-1]
            expect(page.locator(f"button[value^='{code}:{mark}:']")).to_have_attribute("aria-pressed", str(last).lower())


def name(identifier):
    """A UUID as the database has it, as the browser has it."""
    if isinstance(identifier, bytes):
        text = identifier.hex()
        return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))
    return identifier.lower()


class Device:
    """A browser with a disk of its own, that can lose its power."""

    def __init__(self, playwright, installation, folder):
        found = subprocess.run([ROOT / "scripts/find-chromium"], capture_output=True, text=True).stdout.strip()
        self.folder = folder
        self.context = playwright.launch_persistent_context(
            folder, executable_path=found, args=["--no-sandbox", "--disable-dev-shm-usage"], base_url=installation.address,
            locale="nl-NL", timezone_id="Europe/Amsterdam")
        self.context.set_default_timeout(10_000)
        self.page = self.context.pages[0]

    def open(self, path):
        self.page.goto(path)
        return self.page

    def sign_in(self, person):
        page = self.open("/aanmelden")
        if "/aanmelden" in page.url:
            page.locator("input[name=email]").fill(person.email)
            page.locator("input[name=wachtwoord]").fill(PASSWORD)
            page.locator("main form button.button").first.click()
            expect(page).to_have_url(re.compile("/werk"))
        return page

    def lose_power(self):
        found = subprocess.run(["pgrep", "-f", f"user-data-dir={self.folder}"], capture_output=True, text=True).stdout.split()
        assert found
        for process in map(int, found):
            try:
                os.kill(process, signal.SIGKILL)
            except ProcessLookupError:
                pass


def test_nothing_that_was_shown_as_kept_is_gone_after_kill_9_of_the_browser(browser, own_installation, visitor, tmp_path):
    _, conversation = road.prepare(own_installation, visitor, tmp_path)
    folder = tmp_path / "apparaat"
    playwright = browser.browser_type
    device = Device(playwright, own_installation, folder)
    page = device.sign_in(people.LEADER)
    road.take(device)
    device.context.set_offline(True)
    road.open_talk(page)
    road.go(page, "Product ")
    codes = [road.tick(page, row, "doing") for row in range(4)]
    expect(page.locator("#bewaard")).to_contain_text("5")
    device.lose_power()

    device = Device(playwright, own_installation, folder)
    device.context.set_offline(True)
    page = device.open("/onderweg/nl")
    road.unlock(page)
    expect(page.locator("#bewaard")).to_contain_text("5")
    road.open_talk(page)
    road.go(page, "Product ")
    for code in codes:
        expect(page.locator(f"[data-activity='{code}'] button[data-mark=doing]")).to_have_attribute("aria-pressed", "true")
    # Chromium may have lost its cookies with its power.
    device.context.set_offline(False)
    device.sign_in(people.LEADER)
    page = device.open("/onderweg/nl")
    road.unlock(page)
    road.state(page, "saved", timeout=40_000)
    device.context.close()
