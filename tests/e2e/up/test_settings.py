"""What a service is given: environment, folder, labels, configuration, secrets."""

import threading
import time

import msgspec
import psutil
import pytest

from e2e.up.mesh import ECHO

SECRET = "first-secret-7d1c"
WATCHED = 10.0


def text(currency: str = "EUR") -> str:
    return f"""
format: 1
mesh: settings
defaults: {{env: {{EVERYWHERE: "yes"}}}}
services:
  web:
    description: What people see
    run: {ECHO}
    dir: ./work
    env: {{BOTH: env, ORDERS_URL: mine}}
    env_file: app.env
    labels: {{team: sales}}
    calls: [orders]
    config: {{currency: {currency}, nested: {{list: [1, 2]}}, key: {{secret: ./key.txt}}}}
  orders: {{run: {ECHO}, proxy_env: false, calls: []}}
"""


@pytest.fixture(scope="module")
def shop(module_mesh):
    (module_mesh.folder / "work").mkdir()
    (module_mesh.folder / "key.txt").write_text(SECRET + "\n")
    (module_mesh.folder / "app.env").write_text(
        "# for the app\nFROM_FILE=file\nBOTH=file\nexport QUOTED='a b'\n"
    )
    module_mesh.up(text())
    return module_mesh


def test_variables_come_from_the_file_then_env_and_the_users_own_win(shop):
    env = shop.app("web-1", "/environment").json()

    assert (env["FROM_FILE"], env["QUOTED"]) == ("file", "a b")
    assert env["BOTH"] == "env"
    assert env["EVERYWHERE"] == "yes"
    assert env["ORDERS_URL"] == "mine"
    said = (shop.folder / ".weft/agent/agent.log").read_text()
    assert "ORDERS_URL" in said, "a variable of Weft's that was replaced is not reported"


def test_without_proxy_env_no_proxy_is_named(shop):
    env = shop.app("orders-1", "/environment").json()

    assert "http_proxy" not in env
    assert "NODE_USE_ENV_PROXY" not in env


def test_an_app_works_in_its_folder_and_its_labels_are_shown(shop):
    web = shop.instance("web-1")

    assert psutil.Process(web.pid).cwd() == str(shop.folder / "work")
    assert web.labels == {"team": "sales"}
    assert shop.service("web").description == "What people see"


def test_a_changed_configuration_is_on_disk_within_a_second(shop):
    shop.apply(text("EUR"))
    shop.until(lambda: shop.app("web-1", "/config").json()["currency"] == "EUR")
    pid = shop.instance("web-1").pid

    shop.apply(text("CHF"))
    shop.until(lambda: shop.app("web-1", "/config").json()["currency"] == "CHF", 1)

    held = shop.app("web-1", "/config").json()
    assert held == {"currency": "CHF", "nested": {"list": [1, 2]}, "key": SECRET}
    assert shop.instance("web-1").pid == pid, "an app reads its file again; it is not restarted"


def test_a_configuration_is_told_by_rest_and_by_watch(shop):
    shop.apply(text("EUR"))
    before = shop.client.config("default", "web")
    told, seen = [], threading.Event()

    def follow():
        for event in shop.client.watch(kind="Config", name="web"):
            told.append(event)
            seen.set()
            if not event.current:
                return

    follower = threading.Thread(target=follow, daemon=True)
    follower.start()
    assert seen.wait(WATCHED)
    shop.apply(text("SEK"))
    follower.join(WATCHED)

    after = shop.client.config("default", "web")
    assert msgspec.json.decode(after.values)["currency"] == "SEK"
    assert after.revision != before.revision
    assert shop.service("web").config_revision == after.revision
    assert [event.current for event in told] == [True, False]
    assert '"SEK"' in told[-1].document.spec.values


def test_a_changed_secret_reaches_the_app_without_an_apply(shop):
    (shop.folder / "key.txt").write_text("second-secret\n")
    try:
        took = shop.until(lambda: shop.app("web-1", "/config").json()["key"] == "second-secret", 3)
    finally:
        (shop.folder / "key.txt").write_text(SECRET + "\n")
    shop.until(lambda: shop.app("web-1", "/config").json()["key"] == SECRET)

    assert took < 1.5


def test_a_secret_is_nowhere_but_in_the_apps_own_file(shop):
    own = shop.folder / ".weft/config/default/web/web-1.json"
    if not own.exists():
        own = next((shop.folder / ".weft/config").rglob("web-1.json"))

    assert SECRET in own.read_text()
    assert own.stat().st_mode & 0o777 == 0o600
    others = [p for p in (shop.folder / ".weft").rglob("*") if p.is_file() and p != own]
    assert any(p.name == "store.db" for p in others)
    assert [p for p in others if SECRET.encode() in p.read_bytes()] == []
    said = (shop.client.documents(), shop.client.config("default", "web"), shop.status())
    assert all(SECRET.encode() not in msgspec.json.encode(one) for one in said)


def test_settings_that_need_no_new_process_change_without_one(shop):
    shop.apply(text())
    pid = shop.instance("web-1").pid

    shop.apply(text().replace("team: sales", "team: support"))
    shop.until(lambda: shop.instance("web-1").labels == {"team": "support"})

    assert shop.instance("web-1").pid == pid


def test_a_changed_environment_replaces_the_process(shop):
    shop.apply(text())
    shop.until(lambda: shop.service("orders").health.healthy == 1)
    started = time.time()

    shop.apply(text().replace("proxy_env: false", 'proxy_env: false, env: {NEW: "1"}'))
    shop.until(
        lambda: (
            len(found := shop.service("orders").instances) == 1
            and found[0].started >= started
            and found[0].health == "healthy"
        )
    )

    found = shop.service("orders").instances[0]
    assert shop.app(found.id, "/environment").json()["NEW"] == "1"
