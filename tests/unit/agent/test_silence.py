from weft.agent.silence import SILENT_S, Silence
from weft.compile.resources import CLUSTERS, ROUTES
from weft.xds.stream import PATIENCE_S, StreamStatus


def status(*silent, pending=(CLUSTERS,)):
    return StreamStatus("envoy", False, {}, dict.fromkeys(pending, 1), {}, frozenset(silent))


def test_an_answer_that_is_late_by_little_is_no_news():
    silence = Silence()
    silence.began("envoy", CLUSTERS, 100.0)

    assert silence.refusals("w", [status(CLUSTERS)], 100.0) == ()


def test_a_long_silence_is_told_with_its_beginning_until_the_proxy_answers():
    silence = Silence()
    silence.began("envoy", CLUSTERS, 100.0)
    silence.began("envoy", CLUSTERS, 103.0)
    later = 100.0 + SILENT_S

    (refusal,) = silence.refusals("default.web", [status(CLUSTERS)], later)

    assert (refusal.workload, refusal.resource) == ("default.web", "clusters")
    assert "has not answered" in refusal.error
    assert refusal.since == 100.0 - PATIENCE_S
    assert silence.refusals("default.web", [status()], later) == ()
    assert silence.refusals("default.web", [status(CLUSTERS)], later) == ()


def test_a_type_of_which_nothing_is_to_be_said_may_be_silent():
    silence = Silence()
    silence.began("envoy", ROUTES, 100.0)

    assert silence.refusals("w", [status(ROUTES)], 200.0) == ()


def test_a_proxy_that_is_gone_is_not_silent():
    silence = Silence()
    silence.began("envoy", CLUSTERS, 100.0)

    assert silence.refusals("w", [], 200.0) == ()
