"""A running Karavaan with as much in it as a large programme: 5,000 companies, 2,000 finished conversations."""
import concurrent.futures
import os
import pathlib
import random
import re
import signal
import subprocess
import time
import urllib.parse

from client import Client, identifier

ROOT = pathlib.Path(__file__).resolve().parents[1]
BINARY = ROOT / ".build-release/release/karavaan"
PROGRAMME = "mkb-deal-metaal"
WORK = f"/werk/{PROGRAMME}"
EMAIL, PASSWORD = "meet@bench.example", "vijf kromme spaanders"
PLACES = [("2404 AB", "Alphen aan den Rijn"), ("2742 KX", "Waddinxveen"), ("2421 LV", "Nieuwkoop"),
          ("3011 AA", "Rotterdam"), ("2511 AA", "Den Haag"), ("2611 AA", "Delft"), ("2801 AA", "Gouda")]


def companies(count):
    chance = random.Random(1)
    lines = ["Bedrijfsnaam;KvK-nummer;Postcode;Plaats;Adres;SBI-code;Medewerkers;Contactpersoon;Telefoon;E-mail"]
    for number in range(count):
        postcode, place = chance.choice(PLACES)
        name = f"{chance.choice(['Draaierij', 'Lasserij', 'Machinefabriek', 'Plaatwerk', 'Staalbouw'])} Proef {number:05}"
        lines.append(f"{name};{80_000_000 + number};{postcode};{place};Proefweg {number % 300 + 1};2562;"
                     f"{chance.choice([3, 8, 20, 60, 120])};P. Proef;010-{number:07};p{number}@proef.example")
    return ("\n".join(lines) + "\n").encode()


class Site:
    def __init__(self, folder, database):
        self.folder, self.database, self.port, self.process = folder, database, 18080, None
        self.cookies = {}

    def command(self, *arguments, typed=None):
        return subprocess.run([BINARY, *arguments, "--database", self.database], input=typed, check=True, text=True,
                              capture_output=True, cwd=self.folder).stdout

    def prepare(self):
        self.command("import", str(ROOT / "programmes" / PROGRAMME))
        self.command("user", "add", "--email", EMAIL, "--name", "M. Meet", "--programme", PROGRAMME,
                     "--role", "project-leader", "--password-stdin", typed=PASSWORD + "\n")

    def start(self):
        """Returns how many milliseconds it took until the first answer."""
        log = open(pathlib.Path(self.folder) / "server.log", "ab")
        began = time.perf_counter()
        self.process = subprocess.Popen(
            [BINARY, "serve", "--database", self.database, "--port", str(self.port), "--log-level", "warning"],
            cwd=self.folder, stdout=log, stderr=log, env=os.environ | {"KARAVAAN_PYTHON": str(ROOT / ".venv/bin/python")})
        while True:
            try:
                Client(self.port).get("/aanmelden")
                return (time.perf_counter() - began) * 1000
            except (OSError, AssertionError):
                assert self.process.poll() is None, "the server ended; see server.log"
                time.sleep(0.002)

    def stop(self):
        if self.process:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(30)
            self.process = None

    @property
    def memory(self):
        """Resident, in MB, of the program itself."""
        text = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", text)[1]) / 1024

    def sign_in(self):
        """Once; the others share the session, for signing in is limited in number and slow on purpose."""
        client = Client(self.port)
        if not self.cookies:
            client.sign_in(EMAIL, PASSWORD)
            self.cookies = dict(client.cookies)
        client.cookies = dict(self.cookies)
        return client

    def import_companies(self, count):
        """Through the same pages as people; returns seconds from upload to done, and how many came in."""
        client, content = self.sign_in(), companies(count)
        page = client.get(WORK + "/bedrijven/inlezen")
        began = time.perf_counter()
        item = client.upload(WORK + "/bedrijven/inlezen",
                             {"id": re.search(r'name="id" value="([^"]+)"', page)[1]}, "bestand", content)
        item = item.removesuffix("/kolommen")
        page = client.get(item + "/kolommen")
        columns = {}
        for name, options in re.findall(r'<select name="(kolom-\d+)".*?>(.*?)</select>', page, re.S):
            chosen = re.search(r'<option value="([^"]*)" selected', options)
            columns[name] = chosen[1] if chosen else ""
        client.post(item + "/kolommen", columns)
        while f'action="{item}/bevestigen"' not in client.get(item):
            time.sleep(0.02)
        client.post(item + "/bevestigen", {})
        return time.perf_counter() - began

    def hold_conversations(self, count, threads=8):
        """Plans, holds and finishes conversations over HTTP; returns their addresses and the codes of activities."""
        first = self.sign_in()
        found, page = [], 1
        while len(found) < count + 16:
            text = first.get(f"{WORK}/bedrijven?pagina={page}")
            new = re.findall(rf'href="{WORK}/bedrijven/([0-9a-f-]{{36}})"', text)
            if not new or set(new) <= set(found):
                break
            found += new
            page += 1
        assert len(found) >= count, f"found only {len(found)} companies"
        form = first.get(f"{WORK}/gesprekken/nieuw?bedrijf={found[0]}")
        interviewer = re.search(r'<option value="([0-9a-f-]{36})" selected', form)[1]
        sheet_of = self._hold(first, found[0], interviewer, [])
        codes = re.findall(r'data-activity="([^"]+)"', first.get(sheet_of + "/plaat"))
        for part in set(re.findall(r'\?(thema=[^"#&]+)', first.get(sheet_of + "/plaat"))):
            codes += re.findall(r'data-activity="([^"]+)"', first.get(f"{sheet_of}/plaat?{part}"))
        codes = list(dict.fromkeys(codes))

        def share(index):
            client = self.sign_in()
            client.get(f"{WORK}/gesprekken/nieuw?bedrijf={found[0]}")
            return [self._hold(client, company, interviewer, codes, seed=number)
                    for number, company in enumerate(found[1:count], 1) if number % threads == index]

        with concurrent.futures.ThreadPoolExecutor(threads) as pool:
            held = [address for part in pool.map(share, range(threads)) for address in part]
        return held, codes, interviewer, found[count:count + 16]

    def _hold(self, client, company, interviewer, codes, seed=0, finish=True):
        chance = random.Random(seed)
        address = client.post(WORK + "/gesprekken/nieuw", {
            "bedrijf": company, "gesprek": identifier(), "dag": "2026-03-02", "meting": "start", "interviewer": interviewer})
        address = urllib.parse.urlsplit(address).path
        client.post(address + "/stand", {"stap": "beginnen"})
        ticks = [f'{{"id":"{identifier()}","activity":"{code}","mark":"{mark}","isOn":true,"madeAt":{int(time.time() * 1000)}}}'
                 for code in chance.sample(codes, min(30, len(codes))) for mark in [chance.choice(["doing", "ambition"])]]
        if ticks:
            status, _, reply = client.json(address + "/vinkjes", f'{{"device":"bench","ticks":[{",".join(ticks)}]}}')
            assert status == 204, reply[:300]
        if codes and finish:
            client.post(address + "/stand", {"stap": "afronden"})
        return address
