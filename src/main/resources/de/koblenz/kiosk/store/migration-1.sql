-- Orders. Times are ISO 8601 in UTC, amounts are cents, flags are 0 or 1. No column holds personal data.
CREATE TABLE orders (
  id TEXT PRIMARY KEY,
  service_id TEXT NOT NULL,
  title TEXT NOT NULL,
  cents INTEGER NOT NULL,
  application INTEGER NOT NULL,
  copy_wanted INTEGER NOT NULL,
  placed_at TEXT NOT NULL,
  state TEXT NOT NULL,
  present INTEGER NOT NULL,
  stop TEXT NOT NULL,
  code TEXT NOT NULL,
  result TEXT,
  hold_until TEXT NOT NULL,
  transaction_id TEXT NOT NULL,
  payment_url TEXT NOT NULL,
  opened_at TEXT NOT NULL,
  pay_until TEXT NOT NULL,
  payment_unclear INTEGER NOT NULL,
  kassenzeichen TEXT NOT NULL,
  payment_method TEXT NOT NULL,
  fee_cents INTEGER NOT NULL,
  paid_at TEXT NOT NULL,
  submission_id TEXT NOT NULL,
  case_id TEXT NOT NULL,
  submission_status TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX orders_by_state ON orders (state);

CREATE TABLE order_position (
  order_id TEXT NOT NULL REFERENCES orders (id),
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  count INTEGER NOT NULL,
  cents INTEGER NOT NULL,
  PRIMARY KEY (order_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE order_reservation (
  order_id TEXT PRIMARY KEY REFERENCES orders (id),
  venue_id TEXT NOT NULL,
  slot_id TEXT NOT NULL,
  venue_name TEXT NOT NULL,
  slot_words TEXT NOT NULL,
  places INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE order_ticket (
  order_id TEXT NOT NULL REFERENCES orders (id),
  number INTEGER NOT NULL,
  code TEXT NOT NULL,
  PRIMARY KEY (order_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE order_slip (
  order_id TEXT NOT NULL REFERENCES orders (id),
  number INTEGER NOT NULL,
  job_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  PRIMARY KEY (order_id, number)
) STRICT, WITHOUT ROWID;

-- Ciphertext for an authority, JWE; deleted and overwritten when its order has ended.
CREATE TABLE sealed_submission (
  order_id TEXT PRIMARY KEY REFERENCES orders (id),
  destination_id TEXT NOT NULL,
  leika_key TEXT NOT NULL,
  service_name TEXT NOT NULL,
  metadata TEXT NOT NULL,
  data TEXT NOT NULL
) STRICT;

-- Public keys of authorities.
CREATE TABLE destination_key (
  destination_id TEXT PRIMARY KEY,
  jwk TEXT NOT NULL,
  schemas TEXT NOT NULL,
  fetched_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What was sent to a printer, in order; the newest entry of a job counts.
CREATE TABLE print_entry (
  number INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  job_id TEXT NOT NULL,
  entry TEXT NOT NULL,
  reason TEXT NOT NULL,
  code TEXT NOT NULL
) STRICT;

CREATE INDEX print_entry_by_job ON print_entry (job_id, number);

-- The journal of money: written once, never changed (GoBD).
CREATE TABLE booking_entry (
  number INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  kind TEXT NOT NULL,
  order_id TEXT NOT NULL,
  order_reference TEXT NOT NULL,
  service_id TEXT NOT NULL,
  kassenzeichen TEXT NOT NULL,
  cents INTEGER NOT NULL,
  fee_cents INTEGER NOT NULL,
  method TEXT NOT NULL,
  transaction_id TEXT NOT NULL,
  code TEXT NOT NULL,
  UNIQUE (order_id, kind)
) STRICT;

CREATE TRIGGER booking_entry_stays BEFORE DELETE ON booking_entry
BEGIN SELECT RAISE (ABORT, 'the booking journal is append-only'); END;

CREATE TRIGGER booking_entry_is_final BEFORE UPDATE ON booking_entry
BEGIN SELECT RAISE (ABORT, 'the booking journal is append-only'); END;

CREATE TRIGGER print_entry_stays BEFORE DELETE ON print_entry
BEGIN SELECT RAISE (ABORT, 'the print journal is append-only'); END;

CREATE TRIGGER print_entry_is_final BEFORE UPDATE ON print_entry
BEGIN SELECT RAISE (ABORT, 'the print journal is append-only'); END;
