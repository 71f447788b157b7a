"""What people should not type, but do."""
import re

import pytest
from playwright.sync_api import expect

import journey
import people

NASTY = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "'; DROP TABLE company; --",
    "</title></style></textarea><svg onload=alert(1)>",
    "javascript:alert(1)//",
    "{{7*7}}${7*7}<%=7*7%>",
    "Ünïcödé 漢字 🚲 \u202egnirts desrever",
]


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_a_name_is_text_wherever_it_is_shown(installation, visitor, text):
    piet = visitor(installation, people.LEADER)
    page = piet.page
    page.on("dialog", lambda dialog: pytest.fail(f"a script ran: {dialog.message}"))
    piet.work("/bedrijven/nieuw")
    page.locator("input[name=name]").fill(text)
    page.locator("input[name=postcode]").fill("2404 AB")
    page.locator("input[name=street]").fill(text[:60])
    page.locator("main form[method=post] button").first.click()
    expect(page).to_have_url(re.compile(f"/bedrijven/{journey.IDENTIFIER}"))
    expect(piet.heading).to_contain_text(text.split("\u202e")[0].strip()[:12])
    piet.check_accessible()
    journey.plan(piet)
    piet.work("/bedrijven?zoek=" + "alert")
    piet.work("/gesprekken")
    assert page.locator("main script, main img[src=x], main svg[onload]").count() == 0


def test_searching_for_anything_is_only_searching(installation, visitor):
    piet = visitor(installation, people.LEADER)
    for text in [*NASTY, "%", "_", "\\", "a" * 5000, "%00", "\ud7ff"]:
        reply = piet.context.request.get("/werk/mkb-deal-metaal/bedrijven", params={"zoek": text, "pagina": text[:9]})
        assert reply.status in (200, 400, 414, 422), f"{text[:20]!r} answered {reply.status}"


def test_a_name_of_a_megabyte_is_refused_in_words(installation, visitor):
    piet = visitor(installation, people.LEADER)
    piet.expect_trouble("413", "422", "Failed to load resource")
    page = piet.work("/bedrijven/nieuw")
    token = page.locator("main form[method=post] input[name=_token]").input_value()
    identifier = page.locator("main form[method=post] input[name=id]").input_value()
    for length in [2000, 1_000_000]:
        reply = piet.context.request.post("/werk/mkb-deal-metaal/bedrijven/nieuw", form={
            "_token": token, "id": identifier, "name": "x" * length, "postcode": "2404 AB"})
        assert reply.status in (413, 422), f"{length} characters answered {reply.status}"
        assert "<h1" in reply.text()


@pytest.mark.parametrize("content", [
    b"", b"\n\n\n", b"\x00" * 5000, b"\xff\xfe", b"\xff\xfeN\x00", b"Naam;Postcode\n\xe9\xff\xfe;2404 AB\n",
    b'Naam;Postcode\n"nooit gesloten;2404 AB\n' + b"x" * 20000, b"Naam\n" + b";" * 100_000,
    b"PK\x03\x04 this is really a spreadsheet", b"%PDF-1.7", ("Naam;Postcode\n" + "=cmd|' /C calc'!A1;2404 AB\n").encode(),
], ids=range(11))
def test_any_file_gets_an_answer_in_words(installation, visitor, tmp_path, content):
    piet = visitor(installation, people.LEADER)
    piet.expect_trouble("413", "422", "400", "Failed to load resource")
    path = tmp_path / "bestand.csv"
    path.write_bytes(content)
    page = piet.work("/bedrijven/inlezen")
    page.locator("input[type=file]").set_input_files(path)
    page.locator("form[enctype] button").click()
    page.wait_for_load_state()
    expect(piet.heading).to_be_visible()
    assert "500" not in page.title()


def test_a_formula_in_a_cell_does_not_come_out_as_one(own_installation, visitor, tmp_path):
    piet = visitor(own_installation, people.LEADER)
    csv = tmp_path / "bedrijven.csv"
    csv.write_text("Naam;Postcode;KvK-nummer\n=cmd|' /C calc'!A1;2404 AB;90000009\n@SUM(1);2404 AB;90000010\n")
    journey.import_companies(piet, csv, expecting=2)
    export = piet.get("/werk/mkb-deal-metaal/bedrijven/export").text()
    for line in export.splitlines()[1:]:
        for cell in re.split("[;,\t]", line):
            assert not re.match(r'"?[=+@-]', cell.strip()), f"a spreadsheet would run {cell!r}"
