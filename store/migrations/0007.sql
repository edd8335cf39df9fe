-- What is read on every first screen and on the page of a busy institution is
-- kept added up and in order, so that it does not grow with the roadmap.

-- What the live actions of an axis and an institution add up to on one day:
-- due within thirty days, late, late and blocked, without an institution or a
-- due date, and the percentages that their dates let one expect, of what is
-- open; what was done before its day counts there for what its dates let one
-- expect less 100. '' stands for none. The day is that of the latest change;
-- '' before the first, when nothing is added up.
CREATE TABLE tally_day (
	only INTEGER PRIMARY KEY CHECK (only = 1),
	day  TEXT NOT NULL CHECK (day = '' OR day LIKE '____-__-__')
) STRICT;
INSERT INTO tally_day (only, day) VALUES (1, '');
CREATE TABLE day_tally (
	axis         TEXT NOT NULL,
	institution  TEXT NOT NULL,
	due_soon     INTEGER NOT NULL,
	late         INTEGER NOT NULL,
	late_blocked INTEGER NOT NULL,
	lacking      INTEGER NOT NULL,
	expected     INTEGER NOT NULL,
	PRIMARY KEY (axis, institution)
) STRICT;
CREATE VIEW action_on_day AS
SELECT t.id, coalesce(t.axis, '') axis, coalesce(t.institution, '') institution,
	t.pending = 'yes' AND t.due_last >= d.day AND t.due_last <= date(d.day, '+30 days') due_soon,
	t.pending = 'yes' AND t.due_last <> '' AND t.due_last < d.day late,
	t.state = 'blocked' AND t.due_last <> '' AND t.due_last < d.day late_blocked,
	t.pending = 'yes' AND (t.institution IS NULL OR t.due_last = '') lacking,
	CASE WHEN t.due_last = '' THEN 0 WHEN t.due_last <= d.day THEN 100
		WHEN t.start = '' OR t.start >= d.day OR t.due_last <= t.start THEN 0
		ELSE CAST(julianday(d.day) - julianday(t.start) AS INTEGER) * 100 / CAST(julianday(t.due_last) - julianday(t.start) AS INTEGER) END
		- CASE WHEN t.pending = 'yes' THEN 0 ELSE 100 END expected
FROM tally_day d JOIN roadmap_action t
WHERE d.day <> '' AND t.archived = 0
	AND (t.pending = 'yes' OR t.state IN ('done_declared', 'done_validated') AND t.due_last > d.day);

CREATE TRIGGER roadmap_action_comes AFTER INSERT ON roadmap_action
BEGIN
	INSERT INTO day_tally (axis, institution, due_soon, late, late_blocked, lacking, expected)
	SELECT axis, institution, due_soon, late, late_blocked, lacking, expected FROM action_on_day WHERE id = NEW.id
	ON CONFLICT (axis, institution) DO UPDATE SET due_soon = due_soon + excluded.due_soon, late = late + excluded.late,
		late_blocked = late_blocked + excluded.late_blocked, lacking = lacking + excluded.lacking, expected = expected + excluded.expected;
END;
CREATE TRIGGER roadmap_action_goes BEFORE DELETE ON roadmap_action
BEGIN
	UPDATE day_tally SET due_soon = day_tally.due_soon - s.due_soon, late = day_tally.late - s.late,
		late_blocked = day_tally.late_blocked - s.late_blocked, lacking = day_tally.lacking - s.lacking, expected = day_tally.expected - s.expected
	FROM action_on_day s WHERE s.id = OLD.id AND day_tally.axis = s.axis AND day_tally.institution = s.institution;
END;
CREATE TRIGGER roadmap_action_turns BEFORE UPDATE OF axis, institution, state, archived, start, due_last, pending ON roadmap_action
BEGIN
	UPDATE day_tally SET due_soon = day_tally.due_soon - s.due_soon, late = day_tally.late - s.late,
		late_blocked = day_tally.late_blocked - s.late_blocked, lacking = day_tally.lacking - s.lacking, expected = day_tally.expected - s.expected
	FROM action_on_day s WHERE s.id = OLD.id AND day_tally.axis = s.axis AND day_tally.institution = s.institution;
