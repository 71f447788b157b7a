"""What the browser tests share. Run them with `make test`, or `.venv/bin/pytest Tests/BrowserTests -k …`."""
import subprocess

import pytest
from playwright.sync_api import expect, sync_playwright

import people
import road
from karavaan import BINARY, PACK, ROOT, Installation
from post import Post
from visitor import Visitor


expect.set_options(timeout=15_000)


@pytest.fixture(scope="session")
def browser():
    found = subprocess.run([ROOT / "scripts/find-chromium"], capture_output=True, text=True)
    assert found.returncode == 0, "Chromium is not installed; scripts/setup test installs it."
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=found.stdout.strip(),
            # Everything runs inside a container or as root here; it only ever visits our own site.
            args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def installation(tmp_path_factory):
    """A site that most tests share: the metal programme, and somebody in every role."""
    yield from serving(tmp_path_factory.mktemp("site"))


@pytest.fixture
def own_installation(tmp_path):
    """A site for who is going to do something terrible to it."""
    yield from serving(tmp_path)


def serving(folder, database=None):
    assert BINARY.exists(), "There is no program to test; build it first: swift build"
    installation = Installation(folder, database)
    installation.command("import", PACK)
    for person in people.EVERYBODY:
        installation.add(person)
    installation.start()
    yield installation
    installation.stop()


class Visitors:
    """Makes visitors, and asks them afterwards what went wrong."""

    def __init__(self, browser):
        self.browser = browser
        self.made = []

    def __call__(self, installation, person=None, **options):
        visitor = Visitor(self.browser, installation, **options)
        self.made.append(visitor)
        return visitor.sign_in(person) if person else visitor


@pytest.fixture
def visitor(browser):
    visitors = Visitors(browser)
    yield visitors
    for visitor in visitors.made:
        visitor.close()


@pytest.fixture
def post(tmp_path):
    folder = tmp_path / "post"
    folder.mkdir()
    post = Post(folder)
    yield post
    post.stop()


@pytest.fixture
def trip(own_installation, visitor, tmp_path):
    """Somebody with a conversation taken along, and the address of that conversation on the site."""
    someone, conversation = road.prepare(own_installation, visitor, tmp_path)
    someone.expect_trouble(*road.LOST)
    return someone, conversation, road.take(someone)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """A picture of what the browser showed when a test failed."""
    report = yield
    visitors = getattr(item, "funcargs", {}).get("visitor")
    if report.when == "call" and report.failed and visitors:
        folder = ROOT / "Tests/BrowserTests/screenshots"
        folder.mkdir(exist_ok=True)
        for index, visitor in enumerate(visitors.made):
            try:
                visitor.page.screenshot(path=folder / f"{item.name}-{index}.png", full_page=True)
            except Exception as problem:  # The browser may be what failed.
                report.sections.append(("screenshot", str(problem)))
    return report
