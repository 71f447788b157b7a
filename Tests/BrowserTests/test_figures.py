"""Figures that give no company away: made by one, published by another, and then for anybody."""
import json
import subprocess
import time

import page as validator
import pytest

import people
from karavaan import BINARY, PROGRAMME, Installation


@pytest.fixture(scope="module")
def story(tmp_path_factory):
    installation = Installation(tmp_path_factory.mktemp("figures"))
    installation.tell_story()
    for person in people.EVERYBODY:
        installation.add(person)
    installation.start()
    yield installation
    installation.stop()


def until(visitor, words, seconds=240):
    """Reloads until a page says so: some things take longer than anybody waits for a page."""
    end = time.monotonic() + seconds
    while words not in visitor.page.locator("main").inner_text():
        assert time.monotonic() < end, f"never: {words}"
        time.sleep(1)
        visitor.page.reload()


def test_a_publication_from_beginning_to_end(story, visitor):
    leader = visitor(story, people.LEADER, javascript=False)
    page = leader.work("/publicaties")
    page.get_by_role("button", name="Publicatie maken").click()
    assert "wordt berekend" in page.locator("main").inner_text() or "Wat er wordt getoond" in page.locator("main").inner_text()
    until(leader, "Wat er wordt getoond")
    address = page.url.removeprefix(story.address).split("?")[0]
    assert "U maakte deze publicatie zelf" in page.locator("main").inner_text()
    manager = visitor(story, people.MANAGER, width=390)
    manager.open(address)
    manager.check()
    manager.page.get_by_role("button", name="Publiceren").click()
    assert "gepubliceerd" in manager.page.locator("main").inner_text()
    municipality = visitor(story, people.MUNICIPALITY)
    municipality.work()
    assert "bedrijven gesproken" in municipality.page.locator("main").inner_text()
    municipality.page.get_by_role("link", name="Waddinxveen").first.click()
    assert "Doen, per thema" in municipality.page.locator("main").inner_text()
    anybody = visitor(story, width=390)
    anybody.open(f"/cijfers/{PROGRAMME}/GM0484")
    assert anybody.heading.inner_text() == "Hoe circulair zijn bedrijven in Alphen aan den Rijn?"
    anybody.page.locator("summary", has_text="Productieproces").click()
    anybody.check()


def test_all_publications_together_give_nothing_away(story, visitor, tmp_path):
    """Downloaded as anybody can, and attacked with the command that anybody has."""
    anybody = visitor(story)
    catalogue = json.loads(anybody.get("/cijfers/catalogus.jsonld").body())
    files = []
    for distribution in catalogue["dcat:dataset"][0]["dcat:distribution"]:
        address = distribution["dcat:downloadURL"]["@id"]
        if address.endswith("bundel.json"):
            path = tmp_path / f"{len(files)}.json"
            path.write_bytes(anybody.get("/cijfers/" + address.split("/cijfers/", 1)[1]).body())
            files.insert(0, path)
    assert len(files) >= 2
    done = subprocess.run([BINARY, "attack", *files], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout
    assert "0 findings, 0 not decided" in done.stderr and "The proof holds." in done.stderr


def test_figures_on_paper(story, visitor, tmp_path):
    content = visitor(story).get(f"/cijfers/{PROGRAMME}/GM0484/cijfers.pdf").body()
    path = tmp_path / "figures.pdf"
    path.write_bytes(content)
    report = validator.validate_pdf(path)
    assert not [f"{failure.rule_id}: {failure.message}" for failure in report.failures]
    assert report.is_compliant
    text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
    for words in ["Hoe circulair zijn bedrijven in Alphen aan den Rijn?", "Willen, per thema", "Gevraagde hulp", "Branche"]:
        assert words in text, words
