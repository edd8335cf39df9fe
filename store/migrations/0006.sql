-- A meeting in session: the clock of each item, suspensions, the presence that
-- was true for an item and for a vote, who stood back, votes by name, what was
-- passed over to adjourn; items that are proposed and on no agenda yet.

ALTER TABLE agenda_item ALTER COLUMN meeting DROP NOT NULL;
ALTER TABLE agenda_item ADD COLUMN purpose TEXT NOT NULL DEFAULT ''
	CHECK (purpose IN ('', 'opening', 'agenda_adoption', 'minutes_adoption', 'matters_arising', 'closing'));
ALTER TABLE agenda_item ADD COLUMN concerns TEXT REFERENCES meeting (id);
ALTER TABLE agenda_item ADD COLUMN from_item TEXT REFERENCES agenda_item (id);
ALTER TABLE agenda_item ADD COLUMN late INTEGER NOT NULL DEFAULT 0 CHECK (late IN (0, 1));
ALTER TABLE agenda_item ADD COLUMN quorum_rule INTEGER NOT NULL DEFAULT 0 CHECK (quorum_rule IN (0, 1));
ALTER TABLE agenda_item ADD COLUMN quorum_base INTEGER NOT NULL DEFAULT 0 CHECK (quorum_base >= 0);
ALTER TABLE agenda_item ADD COLUMN quorum_required INTEGER NOT NULL DEFAULT 0 CHECK (quorum_required >= 0);
ALTER TABLE agenda_item ADD COLUMN quorum_present INTEGER NOT NULL DEFAULT 0 CHECK (quorum_present >= 0);
ALTER TABLE agenda_item ADD CONSTRAINT proposed_is_pending CHECK (meeting IS NOT NULL OR outcome = '');
CREATE INDEX agenda_item_concerns ON agenda_item (concerns);
CREATE INDEX agenda_item_from_item ON agenda_item (from_item);
CREATE INDEX agenda_item_proposed ON agenda_item (archived, position) WHERE meeting IS NULL;
CREATE INDEX agenda_item_put_off ON agenda_item (outcome, archived) WHERE outcome IN ('postponed', 'referred');

CREATE TABLE agenda_item_span (
	item TEXT NOT NULL REFERENCES agenda_item (id),
	n    INTEGER NOT NULL CHECK (n > 0),
	date TEXT NOT NULL CHECK (date LIKE '____-__-__'),
	from_time TEXT NOT NULL CHECK (from_time LIKE '__:__'),
	to_time   TEXT NOT NULL CHECK (to_time = '' OR to_time LIKE '__:__'),
	PRIMARY KEY (item, n)
) STRICT;

CREATE TABLE agenda_item_recused (
	item       TEXT NOT NULL REFERENCES agenda_item (id),
	n          INTEGER NOT NULL CHECK (n > 0),
	attendance TEXT NOT NULL REFERENCES attendance (id),
	PRIMARY KEY (item, n),
	UNIQUE (item, attendance)
) STRICT;
CREATE INDEX agenda_item_recused_attendance ON agenda_item_recused (attendance);

CREATE TABLE meeting_pause (
	meeting TEXT NOT NULL REFERENCES meeting (id),
	n       INTEGER NOT NULL CHECK (n > 0),
	date    TEXT NOT NULL CHECK (date LIKE '____-__-__'),
	from_time TEXT NOT NULL CHECK (from_time LIKE '__:__'),
	to_time   TEXT NOT NULL CHECK (to_time = '' OR to_time LIKE '__:__'),
	PRIMARY KEY (meeting, n)
) STRICT;

CREATE TABLE meeting_override (
	meeting TEXT NOT NULL REFERENCES meeting (id),
	n       INTEGER NOT NULL CHECK (n > 0),
	failed  TEXT NOT NULL CHECK (failed IN ('attendance', 'quorum', 'item', 'decision', 'action', 'vote', 'addressee')),
	kind    TEXT NOT NULL,
	thing   TEXT NOT NULL,
	PRIMARY KEY (meeting, n)
) STRICT;
ALTER TABLE meeting ADD COLUMN quorum_rule INTEGER NOT NULL DEFAULT 0 CHECK (quorum_rule IN (0, 1));
ALTER TABLE meeting ADD COLUMN quorum_base INTEGER NOT NULL DEFAULT 0 CHECK (quorum_base >= 0);
ALTER TABLE meeting ADD COLUMN quorum_required INTEGER NOT NULL DEFAULT 0 CHECK (quorum_required >= 0);
ALTER TABLE meeting ADD COLUMN quorum_present INTEGER NOT NULL DEFAULT 0 CHECK (quorum_present >= 0);

