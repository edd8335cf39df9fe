package store

import (
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// everything is every row of a file, as it is but for its version.
func everything(t *testing.T, s *Store) map[committee.Thing]string {
	t.Helper()
	all := map[committee.Thing]string{}
	for _, kind := range kinds {
		for _, id := range must(collectText(ctx, s.reader, "SELECT id FROM "+keepers[kind].shape().table))(t) {
			row := map[string]any{}
			if err := json.Unmarshal(must(json.Marshal(must(keepers[kind].find(ctx, s.reader, id))(t)))(t), &row); err != nil {
				t.Fatal(err)
			}
			delete(row, "version")
			all[committee.Thing{Kind: kind, ID: id}] = string(must(json.Marshal(row))(t))
		}
	}
	return all
}

// undone takes back what comes next, and says what it was.
func undone(t *testing.T, s *Store) register.Undoable {
	t.Helper()
	u := must(s.NextUndo(ctx))(t)
	if err := s.Undo(ctx, u.Line.Seq); err != nil {
		t.Fatalf("undoing %s %s: %v", u.Line.Verb, u.Line.Thing.Kind, err)
	}
	return u
}

func redone(t *testing.T, s *Store) register.Undoable {
	t.Helper()
	u := must(s.NextRedo(ctx))(t)
	if err := s.Redo(ctx, u.Line.Seq); err != nil {
		t.Fatalf("redoing %s %s: %v", u.Line.Verb, u.Line.Thing.Kind, err)
	}
	return u
}

func unfound(t *testing.T, s *Store) {
	t.Helper()
	if findings := must(s.Check(ctx))(t); len(findings) > 0 {
		t.Errorf("the check finds %+v", findings)
	}
}

// Each use case, taken back, leaves the file as it was; made again, as it left it.
func TestEveryUseCaseIsTakenBackAndMadeAgain(t *testing.T) {
	d := newDesk(t)
	for name, prepare := range useCases(d) {
		t.Run(name, func(t *testing.T) {
			use := prepare()
			before := everything(t, d.Store)
			if err := use(d.Store); err != nil {
				t.Fatal(err)
			}
			after := everything(t, d.Store)
			if name == "SaveCommittee" && len(before) < len(after) {
				_, err := d.NextUndo(ctx)
				refused(t, err, committee.ReasonFoundation)
				return
			}
			for range 2 {
				if u := undone(t, d.Store); len(u.Changes) == 0 || u.Line.Actor != "Awa Traoré" {
					t.Errorf("it was to take back %+v", u)
				}
				if !maps.Equal(everything(t, d.Store), before) {
					t.Fatal("the file is not as it was before")
				}
				redone(t, d.Store)
				if !maps.Equal(everything(t, d.Store), after) {
					t.Fatal("the file is not as it was after")
				}
			}
			unfound(t, d.Store)
		})
	}
}

func TestTakingBackGoesFromOneChangeToTheOneBefore(t *testing.T) {
	d := newDesk(t)
	a := d.action(committee.Action{})
	texts := []string{"Nommer un point focal", "Deux", "Trois"}
	for _, text := range texts[1:] {
		a.Text = text
		a = must(d.SaveAction(ctx, a))(t)
	}
	text := func() string { return must(d.Action(ctx, a.ID))(t).Action.Text }
	undone(t, d.Store)
	undone(t, d.Store)
	if text() != texts[0] {
		t.Errorf("two steps back: %q", text())
	}
	redone(t, d.Store)
	if text() != texts[1] {
		t.Errorf("one step forward: %q", text())
	}
	if v := must(d.Action(ctx, a.ID))(t).Action.Version; v != 6 {
		t.Errorf("the version is %d, want it to go up at each step", v)
	}
	t.Run("a save from before is told of it", func(t *testing.T) {
		var conflict *committee.ConflictError
		if _, err := d.SaveAction(ctx, a); !errors.As(err, &conflict) {
			t.Errorf("got %v", err)
		}
	})
	t.Run("a new change ends what can be made again", func(t *testing.T) {
		must(d.SavePerson(ctx, committee.Person{Name: "Nouvelle"}))(t)
		_, err := d.NextRedo(ctx)
		refused(t, err, committee.ReasonNothingToRedo)
	})
	t.Run("what was passed over is not come back to", func(t *testing.T) {
		undone(t, d.Store) // the person
		undone(t, d.Store) // Deux
		if u := must(d.NextUndo(ctx))(t); u.Line.Verb != committee.VerbAdd || u.Line.Thing.ID != string(a.ID) || text() != texts[0] {
			t.Errorf("next is %+v, the text %q", u.Line, text())
		}
	})
	t.Run("only what comes next", func(t *testing.T) {
		refused(t, d.Undo(ctx, 1), committee.ReasonNotLatest)
		refused(t, d.Redo(ctx, 1), committee.ReasonNotLatest)
	})
	unfound(t, d.Store)
}

// Own changes are those of the same signature, whichever program made them.
func TestOnlyOnesOwnChangesAreTakenBack(t *testing.T) {
	d := newDesk(t)
	issa := d.As(committee.Actor{Person: "p-issa", Name: "Issa"})
	_, err := issa.NextUndo(ctx)
	refused(t, err, committee.ReasonNothingToUndo)
	a := d.action(committee.Action{Due: "2018-01-31"})
	g := must(issa.SaveGroup(ctx, committee.Group{Name: "Groupe", Kind: committee.Standing}))(t)
	if u := must(d.NextUndo(ctx))(t); u.Line.Thing.ID != string(a.ID) {
		t.Errorf("Awa takes back %+v", u.Line)
	}
	if u := undone(t, issa); u.Line.Thing.ID != string(g.ID) {
		t.Errorf("Issa takes back %+v", u.Line)
	}
	t.Run("what somebody changed since stays, and it is said who did what", func(t *testing.T) {
		e := committee.Extension{Action: a.ID, To: "2018-06-30", Reason: "retard"}
		must(issa.GrantExtension(ctx, a.Version, e))(t)
		_, err := d.NextUndo(ctx)
		var overtaken *committee.OvertakenError
		if !errors.As(err, &overtaken) || overtaken.By != "Issa" || overtaken.Did != committee.VerbExtend || overtaken.Thing.Ref != a.Ref || overtaken.At == "" {
			t.Errorf("got %+v", err)
		}
		if err := d.Undo(ctx, must(d.LastLine(ctx))(t)-3); err == nil {
			t.Error("it was taken back")
		}
		undone(t, issa)
		undone(t, d.Store)
	})
	t.Run("the unsigned share theirs", func(t *testing.T) {
		nobody := d.As(committee.Actor{})
		must(nobody.SavePerson(ctx, committee.Person{Name: "Anonyme"}))(t)
		if u := undone(t, d.As(committee.Actor{})); u.Line.Actor != "" {
			t.Errorf("it takes back %+v", u.Line)
		}
		_, err := nobody.NextUndo(ctx)
		refused(t, err, committee.ReasonNothingToUndo)
	})
	unfound(t, d.Store)
}

func TestAnAdditionThatOthersReferToStays(t *testing.T) {
	d := newDesk(t)
	issa := d.As(committee.Actor{Name: "Issa"})
	i := must(d.SaveInstitution(ctx, committee.Institution{Name: "Nouvelle"}))(t)
	a := must(issa.SaveAction(ctx, committee.Action{Text: "Louer", Institution: i.ID}))(t)
	used := func() *committee.InUseError {
		u := must(d.NextUndo(ctx))(t)
		var e *committee.InUseError
		if err := d.Undo(ctx, u.Line.Seq); !errors.As(err, &e) {
			t.Fatalf("got %v", err)
		}
		return e
	}
	if e := used(); len(e.By) != 1 || e.By[0].Ref != a.Ref {
		t.Errorf("it is used by %+v", e.By)
	}
	if err := issa.Archive(ctx, actions.thing(string(a.ID)), a.Version, true); err != nil {
		t.Fatal(err)
	}
	used() // archived, it still refers to it
	undone(t, issa)
	undone(t, issa)
	undone(t, d.Store)
	unfound(t, d.Store)
}

func TestNumbersTakenBackNameNothingElse(t *testing.T) {
	d := newDesk(t)
	a := d.action(committee.Action{Text: "Une"})
	undone(t, d.Store)
	b := d.action(committee.Action{Text: "Autre"})
	if a.Ref != "A-2017-01" || b.Ref != "A-2017-02" {
		t.Errorf("given %s, then %s", a.Ref, b.Ref)
	}
	undone(t, d.Store)
	redone(t, d.Store)
	if got := must(d.Action(ctx, b.ID))(t).Action.Ref; got != b.Ref {
		t.Errorf("made again it is %s, was %s", got, b.Ref)
	}
	m := d.meeting(committee.Meeting{Starts: "2017-12-20"})
	first := must(d.ConveneMeeting(ctx, m.ID, m.Version, "2017-12-15"))(t)
	undone(t, d.Store)
	m = d.meeting(committee.Meeting{Starts: "2017-12-21"})
	if second := must(d.ConveneMeeting(ctx, m.ID, m.Version, "2017-12-15"))(t); second.Number != first.Number+1 {
		t.Errorf("the notice of %s was taken back, and its number given to %s", first.Ref, second.Ref)
	}
	unfound(t, d.Store)
}

// What the rules no longer allow does not come back.
func TestTheRulesHoldForWhatComesBack(t *testing.T) {
	d := newDesk(t)
	issa := d.As(committee.Actor{Name: "Issa"})
	t.Run("a link to what was archived meanwhile", func(t *testing.T) {
		i := must(issa.SaveInstitution(ctx, committee.Institution{Name: "Passagère"}))(t)
		a := d.action(committee.Action{Institution: i.ID})
		undone(t, d.Store)
		if err := issa.Archive(ctx, institutions.thing(string(i.ID)), i.Version, false); err != nil {
			t.Fatal(err)
		}
		u := must(d.NextRedo(ctx))(t)
		fieldError(t, d.Redo(ctx, u.Line.Seq), committee.FieldInstitution, committee.ReasonArchived)
		if _, err := d.Action(ctx, a.ID); !errors.Is(err, committee.ErrNotFound) {
			t.Errorf("it came back: %v", err)
		}
	})
	t.Run("the minutes of a record that was closed meanwhile", func(t *testing.T) {
		m := d.meeting(committee.Meeting{Starts: "2017-12-10"})
		m = must(issa.OpenMeeting(ctx, m.ID, m.Version, "09:00"))(t)
		i := d.item(m.ID, "Point")
		must(d.SaveEntry(ctx, committee.Entry{Item: i.ID, Kind: committee.Note, Text: "Note"}))(t)
		must(issa.AdjournMeeting(ctx, m.ID, m.Version, "12:00", passed(must(d.Checks(ctx, m.ID))(t))...))(t)
		u := must(d.NextUndo(ctx))(t)
		refused(t, d.Undo(ctx, u.Line.Seq), committee.ReasonMeetingClosed)
	})
	t.Run("two meetings in session", func(t *testing.T) {
		m := d.meeting(committee.Meeting{Starts: "2017-12-15"})
		m = must(d.OpenMeeting(ctx, m.ID, m.Version, "09:00"))(t)
		must(d.adjourn(m, "10:00"))(t)
		o := must(issa.SaveMeeting(ctx, committee.Meeting{Kind: committee.Ordinary, Title: "Autre", Starts: "2017-12-16"}))(t)
		must(issa.OpenMeeting(ctx, o.ID, o.Version, "09:00"))(t)
		u := must(d.NextUndo(ctx))(t)
		refused(t, d.Undo(ctx, u.Line.Seq), committee.ReasonInSession)
	})
	unfound(t, d.Store)
}

func TestWhatIsNotTakenBack(t *testing.T) {
	s := newStore(t)
	c := must(s.SaveCommittee(ctx, committee.Committee{Name: "Comité", Language: committee.French, Numbers: committee.DefaultNumbering()}))(t)
	t.Run("the committee itself", func(t *testing.T) {
		_, err := s.NextUndo(ctx)
		refused(t, err, committee.ReasonFoundation)
	})
	t.Run("what was loaded as a whole", func(t *testing.T) {
		err := s.write(ctx, committee.VerbLoad, people.thing(""), "", func(tx *tx) error {
			return errors.Join(fails(people.save(ctx, tx, committee.Person{Name: "Une"})), fails(people.save(ctx, tx, committee.Person{Name: "Deux"})))
		})
		if err != nil {
			t.Fatal(err)
		}
		_, err = s.NextUndo(ctx)
		refused(t, err, committee.ReasonLoaded)
		p := must(s.SavePerson(ctx, committee.Person{Name: "Trois"}))(t)
		if u := undone(t, s); u.Line.Thing.ID != string(p.ID) {
			t.Errorf("took back %+v", u.Line)
		}
		_, err = s.NextUndo(ctx)
		refused(t, err, committee.ReasonLoaded)
	})
	t.Run("what a reader sees", func(t *testing.T) {
		p := must(s.SavePerson(ctx, committee.Person{Name: "Quatre"}))(t)
		reader := s.As(committee.Actor{Name: "Awa Traoré", ReadOnly: true})
		u := must(reader.NextUndo(ctx))(t)
		refused(t, reader.Undo(ctx, u.Line.Seq), committee.ReasonReadOnly)
		if _, err := s.Person(ctx, p.ID); err != nil {
			t.Error(err)
		}
	})
	if c.Version != 1 {
		t.Errorf("the committee is at version %d", c.Version)
	}
	unfound(t, s)
}

// A change is found again by whoever opens the file later; what was taken back
// is still named, and its parts with it.
func TestTakenBackAcrossOpenings(t *testing.T) {
	d := newDesk(t)
	a := d.action(committee.Action{Text: "Louer l’annexe"})
	must(d.ReportProgress(ctx, a.Version, committee.Update{Action: a.ID, Text: "Visitée", State: committee.InProgress}))(t)
	path := d.Path()
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	s, err := Open(path, options())
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	s = s.As(committee.Actor{Name: "Awa Traoré"})
	u := undone(t, s)
	if u.Line.Verb != committee.VerbReport || u.Line.Name.Ref != a.Ref || len(u.Changes) != 2 || u.Changes[0].Thing.Kind != committee.KindUpdate || u.Changes[0].After != "" {
		t.Errorf("took back %+v", u)
	}
	undone(t, s)
	w := must(s.Journal(ctx, register.Query{Of: actions.thing(string(a.ID))}))(t)
	verbs := []committee.Verb{}
	for _, l := range w.Rows {
		verbs = append(verbs, l.Verb)
		if l.Name.Ref != a.Ref || !l.Name.Gone || l.Name.Full != "Louer l’annexe" {
			t.Errorf("line %d is about %+v", l.Seq, l.Name)
		}
	}
	want := []committee.Verb{committee.VerbUndo, committee.VerbUndo, committee.VerbReport, committee.VerbAdd}
	if !slices.Equal(verbs, want) || !w.Rows[2].Undone || w.Rows[0].Undone || w.Rows[0].Did != committee.VerbAdd {
		t.Errorf("the history is %+v", w.Rows)
	}
	unfound(t, s)
}
