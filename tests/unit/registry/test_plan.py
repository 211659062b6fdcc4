"""Who may change what, and what an apply comes to."""

import pytest

from weft.model.catalog import Run, Service
from weft.model.document import Document, Key, Mesh, Origin
from weft.model.names import Name
from weft.model.wire import decode
from weft.registry.plan import (
    Change,
    Held,
    NamedTwice,
    NoSuchDocument,
    NotScalable,
    OwnedByAnother,
    Plan,
    deleted,
    planned,
    restarted,
    scaled,
)
from weft.store.base import Delete, Put

ORDERS, WEB = Service(Name("orders")), Service(Name("web"))
RUN = Run(Name("orders"), "v1", command=("python", "orders.py"), instances=2)
RUN_KEY = Key("Run", "default/orders@v1")


def held(*specs, owner: str = "shop.yaml", revision: int = 4) -> dict[Key, Held]:
    documents = [Document(spec, owner) for spec in specs]
    return {document.key: Held(document, revision) for document in documents}


def apply(owner: str, *specs, held=None, prune: bool = True) -> Plan:
    return planned(owner, [Document(spec) for spec in specs], held or {}, prune=prune)


def put(plan: Plan) -> Document:
    (op,) = plan.ops
    assert isinstance(op, Put)
    return decode(op.value, Document)


def test_a_first_apply_creates_and_owns():
    plan = apply("shop.yaml", WEB, ORDERS)

    assert plan.changes == (
        Change("Service", "default/orders", "create"),
        Change("Service", "default/web", "create"),
    )
    assert [(op.key, op.if_revision) for op in plan.ops] == [
        ("documents/Service/default/web", 0),
        ("documents/Service/default/orders", 0),
    ]
    assert {decode(op.value, Document).owner for op in plan.ops if isinstance(op, Put)} == {
        "shop.yaml"
    }


def test_an_apply_of_what_is_held_does_nothing():
    plan = apply("shop.yaml", WEB, held=held(WEB))

    assert plan == Plan((), (Change("Service", "default/web", "unchanged"),))


def test_a_change_is_told_by_its_fields_and_written_for_the_revision_it_was_planned_on():
    slower = Service(Name("web"), timeout_ms=5_000)

    plan = apply("shop.yaml", slower, held=held(Service(Name("web"), timeout_ms=2_000)))

    assert plan.changes == (Change("Service", "default/web", "update", ("timeout: 2s → 5s",)),)
    assert [op.if_revision for op in plan.ops] == [4]
    assert put(plan).spec == slower


def test_a_document_that_only_moved_in_its_file_is_unchanged_but_its_place_is_kept():
    moved = Document(WEB, origin=Origin("shop.yaml", 9))

    plan = planned("shop.yaml", [moved], held(WEB), prune=True)

    assert plan.changes == (Change("Service", "default/web", "unchanged"),)
    assert put(plan).origin == Origin("shop.yaml", 9)


def test_what_an_owner_no_longer_names_is_removed():
    plan = apply("shop.yaml", WEB, held=held(WEB, ORDERS))

    assert plan.ops == (Delete("documents/Service/default/orders", 4),)
    assert Change("Service", "default/orders", "delete") in plan.changes


def test_without_pruning_nothing_is_removed():
    assert apply("shop.yaml", held=held(WEB, ORDERS), prune=False) == Plan((), ())


def test_what_others_own_stays_when_it_is_not_named():
    plan = apply("web.yaml", WEB, held=held(ORDERS, owner="orders.yaml"))

    assert [change.action for change in plan.changes] == ["create"]


def test_what_others_own_is_refused_and_all_of_it_named():
    theirs = held(ORDERS, RUN, owner="orders.yaml")

    with pytest.raises(OwnedByAnother) as refusal:
        apply("web.yaml", WEB, Service(Name("orders"), timeout_ms=1), RUN, held=theirs)

    assert refusal.value.taken == (
        (RUN_KEY, "orders.yaml"),
        (Key("Service", "default/orders"), "orders.yaml"),
    )
    assert "web.yaml may not change" in str(refusal.value)
    assert "Service/default/orders belongs to orders.yaml" in str(refusal.value)


