"""The reference page of the commands, out of the commands themselves.

the click group  ->  docs/reference/commands.md
"""

import click

from weft.cli.main import COMMANDS, weft

HEAD = """\
# Commands

This page is generated from the commands' own help; `make golden` rewrites it.

Every listing takes `--output table|json|yaml`.
Exit codes are 0 done, 1 failed, 2 wrong usage, 3 server out of reach.
`weft status` ends with 1 when something is wrong in the mesh.
Commands find their mesh in the folder they run in, or one above it.
`-f` names another mesh's file.
`WEFT_URL` and `WEFT_TOKEN` name a server directly.
"""


def page() -> str:
    """The whole page, in Markdown."""
    root = click.Context(weft, info_name="weft")
    parts = [HEAD]
    for name in COMMANDS:
        command = weft.get_command(root, name)
        assert command is not None
        context = click.Context(command, info_name=name, parent=root)
        context.terminal_width = context.max_content_width = 88
        parts.append(f"## weft {name}\n\n```text\n{command.get_help(context)}\n```\n")
    return "\n".join(parts)
