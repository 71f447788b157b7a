"""Sheets on paper: the PDFs that the Swift tests leave in `.build`. Own praatplaten with usual, no and far too much content, on
A3 and A4, and the empty sheet to fill in by hand, in Dutch and English."""
import re
import subprocess

import page as validator
import pikepdf
import pytest

from karavaan import ROOT

FOLDER = ROOT / ".build/own-sheets"
SAMPLES = [f"{content}-{paper}-{language}"
           for content in ("usual", "empty", "full") for paper in ("a3", "a4") for language in ("nl", "en")]
SIZES = {"a3": (1190.55, 841.89), "a4": (595.28, 841.89)}  # A3 lies, A4 stands.


@pytest.fixture(params=SAMPLES)
def sample(request):
    path = FOLDER / f"{request.param}.pdf"
    assert path.exists(), "The Swift tests make this file; run them first: make test, or swift test --filter OwnSheetPrint"
    return path


def check_accessible(path):
    report = validator.validate_pdf(path)
    assert report.profile == validator.ValidationProfile.PDF_UA_1
    assert not [f"{failure.rule_id}: {failure.message}" for failure in report.failures]
    assert report.is_compliant and report.rules.total > 100


def test_it_is_accessible(sample):
    check_accessible(sample)


def test_it_is_one_page_of_the_right_size(sample):
    _, paper, language = sample.stem.split("-")
    with pikepdf.open(sample) as pdf:
        assert len(pdf.pages) == 1
        box = [float(side) for side in pdf.pages[0].MediaBox]
        assert box[2:] == pytest.approx(SIZES[paper], abs=1)
        assert str(pdf.Root.Lang) == language
        title = str(pdf.docinfo["/Title"])
        assert title.startswith("De praatplaat van" if language == "nl" else "The talk sheet of")


def test_nothing_falls_off_the_page(sample):
    """Everything that is in the document is on the paper: the last words of every list, and the foot."""
    text = subprocess.run(["pdftotext", "-layout", sample, "-"], capture_output=True, text=True, check=True).stdout
    content, _, language = sample.stem.split("-")
    assert ("gesprek met" if language == "nl" else "conversation with") in text
    if content == "full":
        assert text.count("en nog " if language == "nl" else " more") == 5


def test_it_reads_in_black_and_white(sample):
    """Doing and wanting differ by shape. What remains is that ink and paper differ enough in grey."""
    grey = subprocess.run(["pdftoppm", "-gray", "-r", "40", sample], capture_output=True, check=True).stdout
    header, pixels = grey[:20], grey[-(len(grey) - 20):]
    assert header.startswith(b"P5")
    assert min(pixels) < 70 and max(pixels) == 255


@pytest.fixture(params=["nl", "en"])
def empty_sheet(request):
    path = ROOT / f".build/empty-sheets/{request.param}.pdf"
    assert path.exists(), "The Swift tests make this file; run them first: make test, or swift test --filter EmptySheetPrint"
    return path


def test_the_empty_sheet_is_accessible(empty_sheet):
    check_accessible(empty_sheet)


def test_the_empty_sheet_has_a_picture_in_front_and_every_line_behind(empty_sheet):
    with pikepdf.open(empty_sheet) as pdf:
        assert len(pdf.pages) == 2
        for side in pdf.pages:
            assert [float(length) for length in side.MediaBox][2:] == pytest.approx(SIZES["a3"], abs=1)
    back = subprocess.run(["pdftotext", "-f", "2", "-layout", empty_sheet, "-"], capture_output=True, text=True, check=True).stdout
    words = back.split()
    assert all(str(number) in words for number in range(1, 51))
    assert "51" not in words


def test_everything_is_on_the_empty_sheet_and_not_beside_it(empty_sheet):
    places = subprocess.run(["pdftotext", "-bbox", empty_sheet, "-"], capture_output=True, text=True, check=True).stdout
    boxes = [tuple(map(float, box)) for box in re.findall(r'<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)"', places)]
    assert len(boxes) > 300
    width, height = SIZES["a3"]
    outside = [box for box in boxes if box[0] < 20 or box[1] < 20 or box[2] > width - 20 or box[3] > height - 20]
    assert not outside
