"""The rules that exist twice, on the server and in the scripts for where there is no network, held to one set of cases."""
import json

import pytest

import people
from karavaan import PROGRAMME, ROOT

CASES = json.loads((ROOT / "Tests/Cases/suggestions.json").read_text())

SUGGEST = """async ([programme, facts]) => {
    const { suggest } = await import(document.querySelector("script[src*='take-along.js']").src.replace("take-along.js", "suggestions.js"));
    for (const name of ["doing", "ambition", "needs"]) facts[name] = new Set(facts[name]);
    return suggest(programme, facts);
}"""

MODULE = """document.querySelector("script[src*='take-along.js']").src"""


@pytest.fixture(scope="module")
def page(installation, browser):
    context = browser.new_context(base_url=installation.address, locale="nl-NL")
    page = context.new_page()
    page.goto("/onderweg/nl")
    yield page
    context.close()


@pytest.mark.parametrize("case", CASES["cases"], ids=lambda case: case["name"])
def test_the_scripts_suggest_what_the_server_suggests(page, case):
    programme = CASES["programme"] | {"initiatives": case["initiatives"]}
    found = page.evaluate(SUGGEST, [programme, case["facts"]])
    assert found == {"suggested": case["suggested"], "leftOut": case["leftOut"]}


# What one taps, and what stands after it: the rule of Mark.excludes.
TAPS = [
    ([], "doing", ["doing"]),
    (["doing"], "ambition", ["ambition", "doing"]),
    (["doing"], "doing", []),
    (["ambition", "doing"], "not-applicable", ["not-applicable"]),
    (["not-applicable"], "doing", ["doing"]),
    (["unknown"], "not-applicable", ["not-applicable"]),
    (["doing"], "unknown", ["unknown"]),
]


@pytest.mark.parametrize("standing, mark, after", TAPS)
def test_a_tap_takes_back_what_contradicts_it(page, standing, mark, after):
    found = page.evaluate(
        f"""async ([standing, mark]) => {{
            const {{ taps, tapped }} = await import({MODULE}.replace("take-along.js", "marks.js"));
            const before = new Set(standing);
            const list = taps(before, mark);
            if (list.at(-1).mark !== mark) throw new Error("what was tapped comes last");
            return [...tapped(before, list)].sort();
        }}""",
        [standing, mark],
    )
    assert found == after


def test_identifiers_sort_as_they_were_made_and_have_the_form_of_version_7(page):
    made = page.evaluate(
        f"""async () => {{
            const {{ identifier }} = await import({MODULE}.replace("take-along.js", "identifier.js"));
            return Array.from({{ length: 3000 }}, (_, index) => identifier(1772000000000 + Math.floor(index / 1500)));
        }}"""
    )
    assert made == sorted(made) and len(set(made)) == 3000
    assert all(one[14] == "7" and one[19] in "89ab" for one in made)


def test_all_scripts_together_are_under_60_kilobytes_compressed():
    import gzip

    scripts = sorted((ROOT / "Sources/Web/Assets").glob("*.js"))
    size = sum(len(gzip.compress(script.read_bytes(), 9)) for script in scripts)
    assert len(scripts) > 10 and size < 60_000, f"{size} bytes"
