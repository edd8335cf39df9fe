-- What the filters of the long lists look in: the words of their rows alone,
-- apart from the many reports that the search holds too. A row is reached from
-- its words, and its words from the row, by the number that the row has:
-- doc is the kind (1 action, 2 recommendation, 3 decision), the year and the
-- number. Both are derived from search_document, and made again with it.

CREATE TABLE search_line (
	doc    INTEGER PRIMARY KEY,
	id     TEXT NOT NULL UNIQUE CHECK (id <> ''),
	folded TEXT NOT NULL
) STRICT;
INSERT INTO search_line (doc, id, folded) SELECT 10000000000000000 + t.year * 1000000000000 + t.number, t.id, d.folded
FROM roadmap_action t JOIN search_document d ON d.kind = 'action' AND d.id = t.id ORDER BY t.year, t.number;
INSERT INTO search_line (doc, id, folded) SELECT 20000000000000000 + t.year * 1000000000000 + t.number, t.id, d.folded
FROM recommendation t JOIN search_document d ON d.kind = 'recommendation' AND d.id = t.id ORDER BY t.year, t.number;
INSERT INTO search_line (doc, id, folded) SELECT 30000000000000000 + t.year * 1000000000000 + t.number, t.id, d.folded
FROM decision t JOIN search_document d ON d.kind = 'decision' AND d.id = t.id ORDER BY t.year, t.number;

-- The words of search_line.folded, which it does not keep a second time.
CREATE VIRTUAL TABLE search_line_index USING fts4 (
	folded, content="search_line", tokenize=simple, order=desc, matchinfo=fts3
);
INSERT INTO search_line_index (search_line_index) VALUES ('rebuild');
INSERT INTO search_line_index (search_line_index) VALUES ('optimize');

-- What Home reads of what was done before its day, all of it in the index.
DROP INDEX roadmap_done_early;
CREATE INDEX roadmap_done_early ON roadmap_action (due_last, archived, state, axis, institution, start)
	WHERE archived = 0 AND state IN ('done_declared', 'done_validated');
