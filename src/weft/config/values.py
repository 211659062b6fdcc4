"""Values: the types that the keys of mesh.yaml have, as pydantic validates them.

    "1m30s"  ->  Duration  ->  90_000

Each type accepts what people write and yields what the model wants, and says
what editors may offer. Refuses to know which keys there are.
"""

import shlex
from collections.abc import Callable
from typing import Annotated, Final, Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainValidator
from pydantic_core import PydanticCustomError

from weft.config.patterns import unsupported
from weft.config.problem import nearest
from weft.config.units import (
    Misspelt,
    is_ip,
    parse_address,
    parse_duration,
    parse_share,
    spell_duration,
)
from weft.model.traffic import RETRY_WORDS

#: How a duration is told from text in editors; the reader itself says more.
DURATION_PATTERN: Final = r"^(?=\d)(\d+h)?(\d+m)?(\d+s)?(\d+ms)?$"
SHARE_PATTERN: Final = r"^\d{1,3}(\.\d+)?%$"
NO_LIMIT: Final = "none"
HOUR_MS: Final = 3_600_000


class Shape(BaseModel):
    """A mapping of mesh.yaml: its keys are known, its types are taken literally."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


def refusal(code: str, message: str, suggestion: str = "") -> PydanticCustomError:
    """An error of pydantic's that carries our code and suggestion."""
    # Passed as context, since a message may hold braces, which pydantic would fill in.
    context = {"message": message, "suggestion": suggestion}
    return PydanticCustomError(code, "{message}", context)


def wrong_type(expected: str) -> PydanticCustomError:
    """An error that says what was expected; what was found is said beside the text."""
    return PydanticCustomError("wrong-type", "{expected}", {"expected": expected})


def shorthand(key: str, expected: str) -> Callable[[object], object]:
    """A validator for a mapping in place of which text may stand, as the value of *key*."""

    def read(value: object) -> object:
        if isinstance(value, str):
            return {key: value}
        if isinstance(value, dict):
            return value
        raise wrong_type(expected)

    return read


def _parsed(
    parse: Callable[[str], object], code: str, expected: str, *, numbers: bool = False
) -> Callable[[object], object]:
    """A validator that reads text with *parse*; with *numbers*, a bare one gets a guess, too."""

    def read(value: object) -> object:
        if numbers and isinstance(value, int | float) and not isinstance(value, bool):
            value = str(value)
        if not isinstance(value, str):
            raise wrong_type(expected)
        try:
            return parse(value)
        except Misspelt as error:
            raise refusal(code, str(error), error.suggestion) from None

    return read


def _timed(parse: Callable[[str], object]) -> Callable[[object], object]:
    return _parsed(parse, "bad-duration", "a duration such as 2s", numbers=True)


def _shared(parse: Callable[[str], object]) -> Callable[[object], object]:
    return _parsed(parse, "bad-share", "a share such as 20%", numbers=True)


def _duration(least_ms: int, most_ms: int | None = None) -> Callable[[str], int]:
    def parse(text: str) -> int:
        ms = parse_duration(text)
        if ms < least_ms:
            raise Misspelt(f"at least {spell_duration(least_ms)}")
        if most_ms is not None and ms > most_ms:
            raise Misspelt(f"at most {spell_duration(most_ms)}")
        return ms

    return parse


def _limit(text: str) -> int | str:
    if text == NO_LIMIT:
        return text
    ms = parse_duration(text)
    if ms == 0:
        raise Misspelt("a limit of 0s would let nothing through", 'did you mean "none"?')
    return ms


_DURATION_INPUT: Final = Annotated[str, Field(pattern=DURATION_PATTERN, title="duration")]
_SHARE_INPUT: Final = Annotated[str, Field(pattern=SHARE_PATTERN, title="share")]


def _whole_share(text: str) -> int:
    share = parse_share(text)
    if share != int(share):
        raise Misspelt("a whole percentage", f'did you mean "{round(share)}%"?')
    return int(share)


def _host_port(text: str) -> str:
    host, port = parse_address(text)
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def _listen(text: str) -> str:
    if text.startswith(("*:", "localhost:")):
        host = "0.0.0.0" if text.startswith("*") else "127.0.0.1"  # noqa: S104 — words only
        near = f"{host}:{text.rpartition(':')[2]}"
        raise Misspelt("a gateway listens at an IP address", f'did you mean "{near}"?')
    host, _ = parse_address(text)
    if not is_ip(host):
        raise Misspelt("a gateway listens at an IP address, such as 127.0.0.1:8080")
    return _host_port(text)


def _url(text: str) -> str:
    try:
        parts = urlsplit(text)
        valid = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        valid = False
    if not valid or any(character.isspace() for character in text):
        near = f"http://{text}" if "://" not in text and text else ""
        raise Misspelt("not an http or https URL", f'did you mean "{near}"?' if near else "")
    return text


