-- Somebody may be represented by another person on each half-day of a workshop.
ALTER TABLE attendance_half_day ADD COLUMN represented_by TEXT NOT NULL DEFAULT '';
ALTER TABLE attendance_half_day ADD COLUMN represented_as TEXT NOT NULL DEFAULT '' CHECK (represented_as IN ('', 'alternate', 'proxy'));
