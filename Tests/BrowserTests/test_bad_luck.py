"""Replies that get lost, servers that die, disks that fill up."""
import errno
import os
import subprocess

import pytest
from playwright.sync_api import expect

import journey
import people
from conftest import serving
from karavaan import Installation

LOST = ("Failed to load resource", "ERR_", "fetch")


@pytest.fixture
def talk(own_installation, visitor, tmp_path):
    """A conversation that has just been started, with its first theme open."""
    return begin(own_installation, visitor, tmp_path)


def begin(installation, visitor, folder):
    iris = visitor(installation, people.LEADER)
    csv = folder / "bedrijven.csv"
    csv.write_text(journey.CSV)
    journey.import_companies(iris, csv, expecting=3)
    journey.open_company(iris, "Draaierij De Spaan")
    conversation = journey.plan(iris)
    journey.step(iris, "beginnen")
    part = journey.themes(iris, conversation)[0]
    journey.open_sheet(iris, conversation, part)
    return iris, conversation, part


def is_on(page, activity, mark):
    return page.locator(f"button[value^='{activity}:{mark}:']").get_attribute("aria-pressed") == "true"


def test_a_reply_that_gets_lost_is_asked_again_and_counts_once(talk):
    iris, conversation, part = talk
    iris.expect_trouble(*LOST)
    page = iris.page
    lost = []

    def lose(route):
        # The server gets it and handles it; the browser never hears.
        if len(lost) < 2:
            lost.append(route.fetch().status)
            route.abort("connectionreset")
        else:
            route.continue_()

    page.route("**/vinkjes", lose)
    first, second = journey.activities(iris, 2)
    page.locator(f"button[value^='{first}:doing:']").click()
    page.locator(f"button[value^='{second}:ambition:']").click()
    expect(page.locator("#bewaard")).to_have_attribute("data-state", "saved", timeout=20_000)
    assert lost and all(status < 300 for status in lost)
    iris.open(conversation)
    journey.step(iris, "afronden")
    expect(page.locator(".hero strong").first).to_have_text("1")
    expect(page.locator(".hero strong").nth(1)).to_have_text("1")


def test_nothing_that_was_saved_is_gone_after_kill_9(own_installation, talk):
    iris, conversation, part = talk
    iris.expect_trouble(*LOST)
    page = iris.page
    codes = journey.activities(iris, 6)
    for index, code in enumerate(codes[:4]):
        journey.tick(iris, code, "doing")
        own_installation.kill()
        if index == 3:
            # Ticked while nobody listens: kept in the browser, and sent when there is somebody again.
            page.locator(f"button[value^='{codes[4]}:ambition:']").click()
            expect(page.locator("#bewaard")).to_have_attribute("data-state", "waiting")
        own_installation.start()
    expect(page.locator("#bewaard")).to_have_attribute("data-state", "saved", timeout=30_000)
    journey.open_sheet(iris, conversation, part)
    assert all(is_on(page, code, "doing") for code in codes[:4])
    assert is_on(page, codes[4], "ambition")
    assert not is_on(page, codes[5], "doing")


def test_ticks_survive_a_browser_that_closes_while_the_server_is_away(own_installation, talk):
    iris, conversation, part = talk
    iris.expect_trouble(*LOST)
    page = iris.page
    code = journey.activities(iris, 1)[0]
    own_installation.kill()
    page.locator(f"button[value^='{code}:doing:']").click()
    expect(page.locator("#bewaard")).to_have_attribute("data-state", "waiting")
    page.close(run_before_unload=False)
    own_installation.start()
    iris.page = iris.context.new_page()
    journey.open_sheet(iris, conversation, part)
    expect(iris.page.locator("#bewaard")).to_have_attribute("data-state", "saved")
    iris.page.reload()
    assert is_on(iris.page, code, "doing")


@pytest.fixture
def small_disk(tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    if os.geteuid() != 0 or subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", disk], capture_output=True).returncode != 0:
        pytest.skip("needs root, to mount a small disk")
    yield disk
    subprocess.run(["umount", "--lazy", disk], check=True)


def fill_up(path):
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT)
    for size in (65536, 4096, 1):
        try:
            while os.write(descriptor, b"\0" * size):
                pass
        except OSError as problem:
            assert problem.errno == errno.ENOSPC
    os.close(descriptor)


def test_a_full_disk_is_said_and_goes_over_by_itself(small_disk, visitor, tmp_path):
    for installation in serving(tmp_path, small_disk / "karavaan.sqlite"):
        iris, conversation, part = begin(installation, visitor, tmp_path)
        iris.expect_trouble(*LOST)
        page = iris.page
        first, second = journey.activities(iris, 2)
        journey.tick(iris, first, "doing")
        ballast = small_disk / "ballast"
        fill_up(ballast)
        page.locator(f"button[value^='{second}:doing:']").click()
        expect(page.locator("#bewaard")).to_have_attribute("data-state", "waiting")
        reply = iris.get(conversation)
        assert reply.status == 200, "reading goes on"
        ballast.unlink()
        expect(page.locator("#bewaard")).to_have_attribute("data-state", "saved", timeout=30_000)
        page.reload()
        assert is_on(page, first, "doing") and is_on(page, second, "doing")


def test_installation_can_be_served_twice(tmp_path):
    """A second server on the same file works beside the first, as during a restart without a pause."""
    for installation in serving(tmp_path):
        second = Installation(tmp_path, installation.database)
        second.start()
        second.stop()
