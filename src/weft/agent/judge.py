"""The judge: what one Envoy should hold -> what may go to it, asked of its validator first.

    publish(Snapshot, Workload)  ->  passed(), refusals()

Compiles, has everything tried that is new, and finds the documents that a
refusal is about. It refuses to know how resources reach the Envoy.
"""

import asyncio
import time
from collections.abc import Callable, Collection, Mapping
from typing import Final

from weft.agent.hunt import Hunt, hunt
from weft.agent.quarantine import Cured, Part, Quarantine
from weft.agent.sift import Sieve, in_words
from weft.agent.tasks import Tasks
from weft.api.agent import Refusal
from weft.compile.resources import LISTENERS, ROUTES, Resource, Resources
from weft.compile.workload import compile_workload
from weft.envoy.validate import EnvoyGaveNoVerdict, Validator
from weft.model.document import Document, Key
from weft.model.snapshot import Snapshot
from weft.model.workload import Workload

_AGAIN_S: Final = 1.0

Names = Mapping[tuple[str, str], str]  # types and names of what is refused, and why


class Judge:
    """One Envoy's; *decided* hears when more may go out, *changed* when people should know."""

    def __init__(
        self,
        validator: Validator,
        tasks: Tasks,
        good: Mapping[Key, Document],
        decided: Callable[[], None],
        changed: Callable[[], None],
    ) -> None:
        self.whole = False  # everything was judged once: before that, nothing goes out
        self._validator = validator
        self._tasks = tasks
        self._decided = decided
        self._changed = changed
        self._sieve = Sieve()
        self._quarantine = Quarantine(good=dict(good))
        self._source: tuple[Snapshot, Workload] | None = None
        self._cured = Cured(Snapshot(), Snapshot())
        self._wanted = Resources()
        self._served = Resources()  # the same without the documents that are held back
        self._judging: asyncio.Task[None] | None = None
        self._searching = False  # something is refused, and who is guilty is not known yet
        self._told: tuple[Refusal, ...] = ()  # of whole resources, before the search

    def publish(self, snapshot: Snapshot, workload: Workload) -> None:
        """Envoy should hold what follows: endpoints at once, the rest when it is judged."""
        self._source = snapshot, workload
        self._compile()
        self.whole = self.whole or not self._undecided
        self._decided()
        self._judge()

    def passed(self) -> Resources:
        """What may go out now."""
        passed = self._sieve.passed(self._served)
        self._quarantine.sends(self._cured.restored, passed)
        return passed

    def accepted(self, type_url: str, versions: Mapping[str, str]) -> None:
        """Envoy runs these versions."""
        for name, version in versions.items():
            self._sieve.accept(type_url, name, version)

    def rejected(self, type_url: str, versions: Mapping[str, str], why: str) -> None:
        """Envoy refused these versions, although its validator had not."""
        if self._source is None:
            return
        snapshot, _ = self._source
        for name, version in versions.items():
            self._sieve.refuse(type_url, name, version, why, time.time())
            bounced = self._quarantine.bounced(snapshot, (type_url, name), version)
            guilty = dict.fromkeys(bounced, why)
            resources = {part.key: in_words(type_url, name) for part in guilty}
            self._quarantine.hold(snapshot, guilty, resources, time.time(), by_envoy=True)
        self._compile()
        self._judge()
        self._changed()

    def close(self) -> None:
        """Judge no more."""
        if self._judging:
            self._judging.cancel()

    @property
    def stand_ins(self) -> dict[Key, Document]:
        """The last good documents that are in use: worth remembering."""
        return self._quarantine.stand_ins

    def refusals(self, workload: str) -> tuple[Refusal, ...]:
        """What is refused: documents, and resources of which no document could be found guilty."""
        if not self._searching:
            held = self._quarantine.held
            self._told = self._sieve.refusals(workload, self._wanted, held)
        return (*self._quarantine.refusals(workload), *self._told)

    # --- inside -----------------------------------------------------------------------------

    @property
    def _undecided(self) -> bool:
        return bool(self._sieve.undecided(self._wanted) or self._sieve.undecided(self._served))

    def _compile(self) -> None:
        assert self._source
        snapshot, workload = self._source
        self._quarantine.follow(snapshot)
        self._cured = self._quarantine.cured(snapshot)
        self._wanted = compile_workload(snapshot, workload)
        self._served = _served(self._wanted, snapshot, self._cured, workload)
        self._sieve.forget(self._wanted, self._served)

    def _judge(self) -> None:
        if self._undecided and (self._judging is None or self._judging.done()):
            self._judging = self._tasks.start(self._decide())

    async def _decide(self) -> None:
        """Ask for verdicts until everything that is wanted is judged, or what is in its place."""
        while self._undecided:
            try:
                await self._decide_once()
            except EnvoyGaveNoVerdict:
                await asyncio.sleep(_AGAIN_S)
        self.whole = True
        self._decided()

    async def _decide_once(self) -> None:
        assert self._source
        (snapshot, workload), cured = self._source, self._cured
        wanted, served = self._wanted, self._served
        refused = (await self._validator.validate(wanted)).refused
        if not refused:
            self._quarantine.release()
        self._searching = bool(refused)  # nobody is blamed before the guilty are found
        try:
            self._sieve.judge(wanted, refused, time.time())
            if served is not wanted:
                refused = (await self._validator.validate(served)).refused
                self._sieve.judge(served, refused, time.time())
            self._quarantine.took(cured.restored, served, refused.keys())
            await self._isolate(snapshot, workload, served, refused)
        finally:
            self._searching = False
        self._compile()
        if refused:
            self._changed()

    async def _isolate(
        self, snapshot: Snapshot, workload: Workload, served: Resources, refused: Names
    ) -> None:
        """Find the documents that *refused* resources are about, and hold them back."""
        names = {key: why for key, why in refused.items() if self._can_be_cured(served, key)}
        for suspects in self._suspicions(snapshot, served, names):
            guilty = await self._tried(
                hunt(suspects, next(iter(names.values()))), snapshot, workload, names
            )
            if guilty:
                where = _where(served, names)
                self._quarantine.hold(snapshot, guilty, where, time.time())
                return

    def _can_be_cured(self, served: Resources, key: tuple[str, str]) -> bool:
        # Listeners say who may come in: nothing stands in for them but their own last version.
        type_url, name = key
        found = served.of(type_url).get(name)
        if found is None or type_url == LISTENERS:
            return False
        return type_url == ROUTES or self._quarantine.held.keys().isdisjoint(found.sources)

    def _suspicions(
        self, snapshot: Snapshot, served: Resources, names: Collection[tuple[str, str]]
    ) -> list[tuple[Part, ...]]:
        """Groups of suspects, the likeliest first.

        A gateway comes after the services: without its rules all would be well, whoever is
        guilty.
        """
        keys = [key for kind, name in names for key in served.of(kind)[name].sources]
        changed = self._quarantine.changed(keys, snapshot)
        kinds = [[k for k in changed if k.kind == kind] for kind in ("Route", "Service", "Gateway")]
        found = [
            self._quarantine.parts(group, snapshot, gone=gone)
            for group in (*kinds, changed, keys)
            for gone in (False, True)
        ]
        return list(dict.fromkeys(group for group in found if group))

    async def _tried(
        self, search: Hunt[Part], snapshot: Snapshot, workload: Workload, names: Names
    ) -> dict[Part, str]:
        """The guilty, after as many trials as it takes."""
        try:
            back = next(search)
            while True:
                cured = self._quarantine.cured(snapshot, back)
                compiled = compile_workload(cured.reduced, workload)
                tried = [each for each in compiled if (each.type_url, each.name) in names]
                verdicts = await self._validator.validate(tried)
                back = search.send("; ".join(dict.fromkeys(verdicts.refused.values())))
        except StopIteration as end:
            found: dict[Part, str] = end.value
            return found


def _served(wanted: Resources, snapshot: Snapshot, cured: Cured, workload: Workload) -> Resources:
    """Routes without what is held back; the rest with the last good documents in its place.

    What only one of the compilations has may be needed by what came from it, so all is kept.
    """
    if cured.reduced is snapshot:
        return wanted
    restored = wanted if cured.restored is snapshot else compile_workload(cured.restored, workload)
    if cured.reduced is cured.restored:
        reduced = restored
    else:
        reduced = compile_workload(cured.reduced, workload)
    return Resources.collect(
        [
            *reduced.of(ROUTES).values(),
            *wanted.of(LISTENERS).values(),
            *(each for each in restored if each.type_url not in (ROUTES, LISTENERS)),
            *(each for each in (*reduced, *wanted) if each.type_url != LISTENERS),
        ]
    )


def _where(served: Resources, names: Collection[tuple[str, str]]) -> dict[Key, str]:
    """For each document the resource, in words, that says the most about it."""
    found: list[Resource] = [served.of(kind)[name] for kind, name in names]
    where: dict[Key, str] = {}
    for each in sorted(found, key=lambda each: len(each.sources)):
        for key in each.sources:
            where.setdefault(key, in_words(each.type_url, each.name))
    return where
