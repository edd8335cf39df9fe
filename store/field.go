package store

import (
	"database/sql/driver"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"suivi/internal/committee"
	"suivi/internal/text"
)

// field ties a column to a field of a noun's value: at is a pointer that both
// writes and scans.
type field struct {
	column string
	at     any
	clean  func()
	link   *link
}

// link says what a column points at.
type link struct {
	kind  committee.Kind
	field committee.Field // named when the link is wrong
	id    func() string
}

// line is one line of text typed by a person.
func line(column string, s *string) field {
	return field{column: column, at: s, clean: func() { *s = strings.TrimSpace(text.Line(*s)) }}
}

// body is text of several lines typed by a person.
func body(column string, s *string) field {
	return field{column: column, at: s, clean: func() {
		*s = strings.TrimRight(strings.TrimLeft(text.Body(*s), "\n"), " \n")
	}}
}

// plain is a value that Validate checks against a list or a form, or a number.
func plain(column string, at any) field { return field{column: column, at: at} }

// to is a link to one thing of a kind; NULL when it is not made.
func to[ID ~string](column string, id *ID, f committee.Field, kind committee.Kind) field {
	return field{
		column: column, at: &linkCell[ID]{id},
		link: &link{kind: kind, field: f, id: func() string { return string(*id) }},
	}
}

// derived is a column computed from the others; it is written, and compared
// when the file is checked.
func derived(column, value string) field {
	return derivedBy(column, func() string { return value })
}

// derivedBy is a derived column that takes some work to compute.
func derivedBy(column string, value func() string) field {
	return field{column: column, at: &derivedCell{want: value}}
}

// lines is a list of short texts, kept as JSON.
func lines(column string, list *[]string) field {
	return field{column: column, at: &jsonCell[[]string]{list}, clean: func() {
		var kept []string
		for _, s := range *list {
			if s = strings.TrimSpace(text.Line(s)); s != "" && !slices.Contains(kept, s) {
				kept = append(kept, s)
			}
		}
		*list = kept
	}}
}

type linkCell[ID ~string] struct{ id *ID }

// Value writes NULL for no link.
func (c *linkCell[ID]) Value() (driver.Value, error) {
	if *c.id == "" {
		return nil, nil
	}
	return string(*c.id), nil
}

// Scan reads NULL as no link.
func (c *linkCell[ID]) Scan(v any) error {
	s, _ := v.(string)
	*c.id = ID(s)
	return nil
}

type derivedCell struct {
	want func() string
	got  string
}

// Value writes what the column should hold.
func (c *derivedCell) Value() (driver.Value, error) { return c.want(), nil }

// Scan reads what the column holds.
func (c *derivedCell) Scan(v any) error {
	c.got, _ = v.(string)
	return nil
}

type jsonCell[T any] struct{ at *T }

// Value writes JSON.
func (c *jsonCell[T]) Value() (driver.Value, error) {
	b, err := json.Marshal(*c.at)
	return string(b), err
}

// Scan reads JSON.
func (c *jsonCell[T]) Scan(v any) error {
	s, _ := v.(string)
	return json.Unmarshal([]byte(s), c.at)
}

// child is a list kept in a table of its own, in order, numbered n from 1.
type child struct {
	table string
	owner string         // the column that points at the noun's row
	kind  committee.Kind // set in a table shared by several nouns
	// inPlace revises rows where they stand, as triggers guard some of them;
	// otherwise a changed list is written anew.
	inPlace bool
	// columns names the fields of an element, also while the list is empty.
	columns []field
	len     func() int
	at      func(i int) []field
	grow    func()
	tidy    func()
}

// rows is a list of values.
func rows[E any](table, owner string, list *[]E, fields func(*E) []field) child {
	return child{
		table: table, owner: owner, columns: fields(new(E)),
		len: func() int { return len(*list) },
		at:  func(i int) []field { return fields(&(*list)[i]) },
		grow: func() {
			var e E
			*list = append(*list, e)
		},
		tidy: func() {
			if len(*list) == 0 {
				*list = nil
				return
			}
			*list = slices.Clone(*list)
		},
	}
}

// ties is a list of links to things of a kind, each at most once.
func ties[ID ~string](table, owner, column string, list *[]ID, f committee.Field, kind committee.Kind) child {
	c := rows(table, owner, list, func(id *ID) []field { return []field{to(column, id, f, kind)} })
	c.tidy = func() {
		var kept []ID
		for _, id := range *list {
			if id != "" && !slices.Contains(kept, id) {
				kept = append(kept, id)
			}
		}
		*list = kept
	}
	return c
}

