"""The conversation without a mouse: Tab, Enter, Space, arrows and letters."""
import re

from playwright.sync_api import expect

import journey
import people

# What has the focus, and whether one can see that it has.
FOCUS = """() => {
    const element = document.activeElement, style = getComputedStyle(element);
    // The parts of a date are inside one field; the browser itself shows which of them it is.
    const isSame = element === window.previousStop;
    window.previousStop = element;
    return { visible: isSame || element === document.body || style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
                 || style.boxShadow !== 'none',
             html: element.outerHTML.slice(0, 120) };
}"""


def tab_to(visitor, locator, presses=150):
    """Presses Tab until it has the focus; every stop on the way must be visible."""
    page = visitor.page
    for _ in range(presses):
        if locator.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        assert focus["visible"], f"one cannot see that this has the focus: {focus['html']}"
    raise AssertionError(f"not reached by Tab: {locator}")


def test_the_first_stop_skips_to_the_content(installation, visitor):
    iris = visitor(installation, people.INTERVIEWER)
    page = iris.work("/bedrijven")
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    expect(skip).to_have_attribute("href", re.compile("^#"))
    expect(skip).to_be_in_viewport()
    box = skip.bounding_box()
    assert box["width"] >= 44 and box["height"] >= 24
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.querySelector('main').contains(document.activeElement)")


def test_a_conversation_by_keyboard_alone(own_installation, visitor, tmp_path):
    csv = tmp_path / "bedrijven.csv"
    csv.write_text(journey.CSV)
    piet = visitor(own_installation, people.LEADER)
    journey.import_companies(piet, csv, expecting=3)

    iris = visitor(own_installation)
    page = iris.open("/aanmelden")
    tab_to(iris, page.locator("input[name=email]"))
    page.keyboard.type(people.LEADER.email)
    page.keyboard.press("Tab")
    page.keyboard.type("vijf kromme spaanders")
    page.keyboard.press("Enter")
    expect(page).not_to_have_url(re.compile("/aanmelden"))

    iris.work("/bedrijven")
    tab_to(iris, page.get_by_role("link", name="Draaierij De Spaan"))
    page.keyboard.press("Enter")
    expect(iris.heading).to_contain_text("Draaierij De Spaan")
    tab_to(iris, page.locator("a[href*='/gesprekken/nieuw?bedrijf=']").first)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/gesprekken/nieuw"))
    tab_to(iris, page.locator("main form[action$='/gesprekken/nieuw'] button").last)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(rf"/gesprekken/{journey.IDENTIFIER}(\?|$)"))
    conversation = page.url
    tab_to(iris, page.locator("form:has(input[name=stap][value=beginnen]) button").first)
    page.keyboard.press("Enter")
    # It begins with the picture.
    expect(page).to_have_url(re.compile("stap=beeld"))
    tab_to(iris, page.locator(".talk-next a").first)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("thema="))

    first, second, third = journey.activities(iris, 3)
    tab_to(iris, page.locator(f"button[value^='{first}:doing:']"))
    page.keyboard.press("Space")
    expect(page.locator(f"button[value^='{first}:doing:']")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("w")
    expect(page.locator(f"button[value^='{second}:ambition:']")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("n")
    expect(page.locator(f"button[value^='{third}:not-applicable:']")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#bewaard")).to_have_attribute("data-state", "saved")

    page.goto(conversation)
    tab_to(iris, page.locator("form:has(input[name=stap][value=afronden]) button").first)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/uitslag$"))
    expect(page.locator(".hero strong").first).to_have_text("1")


def test_errors_are_told_where_the_keyboard_is(installation, visitor):
    piet = visitor(installation, people.LEADER)
    piet.expect_trouble("422", "Failed to load resource")
    page = piet.work("/bedrijven/nieuw")
    page.locator("main form[method=post] button").first.click()
    summary = page.locator(".error-summary")
    expect(summary).to_be_visible()
    assert summary.evaluate("element => element.contains(document.activeElement)"), "the summary has the focus"
    link = summary.locator("a").first
    target = link.get_attribute("href")
    link.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.id") == target.removeprefix("#")
    field = page.locator(target)
    expect(field).to_have_attribute("aria-invalid", "true")
    assert field.get_attribute("aria-describedby")
    assert re.search(r"\d", page.title()), "the title says how many"
    piet.check()
