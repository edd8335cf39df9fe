-- Taking back: a line of the journal says which line it reverts; while one is
-- being taken back, what otherwise only grows may shrink again. The journal
-- itself never does.

ALTER TABLE journal ADD COLUMN reverts INTEGER NOT NULL DEFAULT 0 CHECK (reverts >= 0 AND reverts < seq);
CREATE INDEX journal_actor ON journal (actor, actor_name, seq);
CREATE INDEX journal_reverts ON journal (reverts, seq) WHERE reverts > 0;

-- Holds a row only inside the transaction that takes a line back.
CREATE TABLE reverting (seq INTEGER PRIMARY KEY) STRICT;

DROP TRIGGER progress_update_append_only;
CREATE TRIGGER progress_update_append_only BEFORE UPDATE ON progress_update
WHEN NOT EXISTS (SELECT 1 FROM reverting) AND
	(OLD.confirmed <> '' OR NEW.id <> OLD.id OR NEW.folded <> OLD.folded OR NEW.action <> OLD.action
	OR NEW.date <> OLD.date OR NEW.text <> OLD.text OR NEW.state <> OLD.state OR NEW.cause <> OLD.cause
	OR NEW.percent IS NOT OLD.percent OR NEW.evidence <> OLD.evidence OR NEW.author IS NOT OLD.author
	OR NEW.by_name <> OLD.by_name OR NEW.meeting IS NOT OLD.meeting)
BEGIN SELECT RAISE(ABORT, 'append_only:update'); END;
DROP TRIGGER progress_update_kept;
CREATE TRIGGER progress_update_kept BEFORE DELETE ON progress_update
WHEN NOT EXISTS (SELECT 1 FROM reverting)
BEGIN SELECT RAISE(ABORT, 'append_only:update'); END;

DROP TRIGGER due_extension_append_only;
CREATE TRIGGER due_extension_append_only BEFORE UPDATE ON due_extension
WHEN NOT EXISTS (SELECT 1 FROM reverting)
BEGIN SELECT RAISE(ABORT, 'append_only:extension'); END;
DROP TRIGGER due_extension_kept;
CREATE TRIGGER due_extension_kept BEFORE DELETE ON due_extension
WHEN NOT EXISTS (SELECT 1 FROM reverting)
BEGIN SELECT RAISE(ABORT, 'append_only:extension'); END;

DROP TRIGGER wording_adopted_stays;
CREATE TRIGGER wording_adopted_stays BEFORE UPDATE ON wording
WHEN OLD.adopted = 1 AND NOT EXISTS (SELECT 1 FROM reverting)
BEGIN SELECT RAISE(ABORT, 'adopted_wording'); END;
DROP TRIGGER wording_adopted_kept;
CREATE TRIGGER wording_adopted_kept BEFORE DELETE ON wording
WHEN OLD.adopted = 1 AND NOT EXISTS (SELECT 1 FROM reverting)
BEGIN SELECT RAISE(ABORT, 'adopted_wording'); END;

-- The journal by kind, the latest lines first.
CREATE INDEX journal_kind ON journal (kind, seq);

-- Numbers that were given and taken back: they name nothing else. Whoever
-- writes the journal fills it, so that it can be made from the journal alone.
CREATE TABLE retired_number (
	kind   TEXT NOT NULL,
	year   INTEGER NOT NULL,
	number INTEGER NOT NULL,
	ref    TEXT NOT NULL,
	PRIMARY KEY (kind, year, number)
) STRICT;
CREATE TRIGGER journal_change_retires AFTER INSERT ON journal_change
WHEN NEW.kind IN ('meeting', 'decision', 'recommendation', 'action') AND NEW.image_before IS NOT NULL
	AND (SELECT j.verb FROM journal j WHERE j.seq = NEW.seq) = 'undo'
	AND json_extract(NEW.image_before, '$.number') > 0
	AND json_extract(NEW.image_after, '$.number') IS NOT json_extract(NEW.image_before, '$.number')
BEGIN
	INSERT INTO retired_number (kind, year, number, ref) VALUES (NEW.kind, json_extract(NEW.image_before, '$.year'),
		json_extract(NEW.image_before, '$.number'), json_extract(NEW.image_before, '$.ref')) ON CONFLICT DO NOTHING;
END;
