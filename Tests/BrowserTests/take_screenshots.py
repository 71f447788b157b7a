"""The screens that docs/the-picture.md shows, on a phone, a tablet and a sheet of A3, of the demonstration."""
import io
import sqlite3
import subprocess
import tempfile

from PIL import Image
from playwright.sync_api import sync_playwright

import journey
import people
from karavaan import PROGRAMME, ROOT, Installation
from visitor import Visitor

IMAGES = ROOT / "docs/images"
PHONE, TABLET = {"width": 390, "height": 844}, {"width": 1180, "height": 820}


def keep(name, content):
    """With few colours, for a drawing needs no more and a repository keeps everything for ever."""
    image = Image.open(io.BytesIO(content)).convert("RGB").quantize(128)
    image.save(IMAGES / f"{name}.png", optimize=True)
    print(f"{name}.png {image.size[0]} × {image.size[1]}, {(IMAGES / f'{name}.png').stat().st_size // 1024} kB")


def fullest(installation):
    """The finished conversation with the most ticks."""
    database = sqlite3.connect(f"file:{installation.database}?mode=ro", uri=True)
    found, = database.execute(
        """
        SELECT conversation FROM tick WHERE conversation IN
            (SELECT conversation FROM conversation_event WHERE kind = 'finished')
        GROUP BY conversation ORDER BY count(*) DESC LIMIT 1
        """).fetchone()
    database.close()
    return f"/werk/{PROGRAMME}/gesprekken/{found}"


def begun(visitor):
    """A conversation with some ticks in one theme."""
    page = visitor.work("/gesprekken?stand=planned")
    talk = page.locator("main a[href*='/gesprekken/0']").first.get_attribute("href")
    visitor.open(talk)
    journey.step(visitor, "beginnen")
    journey.open_sheet(visitor, talk, "thema=productieproces")
    for index, activity in enumerate(journey.activities(visitor, 6)):
        journey.tick(visitor, activity, "ambition" if index % 3 == 2 else "doing")
    return talk


def print_page(visitor, name, path):
    content = visitor.context.request.get(path).body()
    page = subprocess.run(["pdftoppm", "-r", "72", "-png", "-singlefile"], input=content, capture_output=True, check=True)
    keep(name, page.stdout)


def main():
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        found = subprocess.run([ROOT / "scripts/find-chromium"], capture_output=True, text=True, check=True)
        browser = playwright.chromium.launch(executable_path=found.stdout.strip(), args=["--no-sandbox"])
        installation = Installation(folder)
        installation.tell_story()
        installation.add(people.INTERVIEWER)
        installation.start()
        visitor = Visitor(browser, installation).sign_in(people.INTERVIEWER)
        page = visitor.page
        talk = fullest(installation)
        open_talk = begun(visitor)
        for size, name in ((PHONE, "phone"), (TABLET, "tablet")):
            page.set_viewport_size(size)
            for screen, path in (("picture", talk + "/plaat?stap=beeld"), ("zone", open_talk + "/plaat?thema=productieproces"),
                                 ("result", talk + "/uitslag")):
                visitor.open(path)
                page.wait_for_timeout(600)
                keep(f"{screen}-{name}", page.screenshot())
        print_page(visitor, "print-own-sheet-a3", f"{talk}/praatplaat/praatplaat-a3.pdf")
        print_page(visitor, "print-empty-sheet-a3", f"/werk/{PROGRAMME}/praatplaat/leeg.pdf")
        browser.close()
        installation.stop()


if __name__ == "__main__":
    main()
