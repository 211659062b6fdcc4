"""The dashboard's files."""

import pytest

from weft.api.assets import Assets


@pytest.fixture(scope="module")
def assets() -> Assets:
    return Assets.of_dashboard()


def test_the_dashboards_page_is_at_the_root(assets: Assets):
    response = assets.response("/")

    assert response
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert response.headers["cache-control"] == "no-cache"
    assert b"<html" in response.body


def test_modules_are_javascript_whatever_the_system_thinks(assets: Assets):
    modules = [path for path in assets.found if path.endswith((".js", ".mjs"))]

    assert modules
    assert {assets.found[path].type for path in modules} == {"text/javascript; charset=utf-8"}


def test_a_file_that_the_browser_has_is_not_sent(assets: Assets):
    etag = assets.found["/"].etag

    response = assets.response("/", f'"other", {etag}')

    assert response
    assert (response.status_code, response.body) == (304, b"")


@pytest.mark.parametrize("path", ["/../server/app.py", "/__init__.py", "//", "", "/%2e%2e/x"])
def test_nothing_else_is_served(assets: Assets, path: str):
    assert assets.response(path) is None


def test_the_page_needs_nothing_from_elsewhere(assets: Assets):
    for path, asset in assets.found.items():
        if path.endswith((".html", ".css")):
            assert b"http://" not in asset.body.replace(b"http://www.w3.org/", b""), path
            assert b"https://" not in asset.body, path
