-- What commands asked for: pictures and lines. SQLite keeps bytes in a column of any type.
CREATE TABLE reply (
    jti TEXT PRIMARY KEY,
    office TEXT NOT NULL,
    terminal TEXT NOT NULL,
    received_at BIGINT NOT NULL,
    content BYTEA NOT NULL
)

CREATE INDEX reply_at ON reply (received_at)
