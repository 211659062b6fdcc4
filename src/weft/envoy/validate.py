"""Asks Envoy itself: resources of one proxy -> which it accepts, and why not the others.

    resources  ->  rules  ->  `envoy --mode validate`  ->  Verdicts

Some mistakes only Envoy finds, and one that it finds late can wedge a running
proxy; here it finds them in a process that serves nobody. All resources are
tried together first; only if that fails are the guilty ones searched for, by
halves, each in the company of what is already known to be good.

Endpoints and secrets are judged by the API's field rules alone: validate mode
has no place for them. Access log files that a listener names are opened by
Envoy in this mode too, so their folder must exist; a refusal for want of a file
is not remembered.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import ClassVar

from google.protobuf.message import DecodeError

from weft.envoy import binary
from weft.envoy.api.envoy.config.bootstrap.v3.bootstrap_pb2 import Bootstrap
from weft.envoy.messages import parse, serialize, version_of
from weft.envoy.rules import violations
from weft.envoy.trial import TRIED_TYPES, Candidate, foundation, reason, trial
from weft.envoy.verdicts import VerdictCache
from weft.errors import WeftError

_TIMEOUT_S = 30.0
# An Envoy that reads a bootstrap keeps one processor busy.
_MOST_AT_ONCE = 2
# Resources that did not change cost a look-up, not another walk through their fields.
_MOST_REMEMBERED = 16_384
# Signals by which somebody else ends a process. Others are Envoy's own death.
_ENDED_FROM_OUTSIDE = frozenset((signal.SIGKILL, signal.SIGTERM, signal.SIGINT, signal.SIGHUP))

ResourceName = tuple[str, str]


class EnvoyGaveNoVerdict(WeftError):
    """Envoy could not be asked, so nothing is known about the resources."""

    code: ClassVar[str] = "envoy-no-verdict"


class BaseRefused(WeftError):
    """Envoy refuses the bootstrap that resources are tried with, whatever the resources."""

    code: ClassVar[str] = "envoy-base-refused"


@dataclass(frozen=True)
class Verdicts:
    """What Envoy would refuse, by type and name, with its reason; it accepts all the rest."""

    refused: Mapping[ResourceName, str] = field(default_factory=dict)

    def why(self, resource: Candidate) -> str:
        """The reason for a refusal; empty if the resource is accepted."""
        return self.refused.get((resource.type_url, resource.name), "")

    def accepts(self, resource: Candidate) -> bool:
        """Whether Envoy takes the resource."""
        return (resource.type_url, resource.name) not in self.refused


class Validator:
    """Verdicts on resources, remembered in memory and in the file *cache*.

    *base* is the bootstrap whose static clusters and extensions the resources
    refer to; without one they may refer to each other and to ADS. One Validator
    may serve many workloads at once.
    """

    def __init__(
        self,
        cache: Path | None = None,
        *,
        envoy: binary.EnvoyBinary | None = None,
        base: Bootstrap | None = None,
    ) -> None:
        self._envoy = envoy or binary.find(os.environ)
        self._base = foundation(base)
        scope = f"{self._envoy.version} {version_of(serialize(self._base))}"
        self._cache = VerdictCache(scope, cache)
        self._turn = asyncio.Semaphore(_MOST_AT_ONCE)
        self._saving = asyncio.Lock()

    async def validate(self, resources: Iterable[Candidate]) -> Verdicts:
        """The verdict on each of *resources*, which are all that one proxy would hold."""
        everything = tuple(resources)
        refused = {
            (each.type_url, each.name): why
            for each in everything
            if (why := broken_rules(each.type_url, each.body))
        }
        candidates = [
            each
            for kind in TRIED_TYPES
            for each in everything
            if each.type_url == kind and (each.type_url, each.name) not in refused
        ]
        return Verdicts({**refused, **await self._tried(candidates)})

    async def refusal_of(self, bootstrap: Bootstrap) -> str:
        """Why Envoy would not start with *bootstrap*, as it stands; empty if it would."""
        async with self._turn:
            with tempfile.TemporaryDirectory(prefix="weft-trial-") as scratch:
                # The suffix tells Envoy that this is the binary form.
                file = Path(scratch) / "bootstrap.pb"
                await asyncio.to_thread(file.write_bytes, serialize(bootstrap))
                return await self._run(file)

    async def _tried(self, candidates: Sequence[Candidate]) -> dict[ResourceName, str]:
        hashes = {(each.type_url, each.name): _hash(each) for each in candidates}
        company = version_of("\n".join(sorted(hashes.values())).encode())
        known = self._cache.refusals(company)
        if known is None:
            if all(self._cache.accepts(each) for each in hashes.values()):
                return {}
            known = await self._search(candidates)
            if not any(_about_a_file(why) for why in known.values()):
                accepted = [each for each in hashes.values() if each not in known]
                self._cache.learn(company, accepted, known)
                await self._save()
        return {name: known[each] for name, each in hashes.items() if each in known}

    async def _save(self) -> None:
        # On a full disk the verdicts are still right; they are only found again after a restart.
        async with self._saving:
            with contextlib.suppress(OSError):
                await asyncio.to_thread(self._cache.save)

    async def _search(self, candidates: Sequence[Candidate]) -> dict[str, str]:
        """The refused ones, by hash, with Envoy's reason."""
        remembered = [each for each in candidates if self._cache.accepts(_hash(each))]
        rest = [each for each in candidates if not self._cache.accepts(_hash(each))]
        refused = await self._judge(list(remembered), rest)
        if refused and remembered and await self.refusal_of(trial(self._base, remembered)):
            # Each of them was good in its own company, but they do not go together.
            refused = await self._judge([], candidates)
        if len(refused) == len(candidates):
            await self._blame_base()
        return refused

    async def _judge(
        self, good: list[Candidate], candidates: Sequence[Candidate]
    ) -> dict[str, str]:
        # What was refused before is likely to be refused again: it must not blur the rest.
        doubted = self._cache.suspects()
        refused = await self._guilty(
            good, [each for each in candidates if _hash(each) not in doubted]
        )
        for each in candidates:
            if _hash(each) in doubted:
                refused.update(await self._guilty(good, [each]))
        return refused

    async def _guilty(self, good: list[Candidate], suspects: Sequence[Candidate]) -> dict[str, str]:
        """Those of *suspects* that Envoy refuses beside *good*, which the others join."""
        if not suspects:
            return {}
        why = await self.refusal_of(trial(self._base, [*good, *suspects]))
        if not why:
            good.extend(suspects)
            return {}
        if len(suspects) == 1:
            return {_hash(suspects[0]): why}
        middle = len(suspects) // 2
        refused = await self._guilty(good, suspects[:middle])
        return {**refused, **await self._guilty(good, suspects[middle:])}

    async def _blame_base(self) -> None:
        """Envoy refused everything: see whether that is about the resources at all."""
        if why := await self.refusal_of(self._base):
            raise BaseRefused(
                "Envoy refuses the bootstrap that its resources are tried with",
                why=why,
                fix="this is not about any one document; look at the bootstrap",
            )

    async def _run(self, file: Path) -> str:
        process = await asyncio.create_subprocess_exec(
            self._envoy.path,
            *("--mode", "validate", "-c", str(file)),
            *("--log-level", "critical", "--disable-hot-restart", "--concurrency", "1"),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE,
            start_new_session=True,  # Ctrl-C in a terminal is not meant for it
        )
        try:
            async with asyncio.timeout(_TIMEOUT_S):
                _, stderr = await process.communicate()
        except TimeoutError:
            raise EnvoyGaveNoVerdict(
                f"Envoy did not finish reading a configuration within {_TIMEOUT_S:g} s"
            ) from None
        finally:
            if process.returncode is None:
                with contextlib.suppress(ProcessLookupError):
                    process.kill()
                await process.wait()
        return _verdict(process.returncode or 0, stderr.decode(errors="replace"))


