-- Starts of the program that were not followed by an orderly end, milliseconds since 1970.
CREATE TABLE program_start (
  at INTEGER NOT NULL
) STRICT;
