"""A real mail server for tests: takes letters, and writes each that it took into a folder.

mail_server.py FOLDER PORT

What it does depends on whom a letter is for: vol@ is full for now, weg@ does not exist, stil@ is taken and then the line
goes dead. FOLDER/port says where it listens.
"""
import asyncio
import pathlib
import sys
import uuid

from aiosmtpd.smtp import SMTP


class Letters:
    def __init__(self, folder):
        self.folder = folder

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("vol@"):
            return "452 4.2.2 Mailbox full, come back later"
        if address.startswith("weg@"):
            return "550 5.1.1 No such user here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        name = self.folder / f"{uuid.uuid4()}.tmp"
        name.write_bytes(b"X-To: " + envelope.rcpt_tos[0].encode() + b"\r\n" + envelope.content)
        name.rename(name.with_suffix(".eml"))
        if envelope.rcpt_tos[0].startswith("stil@"):
            server.transport.abort()
        return "250 Taken"


async def main():
    folder, port = pathlib.Path(sys.argv[1]), int(sys.argv[2])
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(Letters(folder), hostname="test"), "127.0.0.1", port)
    (folder / "port.tmp").write_text(str(server.sockets[0].getsockname()[1]))
    (folder / "port.tmp").rename(folder / "port")
    await server.serve_forever()


asyncio.run(main())
