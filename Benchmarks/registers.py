"""A register of 100,000 items: read in, listed, filtered, searched, exported.

    .venv/bin/python Benchmarks/registers.py [--items 100000] [--database sqlite|postgres]

16 connections with wrk on each page, ten seconds each; beside it Flask, Jinja and sqlite3 on the same database with what one
would write first, `LIKE '%word%'`. Both databases, unless one is said.
"""
import argparse
import io
import os
import random
import subprocess
import tempfile
import time
import urllib.parse

import openpyxl

import rivals
from site_under_test import EMAIL, PASSWORD, ROOT, Site

options = argparse.ArgumentParser()
options.add_argument("--items", type=int, default=100_000)
options.add_argument("--seconds", type=int, default=10)
options.add_argument("--database", choices=["sqlite", "postgres"], action="append")
options = options.parse_args()

PROGRAMME = "groene-hart"
STREAMS = f"/werk/{PROGRAMME}/registers/reststromen"
FILE_LIMIT = 50_000
WORDS = ("koper lood zink messing brons staal inox aluminium titanium pallet balk plank plaat zaagsel spaan folie korrel draad "
         "kabel buis profiel stans frees draai giet pers snij rest bak rol vel glas scherf steen puin").split()
KINDS = ["metaal", "hout", "kunststof", "textiel", "steen", "glas", "papier", "apparaten"]
PLACES = ["Gouda", "Woerden", "Nieuwkoop", "Zuidplas", "Waddinxveen", "Molenlanden", "Krimpenerwaard", "Alphen aan den Rijn"]


class RegisterSite(Site):
    def prepare(self):
        self.command("import", str(ROOT / "programmes" / PROGRAMME))
        self.command("user", "add", "--email", EMAIL, "--name", "M. Meet", "--programme", PROGRAMME,
                     "--role", "project-leader", "--password-stdin", typed=PASSWORD + "\n")


def file(first, count):
    chance = random.Random(first)
    lines = ["Stroom;Soort;Eural-code;Hoeveel;Wanneer;Gemeente;Kwaliteit;Van wie;Stand"]
    for number in range(first, first + count):
        words = chance.sample(WORDS, 3)
        kind = chance.choices(KINDS, [40, 20, 15, 10, 8, 4, 2, 1])[0]
        state = chance.choices(["gemeld", "onderzocht", "gekozen"], [80, 15, 5])[0]
        lines.append(f"{' '.join(words).capitalize()} {number:06};{kind};17 04 {number % 10:02};{chance.randint(1, 900)},5;"
                     f"2026-{chance.randint(1, 12):02}-01 t/m 2027-01-31;{chance.choice(PLACES)};schoon;Proefbedrijf {number % 4000};{state}")
    return ("\n".join(lines) + "\n").encode()


