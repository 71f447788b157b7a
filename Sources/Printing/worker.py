"""Makes PDF of HTML, and CSV of workbooks, one document after another, for the program that started it.

In:  four bytes with a length, then that many bytes: HTML in UTF-8, or a workbook (XLSX), which begins with PK.
Out: one byte that says what follows (R ready, P a PDF or CSV, E what went wrong), four bytes with a length, the content.
Ends when its input does. Nothing is fetched: only data: and qr: addresses are followed.
"""
import os
import struct
import sys

answers = os.fdopen(os.dup(1), "wb")
os.dup2(2, 1)  # Whatever a library prints may not get among the answers.


def answer(kind, content):
    answers.write(kind + struct.pack(">I", len(content)) + content)
    answers.flush()


try:
    import logging
    import urllib.parse

    import segno
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher, URLFetcherResponse
except Exception as problem:  # OSError, too: Pango may be what is missing.
    answer(b"E", f"{type(problem).__name__}: {problem}".encode())
    sys.exit(0)

try:
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30))
except (ImportError, ValueError):
    pass


class OwnContent(URLFetcher):
    """What is in the document itself, and codes to scan: `qr:` and a percent-encoded text."""

    def fetch(self, url, headers=None):
        if url.startswith("data:"):
            return super().fetch(url, headers)
        if url.startswith("qr:"):
            code = segno.make(urllib.parse.unquote(url[3:]), error="m", micro=False)
            drawing = code.svg_inline(border=2, dark="#22303f", light="#ffffff", omitsize=True)
            drawing = drawing.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
            return URLFetcherResponse(url, drawing.encode(), {"Content-Type": "image/svg+xml"})
        raise ValueError("only what is in the document itself is used")


logging.getLogger("weasyprint").setLevel(logging.ERROR)
fonts = FontConfiguration()
fetcher = OwnContent()


def pdf(text):
    document = weasyprint.HTML(string=text, base_url=None, url_fetcher=fetcher)
    return document.write_pdf(font_config=fonts, pdf_variant="pdf/ua-1", pdf_tags=True)


# Of a workbook unpacked; a small file can hold a very large one.
LARGEST = 400 << 20
ROWS, COLUMNS = 50_100, 200


def table(content):
    """The first sheet: semicolons between cells, a comma in numbers, days as 2026-05-31; empty rows, too."""
    import csv
    import io
    import zipfile

    import openpyxl

    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        if sum(part.file_size for part in parts.infolist()) > LARGEST:
            raise ValueError("the workbook is too large")
    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    sheet = book.worksheets[0]
    # What the file says of its own size is not always so.
    sheet.reset_dimensions()
    lines = io.StringIO()
    writer = csv.writer(lines, delimiter=";", lineterminator="\n")
    width = 0
    for row in sheet.iter_rows(values_only=True, max_row=ROWS, max_col=COLUMNS):
        cells = [written(value) for value in row]
        # As wide as the widest row above it; what was asked for is wider than most sheets.
        width = max([width] + [number for number, cell in enumerate(cells, 1) if cell])
        writer.writerow(cells[:width])
    return lines.getvalue().encode()


def written(value):
    import datetime

    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat(" ", "minutes")
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else f"{value:.10g}".replace(".", ",")
    return str(value)


def read(count):
    content = sys.stdin.buffer.read(count)
    if len(content) < count:
        sys.exit(0)
    return content


answer(b"R", weasyprint.__version__.encode())
while True:
    (length,) = struct.unpack(">I", read(4))
    content = read(length)
    try:
        answer(b"P", table(content) if content[:2] == b"PK" else pdf(content.decode()))
    except Exception as problem:
        answer(b"E", f"{type(problem).__name__}: {problem}".encode())
