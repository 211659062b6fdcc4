"""The page about a process's life: the table of `supervise` -> docs/explanation/process-life.md.

python -m weft.agent.diagram [FILE]
"""

import sys
from pathlib import Path

from weft.agent.supervise import diagram

PAGE = Path("docs/explanation/process-life.md")

_TEXT = """# The life of a process

Weft starts your apps and its own Envoys, and keeps them running.
Every one of them lives by the same table of transitions, `TABLE` in `src/weft/agent/supervise.py`.
The diagram is generated from it, and a test fails when it is stale.

An edge says which event moves a process on, under which condition, and what Weft does then:
`spawn` starts it, `drain` sends its callers elsewhere and waits for what is in flight,
`signal` sends `stop.signal` to its whole group, `kill` sends SIGKILL, `forget` frees its ports.

```mermaid
{diagram}
```

- **waiting**: for its proxy, its configuration, and the services in `start_after`.
- **starting**: there is a process, but no good probe yet, so it gets no traffic.
- **backing off**: the pause doubles from `restart.backoff` to `restart.max`.
  It starts over after a minute of calm.
  Five ends within a minute are a crash loop, and `weft status` says so.
- **restarting**: it lived and did not work for `probe.restart_after`.
  It is ended, and started again at once.
- **draining** and **stopping**: it has left the registry; SIGKILL comes after `stop.after`.
- **ended**: it ended by itself, and `restart` says that it stays so.

An agent that is killed leaves its processes running.
The agent that comes after finds them by pid, time of start and program.
It goes on in *running*: nothing is restarted.
"""


def page() -> str:
    """The whole page."""
    return _TEXT.replace("{diagram}", diagram())


if __name__ == "__main__":
    (Path(sys.argv[1]) if len(sys.argv) > 1 else PAGE).write_text(page())
