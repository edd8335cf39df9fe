package store

import (
	"database/sql"
	"fmt"
	"slices"
	"strings"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// plan is how the database would answer a statement.
func plan(t *testing.T, s *Store, statement string, args []any) string {
	t.Helper()
	rows, err := s.reader.Query("EXPLAIN QUERY PLAN "+statement, args...)
	if err != nil {
		t.Fatalf("%v: %s", err, statement)
	}
	defer rows.Close()
	var steps []string
	for rows.Next() {
		var id, parent, unused int
		var step string
		if err := rows.Scan(&id, &parent, &unused, &step); err != nil {
			t.Fatal(err)
		}
		steps = append(steps, step)
	}
	return strings.Join(steps, "\n")
}

// planned is a list whose size does not matter.
type planned struct {
	name   string
	sorts  []string
	scopes []register.Scope
	// stretches are the statements of a question, along a course.
	stretches func(q register.Query, sorted bool, c course) map[string][]any
	position  func(q register.Query) int // how many values tell a place
}

func plannedOf[L any](name string, l listing[L]) planned {
	p := planned{name: name}
	for key := range l.orders {
		p.sorts = append(p.sorts, key)
	}
	for scope := range l.scopes {
		p.scopes = append(p.scopes, scope)
	}
	slices.Sort(p.sorts)
	slices.Sort(p.scopes)
	p.stretches = func(q register.Query, sorted bool, c course) map[string][]any {
		a := l.ask(q)
		a.sorted = sorted
		all := map[string][]any{}
		for _, s := range a.stretches(c) {
			statement, args := a.read(s, a.columns)
			all[statement] = append(args, sql.Named("limit", 100))
		}
		return all
	}
	p.position = func(q register.Query) int { return len(l.ask(q).order.sort()) }
	return p
}

func longLists() []planned {
	const today = "2017-12-15"
	return []planned{
		plannedOf("actions", actionListing(today)), plannedOf("recommendations", recommendationListing(today)),
		plannedOf("decisions", decisionListing()), plannedOf("meetings", meetingListing()),
	}
}

// Every order of a long list, either way, from its ends and from a row, is
// read along an index: no key puts rows in order.
func TestLongListsAreReadInOrder(t *testing.T) {
	s := newStore(t)
	for _, l := range longLists() {
		for _, sort := range l.sorts {
			for _, scope := range append([]register.Scope{register.All}, l.scopes...) {
				t.Run(fmt.Sprintf("%s by %q in %q", l.name, sort, scope), func(t *testing.T) {
					q := register.Query{Sort: sort, Scope: scope}
					if scope == register.Supported {
						q.Of = committee.Thing{Kind: committee.KindInstitution, ID: "x"}
					}
					inOrder(t, s, l, q)
					q.Of = committee.Thing{Kind: committee.KindMeeting, ID: "x"}
					if scope != register.Supported {
						inOrder(t, s, l, q)
					}
					if l.name == "recommendations" && sort == "" && scope == register.All {
						q.Of = committee.Thing{Kind: committee.KindInstitution, ID: "x"}
						inOrder(t, s, l, q)
					}
				})
			}
		}
	}
}

func inOrder(t *testing.T, s *Store, l planned, q register.Query) {
	t.Helper()
	at := &position{key: make([]any, l.position(q))}
	for i := range at.key {
		at.key[i] = "x"
	}
	last := *at
	last.unknown = true
	for _, q.Desc = range []bool{false, true} {
		for _, c := range []course{{down: true}, {}, {down: true, at: at}, {at: at, with: true}, {down: true, at: &last}, {at: &last}} {
			for statement, args := range l.stretches(q, false, c) {
				if p := plan(t, s, statement, args); strings.Contains(p, "TEMP B-TREE FOR ORDER BY") || strings.Contains(p, "TEMP B-TREE FOR LAST") {
					t.Errorf("rows are put in order:\n%s\n%s", statement, p)
				}
			}
		}
	}
}
