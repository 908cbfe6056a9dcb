-- What the printer's counter said before a job: after a crash it tells whether the job came out.
ALTER TABLE print_entry ADD COLUMN evidence TEXT NOT NULL DEFAULT '';

-- The paper in the printer: which entry of the journal was cut off last, and the paper meter.
CREATE TABLE printer_paper (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  cut_off INTEGER NOT NULL,
  printed_mm INTEGER NOT NULL,
  low INTEGER NOT NULL,
  roll_mm INTEGER NOT NULL,
  average_mm INTEGER NOT NULL
) STRICT;

INSERT INTO printer_paper VALUES (1, 0, 0, 0, 0, 0);

-- Documents that could not be printed, sealed by a key that is in no database; deleted and overwritten in time.
CREATE TABLE kept_paper (
  job_id TEXT PRIMARY KEY,
  kept_at TEXT NOT NULL,
  until TEXT NOT NULL,
  nonce BLOB NOT NULL,
  sealed BLOB NOT NULL
) STRICT, WITHOUT ROWID;
