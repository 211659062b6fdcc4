"""`weft certs`: identities, serials and time left."""

from pathlib import Path

import click

from weft.api.shapes import CertificateView
from weft.cli.connect import client_for
from weft.cli.files import file_option
from weft.cli.output import columns, duration, moment, output_option, show


@click.command("certs")
@file_option
@output_option
def command(file: Path | None, output: str) -> None:
    """Identities, serials and time left of every certificate in use."""
    certificates = client_for(file).certificates()
    show(output, certificates, lambda: _table(certificates))


def _table(certificates: list[CertificateView]) -> str:
    rows = [
        (c.identity, c.host, c.serial, moment(c.not_after), duration(c.left_s))
        for c in certificates
    ]
    return columns(("identity", "host", "serial", "valid until", "left"), rows) or "There is none."
