"""The screens of a conversation without a network: the picture, the keyboard, and what everybody must be able to use."""
import re

from playwright.sync_api import expect

import road
from karavaan import PROGRAMME


def test_the_picture_says_what_the_rows_say(trip):
    someone, _, page = trip
    someone.context.set_offline(True)
    road.open_talk(page)
    label = page.locator("[data-label=product]")
    expect(label.locator("text").nth(-3)).to_have_text("0")
    shown = "svg.talk-picture [data-look=done]:not([display])"
    assert page.locator(shown).count() == 0
    road.go(page, "Product ")
    rows = page.locator("[data-activity]:visible")
    expect(rows).not_to_have_count(0)
    count = rows.count()
    for row in range(count):
        button = rows.nth(row).locator("button[data-mark=doing]")
        button.click()
        expect(button).to_have_attribute("aria-pressed", "true")
    road.go(page, "De praatplaat")
    expect(page.locator(shown)).not_to_have_count(0)
    expect(label).to_contain_text(str(count))
    # By its zones too one gets to the rows.
    page.locator(".scene-links a[href$='/product'] path").click(force=True)
    expect(page).to_have_url(re.compile("/product$"))


def test_by_keyboard_alone(trip):
    someone, _, page = trip
    someone.context.set_offline(True)
    road.open_talk(page)
    road.go(page, "Product ")
    first = page.locator("[data-activity]").first
    first.locator("button[data-mark=doing]").focus()
    page.keyboard.press("d")
    expect(first.locator("button[data-mark=doing]")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("w")
    expect(page.locator("[data-activity]").nth(1).locator("button[data-mark=ambition]")).to_have_attribute("aria-pressed", "true")


def test_every_screen_is_accessible_and_narrow_in_english_too(own_installation, visitor, tmp_path):
    someone, _ = road.prepare(own_installation, visitor, tmp_path)
    page = road.take(someone)
    someone.check()
    road.open_talk(page)
    for part in ("De praatplaat", "Energietransitie", "Hulp", "Goede voorbeelden", "Klaar"):
        road.go(page, part)
        someone.check()
    page.goto("/onderweg/nl#nieuw/" + PROGRAMME)
    page = someone.open("/onderweg/en")
    expect(page.get_by_role("heading", name="Open with your code")).to_be_visible()
    someone.check()
