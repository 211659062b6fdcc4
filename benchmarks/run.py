"""All benchmarks, short: a table for people, benchmarks/results/latest.json for scripts.

make bench, or: python benchmarks/run.py [start] [change] [store] [data-path]
"""

import json
import os
import platform
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import change
import data_path
import start
import store

from weft.envoy.binary import envoy_path, version_of

RESULTS = Path(__file__).with_name("results") / "latest.json"
ALL: dict[str, Callable[[], object]] = {
    "start": start.measure,
    "change": change.measure,
    "store": store.measure,
    "data-path": data_path.measure,
}
UNITS = {"start": "ms", "change": "ms", "store": "/s", "data-path": ""}


def machine() -> dict[str, object]:
    """Where it was measured; no names."""
    return {
        "processor": _processor(),
        "cores": os.cpu_count(),
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "envoy": version_of(envoy_path()),
        "load before": round(os.getloadavg()[0], 1),
    }


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.machine()
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.machine())


def rows(value: object, names: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    """What was measured as lines of a table."""
    if isinstance(value, dict) and value.keys() == {"median", "least", "most"}:
        yield " ".join(names), "{median:>10,.4g}   ({least:,.4g} to {most:,.4g})".format(**value)
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from rows(inner, (*names, str(name)))
    else:
        yield (
            " ".join(names),
            f"{value:>10}" if not isinstance(value, float) else f"{value:>10,.0f}",
        )


def main() -> None:
    """Measure what was named, or everything."""
    wanted = sys.argv[1:] or list(ALL)
    if unknown := set(wanted) - ALL.keys():
        sys.exit(
            f"no benchmark is called {', '.join(sorted(unknown))}; there are: {', '.join(ALL)}"
        )
    results: dict[str, object] = {"machine": machine()}
    began = time.monotonic()
    for name in wanted:
        results[name] = ALL[name]()
        print(f"\n{name} ({UNITS[name]})" if UNITS[name] else f"\n{name}")
        for what, figures in rows(results[name]):
            print(f"  {what:34} {figures}")
    print(f"\n{time.monotonic() - began:.0f} s on {results['machine']}")
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(results, indent=2) + "\n")


if __name__ == "__main__":
    main()
