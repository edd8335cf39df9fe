-- The day a meeting of several days was adjourned on, where that was before its
-- last.
ALTER TABLE meeting ADD COLUMN closed_on TEXT NOT NULL DEFAULT '' CHECK (closed_on = '' OR closed_on LIKE '____-__-__');