END;
CREATE TRIGGER roadmap_action_turned AFTER UPDATE OF axis, institution, state, archived, start, due_last, pending ON roadmap_action
BEGIN
	INSERT INTO day_tally (axis, institution, due_soon, late, late_blocked, lacking, expected)
	SELECT axis, institution, due_soon, late, late_blocked, lacking, expected FROM action_on_day WHERE id = NEW.id
	ON CONFLICT (axis, institution) DO UPDATE SET due_soon = due_soon + excluded.due_soon, late = late + excluded.late,
		late_blocked = late_blocked + excluded.late_blocked, lacking = lacking + excluded.lacking, expected = expected + excluded.expected;
END;

-- What an institution supports and what is addressed to it, in the order of
-- their lists: the links hold a copy of what that order goes by.
ALTER TABLE action_support ADD COLUMN archived INTEGER NOT NULL DEFAULT 0;
ALTER TABLE action_support ADD COLUMN closed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE action_support ADD COLUMN due_key TEXT NOT NULL DEFAULT '';
ALTER TABLE action_support ADD COLUMN year INTEGER NOT NULL DEFAULT 0;
ALTER TABLE action_support ADD COLUMN number INTEGER NOT NULL DEFAULT 0;
UPDATE action_support SET (archived, closed, due_key, year, number) =
	(SELECT t.archived, t.closed, t.due_key, t.year, t.number FROM roadmap_action t WHERE t.id = action_support.action);
DROP INDEX action_support_institution;
CREATE INDEX action_support_institution ON action_support (institution, archived, closed, due_key, year, number, action);
CREATE TRIGGER action_support_added AFTER INSERT ON action_support
BEGIN
	UPDATE action_support SET (archived, closed, due_key, year, number) =
		(SELECT t.archived, t.closed, t.due_key, t.year, t.number FROM roadmap_action t WHERE t.id = NEW.action)
	WHERE action = NEW.action AND n = NEW.n;
END;
CREATE TRIGGER action_support_follows AFTER UPDATE OF archived, state, due_last, year, number ON roadmap_action
WHEN (OLD.archived, OLD.closed, OLD.due_key, OLD.year, OLD.number) <> (NEW.archived, NEW.closed, NEW.due_key, NEW.year, NEW.number)
BEGIN
	UPDATE action_support SET archived = NEW.archived, closed = NEW.closed, due_key = NEW.due_key, year = NEW.year, number = NEW.number
	WHERE action = NEW.id;
END;

ALTER TABLE recommendation_addressee ADD COLUMN archived INTEGER NOT NULL DEFAULT 0;
ALTER TABLE recommendation_addressee ADD COLUMN year INTEGER NOT NULL DEFAULT 0;
ALTER TABLE recommendation_addressee ADD COLUMN number INTEGER NOT NULL DEFAULT 0;
UPDATE recommendation_addressee SET (archived, year, number) =
	(SELECT t.archived, t.year, t.number FROM recommendation t WHERE t.id = recommendation_addressee.recommendation);
DROP INDEX recommendation_addressee_institution;
CREATE INDEX recommendation_addressee_institution ON recommendation_addressee (institution, archived, year, number, recommendation);
CREATE TRIGGER recommendation_addressee_added AFTER INSERT ON recommendation_addressee
BEGIN
	UPDATE recommendation_addressee SET (archived, year, number) =
		(SELECT t.archived, t.year, t.number FROM recommendation t WHERE t.id = NEW.recommendation)
	WHERE recommendation = NEW.recommendation AND n = NEW.n;
END;
CREATE TRIGGER recommendation_addressee_follows AFTER UPDATE OF archived, year, number ON recommendation
WHEN (OLD.archived, OLD.year, OLD.number) <> (NEW.archived, NEW.year, NEW.number)
BEGIN
	UPDATE recommendation_addressee SET archived = NEW.archived, year = NEW.year, number = NEW.number WHERE recommendation = NEW.id;
END;
