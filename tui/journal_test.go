package tui_test

import (
	"context"
	"strings"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/store"
	"suivi/tui"
)

func TestHistoryOfARecord(t *testing.T) {
	still(t, "an amended text shows its words", func(t *testing.T) {
		u := visit(t, "example", 140, 40, french()).onRow("2", "R-2017-13").press("m")
		u.press("end").write(" SOUS TRENTE JOURS").press("tab").write("PRÉCISER LE DÉLAI").press("ctrl+s").sees("R-2017-13 · amendée")
		u.press("H").sees("Historique : R-2017-13", "15/12/17 10:42", "amendée", "Awa Secrétaire", "Motif", "PRÉCISER LE DÉLAI", "{+ SOUS TRENTE", "JOURS+}", "Versions du texte")
		u.press("down").misses("JOURS+}").sees("Mise en œuvre")
	})
	still(t, "who, when, what, from what to what; what was taken back is marked", func(t *testing.T) {
		u := secretary(t).onRow("3", "A-2017-49").press("s", "enter", "H")
		u.sees("Historique : A-2017-49", "Date", "Fiche", "démarrée", "Mise en œuvre  non entamée → en cours", "Aujourd’hui à 10 h 42")
		u.press("u", "o").sees("annulation : démarrée", "démarrée (annulé)", "Annulé        Aujourd’hui à 10 h 42", "non entamée → en cours")
		u.press("up").sees("en cours → non entamée")
	})
	still(t, "parts of the record too, in words", func(t *testing.T) {
		u := visit(t, "example", 120, 40, french()).onRow("3", "A-2017-49").press("p").write("LOCAL TROUVÉ").press("ctrl+s")
		u.press("H").sees("Point d’avancement déclaré", "Ajout : point d’avancement", "Texte   LOCAL TROUVÉ").misses("{\"", "in_progress")
		u.press("enter").sees("échap revenir à la liste").press("esc").misses("échap revenir à la liste")
	})
	still(t, "of the committee and of an axis", func(t *testing.T) {
		secretary(t).press("8", "H").sees("Historique : ", "ajouté")
	})
}

func TestTheJournalAsAList(t *testing.T) {
	ctx := context.Background()
	made := func(t *testing.T) *user {
		t.Helper()
		u := visit(t, "example", 140, 40, french())
		issa := u.book.As(committee.Actor{Name: "Issa Keïta"})
		if _, err := issa.SaveAction(ctx, committee.Action{Text: "AMÉNAGER LE CENTRE"}); err != nil {
			t.Fatal(err)
		}
		return u.onRow("2", "R-2017-25").press("a", "ctrl+s").press("9")
	}
	still(t, "the latest first, each opens what it is about", func(t *testing.T) {
		u := made(t).sees("Journal", "R-2017-25", "adoptée", "Awa Secrétaire", "A-2017-61 AMÉNAGER LE CENT", "Issa Keïta", "Décision")
		u.press("down").sees("AMÉNAGER LE CENTRE", "Ajout").press("enter").sees("A-2017-61", "non entamée").press("esc").sees("Journal")
		for _, keys := range [][]string{{"ç"}, {"g", "j"}, {"g", "9"}} {
			u.press("1").press(keys...).sees("Journal", "R-2017-25")
		}
	})
	still(t, "its views", func(t *testing.T) {
		u := made(t).press("f").sees("Journal (mes modifications)", "R-2017-25", "1 ligne").misses("AMÉNAGER")
		u.press("f").sees("Journal (par d’autres)", "AMÉNAGER").misses("Awa Secrétaire")
		u.press("f").sees("R-2017-25", "AMÉNAGER")
	})
	still(t, "by words", func(t *testing.T) {
		u := made(t).press("/").write("amenager").sees("A-2017-61").misses("R-2017-25").press("enter").sees("filtre : amenager", "1 ligne")
		u.press("/").write(" zzz").press("enter").sees("Rien ne correspond au filtre").press("esc").sees("R-2017-25")
	})
	still(t, "by whom, of what, since when", func(t *testing.T) {
		u := made(t).press("F").sees("Choisir les lignes", "tout le monde", "toutes les fiches")
		u.press("right", "right", "right", "tab", "tab", "tab").write("hier").press("ctrl+s").sees("Issa Keïta · depuis le 14/12/2017", "AMÉNAGER").misses("R-2017-25")
		u.press("F", "down", "right").press("ctrl+s").sees("Aucune ligne ne correspond à ce choix")
		u.press("esc").sees("R-2017-25", "AMÉNAGER")
	})
	still(t, "below the list where there is no room beside it", func(t *testing.T) {
		u := secretary(t).onRow("2", "R-2017-25").press("a", "ctrl+s").press("9").sees("R-2017-25", "Décision", "proposée → adoptée")
		u.press("tab", "G").sees("échap revenir à la liste").press("tab").sees("⏎ ouvrir")
	})
}

