//go:build unix

package main

import (
	"strings"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/document"
	"suivi/internal/register"
	"suivi/internal/termtest"
	"suivi/store"
)

// firstDay is when the meeting on first notice is held; the second is held on
// the day the stories play on.
const firstDay = "2017-12-07T10:00:00Z"

// Two members of nine come to a meeting: it is adjourned and called again, and
// a week later the same agenda is dealt with, no quorum being required.
func TestStorySecondNotice(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := begun(t, dir, "example")
	term := sits(t, dir, path, "--clock", firstDay)
	term.WaitFor("À traiter", "jeu. 07/12/2017")
	planExtraordinary(t, term)
	meetWithTwo(t, term)
	adjournForWantOfQuorum(t, term)
	callAgain(t, term)
	sendSecondNotice(t, term)
	quit(t, term)

	term = sits(t, dir, path)
	meetAgain(t, term)
	decideWithTwo(t, term)
	adjournSecond(t, term)
	quit(t, term)

	secondNoticeRead(t, dir)
	s := opened(t, path)
	sound(t, s)
	secondNoticeKept(t, s)
}

// planExtraordinary plans a meeting, with its object alone on the agenda, and
// sends its notice on the second try.
func planExtraordinary(t *testing.T, term *termtest.Terminal) {
	t.Helper()
	term.Press("1")
	term.WaitFor("Réunions", "6 lignes")
	term.Press("n")
	waitRow(t, term, "▌ Nature")
	term.Press("right")
	waitRow(t, term, "▌ Nature", "réunion extraordinaire")
	term.Press("tab")
	term.Type("Budget de 2018")
	term.Press("tab")
	term.Type("7/12")
	term.WaitFor("→ jeu. 07/12/2017")
	term.Press("tab", "tab")
	inField(t, term, "Heure de début")
	term.Type("10h")
	term.Press("tab", "tab")
	inField(t, term, "Lieu")
	term.Type("Salle des actes")
	term.Press("tab")
	complete(t, term, "alin", "[EXEMPLE] Harouna Alinéa")
	term.Press("tab")
	complete(t, term, "canev", "[EXEMPLE] Idrissa Canevas")
	term.Press("ctrl+s")
	waitRow(t, term, "▌", "07/12/17", "Budget de 2018", "prévue")
	term.Press("enter")
	term.WaitFor("Aucun point. i en ajoute un.")
	term.Press("P")
	term.WaitFor("[x]  Réunion extraordinaire · 4 points", "[ ]  Affaires découlant")
	term.Press("enter")
	term.WaitFor("Ordre du jour  4", "3  Examen de l’objet de la réunion")
	term.Press("Y")
	term.WaitFor("13 personnes ou structures attendues inscrites")
	term.Press("c")
	term.WaitFor("Convoquer : Budget de 2018")
	anew(term, "32/11")
	term.Press("ctrl+s")
	term.WaitFor("« 32/11 » n’est pas un jour")
	anew(term, "22/11")
	term.Press("ctrl+s")
	term.WaitFor("Réunion extraordinaire n° 05/2017", "22/11/2017, 15 jours avant", "6 structures requises sur 9")
}

// meetWithTwo opens the session, to which two members came.
func meetWithTwo(t *testing.T, term *termtest.Terminal) {
	t.Helper()
	term.Press("o")
	term.WaitFor("Ouverte à")
	term.Press("ctrl+s")
	term.WaitFor("Quorum non atteint : 0 structure présente sur 6 requises")
	attendByTwo(t, term)
	term.WaitFor("Quorum : 2 structures présentes, 6 requises sur 9")
	term.Press("esc")
	term.WaitFor("Quorum non atteint : 2 structures présentes sur 6 requises", "2 prés., 6 req. !")
	writeLine(t, term, "n", "Pas de quorum, on se reverra.")
	term.WaitFor("10:00   Pas de quorum, on se reverra.")
}

// attendByTwo notes that the association and one ministry came, of those on
// the list in their order.
func attendByTwo(t *testing.T, term *termtest.Terminal) {
	t.Helper()
	term.Press("y")
	term.WaitFor("13 à noter")
	waitRow(t, term, "▌", "Cheick", "attendu")
	term.Press("p", "e", "a", "a", "p", "p", "p", "a", "a", "a", "a", "a", "a")
	term.WaitFor("  0 à noter")
}

