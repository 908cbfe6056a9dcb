CREATE TABLE lease (
    shard INTEGER PRIMARY KEY,
    holder TEXT NOT NULL,
    epoch BIGINT NOT NULL,
    until_at BIGINT NOT NULL
)

-- What a terminal was last known to be: one row per subject of a change.
CREATE TABLE terminal_state (
    office TEXT NOT NULL,
    terminal TEXT NOT NULL,
    subject TEXT NOT NULL,
    value TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (office, terminal, subject)
)

CREATE TABLE change (
    office TEXT NOT NULL,
    terminal TEXT NOT NULL,
    at BIGINT NOT NULL,
    subject TEXT NOT NULL,
    value TEXT NOT NULL
)

CREATE INDEX change_of_terminal ON change (office, terminal, at)

CREATE INDEX change_at ON change (at)

CREATE TABLE event (
    outbox TEXT NOT NULL,
    seq BIGINT NOT NULL,
    office TEXT NOT NULL,
    terminal TEXT NOT NULL,
    at BIGINT NOT NULL,
    received_at BIGINT NOT NULL,
    kind TEXT NOT NULL,
    severity TEXT NOT NULL,
    device TEXT NOT NULL,
    code TEXT NOT NULL,
    command TEXT NOT NULL,
    numbers TEXT NOT NULL,
    PRIMARY KEY (office, terminal, outbox, seq)
)

CREATE INDEX event_of_terminal ON event (office, terminal, received_at)

CREATE INDEX event_at ON event (received_at)

-- Up to where the events of an outbox are here for good.
CREATE TABLE event_cursor (
    office TEXT NOT NULL,
    terminal TEXT NOT NULL,
    outbox TEXT NOT NULL,
    up_to BIGINT NOT NULL,
    PRIMARY KEY (office, terminal, outbox)
)

CREATE TABLE series (
    id BIGINT PRIMARY KEY,
    office TEXT NOT NULL,
    terminal TEXT NOT NULL,
    device TEXT NOT NULL,
    metric TEXT NOT NULL,
    UNIQUE (office, terminal, device, metric)
)

-- Five minutes of a series.
CREATE TABLE rollup (
    series BIGINT NOT NULL,
    slot BIGINT NOT NULL,
    number BIGINT NOT NULL,
    total DOUBLE PRECISION NOT NULL,
    least DOUBLE PRECISION NOT NULL,
    most DOUBLE PRECISION NOT NULL,
    newest DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (series, slot)
)

CREATE INDEX rollup_slot ON rollup (slot)

CREATE TABLE alarm (
    id BIGINT PRIMARY KEY,
    kind TEXT NOT NULL,
    office TEXT NOT NULL,
    terminal TEXT NOT NULL,
    device TEXT NOT NULL,
    state TEXT NOT NULL,
    raised_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    ack_account TEXT,
    ack_reason TEXT,
    ack_at BIGINT,
    assignee TEXT NOT NULL,
    shelved_until BIGINT,
    quiet INTEGER NOT NULL,
    audible_since BIGINT NOT NULL,
    level INTEGER NOT NULL,
    remind_at BIGINT NOT NULL
)

-- No alarm twice, whatever two monitors believe. Each shard judges its own broker.
CREATE UNIQUE INDEX alarm_open ON alarm (kind, office, terminal, device, (id % 64)) WHERE state <> 'CLEARED'

CREATE INDEX alarm_changed ON alarm (changed_at)

-- Calls to people: written with the alarm, taken away by whoever has called.
CREATE TABLE notice (
    alarm BIGINT NOT NULL,
    kind TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (alarm, kind, at)
)

CREATE TABLE maintenance_window (
    id TEXT PRIMARY KEY,
    office TEXT,
    terminal TEXT,
    from_at BIGINT NOT NULL,
    to_at BIGINT NOT NULL,
    reason TEXT NOT NULL
)

-- What operators at any monitor want, until the collector of the shard has done it.
CREATE TABLE request (
    id TEXT PRIMARY KEY,
    shard INTEGER NOT NULL,
    at BIGINT NOT NULL,
    account TEXT NOT NULL,
    role TEXT NOT NULL,
    action TEXT NOT NULL
)

CREATE INDEX request_of_shard ON request (shard, at)

CREATE TABLE audit (
    at BIGINT NOT NULL,
    account TEXT NOT NULL,
    role TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL,
    allowed INTEGER NOT NULL
)

CREATE INDEX audit_at ON audit (at)

CREATE TABLE command (
    jti TEXT PRIMARY KEY,
    office TEXT NOT NULL,
    terminal TEXT NOT NULL,
    seq BIGINT NOT NULL,
    kind TEXT NOT NULL,
    jws TEXT NOT NULL,
    account TEXT NOT NULL,
    issued_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    outcome TEXT,
    code TEXT NOT NULL,
    answered_at BIGINT,
    UNIQUE (office, terminal, seq)
)

CREATE INDEX command_open ON command (expires_at) WHERE outcome IS NULL
