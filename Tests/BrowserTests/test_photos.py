"""Photos of good examples: made smaller on the device, without where they were taken, sent last, and never from the start."""
import io
import re

import pytest
from PIL import Image
from playwright.sync_api import expect

import journey
import people
import road
from karavaan import PROGRAMME


@pytest.fixture
def photo(tmp_path):
    """As a telephone makes it: large, on its side, with a place in it."""
    image = Image.effect_noise((3000, 2000), 60).convert("RGB")
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "Telefoonmaker"
    exif.get_ifd(0x8825)[2] = (52.0, 7.0, 30.0)
    path = tmp_path / "IMG_0001.jpg"
    image.save(path, exif=exif, quality=95)
    return path


def note_example(page, photo):
    road.go(page, "Goede voorbeelden")
    form = page.locator("form.road-example")
    form.locator("[name=titel]").fill("Restplaat naar school")
    form.locator("[name=verhaal]").fill("Leerlingen lassen ermee.")
    form.locator("[name=delen][value=nobody]").check()
    form.locator("[name=foto]").set_input_files(photo)
    form.get_by_role("button", name="Bewaar het voorbeeld").click()
    expect(page.locator("[data-list] li")).to_contain_text("Restplaat naar school")


def photo_of(someone, conversation):
    """The one photo on the page of the conversation, as it is sent to whoever looks."""
    page = someone.open(conversation)
    image = page.locator(".photos img")
    expect(image).to_have_count(1)
    reply = someone.context.request.get(image.get_attribute("src"))
    assert reply.status == 200
    return reply.body()


def check_harmless(content):
    picture = Image.open(io.BytesIO(content))
    assert max(picture.size) == 1600
    # Upright: it was wider than high, and lay on its side.
    assert picture.size[0] < picture.size[1]
    assert dict(picture.getexif()) == {}
    assert b"Telefoonmaker" not in content and b"Exif" not in content


def test_a_photo_from_the_road_arrives_whole_after_a_bad_connection(trip, photo):
    someone, conversation, page = trip
    someone.context.set_offline(True)
    road.open_talk(page)
    note_example(page, photo)
    page.locator(".talk-nav").get_by_role("link", name=re.compile("^Klaar")).click()
    page.get_by_role("button", name="Rond af").click()
    expect(page.locator("#bewaard")).to_have_attribute("data-state", "waiting")

    # The connection breaks at every piece but the first, and every second time only the reply is lost.
    pieces = []

    def break_off(route):
        if route.request.method == "GET":
            return route.continue_()
        pieces.append(int(re.search(r"vanaf=(\d+)", route.request.url)[1]))
        if not 1 < len(pieces) < 6:
            return route.continue_()
        if len(pieces) % 2:
            route.fetch()
        return route.abort()

    someone.context.route("**/meenemen/fotos/**", break_off)
    someone.context.set_offline(False)
    while len(pieces) < 6:
        # The browser says that there is a network again.
        page.wait_for_timeout(400)
        page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator("#bewaard")).to_have_attribute("data-state", "saved", timeout=60_000)
    assert pieces == sorted(pieces), pieces
    assert pieces[1] > 0 and pieces[5] > pieces[1], "it goes on where it was"
    check_harmless(photo_of(someone, conversation))


def test_a_photo_waits_for_its_example_and_stays_through_a_reload(trip, photo):
    someone, conversation, page = trip
    someone.context.set_offline(True)
    road.open_talk(page)
    note_example(page, photo)
    page.reload()
    road.unlock(page)
    expect(page.locator("#bewaard")).to_have_attribute("data-state", "waiting")
    someone.context.set_offline(False)
    expect(page.locator("#bewaard")).to_have_attribute("data-state", "saved", timeout=60_000)
    check_harmless(photo_of(someone, conversation))


def test_what_is_no_photo_is_said_at_once_and_the_words_stay(trip, tmp_path):
    someone, _, page = trip
    road.open_talk(page)
    road.go(page, "Goede voorbeelden")
    fake = tmp_path / "foto.jpg"
    fake.write_text("geen foto")
    form = page.locator("form.road-example")
    form.locator("[name=titel]").fill("Restplaat")
    form.locator("[name=verhaal]").fill("Leerlingen lassen ermee.")
    form.locator("[name=delen][value=nobody]").check()
    form.locator("[name=foto]").set_input_files(fake)
    form.get_by_role("button", name="Bewaar het voorbeeld").click()
    expect(form.get_by_role("alert")).to_contain_text("kan dit apparaat niet lezen")
    expect(form.locator("[name=titel]")).to_have_value("Restplaat")
    expect(page.locator("[data-list] li")).to_have_count(0)


@pytest.mark.parametrize("javascript", [True, False])
def test_a_photo_is_added_and_erased_on_the_site(own_installation, visitor, tmp_path, photo, javascript):
    someone, conversation = road.prepare(own_installation, visitor, tmp_path)
    if not javascript:
        someone = visitor(own_installation, people.LEADER, javascript=False)
    page = someone.open(conversation)
    journey.step(someone, "beginnen")
    journey.open_sheet(someone, conversation, "stap=voorbeelden")
    page.locator("#voorbeeld [name=titel]").fill("Restplaat naar school")
    page.locator("#voorbeeld [name=verhaal]").fill("Leerlingen lassen ermee.")
    page.locator("#voorbeeld [name=delen][value=nobody]").check()
    page.locator("#voorbeeld button").last.click()
    page.locator("form.photo-form input[type=file]").set_input_files(photo)
    button = page.locator("form.photo-form button")
    expect(button).to_be_enabled()
    button.click()
    expect(page.locator(".photos img")).to_have_count(1)
    if javascript:
        someone.check_accessible()
    content = photo_of(someone, conversation)
    if javascript:
        check_harmless(content)
    else:
        # The server does not make it smaller, but knows no more of it than which side is up.
        picture = Image.open(io.BytesIO(content))
        assert picture.size == (3000, 2000) and dict(picture.getexif()) == {0x0112: 6}
        assert b"Telefoonmaker" not in content
    page.locator(".photos form button").click()
    page.goto(someone.installation.address + conversation)
    expect(page.locator(".photos img")).to_have_count(0)