// adjournForWantOfQuorum passes over the items that nobody dealt with.
func adjournForWantOfQuorum(t *testing.T, term *termtest.Terminal) {
	t.Helper()
	term.Press("C")
	term.WaitFor("4 contrôles à revoir")
	term.Press("C")
	term.WaitFor("Lever la séance malgré ce qui manque ?")
	term.Press("o")
	term.WaitFor("Levée à")
	term.Press("ctrl+s")
	term.WaitFor("Bilan de la séance", "séance levée")
	term.Press("esc", "esc")
	term.WaitFor("Réunions › Réunion extraordinaire n° 05/2017", "t bilan")
}

// callAgain calls the meeting on second notice, the day typed first being
// before the first. It is done once only.
func callAgain(t *testing.T, term *termtest.Terminal) {
	t.Helper()
	term.Press("A")
	term.WaitFor("Convoquer une seconde fois", "Même ordre du jour, même lieu ; aucun quorum n’est requis.")
	term.Type("6/12")
	term.Press("tab")
	inField(t, term, "Motif")
	term.Type("Deux membres sur neuf")
	term.Press("ctrl+s")
	term.WaitFor("Doit être plus tardive")
	anew(term, "15/12")
	term.WaitFor("→ ven. 15/12/2017")
	term.Press("ctrl+s")
	term.WaitFor("seconde convocation préparée")
	waitRow(t, term, "▌ Première convocation", "05/2017", "Budget de 2018")
	term.Press("esc")
	waitRow(t, term, "Seconde convocation", "Budget de 2018")
	term.Press("A")
	term.WaitFor("une seconde convocation a déjà été préparée")
}

// sendSecondNotice goes to the meeting from the first, and sends its notice. To
// call that one again makes no sense, and is refused.
func sendSecondNotice(t *testing.T, term *termtest.Terminal) {
	t.Helper()
	term.Press("home")
	waitRow(t, term, "▌ Seconde convocation", "Budget de 2018")
	term.Press("enter")
	waitRow(t, term, "▌ Première convocation", "05/2017", "Budget de 2018")
	term.WaitFor("aucun quorum requis sur seconde convocation", "Ordre du jour  4")
	term.Press("c")
	term.WaitFor("Convoquer : Seconde convocation : Budget de 2018")
	anew(term, "7/12")
	term.WaitFor("→ jeu. 07/12/2017")
	term.Press("ctrl+s")
	term.WaitFor("Réunion sur seconde convocation n° 06/2017", "07/12/2017, 8 jours avant")
	term.Press("Y")
	term.WaitFor("13 personnes ou structures attendues inscrites")
	term.Press("A")
	term.WaitFor("seules les réunions ordinaires et extraordinaires", "se convoquent une seconde fois")
}

// meetAgain opens the second meeting from the first screen: no quorum is
// required, and nothing is said to be missing.
func meetAgain(t *testing.T, term *termtest.Terminal) {
	t.Helper()
	waitRow(t, term, "▌ Réunion sur seconde convocation n° 06/2017 · 15/12/2017")
	term.WaitFor("4 points à l’ordre du jour · convoquée", "ven. 15/12/2017")
	if term.Has("Il manque") {
		t.Errorf("something is said to be missing:\n%s", term.Screen())
	}
	term.Press("enter")
	term.WaitFor("Réunion sur seconde convocation n° 06/2017", "aucun quorum requis")
	term.Press("o")
	term.WaitFor("Ouverte à")
	term.Press("ctrl+s")
	term.WaitFor("quorum non requis", "constat de la seconde")
	attendByTwo(t, term)
	term.WaitFor("seconde convocation : aucun quorum requis · 2 structures présentes")
	term.Press("esc")
	term.WaitFor("quorum non requis", "point 1/4")
	term.Press("P")
	term.WaitFor("quorum non requis", "2 structures sur 9", "2 votants")
	term.Press("P")
	term.WaitGone("PRÉSENCES", "Quorum non atteint")
}

