"""A picture of the programme's own: sent, with its places dragged on it, and filling up in a conversation."""
import re

import pytest
from playwright.sync_api import expect

import journey
import people
import road

DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 500">
<rect width="800" height="500" fill="#f4ecd8"/><rect id="Gebouw" x="300" y="120" width="320" height="260" fill="#c9b79c"/>
<circle id="product" cx="120" cy="380" r="80" fill="#b0b8c0"/></svg>"""


@pytest.fixture
def ada(own_installation, visitor, tmp_path):
    path = tmp_path / "bakkerij.svg"
    path.write_text(DRAWING)
    someone = visitor(own_installation, people.ADMINISTRATOR)
    page = someone.work("/programma/beeld")
    page.locator("input[type=file]").set_input_files(path)
    page.locator("form[enctype] button").click()
    expect(page.locator("#plekken")).to_be_visible()
    return someone


def drag(page, start, end):
    """From one place on the picture to another, both in percents of it."""
    page.locator(".zone-layer").scroll_into_view_if_needed()
    box = page.locator(".zone-layer").bounding_box()
    where = [(box["x"] + x / 100 * box["width"], box["y"] + y / 100 * box["height"]) for x, y in (start, end)]
    page.mouse.move(*where[0])
    page.mouse.down()
    page.mouse.move(*where[1], steps=4)
    page.mouse.up()


def place_everything(someone):
    """Those that the drawing does not name are drawn, one after the other."""
    page = someone.page
    missing = [field for field in page.locator("fieldset[data-zone]").all() if not field.locator("input").first.input_value()]
    assert len(missing) == 5
    for index, field in enumerate(missing):
        drag(page, (4 + index * 19, 4), (20 + index * 19, 18))
        expect(field.locator("input").first).not_to_have_value("")


def test_places_are_found_by_name_or_drawn_and_can_be_moved(ada):
    page = ada.page
    found = page.locator("fieldset[data-zone=gebouw] input")
    assert [field.input_value() for field in found.all()] == ["37.5", "24.0", "40.0", "52.0"]
    place_everything(ada)
    drag(page, (60, 50), (65, 60))
    assert found.first.input_value() == "42.5"
    ada.check_accessible()
    ada.check_reflow()
    page.set_viewport_size({"width": 1440, "height": 900})
    page.locator("button[name=doe][value=gebruiken]").click()
    expect(page.locator("button[name=doe][value=standaard]")).to_be_visible()
    ada.check_accessible()


def test_without_a_script_places_are_typed(own_installation, ada, visitor):
    plain = visitor(own_installation, people.ADMINISTRATOR, javascript=False)
    plain.expect_trouble("422")
    page = plain.work("/programma/beeld")
    page.locator("button[name=doe][value=gebruiken]").click()
    expect(page.locator(".error-summary li")).to_have_count(5)
    for index, field in enumerate(page.locator("fieldset[data-zone]").all()):
        for side, value in zip(field.locator("input").all(), [index * 10, 5, 9, 20]):
            if not side.input_value():
                side.fill(str(value))
    page.locator("button[name=doe][value=gebruiken]").click()
    expect(page.locator("button[name=doe][value=standaard]")).to_be_visible()


def test_it_fills_up_in_a_conversation_on_the_site_and_on_the_road(own_installation, ada, visitor, tmp_path):
    place_everything(ada)
    ada.page.locator("button[name=doe][value=gebruiken]").click()
    expect(ada.page.locator("button[name=doe][value=standaard]")).to_be_visible()
    someone, conversation = road.prepare(own_installation, visitor, tmp_path)
    page = someone.open(conversation)
    journey.step(someone, "beginnen")
    journey.open_sheet(someone, conversation, "thema=product")
    level = page.locator("svg.talk-picture [data-level=doing][data-zone=product]")
    expect(level).to_have_attribute("height", "0")
    journey.tick(someone, journey.activities(someone, 1)[0], "doing")
    assert float(level.get_attribute("height")) > 0
    expect(page.locator("svg.talk-picture [data-label=product] .scene-counts text").first).to_have_text("1")
    # The parts of the picture lead to their themes.
    page.locator(".scene-links a[href*='thema=gebouw'] path").click(force=True)
    expect(page).to_have_url(re.compile("thema=gebouw"))
    someone.check_accessible()

    road.take(someone)
    road.open_talk(page)
    expect(page.locator("svg.talk-picture [data-level=doing][data-zone=product]")).not_to_have_attribute("height", "0")
    page.locator(".scene-links a[href$='gebouw'] path").click(force=True)
    expect(page.locator(".talk-nav [aria-current]")).to_contain_text("Gebouw")
