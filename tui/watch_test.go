package tui_test

import (
	"context"
	"maps"
	"strconv"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/internal/register"
	"suivi/store"
	"suivi/tui"
)

// elsewhere is another program on the same file, and the person at it.
type elsewhere struct {
	*user
	s    *store.Store
	seen register.News
}

func (u *user) elsewhere(who string) *elsewhere {
	u.t.Helper()
	s, err := store.Open(u.book.Path(), store.Options{Now: clock})
	if err != nil {
		u.t.Fatal(err)
	}
	u.t.Cleanup(func() { _ = s.Close() })
	return &elsewhere{user: u, s: s.As(committee.Actor{Name: who})}
}

// news brings to the screens what the other program did.
func (e *elsewhere) news() *user {
	e.t.Helper()
	news, err := e.book.Changed(context.Background(), e.seen)
	if err != nil {
		e.t.Fatal(err)
	}
	e.seen = news
	e.send(tui.News(news))
	return e.user
}

func (e *elsewhere) action(ref string) committee.Action {
	e.t.Helper()
	w, err := e.s.Actions(context.Background(), register.Query{Filter: ref})
	if err != nil || len(w.Rows) != 1 {
		e.t.Fatalf("%v, %v", w, err)
	}
	sheet, err := e.s.Action(context.Background(), w.Rows[0].ID)
	if err != nil {
		e.t.Fatal(err)
	}
	return sheet.Action
}

func (e *elsewhere) save(a committee.Action) *elsewhere {
	e.t.Helper()
	if _, err := e.s.SaveAction(context.Background(), a); err != nil {
		e.t.Fatal(err)
	}
	return e
}

func (e *elsewhere) archive(t committee.Thing, version int) *elsewhere {
	e.t.Helper()
	if err := e.s.Archive(context.Background(), t, version, true); err != nil {
		e.t.Fatal(err)
	}
	return e
}

// What another program changes appears by itself, with the name of who did it,
// and the cursor stays on its row.
func TestOthersChangesAppear(t *testing.T) {
	still(t, "a row in sight", func(t *testing.T) {
		u := secretary(t).press("3").focus("A-2017-35")
		other := u.elsewhere("Issa Keïta")
		a := other.action("A-2017-35")
		a.Text = "RENOMMÉE AILLEURS"
		other.save(a).news().sees("RENOMMÉE AILLEURS", "Modifié par Issa Keïta")
		if !strings.HasPrefix(u.chosen(), "A-2017-35") {
			t.Errorf("the cursor went to %q", u.chosen())
		}
		u.press("down").misses("Modifié par")
	})
	still(t, "rows added above", func(t *testing.T) {
		u := secretary(t).press("3").focus("A-2017-35")
		other := u.elsewhere("Issa Keïta")
		for range 3 {
			other.save(committee.Action{Text: "AJOUTÉE", On: "2017-12-15", Due: "2017-01-01"})
		}
		other.news().sees("63 lignes")
		if !strings.HasPrefix(u.chosen(), "A-2017-35") {
			t.Errorf("the cursor went to %q", u.chosen())
		}
	})
	still(t, "the row itself archived", func(t *testing.T) {
		u := secretary(t).press("3").focus("A-2017-35").press("down")
		next := strings.Fields(u.chosen())[0]
		u.press("up")
		other := u.elsewhere("Issa Keïta")
		a := other.action("A-2017-35")
		other.archive(committee.Thing{Kind: committee.KindAction, ID: string(a.ID)}, a.Version).news().sees("59 lignes")
		if !strings.HasPrefix(u.chosen(), next) {
			t.Errorf("the cursor went to %q, want %s", u.chosen(), next)
		}
	})
	still(t, "what is on no screen goes without a word", func(t *testing.T) {
		u := secretary(t).press("7")
		before := u.frame()
		other := u.elsewhere("Issa Keïta")
		a := other.action("A-2017-35")
		a.Text = "RENOMMÉE AILLEURS"
		if other.save(a).news(); u.frame() != before {
			t.Errorf("the screen is another:\n%s", u.frame())
		}
	})
	still(t, "home", func(t *testing.T) {
		u := secretary(t)
		other := u.elsewhere("")
		other.save(committee.Action{Text: "EN RETARD", On: "2017-12-15", Due: "2017-01-01"})
		other.news().sees("5 actions en retard", "Modifié dans un autre programme")
	})
	still(t, "the page of a thing", func(t *testing.T) {
		u := secretary(t).press("3").focus("A-2017-35").press("enter")
		other := u.elsewhere("Issa Keïta")
		a := other.action("A-2017-35")
		a.Text = "RENOMMÉE AILLEURS"
		other.save(a).news().sees("RENOMMÉE AILLEURS", "Modifié par Issa Keïta")
	})
}

