-- Documents that go with an application: how many, and how many of them the delivery service has.
ALTER TABLE orders ADD COLUMN attachments INTEGER NOT NULL DEFAULT 0;

ALTER TABLE orders ADD COLUMN attachments_sent INTEGER NOT NULL DEFAULT 0;

-- Ciphertext for an authority, JWE, one row per document; emptied and overwritten once the delivery service has signed that it holds it,
-- deleted when its order has ended. The tag is the fifth part of the JWE.
CREATE TABLE sealed_attachment (
  order_id TEXT NOT NULL REFERENCES orders (id),
  number INTEGER NOT NULL,
  attachment_id TEXT NOT NULL,
  tag TEXT NOT NULL,
  jwe TEXT NOT NULL,
  PRIMARY KEY (order_id, number)
) STRICT;
