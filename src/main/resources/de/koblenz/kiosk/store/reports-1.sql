-- One row: id of this outbox, last number given, what the monitor has, what was dropped, number of the last connection.
CREATE TABLE report_book (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  outbox TEXT NOT NULL,
  last_seq INTEGER NOT NULL,
  acknowledged INTEGER NOT NULL,
  lost INTEGER NOT NULL,
  births INTEGER NOT NULL
) STRICT;

-- Events that the monitor does not have yet, as they go on the wire.
CREATE TABLE report_event (
  seq INTEGER PRIMARY KEY,
  message BLOB NOT NULL
) STRICT;

-- Alarms that stand by the events that were kept.
CREATE TABLE report_alarm (
  kind TEXT NOT NULL,
  device TEXT NOT NULL,
  PRIMARY KEY (kind, device)
) STRICT, WITHOUT ROWID;

-- Commands of the data centre: the greatest number, and how each went. `answer` is the event that told so, 0 before.
CREATE TABLE command (
  id TEXT PRIMARY KEY,
  seq INTEGER NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  jws TEXT NOT NULL,
  answer INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
