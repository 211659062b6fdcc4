"""The names of everything that is measured or logged, in one place.

Refuses to know how anything is measured. Metrics follow Prometheus: base units,
`_total` for what only grows, the unit in the name.
"""

from typing import Final

# --- what is read from an Envoy -----------------------------------------------------------------

#: Cluster names of calls to a target: `out/default/orders@v1`.
OUTBOUND_PREFIX: Final = "out/"
#: What follows this in a cluster's name says how, not whither: it counts for the same target.
SUFFIX_MARK: Final = "#"

#: The statistics that edges are read from, as the admin's `filter` argument (RE2).
EDGE_STATS: Final = (
    r"^cluster\.out/.*\.("
    r"upstream_rq_(\dxx|retry|retry_overflow|pending_overflow|timeout|active|time)"
    r"|upstream_cx_connect_fail|outlier_detection\.ejections_active)$"
)

CLUSTER_LABEL: Final = "envoy_cluster_name"
CLASS_LABEL: Final = "envoy_response_code_class"
RESPONSES: Final = "envoy_cluster_upstream_rq_xx"
LATENCY: Final = "envoy_cluster_upstream_rq_time"  # milliseconds

#: Envoy's counters and gauges that stand for one number each, and the field they feed.
COUNTERS: Final = {
    "envoy_cluster_upstream_rq_retry": "retries",
    "envoy_cluster_upstream_rq_retry_overflow": "retries_denied",
    "envoy_cluster_upstream_rq_pending_overflow": "overflows",
    "envoy_cluster_upstream_rq_timeout": "timeouts",
    "envoy_cluster_upstream_cx_connect_fail": "connect_failures",
}
GAUGES: Final = {
    "envoy_cluster_upstream_rq_active": "active",
    "envoy_cluster_outlier_detection_ejections_active": "ejected",
}

# --- what is shown to Prometheus ----------------------------------------------------------------

EDGE_REQUESTS: Final = "weft_edge_requests"
EDGE_RETRIES: Final = "weft_edge_retries"
EDGE_RETRIES_DENIED: Final = "weft_edge_retries_denied"
EDGE_OVERFLOWS: Final = "weft_edge_overflows"
EDGE_TIMEOUTS: Final = "weft_edge_timeouts"
EDGE_CONNECT_FAILURES: Final = "weft_edge_connect_failures"
EDGE_ACTIVE: Final = "weft_edge_active_requests"
EDGE_EJECTED: Final = "weft_edge_ejected_instances"
EDGE_LATENCY: Final = "weft_edge_latency_seconds"
INSTANCES: Final = "weft_instances"
INSTANCE_RESTARTS: Final = "weft_instance_restarts"
INSTANCE_PROBE: Final = "weft_instance_probe_seconds"
CERTIFICATE_NOT_AFTER: Final = "weft_certificate_not_after_timestamp_seconds"
PROXY_CONNECTED: Final = "weft_proxy_connected"
PROXY_RESTARTS: Final = "weft_proxy_restarts"
HOST_CONNECTED: Final = "weft_host_connected"
DOCUMENTS: Final = "weft_documents"
ALARMS: Final = "weft_alarms"
REFUSALS: Final = "weft_refusals"
REVISION: Final = "weft_revision"
BUILD: Final = "weft_build"

# --- the events of logs -------------------------------------------------------------------------

SERVER_STARTED: Final = "server started"
SERVER_READY: Final = "server ready"
SERVER_STOPPING: Final = "server stopping"
SERVER_STOPPED: Final = "server stopped"
HOST_JOINED: Final = "host joined"
HOST_LEFT: Final = "host left"
HOST_LOST: Final = "host lost"
HOST_RETURNED: Final = "host returned"
CERTIFICATE_SIGNED: Final = "certificate signed"
SIGNING_REFUSED: Final = "signing refused"
DOCUMENTS_APPLIED: Final = "documents applied"
DOCUMENT_DELETED: Final = "document deleted"
INSTANCES_CHANGED: Final = "instances changed"
SERVICE_SCALED: Final = "service scaled"
SERVICE_RESTARTED: Final = "service restarted"
STREAM_REFUSED: Final = "agent refused resources"
ALARM_RAISED: Final = "alarm raised"
ALARM_RESOLVED: Final = "alarm resolved"
ALARM_SENT: Final = "alarm sent"
ALARM_NOT_SENT: Final = "alarm not sent"
LOGIN_LINK_MADE: Final = "login link made"
LOGGED_IN: Final = "browser logged in"
REQUEST_REFUSED: Final = "request refused"
STORE_TROUBLE: Final = "store trouble"
FAILED: Final = "unexpected failure"
LIBRARY: Final = "library message"

AGENT_STARTED: Final = "agent started"
AGENT_STOPPING: Final = "agent stopping"
AGENT_STOPPED: Final = "agent stopped"
AGENT_JOINED: Final = "agent joined"
SERVER_LOST: Final = "server lost"
INSTANCE_TURNED: Final = "instance turned"
APP_STARTED: Final = "app started"
APP_ENDED: Final = "app ended"
APP_ADOPTED: Final = "app adopted"
PROXY_STARTED: Final = "proxy started"
PROXY_READY: Final = "proxy ready"
PROXY_ENDED: Final = "proxy ended"
PROXY_ADOPTED: Final = "proxy adopted"
RESOURCE_REFUSED: Final = "resource refused"
VARIABLES_REPLACED: Final = "variables replaced"
CONFIG_WRITTEN: Final = "config written"
CONFIG_MISSING: Final = "config missing"
DISK_REFUSED: Final = "disk refused"
LEFTOVER_ENDED: Final = "leftover ended"
DRAINED: Final = "instance drained"
INSTANCES_REFUSED: Final = "instances refused"