def test_even_an_equal_document_of_another_owner_is_refused():
    with pytest.raises(OwnedByAnother):
        apply("web.yaml", ORDERS, held=held(ORDERS, owner="orders.yaml"))


@pytest.mark.parametrize("named", [Mesh("shop"), Mesh("shop", certificate_life_s=20)])
def test_a_second_file_may_name_the_mesh_in_the_same_words_or_fewer(named):
    mesh = held(Mesh("shop", certificate_life_s=20), owner="shop.yaml")

    plan = apply("web.yaml", named, WEB, held=mesh)

    assert [op.key for op in plan.ops] == ["documents/Service/default/web"]
    assert Change("Mesh", "mesh", "unchanged") in plan.changes


@pytest.mark.parametrize("other", [Mesh("else"), Mesh("shop", certificate_life_s=5)])
def test_a_second_file_may_not_say_anything_else_of_the_mesh(other):
    with pytest.raises(OwnedByAnother):
        apply("web.yaml", other, held=held(Mesh("shop"), owner="shop.yaml"))


def test_a_document_twice_is_refused():
    with pytest.raises(NamedTwice, match="Service/default/web"):
        apply("shop.yaml", WEB, ORDERS, Service(Name("web"), timeout_ms=1))


def test_an_apply_keeps_the_count_of_restarts():
    plan = apply("shop.yaml", RUN, held=held(Run(**{**fields(RUN), "restarts": 3})))

    assert plan == Plan((), (Change("Run", "default/orders@v1", "unchanged"),))


def fields(run: Run) -> dict[str, object]:
    return {name: getattr(run, name) for name in run.__struct_fields__}


def test_a_restart_counts_up_and_keeps_the_owner():
    plan = restarted(RUN_KEY, held(RUN))

    assert put(plan) == Document(Run(**{**fields(RUN), "restarts": 1}), "shop.yaml")
    assert plan.changes == (Change("Run", "default/orders@v1", "update", ("restarts: 0 → 1",)),)


def test_scaling_changes_the_number_of_instances():
    plan = scaled(RUN_KEY, 5, held(RUN))

    assert put(plan).spec == Run(**{**fields(RUN), "instances": 5})
    assert plan.changes[0].details == ("instances: 2 → 5",)
    assert scaled(RUN_KEY, 2, held(RUN)).ops == ()


@pytest.mark.parametrize(
    ("run", "instances", "why"),
    [
        (RUN, -1, "can't have -1"),
        (Run(Name("orders"), "v1", command=("x",), port=8000), 2, "port 8000"),
        (Run(Name("orders"), "v1", address="127.0.0.1:6390"), 2, "someone else runs it"),
    ],
)
def test_what_cannot_be_scaled_is_refused_with_a_reason(run, instances, why):
    with pytest.raises(NotScalable, match=why):
        scaled(RUN_KEY, instances, held(run))


def test_what_is_not_a_run_is_neither_scaled_nor_restarted():
    with pytest.raises(NoSuchDocument, match="Run default/orders@v9"):
        restarted(Key("Run", "default/orders@v9"), held(RUN))
    with pytest.raises(NotScalable):
        scaled(Key("Service", "default/web"), 2, held(WEB))


def test_deleting_asks_for_the_owner_only_when_one_is_given():
    key = Key("Service", "default/web")

    assert deleted(key, None, held(WEB)).ops == (Delete("documents/Service/default/web", 4),)
    assert deleted(key, "shop.yaml", held(WEB)).ops
    with pytest.raises(OwnedByAnother):
        deleted(key, "else.yaml", held(WEB))
    with pytest.raises(NoSuchDocument):
        deleted(key, None, {})
