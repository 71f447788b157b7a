"""Hiding counts beside pytauargus, the engine of the national statistical offices; prints a table for docs/anonymity.md.

Both protect the same tables: 50 towns in 7 regions, 6 sectors, 5 sizes, invented companies; a group of fewer than 5 is
not shown. Of pytauargus OPT is the exact optimum and MOD the quick way, and its audit says whether the answer is safe.
"""
import itertools
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import time
from importlib.metadata import version

import pytauargus

from site_under_test import ROOT

KARAVAAN = ROOT / ".build-release/release/karavaan"
TOWNS = [f"GM{number:04}" for number in range(1, 51)]
REGIONS = [f"R{number}" for number in range(1, 8)]
CODES = {
    "geo": ["ZH"] + REGIONS + TOWNS,
    "sector": ["T"] + [f"S{number}" for number in range(1, 7)],
    "size": ["A"] + [f"Z{number}" for number in range(1, 6)],
    "wants": ["all", "yes", "no"],
}


def region(town):
    return REGIONS[town * 7 // 50]


def companies(count, seed):
    """Companies of unequal towns, sectors and sizes."""
    noise = random.Random(seed)
    towns, sectors, sizes = ([noise.lognormvariate(0, spread) for _ in range(number)]
                             for number, spread in ((50, 0.7), (6, 0.9), (5, 1.0)))
    return [{"geo": noise.choices(range(50), towns)[0], "sector": noise.choices(range(6), sectors)[0],
             "size": noise.choices(range(5), sizes)[0], "wants": noise.choice(["yes", "no"])} for _ in range(count)]


def table(some, dims, time=1):
    counts = {}
    for one in some:
        above = {"geo": ["ZH", region(one["geo"]), TOWNS[one["geo"]]], "sector": ["T", f"S{one['sector'] + 1}"],
                 "size": ["A", f"Z{one['size'] + 1}"], "wants": ["all", one["wants"]]}
        for codes in itertools.product(*(above[name] for name in dims)):
            counts[codes] = counts.get(codes, 0) + 1
    cells = [{"c": codes, "v": counts.get(codes, 0)} for codes in itertools.product(*(CODES[name] for name in dims))]
    return {"id": f"{'-'.join(dims)}-{time}", "population": "companies", "time": time, "dims": dims, "missing": "error",
            "cells": cells}


def bundle(tables, published=()):
    return {"format": "sdc-published/1",
            "hierarchies": {"geo": [["ZH", name] for name in REGIONS] + [[region(i), n] for i, n in enumerate(TOWNS)],
                            "sector": [["T", code] for code in CODES["sector"][1:]],
                            "size": [["A", code] for code in CODES["size"][1:]]},
            "attributes": {"wants": {"margin": 0, "values": ["yes", "no"]}},
            "policy": {"width": 2, "min_frequency": 5}, "tables": tables, "published": list(published)}


def protected(folder, what):
    """The protected bundle, what it says of itself, and the seconds it took by its own clock."""
    given, public = folder / "given.json", folder / "public.json"
    given.write_text(json.dumps(what))
    said = subprocess.run([KARAVAAN, "protect", given, "--output", public], check=True, capture_output=True, text=True).stderr
    hidden, secondary, least, took = re.search(
        r"(\d+) counts hidden, (\d+) of them .* fewer than (\d+) of those. Found in ([\d.]+) ms", said).groups()
    return public, int(hidden), int(secondary), int(least), float(took) / 1000


def learned(files):
    attack = subprocess.run([KARAVAAN, "attack", *files], capture_output=True, text=True)
    return "nothing" if attack.returncode == 0 else f"{len(attack.stdout.splitlines())} findings"


def of_pytauargus(folder, some, dims, method):
    """How many counts pytauargus hides for others, and the seconds of protecting and of the audit."""
    levels = folder / "geo.hrc"
    levels.write_text("".join(f"{name}\n" + "".join(f"@{t}\n" for i, t in enumerate(TOWNS) if region(i) == name)
                              for name in REGIONS))
    names = {"geo": TOWNS, "sector": CODES["sector"][1:], "size": CODES["size"][1:]}
    micro = {name: [names[name][one[name]] for one in some] for name in dims} | {"one": [1] * len(some)}
    began = time.perf_counter()
    try:
        result = pytauargus.protect(micro, dims, response="one", safety_rules="FREQ(5,1)", suppress=method,
                                    hrc={"geo": str(levels)}, hierleadstring="@", workdir=str(folder / "tau"))
    except Exception as error:
        return f"fails: {str(error).splitlines()[0][:60]}", None, None
    middle = time.perf_counter()
    rows = result.engine.audit(0)
    ended = time.perf_counter()
    exact = sum(row["max"] - row["min"] < 0.5 for row in rows)
    secondary = result.tables[0].status().count("M")
    return f"{secondary}{f' ({exact} exact)' if exact else ''}", middle - began, ended - middle


def single(folder, count, dims):
    some = companies(count, 1)
    public, hidden, secondary, least, took = protected(folder, bundle([table(some, dims)]))
    cells = " × ".join(dims)
    if "wants" in dims:
        print(f"| {cells} | {count:,} | {hidden - secondary} | {secondary} | {least} | {took:.3f} s | | | | | {learned([public])} |",
              flush=True)
        return
    quick, seconds, audit = of_pytauargus(folder, some, dims, "MOD(1,5)")
    best, longer, _ = of_pytauargus(folder, some, dims, "OPT(1,2)")
    # Where MOD fails OPT is what somebody would wait for.
    whole = (seconds or longer or 0) + (audit or 0)
    print(f"| {cells} | {count:,} | {hidden - secondary} | {secondary} | {least} | {took:.3f} s "
          f"| {best}{f', {longer:.2f} s' if longer else ''} | {quick}{f', {seconds:.2f} s' if seconds else ''} "
          f"| {f'{audit:.2f} s' if audit else ''} | {whole / took:.0f}× | {learned([public])} |", flush=True)


def series(folder, count, quarters, kinds):
    some = companies(count, 5)
    files, published = [], []
    for quarter in range(1, quarters + 1):
        part = some[:count * quarter // quarters]
        given = bundle([table(part, dims, quarter) for dims in kinds], published)
        public, hidden, secondary, _, took = protected(folder, given)
        kept = folder / f"quarter{quarter}.json"
        kept.write_text(public.read_text())
        files.append(kept)
        published.append(json.loads(kept.read_text()))
        print(f"| {count:,} | {quarter} | {sum(len(t['cells']) for t in given['tables']):,} | {hidden - secondary} "
              f"| {secondary} | {took:.2f} s | {learned(files)} |", flush=True)


def main():
    quick = "--quick" in sys.argv
    print(f"\nHiding counts in one table, beside pytauargus {version('pytauargus')} (HiGHS)\n")
    print("| table | companies | have to be hidden | for others | no fewer than | Karavaan, with proof | OPT | MOD | audit "
          "| MOD and audit / Karavaan | our attacker learns |\n|" + "---|" * 11)
    with tempfile.TemporaryDirectory(prefix="karavaan-bench-") as name:
        folder = pathlib.Path(name)
        os.chdir(folder)  # pytauargus leaves files where it is.
        for dims in (["geo", "sector"], ["geo", "sector", "wants"], ["geo", "sector", "size"]):
            for count in (200, 2000) if quick else (200, 2000, 20_000):
                single(folder, count, dims)
        print("\nA series, each quarter beside all that was published\n")
        print("| companies | quarter | counts | have to be hidden | for others | took | our attacker learns from all |\n|"
              + "---|" * 7)
        kinds = [["geo", "sector"], ["geo", "wants"], ["geo", "size"]]
        for count in (200,) if quick else (200, 20_000):
            series(folder, count, 4 if quick else 8, kinds)


main()
