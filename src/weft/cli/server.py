"""`weft server`: the control-plane process."""

import sys
from pathlib import Path

import click


@click.command("server")
@click.option("--state", type=click.Path(path_type=Path, file_okay=False), required=True)
@click.option("--runtime", type=click.Path(path_type=Path, file_okay=False), required=True)
@click.option("--mesh", required=True, help="The mesh's name: its SPIFFE trust domain.")
@click.option("--listen", default=None, help="host:port of API and dashboard.")
def command(state: Path, runtime: Path, mesh: str, listen: str | None) -> None:
    """Run the control plane: registry, authority, API and dashboard.

    STATE holds the store and the authority's key, RUNTIME the socket for agents.
    """
    from weft.server.app import Settings, run  # noqa: PLC0415  0.5 s that other commands needn't pay

    sys.exit(run(Settings(state=state, runtime=runtime, mesh=mesh, listen=listen)))