// What is being typed is left alone; but who edits what another just changed
// is told, before saving.
func TestOthersChangesDisturbNobodyWhoTypes(t *testing.T) {
	still(t, "the form of the very thing", func(t *testing.T) {
		u := secretary(t).press("3").focus("A-2017-35").press("e", "end").write(" MA SAISIE")
		other := u.elsewhere("Issa Keïta")
		a := other.action("A-2017-35")
		a.Remarks = "AILLEURS"
		other.save(a).news().sees("MA SAISIE", "Issa Keïta vient de modifier cette fiche. Votre saisie est intacte").write(" CONTINUE")
		u.sees("MA SAISIE CONTINUE", "Issa Keïta vient de modifier")
		u.press("ctrl+s").sees("Repris du fichier", "AILLEURS").press("ctrl+s").sees("A-2017-35 · Enregistré")
		if a := other.action("A-2017-35"); a.Remarks != "AILLEURS" || !strings.HasSuffix(a.Text, "MA SAISIE CONTINUE") {
			t.Errorf("the file holds %+v", a)
		}
	})
	still(t, "the form of another thing", func(t *testing.T) {
		u := secretary(t).press("3").focus("A-2017-35").press("e", "end").write(" MA SAISIE")
		before := u.frame()
		other := u.elsewhere("Issa Keïta")
		a := other.action("A-2017-34")
		a.Remarks = "AILLEURS"
		if other.save(a).news(); u.frame() != before {
			t.Errorf("the form is another:\n%s", u.frame())
		}
	})
	still(t, "a prompt", func(t *testing.T) {
		u := secretary(t).press("3").focus("A-2017-35").press("x").write("MON MOTIF")
		other := u.elsewhere("Issa Keïta")
		a := other.action("A-2017-35")
		a.Remarks = "AILLEURS"
		other.save(a).news().sees("MON MOTIF").write(" ENTIER").sees("MON MOTIF ENTIER")
		u.press("ctrl+s").sees("Issa Keïta vient de modifier cette fiche (modifiée). Enregistrez de").press("ctrl+s").sees("A-2017-35 · ")
	})
}

// Whatever another program changes, each screen afterwards shows what it would
// show if it were opened then.
func TestScreensReadAgainWhatTheyShow(t *testing.T) {
	still(t, "every screen, every kind", func(t *testing.T) {
		u := visit(t, "example", 140, 60, french())
		start, open := u.model, map[string]tea.Model{}
		for _, keys := range []string{
			"", "1", "1 enter", "1 enter G enter", "2", "2 enter", "3", "3 enter", "4", "4 enter", "5", "5 enter", "6", "6 enter", "6 tab", "6 tab enter",
			"6 tab tab", "6 tab tab enter", "6 tab tab tab", "6 tab tab tab enter", "7", "7 enter", "8",
		} {
			open[keys] = u.back(start).press(strings.Fields(keys)...).model
		}
		other := u.elsewhere("Issa Keïta")
		for kind, change := range other.changes() {
			if err := other.s.Together(context.Background(), change); err != nil {
				t.Fatal(kind, err)
			}
			news, err := u.book.Changed(context.Background(), other.seen)
			if err != nil || len(news.Things) == 0 {
				t.Fatal(kind, news, err)
			}
			other.seen = news
			for keys, model := range open {
				u.back(model).send(tui.News(news))
				now := u.press("f13").frame() // whatever is said goes
				u.send(tui.News(register.News{Seq: news.Seq, Everything: true}))
				if fresh := u.press("f13").frame(); now != fresh {
					t.Errorf("%s changed: %q was not read again:\n%s\nit is\n%s", kind, keys, now, fresh)
				}
				open[keys] = u.model
			}
		}
	})
}

// changes alter, for each kind, every thing that has a name.
func (e *elsewhere) changes() map[committee.Kind]func(*store.Store) error {
	all := e.directoryChanges()
	maps.Copy(all, e.workChanges())
	return all
}

