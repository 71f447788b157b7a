"""The draw beside R's package `sampling`, and the assignment beside scipy; prints a table for docs/performance.md.

Needs r-cran-sampling (apt) and scipy (requirements/bench.txt); scripts/setup bench installs both.
"""
import csv
import pathlib
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time

import numpy
from scipy.optimize import linear_sum_assignment

from site_under_test import ROOT

KARAVAAN = ROOT / ".build-release/release/karavaan"
NUMBERS = ["people", "energy", "scrap", "turnover"]


def population(path, count):
    """Companies of unequal municipalities and sectors, whose numbers go with their size."""
    noise = random.Random(count)
    with open(path, "w", newline="") as file:
        out = csv.writer(file)
        out.writerow(["company", "municipality", "sector", "size", "member"] + NUMBERS)
        for index in range(count):
            size = min(5, int(noise.expovariate(0.8)))
            people = max(1, round(noise.lognormvariate(size, 0.4)))
            out.writerow([f"C{index:06}", f"GM{int(noise.betavariate(1, 3) * 50):02}", f"S{int(noise.betavariate(1, 2) * 7)}",
                          size, int(noise.random() < 0.65), people, round(people * noise.uniform(5, 50)),
                          round(people * noise.uniform(0, 3), 2), round(people * noise.uniform(80, 300))])


def drawn(path, size, seed, *options):
    ran = subprocess.run([KARAVAAN, "draw", path, "--size", str(size), "--seed", str(seed), *options],
                         check=True, capture_output=True, text=True)
    milliseconds = float(re.search(r"in ([\d.]+) ms", ran.stderr)[1])
    return [line.split(",")[0] for line in ran.stdout.splitlines()[1:]], milliseconds / 1000


def drawn_by_r(path, size, seed, columns):
    ran = subprocess.run(["Rscript", ROOT / "Benchmarks/draw.R", path, str(size), str(seed), ",".join(columns)],
                         capture_output=True, text=True, timeout=1800)
    if ran.returncode:
        raise SystemExit(ran.stderr)
    lines = ran.stdout.splitlines()
    return lines[1:], float(lines[0])


def imbalance(path, names, columns):
    """How far the totals of the sample, blown up, are from those of the population: the mean over the columns, in %."""
    rows = {row["company"]: row for row in csv.DictReader(open(path))}
    chosen = [rows[name] for name in names]
    factor = len(rows) / len(chosen)
    parts = []
    for column in columns:
        if column in NUMBERS:
            whole = sum(float(row[column]) for row in rows.values())
            parts.append(abs(sum(float(row[column]) for row in chosen) * factor / whole - 1))
        else:
            values = {row[column] for row in rows.values()}
            share = lambda some: {v: sum(row[column] == v for row in some) / len(some) for v in values}
            all_, ours = share(rows.values()), share(chosen)
            parts.append(sum(abs(all_[v] - ours[v]) for v in values) / 2)
    return 100 * statistics.mean(parts)


def compare_draws(folder, count, size, what, options, columns, draws):
    path = pathlib.Path(folder, f"{count}.csv")
    if not path.exists():
        population(path, count)
    ours = [drawn(path, size, seed, *options) for seed in range(draws)]
    theirs = [drawn_by_r(path, size, seed, columns) for seed in range(draws)]
    seconds, others = (statistics.median(d[1] for d in some) for some in (ours, theirs))
    off, others_off = (statistics.mean(imbalance(path, d[0], columns) for d in some) for some in (ours, theirs))
    print(f"| {size} of {count:,} by {what} | {seconds * 1000:.1f} ms | {others:.2f} s | {others / seconds:,.0f}× "
          f"| {off:.2f} % | {others_off:.2f} % |", flush=True)


def compare_assignment(folder, persons, initiatives):
    noise = numpy.random.default_rng(persons)
    capacities = noise.integers(persons // initiatives // 3, persons // initiatives, initiatives)
    scores = noise.integers(0, 150, (persons, initiatives)) - 50
    scores[scores < 0] = 0
    path = pathlib.Path(folder, "scores.csv")
    with open(path, "w") as file:
        file.write(",".join(["company"] + [f"I{i}" for i in range(initiatives)]) + "\n")
        file.write(",".join(["capacity"] + [str(c) for c in capacities]) + "\n")
        for index, row in enumerate(scores):
            file.write(f"C{index}," + ",".join(map(str, row)) + "\n")
    ran = subprocess.run([KARAVAAN, "assign", path], check=True, capture_output=True, text=True)
    total, milliseconds = re.search(r"Sum (\d+), found in ([\d.]+) ms", ran.stderr).groups()
    ours = float(milliseconds) / 1000
    theirs = instead = None
    if persons <= 5000:
        began = time.perf_counter()
        places = numpy.repeat(scores, capacities, axis=1)
        rows, columns = linear_sum_assignment(places, maximize=True)
        theirs = time.perf_counter() - began
        instead = int(places[rows, columns].sum())
        assert instead == int(total), (instead, total)
    print(f"| {persons:,} companies, {initiatives} initiatives, {int(capacities.sum()):,} places | {ours:.2f} s "
          f"| {f'{theirs:.2f} s, the same sum' if theirs else 'does not fit'} | {f'{theirs / ours:.1f}×' if theirs else ''} |",
          flush=True)


def main():
    quick = "--quick" in sys.argv
    version = subprocess.run(["Rscript", "-e", "cat(as.character(packageVersion('sampling')), R.version.string)"],
                             capture_output=True, text=True).stdout
    print(f"\nDrawing, beside R's sampling {version}\n")
    print("| draw | Karavaan | R samplecube | how much faster | off, Karavaan | off, R |\n|---|---|---|---|---|---|")
    groups = ["municipality", "sector", "size", "member"]
    with tempfile.TemporaryDirectory(prefix="karavaan-bench-") as folder:
        compare_draws(folder, 2573, 200, "four traits", ["--by", ",".join(groups)], groups, 3 if quick else 10)
        compare_draws(folder, 2573, 200, "four numbers", ["--balance", ",".join(NUMBERS)], NUMBERS, 3 if quick else 10)
        if not quick:
            compare_draws(folder, 100_000, 2000, "four traits", ["--by", ",".join(groups)], groups, 1)
            compare_draws(folder, 100_000, 2000, "four numbers", ["--balance", ",".join(NUMBERS)], NUMBERS, 3)
        print("\nDividing places, beside scipy's linear_sum_assignment with a column for each place\n")
        print("| case | Karavaan | scipy | how much faster |\n|---|---|---|---|")
        compare_assignment(folder, 2000, 50)
        if not quick:
            compare_assignment(folder, 5000, 100)
            compare_assignment(folder, 20_000, 200)


main()
