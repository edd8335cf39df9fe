package store

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"suivi/internal/committee"
)

func TestSaving(t *testing.T) {
	s := newStore(t)
	t.Run("text typed is cleaned", func(t *testing.T) {
		i := must(s.SaveInstitution(ctx, committee.Institution{Name: " Minist\u0065\u0300re\x1b[31m \n de la\tSanté ", Remarks: "\nun\r\ndeux\u202e  \n"}))(t)
		if strings.ContainsAny(i.Name, "\x1b\n\t") || !strings.HasPrefix(i.Name, "Ministère") || i.Remarks != "un\ndeux" {
			t.Errorf("kept %q and %q", i.Name, i.Remarks)
		}
	})
	t.Run("a rule of the noun refuses", func(t *testing.T) {
		_, err := s.SaveInstitution(ctx, committee.Institution{Name: " \u200b "})
		fieldError(t, err, committee.FieldName, committee.ReasonRequired)
	})
	t.Run("a certainty outside the list is refused", func(t *testing.T) {
		v := committee.Institution{Name: "X"}
		v.Provenance = []committee.Provenance{{Certainty: "sure"}}
		_, err := s.SaveInstitution(ctx, v)
		fieldError(t, err, committee.FieldProvenance, committee.ReasonNotListed)
	})
	t.Run("an old version is a conflict with what is there", func(t *testing.T) {
		v := institution(t, s, "Conflit", "")
		old := v
		v.Contact = "première"
		v = must(s.SaveInstitution(ctx, v))(t)
		old.Contact = "seconde"
		_, err := s.SaveInstitution(ctx, old)
		var e *committee.ConflictError
		if !errors.As(err, &e) || !reflect.DeepEqual(e.Current, v) {
			t.Fatalf("got %v with %+v, want a conflict with %+v", err, e, v)
		}
	})
	t.Run("a save that changes nothing leaves no trace", func(t *testing.T) {
		v, before := institution(t, s, "Rien", ""), 0
		before = journalLines(t, s)
		again := must(s.SaveInstitution(ctx, v))(t)
		if again.Version != v.Version || journalLines(t, s) != before {
			t.Errorf("version %d, %d new lines", again.Version, journalLines(t, s)-before)
		}
	})
	t.Run("what was never saved is not found", func(t *testing.T) {
		v := committee.Person{ID: "nobody", Name: "X"}
		v.Version = 3
		if _, err := s.SavePerson(ctx, v); !errors.Is(err, committee.ErrNotFound) {
			t.Errorf("got %v", err)
		}
	})
	t.Run("a save cannot archive", func(t *testing.T) {
		v := institution(t, s, "Reste", "")
		v.Archived, v.Contact = true, "x"
		if v = must(s.SaveInstitution(ctx, v))(t); v.Archived {
			t.Error("it was archived")
		}
	})
}

func TestLinks(t *testing.T) {
	s := newStore(t)
	i := institution(t, s, "Justice", "MJ")
	t.Run("to nothing are refused", func(t *testing.T) {
		_, err := s.SaveFunction(ctx, committee.Function{Institution: "nowhere", Title: "SG"})
		fieldError(t, err, committee.FieldInstitution, committee.ReasonUnknown)
		_, err = s.SaveGroup(ctx, committee.Group{Name: "G", Kind: committee.Standing, Members: []committee.InstitutionID{i.ID, "nowhere"}})
		fieldError(t, err, committee.FieldMembers, committee.ReasonUnknown)
	})
	t.Run("to archived things are refused when new and kept when old", func(t *testing.T) {
		gone := institution(t, s, "Ancienne", "")
		g := must(s.SaveGroup(ctx, committee.Group{Name: "Groupe", Kind: committee.Standing, Members: []committee.InstitutionID{gone.ID}}))(t)
		if err := s.Archive(ctx, institutions.thing(string(gone.ID)), 1, true); err != nil {
			t.Fatal(err)
		}
		_, err := s.SaveFunction(ctx, committee.Function{Institution: gone.ID, Title: "SG"})
		fieldError(t, err, committee.FieldInstitution, committee.ReasonArchived)
		g.Members = append(g.Members, i.ID)
		if g = must(s.SaveGroup(ctx, g))(t); len(g.Members) != 2 {
			t.Errorf("members are %v", g.Members)
		}
	})
	t.Run("are kept once and in order", func(t *testing.T) {
		a, b := institution(t, s, "A", ""), institution(t, s, "B", "")
		g := committee.Group{Name: "Ordre", Kind: committee.Standing, Members: []committee.InstitutionID{b.ID, a.ID, b.ID, ""}}
		g = must(s.SaveGroup(ctx, g))(t)
		if !slices.Equal(g.Members, []committee.InstitutionID{b.ID, a.ID}) {
			t.Errorf("members are %v", g.Members)
		}
		g.Members = []committee.InstitutionID{a.ID, b.ID}
		if g = must(s.SaveGroup(ctx, g))(t); g.Members[0] != a.ID {
			t.Errorf("members are %v", g.Members)
		}
	})
}

