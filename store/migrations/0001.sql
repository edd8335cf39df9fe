-- The first shape of the file. One table per noun, named after it; where the
-- noun's word is taken by SQL: axis → plan_axis, function → post,
-- group → working_group, action → roadmap_action, update → progress_update,
-- extension → due_extension.
-- Days are ISO text, '' when not known; due is a day or a quarter, due_last
-- its last day. Links that may be missing are NULL. folded is what filters
-- look in; text of a thing with versions repeats its last wording, for lists.

CREATE TABLE committee (
	id               TEXT PRIMARY KEY,
	version          INTEGER NOT NULL CHECK (version > 0),
	archived         INTEGER NOT NULL CHECK (archived = 0),
	folded           TEXT NOT NULL,
	single           INTEGER NOT NULL DEFAULT 1 UNIQUE CHECK (single = 1),
	name             TEXT NOT NULL CHECK (name <> ''),
	acronym          TEXT NOT NULL,
	aliases          TEXT NOT NULL,
	legal_basis      TEXT NOT NULL,
	header           TEXT NOT NULL,
	language         TEXT NOT NULL CHECK (language IN ('fr', 'en')),
	quorum_base      TEXT NOT NULL CHECK (quorum_base IN ('', 'institutions', 'mandates')),
	quorum_numerator   INTEGER NOT NULL CHECK (quorum_numerator >= 0),
	quorum_denominator INTEGER NOT NULL CHECK (quorum_denominator >= 0),
	quorum_number    INTEGER NOT NULL CHECK (quorum_number >= 0),
	quorum_proxies   TEXT NOT NULL CHECK (quorum_proxies IN ('', 'yes', 'no')),
	quorum_max_proxies INTEGER NOT NULL CHECK (quorum_max_proxies >= 0),
	quorum_remote    TEXT NOT NULL CHECK (quorum_remote IN ('', 'yes', 'no')),
	quorum_casting_vote TEXT NOT NULL CHECK (quorum_casting_vote IN ('', 'yes', 'no')),
	number_recommendation TEXT NOT NULL CHECK (number_recommendation <> ''),
	number_action    TEXT NOT NULL CHECK (number_action <> ''),
	number_decision  TEXT NOT NULL CHECK (number_decision <> ''),
	number_meeting   TEXT NOT NULL CHECK (number_meeting <> ''),
	notice_days      INTEGER NOT NULL CHECK (notice_days BETWEEN 0 AND 365),
	circulation_days INTEGER NOT NULL CHECK (circulation_days BETWEEN 0 AND 365),
	signatories      TEXT NOT NULL,
	late_items       TEXT NOT NULL CHECK (late_items IN ('', 'yes', 'no')),
	remarks          TEXT NOT NULL,
	CHECK (quorum_numerator <= quorum_denominator),
	CHECK (quorum_denominator = 0 OR quorum_numerator > 0),
	CHECK (quorum_denominator = 0 OR quorum_number = 0)
) STRICT;

CREATE TABLE plan_axis (
	id       TEXT PRIMARY KEY,
	version  INTEGER NOT NULL CHECK (version > 0),
	archived INTEGER NOT NULL CHECK (archived IN (0, 1)),
	folded   TEXT NOT NULL,
	code     TEXT NOT NULL,
	name     TEXT NOT NULL CHECK (name <> ''),
	name_key TEXT NOT NULL,
	kind     TEXT NOT NULL CHECK (kind IN ('axis', 'theme')),
	position INTEGER NOT NULL,
	remarks  TEXT NOT NULL
) STRICT;
CREATE INDEX plan_axis_order ON plan_axis (archived, position, id);

