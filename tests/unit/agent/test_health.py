import pytest

from weft.agent.health import health_of
from weft.agent.supervise import Exited, Leave, Life, Permitted, Ready, State, Tick, step
from weft.model.catalog import Health, Probe
from weft.probes.threshold import Threshold

DIED = Exited("killed by signal 9 (SIGKILL)")


def life(*events):
    found = Life()
    for event in events:
        found, _ = step(found, event, 1.0)
    return found


def probes(health, reason=""):
    return Threshold(Probe(), 0.0, health, reason)


def test_one_that_waits_says_for_what():
    assert health_of(life(), None, "waits for its proxy") == (
        Health.STARTING,
        "waits for its proxy",
    )


@pytest.mark.parametrize("health", [Health.STARTING, Health.HEALTHY, Health.DEGRADED])
def test_while_it_lives_its_probes_speak(health):
    assert health_of(life(Permitted(), Ready()), probes(health, "why"), "") == (health, "why")


def test_the_dead_are_unhealthy_whatever_a_probe_said():
    found = life(Permitted(), Ready(), DIED)

    assert health_of(found, probes(Health.HEALTHY), "") == (
        Health.UNHEALTHY,
        "killed by signal 9 (SIGKILL)",
    )


def test_one_that_starts_again_says_what_ended_it():
    found = life(Permitted(), Ready(), DIED)
    found, _ = step(found, Tick(), 9.0)

    assert found.state is State.STARTING
    assert health_of(found, probes(Health.STARTING), "") == (
        Health.STARTING,
        "starting again after: killed by signal 9 (SIGKILL)",
    )


def test_one_that_leaves_is_draining():
    found = life(Permitted(), Ready(), Leave())

    assert health_of(found, probes(Health.HEALTHY), "")[0] is Health.DRAINING
