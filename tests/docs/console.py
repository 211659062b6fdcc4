"""Blocks of `$ commands` with their output -> run in one shell a page, and compared.

What is different on every machine (times, pids, ports, shares, serials) is
compared by its kind; `…` stands for any text, on a line of its own for any
lines. A command that only looks is asked again until the answer fits or its
time is over, because a mesh's numbers arrive once a second.
"""

import json
import os
import re
import select
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from docs.blocks import Block

LOOKING = ("weft status", "weft logs", "weft get", "weft certs", "curl", "tail", "cat", "grep")
LOOK_S = 15.0
COMMAND_S = 60.0

#: Facts that differ from run to run, and the word that stands for each; in this order.
VARYING = (
    (r"login\?code=[\w-]+", "login?code=CODE"),
    (r"\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?Z?( [A-Z]{2,5})?", "MOMENT"),
    (r"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b", "ID"),
    (r"\b[0-9a-f]{34,40}\b", "SERIAL"),
    (r"127\.0\.0\.1:\d+", "127.0.0.1:PORT"),
    (r"\bpid \d+", "pid N"),
    (r"\brevision \d+", "revision N"),
    (r"-?\d+(\.\d+)?( (ms|s|min|h|d)\b)( \d+ min)?", "~"),
    (r"\d+\.\d/s", "RATE"),
    (r"(\d+ +)?\d+(\.\d+)? %", "~"),
    (r"(?<= )-(?= |$)", "~"),
)


def alike(text: str) -> str:
    """*text* with what varies replaced by words for it."""
    lines = []
    for raw in text.replace(socket.gethostname(), "laptop").splitlines():
        line = raw.rstrip()
        for pattern, word in VARYING:
            line = re.sub(pattern, word, line)
        if " → " in line and "RATE" in line:
            line = re.sub(r"\b\d+\b", "N", line)
        lines.append(re.sub(r"(?<=\S)  +", " ", line))
    return "\n".join(lines).strip("\n")


def fits(expected: str, actual: str) -> bool:
    """Whether *actual* is what a page promises."""
    pattern = ""
    for line in alike(expected).splitlines():
        if line.strip() == "…":
            pattern += r"(?:.*\n)*?"
        else:
            pattern += ".*".join(re.escape(part) for part in line.split("…")) + r"\n"
    return re.fullmatch(pattern, alike(actual) + "\n" if actual.strip() else "") is not None


@dataclass(frozen=True)
class Step:
    """A command and what it prints, as the page has it; *quiet*: the page shows no output."""

    command: str
    expected: str


def steps(block: Block) -> list[Step]:
    """The commands of *block*; lines that begin with `> ` go on with a command."""
    found: list[tuple[list[str], list[str]]] = []
    for line in block.text.splitlines():
        if line.startswith("$ "):
            found.append(([line[2:]], []))
        elif line.startswith("> ") and found and not found[-1][1]:
            found[-1][0].append(line[2:])
        else:
            assert found, f"{block}: output without a command"
            found[-1][1].append(line)
    return [Step("\n".join(command), "\n".join(output)) for command, output in found]


@dataclass
class Shell:
    """One bash, as long as a page; ports of the page are changed to free ones."""

    folder: Path
    gateway: int = field(default_factory=lambda: free_port())  # noqa: PLW0108  it is defined below

    def __post_init__(self) -> None:
        venv = Path(sys.executable).parent
        kept = {k: v for k, v in os.environ.items() if not k.lower().endswith("_proxy")}
        env = {**kept, "PATH": f"{venv}:{os.environ['PATH']}", "PS1": "", "TZ": "UTC"}
        env.pop("WEFT_URL", None)
        self._bash = subprocess.Popen(
            ["bash", "--norc", "--noprofile"],
            cwd=self.folder,
            env=env,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        self._count = 0

    def here(self, text: str) -> str:
        """*text* with this run's ports."""
        text = re.sub(r"(127\.0\.0\.1|localhost):8080", rf"\1:{self.gateway}", text)
        found = list(self.folder.rglob(".weft/server/server.json"))
        if found:
            url = json.loads(found[0].read_bytes())["url"]
            text = text.replace("127.0.0.1:7433", url.removeprefix("http://"))
        return text

    def write(self, name: str, text: str) -> None:
        """Write a file into the folder where the shell is."""
        there, _ = self.run("pwd")
        path = Path(there.strip()) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(self.here(text))

    def run(self, command: str) -> tuple[str, int]:
        """Run *command* once: what it printed, and its exit status."""
        self._count += 1
        end = f"-- end of {self._count}:"
        assert self._bash.stdin is not None
        self._bash.stdin.write(f"{command}\nprintf '\\n%s %s\\n' '{end}' $?\n".encode())
        self._bash.stdin.flush()
        output = self._read(end, command)
        text, _, status = output.rpartition(f"\n{end} ")
        return text, int(status)

    def close(self) -> None:
        """End the shell."""
        assert self._bash.stdin is not None
        self._bash.stdin.close()
        try:
            self._bash.wait(timeout=5)
        except subprocess.TimeoutExpired:
            os.killpg(self._bash.pid, signal.SIGKILL)
            self._bash.wait()
        assert self._bash.stdout is not None
        self._bash.stdout.close()

    def _read(self, end: str, command: str) -> str:
        assert self._bash.stdout is not None
        data, deadline = b"", time.monotonic() + COMMAND_S
        while not re.search(rf"\n{end} \d+\n$".encode(), data):
            left = deadline - time.monotonic()
            ready, _, _ = select.select([self._bash.stdout], [], [], max(left, 0))
            assert ready, f"{command!r} takes longer than {COMMAND_S} s: {data.decode()}"
            chunk = os.read(self._bash.stdout.fileno(), 65536)
            assert chunk, f"the shell ended at {command!r}: {data.decode()}"
            data += chunk
        return data.decode()


def play(shell: Shell, block: Block) -> str:
    """Run *block* and compare; the output of its last command."""
    wanted = int(block.value) if block.mark == "exit" else 0
    actual = ""
    for step in steps(block):
        command = shell.here(step.command)
        deadline = time.monotonic() + LOOK_S
        while True:
            actual, status = shell.run(command)
            good = status == wanted and (not step.expected.strip() or fits(step.expected, actual))
            looking = step.command.startswith(LOOKING)
            if good or not looking or time.monotonic() > deadline:
                break
            time.sleep(0.2)
        assert status == wanted, f"{block}: {command} ended with {status}, not {wanted}:\n{actual}"
        assert good, (
            f"{block}: {command} prints other things\n--- the page\n{alike(step.expected)}"
            f"\n--- now\n{alike(actual)}"
        )
    return actual


def free_port() -> int:
    """A port that nobody has, out of those that the system gives away: no two pages get one."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])
