-- Who represents somebody is known by their line of the attendance list, where
-- they are on it: a name may be written in several ways.
ALTER TABLE attendance ADD COLUMN holder TEXT NOT NULL DEFAULT '';
ALTER TABLE attendance_half_day ADD COLUMN holder TEXT NOT NULL DEFAULT '';
