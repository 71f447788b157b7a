"""The commands that work on files of one's own, as somebody types them."""
import csv
import io
import subprocess

import pytest

from karavaan import BINARY


def run(folder, *arguments, typed=None):
    return subprocess.run([BINARY, *arguments], cwd=folder, input=typed, capture_output=True, text=True, timeout=60)


@pytest.fixture
def companies(tmp_path):
    """60 in town A and 30 in town B; a third of each is large."""
    path = tmp_path / "bedrijven.csv"
    lines = ["naam;plaats;grootte;mensen"]
    lines += [f"Bedrijf {n};{'A' if n % 3 else 'B'};{'groot' if n % 9 < 3 else 'klein'};{n}" for n in range(90)]
    path.write_text("\n".join(lines) + "\n")
    return tmp_path


def drawn(companies, *options):
    ran = run(companies, "draw", "bedrijven.csv", *options)
    assert ran.returncode == 0, ran.stderr
    return list(csv.DictReader(io.StringIO(ran.stdout)))


def test_a_draw_fits_and_is_the_same_for_the_same_number(companies):
    sample = drawn(companies, "--size", "9", "--by", "plaats,grootte", "--seed", "42")
    assert [sum(row["plaats"] == place for row in sample) for place in "AB"] == [6, 3]
    assert sum(row["grootte"] == "groot" for row in sample) == 3
    assert sample == drawn(companies, "--size", "9", "--by", "plaats,grootte", "--seed", "42")
    assert sample != drawn(companies, "--size", "9", "--by", "plaats,grootte", "--seed", "43")
    balanced = drawn(companies, "--size", "30", "--balance", "mensen", "--seed", "1")
    assert len(balanced) == 30
    assert abs(sum(int(row["mensen"]) for row in balanced) * 3 / sum(range(90)) - 1) < 0.1


@pytest.mark.parametrize("options, words", [
    (["--size", "9", "--by", "sector", "--seed", "1"], "There is no column sector. There are: naam, plaats, grootte, mensen."),
    (["--size", "0", "--seed", "1"], "--size has to be at least 1."),
    (["--size", "9", "--balance", "plaats", "--seed", "1"], "is not a number."),
])
def test_a_draw_that_cannot_be_says_why(companies, options, words):
    ran = run(companies, "draw", "bedrijven.csv", *options)
    assert ran.returncode != 0
    assert words in ran.stderr
    assert not ran.stdout


def test_a_file_that_is_not_there_or_not_whole_is_named(tmp_path):
    assert "weg.csv cannot be read." in run(tmp_path, "draw", "weg.csv", "--size", "1", "--seed", "1").stderr
    (tmp_path / "kort.csv").write_text("a,b\n1,2\n3\n")
    assert "kort.csv, line 3: 1 cells where 2 are expected." in run(
        tmp_path, "draw", "kort.csv", "--size", "1", "--seed", "1").stderr


def test_places_go_where_they_are_worth_most(tmp_path):
    (tmp_path / "punten.csv").write_text("company,VTM,HHS\ncapacity,1,1\n\"Vonk, BV\",9,8\nStaal,9,0\n")
    ran = run(tmp_path, "assign", "punten.csv")
    assert ran.stdout.splitlines() == ["company,initiative,score", '"Vonk, BV",HHS,8', "Staal,VTM,9"]
    assert "Sum 17" in ran.stderr
    (tmp_path / "fout.csv").write_text("company,VTM\ncapacity,x\nVonk,9\n")
    assert "line 2: x is not a number of places." in run(tmp_path, "assign", "fout.csv").stderr
    (tmp_path / "zonder.csv").write_text("company,VTM\nVonk,9\n")
    assert 'begins with "capacity"' in run(tmp_path, "assign", "zonder.csv").stderr


def test_a_report_of_another_letter_changes_nothing(own_installation):
    report = "Action: failed\nStatus: 5.1.1\n\nMessage-ID: <01a221ec-0000-7d4b-a21e-adcdee8f055a@elders.example>\n"
    assert own_installation.command("bounce", typed=report) == "About none of our letters.\n"