func TestDuplicates(t *testing.T) {
	s := newStore(t)
	justice := institution(t, s, "Ministère de l’Éducation", "MEN")
	t.Run("institutions with one name", func(t *testing.T) {
		_, err := s.SaveInstitution(ctx, committee.Institution{Name: "ministere de l'education"})
		fieldError(t, err, committee.FieldName, committee.ReasonDuplicate)
	})
	t.Run("institutions with one acronym", func(t *testing.T) {
		_, err := s.SaveInstitution(ctx, committee.Institution{Name: "Autre", Acronym: "men"})
		fieldError(t, err, committee.FieldAcronym, committee.ReasonDuplicate)
	})
	t.Run("an archived name is free, and then cannot be restored", func(t *testing.T) {
		if err := s.Archive(ctx, institutions.thing(string(justice.ID)), 1, false); err != nil {
			t.Fatal(err)
		}
		institution(t, s, "Ministère de l'Éducation", "")
		err := s.Restore(ctx, institutions.thing(string(justice.ID)), 2)
		fieldError(t, err, committee.FieldName, committee.ReasonDuplicate)
	})
	t.Run("people with one name are two people", func(t *testing.T) {
		for range 2 {
			must(s.SavePerson(ctx, committee.Person{Name: "Moussa Keïta"}))(t)
		}
	})
	t.Run("a second committee", func(t *testing.T) {
		c := must(s.Committee(ctx))(t)
		if c.Version != 0 || c.Numbers != committee.DefaultNumbering() {
			t.Errorf("starts with %+v", c)
		}
		c.Name = "Comité"
		must(s.SaveCommittee(ctx, c))(t)
		var e *committee.ConflictError
		if _, err := s.SaveCommittee(ctx, c); !errors.As(err, &e) {
			t.Errorf("got %v", err)
		}
	})
}

func TestArchiving(t *testing.T) {
	s := newStore(t)
	i := institution(t, s, "Justice", "MJ")
	f := must(s.SaveFunction(ctx, committee.Function{Institution: i.ID, Title: "Secrétaire général"}))(t)
	thing := institutions.thing(string(i.ID))
	t.Run("names what still refers to it", func(t *testing.T) {
		var e *committee.InUseError
		if err := s.Archive(ctx, thing, 1, false); !errors.As(err, &e) || e.Total != 1 ||
			e.By[0].Thing != functions.thing(string(f.ID)) || e.By[0].Text != "Secrétaire général · MJ" {
			t.Errorf("got %v", e)
		}
	})
	t.Run("from an old version is a conflict", func(t *testing.T) {
		var e *committee.ConflictError
		if err := s.Archive(ctx, thing, 7, true); !errors.As(err, &e) {
			t.Errorf("got %v", err)
		}
	})
	t.Run("takes it out of lists and completions until restored", func(t *testing.T) {
		if err := s.Archive(ctx, thing, 1, true); err != nil {
			t.Fatal(err)
		}
		refused(t, s.Archive(ctx, thing, 2, true), committee.ReasonIsArchived)
		if o := must(s.Complete(ctx, committee.KindInstitution, "just", committee.Thing{}, 5))(t); len(o) != 0 {
			t.Errorf("still offered: %v", o)
		}
		if err := s.Restore(ctx, thing, 2); err != nil {
			t.Fatal(err)
		}
		refused(t, s.Restore(ctx, thing, 3), committee.ReasonNotArchived)
	})
	t.Run("an archived thing is not edited", func(t *testing.T) {
		v := institution(t, s, "Partie", "")
		if err := s.Archive(ctx, institutions.thing(string(v.ID)), 1, false); err != nil {
			t.Fatal(err)
		}
		v.Version, v.Contact = 2, "x"
		_, err := s.SaveInstitution(ctx, v)
		refused(t, err, committee.ReasonIsArchived)
	})
}

func TestMandatesEndOnce(t *testing.T) {
	s := newStore(t)
	newWorld(t, s)
	f := must(s.Functions(ctx, query("")))(t).Rows[0]
	p := must(s.SavePerson(ctx, committee.Person{Name: "Issa"}))(t)
	m := must(s.SaveMandate(ctx, committee.Mandate{Person: p.ID, Function: f.ID, Kind: committee.FocalPoint, From: "2017-06-01"}))(t)
	_, err := s.EndMandate(ctx, m.ID, m.Version, "2017-01-01")
	fieldError(t, err, committee.FieldTo, committee.ReasonBefore)
	m = must(s.EndMandate(ctx, m.ID, m.Version, "2017-12-31"))(t)
	_, err = s.EndMandate(ctx, m.ID, m.Version, "2018-01-31")
	refused(t, err, committee.ReasonEnded)
}

