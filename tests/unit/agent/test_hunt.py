import pytest
from hypothesis import given
from hypothesis import strategies as st

from weft.agent.hunt import hunt


def carried_out(search, refused_if_let_in, everybody):
    """The guilty, and how many trials it took."""
    trials = 0
    try:
        back = next(search)
        while True:
            trials += 1
            named = sorted((everybody - back) & refused_if_let_in)
            back = search.send(", ".join(map(str, named)))
    except StopIteration as end:
        return end.value, trials


@given(st.integers(1, 40), st.data())
def test_whoever_is_guilty_is_found_and_nobody_else(count, data):
    everybody = set(range(count))
    guilty = data.draw(st.sets(st.sampled_from(sorted(everybody)), min_size=1))

    found, _ = carried_out(hunt(sorted(everybody), str(guilty)), guilty, everybody)

    assert found.keys() == guilty


def test_each_is_named_with_its_own_reason():
    everybody = set(range(8))

    found, _ = carried_out(hunt(sorted(everybody), "2, 5"), {2, 5}, everybody)

    assert found == {2: "2", 5: "5"}


def test_if_it_helps_nothing_to_put_all_back_nobody_is_guilty():
    search = hunt(["a", "b"], "why")

    assert next(search) == {"a", "b"}
    with pytest.raises(StopIteration) as end:
        search.send("still refused")
    assert end.value.value == {}


def test_a_single_suspect_takes_one_trial_and_one_of_a_thousand_about_twenty():
    assert carried_out(hunt([7], "why"), {7}, {7}) == ({7: "why"}, 1)
    everybody = set(range(1000))

    found, trials = carried_out(hunt(sorted(everybody), "why"), {431}, everybody)

    assert found.keys() == {431}
    assert trials <= 21
