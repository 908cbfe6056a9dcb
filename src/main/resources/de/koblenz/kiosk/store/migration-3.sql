-- Documents that the citizen hands in later, by their names in the form: for the receipt, also when it is printed again.
CREATE TABLE order_document (
  order_id TEXT NOT NULL REFERENCES orders (id),
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  until TEXT,
  upload TEXT NOT NULL,
  PRIMARY KEY (order_id, number)
) STRICT, WITHOUT ROWID;

-- What the city's template puts on the receipt, from top to bottom; no row for the usual receipt.
CREATE TABLE order_receipt (
  order_id TEXT NOT NULL REFERENCES orders (id),
  number INTEGER NOT NULL,
  part TEXT NOT NULL,
  text TEXT NOT NULL,
  caption TEXT NOT NULL,
  PRIMARY KEY (order_id, number)
) STRICT, WITHOUT ROWID;

-- Answers for a receipt, sealed by the key of kept papers; deleted and overwritten when it is printed, or in time.
CREATE TABLE order_answers (
  order_id TEXT PRIMARY KEY REFERENCES orders (id),
  until TEXT NOT NULL,
  nonce BLOB NOT NULL,
  sealed BLOB NOT NULL
) STRICT, WITHOUT ROWID;
