"""A conversation without a network, in a real browser with its processor four times slowed down: the first view, a tick, and
sending what waits."""
import re
import statistics
import subprocess

from playwright.sync_api import sync_playwright

from site_under_test import EMAIL, PASSWORD, PROGRAMME, ROOT

CODE = "schroef-en-draad"

# Some ticks on the screen itself: milliseconds until the frame that shows it, and until it is on the disk.
TICK = """async (count) => {
    const shown = [], stored = [];
    const status = document.getElementById("bewaard");
    for (let index = 0; index < count; index++) {
        const buttons = document.querySelectorAll("[data-activity] .tick-doing");
        const button = buttons[index % buttons.length];
        const kept = new Promise((done) => new MutationObserver((_, observer) => { observer.disconnect(); done(); })
            .observe(status, { childList: true, characterData: true, subtree: true }));
        await new Promise(requestAnimationFrame);
        const began = performance.now();
        button.click();
        shown.push(performance.now() - began);
        await kept;
        stored.push(performance.now() - began);
    }
    return [shown, stored];
}"""

# What waits on a device after weeks without a network.
FILL = (ROOT / "Tests/BrowserTests/waiting_work.js").read_text()

# The real queue sends it.
SEND = """async (code) => {
    const base = document.querySelector("script[src*='take-along.js']").src;
    const load = (name) => import(base.replace("take-along.js", name));
    const [{ makeOutbox }, { openVault }] = await Promise.all(["outbox.js", "vault.js"].map(load));
    const vault = await openVault(code);
    const steps = new Set();
    const outbox = makeOutbox(vault, {
        device: "bench", owner: async () => null, noted: async () => {}, changed: ({ waiting }) => steps.add(waiting),
    });
    const began = performance.now();
    await outbox.send();
    return { seconds: (performance.now() - began) / 1000, left: await vault.count(), steps: steps.size };
}"""


def measure(site, conversations=200, ticks=60):
    """Rows for the table: what, ours, asked."""
    browser = subprocess.run([ROOT / "scripts/find-chromium"], capture_output=True, text=True, check=True).stdout.strip()
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox", "--disable-dev-shm-usage"])
        context = chromium.new_context(base_url=f"http://localhost:{site.port}", locale="nl-NL")
        context.set_default_timeout(120_000)
        page = context.new_page()
        page.goto("/aanmelden")
        page.fill("input[name=email]", EMAIL)
        page.fill("input[name=wachtwoord]", PASSWORD)
        page.locator("main form button.button").first.click()
        page.wait_for_url(re.compile("/werk"))
        page.goto("/onderweg/nl")
        page.fill("input[name=code]", CODE)
        page.fill("input[name=again]", CODE)
        page.get_by_role("button", name="Begin").click()
        page.get_by_role("button", name="Neem mee").click()
        page.locator("[data-programmes] a").first.wait_for()
        page.wait_for_function("navigator.serviceWorker.controller !== null")

        context.set_offline(True)
        slow = context.new_cdp_session(page)
        slow.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        views = []
        for _ in range(5):
            page.reload()
            page.locator("input[name=code]").wait_for()
            views.append(page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime"))
        page.fill("input[name=code]", CODE)
        page.get_by_role("button", name="Open", exact=True).click()
        page.locator("[data-programmes] a").first.click()
        page.fill("input[name=name]", "Meetbedrijf")
        page.locator("select[name=municipality]").select_option(index=1)
        page.get_by_role("button", name="Naar het gesprek").click()
        page.get_by_role("button", name="Begin het gesprek").click()
        page.locator(".talk-nav a").nth(3).click()
        page.locator("[data-activity]").first.wait_for()
        shown, stored = page.evaluate(TICK, 40)

        slow.send("Emulation.setCPUThrottlingRate", {"rate": 1})
        context.set_offline(False)
        page.goto("/gezond")
        page.goto("/onderweg/nl")
        page.locator("input[name=code]").wait_for()
        page.evaluate(FILL, [PROGRAMME, conversations, ticks, CODE])
        sent = page.evaluate(SEND, CODE)
        assert sent["left"] == 0, sent
        chromium.close()
    return [
        ("on the road: first view from cache, processor 4× slowed", f"{statistics.median(views):.0f} ms", "< 500 ms"),
        ("on the road: a tick on the screen, 4× slowed", f"{statistics.median(shown):.1f} ms, worst of 40 {max(shown):.1f} ms", "< 16 ms"),
        ("on the road: a tick on the disk, 4× slowed", f"{statistics.median(stored):.0f} ms, worst of 40 {max(stored):.0f} ms", "< 100 ms"),
        (f"on the road: sending {conversations} conversations of {ticks} ticks", f"{sent['seconds']:.1f} s, progress in {sent['steps']} steps", "< 10 s"),
    ]
