-- A notice that was sent late, or not at all, may be passed over to adjourn
-- too. See 0010 for why so.
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql, 'failed IN (''chair'',', 'failed IN (''notice'', ''chair'',')
	WHERE type = 'table' AND name = 'meeting_override';
PRAGMA writable_schema = RESET;
