"""What Envoy has said of resources before: hashes <-> a JSON file.

An accepted resource is remembered by its own content. A refusal is remembered
with the whole set that was tried: it may lie in the company (two listeners on
one address) and must not outlive it.

Knows neither Envoy nor its messages. A file that is broken, or that belongs to
another scope (another Envoy), counts as empty: everything is simply tried again.
"""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

_FORMAT = 1
_MOST_ACCEPTED = 20_000
_MOST_REFUSED_SETS = 200


class VerdictCache:
    """Verdicts in memory, and in *file* if there is one; valid within *scope* only."""

    def __init__(self, scope: str, file: Path | None = None) -> None:
        self._scope = scope
        self._file = file
        self._accepted: dict[str, None] = {}  # a dict keeps the order: the oldest leave first
        self._refused: dict[str, dict[str, str]] = {}
        self._changed = False
        self._load()

    def accepts(self, resource: str) -> bool:
        """Whether a resource with this hash was accepted, in whatever company."""
        return resource in self._accepted

    def refusals(self, company: str) -> Mapping[str, str] | None:
        """What was refused when exactly this set was tried; None if it never was."""
        return self._refused.get(company)

    def suspects(self) -> frozenset[str]:
        """Everything that was refused in some company."""
        return frozenset(each for refused in self._refused.values() for each in refused)

    def learn(self, company: str, accepted: Iterable[str], refused: Mapping[str, str]) -> None:
        """Remember one trial of a whole set."""
        self._accepted.update(dict.fromkeys(accepted))
        if refused:
            self._refused[company] = dict(refused)
            for resource in refused:
                self._accepted.pop(resource, None)
        _drop_oldest(self._accepted, _MOST_ACCEPTED)
        _drop_oldest(self._refused, _MOST_REFUSED_SETS)
        self._changed = True

    def save(self) -> None:
        """Write the file, whole or not at all, if there is something new."""
        if self._file is None or not self._changed:
            return
        text = json.dumps(
            {
                "format": _FORMAT,
                "scope": self._scope,
                "accepted": list(self._accepted),
                "refused": self._refused,
            }
        )
        _replace(self._file, text)
        self._changed = False

    def _load(self) -> None:
        if self._file is None:
            return
        with contextlib.suppress(OSError, ValueError, TypeError, KeyError, AttributeError):
            value: dict[str, Any] = json.loads(self._file.read_text())
            if value["format"] != _FORMAT or value["scope"] != self._scope:
                return
            accepted = {str(each): None for each in value["accepted"]}
            refused = {
                str(company): {str(each): str(why) for each, why in told.items()}
                for company, told in value["refused"].items()
            }
            self._accepted, self._refused = accepted, refused


def _drop_oldest(entries: dict[str, Any], most: int) -> None:
    while len(entries) > most:
        del entries[next(iter(entries))]


def _replace(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, scratch = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(handle, "w") as stream:
            stream.write(text)
        Path(scratch).replace(file)
    except BaseException:
        Path(scratch).unlink(missing_ok=True)
        raise
