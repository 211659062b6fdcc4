"""Output: the same facts as a table for people or as JSON or YAML for scripts.

rows or values  ->  text on standard output
"""

import json
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

import click
import msgspec

output_option = click.option(
    "--output",
    "-o",
    type=click.Choice(["table", "json", "yaml"]),
    default="table",
    show_default=True,
    help="For people, or for scripts.",
)


def show(output: str, value: object, table: Callable[[], str]) -> None:
    """Print *value*, of structs and plain JSON values, in the way that the user asked for."""
    value = msgspec.to_builtins(value)
    if output == "json":
        click.echo(json.dumps(value, indent=2, ensure_ascii=False))
    elif output == "yaml":
        import yaml  # noqa: PLC0415  only this output needs it

        click.echo(yaml.safe_dump(value, sort_keys=False, allow_unicode=True), nl=False)
    elif text := table():
        click.echo(text)


def columns(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Rows under their heads, in columns as wide as they must be."""
    cells = [[str(cell) for cell in row] for row in rows]
    if not cells:
        return ""
    widths = [max(len(printable(row[i])) for row in [list(head), *cells]) for i in range(len(head))]
    lines = [[h.upper() for h in head], *cells]
    return "\n".join(
        "  ".join(printable(c).ljust(w) for c, w in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def printable(text: str) -> str:
    """*text* without anything that could move a terminal's cursor."""
    return "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in text)


def duration(seconds: float) -> str:
    """A span as people say it: `42 s`, `3 min`, `1 h 20 min`, `2 d`."""
    if seconds < 60:
        return f"{max(seconds, 0):.0f} s"
    if seconds < 3600:
        return f"{seconds / 60:.0f} min"
    if seconds < 86400:
        return f"{seconds // 3600:.0f} h {seconds % 3600 // 60:.0f} min"
    return f"{seconds / 86400:.0f} d"


def moment(unix: float) -> str:
    """A Unix time as this machine's clock shows it."""
    return datetime.fromtimestamp(unix, UTC).astimezone().strftime("%Y-%m-%d %H:%M:%S %Z")


def percent(share: float | None) -> str:
    """A share with one digit, and never 100.0 % unless it is all."""
    if share is None:
        return "-"
    shown = min(share * 100, 99.9) if share < 1 else 100.0
    return f"{shown:.1f} %"


def milliseconds(value: float | None) -> str:
    """A latency in milliseconds."""
    return "-" if value is None else f"{value:.0f} ms" if value >= 10 else f"{value:.1f} ms"
