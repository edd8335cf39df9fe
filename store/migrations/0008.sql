-- What papers say: how confidential minutes are and to whom they go, of a
-- meeting, else of the committee; and what each meeting answered about the
-- recommendations of earlier ones.

ALTER TABLE committee ADD COLUMN confidentiality TEXT NOT NULL DEFAULT '';
ALTER TABLE committee ADD COLUMN distribution TEXT NOT NULL DEFAULT '';
ALTER TABLE meeting ADD COLUMN confidentiality TEXT NOT NULL DEFAULT '';
ALTER TABLE meeting ADD COLUMN distribution TEXT NOT NULL DEFAULT '';

CREATE TABLE recommendation_follow_up (
	recommendation TEXT NOT NULL REFERENCES recommendation (id),
	n        INTEGER NOT NULL CHECK (n > 0),
	meeting  TEXT NOT NULL REFERENCES meeting (id),
	date     TEXT NOT NULL CHECK (date LIKE '____-__-__'),
	by_name  TEXT NOT NULL,
	state    TEXT NOT NULL CHECK (state IN ('', 'in_progress', 'blocked', 'done_declared', 'abandoned')),
	cause    TEXT NOT NULL CHECK (cause IN ('', 'funding', 'decision', 'capacity', 'security', 'other')),
	percent  INTEGER CHECK (percent BETWEEN 0 AND 100),
	from_due TEXT NOT NULL,
	to_due   TEXT NOT NULL,
	text     TEXT NOT NULL CHECK (text <> ''),
	PRIMARY KEY (recommendation, n)
) STRICT;
CREATE INDEX recommendation_follow_up_meeting ON recommendation_follow_up (meeting, recommendation);
