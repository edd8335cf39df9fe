-- Speed that does not depend on the number of rows. Each order of a long list
-- has an index that holds its keys and its tie, after archived; what is still
-- to be done has smaller ones of its own, as most rows are not. What an order
-- computes is a column, as an index on an expression cannot be entered in the
-- middle of equal keys. What Home adds up of actions that are done is kept as
-- they change.

ALTER TABLE roadmap_action ADD COLUMN closed INTEGER NOT NULL GENERATED ALWAYS AS (state NOT IN ('not_started', 'in_progress', 'blocked')) VIRTUAL;
ALTER TABLE roadmap_action ADD COLUMN due_key TEXT NOT NULL GENERATED ALWAYS AS (coalesce(nullif(due_last, ''), '9999')) VIRTUAL;
ALTER TABLE roadmap_action ADD COLUMN beginning TEXT NOT NULL GENERATED ALWAYS AS (substr(folded, 1, 60)) VIRTUAL;
ALTER TABLE roadmap_action ADD COLUMN state_rank INTEGER NOT NULL GENERATED ALWAYS AS (CASE state WHEN 'not_started' THEN 0 WHEN 'in_progress' THEN 1
	WHEN 'blocked' THEN 2 WHEN 'done_declared' THEN 3 WHEN 'done_validated' THEN 4 WHEN 'abandoned' THEN 5 ELSE 6 END) VIRTUAL;
ALTER TABLE roadmap_action ADD COLUMN priority_rank INTEGER NOT NULL GENERATED ALWAYS AS (CASE priority WHEN 'high' THEN 0 WHEN 'medium' THEN 1
	WHEN 'low' THEN 2 WHEN '' THEN 3 ELSE 4 END) VIRTUAL;
-- Live and open. It is kept rather than computed, as indexes that hold only
-- these rows are then left alone while it does not change.
ALTER TABLE roadmap_action ADD COLUMN pending TEXT NOT NULL DEFAULT 'no' CHECK (pending IN ('yes', 'no'));
UPDATE roadmap_action SET pending = 'yes' WHERE archived = 0 AND state IN ('not_started', 'in_progress', 'blocked');

DROP INDEX roadmap_action_order;
DROP INDEX roadmap_action_roadmap;
DROP INDEX roadmap_action_due;
DROP INDEX roadmap_action_due_desc;
DROP INDEX roadmap_action_state;
DROP INDEX roadmap_action_percent;
DROP INDEX roadmap_action_institution;
DROP INDEX roadmap_action_function;
DROP INDEX roadmap_action_axis;
DROP INDEX roadmap_action_working_group;

CREATE INDEX roadmap_action_order ON roadmap_action (archived, year, number);
CREATE INDEX roadmap_action_roadmap ON roadmap_action (archived, closed,
	due_key, year, number);
CREATE INDEX roadmap_action_due ON roadmap_action (archived, due_last, year, number);
CREATE INDEX roadmap_action_text ON roadmap_action (archived, beginning, year, number);
CREATE INDEX roadmap_action_state ON roadmap_action (archived, state_rank, due_last, year, number);
CREATE INDEX roadmap_action_percent ON roadmap_action (archived, percent, year, number);
CREATE INDEX roadmap_action_priority ON roadmap_action (archived,
	priority_rank, year, number);
CREATE INDEX roadmap_action_institution ON roadmap_action (institution, archived, year, number);
CREATE INDEX roadmap_action_function ON roadmap_action (function, archived, year, number);
CREATE INDEX roadmap_action_axis ON roadmap_action (axis, archived, year, number);
CREATE INDEX roadmap_action_working_group ON roadmap_action (working_group, archived, year, number);

CREATE INDEX roadmap_open_order ON roadmap_action (year, number)
	WHERE pending = 'yes';
CREATE INDEX roadmap_open_roadmap ON roadmap_action (closed,
	due_key, year, number) WHERE pending = 'yes';
CREATE INDEX roadmap_open_due ON roadmap_action (due_last, year, number)
	WHERE pending = 'yes';
