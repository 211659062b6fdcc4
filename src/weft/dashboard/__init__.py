"""The dashboard: static files that draw what the public JSON says.

    GET /v1/events  ->  static/js  ->  one page: a map, its tables, a panel of details

Plain ES modules without a build step, all of them ours or in `static/vendor`.
Refuses to know anything but that JSON: no value of the mesh is read here, and
nothing can be changed from the page.
"""

from importlib.resources import files
from importlib.resources.abc import Traversable


def static_folder() -> Traversable:
    """The folder that a server serves as `/`."""
    return files(__name__) / "static"
