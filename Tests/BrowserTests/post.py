"""A real mail server, and what it took."""
import email
import subprocess
import sys
import time

from karavaan import ROOT, free_port


class Post:
    """A mail server, and what it took."""

    def __init__(self, folder):
        self.folder, self.port, self.process = folder, free_port(), None

    def start(self):
        (self.folder / "port").unlink(missing_ok=True)
        self.process = subprocess.Popen(
            [sys.executable, ROOT / "Tests/Cases/mail_server.py", self.folder, str(self.port)], stdin=subprocess.DEVNULL)
        for _ in range(200):
            if (self.folder / "port").exists():
                return
            time.sleep(0.05)
        raise AssertionError("the mail server does not start")

    def stop(self):
        if self.process:
            self.process.kill()
            self.process.wait()
            self.process = None

    def letters(self):
        return [email.message_from_bytes(path.read_bytes()) for path in self.folder.glob("*.eml")]

    def wait_for(self, count, seconds=20):
        for _ in range(seconds * 10):
            if len(self.letters()) >= count:
                return self.letters()
            time.sleep(0.1)
        raise AssertionError(f"{len(self.letters())} letters came, not {count}")


def plain(letter):
    return next(part for part in letter.walk() if part.get_content_type() == "text/plain").get_payload(decode=True).decode()