// Home says what others changed since the last visit, and opens it as a list.
func TestWhatChangedSinceTheLastVisit(t *testing.T) {
	ctx := context.Background()
	since := func(t *testing.T, v func(*user) register.Visit, others ...string) *user {
		t.Helper()
		var u *user
		base := visit(t, "example", 80, 24, french())
		seen := v(base)
		for _, text := range others {
			if _, err := base.book.As(committee.Actor{Name: "Issa Keïta"}).SaveAction(ctx, committee.Action{Text: text}); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := base.book.As(committee.Actor{Name: "Awa Secrétaire"}).SavePerson(ctx, committee.Person{Name: "Connue"}); err != nil {
			t.Fatal(err)
		}
		cfg := tui.Config{
			Book: base.book.As(committee.Actor{Name: "Awa Secrétaire"}), Actor: committee.Actor{Name: "Awa Secrétaire"}, Locale: french(), Now: clock, NoColor: true,
			Visited: func(committee.Actor) register.Visit { return seen },
		}
		u = &user{t: t, model: tui.New(cfg), book: base.book}
		u.run(u.model.Init())
		return u.resize(80, 24)
	}
	last := func(at string) func(*user) register.Visit {
		return func(u *user) register.Visit {
			seq, err := u.book.LastLine(ctx)
			if err != nil {
				u.t.Fatal(err)
			}
			return register.Visit{Seq: seq, At: at}
		}
	}
	still(t, "what others did, and not what one did oneself", func(t *testing.T) {
		u := since(t, last("2017-12-12T09:05:00Z"), "UNE", "DEUX").sees("Depuis votre visite du 12/12/2017", "2 changements : 2 ajouts")
		for range 20 {
			if u.press("down"); strings.HasPrefix(u.chosen(), "2 changements") {
				break
			}
		}
		u.press("enter").sees("Journal (depuis ma visite)", "UNE", "DEUX", "2 lignes").misses("Connue")
	})
	still(t, "nothing", func(t *testing.T) {
		since(t, last("2017-12-15T09:05:00Z")).sees("Depuis votre visite d’aujourd’hui à 9 h 05", "Personne d’autre n’a rien modifié.")
	})
	still(t, "a first visit says nothing of it", func(t *testing.T) {
		since(t, func(*user) register.Visit { return register.Visit{} }, "UNE").misses("Depuis votre visite")
	})
}

// nearsighted is a file whose journal is searched only so far at a time.
type nearsighted struct{ *store.Store }

// Journal finds nothing before it is asked to look deeper.
func (n nearsighted) Journal(ctx context.Context, q register.Query) (register.Window[register.JournalLine], error) {
	if q.Filter == "" || q.Journal.Deep > 0 {
		return n.Store.Journal(ctx, q)
	}
	cut := register.JournalLine{Cut: true}
	cut.Seq, cut.At = 100, "2016-03-02T08:00:00Z"
	return register.Window[register.JournalLine]{Rows: []register.JournalLine{cut}, First: true, Final: true, Total: -1}, nil
}

// A search that stopped says how far it went, and goes on when it is asked to.
func TestASearchOfTheJournalGoesOn(t *testing.T) {
	u := visit(t, "example", 100, 24, french(), func(c *tui.Config) {
		if s, ok := c.Book.(*store.Store); ok {
			c.Book = nearsighted{s}
		}
	})
	u.press("9", "/").write("A-2017-49").press("enter").sees("02/03/16 08:00  ⏎ cherche plus loin", "Rien d’autre jusqu’au 02/03/16 08:00.", "filtre : A-2017-49", "⏎ chercher plus loin")
	u.press("enter").sees("A-2017-49", "ajoutée").misses("cherche plus loin")
}

// The words of a progress report are told once, as its text: they are nobody's
// reason.
func TestTheWordsOfAReportAreNoReason(t *testing.T) {
	u := secretary(t).press("3", "/").typeKeys("A-2017-12\n").press("p").write("9 structures sur 14").press("ctrl+s", "g", "j")
	if frame := u.sees("9 structures sur 14").frame(); strings.Contains(frame, "Motif") {
		t.Errorf("the report is its own reason:\n%s", frame)
	}
}
