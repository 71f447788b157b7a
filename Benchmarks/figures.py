"""The whole series of publications of the demonstration, with all tables: made, and attacked together.

    .venv/bin/python Benchmarks/figures.py [the program, .build-release/release/karavaan unless it is said]

Prints for each publication how many companies count, how many figures are shown and how long it took to make, and in the end what
our attacker learns of all of them together.
"""
import json
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import time

from site_under_test import ROOT


def main():
    program = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / ".build-release/release/karavaan").resolve()
    with tempfile.TemporaryDirectory() as folder:
        database = pathlib.Path(folder) / "demo.sqlite"
        subprocess.run(
            [program, "demo", "--database", database, "--fill-only", "--today", "2026-12-20", "--figures-every", "1"],
            cwd=ROOT, check=True, capture_output=True)
        rows = sqlite3.connect(database).execute(
            "SELECT number, measured_on, preview, bundle FROM publication WHERE state = 'published' ORDER BY number").fetchall()
        files = []
        for number, day, preview, bundle in rows:
            preview = json.loads(preview)
            shown = sum(level["shown"] for level in preview["levels"])
            hidden = sum(level["hidden"] for level in preview["levels"])
            print(f"{number}  {day}  {preview['companies']:4} companies  {shown:6} shown  {hidden:6} hidden  "
                  f"{preview['seconds']:4.0f} s  {len(bundle) / 1e6:.1f} MB", flush=True)
            files.append(pathlib.Path(folder) / f"{number}.json")
            files[-1].write_text(bundle)
        began = time.monotonic()
        attack = subprocess.run([program, "attack", *files], capture_output=True, text=True)
        print(attack.stdout + attack.stderr.split("\r")[-1].strip())
        print(f"attack and proof of {len(files)} publications together: {time.monotonic() - began:.0f} s")
        sys.exit(attack.returncode)


if __name__ == "__main__":
    main()