CREATE INDEX roadmap_open_text ON roadmap_action (beginning, year, number)
	WHERE pending = 'yes';
CREATE INDEX roadmap_open_state ON roadmap_action (state_rank, due_last, year, number)
	WHERE pending = 'yes';
CREATE INDEX roadmap_open_percent ON roadmap_action (percent, year, number)
	WHERE pending = 'yes';
CREATE INDEX roadmap_open_priority ON roadmap_action (priority_rank,
	year, number) WHERE pending = 'yes';
CREATE INDEX roadmap_open_institution ON roadmap_action (institution, year, number, due_last)
	WHERE pending = 'yes';
CREATE INDEX roadmap_open_function ON roadmap_action (function, year, number)
	WHERE pending = 'yes';
CREATE INDEX roadmap_open_axis ON roadmap_action (axis, year, number)
	WHERE pending = 'yes';
CREATE INDEX roadmap_open_working_group ON roadmap_action (working_group, year, number)
	WHERE pending = 'yes';
-- All that Home reads of what is open, and of what was done before its day.
CREATE INDEX roadmap_open_home ON roadmap_action (axis, institution, state, due_last, start)
	WHERE pending = 'yes';
CREATE INDEX roadmap_done_early ON roadmap_action (due_last)
	WHERE archived = 0 AND state IN ('done_declared', 'done_validated');

ALTER TABLE recommendation ADD COLUMN beginning TEXT NOT NULL GENERATED ALWAYS AS (substr(folded, 1, 60)) VIRTUAL;
ALTER TABLE recommendation ADD COLUMN outcome_rank INTEGER NOT NULL GENERATED ALWAYS AS (CASE outcome_state WHEN 'proposed' THEN 0 WHEN 'adopted' THEN 1
	WHEN 'adopted_amended' THEN 2 WHEN 'rejected' THEN 3 WHEN 'deferred' THEN 4 WHEN 'withdrawn' THEN 5 ELSE 6 END) VIRTUAL;
ALTER TABLE recommendation ADD COLUMN state_rank INTEGER NOT NULL GENERATED ALWAYS AS (CASE state WHEN 'not_started' THEN 0 WHEN 'in_progress' THEN 1
	WHEN 'blocked' THEN 2 WHEN 'done_declared' THEN 3 WHEN 'done_validated' THEN 4 WHEN 'abandoned' THEN 5 ELSE 6 END) VIRTUAL;
ALTER TABLE recommendation ADD COLUMN priority_rank INTEGER NOT NULL GENERATED ALWAYS AS (CASE priority WHEN 'high' THEN 0 WHEN 'medium' THEN 1
	WHEN 'low' THEN 2 WHEN '' THEN 3 ELSE 4 END) VIRTUAL;

DROP INDEX recommendation_order;
DROP INDEX recommendation_due;
DROP INDEX recommendation_due_desc;
DROP INDEX recommendation_outcome;
DROP INDEX recommendation_state;
DROP INDEX recommendation_working_group;
DROP INDEX recommendation_axis;

CREATE INDEX recommendation_order ON recommendation (archived, year, number);
CREATE INDEX recommendation_due ON recommendation (archived, due_last, year, number);
CREATE INDEX recommendation_text ON recommendation (archived, beginning, year, number);
CREATE INDEX recommendation_outcome ON recommendation (archived, outcome_rank, year, number);
CREATE INDEX recommendation_state ON recommendation (archived, state_rank, year, number);
CREATE INDEX recommendation_priority ON recommendation (archived,
	priority_rank, year, number);
CREATE INDEX recommendation_working_group ON recommendation (working_group, archived, year, number);
CREATE INDEX recommendation_axis ON recommendation (axis, archived, year, number);

