"""Text to documents: what a person wrote, or every problem with it at its place."""

from weft.config.problem import Place, Problem, Severity
from weft.config.read import Loaded, read
from weft.config.report import report_json, report_text
from weft.config.source import MAX_BYTES

__all__ = [
    "MAX_BYTES",
    "Loaded",
    "Place",
    "Problem",
    "Severity",
    "read",
    "report_json",
    "report_text",
]
