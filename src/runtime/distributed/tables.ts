/** Raised when an older version would misread the tables. */
export const VERSION_OF_TABLES = 1

/**
 * Our tables beside the engine's. An item is begun, then done, then collected: its result goes when the run directory has it,
 * its name stays until the run is complete, so that no worker makes it again.
 */
export const TABLES = `
CREATE SCHEMA IF NOT EXISTS turnsmith;
CREATE TABLE turnsmith.tables (version integer NOT NULL);
INSERT INTO turnsmith.tables VALUES (${VERSION_OF_TABLES});
CREATE TABLE turnsmith.runs (run text PRIMARY KEY, session text NOT NULL, announcement text NOT NULL, stopped text);
CREATE TABLE turnsmith.policies (run text, round integer, policy text NOT NULL, PRIMARY KEY (run, round));
CREATE TABLE turnsmith.items (
  run text, item integer, tries integer NOT NULL, state text NOT NULL,
  result text, trajectory bytea, preferences bytea, PRIMARY KEY (run, item)
);
CREATE INDEX ON turnsmith.items (run, item) WHERE state = 'done';
CREATE TABLE turnsmith.workers (executor text PRIMARY KEY, seen timestamptz NOT NULL);
CREATE TABLE turnsmith.responses (run text, key text COLLATE "C", response text NOT NULL, PRIMARY KEY (run, key));
CREATE TABLE turnsmith.spending (run text PRIMARY KEY, usd double precision NOT NULL, tokens double precision NOT NULL);
CREATE TABLE turnsmith.reservations (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, run text NOT NULL, executor text NOT NULL,
  usd double precision NOT NULL, tokens double precision NOT NULL
);
CREATE TABLE turnsmith.slots (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, endpoint text NOT NULL, executor text NOT NULL
);
`