ALTER TABLE decision ADD COLUMN beginning TEXT NOT NULL GENERATED ALWAYS AS (substr(folded, 1, 60)) VIRTUAL;
ALTER TABLE decision ADD COLUMN outcome_rank INTEGER NOT NULL GENERATED ALWAYS AS (CASE outcome_state WHEN 'proposed' THEN 0 WHEN 'adopted' THEN 1
	WHEN 'adopted_amended' THEN 2 WHEN 'rejected' THEN 3 WHEN 'deferred' THEN 4 WHEN 'withdrawn' THEN 5 ELSE 6 END) VIRTUAL;

DROP INDEX decision_order;
DROP INDEX decision_date;
DROP INDEX decision_state;
DROP INDEX decision_meeting;

CREATE INDEX decision_order ON decision (archived, year, number);
CREATE INDEX decision_date ON decision (archived, date, year, number);
CREATE INDEX decision_text ON decision (archived, beginning, year, number);
CREATE INDEX decision_outcome ON decision (archived, outcome_rank, year, number);
CREATE INDEX decision_manner ON decision (archived, manner, year, number);
CREATE INDEX decision_review ON decision (archived, review, year, number);
CREATE INDEX decision_meeting ON decision (meeting, archived, year, number);

-- How many points are on the agenda of a meeting.
ALTER TABLE meeting ADD COLUMN items INTEGER NOT NULL DEFAULT 0;
UPDATE meeting SET items = (SELECT count(*) FROM agenda_item a WHERE a.meeting = meeting.id AND a.archived = 0);
CREATE TRIGGER agenda_item_added AFTER INSERT ON agenda_item WHEN NEW.archived = 0
BEGIN UPDATE meeting SET items = items + 1 WHERE id = NEW.meeting; END;
CREATE TRIGGER agenda_item_gone AFTER DELETE ON agenda_item WHEN OLD.archived = 0
BEGIN UPDATE meeting SET items = items - 1 WHERE id = OLD.meeting; END;
CREATE TRIGGER agenda_item_moved AFTER UPDATE OF meeting, archived ON agenda_item
BEGIN
	UPDATE meeting SET items = items - 1 WHERE id = OLD.meeting AND OLD.archived = 0;
	UPDATE meeting SET items = items + 1 WHERE id = NEW.meeting AND NEW.archived = 0;
END;

ALTER TABLE meeting ADD COLUMN beginning TEXT NOT NULL GENERATED ALWAYS AS (substr(folded, 1, 60)) VIRTUAL;
ALTER TABLE meeting ADD COLUMN kind_rank INTEGER NOT NULL GENERATED ALWAYS AS (CASE kind WHEN 'ordinary' THEN 0 WHEN 'extraordinary' THEN 1
	WHEN 'second_notice' THEN 2 WHEN 'group' THEN 3 WHEN 'workshop' THEN 4 ELSE 5 END) VIRTUAL;
ALTER TABLE meeting ADD COLUMN state_rank INTEGER NOT NULL GENERATED ALWAYS AS (CASE state WHEN 'planned' THEN 0 WHEN 'convened' THEN 1
	WHEN 'in_session' THEN 2 WHEN 'adjourned' THEN 3 WHEN 'postponed' THEN 4 WHEN 'cancelled' THEN 5 ELSE 6 END) VIRTUAL;
ALTER TABLE meeting ADD COLUMN minutes_rank INTEGER NOT NULL GENERATED ALWAYS AS (CASE minutes_state WHEN '' THEN 0 WHEN 'draft' THEN 1
	WHEN 'circulated' THEN 2 WHEN 'adopted' THEN 3 WHEN 'signed' THEN 4 ELSE 5 END) VIRTUAL;

DROP INDEX meeting_order;
DROP INDEX meeting_working_group;

CREATE INDEX meeting_order ON meeting (archived, starts, start_time, id);
CREATE INDEX meeting_title ON meeting (archived, beginning, id);
CREATE INDEX meeting_numbered ON meeting (archived, year, number, id);
CREATE INDEX meeting_kind ON meeting (archived, kind_rank, starts, id);
CREATE INDEX meeting_state ON meeting (archived, state_rank, starts, id);
CREATE INDEX meeting_minutes ON meeting (archived, minutes_rank, starts, id);
CREATE INDEX meeting_items ON meeting (archived, items, id);
CREATE INDEX meeting_working_group ON meeting (working_group, archived, id);

