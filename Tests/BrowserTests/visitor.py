"""Somebody with a browser, who notices everything that should not happen."""
import json

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from karavaan import PASSWORD, PROGRAMME

AXE = Axe()
AXE_OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
# What a page must have besides what axe looks at: the things that axe lets pass.
OWN_CHECKS = """() => {
    const problems = [];
    const say = (text, element) => problems.push(text + (element ? ': ' + element.outerHTML.slice(0, 160) : ''));
    if (document.querySelectorAll('h1').length !== 1) say('not exactly one h1');
    if (!document.documentElement.lang) say('no lang');
    if (!document.title.trim()) say('no title');
    document.querySelectorAll('input:not([type=hidden]):not([type=submit]), select, textarea').forEach(field => {
        if (!field.labels.length && !field.getAttribute('aria-label') && !field.getAttribute('aria-labelledby'))
            say('a field with no label but a placeholder', field);
    });
    document.querySelectorAll('table').forEach(table => {
        if (!table.querySelector('th')) say('a table without th', table);
        table.querySelectorAll('th').forEach(th => { if (!th.scope) say('th without scope', th); });
    });
    document.querySelectorAll('[style]').forEach(element => say('a style attribute', element));
    document.querySelectorAll('[role=button]').forEach(element => { if (element.tabIndex < 0) say('unreachable', element); });
    document.querySelectorAll('a').forEach(link => {
        if (/^(klik hier|hier|lees meer|click here|here)$/i.test(link.textContent.trim())) say('says nothing', link);
    });
    return problems;
}"""
TOO_WIDE = """() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const inScroller = element => {
        for (let parent = element.parentElement; parent; parent = parent.parentElement)
            if (/auto|scroll|hidden/.test(getComputedStyle(parent).overflowX)) return true;
        return false;
    };
    return [...document.querySelectorAll('body *')]
        .filter(element => element.getBoundingClientRect().right > width + 1 && !inScroller(element))
        .slice(0, 5).map(element => element.outerHTML.slice(0, 160));
}"""


class Visitor:
    """A browser context with one page. `troubles` is what went wrong without anybody asking."""

    def __init__(self, browser, installation, *, javascript=True, width=1440, height=900, language="nl-NL"):
        self.installation = installation
        self.javascript = javascript
        self.context = browser.new_context(
            base_url=installation.address, java_script_enabled=javascript, locale=language,
            viewport={"width": width, "height": height}, timezone_id="Europe/Amsterdam", accept_downloads=True)
        # Patient: two tests run beside each other, and a PDF may be made for both.
        self.context.set_default_timeout(30_000)
        self.troubles = []
        self.expected = []
        self.page = self.context.new_page()
        self._watch(self.page)
        self.context.on("request", self._request)

    def _watch(self, page):
        page.on("console", lambda message: message.type in ("error", "warning") and self._trouble(message.text))
        page.on("pageerror", lambda error: self._trouble(f"script failed: {error}"))
        page.on("crash", lambda _: self._trouble("the page crashed"))

    def _request(self, request):
        if not request.url.startswith((self.installation.address, "data:", "blob:", "about:")):
            self._trouble(f"a request left the site: {request.url}")

    def _trouble(self, text):
        if not any(part in text for part in self.expected):
            self.troubles.append(f"{self.page.url}: {text}")

    def expect_trouble(self, *parts):
        """What a test brings about on purpose, such as a status that Chromium calls an error."""
        self.expected += parts

    def close(self):
        self.context.close()
        assert not self.troubles, "\n".join(self.troubles)

    # Where to go

    def sign_in(self, person):
        self.open("/aanmelden")
        self.page.locator("input[name=email]").fill(person.email)
        self.page.locator("input[name=wachtwoord]").fill(PASSWORD)
        self.page.locator("main button[type=submit], main form button.button").first.click()
        expect(self.page).not_to_have_url(self.installation.address + "/aanmelden")
        return self

    def open(self, path, status=200):
        response = self.page.goto(path)
        assert response.status == status, f"{path} answered {response.status}, not {status}"
        return self.page

    def work(self, path=""):
        return self.open(f"/werk/{PROGRAMME}{path}")

    def get(self, path):
        """Without the page: what a link to a file, or a script, gets."""
        return self.context.request.get(path)

    @property
    def heading(self):
        return self.page.locator("h1")

    # What to look at

    def check(self):
        """Everything that holds for every page, on the page that is open."""
        self.check_accessible()
        self.check_reflow()

    def check_accessible(self):
        problems = self.page.evaluate(OWN_CHECKS)
        results = AXE.run(self.page, options=AXE_OPTIONS)
        for violation in results.response["violations"]:
            for node in violation["nodes"][:3]:
                problems.append(f"{violation['id']} ({violation['help']}): {node['html'][:200]}")
        assert not problems, f"{self.page.url}\n" + "\n".join(problems)

    def check_reflow(self):
        """Nothing sticks out: not on this screen, not on a tablet, and not when a page is enlarged to 320 pixels."""
        size = self.page.viewport_size
        for narrow in (size, {"width": 820, "height": 1180}, {"width": 320, "height": 640}):
            self.page.set_viewport_size(narrow)
            too_wide = self.page.evaluate(TOO_WIDE)
            if too_wide:
                break
        self.page.set_viewport_size(size)
        assert not too_wide, f"{self.page.url} is wider than {narrow['width']} pixels:\n" + "\n".join(too_wide)

    def json(self, path):
        return json.loads(self.get(path).text())
