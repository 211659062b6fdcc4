"""`weft dashboard`: a fresh one-time login link."""

from pathlib import Path

import click

from weft.cli.connect import client_for
from weft.cli.files import file_option
from weft.cli.output import output_option, show


@click.command("dashboard")
@file_option
@output_option
def command(file: Path | None, output: str) -> None:
    """Print a link that logs a browser in to the dashboard, once, within ten minutes."""
    link = client_for(file).login_link()
    show(output, link, lambda: link.url)
