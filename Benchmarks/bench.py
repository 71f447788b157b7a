"""Measures Karavaan beside what one would use instead; prints tables that go into docs/performance.md."""
import argparse
import os
import pathlib
import re
import statistics
import subprocess
import tempfile
import time
import urllib.parse

import rivals
import road
from site_under_test import ROOT, WORK, Site, companies

options = argparse.ArgumentParser(description=__doc__)
options.add_argument("--quick", action="store_true", help="a tenth of the data, to see whether it works")
options.add_argument("--database", choices=["sqlite", "postgres"], action="append")
options = options.parse_args()
SECONDS = 3 if options.quick else 10
COMPANIES, CONVERSATIONS = (500, 200) if options.quick else (5000, 2000)


def say(text):
    print(f"▸ {text}", flush=True)


def table(title, lines):
    print(f"\n{title}\n")
    print("| what | Karavaan | asked | instead | how much |\n|---|---|---|---|---|")
    for what, ours, asked, instead, ratio in lines:
        print(f"| {what} | {ours} | {asked} | {instead} | {ratio} |")
    print(flush=True)


def times(ours, theirs):
    return f"{ours / theirs:.1f}×" if theirs else ""


def measure(name, database, folder, address=None):
    site = Site(folder, database)
    try:
        measure_site(name, site, folder, address)
    finally:
        site.stop()


def measure_site(name, site, folder, address):
    lines = []
    site.prepare()
    site.start()
    say(f"{name}: importing {COMPANIES} companies")
    seconds = site.import_companies(COMPANIES)
    theirs = rivals.csv_import(companies(COMPANIES), folder)
    lines.append((f"import of {COMPANIES} lines, checked, from upload to done", f"{seconds:.2f} s", "< 3 s",
                  f"Python csv and sqlite3, unchecked: {theirs:.2f} s", times(seconds, theirs)))
    say(f"{name}: holding {CONVERSATIONS} conversations")
    held, codes, interviewer, free = site.hold_conversations(CONVERSATIONS)
    site.stop()

    starts = []
    for _ in range(5):
        starts.append(site.start())
        site.stop()
    lines.append(("start to first answer, median of 5", f"{statistics.median(starts):.0f} ms", "< 300 ms", "", ""))
    site.start()
    client, root = site.sign_in(), f"http://localhost:{site.port}"
    flask = rivals.flask(site.database, SECONDS) if name == "SQLite" else (0, 0)
    for what, path in [("company list, 50 of all", f"{WORK}/bedrijven"), ("talking sheet, one theme", None),
                       ("result", held[0] + "/uitslag")]:
        if path is None:
            path = held[0] + "/plaat?" + re.search(r"\?(thema=[^\"#&]+)", client.get(held[0] + "/plaat"))[1]
        client.get(path)
        rivals.load(root + path, 2, client.cookie)
        rate, slowest = rivals.load(root + path, SECONDS, client.cookie)
        instead = flask if what.startswith("company") and flask[0] else None
        lines.append((what, f"{rate:.0f}/s, p99 {slowest:.1f} ms", "> 500/s, < 50 ms",
                      f"Flask and Jinja: {instead[0]:.0f}/s, p99 {instead[1]:.1f} ms" if instead else "",
                      times(rate, instead[0]) if instead else ""))
    lines += once_at_a_time(client)
    say(f"{name}: ticking")
    open_talks = [site._hold(client, company, interviewer, codes, finish=False) for company in free]
    rate, slowest = rivals.load(root, SECONDS, script=pathlib.Path(__file__).with_name("tick.lua"), environment={
        "BENCH_PATHS": " ".join(talk + "/vinkjes" for talk in open_talks), "BENCH_CODES": " ".join(codes),
        "BENCH_TOKEN": client.token, "BENCH_COOKIE": client.cookie})
    raw = rivals.pgbench_inserts(address, folder, SECONDS) if address else rivals.sqlite_inserts(folder, SECONDS)
    lines.append(("durable ticks, 16 clients", f"{rate:.0f}/s, p99 {slowest:.1f} ms", "> 500/s",
                  f"{'pgbench' if address else 'Python sqlite3'}, bare inserts: {raw:.0f}/s", times(rate, raw)))
    lines.append(("resident memory after all this", f"{site.memory:.0f} MB", "< 100 MB", "", ""))
    lines += pdf(site, client, held[0], folder)
    say(f"{name}: on the road")
    conversations = 20 if options.quick else 200
    lines += [(*line, "", "") for line in road.measure(site, conversations)]
    table(f"**{name}**, {COMPANIES} companies, {CONVERSATIONS} finished conversations", lines)


def once_at_a_time(client):
    """Pages over the whole programme, which few people open and nobody opens by the hundred."""
    lines = []
    for what, path in [("is the programme on plan, nine reporting dates", "/koers"), ("the same as a spreadsheet", "/koers/karavaan.xlsx"),
                       ("page of a municipality", "/gemeenten/GM0484"), ("worklist of follow-ups", "/terugkoppeling"),
                       ("division of scarce places", "/koppelingen/plaatsen")]:
        seconds = []
        for _ in range(7):
            began = time.perf_counter()
            status, _, _ = client.request("GET", WORK + path)
            seconds.append(time.perf_counter() - began)
            assert status == 200, path
        lines.append((what + ", median of 7", f"{statistics.median(seconds) * 1000:.0f} ms", "", "", ""))
    return lines


def pdf(site, client, talk, folder):
    page = client.get(talk + "/praatplaat")
    address = re.search(rf'href="({re.escape(talk)}/praatplaat/[^"]+\.pdf[^"]*)"', page)[1].replace("&amp;", "&")
    site.stop()
    site.start()
    seconds = []
    for _ in range(6):
        began = time.perf_counter()
        status, _, content = client.request("GET", address)
        assert status == 200 and content.startswith(b"%PDF"), content[:300]
        seconds.append(time.perf_counter() - began)
    form = {"_token": client.token, **fields(client.get(talk + "/praatplaat"), "/links")}
    # The answer to making a link is the only place where it is ever shown.
    _, _, made = client.request("POST", talk + "/praatplaat/links", urllib.parse.urlencode(form),
                                {"Content-Type": "application/x-www-form-urlencoded"})
    link = re.search(r"/praatplaat/[A-Za-z0-9_-]{20,}", made.decode())
    theirs = rivals.weasyprint_command(f"http://localhost:{site.port}{link[0]}", folder) if link else 0
    warm = statistics.median(seconds[1:])
    instead = f"weasyprint, started for it: {theirs:.2f} s" if link else ""
    return [("PDF of the own sheet, cold", f"{seconds[0]:.2f} s", "< 1.5 s", instead, times(seconds[0], theirs)),
            ("PDF of the own sheet, warm", f"{warm:.2f} s", "< 0.3 s", instead, times(warm, theirs))]


def fields(page, action):
    """The hidden fields and values of the form that goes there."""
    form = re.search(rf'<form[^>]*action="[^"]*{action}".*?</form>', page, re.S)[0]
    found = {}
    for tag in re.findall(r"<input[^>]*>", form):
        name, value = re.search(r'name="([^"]*)"', tag), re.search(r'value="([^"]*)"', tag)
        if name and name[1] != "_token":
            found[name[1]] = value[1] if value else ""
    return found


def machine():
    model = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True).stdout.strip()
    print(f"{os.cpu_count()} cores, {model[1] if model else 'unknown'}, at {commit}")


def main():
    machine()
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
                measure("PostgreSQL", address, folder, address)
            finally:
                subprocess.run([*server, "remove", f"{folder}/server"], check=True)


main()
