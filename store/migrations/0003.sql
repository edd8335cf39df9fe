-- What is searched: one document for each row that holds words, and an index
-- over their folded words. Both are derived from the rows, and made again
-- whenever that is asked for. A document holds only what its own row says.

-- folded is the words one by one, with a space on either side of each, after
-- the mark of the kind (§action): what is typed never holds that sign. A bar
-- parts one text from the next. shown is the same texts as people read them,
-- one after the other. The latest words have the highest doc.
CREATE TABLE search_document (
	doc      INTEGER PRIMARY KEY,
	kind     TEXT NOT NULL CHECK (kind <> ''),
	id       TEXT NOT NULL CHECK (id <> ''),
	archived INTEGER NOT NULL CHECK (archived IN (0, 1)),
	folded   TEXT NOT NULL,
	shown    TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX search_document_thing ON search_document (kind, id);

-- The words of search_document.folded, which it does not keep a second time.
CREATE VIRTUAL TABLE search_index USING fts4 (
	folded, content="search_document", tokenize=simple, order=desc, matchinfo=fts3
);
