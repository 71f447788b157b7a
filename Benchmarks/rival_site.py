"""What one would write instead: Flask, Jinja and sqlite3, the same fifty companies from the same database."""
import os
import sqlite3
import threading

from flask import Flask, render_template_string, request

app = Flask(__name__)
local = threading.local()
PAGE = """<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Bedrijven</title></head><body><main>
<h1>Bedrijven</h1><p>{{ total }} bedrijven</p><table><thead><tr><th scope="col">Bedrijf</th><th scope="col">Gemeente</th>
<th scope="col">Sector</th><th scope="col">Medewerkers</th></tr></thead><tbody>
{% for row in rows %}<tr><th scope="row"><a href="/bedrijven/{{ row[0] }}">{{ row[1] }}</a></th><td>{{ row[2] or "" }}</td>
<td>{{ row[3] or "" }}</td><td>{{ row[4] or "" }}</td></tr>{% endfor %}</tbody></table></main></body></html>"""


def database():
    if not hasattr(local, "database"):
        local.database = sqlite3.connect(f"file:{os.environ['RIVAL_DATABASE']}?mode=ro", uri=True)
    return local.database


@app.get("/bedrijven")
def companies():
    total = database().execute("SELECT count(*) FROM company").fetchone()[0]
    rows = database().execute(
        "SELECT id, name, municipality, sector, size FROM company ORDER BY name LIMIT 50").fetchall()
    return render_template_string(PAGE, rows=rows, total=total)


@app.get("/registraties")
def items():
    word = request.args.get("zoek", "")
    total = database().execute("SELECT count(*) FROM register_item WHERE content LIKE ?", (f"%{word}%",)).fetchone()[0]
    rows = database().execute(
        "SELECT id, title, state, number, name FROM register_item WHERE content LIKE ? ORDER BY title LIMIT 50",
        (f"%{word}%",)).fetchall()
    return render_template_string(PAGE, rows=rows, total=total)
