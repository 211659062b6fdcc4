"""The command `weft`: which commands there are, and what becomes of an error.

    argv  ->  one command of this package, imported only when it is asked for

Refuses to know what a command does. Exit codes: 0 done, 1 failed, 2 wrong
usage, 3 server out of reach.
"""

import sys
from importlib import import_module
from io import TextIOWrapper
from typing import Final

import click

from weft import __version__
from weft.errors import WeftError

#: Name -> (module, one line for the overview). The line stands here so that
#: `weft --help` and completion import no command.
COMMANDS: Final[dict[str, tuple[str, str]]] = {
    "init": ("init", "Write a first mesh.yaml, from a Procfile if there is one."),
    "validate": ("validate", "Check a mesh.yaml: every problem at its line."),
    "up": ("up", "Start the mesh of a file; a second time: apply what changed."),
    "down": ("down", "Drain and stop everything that `weft up` started."),
    "status": ("status", "What is wrong first, then who runs and who calls whom."),
    "call": ("call", "Send requests through the mesh as one of its services."),
    "logs": ("logs", "What the apps wrote."),
    "scale": ("scale", "Run more or fewer instances of a service."),
    "restart": ("restart", "Replace a service's instances one after another."),
    "apply": ("apply", "Bring the documents of a file into the running mesh."),
    "get": ("get", "Show documents and instances."),
    "delete": ("delete", "Remove a document."),
    "certs": ("certs", "Identities, serials and time left."),
    "dashboard": ("dashboard", "Print a fresh login link to the dashboard."),
    "completion": ("completion", "Print the script that completes weft in your shell."),
    "server": ("server", "The control-plane process; `weft up` starts it for you."),
    "agent": ("agent", "The process of one host; `weft up` starts it for you."),
}


SYSTEM: Final = "system"  # the code of what the operating system refused


class LazyGroup(click.Group):
    """A group whose commands are imported when they are used."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        """Every command, in the order of a first day with Weft."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command called *cmd_name*, imported now; None if there is none."""
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"weft.cli.{COMMANDS[cmd_name][0]}").command
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, with a suggestion for a slip of the finger."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from difflib import get_close_matches  # noqa: PLC0415  only a slip needs it

            close = get_close_matches(args[0], COMMANDS, n=1)
            hint = f" Did you mean '{close[0]}'?" if close else ""
            raise click.UsageError(f"No such command '{args[0]}'.{hint}", ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The overview, without importing anything."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="weft")
def weft() -> None:
    """A service mesh for laptops, virtual machines and bare metal.

    Start with `weft init` and `weft up`.
    """


def _speak_any_encoding() -> None:
    """A terminal or a locale without arrows and umlauts gets them spelt, not a failure."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper) and stream.encoding.lower() not in ("utf-8", "utf8"):
            stream.reconfigure(errors="backslashreplace")


def _refused(error: OSError) -> str:
    """What the system refused, and about which file."""
    words = error.strerror or str(error)
    return f"{error.filename}: {words}" if error.filename else words


def main() -> None:
    """Run the command line and leave with its exit code."""
    _speak_any_encoding()
    try:
        code = weft.main(prog_name="weft", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.exceptions.Abort:
        sys.exit(130)
    except WeftError as error:
        click.echo(f"error[{error.code}]: {error}", err=True)
        sys.exit(error.exit_code)
    except OSError as error:  # a folder that may not be written, a disk that is full
        click.echo(f"error[{SYSTEM}]: {_refused(error)}", err=True)
        sys.exit(1)
    sys.exit(code if isinstance(code, int) else 0)