-- The joined tables that lead the way through a list.
-- What a line calls them is a column of theirs, as it is never NULL: only then
-- does an index put the rows under each in order.
ALTER TABLE institution ADD COLUMN called TEXT NOT NULL GENERATED ALWAYS AS (coalesce(nullif(acronym_key, ''), name_key)) VIRTUAL;
ALTER TABLE working_group ADD COLUMN called TEXT NOT NULL GENERATED ALWAYS AS (coalesce(nullif(acronym, ''), name_key)) VIRTUAL;
CREATE UNIQUE INDEX institution_called ON institution (called, id);
CREATE UNIQUE INDEX post_called ON post (title_key, id);
CREATE UNIQUE INDEX plan_axis_called ON plan_axis (name_key, id);
CREATE UNIQUE INDEX working_group_named ON working_group (name_key, id);
CREATE UNIQUE INDEX working_group_called ON working_group (called, id);
CREATE UNIQUE INDEX meeting_called ON meeting (starts, id);

-- The live actions of an axis, an institution and a state: how many, how many
-- of them with a due date, and their percentages added up. '' stands for none.
CREATE TABLE action_tally (
	axis        TEXT NOT NULL,
	institution TEXT NOT NULL,
	state       TEXT NOT NULL,
	n           INTEGER NOT NULL,
	dated       INTEGER NOT NULL,
	percent     INTEGER NOT NULL,
	PRIMARY KEY (axis, institution, state)
) STRICT;
INSERT INTO action_tally (axis, institution, state, n, dated, percent)
SELECT coalesce(axis, ''), coalesce(institution, ''), state, count(*), sum(CASE WHEN due_last <> '' THEN 1 ELSE 0 END), sum(percent)
FROM roadmap_action WHERE archived = 0 GROUP BY coalesce(axis, ''), coalesce(institution, ''), state;

CREATE TRIGGER roadmap_action_added AFTER INSERT ON roadmap_action WHEN NEW.archived = 0
BEGIN
	INSERT INTO action_tally (axis, institution, state, n, dated, percent)
	VALUES (coalesce(NEW.axis, ''), coalesce(NEW.institution, ''), NEW.state, 1, CASE WHEN NEW.due_last <> '' THEN 1 ELSE 0 END, NEW.percent)
	ON CONFLICT (axis, institution, state) DO UPDATE SET n = n + 1, dated = dated + excluded.dated, percent = percent + excluded.percent;
END;
CREATE TRIGGER roadmap_action_gone AFTER DELETE ON roadmap_action WHEN OLD.archived = 0
BEGIN
	UPDATE action_tally SET n = n - 1, dated = dated - CASE WHEN OLD.due_last <> '' THEN 1 ELSE 0 END, percent = percent - OLD.percent
	WHERE axis = coalesce(OLD.axis, '') AND institution = coalesce(OLD.institution, '') AND state = OLD.state;
END;
CREATE TRIGGER roadmap_action_moved AFTER UPDATE OF axis, institution, state, archived, due_last, percent ON roadmap_action
BEGIN
	UPDATE action_tally SET n = n - 1, dated = dated - CASE WHEN OLD.due_last <> '' THEN 1 ELSE 0 END, percent = percent - OLD.percent
	WHERE axis = coalesce(OLD.axis, '') AND institution = coalesce(OLD.institution, '') AND state = OLD.state AND OLD.archived = 0;
	INSERT INTO action_tally (axis, institution, state, n, dated, percent)
	SELECT coalesce(NEW.axis, ''), coalesce(NEW.institution, ''), NEW.state, 1, CASE WHEN NEW.due_last <> '' THEN 1 ELSE 0 END, NEW.percent
	WHERE NEW.archived = 0
	ON CONFLICT (axis, institution, state) DO UPDATE SET n = n + 1, dated = dated + excluded.dated, percent = percent + excluded.percent;
END;