CREATE TABLE institution (
	id       TEXT PRIMARY KEY,
	version  INTEGER NOT NULL CHECK (version > 0),
	archived INTEGER NOT NULL CHECK (archived IN (0, 1)),
	folded   TEXT NOT NULL,
	name     TEXT NOT NULL CHECK (name <> ''),
	name_key TEXT NOT NULL,
	acronym  TEXT NOT NULL,
	acronym_key TEXT NOT NULL,
	kind     TEXT NOT NULL CHECK (kind IN ('', 'state', 'civil_society', 'un', 'international', 'regional', 'donor', 'peer_abroad', 'other')),
	capacity TEXT NOT NULL CHECK (capacity IN ('', 'member', 'observer', 'partner')),
	contact  TEXT NOT NULL,
	remarks  TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX institution_name ON institution (name_key) WHERE archived = 0;
CREATE UNIQUE INDEX institution_acronym ON institution (acronym_key) WHERE archived = 0 AND acronym_key <> '';
CREATE INDEX institution_order ON institution (archived, name_key, id);

CREATE TABLE post (
	id          TEXT PRIMARY KEY,
	version     INTEGER NOT NULL CHECK (version > 0),
	archived    INTEGER NOT NULL CHECK (archived IN (0, 1)),
	folded      TEXT NOT NULL,
	institution TEXT NOT NULL REFERENCES institution (id),
	title       TEXT NOT NULL CHECK (title <> ''),
	title_key   TEXT NOT NULL,
	remarks     TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX post_title ON post (institution, title_key) WHERE archived = 0;
CREATE INDEX post_order ON post (archived, title_key, id);
CREATE INDEX post_institution ON post (institution);

CREATE TABLE person (
	id       TEXT PRIMARY KEY,
	version  INTEGER NOT NULL CHECK (version > 0),
	archived INTEGER NOT NULL CHECK (archived IN (0, 1)),
	folded   TEXT NOT NULL,
	name     TEXT NOT NULL CHECK (name <> ''),
	name_key TEXT NOT NULL,
	phone    TEXT NOT NULL,
	email    TEXT NOT NULL,
	remarks  TEXT NOT NULL
) STRICT;
CREATE INDEX person_order ON person (archived, name_key, id);

CREATE TABLE mandate (
	id       TEXT PRIMARY KEY,
	version  INTEGER NOT NULL CHECK (version > 0),
	archived INTEGER NOT NULL CHECK (archived IN (0, 1)),
	folded   TEXT NOT NULL,
	person   TEXT NOT NULL REFERENCES person (id),
	function TEXT NOT NULL REFERENCES post (id),
	kind     TEXT NOT NULL CHECK (kind IN ('titular', 'alternate', 'focal_point', 'validating_authority')),
	from_date TEXT NOT NULL CHECK (from_date = '' OR from_date LIKE '____-__-__'),
	to_date  TEXT NOT NULL CHECK (to_date = '' OR to_date LIKE '____-__-__'),
	act      TEXT NOT NULL,
	remarks  TEXT NOT NULL,
	CHECK (from_date = '' OR to_date = '' OR to_date >= from_date)
) STRICT;
CREATE INDEX mandate_person ON mandate (person);
CREATE INDEX mandate_function ON mandate (function, archived, kind);
CREATE INDEX mandate_order ON mandate (archived, from_date, id);

CREATE TABLE working_group (
	id         TEXT PRIMARY KEY,
	version    INTEGER NOT NULL CHECK (version > 0),
	archived   INTEGER NOT NULL CHECK (archived IN (0, 1)),
	folded     TEXT NOT NULL,
	name       TEXT NOT NULL CHECK (name <> ''),
	name_key   TEXT NOT NULL,
	acronym    TEXT NOT NULL,
	kind       TEXT NOT NULL CHECK (kind IN ('standing', 'workshop')),
	meeting    TEXT REFERENCES meeting (id),
	purpose    TEXT NOT NULL,
	chair      TEXT REFERENCES person (id),
	rapporteur TEXT REFERENCES person (id),
	remarks    TEXT NOT NULL,
	CHECK (kind <> 'workshop' OR meeting IS NOT NULL)
) STRICT;
CREATE INDEX working_group_order ON working_group (archived, name_key, id);
CREATE INDEX working_group_meeting ON working_group (meeting);
CREATE INDEX working_group_chair ON working_group (chair);
CREATE INDEX working_group_rapporteur ON working_group (rapporteur);

CREATE TABLE group_member (
	working_group TEXT NOT NULL REFERENCES working_group (id),
	n             INTEGER NOT NULL CHECK (n > 0),
	institution   TEXT NOT NULL REFERENCES institution (id),
	PRIMARY KEY (working_group, n),
	UNIQUE (working_group, institution)
) STRICT;
CREATE INDEX group_member_institution ON group_member (institution);

CREATE TABLE reference (
	id       TEXT PRIMARY KEY,
	version  INTEGER NOT NULL CHECK (version > 0),
	archived INTEGER NOT NULL CHECK (archived IN (0, 1)),
	folded   TEXT NOT NULL,
	kind     TEXT NOT NULL CHECK (kind IN ('law', 'decree', 'plan', 'budget', 'project', 'manual', 'source', 'other')),
	title    TEXT NOT NULL CHECK (title <> ''),
	title_key TEXT NOT NULL,
	number   TEXT NOT NULL,
	date     TEXT NOT NULL CHECK (date = '' OR date LIKE '____-__-__'),
	period   TEXT NOT NULL,
	url      TEXT NOT NULL,
	amount   INTEGER CHECK (amount >= 0),
	remarks  TEXT NOT NULL
) STRICT;
CREATE INDEX reference_order ON reference (archived, title_key, id);

CREATE TABLE meeting (
	id          TEXT PRIMARY KEY,
	version     INTEGER NOT NULL CHECK (version > 0),
	archived    INTEGER NOT NULL CHECK (archived IN (0, 1)),
	folded      TEXT NOT NULL,
	ref         TEXT NOT NULL,
	year        INTEGER NOT NULL,
	number      INTEGER NOT NULL CHECK (number >= 0),
	kind        TEXT NOT NULL CHECK (kind IN ('ordinary', 'extraordinary', 'second_notice', 'group', 'workshop')),
	state       TEXT NOT NULL CHECK (state IN ('planned', 'convened', 'in_session', 'adjourned', 'postponed', 'cancelled')),
	title       TEXT NOT NULL CHECK (title <> ''),
	working_group TEXT REFERENCES working_group (id),
	place       TEXT NOT NULL,
	starts      TEXT NOT NULL CHECK (starts = '' OR starts LIKE '____-__-__'),
	ends        TEXT NOT NULL CHECK (ends = '' OR ends LIKE '____-__-__'),
	start_time  TEXT NOT NULL CHECK (start_time = '' OR start_time LIKE '__:__'),
	end_time    TEXT NOT NULL CHECK (end_time = '' OR end_time LIKE '__:__'),
	notice      TEXT NOT NULL CHECK (notice = '' OR notice LIKE '____-__-__'),
	first_notice TEXT REFERENCES meeting (id),
	chair       TEXT REFERENCES person (id),
	secretary   TEXT REFERENCES person (id),
	language    TEXT NOT NULL CHECK (language IN ('', 'fr', 'en')),
	objectives  TEXT NOT NULL,
	reason      TEXT NOT NULL,
	opened      TEXT NOT NULL CHECK (opened = '' OR opened LIKE '__:__'),
	closed      TEXT NOT NULL CHECK (closed = '' OR closed LIKE '__:__'),
	minutes_state TEXT NOT NULL CHECK (minutes_state IN ('', 'draft', 'circulated', 'adopted', 'signed')),
	circulated_on TEXT NOT NULL CHECK (circulated_on = '' OR circulated_on LIKE '____-__-__'),
	adopted_at  TEXT REFERENCES meeting (id),
	adopted_on  TEXT NOT NULL CHECK (adopted_on = '' OR adopted_on LIKE '____-__-__'),
	signed_on   TEXT NOT NULL CHECK (signed_on = '' OR signed_on LIKE '____-__-__'),
	remarks     TEXT NOT NULL,
	CHECK (ends = '' OR (starts <> '' AND ends >= starts)),
	CHECK (state NOT IN ('postponed', 'cancelled') OR reason <> ''),
	CHECK (kind <> 'group' OR working_group IS NOT NULL),
	CHECK (kind <> 'second_notice' OR first_notice IS NOT NULL),
	CHECK (first_notice IS NULL OR first_notice <> id),
	CHECK (adopted_at IS NULL OR adopted_at <> id),
	CHECK (minutes_state NOT IN ('adopted', 'signed') OR (adopted_at IS NOT NULL AND adopted_on <> '')),
	CHECK ((ref = '') = (number = 0))
) STRICT;
CREATE UNIQUE INDEX meeting_in_session ON meeting (coalesce(working_group, '')) WHERE state = 'in_session' AND archived = 0;
CREATE UNIQUE INDEX meeting_ref ON meeting (ref) WHERE ref <> '';
CREATE UNIQUE INDEX meeting_number ON meeting (year, number) WHERE number > 0;
CREATE INDEX meeting_order ON meeting (archived, starts, id);
CREATE INDEX meeting_working_group ON meeting (working_group);
CREATE INDEX meeting_first_notice ON meeting (first_notice);
CREATE INDEX meeting_adopted_at ON meeting (adopted_at);
CREATE INDEX meeting_chair ON meeting (chair);
CREATE INDEX meeting_secretary ON meeting (secretary);

CREATE TABLE meeting_correction (
	meeting TEXT NOT NULL REFERENCES meeting (id),
	n       INTEGER NOT NULL CHECK (n > 0),
	date    TEXT NOT NULL CHECK (date LIKE '____-__-__'),
	text    TEXT NOT NULL CHECK (text <> ''),
	by_name TEXT NOT NULL,
	PRIMARY KEY (meeting, n)
) STRICT;

CREATE TABLE meeting_reference (
	meeting   TEXT NOT NULL REFERENCES meeting (id),
	n         INTEGER NOT NULL CHECK (n > 0),
	reference TEXT NOT NULL REFERENCES reference (id),
	PRIMARY KEY (meeting, n),
	UNIQUE (meeting, reference)
) STRICT;
CREATE INDEX meeting_reference_reference ON meeting_reference (reference);

CREATE TABLE agenda_item (
	id          TEXT PRIMARY KEY,
	version     INTEGER NOT NULL CHECK (version > 0),
	archived    INTEGER NOT NULL CHECK (archived IN (0, 1)),
	folded      TEXT NOT NULL,
	meeting     TEXT NOT NULL REFERENCES meeting (id),
	position    INTEGER NOT NULL CHECK (position > 0),
	kind        TEXT NOT NULL CHECK (kind IN ('information', 'discussion', 'decision', 'module', 'group_work', 'report_back', 'any_other_business')),
	title       TEXT NOT NULL CHECK (title <> ''),
	text        TEXT NOT NULL,
	planned     INTEGER NOT NULL CHECK (planned BETWEEN 0 AND 1440),
	presenter   TEXT REFERENCES post (id),
	working_group TEXT REFERENCES working_group (id),
	day         INTEGER NOT NULL CHECK (day BETWEEN 0 AND 60),
	outcome     TEXT NOT NULL CHECK (outcome IN ('', 'dealt_with', 'postponed', 'withdrawn', 'referred')),
	referred_to TEXT REFERENCES working_group (id),
	note        TEXT NOT NULL,
	CHECK ((outcome = 'referred') = (referred_to IS NOT NULL))
) STRICT;
CREATE INDEX agenda_item_meeting ON agenda_item (meeting, archived, position);
CREATE INDEX agenda_item_presenter ON agenda_item (presenter);
CREATE INDEX agenda_item_working_group ON agenda_item (working_group);
CREATE INDEX agenda_item_referred_to ON agenda_item (referred_to);

CREATE TABLE attendance (
	id          TEXT PRIMARY KEY,
	version     INTEGER NOT NULL CHECK (version > 0),
	archived    INTEGER NOT NULL CHECK (archived IN (0, 1)),
	folded      TEXT NOT NULL,
	meeting     TEXT NOT NULL REFERENCES meeting (id),
	person      TEXT REFERENCES person (id),
	function    TEXT REFERENCES post (id),
	institution TEXT REFERENCES institution (id),
	quality     TEXT NOT NULL CHECK (quality IN ('', 'titular', 'alternate', 'proxy', 'guest', 'expert', 'observer')),
	presence    TEXT NOT NULL CHECK (presence IN ('', 'present', 'represented', 'excused', 'absent')),
	represented_by TEXT NOT NULL,
	remarks     TEXT NOT NULL,
	CHECK (person IS NOT NULL OR function IS NOT NULL OR institution IS NOT NULL),
	CHECK (presence <> 'represented' OR represented_by <> '')
) STRICT;
CREATE INDEX attendance_meeting ON attendance (meeting, archived);
CREATE INDEX attendance_person ON attendance (person);
CREATE INDEX attendance_function ON attendance (function);
CREATE INDEX attendance_institution ON attendance (institution);

CREATE TABLE attendance_half_day (
	attendance TEXT NOT NULL REFERENCES attendance (id),
	n          INTEGER NOT NULL CHECK (n > 0),
	day        INTEGER NOT NULL CHECK (day BETWEEN 1 AND 60),
	afternoon  INTEGER NOT NULL CHECK (afternoon IN (0, 1)),
	presence   TEXT NOT NULL CHECK (presence IN ('', 'present', 'represented', 'excused', 'absent')),
	PRIMARY KEY (attendance, n),
	UNIQUE (attendance, day, afternoon)
) STRICT;

CREATE TABLE attendance_movement (
	attendance TEXT NOT NULL REFERENCES attendance (id),
	n          INTEGER NOT NULL CHECK (n > 0),
	at_time    TEXT NOT NULL CHECK (at_time LIKE '__:__'),
	arrival    INTEGER NOT NULL CHECK (arrival IN (0, 1)),
	PRIMARY KEY (attendance, n)
) STRICT;

CREATE TABLE entry (
	id          TEXT PRIMARY KEY,
	version     INTEGER NOT NULL CHECK (version > 0),
	archived    INTEGER NOT NULL CHECK (archived IN (0, 1)),
	folded      TEXT NOT NULL,
	meeting     TEXT NOT NULL REFERENCES meeting (id),
	item        TEXT NOT NULL REFERENCES agenda_item (id),
	position    INTEGER NOT NULL CHECK (position > 0),
	at_time     TEXT NOT NULL CHECK (at_time = '' OR at_time LIKE '__:__'),
	kind        TEXT NOT NULL CHECK (kind IN ('note', 'statement', 'decision', 'recommendation', 'action', 'vote', 'good_practice', 'difficulty')),
	text        TEXT NOT NULL CHECK (text <> ''),
	speaker     TEXT REFERENCES post (id),
	decision    TEXT REFERENCES decision (id),
	recommendation TEXT REFERENCES recommendation (id),
	action      TEXT REFERENCES roadmap_action (id),
	votes_for     INTEGER CHECK (votes_for >= 0),
	votes_against INTEGER CHECK (votes_against >= 0),
	votes_abstain INTEGER CHECK (votes_abstain >= 0),
	CHECK (kind = 'vote' OR (votes_for IS NULL AND votes_against IS NULL AND votes_abstain IS NULL))
) STRICT;
CREATE INDEX entry_meeting ON entry (meeting, archived);
CREATE INDEX entry_item ON entry (item, archived, position);
CREATE INDEX entry_speaker ON entry (speaker);
CREATE INDEX entry_decision ON entry (decision);
CREATE INDEX entry_recommendation ON entry (recommendation);
CREATE INDEX entry_action ON entry (action);

CREATE TABLE decision (
	id          TEXT PRIMARY KEY,
	version     INTEGER NOT NULL CHECK (version > 0),
	archived    INTEGER NOT NULL CHECK (archived IN (0, 1)),
	folded      TEXT NOT NULL,
	ref         TEXT NOT NULL CHECK (ref <> ''),
	year        INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
	number      INTEGER NOT NULL CHECK (number > 0),
	date        TEXT NOT NULL CHECK (date LIKE '____-__-__'),
	text        TEXT NOT NULL CHECK (text <> ''),
	outcome_state   TEXT NOT NULL CHECK (outcome_state IN ('proposed', 'adopted', 'adopted_amended', 'rejected', 'deferred', 'withdrawn')),
	outcome_reason  TEXT NOT NULL,
	outcome_meeting TEXT REFERENCES meeting (id),
	outcome_on  TEXT NOT NULL CHECK (outcome_on = '' OR outcome_on LIKE '____-__-__'),
	meeting     TEXT REFERENCES meeting (id),
	item        TEXT REFERENCES agenda_item (id),
	manner      TEXT NOT NULL CHECK (manner IN ('', 'consensus', 'show_of_hands', 'secret')),
	votes_for     INTEGER CHECK (votes_for BETWEEN 0 AND 10000),
	votes_against INTEGER CHECK (votes_against BETWEEN 0 AND 10000),
	votes_abstain INTEGER CHECK (votes_abstain BETWEEN 0 AND 10000),
	review      TEXT NOT NULL CHECK (review = '' OR review LIKE '____-__-__'),
	remarks     TEXT NOT NULL,
	CHECK (outcome_state <> 'rejected' OR outcome_reason <> ''),
	CHECK (outcome_state NOT IN ('adopted', 'adopted_amended') OR outcome_on <> ''),
	CHECK (manner IN ('show_of_hands', 'secret') OR (votes_for IS NULL AND votes_against IS NULL AND votes_abstain IS NULL))
) STRICT;
CREATE UNIQUE INDEX decision_ref ON decision (ref);
CREATE UNIQUE INDEX decision_number ON decision (year, number);
CREATE INDEX decision_order ON decision (archived, year, number, id);
CREATE INDEX decision_date ON decision (archived, date, id);
CREATE INDEX decision_state ON decision (archived, outcome_state, id);
CREATE INDEX decision_outcome_meeting ON decision (outcome_meeting);
CREATE INDEX decision_meeting ON decision (meeting);
CREATE INDEX decision_item ON decision (item);

CREATE TABLE decision_recommendation (
	decision       TEXT NOT NULL REFERENCES decision (id),
	n              INTEGER NOT NULL CHECK (n > 0),
	recommendation TEXT NOT NULL REFERENCES recommendation (id),
	PRIMARY KEY (decision, n),
	UNIQUE (decision, recommendation)
) STRICT;
CREATE INDEX decision_recommendation_recommendation ON decision_recommendation (recommendation);

CREATE TABLE decision_addressee (
	decision    TEXT NOT NULL REFERENCES decision (id),
	n           INTEGER NOT NULL CHECK (n > 0),
	institution TEXT NOT NULL REFERENCES institution (id),
	PRIMARY KEY (decision, n),
	UNIQUE (decision, institution)
) STRICT;
CREATE INDEX decision_addressee_institution ON decision_addressee (institution);

CREATE TABLE decision_reference (
	decision  TEXT NOT NULL REFERENCES decision (id),
	n         INTEGER NOT NULL CHECK (n > 0),
	reference TEXT NOT NULL REFERENCES reference (id),
	PRIMARY KEY (decision, n),
	UNIQUE (decision, reference)
) STRICT;
CREATE INDEX decision_reference_reference ON decision_reference (reference);

CREATE TABLE recommendation (
	id          TEXT PRIMARY KEY,
	version     INTEGER NOT NULL CHECK (version > 0),
	archived    INTEGER NOT NULL CHECK (archived IN (0, 1)),
	folded      TEXT NOT NULL,
	ref         TEXT NOT NULL CHECK (ref <> ''),
	year        INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
	number      INTEGER NOT NULL CHECK (number > 0),
	date        TEXT NOT NULL CHECK (date LIKE '____-__-__'),
	text        TEXT NOT NULL CHECK (text <> ''),
	outcome_state   TEXT NOT NULL CHECK (outcome_state IN ('proposed', 'adopted', 'adopted_amended', 'rejected', 'deferred', 'withdrawn')),
	outcome_reason  TEXT NOT NULL,
	outcome_meeting TEXT REFERENCES meeting (id),
	outcome_on  TEXT NOT NULL CHECK (outcome_on = '' OR outcome_on LIKE '____-__-__'),
	state       TEXT NOT NULL CHECK (state IN ('not_started', 'in_progress', 'blocked', 'done_declared', 'done_validated', 'abandoned')),
	since       TEXT NOT NULL CHECK (since = '' OR since LIKE '____-__-__'),
	cause       TEXT NOT NULL CHECK (cause IN ('', 'funding', 'decision', 'capacity', 'security', 'other')),
	reason      TEXT NOT NULL,
	percent     INTEGER NOT NULL CHECK (percent BETWEEN 0 AND 100),
	declared_on  TEXT NOT NULL CHECK (declared_on = '' OR declared_on LIKE '____-__-__'),
	validated_on TEXT NOT NULL CHECK (validated_on = '' OR validated_on LIKE '____-__-__'),
	validated_by TEXT REFERENCES person (id),
	working_group TEXT REFERENCES working_group (id),
	meeting     TEXT REFERENCES meeting (id),
	item        TEXT REFERENCES agenda_item (id),
	axis        TEXT REFERENCES plan_axis (id),
	priority    TEXT NOT NULL CHECK (priority IN ('', 'high', 'medium', 'low')),
	due         TEXT NOT NULL CHECK (due = '' OR due LIKE '____-__-__' OR due LIKE '____-Q_'),
	due_last    TEXT NOT NULL CHECK (due_last = '' OR due_last LIKE '____-__-__'),
	measures    TEXT NOT NULL,
	remarks     TEXT NOT NULL,
	CHECK (outcome_state <> 'rejected' OR outcome_reason <> ''),
	CHECK (outcome_state NOT IN ('adopted', 'adopted_amended') OR outcome_on <> ''),
	CHECK (outcome_state IN ('adopted', 'adopted_amended') OR state = 'not_started'),
	CHECK (state <> 'blocked' OR (cause <> '' AND reason <> '')),
	CHECK (state <> 'abandoned' OR reason <> ''),
	CHECK (state <> 'done_declared' OR declared_on <> ''),
	CHECK (state <> 'done_validated' OR validated_on <> ''),
	CHECK ((due = '') = (due_last = ''))
) STRICT;
CREATE UNIQUE INDEX recommendation_ref ON recommendation (ref);
CREATE UNIQUE INDEX recommendation_number ON recommendation (year, number);
CREATE INDEX recommendation_order ON recommendation (archived, year, number, id);
CREATE INDEX recommendation_due ON recommendation (archived, (coalesce(nullif(due_last, ''), '9999')), id);
CREATE INDEX recommendation_due_desc ON recommendation (archived, due_last, id);
CREATE INDEX recommendation_outcome ON recommendation (archived, outcome_state, id);
CREATE INDEX recommendation_state ON recommendation (archived, state, id);
CREATE INDEX recommendation_outcome_meeting ON recommendation (outcome_meeting);
CREATE INDEX recommendation_validated_by ON recommendation (validated_by);
CREATE INDEX recommendation_working_group ON recommendation (working_group);
CREATE INDEX recommendation_meeting ON recommendation (meeting);
CREATE INDEX recommendation_item ON recommendation (item);
CREATE INDEX recommendation_axis ON recommendation (axis);

CREATE TABLE recommendation_addressee (
	recommendation TEXT NOT NULL REFERENCES recommendation (id),
	n              INTEGER NOT NULL CHECK (n > 0),
	institution    TEXT NOT NULL REFERENCES institution (id),
	PRIMARY KEY (recommendation, n),
	UNIQUE (recommendation, institution)
) STRICT;
CREATE INDEX recommendation_addressee_institution ON recommendation_addressee (institution);

CREATE TABLE recommendation_article (
	recommendation TEXT NOT NULL REFERENCES recommendation (id),
	n              INTEGER NOT NULL CHECK (n > 0),
	article        TEXT NOT NULL REFERENCES article (id),
	PRIMARY KEY (recommendation, n),
	UNIQUE (recommendation, article)
) STRICT;
CREATE INDEX recommendation_article_article ON recommendation_article (article);

CREATE TABLE recommendation_reference (
	recommendation TEXT NOT NULL REFERENCES recommendation (id),
	n              INTEGER NOT NULL CHECK (n > 0),
	reference      TEXT NOT NULL REFERENCES reference (id),
	PRIMARY KEY (recommendation, n),
	UNIQUE (recommendation, reference)
) STRICT;
CREATE INDEX recommendation_reference_reference ON recommendation_reference (reference);

CREATE TABLE guideline (
	id          TEXT PRIMARY KEY,
	version     INTEGER NOT NULL CHECK (version > 0),
	archived    INTEGER NOT NULL CHECK (archived IN (0, 1)),
	folded      TEXT NOT NULL,
	number      INTEGER NOT NULL CHECK (number >= 0),
	heading     TEXT NOT NULL CHECK (heading <> ''),
	purpose     TEXT NOT NULL,
	legal_basis TEXT NOT NULL,
	state       TEXT NOT NULL CHECK (state IN ('text_missing', 'draft', 'examined', 'adopted', 'in_force', 'revised', 'repealed')),
	since       TEXT NOT NULL CHECK (since = '' OR since LIKE '____-__-__'),
	adopted_at  TEXT REFERENCES meeting (id),
	adopted_on  TEXT NOT NULL CHECK (adopted_on = '' OR adopted_on LIKE '____-__-__'),
	in_force_on TEXT NOT NULL CHECK (in_force_on = '' OR in_force_on LIKE '____-__-__'),
	reason      TEXT NOT NULL,
	axis        TEXT REFERENCES plan_axis (id),
	meeting     TEXT REFERENCES meeting (id),
	remarks     TEXT NOT NULL,
	CHECK (state NOT IN ('revised', 'repealed') OR reason <> '')
) STRICT;
CREATE UNIQUE INDEX guideline_number ON guideline (number) WHERE archived = 0 AND number > 0;
CREATE INDEX guideline_order ON guideline (archived, number, id);
CREATE INDEX guideline_adopted_at ON guideline (adopted_at);
CREATE INDEX guideline_axis ON guideline (axis);
CREATE INDEX guideline_meeting ON guideline (meeting);

CREATE TABLE guideline_reference (
	guideline TEXT NOT NULL REFERENCES guideline (id),
	n         INTEGER NOT NULL CHECK (n > 0),
	reference TEXT NOT NULL REFERENCES reference (id),
	PRIMARY KEY (guideline, n),
	UNIQUE (guideline, reference)
) STRICT;
CREATE INDEX guideline_reference_reference ON guideline_reference (reference);

CREATE TABLE article (
	id        TEXT PRIMARY KEY,
	version   INTEGER NOT NULL CHECK (version > 0),
	archived  INTEGER NOT NULL CHECK (archived IN (0, 1)),
	folded    TEXT NOT NULL,
	guideline TEXT NOT NULL REFERENCES guideline (id),
	number    INTEGER NOT NULL CHECK (number > 0),
	heading   TEXT NOT NULL,
	text      TEXT NOT NULL,
	remarks   TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX article_number ON article (guideline, number) WHERE archived = 0;
CREATE INDEX article_guideline ON article (guideline, archived, number);

CREATE TABLE roadmap_action (
	id          TEXT PRIMARY KEY,
	version     INTEGER NOT NULL CHECK (version > 0),
	archived    INTEGER NOT NULL CHECK (archived IN (0, 1)),
	folded      TEXT NOT NULL,
	ref         TEXT NOT NULL CHECK (ref <> ''),
	year        INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2199),
	number      INTEGER NOT NULL CHECK (number > 0),
	date        TEXT NOT NULL CHECK (date LIKE '____-__-__'),
	text        TEXT NOT NULL CHECK (text <> ''),
	institution TEXT REFERENCES institution (id),
	function    TEXT REFERENCES post (id),
	axis        TEXT REFERENCES plan_axis (id),
	working_group TEXT REFERENCES working_group (id),
	meeting     TEXT REFERENCES meeting (id),
	item        TEXT REFERENCES agenda_item (id),
	start       TEXT NOT NULL CHECK (start = '' OR start LIKE '____-__-__'),
	due         TEXT NOT NULL CHECK (due = '' OR due LIKE '____-__-__' OR due LIKE '____-Q_'),
	due_last    TEXT NOT NULL CHECK (due_last = '' OR due_last LIKE '____-__-__'),
	first_due   TEXT NOT NULL CHECK (first_due = '' OR first_due LIKE '____-__-__' OR first_due LIKE '____-Q_'),
	priority    TEXT NOT NULL CHECK (priority IN ('', 'high', 'medium', 'low')),
	indicator   TEXT NOT NULL,
	verification TEXT NOT NULL,
	cost        INTEGER CHECK (cost BETWEEN 0 AND 1000000000000),
	funding     TEXT NOT NULL,
	state       TEXT NOT NULL CHECK (state IN ('not_started', 'in_progress', 'blocked', 'done_declared', 'done_validated', 'abandoned')),
	since       TEXT NOT NULL CHECK (since = '' OR since LIKE '____-__-__'),
	cause       TEXT NOT NULL CHECK (cause IN ('', 'funding', 'decision', 'capacity', 'security', 'other')),
	reason      TEXT NOT NULL,
	percent     INTEGER NOT NULL CHECK (percent BETWEEN 0 AND 100),
	declared_on  TEXT NOT NULL CHECK (declared_on = '' OR declared_on LIKE '____-__-__'),
	validated_on TEXT NOT NULL CHECK (validated_on = '' OR validated_on LIKE '____-__-__'),
	validated_by TEXT REFERENCES person (id),
	remarks     TEXT NOT NULL,
	CHECK (function IS NULL OR institution IS NOT NULL),
	CHECK (start = '' OR due_last = '' OR due_last >= start),
	CHECK (state <> 'blocked' OR (cause <> '' AND reason <> '')),
	CHECK (state <> 'abandoned' OR reason <> ''),
	CHECK (state <> 'done_declared' OR declared_on <> ''),
	CHECK (state <> 'done_validated' OR validated_on <> ''),
	CHECK ((due = '') = (due_last = '')),
	CHECK ((due = '') = (first_due = ''))
) STRICT;
CREATE UNIQUE INDEX roadmap_action_ref ON roadmap_action (ref);
CREATE UNIQUE INDEX roadmap_action_number ON roadmap_action (year, number);
CREATE INDEX roadmap_action_order ON roadmap_action (archived, year, number, id);
-- The roadmap's own order: what is open first, by due date.
CREATE INDEX roadmap_action_roadmap ON roadmap_action (archived, (state NOT IN ('not_started', 'in_progress', 'blocked')),
	(coalesce(nullif(due_last, ''), '9999')), year, number, id);
CREATE INDEX roadmap_action_due ON roadmap_action (archived, (coalesce(nullif(due_last, ''), '9999')), id);
CREATE INDEX roadmap_action_due_desc ON roadmap_action (archived, due_last, id);
CREATE INDEX roadmap_action_state ON roadmap_action (archived, state, due_last, id);
CREATE INDEX roadmap_action_percent ON roadmap_action (archived, percent, id);
CREATE INDEX roadmap_action_institution ON roadmap_action (institution, archived, state, due_last);
CREATE INDEX roadmap_action_function ON roadmap_action (function, archived, state);
CREATE INDEX roadmap_action_axis ON roadmap_action (axis, archived, state);
CREATE INDEX roadmap_action_working_group ON roadmap_action (working_group);
CREATE INDEX roadmap_action_meeting ON roadmap_action (meeting);
CREATE INDEX roadmap_action_item ON roadmap_action (item);
CREATE INDEX roadmap_action_validated_by ON roadmap_action (validated_by);

CREATE TABLE action_support (
	action      TEXT NOT NULL REFERENCES roadmap_action (id),
	n           INTEGER NOT NULL CHECK (n > 0),
	institution TEXT NOT NULL REFERENCES institution (id),
	PRIMARY KEY (action, n),
	UNIQUE (action, institution)
) STRICT;
CREATE INDEX action_support_institution ON action_support (institution);

CREATE TABLE action_recommendation (
	action         TEXT NOT NULL REFERENCES roadmap_action (id),
	n              INTEGER NOT NULL CHECK (n > 0),
	recommendation TEXT NOT NULL REFERENCES recommendation (id),
	PRIMARY KEY (action, n),
	UNIQUE (action, recommendation)
) STRICT;
CREATE INDEX action_recommendation_recommendation ON action_recommendation (recommendation);

CREATE TABLE action_article (
	action  TEXT NOT NULL REFERENCES roadmap_action (id),
	n       INTEGER NOT NULL CHECK (n > 0),
	article TEXT NOT NULL REFERENCES article (id),
	PRIMARY KEY (action, n),
	UNIQUE (action, article)
) STRICT;
CREATE INDEX action_article_article ON action_article (article);

CREATE TABLE action_decision (
	action   TEXT NOT NULL REFERENCES roadmap_action (id),
	n        INTEGER NOT NULL CHECK (n > 0),
	decision TEXT NOT NULL REFERENCES decision (id),
	PRIMARY KEY (action, n),
	UNIQUE (action, decision)
) STRICT;
CREATE INDEX action_decision_decision ON action_decision (decision);

CREATE TABLE action_reference (
	action    TEXT NOT NULL REFERENCES roadmap_action (id),
	n         INTEGER NOT NULL CHECK (n > 0),
	reference TEXT NOT NULL REFERENCES reference (id),
	PRIMARY KEY (action, n),
	UNIQUE (action, reference)
) STRICT;
CREATE INDEX action_reference_reference ON action_reference (reference);

CREATE TABLE progress_update (
	id        TEXT PRIMARY KEY,
	version   INTEGER NOT NULL CHECK (version > 0),
	archived  INTEGER NOT NULL CHECK (archived = 0),
	folded    TEXT NOT NULL,
	action    TEXT NOT NULL REFERENCES roadmap_action (id),
	date      TEXT NOT NULL CHECK (date LIKE '____-__-__'),
	text      TEXT NOT NULL CHECK (text <> ''),
	state     TEXT NOT NULL CHECK (state IN ('', 'in_progress', 'blocked', 'done_declared', 'abandoned')),
	cause     TEXT NOT NULL CHECK (cause IN ('', 'funding', 'decision', 'capacity', 'security', 'other')),
	percent   INTEGER CHECK (percent BETWEEN 0 AND 100),
	evidence  TEXT NOT NULL,
	author    TEXT REFERENCES person (id),
	by_name   TEXT NOT NULL,
	meeting   TEXT REFERENCES meeting (id),
	confirmed TEXT NOT NULL CHECK (confirmed IN ('', 'yes', 'no')),
	confirmed_by TEXT REFERENCES person (id),
	confirmed_on TEXT NOT NULL CHECK (confirmed_on = '' OR confirmed_on LIKE '____-__-__'),
	confirm_note TEXT NOT NULL,
	CHECK (state <> 'blocked' OR cause <> ''),
	CHECK ((confirmed = '') = (confirmed_on = '')),
	CHECK (confirmed <> 'no' OR confirm_note <> '')
) STRICT;
CREATE INDEX progress_update_action ON progress_update (action, date, id);
CREATE INDEX progress_update_author ON progress_update (author);
CREATE INDEX progress_update_meeting ON progress_update (meeting);
CREATE INDEX progress_update_confirmed_by ON progress_update (confirmed_by);

CREATE TRIGGER progress_update_append_only BEFORE UPDATE ON progress_update
WHEN OLD.confirmed <> '' OR NEW.id <> OLD.id OR NEW.folded <> OLD.folded OR NEW.action <> OLD.action
	OR NEW.date <> OLD.date OR NEW.text <> OLD.text OR NEW.state <> OLD.state OR NEW.cause <> OLD.cause
	OR NEW.percent IS NOT OLD.percent OR NEW.evidence <> OLD.evidence OR NEW.author IS NOT OLD.author
	OR NEW.by_name <> OLD.by_name OR NEW.meeting IS NOT OLD.meeting
BEGIN SELECT RAISE(ABORT, 'append_only:update'); END;
CREATE TRIGGER progress_update_kept BEFORE DELETE ON progress_update
BEGIN SELECT RAISE(ABORT, 'append_only:update'); END;

CREATE TABLE due_extension (
	id        TEXT PRIMARY KEY,
	version   INTEGER NOT NULL CHECK (version > 0),
	archived  INTEGER NOT NULL CHECK (archived = 0),
	folded    TEXT NOT NULL,
	action    TEXT NOT NULL REFERENCES roadmap_action (id),
	from_due  TEXT NOT NULL CHECK (from_due LIKE '____-__-__' OR from_due LIKE '____-Q_'),
	from_last TEXT NOT NULL CHECK (from_last LIKE '____-__-__'),
	to_due    TEXT NOT NULL CHECK (to_due LIKE '____-__-__' OR to_due LIKE '____-Q_'),
	to_last   TEXT NOT NULL CHECK (to_last LIKE '____-__-__'),
	date      TEXT NOT NULL CHECK (date LIKE '____-__-__'),
	by_name   TEXT NOT NULL,
	meeting   TEXT REFERENCES meeting (id),
	reason    TEXT NOT NULL CHECK (reason <> ''),
	CHECK (to_last > from_last)
) STRICT;
CREATE INDEX due_extension_action ON due_extension (action, date, id);
CREATE INDEX due_extension_meeting ON due_extension (meeting);

CREATE TRIGGER due_extension_append_only BEFORE UPDATE ON due_extension
BEGIN SELECT RAISE(ABORT, 'append_only:extension'); END;
CREATE TRIGGER due_extension_kept BEFORE DELETE ON due_extension
BEGIN SELECT RAISE(ABORT, 'append_only:extension'); END;

-- The versions of a text. kind and id say whose; n is the number of the version.
CREATE TABLE wording (
	kind    TEXT NOT NULL CHECK (kind IN ('decision', 'recommendation', 'article')),
	id      TEXT NOT NULL,
	n       INTEGER NOT NULL CHECK (n > 0),
	text    TEXT NOT NULL CHECK (text <> ''),
	date    TEXT NOT NULL CHECK (date = '' OR date LIKE '____-__-__'),
	by_name TEXT NOT NULL,
	meeting TEXT REFERENCES meeting (id),
	adopted INTEGER NOT NULL CHECK (adopted IN (0, 1)),
	why     TEXT NOT NULL,
	PRIMARY KEY (kind, id, n)
) STRICT;
CREATE INDEX wording_meeting ON wording (meeting);

CREATE TRIGGER wording_adopted_stays BEFORE UPDATE ON wording WHEN OLD.adopted = 1
BEGIN SELECT RAISE(ABORT, 'adopted_wording'); END;
CREATE TRIGGER wording_adopted_kept BEFORE DELETE ON wording WHEN OLD.adopted = 1
BEGIN SELECT RAISE(ABORT, 'adopted_wording'); END;

-- Which document the facts of a row came from.
CREATE TABLE provenance (
	kind      TEXT NOT NULL CHECK (kind <> ''),
	id        TEXT NOT NULL,
	n         INTEGER NOT NULL CHECK (n > 0),
	reference TEXT REFERENCES reference (id),
	locator   TEXT NOT NULL,
	certainty TEXT NOT NULL CHECK (certainty IN ('given', 'deduced', 'uncertain', 'documentary', 'generic', 'fictional')),
	note      TEXT NOT NULL,
	PRIMARY KEY (kind, id, n)
) STRICT;
CREATE INDEX provenance_reference ON provenance (reference);

-- One line per transaction, each carrying the hash of the one before, with one
-- change per touched row: the row before and after, as JSON.
CREATE TABLE journal (
	seq        INTEGER PRIMARY KEY CHECK (seq > 0),
	at         TEXT NOT NULL CHECK (at <> ''),
	actor      TEXT NOT NULL,
	actor_name TEXT NOT NULL,
	verb       TEXT NOT NULL CHECK (verb <> ''),
	kind       TEXT NOT NULL CHECK (kind <> ''),
	id         TEXT NOT NULL,
	why        TEXT NOT NULL,
	hash       TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;
CREATE INDEX journal_thing ON journal (kind, id, seq);

CREATE TABLE journal_change (
	seq    INTEGER NOT NULL REFERENCES journal (seq),
	n      INTEGER NOT NULL CHECK (n > 0),
	kind   TEXT NOT NULL CHECK (kind <> ''),
	id     TEXT NOT NULL CHECK (id <> ''),
	image_before TEXT,
	image_after  TEXT,
	PRIMARY KEY (seq, n),
	CHECK (image_before IS NOT NULL OR image_after IS NOT NULL)
) STRICT;
CREATE INDEX journal_change_thing ON journal_change (kind, id, seq);

CREATE TRIGGER journal_stays BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'append_only:journal'); END;
CREATE TRIGGER journal_kept BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'append_only:journal'); END;
CREATE TRIGGER journal_change_stays BEFORE UPDATE ON journal_change BEGIN SELECT RAISE(ABORT, 'append_only:journal'); END;
CREATE TRIGGER journal_change_kept BEFORE DELETE ON journal_change BEGIN SELECT RAISE(ABORT, 'append_only:journal'); END;
