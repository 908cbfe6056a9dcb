-- Its holder hears nothing: whoever hears may have it.
ALTER TABLE lease ADD COLUMN offered INTEGER NOT NULL DEFAULT 0
