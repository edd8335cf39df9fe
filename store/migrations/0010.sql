-- What was decided or voted without quorum may be passed over to adjourn too.
-- SQLite has no statement for another CHECK of a column that has one; a wider
-- one is written where it stands, as its documentation of ALTER TABLE describes.
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql, 'failed IN (''attendance'', ''quorum'',', 'failed IN (''attendance'', ''quorum'', ''missed'',')
	WHERE type = 'table' AND name = 'meeting_override';
PRAGMA writable_schema = RESET;
