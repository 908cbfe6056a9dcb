-- What the receipt of an order says beyond the order itself: the city's words in the citizen's language, answers, documents that are handed in
-- later. Sealed by the key of kept papers; deleted and overwritten when the receipt is printed or not owed any more, or in time.
CREATE TABLE order_receipt (
  order_id TEXT PRIMARY KEY REFERENCES orders (id),
  until TEXT NOT NULL,
  nonce BLOB NOT NULL,
  sealed BLOB NOT NULL
) STRICT, WITHOUT ROWID;