// spans are stretches of time, one after the other.
func spans(table, owner string, list *[]committee.Span) child {
	return rows(table, owner, list, func(s *committee.Span) []field {
		return []field{plain("date", &s.On), plain("from_time", &s.From), plain("to_time", &s.To)}
	})
}

// wordings are the versions of a text.
func wordings(kind committee.Kind, list *committee.Wordings) child {
	at := (*[]committee.Wording)(list)
	c := rows("wording", "id", at, func(w *committee.Wording) []field {
		return []field{
			body("text", &w.Text), plain("date", &w.On), line("by_name", &w.By),
			to("meeting", &w.Meeting, committee.FieldMeeting, committee.KindMeeting),
			plain("adopted", &w.Adopted), body("why", &w.Why),
		}
	})
	c.kind, c.inPlace = kind, true
	c.grow = func() { *at = append(*at, committee.Wording{Number: len(*at) + 1}) }
	return c
}

// provenance is the list every kept thing has.
func provenance(kind committee.Kind, list *[]committee.Provenance) child {
	c := rows("provenance", "id", list, func(p *committee.Provenance) []field {
		return []field{
			to("reference", &p.Reference, committee.FieldProvenance, committee.KindReference),
			line("locator", &p.Locator), plain("certainty", &p.Certainty), body("note", &p.Note),
		}
	})
	c.kind = kind
	return c
}

// where is the condition that finds the list's rows, and what it compares with.
func (c child) where(id string) (string, []any) {
	if c.kind == "" {
		return c.owner + " = ?", []any{id}
	}
	return "kind = ? AND " + c.owner + " = ?", []any{string(c.kind), id}
}

// Fields that several nouns have in common, under the same columns.

func markFields(m *committee.Mark) []field {
	return []field{line("ref", &m.Ref), plain("year", &m.Year), plain("number", &m.Number)}
}

func outcomeFields(d *committee.Deliberation) []field {
	return []field{
		plain("outcome_state", &d.State), body("outcome_reason", &d.Reason),
		to("outcome_meeting", &d.Meeting, committee.FieldMeeting, committee.KindMeeting), plain("outcome_on", &d.On),
	}
}

func implementationFields(i *committee.Implementation) []field {
	return []field{
		plain("state", &i.State), plain("since", &i.Since), plain("cause", &i.Cause), body("reason", &i.Reason),
		plain("percent", &i.Percent), plain("declared_on", &i.DeclaredOn), plain("validated_on", &i.ValidatedOn),
		to("validated_by", &i.ValidatedBy, committee.FieldPerson, committee.KindPerson),
	}
}

func votesFields(v *committee.Votes) []field {
	return []field{plain("votes_for", &v.For), plain("votes_against", &v.Against), plain("votes_abstain", &v.Abstain), plain("votes_none", &v.None)}
}

func quorumFields(r *committee.Reckoning) []field {
	return []field{plain("quorum_rule", &r.Rule), plain("quorum_base", &r.Base), plain("quorum_required", &r.Required), plain("quorum_present", &r.Present)}
}

func dueFields(due *committee.Due) []field {
	return []field{plain("due", due), derived("due_last", string(due.Last()))}
}

// columnNames lists the fields' columns, for a statement.
func columnNames(fields []field) []string {
	names := make([]string, len(fields))
	for i, f := range fields {
		names[i] = f.column
	}
	return names
}

// changed are the fields that do not hold what they held.
func changed(was, now []field) []field {
	var all []field
	for i := range now {
		if !sameCell(was[i], now[i]) {
			all = append(all, now[i])
		}
	}
	return all
}

func cells(fields []field) []any {
	at := make([]any, len(fields))
	for i, f := range fields {
		at[i] = f.at
	}
	return at
}

// marks is n question marks.
func marks(n int) string { return strings.TrimSuffix(strings.Repeat("?, ", n), ", ") }

// same tells whether two values have the same image.
func same(a, b any) bool {
	x, errX := json.Marshal(a)
	y, errY := json.Marshal(b)
	return errX == nil && errY == nil && string(x) == string(y)
}

func selectFrom(columns []string, table, rest string) string {
	return fmt.Sprintf("SELECT %s FROM %s %s", strings.Join(columns, ", "), table, rest)
}

// key is what names are compared and sorted by.
func key(s string) string { return text.Fold(s) }
