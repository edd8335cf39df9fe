-- A meeting without chair or secretary, and a recommendation that it left
-- undecided, may be passed over to adjourn too. See 0010 for why so.
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql, 'failed IN (''attendance'',', 'failed IN (''chair'', ''secretary'', ''proposed'', ''attendance'',')
	WHERE type = 'table' AND name = 'meeting_override';
PRAGMA writable_schema = RESET;