def workbook(content):
    """The same lines, as a spreadsheet program saves them."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    for line in content.decode().strip().split("\n"):
        sheet.append(line.split(";"))
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def send(client, content):
    """A file through the page; what the page says."""
    client.get(STREAMS + "/inlezen")
    mark = "----karavaan"
    parts = [f'--{mark}\r\nContent-Disposition: form-data; name="_token"\r\n\r\n{client.token}\r\n'.encode(),
             f'--{mark}\r\nContent-Disposition: form-data; name="bestand"; filename="a.csv"\r\nContent-Type: text/csv\r\n\r\n'.encode(),
             content, f"\r\n--{mark}--\r\n".encode()]
    status, _, reply = client.request("POST", STREAMS + "/inlezen", b"".join(parts),
                                      {"Content-Type": f"multipart/form-data; boundary={mark}"})
    assert status == 200, f"{status}: {reply[:300]}"
    return reply.decode()


def measure(name, database, folder):
    site = RegisterSite(folder, database)
    try:
        site.prepare()
        site.start()
        client = site.sign_in()
        client.connection.timeout = 600
        began = time.perf_counter()
        for first in range(1, options.items + 1, FILE_LIMIT):
            text = send(client, file(first, min(FILE_LIMIT, options.items + 1 - first)))
            assert "0 veranderd" in text or "0 changed" in text, text[:500]
        print(f"{name}: {options.items} lines in files of {FILE_LIMIT}: {time.perf_counter() - began:.1f} s", flush=True)
        began = time.perf_counter()
        again = send(client, file(1, min(FILE_LIMIT, options.items)))
        assert "0 nieuw, 0 veranderd" in again or "0 new, 0 changed" in again
        print(f"{name}: the first file again, nothing changed: {time.perf_counter() - began:.1f} s", flush=True)
        book = workbook(file(1, min(FILE_LIMIT, options.items)))
        began = time.perf_counter()
        again = send(client, book)
        assert "0 nieuw, 0 veranderd" in again or "0 new, 0 changed" in again
        print(f"{name}: the same as a workbook: {time.perf_counter() - began:.1f} s", flush=True)
        pages(name, site, client)
        for kind in ("csv", "xlsx"):
            began = time.perf_counter()
            status, _, content = client.request("GET", f"{STREAMS}/lijst.{kind}")
            assert status == 200
            print(f"{name}: export of all as {kind}: {time.perf_counter() - began:.2f} s, {len(content) / 1e6:.1f} MB", flush=True)
        print(f"{name}: resident memory after all this: {site.memory:.0f} MB", flush=True)
    finally:
        site.stop()


def pages(name, site, client):
    root = f"http://localhost:{site.port}"
    for what, query in [
        ("list", ""), ("page 20", "?pagina=20"), ("filter on a common kind", "?veld-soort=metaal"),
        ("filter on a rare kind and a municipality", "?veld-soort=apparaten&veld-gemeente=GM0513"),
        ("filter on a state", "?stand=gekozen"), ("search a common word", "?zoek=koper"),
        ("search two common words", "?zoek=koper+balk"), ("search a rare word", "?zoek=004242"),
        ("search and filter", "?zoek=staal&stand=onderzocht&veld-soort=hout"), ("search nothing", "?zoek=onvindbaar"),
        ("board", None),
    ]:
        path = STREAMS + "/bord" if query is None else STREAMS + query
        client.get(path)
        rivals.load(root + path, 2, client.cookie)
        rate, slowest = rivals.load(root + path, options.seconds, client.cookie)
        instead = ""
        if name == "SQLite" and what in ("list", "search a common word", "search a rare word"):
            word = dict(urllib.parse.parse_qsl((query or "").lstrip("?"))).get("zoek", "")
            theirs = rivals.flask(site.database, options.seconds, f"/registraties?zoek={word}")
            instead = f"   Flask and LIKE: {theirs[0]:.0f}/s, p99 {theirs[1]:.1f} ms; {rate / theirs[0]:.1f} times"
        print(f"{name}: {what}: {rate:.0f}/s, p99 {slowest:.1f} ms{instead}", flush=True)
    rate, slowest = rivals.load(root + STREAMS, options.seconds, script=ROOT / "Benchmarks/any_page.lua",
                                environment={"BENCH_PAGES": str(options.items // 50), "BENCH_COOKIE": client.cookie})
    print(f"{name}: any page of all, each time another: {rate:.0f}/s, p99 {slowest:.1f} ms", flush=True)


def main():
    wanted = options.database or ["sqlite", "postgres"]
    if "sqlite" in wanted:
        with tempfile.TemporaryDirectory(prefix="karavaan-bench-") as folder:
            measure("SQLite", f"{folder}/karavaan.sqlite", folder)
    if "postgres" in wanted:
        with tempfile.TemporaryDirectory(prefix="karavaan-bench-") as folder:
            os.chmod(folder, 0o711)
            server = [ROOT / "scripts/postgres"]
            address = subprocess.run([*server, "start", f"{folder}/server"], check=True, capture_output=True, text=True,
                                     env=os.environ | {"KARAVAAN_TEST_FSYNC": "on"}).stdout.strip()
            try:
                measure("PostgreSQL", address, folder)
            finally:
                subprocess.run([*server, "remove", f"{folder}/server"], check=True)


if __name__ == "__main__":
    main()