func TestFunctionStaysWithItsInstitution(t *testing.T) {
	s := newStore(t)
	w := newWorld(t, s)
	other := institution(t, s, "Autre", "")
	a := must(actions.load(ctx, s.reader, w[committee.KindAction]))(t)
	t.Run("an action cannot name a function of another", func(t *testing.T) {
		a.Institution = other.ID
		_, err := save(ctx, s, actions, a, nil)
		fieldError(t, err, committee.FieldFunction, committee.ReasonWrongOwner)
	})
	t.Run("a function in use does not move", func(t *testing.T) {
		f := must(functions.load(ctx, s.reader, w[committee.KindFunction]))(t)
		f.Institution = other.ID
		var e *committee.InUseError
		if _, err := s.SaveFunction(ctx, f); !errors.As(err, &e) {
			t.Errorf("got %v", err)
		}
	})
}

func TestReadersChangeNothing(t *testing.T) {
	s := newStore(t)
	reader := s.As(committee.Actor{Name: "Observateur", ReadOnly: true})
	if !reader.ReadOnly() {
		t.Error("the reader may write")
	}
	_, err := reader.SavePerson(ctx, committee.Person{Name: "X"})
	refused(t, err, committee.ReasonReadOnly)
	refused(t, reader.Archive(ctx, committee.Thing{Kind: committee.KindPerson, ID: "x"}, 1, true), committee.ReasonReadOnly)
}

func TestTheFileHoldsItsOwnRules(t *testing.T) {
	s := newStore(t)
	w := newWorld(t, s)
	raw := func(statement string, args ...any) error {
		_, err := s.writer.Exec(statement, args...)
		return s.fault(err)
	}
	t.Run("an adopted wording neither changes nor goes", func(t *testing.T) {
		fieldError(t, raw("UPDATE wording SET text = 'autre' WHERE kind = 'decision'"), committee.FieldText, committee.ReasonByAmend)
		fieldError(t, raw("DELETE FROM wording WHERE kind = 'article'"), committee.FieldText, committee.ReasonByAmend)
	})
	t.Run("reports, extensions and the journal are append-only", func(t *testing.T) {
		for _, statement := range []string{
			"UPDATE progress_update SET text = 'x'", "DELETE FROM progress_update", "UPDATE due_extension SET reason = 'x'",
			"DELETE FROM due_extension", "UPDATE journal SET why = 'x'", "DELETE FROM journal", "UPDATE journal_change SET image_after = ''",
			"DELETE FROM journal_change",
		} {
			refused(t, raw(statement), committee.ReasonAppendOnly)
		}
	})
	t.Run("one meeting of a body is in session", func(t *testing.T) {
		m := committee.Meeting{Kind: committee.Extraordinary, State: committee.InSession, Title: "Autre"}
		_, err := save(ctx, s, meetings, m, nil)
		refused(t, err, committee.ReasonInSession)
	})
	t.Run("checks and links are named truly", func(t *testing.T) {
		for statement, rule := range map[string]committee.Rule{
			"UPDATE roadmap_action SET percent = 101":                                  committee.RuleCheck,
			"UPDATE roadmap_action SET state = 'abandoned', reason = ''":               committee.RuleCheck,
			"UPDATE roadmap_action SET institution = 'nowhere'":                        committee.RuleLink,
			"UPDATE roadmap_action SET text = NULL":                                    committee.RuleMissing,
			"UPDATE recommendation SET outcome_state = 'rejected'":                     committee.RuleCheck,
			"UPDATE mandate SET from_date = '2019-01-01'":                              committee.RuleCheck,
			"INSERT INTO person SELECT * FROM person WHERE id = '" + w["person"] + "'": committee.RuleUnique,
		} {
			var e *committee.RuleError
			if err := raw(statement); !errors.As(err, &e) || e.Rule != rule {
				t.Errorf("%s: got %v, want %s", statement, err, rule)
			}
		}
	})
}

// Only the mechanism that keeps the journal may write.
func TestNoWritePathAvoidsTheJournal(t *testing.T) {
	allowed := []string{"record.go", "child.go", "journal.go", "migrate.go", "open.go", "search_index.go", "tally.go", "copy.go", "settle.go"}
	writes := regexp.MustCompile(`Exec(Context)?\(|"(INSERT|UPDATE|DELETE|REPLACE)\b`)
	turns := regexp.MustCompile(`ExecContext\([^"\n]*"(BEGIN IMMEDIATE|COMMIT|ROLLBACK)"\)`)
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasSuffix(name, "_test.go") && !slices.Contains(allowed, name) && writes.Match(turns.ReplaceAll(source, nil)) {
			t.Errorf("%s writes by itself", name)
		}
	}
}