func (e *elsewhere) directoryChanges() map[committee.Kind]func(*store.Store) error {
	ctx, all := context.Background(), register.Query{Limit: 1000}
	return map[committee.Kind]func(*store.Store) error{
		committee.KindInstitution: func(s *store.Store) error {
			return each(s.Institutions, all, func(l register.InstitutionLine) error {
				sheet, err := s.Institution(ctx, l.ID)
				v := sheet.Institution
				v.Name, v.Acronym = v.Name+" !", v.Acronym+"!"
				return saves(s.SaveInstitution, v, err)
			})
		},
		committee.KindFunction: func(s *store.Store) error {
			return each(s.Functions, all, func(l register.FunctionLine) error {
				sheet, err := s.Function(ctx, l.ID)
				v := sheet.Function
				v.Title += " !"
				return saves(s.SaveFunction, v, err)
			})
		},
		committee.KindPerson: func(s *store.Store) error {
			return each(s.People, all, func(l register.PersonLine) error {
				sheet, err := s.Person(ctx, l.ID)
				v := sheet.Person
				v.Name += " !"
				return saves(s.SavePerson, v, err)
			})
		},
		committee.KindGroup: func(s *store.Store) error {
			return each(s.Groups, all, func(l register.GroupLine) error {
				sheet, err := s.Group(ctx, l.ID)
				v := sheet.Group
				v.Name, v.Acronym = v.Name+" !", v.Acronym+"!"
				return saves(s.SaveGroup, v, err)
			})
		},
	}
}

func (e *elsewhere) workChanges() map[committee.Kind]func(*store.Store) error {
	ctx, all := context.Background(), register.Query{Limit: 1000}
	return map[committee.Kind]func(*store.Store) error{
		committee.KindReference: func(s *store.Store) error {
			return each(s.References, all, func(l register.ReferenceLine) error {
				sheet, err := s.Reference(ctx, l.ID)
				v := sheet.Reference
				v.Title, v.Number = v.Title+" !", v.Number+"!"
				return saves(s.SaveReference, v, err)
			})
		},
		committee.KindMeeting: func(s *store.Store) error {
			return each(s.Meetings, all, func(l register.MeetingLine) error {
				sheet, err := s.Meeting(ctx, l.ID)
				v := sheet.Meeting
				v.Remarks += " !"
				return saves(s.SaveMeeting, v, err)
			})
		},
		committee.KindAction: func(s *store.Store) error {
			return each(s.Actions, all, func(l register.ActionLine) error {
				sheet, err := s.Action(ctx, l.ID)
				v := sheet.Action
				v.Text += " !"
				return saves(s.SaveAction, v, err)
			})
		},
		committee.KindGuideline: func(s *store.Store) error {
			return each(s.Guidelines, all, func(l register.GuidelineLine) error {
				sheet, err := s.Guideline(ctx, l.ID)
				v := sheet.Guideline
				v.Heading += " !"
				return saves(s.SaveGuideline, v, err)
			})
		},
		committee.KindAxis: func(s *store.Store) error {
			return each(s.Axes, all, func(l register.AxisLine) error {
				v, err := s.Axis(ctx, l.ID)
				v.Name += " !"
				return saves(s.SaveAxis, v, err)
			})
		},
	}
}

// each does something with every line of a list.
func each[L any](lines func(context.Context, register.Query) (register.Window[L], error), all register.Query, do func(L) error) error {
	w, err := lines(context.Background(), all)
	for _, l := range w.Rows {
		if err == nil {
			err = do(l)
		}
	}
	return err
}

func saves[T any](save func(context.Context, T) (T, error), v T, err error) error {
	if err == nil {
		_, err = save(context.Background(), v)
	}
	return err
}

// Two people go to the next item at the same moment: the second sees the item that
// is under way, and who took it up.
func TestTwoPeopleTakeUpTheSameItem(t *testing.T) {
	for loc, said := range map[*i18n.Locale]string{french(): "déjà abordé par Idrissa", i18n.For(committee.English): "already taken up by Idrissa"} {
		u := inTheRoom(t, 120, 30, loc).press(">")
		other := u.elsewhere("Idrissa")
		m := must(other.s.Meetings(t.Context(), register.Query{Filter: "05/2017"})).Rows[0]
		next := must(other.s.Session(t.Context(), m.ID)).Items[1]
		must(other.s.TakeUpItem(t.Context(), next.ID, next.Version))
		a := must(other.s.Session(t.Context(), m.ID)).Attendance[0]
		must(other.s.As(committee.Actor{Name: "Awa"}).Attend(t.Context(), a.ID, a.Version, register.Attending{Presence: committee.Excused}))
		u.press(">").sees("2 · "+next.Title, said, "0′/"+strconv.Itoa(next.Planned)+"′").misses("entre-temps", "Somebody else")
		if now := must(other.s.Session(t.Context(), m.ID)).Items; !now[1].UnderWay() || now[2].UnderWay() {
			t.Errorf("the file holds %+v", now)
		}
		u.press(">").sees("3/6")
	}
}
