// The tables of a database of runs. docs/database.md describes them.
#pragma once

namespace abstat {

// "ABST", so that a file of another program is never written to.
inline constexpr int database_application_id = 0x41425354;
inline constexpr int database_version = 2;

inline constexpr const char* database_schema = R"sql(
CREATE TABLE run (
  id INTEGER PRIMARY KEY,
  fingerprint TEXT NOT NULL UNIQUE,
  file TEXT NOT NULL,
  first_line INTEGER NOT NULL,
  last_line INTEGER NOT NULL,
  stack TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('complete', 'interrupted', 'aborted', 'partial', 'truncated')),
  era TEXT NOT NULL,
  ab_version TEXT,
  server_software TEXT,
  hostname TEXT,
  port INTEGER,
  path TEXT,
  document_bytes INTEGER,
  concurrency INTEGER,
  time_taken_s REAL,
  complete INTEGER,
  failed INTEGER,
  non_2xx INTEGER,
  write_errors INTEGER,
  keep_alive INTEGER,
  bytes_total INTEGER,
  bytes_html INTEGER,
  requests_per_second REAL,
  time_per_request_ms REAL,
  time_per_request_all_ms REAL,
  received_kib_s REAL,
  report TEXT NOT NULL CHECK (json_valid(report))
) STRICT;
CREATE INDEX run_stack ON run (stack);
CREATE TABLE connection_times (
  run_id INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
  phase TEXT NOT NULL CHECK (phase IN ('connect', 'processing', 'waiting', 'total')),
  min_ms REAL, mean_ms REAL, sd_ms REAL, median_ms REAL, max_ms REAL,
  PRIMARY KEY (run_id, phase)
) STRICT, WITHOUT ROWID;
CREATE TABLE percentiles (
  run_id INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
  percent INTEGER NOT NULL CHECK (percent BETWEEN 0 AND 100),
  source TEXT NOT NULL CHECK (source IN ('report', '-e')),
  ms REAL NOT NULL,
  PRIMARY KEY (run_id, percent, source)
) STRICT, WITHOUT ROWID;
CREATE TABLE request (
  run_id INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
  row INTEGER NOT NULL CHECK (row > 0),
  starttime TEXT GENERATED ALWAYS AS (strftime('%Y-%m-%dT%H:%M:%fZ', seconds, 'unixepoch')) VIRTUAL,
  seconds REAL,
  ctime INTEGER NOT NULL, dtime INTEGER NOT NULL, ttime INTEGER NOT NULL, wait INTEGER NOT NULL,
  PRIMARY KEY (run_id, row)
) STRICT, WITHOUT ROWID;
CREATE VIEW stack_summary AS
SELECT stack, concurrency, path,
       count(*) AS runs,
       count(requests_per_second) AS measured,
       min(requests_per_second) AS least_requests_per_second,
       avg(requests_per_second) AS mean_requests_per_second,
       max(requests_per_second) AS most_requests_per_second,
       sum(complete) AS complete, sum(failed) AS failed, sum(non_2xx) AS non_2xx
FROM run GROUP BY stack, concurrency, path;
)sql";

}  // namespace abstat