ALTER TABLE attendance ADD COLUMN represented_as TEXT NOT NULL DEFAULT '' CHECK (represented_as IN ('', 'alternate', 'proxy'));
ALTER TABLE attendance ADD COLUMN remote INTEGER NOT NULL DEFAULT 0 CHECK (remote IN (0, 1));
ALTER TABLE attendance_movement ADD COLUMN date TEXT NOT NULL DEFAULT '' CHECK (date = '' OR date LIKE '____-__-__');

ALTER TABLE entry ADD COLUMN votes_none INTEGER CHECK (votes_none >= 0);
ALTER TABLE entry ADD COLUMN date TEXT NOT NULL DEFAULT '' CHECK (date = '' OR date LIKE '____-__-__');
ALTER TABLE entry ADD COLUMN speaker_of TEXT REFERENCES institution (id);
ALTER TABLE entry ADD COLUMN manner TEXT NOT NULL DEFAULT '' CHECK (manner IN ('', 'consensus', 'show_of_hands', 'by_name', 'secret'));
ALTER TABLE entry ADD COLUMN casting TEXT NOT NULL DEFAULT '' CHECK (casting IN ('', 'for', 'against'));
ALTER TABLE entry ADD COLUMN quorum_rule INTEGER NOT NULL DEFAULT 0 CHECK (quorum_rule IN (0, 1));
ALTER TABLE entry ADD COLUMN quorum_base INTEGER NOT NULL DEFAULT 0 CHECK (quorum_base >= 0);
ALTER TABLE entry ADD COLUMN quorum_required INTEGER NOT NULL DEFAULT 0 CHECK (quorum_required >= 0);
ALTER TABLE entry ADD COLUMN quorum_present INTEGER NOT NULL DEFAULT 0 CHECK (quorum_present >= 0);
ALTER TABLE entry ADD CONSTRAINT only_votes_are_taken CHECK (kind = 'vote' OR (manner = '' AND casting = '' AND votes_none IS NULL));
CREATE INDEX entry_speaker_of ON entry (speaker_of);

CREATE TABLE entry_recused (
	entry      TEXT NOT NULL REFERENCES entry (id),
	n          INTEGER NOT NULL CHECK (n > 0),
	attendance TEXT NOT NULL REFERENCES attendance (id),
	PRIMARY KEY (entry, n),
	UNIQUE (entry, attendance)
) STRICT;
CREATE INDEX entry_recused_attendance ON entry_recused (attendance);

CREATE TABLE entry_voice (
	entry      TEXT NOT NULL REFERENCES entry (id),
	n          INTEGER NOT NULL CHECK (n > 0),
	attendance TEXT NOT NULL REFERENCES attendance (id),
	voice      TEXT NOT NULL CHECK (voice IN ('for', 'against', 'abstain', 'none')),
	PRIMARY KEY (entry, n),
	UNIQUE (entry, attendance)
) STRICT;
CREATE INDEX entry_voice_attendance ON entry_voice (attendance);

-- The adopted recommendations that are still open, as a meeting goes through them.
CREATE INDEX recommendation_in_hand ON recommendation (due_last, year, number)
	WHERE archived = 0 AND outcome_rank IN (1, 2) AND state_rank < 3;
CREATE INDEX recommendation_in_hand_group ON recommendation (working_group, due_last, year, number)
	WHERE archived = 0 AND outcome_rank IN (1, 2) AND state_rank < 3;

ALTER TABLE decision ADD COLUMN votes_none INTEGER CHECK (votes_none >= 0);
-- A decision may be taken by name too. SQLite has no statement for another
-- CHECK of a column that has one; a wider one is written where it stands, as
-- its documentation of ALTER TABLE describes.
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(replace(sql,
	'manner IN ('''', ''consensus'', ''show_of_hands'', ''secret'')', 'manner IN ('''', ''consensus'', ''show_of_hands'', ''by_name'', ''secret'')'),
	'manner IN (''show_of_hands'', ''secret'')', 'manner IN (''show_of_hands'', ''by_name'', ''secret'')')
	WHERE type = 'table' AND name = 'decision';
PRAGMA writable_schema = RESET;
