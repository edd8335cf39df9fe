package store

import (
	"strings"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// look is what a search answers.
func look(t *testing.T, s *Store, words string, kinds ...committee.Kind) []register.Hit {
	t.Helper()
	return must(s.Search(ctx, register.SearchQuery{Words: words, Kinds: kinds, Room: 110}))(t).Hits
}

// pointedOut writes a text with its marks between stars.
func pointedOut(m register.Marked) string {
	var b strings.Builder
	end := 0
	for _, p := range m.Marks {
		b.WriteString(m.Text[end:p.From] + "*" + m.Text[p.From:p.To] + "*")
		end = p.To
	}
	return b.String() + m.Text[end:]
}

// finds fails the test unless a thing is the first hit.
func finds(t *testing.T, s *Store, words string, thing committee.Thing) register.Hit {
	t.Helper()
	all := look(t, s, words)
	if len(all) == 0 || all[0].Thing != thing {
		t.Fatalf("%q finds %+v first, not %v", words, all, thing)
	}
	return all[0]
}

// newMinutes fills a file with what a meeting said.
func newMinutes(t *testing.T, s *Store) (committee.Meeting, committee.Entry) {
	t.Helper()
	m := must(save(ctx, s, meetings, committee.Meeting{
		Mark: committee.Mark{Ref: "03/2017", Year: 2017, Number: 3},
		Kind: committee.Ordinary, State: committee.InSession, Title: "Troisième session", Starts: "2017-12-04",
	}, nil))(t)
	item := must(s.SaveAgendaItem(ctx, committee.AgendaItem{Meeting: m.ID, Kind: committee.Discussion, Title: "Point d’information"}))(t)
	e := must(save(ctx, s, entries, committee.Entry{
		Meeting: m.ID, Item: item.ID, Position: 1, Kind: committee.Note,
		Text: "Le représentant de la Gendarmerie rappelle l’incident. Deux véhicules ont été saisis à Sikasso ; l’œuvre de Ɲɛbɛ ŋɔmi accueille les enfants.",
	}, nil))(t)
	return m, e
}

func TestSearchIgnoresAccentsAndCase(t *testing.T) {
	s := newStore(t)
	_, e := newMinutes(t, s)
	entry := entries.thing(string(e.ID))
	for words, want := range map[string]string{
		"vehicules saisis":   "… Deux *véhicules* ont été *saisis* à Sikasso ; l’œuvre de Ɲɛbɛ ŋɔmi accueille les enfants.",
		"VEHIC sais":         "… Deux *véhicules* ont été *saisis* à Sikasso ; l’œuvre de Ɲɛbɛ ŋɔmi accueille les enfants.",
		"l'oeuvre":           "… Deux véhicules ont été saisis à Sikasso ; *l*’*œuvre* de Ɲɛbɛ ŋɔmi accueille les enfants.",
		"nebe nomi":          "… Deux véhicules ont été saisis à Sikasso ; l’œuvre de *Ɲɛbɛ* *ŋɔmi* accueille les enfants.",
		"«deux vehicules»":   "… *Deux* *véhicules* ont été saisis à Sikasso ; l’œuvre de Ɲɛbɛ ŋɔmi accueille les enfants.",
		"saisis -- ( OR NOT": "",
	} {
		all := look(t, s, words)
		if want == "" {
			if len(all) != 0 {
				t.Errorf("%q finds %+v", words, all)
			}
			continue
		}
		if len(all) != 1 || all[0].Thing != entry {
			t.Errorf("%q finds %+v", words, all)
			continue
		}
		if got := pointedOut(all[0].Sentence); got != want {
			t.Errorf("%q is shown in %q, want %q", words, got, want)
		}
	}
}

func TestSearchFindsReferencesInAnySpelling(t *testing.T) {
	d := newDesk(t)
	r, a, v := d.recommendation(), d.action(committee.Action{}), d.decision()
	m, _ := newMinutes(t, d.Store)
	g, all := d.guideline("Les membres se réunissent.", "Le secrétariat convoque.")
	law := must(d.SaveReference(ctx, committee.Reference{Kind: committee.Law, Title: "Loi", Number: "Loi n° 2012-023"}))(t)
	// Others speak of them.
	for range 3 {
		d.action(committee.Action{Text: "Appliquer R-2017-01, D-2017-01 et A-2017-01 selon la ligne directrice 1, article 2, et le PV 03/2017"})
	}
	for thing, spellings := range map[committee.Thing][]string{
		recommendations.thing(string(r.ID)): {"R-2017-01", "r2017-1", "r 2017 1", "R2017/01", "r-2017-001", " R–2017–1 "},
		actions.thing(string(a.ID)):         {"a2017-1", "A2017/01", "a 2017 01"},
		decisions.thing(string(v.ID)):       {"d2017-1", "D 2017 1"},
		meetings.thing(string(m.ID)):        {"03/2017", "3/2017", "3 2017"},
		guidelines.thing(string(g.ID)):      {"LD-1", "ld1", "ligne directrice 1", "guideline 1", "LD 01"},
		articles.thing(string(all[1].ID)):   {"ld1 art 2", "LD-1 art. 2", "ligne directrice 1, article 2", "guideline 1 article 2"},
		references.thing(string(law.ID)):    {"2012-23 loi", "loi n° 2012-23"},
	} {
		for _, words := range spellings {
			finds(t, d.Store, words, thing)
		}
	}
	if all := look(t, d.Store, "R-2017"); len(all) == 0 || all[0].Thing != recommendations.thing(string(r.ID)) {
		t.Errorf("the beginning of a reference finds %+v", all)
	}
}

func TestSearchFollowsEveryChange(t *testing.T) {
	d := newDesk(t)
	a := d.action(committee.Action{Text: "Former les magistrats"})
	thing := actions.thing(string(a.ID))
	finds(t, d.Store, "magistrats", thing)
	a.Text = "Former les policiers"
	a = must(d.SaveAction(ctx, a))(t)
	finds(t, d.Store, "policiers", thing)
	if all := look(t, d.Store, "magistrats"); len(all) != 0 {
		t.Errorf("words that are gone find %+v", all)
	}
	a = must(d.AdvanceAction(ctx, a.ID, a.Version, committee.Step{Verb: committee.VerbStart, On: "2017-12-15"}))(t)
	if h := finds(t, d.Store, "policiers", thing); h.Implementation != committee.InProgress {
		t.Errorf("it is shown %s", h.Implementation)
	}
	if err := d.Archive(ctx, thing, a.Version, false); err != nil {
		t.Fatal(err)
	}
	if h := finds(t, d.Store, "policiers", thing); !h.Archived {
		t.Error("it is not shown as archived")
	}
	if err := d.Restore(ctx, thing, a.Version+1); err != nil {
		t.Fatal(err)
	}
	if h := finds(t, d.Store, "policiers", thing); h.Archived {
		t.Error("it is still shown as archived")
	}
	if err := d.Undo(ctx, must(d.NextUndo(ctx))(t).Line.Seq); err != nil {
		t.Fatal(err)
	}
	if h := finds(t, d.Store, "policiers", thing); !h.Archived {
		t.Error("the restoring was taken back, and it is not shown as archived")
	}
}

func TestSearchForgetsWhatWasNeverKept(t *testing.T) {
	d := newDesk(t)
	g := must(d.SaveGroup(ctx, committee.Group{Name: "Groupe des écoutes", Kind: committee.Standing}))(t)
	if err := d.Undo(ctx, must(d.NextUndo(ctx))(t).Line.Seq); err != nil {
		t.Fatal(err)
	}
	if all := look(t, d.Store, "ecoutes"); len(all) != 0 {
		t.Errorf("what was taken back is found: %+v", all)
	}
	if err := d.Redo(ctx, must(d.NextRedo(ctx))(t).Line.Seq); err != nil {
		t.Fatal(err)
	}
	finds(t, d.Store, "ecoutes", groups.thing(string(g.ID)))
	err := d.Together(ctx, func(s *Store) error {
		must(s.SavePerson(ctx, committee.Person{Name: "Fanta Coulibaly"}))(t)
		if _, err := s.SavePerson(ctx, committee.Person{}); err == nil {
			t.Error("a person without a name was kept")
		}
		must(s.SavePerson(ctx, committee.Person{Name: "Oumou Coulibaly"}))(t)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if all := look(t, d.Store, "coulibaly"); len(all) != 2 {
		t.Errorf("after several use cases together, %+v", all)
	}
	soundIndex(t, d.Store)
}

// soundIndex fails the test when the index is not what the rows say.
func soundIndex(t *testing.T, s *Store) {
	t.Helper()
	for _, f := range must(s.Check(ctx))(t) {
		t.Errorf("found %+v", f)
	}
}

func TestANameIsChangedInOneDocument(t *testing.T) {
	d := newDesk(t)
	d.action(committee.Action{Institution: d.justice.ID})
	var before, after int
	last := func(n *int) {
		t.Helper()
		if err := d.reader.QueryRow("SELECT max(doc) FROM search_document").Scan(n); err != nil {
			t.Fatal(err)
		}
	}
	last(&before)
	d.justice.Name = "Ministère de la Justice et des Droits de l’Homme"
	must(d.SaveInstitution(ctx, d.justice))(t)
	if last(&after); after != before+1 {
		t.Errorf("%d documents were made anew", after-before)
	}
	finds(t, d.Store, "droits", institutions.thing(string(d.justice.ID)))
}

func TestSearchRanks(t *testing.T) {
	for name, c := range map[string]struct {
		words string
		texts []string // of actions, the best last; numbered in order, the latest last
	}{
		"a title before a mention":            {"décret", []string{"Saisir | par décret", "Décret à saisir"}},
		"a whole word before a beginning":     {"loi", []string{"Loisirs à offrir", "Une loi à offrir"}},
		"a phrase before scattered words":     {"centre de transit", []string{"De transit en transit vers un centre", "Ouvrir un centre de transit"}},
		"words together before words apart":   {"centre enfants", []string{"Centre que la commune de Sikasso et celle de Kayes et Mopti et Gao ouvrent pour des enfants", "Ouvrir un centre pour enfants"}},
		"the latest first among equals":       {"former", []string{"Former les juges", "Former les maires"}},
		"words in their order before another": {"police justice", []string{"Justice police", "Police justice"}},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t)
			var best committee.Action
			for i, s := range c.texts {
				text, remarks, _ := strings.Cut(s, " | ")
				best = d.action(committee.Action{Text: text, Remarks: remarks, On: committee.Date("2017-11-01").Add(i)})
			}
			finds(t, d.Store, c.words, actions.thing(string(best.ID)))
		})
	}
	t.Run("live before archived", func(t *testing.T) {
		d := newDesk(t)
		live := d.action(committee.Action{Text: "Former les juges", On: "2017-11-01"})
		gone := d.action(committee.Action{Text: "Former les juges", On: "2017-12-01"})
		if err := d.Archive(ctx, actions.thing(string(gone.ID)), gone.Version, false); err != nil {
			t.Fatal(err)
		}
		finds(t, d.Store, "former juges", actions.thing(string(live.ID)))
	})
}
