"""`weft completion`: the script that completes commands in a shell."""

import click
from click.shell_completion import get_completion_class


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(shell: str) -> None:
    """Print the script that completes weft in your shell.

    Bash: add `eval "$(weft completion bash)"` to ~/.bashrc. Zsh: the same with
    zsh in ~/.zshrc. Fish: `weft completion fish > ~/.config/fish/completions/weft.fish`.
    """
    from weft.cli.main import weft  # noqa: PLC0415  the group imports this module

    found = get_completion_class(shell)
    assert found is not None
    click.echo(found(weft, {}, "weft", "_WEFT_COMPLETE").source())
