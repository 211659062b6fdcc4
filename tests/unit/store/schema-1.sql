-- A store as schema 1 kept it: the change log did not say when a change was made.
PRAGMA application_id = 1466263156;
PRAGMA user_version = 1;
CREATE TABLE meta (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE entries (
    key TEXT PRIMARY KEY, value BLOB NOT NULL, created INTEGER NOT NULL,
    revision INTEGER NOT NULL, lease TEXT);
CREATE INDEX entries_by_lease ON entries (lease) WHERE lease IS NOT NULL;
CREATE TABLE changes (
    id INTEGER PRIMARY KEY, revision INTEGER NOT NULL, key TEXT NOT NULL,
    value BLOB, created INTEGER, lease TEXT);
CREATE INDEX changes_by_revision ON changes (revision);
CREATE TABLE leases (id TEXT PRIMARY KEY, ttl_s REAL NOT NULL) WITHOUT ROWID;
INSERT INTO meta VALUES ('compacted', 1), ('revision', 4);
INSERT INTO leases VALUES ('5ca1ab1e', 10.0);
INSERT INTO entries VALUES
    ('documents/Service/default/orders', CAST('{"orders":2}' AS BLOB), 1, 3, NULL),
    ('instances/default/orders/orders-1', CAST('{}' AS BLOB), 4, 4, '5ca1ab1e');
INSERT INTO changes (revision, key, value, created, lease) VALUES
    (2, 'documents/Route/default/orders', NULL, NULL, NULL),
    (3, 'documents/Service/default/orders', CAST('{"orders":2}' AS BLOB), 1, NULL),
    (4, 'instances/default/orders/orders-1', CAST('{}' AS BLOB), 4, '5ca1ab1e');
