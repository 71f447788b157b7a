"""What somebody would use instead, measured in the same run on the same machine."""
import csv
import io
import os
import pathlib
import re
import sqlite3
import subprocess
import sys
import threading
import time

HERE = pathlib.Path(__file__).resolve().parent
TOOLS = pathlib.Path(sys.executable).parent


def load(url, seconds, cookie="", script=None, environment=None):
    """wrk with 16 connections: requests a second and the 99th percentile in milliseconds."""
    command = ["wrk", "-t2", "-c16", f"-d{seconds}s", "--latency"]
    command += ["-s", str(script)] if script else []
    command += ["-H", f"Cookie: {cookie}"] if cookie and not script else []
    text = subprocess.run([*command, url], capture_output=True, text=True, check=True,
                          env=os.environ | (environment or {})).stdout
    if match := re.search(r"Non-2xx or 3xx responses: (\d+)", text):
        raise AssertionError(f"{match[1]} answers of {url} were errors\n{text}")
    number, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", text).groups()
    return float(re.search(r"Requests/sec:\s+([\d.]+)", text)[1]), float(number) * {"us": 0.001, "ms": 1, "s": 1000}[unit]


def flask(database, seconds, path="/bedrijven"):
    """Flask, Jinja and sqlite3 behind gunicorn with two workers: the same fifty lines, without sign-in or filters."""
    server = subprocess.Popen(
        [TOOLS / "gunicorn", "--workers", "2", "--bind", "127.0.0.1:18090", "--log-level", "error", "rival_site:app"],
        cwd=HERE, env=os.environ | {"RIVAL_DATABASE": str(database)})
    try:
        time.sleep(2)
        return load("http://127.0.0.1:18090" + path, seconds)
    finally:
        server.terminate()
        server.wait()


def sqlite_inserts(folder, seconds, writers=16):
    """Durable inserts a second of Python's sqlite3: a transaction each, sixteen threads, the same settings."""
    path, counts, end = pathlib.Path(folder) / "raw.sqlite", [0] * writers, time.monotonic() + seconds

    def connect():
        database = sqlite3.connect(path, timeout=30, isolation_level=None)
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = FULL")
        return database

    connect().execute("CREATE TABLE tick (id TEXT PRIMARY KEY, activity TEXT, mark TEXT, is_on INTEGER, made_at TEXT)")

    def write(writer):
        database = connect()
        while time.monotonic() < end:
            database.execute("BEGIN IMMEDIATE")
            database.execute("INSERT INTO tick VALUES (?, 'A01', 'doing', 1, '2026-03-02')", (f"{writer}-{counts[writer]}",))
            database.execute("COMMIT")
            counts[writer] += 1

    threads = [threading.Thread(target=write, args=(writer,)) for writer in range(writers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts) / seconds


def pgbench_inserts(address, folder, seconds):
    """Durable inserts a second of pgbench, with sixteen clients."""
    subprocess.run(["psql", "-qd", address, "-c", "CREATE TABLE IF NOT EXISTS raw_tick (id bigserial PRIMARY KEY, "
                    "activity text, mark text, is_on boolean, made_at timestamptz)"], check=True)
    script = pathlib.Path(folder) / "insert.sql"
    script.write_text("INSERT INTO raw_tick (activity, mark, is_on, made_at) VALUES ('A01', 'doing', true, now());\n")
    text = subprocess.run(["pgbench", "-n", "-c16", "-j2", f"-T{seconds}", "-M", "prepared", "-f", script, address],
                          capture_output=True, text=True, check=True).stdout
    subprocess.run(["psql", "-qd", address, "-c", "DROP TABLE raw_tick"], check=True)
    return float(re.search(r"tps = ([\d.]+)", text)[1])


def weasyprint_command(url, folder):
    """Seconds for one PDF when WeasyPrint is started for it."""
    began = time.perf_counter()
    subprocess.run([TOOLS / "weasyprint", "--pdf-variant", "pdf/ua-1", url, pathlib.Path(folder) / "rival.pdf"],
                   check=True, capture_output=True)
    return time.perf_counter() - began


def csv_import(content, folder):
    """Seconds for Python to read the same lines and insert them, without looking whether they are right."""
    began = time.perf_counter()
    database = sqlite3.connect(pathlib.Path(folder) / "csv.sqlite")
    database.execute("CREATE TABLE company (a, b, c, d, e, f, g, h, i, j)")
    lines = csv.reader(io.StringIO(content.decode()), delimiter=";")
    database.executemany("INSERT INTO company VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", lines)
    database.commit()
    return time.perf_counter() - began
