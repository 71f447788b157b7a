"""A browser without a screen, for filling and measuring a site."""
import http.client
import re
import time
import urllib.parse
import uuid


def identifier():
    """A UUID of version 7, as devices make them."""
    moment = int(time.time() * 1000)
    number = moment << 80 | 0x7 << 76 | (uuid.uuid4().int & 0xFFF) << 64 | 0x2 << 62 | uuid.uuid4().int & (1 << 62) - 1
    return str(uuid.UUID(int=number))


class Client:
    def __init__(self, port):
        self.port = port
        self.cookies = {}
        self.token = ""
        self.connection = http.client.HTTPConnection("localhost", port, timeout=120)

    @property
    def cookie(self):
        return "; ".join(f"{name}={value}" for name, value in self.cookies.items())

    def request(self, method, path, body=None, headers=None):
        """Returns status, headers and body; does not go where a redirect points."""
        for attempt in (1, 2):
            try:
                self.connection.request(method, path, body, {"Cookie": self.cookie, **(headers or {})})
                reply = self.connection.getresponse()
                content = reply.read()
                break
            except (http.client.HTTPException, ConnectionError):
                self.connection.close()
                if attempt == 2:
                    raise
        for line in reply.headers.get_all("Set-Cookie") or []:
            name, value = line.split(";")[0].split("=", 1)
            self.cookies[name] = value
        return reply.status, reply.headers, content

    def get(self, path):
        status, headers, content = self.request("GET", path)
        if status in (302, 303, 307):
            status, headers, content = self.request("GET", headers["Location"])
        assert status == 200, f"{path} answered {status}"
        text = content.decode()
        if match := re.search(r'name="_token"[^>]*value="([^"]+)"', text):
            self.token = match[1]
        return text

    def post(self, path, fields, expecting=(303,)):
        """Sends a form; returns where it leads."""
        body = urllib.parse.urlencode({"_token": self.token, **fields}, doseq=True)
        status, headers, content = self.request(
            "POST", path, body, {"Content-Type": "application/x-www-form-urlencoded"})
        assert status in expecting, f"{path} answered {status}: {content[:300]}"
        return headers.get("Location", "")

    def upload(self, path, fields, name, content):
        mark = uuid.uuid4().hex
        parts = [f'--{mark}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode()
                 for key, value in {"_token": self.token, **fields}.items()]
        parts.append(f'--{mark}\r\nContent-Disposition: form-data; name="{name}"; filename="a.csv"\r\n'
                     f"Content-Type: text/csv\r\n\r\n".encode() + content + b"\r\n")
        status, headers, reply = self.request(
            "POST", path, b"".join(parts) + f"--{mark}--\r\n".encode(),
            {"Content-Type": f"multipart/form-data; boundary={mark}"})
        assert status == 303, f"{path} answered {status}: {reply[:300]}"
        return headers["Location"]

    def json(self, path, text):
        return self.request("POST", path, text, {
            "Content-Type": "application/json", "Accept": "application/json", "X-Form-Token": self.token})

    def sign_in(self, email, password):
        self.get("/aanmelden")
        self.post("/aanmelden", {"email": email, "wachtwoord": password})
        return self
