"""A series of publications of many companies, with all tables: protected one after the other, and attacked together.

    .venv/bin/python Benchmarks/series.py [companies, 20000] [quarters, 8] [questions, 250] [the program]

Invented companies in 50 towns of seven regions, which join in batches; each publication has the towns by sector and by size, and a
table for each question. Prints for each quarter how long protecting it took and how much is hidden, and in the end what our attacker
learns of all of it together.
"""
import json
import pathlib
import random
import subprocess
import sys
import tempfile
import time

from site_under_test import ROOT

TOWNS, REGIONS = 50, 7
SECTORS = [f"s{number}" for number in range(13)]
SIZES = ["1", "2-9", "10-19", "20-49", "50-99", "100+"]


def companies(count, questions, dice):
    """Each with its town, sector, size and the questions it says yes to: a few that are common and many that are rare."""
    weights = [1 / (place + 1) ** 0.7 for place in range(TOWNS)]
    likely = [min(0.9, 0.6 / (1 + number / 12)) for number in range(questions)]
    for _ in range(count):
        yes = frozenset(number for number in range(questions) if dice.random() < likely[number])
        yield (dice.choices(range(TOWNS), weights)[0], dice.choices(SECTORS, range(13, 0, -1))[0], dice.choice(SIZES), yes)


def areas(town):
    return ["T", f"r{town % REGIONS}", f"t{town}"]


def table(number, name, dims, cells, missing):
    return {"id": f"{name}@{number}", "population": "companies", "time": number, "dims": dims, "missing": missing, "grows": True,
            "cells": [{"c": codes, "v": value} for codes, value in cells]}


def quarter(number, counted, questions):
    """The tables of everybody who counts: how many there are, and all the rest."""
    groups, sectors, sizes, yes = {}, {}, {}, {}
    for town, sector, size, answers in counted:
        for area in areas(town):
            groups[area] = groups.get(area, 0) + 1
            sectors[area, sector] = sectors.get((area, sector), 0) + 1
            sizes[area, size] = sizes.get((area, size), 0) + 1
            for answer in answers:
                yes[answer, area] = yes.get((answer, area), 0) + 1
    whole = [([area], size) for area, size in sorted(groups.items())]
    divided = [area for area, size in sorted(groups.items()) if size >= 10]
    tables = [
        table(number, "by-sector", ["area", "sector"], [([a, s], sectors.get((a, s), 0)) for a in divided for s in SECTORS], "unknown"),
        table(number, "by-size", ["area", "size"], [([a, s], sizes.get((a, s), 0)) for a in divided for s in SIZES], "unknown"),
    ]
    for question in range(questions):
        cells = []
        for area, size in sorted(groups.items()):
            said = yes.get((question, area), 0)
            cells += [([area, "yes"], said), ([area, "no"], size - said)]
        tables.append(table(number, f"q{question}", ["area", f"q{question}"], cells, "unknown"))
    tree = [["T", f"r{region}"] for region in range(REGIONS)] + [[f"r{town % REGIONS}", f"t{town}"] for town in range(TOWNS)]
    common = {"format": "sdc-published/1",
              "hierarchies": {"area": tree, "sector": [["all", code] for code in SECTORS], "size": [["all", code] for code in SIZES]},
              "policy": {"min_frequency": 5, "width": 2}}
    known = dict(common, attributes={}, tables=[table(number, "areas", ["area"], whole, "zero")])
    asked = {f"q{question}": {"values": ["yes", "no"]} for question in range(questions)}
    return known, dict(common, attributes=asked, tables=tables)


def main():
    count, quarters, questions = [int(word) for word in (sys.argv[1:4] + ["20000", "8", "250"][len(sys.argv[1:4]):])]
    program = pathlib.Path(sys.argv[4] if len(sys.argv) > 4 else ROOT / ".build-release/release/karavaan").resolve()
    dice = random.Random(2026)
    waiting = list(companies(count, questions, dice))
    counted, published, files = [], [], []
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        for number in range(1, quarters + 1):
            # Whoever is there counts, where five or more of a town wait.
            arrived, waiting = waiting[:count * number // quarters - len(counted)], waiting[count * number // quarters - len(counted):]
            of_town = {}
            for company in arrived:
                of_town.setdefault(company[0], []).append(company)
            for town in sorted(of_town):
                (counted if len(of_town[town]) >= 5 else waiting).extend(of_town[town])
            known, bundle = quarter(number, counted, questions)
            published.append(known)
            source, target = folder / "in.json", folder / f"{number}.json"
            source.write_text(json.dumps(dict(bundle, published=published)))
            began = time.monotonic()
            done = subprocess.run([program, "protect", source, "--output", target], capture_output=True, text=True)
            if done.returncode:
                sys.exit(done.stderr[-2000:])
            seconds = time.monotonic() - began
            made = json.loads(target.read_text())
            cells = [cell for one in made["tables"] for cell in one["cells"]]
            hidden = sum(cell.get("v") is None for cell in cells)
            print(f"{number}  {len(counted):6} companies  {len(cells):6} counts  {hidden:6} hidden  {seconds:6.1f} s  "
                  f"{target.stat().st_size / 1e6:.1f} MB", flush=True)
            published.append(dict(made, proof=None))
            (folder / f"{number}-areas.json").write_text(json.dumps(known))
            files += [folder / f"{number}-areas.json", target]
        began = time.monotonic()
        attack = subprocess.run([program, "attack", *files], capture_output=True, text=True)
        print(attack.stdout + attack.stderr.split("\r")[-1].strip())
        print(f"attack and proof of {quarters} quarters together: {time.monotonic() - began:.0f} s")
        sys.exit(attack.returncode)


if __name__ == "__main__":
    main()