// decideWithTwo goes through the same agenda.
func decideWithTwo(t *testing.T, term *termtest.Terminal) {
	t.Helper()
	term.Press(">")
	waitRow(t, term, "▸ 1 Ouverture")
	term.Press("t")
	waitRow(t, term, "▸ 2 Adoption")
	term.Press("t")
	waitRow(t, term, "▸ 3 Examen")
	writeLine(t, term, "d", "Le budget de 2018 est arrêté.")
	term.WaitFor("D D-2017-13 Le budget de 2018 est arrêté.")
	term.Press("t")
	waitRow(t, term, "▸ 4 Récapitulation")
	term.Press("t")
	waitRow(t, term, "✓ 4 Récapitulation")
}

func adjournSecond(t *testing.T, term *termtest.Terminal) {
	t.Helper()
	term.Press("C")
	term.WaitFor("Rien ne manque : C lève la séance.")
	term.Press("C")
	term.WaitFor("Levée à")
	term.Press("ctrl+s")
	term.WaitFor("Bilan de la séance", "D-2017-13  Le budget de 2018 est arrêté.")
	term.Press("w")
	term.WaitFor("4 documents écrits")
}

func secondNoticeRead(t *testing.T, dir string) {
	t.Helper()
	reads(t, dir, "releve-de-decisions-06-2017.md",
		"Réunion sur seconde convocation n° 06/2017", "Seconde convocation : Budget de 2018", "vendredi 15 décembre 2017",
		"**Décision D-2017-13** (adoptée) > Le budget de 2018 est arrêté.")
	reads(t, dir, "projet-de-pv-06-2017.txt",
		"Nature : réunion sur seconde convocation", "Convocation : envoyée le 07/12/2017",
		"Première convocation : Réunion extraordinaire n° 05/2017, 07/12/2017",
		"Présents ou représentés : 2 structures (à l’ouverture)", "La réunion se tient sur seconde convocation : aucun quorum n’est requis.",
		"Présence : 2 structures sur 9", "Le budget de 2018 est arrêté.")
}

func secondNoticeKept(t *testing.T, s *store.Store) {
	t.Helper()
	first, second := heldOn(t, s, "2017-12-07"), heldOn(t, s, "2017-12-15")
	m := second.Meeting
	if m.Kind != committee.SecondNotice || m.FirstNotice != first.Meeting.ID || first.Again != m.ID || m.Ref != "06/2017" || m.State != committee.Adjourned {
		t.Errorf("the second meeting is %+v, of %+v", m, first.Meeting)
	}
	if q := m.Quorum; !q.Rule || q.Required != 0 || q.Present != 2 || len(m.Overridden) != 0 {
		t.Errorf("it was held with %+v, and %+v passed over", q, m.Overridden)
	}
	if q := first.Meeting.Quorum; q.Required != 6 || q.Present != 2 || len(first.Meeting.Overridden) != 4 {
		t.Errorf("the first was held with %+v, and %+v passed over", q, first.Meeting.Overridden)
	}
	var paper strings.Builder
	if err := document.PlainText(&paper, document.Minutes(must(s.MeetingRecord(background, first.Meeting.ID))(t))); err != nil || !strings.Contains(paper.String(), "Le quorum n’était pas atteint") {
		t.Errorf("the minutes of the first, %v, do not say how it rose:\n%s", err, paper.String())
	}
	if len(second.Items) != len(first.Items) {
		t.Fatalf("%d items came of %d", len(second.Items), len(first.Items))
	}
	for n, i := range second.Items {
		was := first.Items[n]
		if i.From != was.ID || i.Planned != was.Planned || i.Outcome != committee.DealtWith || was.Outcome != committee.Pending {
			t.Errorf("%+v came of %+v", i, was)
		}
		if n > 0 && i.Title != was.Title {
			t.Errorf("%q is called %q", was.Title, i.Title)
		}
	}
	d := only(t, must(s.Decisions(background, register.Query{Filter: "D-2017-13"}))(t), nil)
	if d.State != committee.Adopted || d.Text != "Le budget de 2018 est arrêté." {
		t.Errorf("the decision is %+v", d)
	}
}
