/**
 * The tables. Field values of an item are one JSON text; values of indexed columns stand in `column_values` as well, so
 * that filter, order and the unique guard are answered by SQLite's own indexes.
 */
export const schema = `
CREATE TABLE IF NOT EXISTS counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS lists (
  key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, siteId TEXT NOT NULL,
  name TEXT NOT NULL COLLATE NOCASE, displayName TEXT NOT NULL COLLATE NOCASE, description TEXT NOT NULL,
  template TEXT NOT NULL, system INTEGER NOT NULL, created TEXT NOT NULL, modified TEXT NOT NULL,
  createdBy TEXT NOT NULL, modifiedBy TEXT NOT NULL, version INTEGER NOT NULL, nextItemId INTEGER NOT NULL,
  rootFolderId TEXT NOT NULL, driveId TEXT, deltaEpoch INTEGER NOT NULL,
  UNIQUE (siteId, displayName), UNIQUE (siteId, name)
);
CREATE INDEX IF NOT EXISTS listsByDrive ON lists (driveId) WHERE driveId IS NOT NULL;
CREATE TABLE IF NOT EXISTS columns (
  key INTEGER PRIMARY KEY, listKey INTEGER NOT NULL REFERENCES lists ON DELETE CASCADE, id TEXT NOT NULL,
  name TEXT NOT NULL COLLATE NOCASE, displayName TEXT NOT NULL, description TEXT NOT NULL, columnGroup TEXT NOT NULL,
  kind TEXT NOT NULL, facet TEXT NOT NULL, indexed INTEGER NOT NULL, isUnique INTEGER NOT NULL,
  required INTEGER NOT NULL, hidden INTEGER NOT NULL, readOnly INTEGER NOT NULL, builtIn INTEGER NOT NULL,
  position INTEGER NOT NULL, customFormatter TEXT,
  UNIQUE (listKey, id), UNIQUE (listKey, name)
);
CREATE TABLE IF NOT EXISTS items (
  key INTEGER PRIMARY KEY, listKey INTEGER NOT NULL REFERENCES lists ON DELETE CASCADE, id INTEGER NOT NULL,
  guid TEXT NOT NULL, version INTEGER NOT NULL, seq INTEGER NOT NULL, contentType TEXT NOT NULL,
  created TEXT NOT NULL, modified TEXT NOT NULL, createdBy TEXT NOT NULL, modifiedBy TEXT NOT NULL, fields TEXT NOT NULL,
  UNIQUE (listKey, id)
);
CREATE INDEX IF NOT EXISTS itemsBySequence ON items (listKey, seq);
CREATE TABLE IF NOT EXISTS itemVersions (
  itemKey INTEGER NOT NULL REFERENCES items ON DELETE CASCADE, version INTEGER NOT NULL,
  modified TEXT NOT NULL, modifiedBy TEXT NOT NULL, fields TEXT NOT NULL, PRIMARY KEY (itemKey, version)
);
CREATE TABLE IF NOT EXISTS tombstones (
  listKey INTEGER NOT NULL REFERENCES lists ON DELETE CASCADE, id INTEGER NOT NULL, seq INTEGER NOT NULL,
  contentType TEXT NOT NULL, PRIMARY KEY (listKey, seq)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS columnValues (
  columnKey INTEGER NOT NULL REFERENCES columns ON DELETE CASCADE, value NOT NULL,
  itemKey INTEGER NOT NULL REFERENCES items ON DELETE CASCADE, guarded INTEGER NOT NULL,
  PRIMARY KEY (columnKey, value, itemKey)
) WITHOUT ROWID;
CREATE UNIQUE INDEX IF NOT EXISTS columnValuesUnique ON columnValues (columnKey, value) WHERE guarded = 1;
CREATE INDEX IF NOT EXISTS columnValuesByItem ON columnValues (itemKey, columnKey, value);
CREATE TABLE IF NOT EXISTS driveItems (
  itemKey INTEGER PRIMARY KEY REFERENCES items ON DELETE CASCADE, listKey INTEGER NOT NULL, id TEXT NOT NULL UNIQUE,
  parentId TEXT NOT NULL, name TEXT NOT NULL COLLATE NOCASE, folder INTEGER NOT NULL, size INTEGER NOT NULL,
  mimeType TEXT NOT NULL, hash TEXT NOT NULL, contentVersion INTEGER NOT NULL, content BLOB,
  UNIQUE (parentId, name)
);
CREATE TABLE IF NOT EXISTS uploadSessions (
  id TEXT PRIMARY KEY, siteId TEXT NOT NULL, listId TEXT NOT NULL, startId TEXT NOT NULL, path TEXT NOT NULL,
  conflict TEXT NOT NULL, madeBy TEXT NOT NULL, expires INTEGER NOT NULL, received INTEGER NOT NULL, total INTEGER
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS uploadSlices (
  session TEXT NOT NULL REFERENCES uploadSessions ON DELETE CASCADE, start INTEGER NOT NULL, content BLOB NOT NULL,
  PRIMARY KEY (session, start)
);
CREATE TABLE IF NOT EXISTS views (
  key INTEGER PRIMARY KEY, listKey INTEGER NOT NULL REFERENCES lists ON DELETE CASCADE, id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL COLLATE NOCASE, fields TEXT NOT NULL, query TEXT NOT NULL, rowLimit INTEGER NOT NULL,
  paged INTEGER NOT NULL, isDefault INTEGER NOT NULL, viewType TEXT NOT NULL, customFormatter TEXT,
  UNIQUE (listKey, title)
);
CREATE TABLE IF NOT EXISTS activities (
  key INTEGER PRIMARY KEY, userId TEXT NOT NULL, sentAt TEXT NOT NULL, sentMachineMs INTEGER NOT NULL,
  teamsAppId TEXT NOT NULL, appName TEXT NOT NULL, activityType TEXT NOT NULL, actor TEXT NOT NULL, text TEXT NOT NULL,
  preview TEXT NOT NULL, topic TEXT, webUrl TEXT, isRead INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS activitiesByUser ON activities (userId, sentAt);
`;
