"""How one copy is: its process's life and its probes -> health, and why, in words.

Pure. A process that is known to be dead outweighs whatever a probe last said.
"""

from weft.agent.supervise import Life, State
from weft.model.catalog import Health
from weft.probes.threshold import Threshold

STOPPING = "is being stopped"


def health_of(life: Life, probes: Threshold | None, waits_for: str) -> tuple[Health, str]:
    """The health that callers are told, and the reason for it."""
    match life.state:
        case State.WAITING:
            return Health.STARTING, waits_for
        case State.STARTING | State.RUNNING if probes is not None:
            return probes.health, _again(life, probes)
        case State.STARTING | State.RUNNING:
            return Health.STARTING, ""
        case State.BACKING_OFF | State.RESTARTING | State.ENDED:
            return Health.UNHEALTHY, life.reason
        case State.DRAINING | State.STOPPING | State.STOPPED:
            return Health.DRAINING, STOPPING


def _again(life: Life, probes: Threshold) -> str:
    """Why it is not healthy; while it starts again, also what ended it before."""
    if probes.health is Health.STARTING and life.cause:
        return f"starting again after: {life.cause}"
    return probes.reason
