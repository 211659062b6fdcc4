/** The public JSON, as `weft.api.shapes` writes it; a test compares the names. */

export type Health = "starting" | "healthy" | "degraded" | "unhealthy" | "draining";
export type Severity = "warning" | "critical";

export interface TrafficView {
  rps: number;
  success: number | null;
  p50_ms: number | null;
  p90_ms: number | null;
  p99_ms: number | null;
  requests: number;
  failures: number;
}

export interface EdgeView extends TrafficView {
  caller: string;
  caller_kind: "service" | "gateway";
  callee: string;
  version: string | null;
  retries: number;
  overflows: number;
  timeouts: number;
  ejected: number;
  active: number;
}

export interface HealthCounts {
  healthy: number;
  degraded: number;
  unhealthy: number;
  starting: number;
  draining: number;
}

export interface InstanceView {
  id: string;
  version: string;
  health: Health;
  reason: string;
  since: number;
  address: string;
  port: number;
  app_port: number | null;
  pid: number | null;
  restarts: number;
  weight: number;
  probe_ms: number | null;
  host: string;
  started: number;
  labels: Record<string, string>;
}

export interface RunVersionView {
  command: string[];
  address: string | null;
  instances: number;
  port: number | null;
  restarts: number;
}

export interface RunView {
  instances: number;
  versions: Record<string, RunVersionView>;
}

export interface ServiceView {
  name: string;
  namespace: string;
  description: string;
  latest_version: string;
  versions: string[];
  health: HealthCounts;
  instances: InstanceView[];
  calls: string[] | null;
  calls_observed: string[];
  calls_differences: string[];
  allow: string[] | null;
  fallback: string | null;
  config_revision: string | null;
  run: RunView | null;
  traffic: TrafficView;
}

export interface GatewayView {
  name: string;
  namespace: string;
  address: string;
  port: number;
  url: string;
  traffic: TrafficView;
}

export interface HostView {
  name: string;
  address: string;
  connected: boolean;
  last_report_s: number;
  revision: number;
}

export interface AlarmView {
  id: string;
  severity: Severity;
  what: string;
  why: string;
  fix: string;
  service: string | null;
  instance: string | null;
  since: number;
}

export interface RefusalView {
  document: string | null;
  origin: string | null;
  host: string;
  workload: string;
  resource: string;
  error: string;
  since: number;
}

export interface CertificateView {
  identity: string;
  workload: string;
  host: string;
  serial: string;
  not_before: number;
  not_after: number;
  left_s: number;
}

export interface ProxyView {
  workload: string;
  host: string;
  pid: number | null;
  restarts: number;
  last_exit: string;
  connected: boolean;
  since: number;
}

export interface Status {
  mesh: string;
  version: string;
  revision: number;
  started: number;
  now: number;
  url: string;
  hosts: HostView[];
  services: ServiceView[];
  gateways: GatewayView[];
  edges: EdgeView[];
  alarms: AlarmView[];
  refusals: RefusalView[];
  certificates: CertificateView[];
  proxies: ProxyView[];
}

/** What the map draws. */
export type State = "ok" | "degraded" | "failing" | "idle";

export interface VersionRow {
  version: string;
  latest: boolean;
  share: number | null;
  instances: InstanceView[];
}

export interface MapNode {
  id: string;
  kind: "gateway" | "service" | "missing";
  name: string;
  state: State;
  traffic: TrafficView;
  rows: VersionRow[];
  service: ServiceView | null;
  gateway: GatewayView | null;
}

export interface MapEdge {
  id: string;
  from: string;
  to: string;
  caller: string;
  callee: string;
  state: State;
  declared: boolean;
  used: boolean;
  traffic: TrafficView;
  parts: EdgeView[];
}

export interface Totals {
  rps: number;
  success: number | null;
  services: number;
  servicesWell: number;
  instances: number;
  instancesServing: number;
  hosts: number;
  hostsConnected: number;
  certificateLeft: number | null;
}

export interface Trouble {
  key: string;
  severity: Severity;
  what: string;
  why: string;
  fix: string;
  since: number;
  service: string | null;
}

export interface Mesh {
  status: Status;
  nodes: MapNode[];
  edges: MapEdge[];
  totals: Totals;
}

export interface Point {
  x: number;
  y: number;
}

export interface PlacedNode extends Point {
  width: number;
  height: number;
}

export interface PlacedEdge {
  path: string;
  head: string;
  label: Point;
}

export interface Layout {
  width: number;
  height: number;
  nodes: Map<string, PlacedNode>;
  edges: Map<string, PlacedEdge>;
}

export interface Sample {
  rps: number;
  p99: number | null;
  success: number | null;
}

export interface Connection {
  state: "connecting" | "live" | "reconnecting" | "logged-out";
  since: number;
  last: number | null;
}

export type Theme = "auto" | "light" | "dark";
export type View = "map" | "table";
