-- What a meeting keeps of how things went: the item under way when somebody
-- came or left, which recommendations were adopted en bloc, and which were
-- excepted then.
ALTER TABLE attendance_movement ADD COLUMN item TEXT NOT NULL DEFAULT '';

ALTER TABLE entry ADD COLUMN bloc INTEGER NOT NULL DEFAULT 0 CHECK (bloc >= 0);
CREATE TABLE entry_excepted (
	entry          TEXT NOT NULL REFERENCES entry (id),
	n              INTEGER NOT NULL CHECK (n > 0),
	recommendation TEXT NOT NULL REFERENCES recommendation (id),
	PRIMARY KEY (entry, n),
	UNIQUE (entry, recommendation)
) STRICT;
CREATE INDEX entry_excepted_recommendation ON entry_excepted (recommendation);
