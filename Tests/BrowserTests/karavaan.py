"""The program under test, as one would run it: the command line, and the site on a port of its own."""
import os
import pathlib
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = pathlib.Path(os.environ.get("KARAVAAN_BINARY", ROOT / ".build/debug/karavaan"))
PACK = ROOT / "programmes/mkb-deal-metaal"
PROGRAMME = "mkb-deal-metaal"
PASSWORD = "vijf kromme spaanders"


class Installation:
    """A database and what is needed to serve it."""

    def __init__(self, folder, database=None):
        self.folder = pathlib.Path(folder)
        self.database = str(database or self.folder / "karavaan.sqlite")
        self.port = free_port()
        self.process = None
        self.extra = {}
        self.log = self.folder / "server.log"

    @property
    def address(self):
        return f"http://localhost:{self.port}"

    def command(self, *arguments, typed=None):
        """Runs a command of karavaan to its end; returns what it printed."""
        result = subprocess.run(
            [BINARY, *arguments, "--database", self.database],
            input=typed, capture_output=True, text=True, cwd=self.folder, env=self.environment, timeout=300)
        assert result.returncode == 0, f"karavaan {' '.join(map(str, arguments))}: {result.stderr or result.stdout}"
        return result.stdout

    def add(self, person, programme=PROGRAMME):
        """Makes an account for somebody out of `people.py`."""
        extra = ["--initiative", person.initiative] if person.initiative else []
        extra += [part for area in person.areas for part in ("--area", area)]
        extra += ["--organisation", person.organisation] if person.organisation else []
        self.command("user", "add", "--email", person.email, "--name", person.name, "--programme", programme,
                     "--role", person.role, "--password-stdin", *extra, typed=PASSWORD + "\n")

    def tell_story(self):
        """Fills the database with the demonstration."""
        self.command("demo", "--fill-only", "--pack", PACK)

    def start(self):
        assert self.process is None
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                [BINARY, "serve", "--database", self.database, "--port", str(self.port)],
                stdout=log, stderr=log, stdin=subprocess.DEVNULL, cwd=self.folder, env=self.environment)
        for _ in range(300):
            assert self.process.poll() is None, "the server ended at once:\n" + self.log.read_text()
            try:
                with urllib.request.urlopen(self.address + "/aanmelden", timeout=5):
                    return
            except (urllib.error.URLError, ConnectionError, TimeoutError):
                time.sleep(0.05)
        raise AssertionError("the server does not answer:\n" + self.log.read_text())

    def stop(self):
        """As a service manager would; it has to end by itself, and well."""
        if self.process is None:
            return
        self.process.send_signal(signal.SIGTERM)
        try:
            status = self.process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise AssertionError("the server did not stop when it was told to") from None
        finally:
            self.process = None
        assert status == 0, f"the server ended with {status}:\n" + self.log.read_text()[-3000:]

    def kill(self):
        """As a power cut would."""
        self.process.kill()
        self.process.wait()
        self.process = None

    @property
    def environment(self):
        kept = {name: value for name, value in os.environ.items() if not name.startswith("KARAVAAN_")}
        python = ROOT / ".venv/bin/python"
        return kept | ({"KARAVAAN_PYTHON": str(python)} if python.exists() else {}) | self.extra


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]