def _regex(text: str) -> str:
    if not text:
        raise Misspelt("the expression is empty")
    if wrong := unsupported(text):
        raise Misspelt(wrong.reason, "Envoy matches with RE2: github.com/google/re2/wiki/Syntax")
    return text


def _path(text: str) -> str:
    if not text.startswith("/"):
        raise Misspelt("a path starts with a slash", f'did you mean "/{text}"?')
    # RFC 3986 section 3.3: neither is part of a path, so it would never match.
    if bad := next((c for c in text if c in "?#" or c <= " "), ""):
        raise Misspelt(f"a path holds no {bad!r}")
    return text


def _command(value: object) -> object:
    """Text is split as a shell splits words, but no shell ever sees it."""
    if not isinstance(value, str):
        if isinstance(value, list):
            return value
        raise wrong_type("a command in text, or a list of words")
    try:
        words = shlex.split(value)
    except ValueError as error:
        hint = "write the command as a list of words"
        raise refusal("bad-command", f"the command can't be split: {error}", hint) from None
    if not words:
        raise refusal("bad-command", "the command is empty")
    return words


def _retry_condition(value: object) -> object:
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str) or value in RETRY_WORDS:
        return value
    if value.isascii() and value.isdigit():
        if 400 <= int(value[:9]) <= 599:
            return value
        raise refusal("out-of-range", "a status that is retried lies between 400 and 599")
    words = ", ".join(RETRY_WORDS)
    near = nearest(value, RETRY_WORDS)
    hint = f'did you mean "{near}"?' if near else f"one of {words}, or a status such as 503"
    raise refusal("unknown-value", f'"{value}" is not a condition of a retry', hint)


Text = Annotated[str, Field(min_length=1)]
Port = Annotated[int, Field(ge=1, le=65_535)]
Count = Annotated[int, Field(ge=1, le=1_000_000)]
Weight = Annotated[int, Field(ge=0, le=1_000_000)]

Duration = Annotated[
    int, PlainValidator(_timed(_duration(0)), json_schema_input_type=_DURATION_INPUT)
]
Period = Annotated[  # of something that happens again and again
    int, PlainValidator(_timed(_duration(10)), json_schema_input_type=_DURATION_INPUT)
]
CertificateLife = Annotated[
    int,
    PlainValidator(_timed(_duration(10_000, 24 * HOUR_MS)), json_schema_input_type=_DURATION_INPUT),
]
Limit = Annotated[  # a duration, or none
    int | Literal["none"],
    PlainValidator(_timed(_limit), json_schema_input_type=_DURATION_INPUT | Literal["none"]),
]
Share = Annotated[float, PlainValidator(_shared(parse_share), json_schema_input_type=_SHARE_INPUT)]
WholeShare = Annotated[
    int, PlainValidator(_shared(_whole_share), json_schema_input_type=_SHARE_INPUT)
]
Address = Annotated[
    str,
    PlainValidator(
        _parsed(_host_port, "bad-address", "a host and a port in text", numbers=True),
        json_schema_input_type=Annotated[str, Field(title="`host:port`")],
    ),
]
Listen = Annotated[
    str,
    PlainValidator(
        _parsed(_listen, "bad-address", "an IP address and a port in text", numbers=True),
        json_schema_input_type=Annotated[str, Field(title="`IP:port`")],
    ),
]
Url = Annotated[
    str,
    PlainValidator(
        _parsed(_url, "bad-url", "a URL in text"),
        json_schema_input_type=Annotated[str, Field(title="URL")],
    ),
]
Regex = Annotated[
    str,
    PlainValidator(
        _parsed(_regex, "bad-regex", "an expression in text"),
        json_schema_input_type=Annotated[str, Field(title="RE2 expression")],
    ),
]
Path = Annotated[
    str,
    PlainValidator(
        _parsed(_path, "bad-path", "a path in text"),
        json_schema_input_type=Annotated[str, Field(title="path")],
    ),
]
Command = Annotated[
    list[Text],
    Field(min_length=1),
    BeforeValidator(
        _command, json_schema_input_type=Annotated[Text | list[Text], Field(title="command")]
    ),
]
RetryCondition = Annotated[
    str,
    BeforeValidator(
        _retry_condition,
        json_schema_input_type=Literal[
            "connect-failure", "refused-stream", "reset", "5xx", "gateway-error"
        ]
        | Annotated[int, Field(ge=400, le=599)],
    ),
]
Method = Literal["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "CONNECT", "TRACE"]
Signal = Literal[
    "SIGTERM", "SIGINT", "SIGQUIT", "SIGHUP", "SIGUSR1", "SIGUSR2", "SIGWINCH", "SIGKILL"
]