@lru_cache(maxsize=_MOST_REMEMBERED)
def broken_rules(type_url: str, body: bytes) -> str:
    """The field rules that a resource breaks, in one line; empty if it keeps them all."""
    try:
        message = parse(type_url, body)
    except KeyError:
        return f"this Envoy knows no type {type_url}"
    except DecodeError:
        return f"its {len(body)} bytes are no {type_url}"
    return "; ".join(str(each) for each in violations(message))


def _hash(resource: Candidate) -> str:
    return _content_hash(resource.type_url, resource.body)


def _about_a_file(why: str) -> bool:
    """Whether a refusal lies in the disk: the file may be there the next time."""
    return any(each in why.lower() for each in ("open file", "read file", "does not exist"))


@lru_cache(maxsize=_MOST_REMEMBERED)
def _content_hash(type_url: str, body: bytes) -> str:
    return version_of(type_url.encode() + b"\0" + body)


def _verdict(status: int, stderr: str) -> str:
    if status == 0:
        return ""
    if status > 0:
        return reason(stderr) or f"Envoy exited with status {status} and said nothing"
    name = signal.Signals(-status).name
    if -status in _ENDED_FROM_OUTSIDE:
        raise EnvoyGaveNoVerdict(f"Envoy was ended by {name} while it read a configuration")
    return f"Envoy crashed ({name}) while it read this"
