"""Every page that anybody can reach by clicking: accessible, narrow, and free of surprises."""
import re
import sqlite3
import urllib.parse

import pytest

import people
from karavaan import PROGRAMME, Installation

UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")
# Which a form sends back.
TOKEN = re.compile(r'(?<=name="_token" value=")[^"]*')
# Of a municipality, an indicator, an area with figures, and a publication.
CODE = re.compile(r"(?<=/gemeenten/)GM\d+|(?<=/koers/)(?!karavaan)[A-Za-z0-9-]+"
                  r"|(?<=/cijfers/mkb-deal-metaal/)(?!publicaties)[A-Za-z0-9-]+|(?<=mkb-deal-metaal/publicaties/)\d+")


@pytest.fixture(scope="module")
def story(tmp_path_factory):
    """The demonstration, in which everything has happened that can happen."""
    installation = Installation(tmp_path_factory.mktemp("story"))
    installation.tell_story()
    for person in people.EVERYBODY:
        installation.add(person)
    installation.start()
    yield installation
    installation.stop()


@pytest.fixture(scope="module")
def looked_at():
    """The contents of pages in which nothing was wrong, or of which it was told."""
    return set()


def kind_of(path):
    """Pages that differ in their data only are one kind: `/werk/x/bedrijven/*`, whatever stands after `?`."""
    parts = urllib.parse.urlsplit(path)
    keys = sorted(key for key, _ in urllib.parse.parse_qsl(parts.query))
    step = [value for key, value in urllib.parse.parse_qsl(parts.query) if key == "stap"]
    return CODE.sub("*", UUID.sub("*", parts.path)) + "?" + "&".join(keys + step)


def links(visitor):
    hrefs = visitor.page.locator("a[href]").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    base = visitor.page.url
    for href in hrefs:
        address = urllib.parse.urldefrag(urllib.parse.urljoin(base, href)).url
        if address.startswith(visitor.installation.address + "/"):
            yield address.removeprefix(visitor.installation.address)


def conversations_in_every_state(installation):
    """The page of one conversation in each state, which are of one kind but offer different things, and the sheet of the
    one that is paused, which has a button to it and no link."""
    database = sqlite3.connect(f"file:{installation.database}?mode=ro", uri=True)
    rows = database.execute(
        """
        SELECT kind, min(conversation) FROM conversation_event AS event
        WHERE number = (SELECT max(number) FROM conversation_event WHERE conversation = event.conversation)
        GROUP BY kind
        """
    ).fetchall()
    database.close()
    assert {"planned", "paused", "finished", "cancelled"} <= {kind for kind, _ in rows}
    pages = {kind: f"/werk/{PROGRAMME}/gesprekken/{conversation}" for kind, conversation in rows}
    return [*pages.values(), pages["paused"] + "/plaat"]


def content(visitor):
    """What a page says, without the identifiers and secrets that are new each time."""
    return UUID.sub("*", TOKEN.sub("*", visitor.page.locator("main").evaluate("main => main.outerHTML")))


def walk(visitor, looked_at, *starts, limit=170):
    """Clicks everything there is to click, once per kind of page; looks at each, and returns the kinds.

    Many people see many of the same pages. What is around them is looked at once for each of them, and a content that was
    looked at already is not looked at again.
    """
    waiting, seen, problems = list(starts), {kind_of(start) for start in starts}, []
    while waiting and len(seen) < limit:
        path = waiting.pop(0)
        head = visitor.context.request.get(path)
        if head.status != 200:
            problems.append(f"{path}, linked from a page, answers {head.status}")
            continue
        if not head.headers["content-type"].startswith("text/html"):
            continue
        visitor.open(path)
        text = content(visitor)
        if path in starts or text not in looked_at:
            looked_at.add(text)
            for look in (visitor.check_accessible, visitor.check_reflow):
                try:
                    look()
                except AssertionError as problem:
                    problems.append(str(problem))
        for link in links(visitor):
            if kind_of(link) not in seen:
                seen.add(kind_of(link))
                waiting.append(link)
    assert not problems, "\n".join(problems)
    return seen


@pytest.mark.parametrize("person", people.EVERYBODY, ids=lambda person: person.role)
def test_every_page_somebody_can_reach(story, visitor, looked_at, person):
    someone = visitor(story, person)
    start = f"/werk/{PROGRAMME}" if person is not people.COACH else f"/werk/{PROGRAMME}/koppelingen"
    if person not in (people.LEADER, people.ADMINISTRATOR):
        walk(someone, looked_at, start)
    else:
        kinds = walk(someone, looked_at, start, *conversations_in_every_state(story))
        # Should this ever shrink, the walk no longer proves much.
        for part in ["/bedrijven/*", "/gesprekken/*", "/gesprekken/*/plaat", "/gesprekken/*/uitslag", "/gesprekken/*/koppelingen",
                     "/selectie/*", "/selectie/*/bedrijven/*/uitnodigen", "/agenda", "/dekking", "/kennissessies/nieuw", "/terugkoppeling/*",
                     "/koers/*", "/gemeenten/*/leidraad", "/evaluaties", "/werk/mkb-deal-metaal/publicaties/*", "/koppelingen/past-de-hulp", "/kennissessies/*?",
                     "/geld/boekingen/*", "/geld/begroting", "/registers/communicatie"]:
            assert any(part in kind for kind in kinds), f"no page like {part} among {sorted(kinds)}"


def test_every_page_a_stranger_can_reach(story, visitor, looked_at):
    kinds = walk(visitor(story), looked_at, "/")
    for part in ["/aanmelden", "/cijfers/mkb-deal-metaal?", "/cijfers/mkb-deal-metaal/*?", "/cijfers/mkb-deal-metaal/publicaties/*?"]:
        assert any(part in kind for kind in kinds), f"no page like {part} among {sorted(kinds)}"


@pytest.mark.parametrize("width", [390, 820, 1440])
def test_english_at_every_width(story, visitor, width):
    someone = visitor(story, people.LEADER, language="en-GB", width=width)
    for path in ["", "/selectie", "/selectie/nieuw", "/dekking", "/agenda", "/post", "/bedrijven", "/gesprekken", "/koppelingen",
                 "/koppelingen/plaatsen", "/koppelingen/past-de-hulp", "/terugkoppeling", "/kennissessies", "/kennissessies/nieuw",
                 "/koers", "/koers/doel-gesprekken", "/gemeenten/GM0484", "/gemeenten/GM0484/leidraad", "/evaluaties", "/publicaties"]:
        someone.work(path)
        assert someone.page.locator("html").get_attribute("lang") == "en"
        someone.check()


@pytest.mark.parametrize("width", [390, 820, 1440])
def test_figures_in_english_at_every_width(story, visitor, width):
    someone = visitor(story, language="en-GB", width=width)
    for path in ["/cijfers", f"/cijfers/{PROGRAMME}", f"/cijfers/{PROGRAMME}/GM0484", f"/cijfers/{PROGRAMME}/GM0513",
                 f"/cijfers/{PROGRAMME}/publicaties/1"]:
        someone.open(path)
        assert someone.page.locator("html").get_attribute("lang") == "en"
        someone.check()


def test_dark_and_high_contrast_do_not_hide_anything(story, browser):
    context = browser.new_context(base_url=story.address, forced_colors="active", reduced_motion="reduce")
    page = context.new_page()
    page.goto("/aanmelden")
    button = page.locator("main button").first
    assert button.evaluate("element => getComputedStyle(element).borderTopStyle") != "none"
    context.close()
