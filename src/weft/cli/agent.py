"""`weft agent`: the process of one host."""

import sys
from pathlib import Path

import click


@click.command("agent")
@click.option("--state", type=click.Path(path_type=Path, file_okay=False), required=True)
@click.option("--runtime", type=click.Path(path_type=Path, file_okay=False), required=True)
@click.option("--host", default=None, help="This host's name.  [default: its host name]")
def command(state: Path, runtime: Path, host: str | None) -> None:
    """Run this host's part of the mesh: its proxies, apps, probes and keys."""
    from weft.agent.app import Settings, run  # noqa: PLC0415  0.4 s that other commands needn't pay

    sys.exit(run(Settings(state=state, runtime=runtime, host=host)))
