"""Logs: one line of JSON for each thing that happened, in a file that stays bounded.

    log.info(names.HOST_JOINED, host="a")  ->  {"event": "host joined", "host": "a", "at": …}

Events are fixed words (`names`), facts are fields. Control bytes, also the eight-bit
ones and those that turn a terminal's writing direction, are escaped, so a line
stays a line whatever a request put into it.
"""

import json
import logging
import os
import re
import threading
from collections.abc import MutableMapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

import structlog
from structlog.typing import FilteringBoundLogger

from weft.telemetry import names

LARGEST_BYTES: Final = 10 * 1024 * 1024
KEPT_FILES: Final = 5
#: What JSON leaves as it is and a terminal does not: DEL, C1, line separators, bidi marks.
_UNSAFE: Final = re.compile("[\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]")

Log = FilteringBoundLogger


class LogFile:
    """A file of lines that is renamed away when it is full; the newest *keep* old ones stay.

    A full disk loses lines and stops nothing: `lost` says how many.
    """

    def __init__(
        self, path: Path, *, largest_bytes: int = LARGEST_BYTES, keep: int = KEPT_FILES
    ) -> None:
        self._path = path
        self._largest = largest_bytes
        self._keep = keep
        self._lock = threading.Lock()
        self.lost = 0
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._file = self._opened()
        self._size = os.fstat(self._file).st_size

    def _opened(self) -> int:
        return os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600)

    def write(self, line: str) -> None:
        """Append *line*, whole, in one write."""
        data = line.encode("utf-8", "backslashreplace") + b"\n"
        with self._lock:
            try:
                if self._size and self._size + len(data) > self._largest:
                    self._rotate()
                self._size += os.write(self._file, data)
            except OSError:
                self.lost += 1

    def _rotate(self) -> None:
        for number in range(self._keep - 1, 0, -1):
            older = self._numbered(number)
            if older.exists():
                older.replace(self._numbered(number + 1))
        # Gone if somebody removed it, or if the last try ended before the new one was there.
        with suppress(FileNotFoundError):
            self._path.replace(self._numbered(1))
        full, self._file = self._file, self._opened()
        self._size = 0
        os.close(full)

    def _numbered(self, number: int) -> Path:
        return self._path.with_name(f"{self._path.name}.{number}")

    def close(self) -> None:
        """No more lines."""
        with self._lock:
            os.close(self._file)
            self._file = os.open(os.devnull, os.O_WRONLY | os.O_CLOEXEC)


class _Lines:
    """What structlog hands finished lines to."""

    def __init__(self, file: LogFile) -> None:
        self._file = file

    def msg(self, line: str) -> None:
        self._file.write(line)

    debug = info = warning = error = critical = exception = fatal = log = msg


class _LibraryHandler(logging.Handler):
    """Puts what libraries log by the standard module into the same file."""

    def __init__(self, log: Log) -> None:
        super().__init__(logging.WARNING)
        self._log = log

    def emit(self, record: logging.LogRecord) -> None:
        if record.levelno >= logging.ERROR:
            self._log.error(
                names.LIBRARY,
                library=record.name,
                text=record.getMessage(),
                exc_info=record.exc_info or None,
            )
        else:
            self._log.warning(names.LIBRARY, library=record.name, text=record.getMessage())


def render(_: object, __: str, event: MutableMapping[str, Any]) -> str:
    """An event as one line of JSON that no terminal stumbles over."""
    first = {key: event[key] for key in ("at", "level", "event") if key in event}
    line = json.dumps({**first, **event}, default=str, ensure_ascii=False)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", line)


def open_log(file: LogFile, *, level: int = logging.INFO, **always: object) -> Log:
    """A logger that writes to *file*; *always* are fields of every line."""
    log: Log = structlog.wrap_logger(
        _Lines(file),
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True, key="at"),
            structlog.processors.format_exc_info,
            render,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        cache_logger_on_first_use=True,
    )
    return log.bind(**always)


def capture_libraries(log: Log) -> None:
    """From now on, warnings and errors of libraries go to *log* and nowhere else."""
    root = logging.getLogger()
    root.handlers[:] = [_LibraryHandler(log)]
    root.setLevel(logging.WARNING)
