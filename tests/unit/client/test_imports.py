"""What a command pays for before it does anything."""

import subprocess
import sys

HEAVY = (
    "pydantic",
    "starlette",
    "uvicorn",
    "grpc",
    "google",
    "yaml",
    "httpx2",
    "structlog",
    "cryptography",
    "prometheus_client",
    "asyncio",
    "rich",
)


def test_a_client_imports_nothing_heavy():
    script = "import sys, weft.client; print(*{name.partition('.')[0] for name in sys.modules})"

    loaded = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True
    ).stdout.split()

    assert set(HEAVY).isdisjoint(loaded), set(HEAVY) & set(loaded)
