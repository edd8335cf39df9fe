//go:build unix

package main

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/internal/termtest"
	"suivi/store"
)

// members are the institutions of the committee that holds the workshop, each
// with somebody who sits for it.
var members = []struct{ acronym, name, person string }{
	{"MAE", "Ministère des Affaires étrangères", "Oumar Bah"},
	{"MJ", "Ministère de la Justice", "Awa Traoré"},
	{"MPF", "Ministère de la Promotion de la Femme", "Fanta Sidibé"},
	{"MS", "Ministère de la Sécurité", "Issa Keïta"},
	{"MSP", "Ministère de la Santé", "Mariam Cissé"},
	{"MT", "Ministère du Travail", "Boubacar Diallo"},
}

// rapporteur is who keeps the minutes of the workshop.
const rapporteur = "Aïssata Coulibaly"

// assembled puts the file of a committee in the folder of a test: its members,
// who sits for them, and its rule that half of them make the quorum.
func assembled(t *testing.T, dir string) string {
	t.Helper()
	path := filepath.Join(dir, "comite.suivi")
	day := time.Date(2017, 10, 2, 9, 0, 0, 0, time.UTC)
	s := must(store.Create(path, store.Options{Now: func() time.Time { return day }}))(t)
	defer s.Close()
	c := must(s.Committee(background))(t)
	c.Name, c.Acronym, c.Language = "Comité national de coordination", "CNC", committee.French
	c.Quorum = committee.Quorum{Base: committee.BaseInstitutions, Numerator: 1, Denominator: 2}
	must(s.SaveCommittee(background, c))(t)
	for _, m := range members {
		i := must(s.SaveInstitution(background, committee.Institution{Name: m.name, Acronym: m.acronym, Capacity: committee.Member}))(t)
		f := must(s.SaveFunction(background, committee.Function{Institution: i.ID, Title: "Point focal " + m.acronym}))(t)
		p := must(s.SavePerson(background, committee.Person{Name: m.person}))(t)
		must(s.SaveMandate(background, committee.Mandate{Person: p.ID, Function: f.ID, Kind: committee.Titular, From: "2017-01-01"}))(t)
	}
	must(s.SavePerson(background, committee.Person{Name: rapporteur}))(t)
	must(s.SaveInstitution(background, committee.Institution{Name: "Office des Nations Unies contre la drogue et le crime", Acronym: "ONUDC", Capacity: committee.Partner}))(t)
	return path
}

// workshop is the terminal of whoever keeps the minutes of the workshop.
type workshop struct {
	*termtest.Terminal
	t         *testing.T
	dir, path string
}

// on opens the laptop at a time of a day.
func (w *workshop) on(clock string) {
	w.t.Helper()
	w.Terminal = play(w.t, termtest.Options{Dir: w.dir, Args: []string{"--as", rapporteur, w.path, "--clock", clock}})
	w.WaitFor("Comité national de coordination", "q quitter")
}

// back goes into the session from the first screen, on another half-day.
func (w *workshop) back(clock, at string) {
	w.t.Helper()
	w.on(clock)
	if at == "séance suspendue" {
		w.WaitFor("Séance suspendue", "séance suspendue depuis")
	} else {
		w.WaitFor("Réunion en séance")
	}
	w.Press("enter")
	w.WaitFor(at, "Séance : Atelier")
}

// closes leaves the session, if one is in sight, and shuts the laptop.
func (w *workshop) closes() {
	w.t.Helper()
	w.Press("ctrl+g")
	quit(w.t, w.Terminal)
}

// notes takes the attendance of the half-day that it is, one key a person.
func (w *workshop) notes(half, keys, present string) {
	w.t.Helper()
	w.Press("y")
	w.WaitFor(half, "à noter", "Boubacar Diallo")
	w.Press(strings.Fields(keys)...)
	w.WaitFor("Quorum : " + present)
	w.Press("esc")
	w.WaitGone("Nom  ")
}

// writes types lines of one kind, one after the other.
func (w *workshop) writes(key string, lines ...string) {
	w.t.Helper()
	w.Press(key)
	w.WaitFor(" › ", "⏎ enregistrer")
	for _, l := range lines {
		w.Type(l)
		w.Press("enter")
	}
	w.Press("enter")
	w.WaitGone("⏎ enregistrer")
}

// deals says that the item under way is dealt with; the next one follows.
func (w *workshop) deals(next string) {
	w.t.Helper()
	w.Press("t")
	w.WaitFor(" : traité", next)
}

// Four days in Bamako: the workshop is prepared, runs by half-days, stops in
// the evening and goes on the next day, its groups bring their recommendations
// to the plenary on the last day, and the papers are written.
func TestStoryFourDayWorkshopWithGroups(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	w := &workshop{t: t, dir: dir, path: assembled(t, dir)}
	w.on("2017-10-20T09:00:00Z")
	w.isPlanned()
	w.isPrepared()
	w.closes()
	w.opens()
	w.worksInGroups()
	w.losesItsQuorum()
	w.forgotToSuspend()
	w.adopts()
	w.adjourns()

	s := opened(t, w.path)
	sound(t, s)
	w.keptByHalfDay(s)
	w.keptItsVote(s)
	w.wrotePapers()
}

// isPlanned enters the workshop, with its two groups. The last day is first
// mistyped, and refused.
func (w *workshop) isPlanned() {
	w.t.Helper()
	w.Press("1", "n")
	inField(w.t, w.Terminal, "Nature")
	w.Press("right", "right", "right", "right")
	waitRow(w.t, w.Terminal, "▌ Nature", "atelier")
	w.Press("tab")
	w.Type("Atelier de Bamako")
	w.Press("tab")
	w.Type("30/10/2017")
	w.Press("tab")
	inField(w.t, w.Terminal, "Dernier jour")
	w.Type("2/10/2017")
	w.Press("ctrl+s")
	w.WaitFor("! La fin ne peut pas précéder le début.")
	w.Press("ctrl+u")
	w.Type("2/11/2017")
	waitRow(w.t, w.Terminal, "▌ Dernier jour", "→ jeu. 02/11/2017")
	w.Press("tab")
	w.Type("9h")
	w.Press("tab")
	w.Type("17h")
	w.Press("tab")
	w.Type("Bamako")
	w.Press("ctrl+s")
	waitRow(w.t, w.Terminal, "▌", "30/10/17", "Atelier de Bamako")
	for n, name := range []string{"Commission Coordination", "Commission Feuille de route"} {
		w.Press("6")
		w.WaitFor("▸ Structures")
		w.Press("tab", "tab", "tab", "n")
		inField(w.t, w.Terminal, "Nom")
		w.Type(name)
		w.Press("tab")
		w.Type([]string{"C1", "C2"}[n])
		w.Press("tab", "right", "tab")
		inField(w.t, w.Terminal, "Réunion")
		complete(w.t, w.Terminal, "bamako", "Atelier de Bamako")
		w.Press("ctrl+s")
		waitRow(w.t, w.Terminal, "▌", name)
	}
}

// isPrepared makes the agenda from the template, lists those expected, and
// notes the notice.
func (w *workshop) isPrepared() {
	w.t.Helper()
	w.Press("1")
	waitRow(w.t, w.Terminal, "▌", "Atelier de Bamako")
	w.Press("enter")
	w.WaitFor("Aucun point. i en ajoute un.")
	w.Press("P")
	w.WaitFor("[x]  Atelier · 13 points", "17 h 55 prévues pour 32 h", "Commission Coordination")
	w.Press("enter")
	w.WaitFor("Ordre du jour  13", "Jour 2 · mar. 31/10/2017")
	w.Press("Y")
	w.WaitFor("6 personnes ou structures attendues inscrites")
	w.Press("c")
	w.WaitFor("Convocation envoyée le *  20/10/2017")
	w.Press("ctrl+s")
	w.WaitFor("◐ convoquée", "10 jours avant")
}

// opens is the first morning. Somebody is noted absent who sits there, and is
// noted again; somebody comes who was not expected.
func (w *workshop) opens() {
	w.t.Helper()
	w.on("2017-10-30T09:05:00Z")
	w.WaitFor("aujourd’hui", "13 points à l’ordre du jour")
	w.Press("enter")
	w.WaitFor("◐ convoquée")
	w.Press("o")
	w.WaitFor("Ouvrir la séance")
	w.Press("enter")
	w.WaitFor("point 1/13", "Présences de la demi-journée à relever : y")
	w.notes("lun. 30/10/2017, matin", "p p a p e a home j j p", "4 structures présentes, 3 requises sur 6")
	w.Press("y")
	w.WaitFor("0 à noter")
	w.Press("i")
	w.WaitFor("Nouvel invité")
	w.Press("tab")
	inField(w.t, w.Terminal, "Structure")
	complete(w.t, w.Terminal, "onudc", "ONUDC")
	w.Press("ctrl+s")
	w.WaitFor("ONUDC : présent", "4 structures présentes, 3 requises")
	w.Press("esc", ">")
	w.WaitFor("▸ 1 Cérémonie")
	w.writes("n", "La ministre ouvre les travaux.")
	w.deals("2 · Présentation des objectifs")
	w.deals("3 · Séance plénière du jour 1")
	w.writes("b", "Le Sénégal forme ses points focaux chaque année.")
	w.writes("f", "Les échéances ne sont suivies par personne.")
	w.closes()
}

// worksInGroups is the first afternoon: the list is taken anew, the first group
// writes its recommendations, and the day ends.
func (w *workshop) worksInGroups() {
	w.t.Helper()
	w.back("2017-10-30T16:40:00Z", "4 prés., 3 req. ✓")
	w.notes("lun. 30/10/2017, après-midi", "p p e p p p p", "5 structures présentes, 3 requises sur 6")
	w.deals("4 · Travaux de groupe du jour 1")
	w.writes("r", "Désigner un point focal par structure #C1 @MJ >31/12/2017", "Tenir une réunion de coordination par trimestre #C1 @MS", "Créer un fichier commun des victimes #C1 @MPF")
	w.WaitFor("R-2017-03", "MPF, proposée")
	w.deals("5 · Séance plénière du jour 2")
	w.Press("S")
	w.WaitFor("séance suspendue", "S reprendre")
	w.closes()
}

// losesItsQuorum is the second morning: two are there, too few, until a third
// one comes.
func (w *workshop) losesItsQuorum() {
	w.t.Helper()
	w.back("2017-10-31T09:10:00Z", "séance suspendue")
	w.Press("S")
	w.WaitFor("point 5/13", "Présences de la demi-journée à relever : y")
	w.notes("mar. 31/10/2017, matin", "p p a a e a", "2 structures présentes, 3 requises sur 6")
	w.WaitFor("! Quorum perdu : 2 structures présentes sur 3 requises")
	w.Press("m")
	w.WaitFor("Arrivée ou départ")
	complete(w.t, w.Terminal, "issa", "Issa Keïta")
	waitRow(w.t, w.Terminal, "Mouvement", "arrivée")
	w.Press("ctrl+s")
	w.WaitFor("3 prés., 3 req. ✓", "Le quorum est atteint.")
	w.WaitGone("Quorum perdu")
	w.writes("n", "Chaque structure présente son mandat.")
	w.closes()
}

// forgotToSuspend is the third afternoon: the laptop was shut without
// suspending. An alternate sits for one who is away.
func (w *workshop) forgotToSuspend() {
	w.t.Helper()
	w.back("2017-11-01T16:50:00Z", "point 5/13")
	w.WaitFor("Présences de la demi-journée à relever : y")
	w.Press("y")
	w.WaitFor("mer. 01/11/2017, après-midi", "7 à noter")
	w.Press("r")
	w.WaitFor("Représenté : Awa Traoré")
	w.Type("Moussa Sangaré")
	w.Press("tab", "right", "ctrl+s")
	w.WaitFor("n’est pas sur la liste")
	w.Press("ctrl+s")
	w.WaitFor("Awa Traoré : représenté · Moussa Sangaré", "6 à noter")
	w.Press("p", "p", "p", "p", "p")
	w.WaitFor("1 à noter", "6 structures présentes, 3 requises sur 6")
	w.Press("esc")
	w.deals("6 · Travaux de groupe du jour 2")
	w.deals("7 · Séance plénière du jour 3")
	w.deals("8 · Travaux de groupe du jour 3")
	w.writes("r", "Adopter une feuille de route annuelle #C2 @MJ")
	w.WaitFor("R-2017-04")
	w.Press("S")
	w.WaitFor("séance suspendue")
	w.closes()
}

// adopts is the last morning, when Justice is away: the groups report, what
// they recommend is adopted together but for one, which is put to the vote by
// name.
func (w *workshop) adopts() {
	w.t.Helper()
	w.back("2017-11-02T09:20:00Z", "séance suspendue")
	w.Press("S")
	w.notes("jeu. 02/11/2017, matin", "e p p p p e", "4 structures présentes, 3 requises sur 6")
	w.deals("9 · Séance plénière du jour 4")
	w.writes("n", "Les deux commissions ont remis leur rapport.")
	w.Press("M") // it belongs to the adoption
	w.WaitFor("Déplacer vers le point…")
	w.Type("12")
	w.WaitFor("▸ 12 · Examen et adoption")
	w.Press("enter", "enter")
	w.WaitFor("Ligne déplacée au point 12.")
	w.deals("10 · Rapport du groupe de travail")
	w.Press("B")
	w.WaitFor("3 cochées sur 3", "R-2017-01", "R-2017-03")
	w.Press("down", "space")
	waitRow(w.t, w.Terminal, "▌", "exceptée", "R-2017-02")
	w.Press("ctrl+s")
	w.WaitFor("2 recommandations adoptées ensemble")
	w.Press("esc")
	w.votesByName()
	w.deals("11 · Rapport du groupe de travail")
	w.Press("B")
	w.WaitFor("1 cochée sur 1", "R-2017-04")
	w.Press("ctrl+s")
	w.WaitFor("1 recommandation adoptée")
	w.Press("esc")
	w.deals("12 · Examen et adoption")
	w.WaitFor("Les deux commissions ont remis leur")
	w.writes("d", "Le Comité adopte les lignes directrices de coordination.")
	w.writes("n", "Diffuser les lignes directrices @MJ >31/01/2018")
	w.Press("c") // it was an action
	w.WaitFor("Changer en")
	w.Press("a")
	w.WaitFor("Ligne changée en action.", "A-2017-01")
	w.closes()
}

// votesByName puts the excepted one to the vote: only those of this half-day
// are called.
func (w *workshop) votesByName() {
	w.t.Helper()
	w.WaitFor("10 · Rapport du groupe")
	w.Press("v")
	waitRow(w.t, w.Terminal, "▌ Mis aux voix", "R-2017-02")
	w.Press("tab", "tab")
	inField(w.t, w.Terminal, "Mode")
	w.Press("right", "right", "tab")
	w.WaitFor("Fanta Sidibé", "Mariam Cissé", "Issa Keïta", "Oumar Bah", "Se retirent")
	if w.Has("Awa Traoré") || w.Has("Boubacar Diallo") {
		w.t.Errorf("somebody who is away is called:\n%s", w.Screen())
	}
	w.Press("p", "p", "p")
	w.Press("ctrl+s") // one voice is missing
	w.WaitFor("sur 4 votants", "il en manque 1")
	inField(w.t, w.Terminal, "Oumar Bah")
	w.Press("c")
	w.WaitFor("3 + 1 = 4 sur 4 votants")
	w.Press("ctrl+s")
	w.WaitGone("Mis aux voix")
	w.WaitFor("Vote consigné : Adoptée par 3 voix pour, 1 contre et 0 abstention, par", "appel nominal")
}

// adjourns is the end of the last morning: an item that was passed over is
// found by the checks, and dealt with; so are the chair and the secretary, whom
// nobody named.
func (w *workshop) adjourns() {
	w.t.Helper()
	w.back("2017-11-02T12:45:00Z", "point 12/13")
	w.deals("13 · Récapitulation des résultats")
	w.Press("C")
	w.WaitFor("Récapitulation")
	w.Press("esc", "t")
	w.WaitFor("traité")
	w.Press("C")
	w.WaitFor("présidence de séance à préciser", "secrétariat de séance à préciser")
	for _, office := range []struct{ field, person string }{
		{"Président(e) de séance", members[0].person}, {"Secrétaire de séance", rapporteur},
	} {
		w.Press("e")
		inField(w.t, w.Terminal, office.field)
		complete(w.t, w.Terminal, office.person, office.person)
		w.Press("ctrl+s")
		w.WaitGone(office.field)
	}
	w.WaitFor("Rien ne manque")
	w.Press("C")
	w.WaitFor("Levée à")
	w.Press("enter")
	w.WaitFor("Bilan de la séance", "✓ levée")
	w.Press("w")
	w.WaitFor("4 documents écrits")
	w.closes()
}

// session is the workshop as the file holds it.
func (w *workshop) session(s *store.Store) register.Session {
	w.t.Helper()
	return must(s.Session(background, only(w.t, must(s.Meetings(background, register.Query{}))(w.t), nil).ID))(w.t)
}

// keptByHalfDay holds the file to who was there, half-day by half-day, and to
// the presence that each item keeps: p present, r represented, e excused,
// a absent, in the order of the half-days that were noted.
func (w *workshop) keptByHalfDay(s *store.Store) {
	w.t.Helper()
	v := w.session(s)
	letters := map[committee.Presence]string{
		committee.Awaited: "-", committee.Present: "p", committee.Represented: "r", committee.Excused: "e", committee.Absent: "a",
	}
	want := map[string]string{
		"Awa Traoré": "pppre", "Fanta Sidibé": "ppppp", "Mariam Cissé": "peapp", "Issa Keïta": "ppppp", "Oumar Bah": "epepp", "Boubacar Diallo": "apape",
	}
	for _, a := range v.Attendance {
		got := ""
		for _, half := range []committee.HalfDay{{Day: 1}, {Day: 1, Afternoon: true}, {Day: 2}, {Day: 3, Afternoon: true}, {Day: 4}} {
			got += letters[a.During(half)]
		}
		name := v.Names[committee.Thing{Kind: committee.KindPerson, ID: string(a.Person)}].Full
		if a.Quality == committee.AsGuest {
			if got != "pp---" {
				w.t.Errorf("the guest is noted %q", got)
			}
		} else if got != want[name] {
			w.t.Errorf("%s is noted %q, want %q", name, got, want[name])
		}
	}
	for n, present := range map[int]int{1: 4, 4: 5, 5: 3, 6: 6, 7: 6, 9: 4, 10: 4, 12: 4} {
		if q := v.Items[n-1].Quorum; q.Present != present || q.Base != 6 || q.Required != 3 {
			w.t.Errorf("item %d keeps %+v, want %d present", n, q, present)
		}
	}
	if m := v.Meeting; m.State != committee.Adjourned || m.Closed != "12:45" || m.Quorum.Present != 4 || len(m.Overridden) != 0 {
		w.t.Errorf("the workshop is %s at %s, %+v, passed over %+v", m.State, m.Closed, m.Quorum, m.Overridden)
	}
}

// keptItsVote holds the file to the vote of the last morning, and to what the
// groups proposed.
func (w *workshop) keptItsVote(s *store.Store) {
	w.t.Helper()
	v, votes := w.session(s), 0
	for _, e := range v.Entries {
		if e.Kind != committee.EntryVote {
			continue
		}
		votes++
		if e.On != "2017-11-02" || e.Quorum.Present != 4 || e.Quorum.Base != 6 || len(e.Ballot.Named) != 4 || *e.Votes.For != 3 || *e.Votes.Against != 1 {
			w.t.Errorf("the vote is %+v", e)
		}
	}
	if votes != 1 {
		w.t.Errorf("%d votes were taken", votes)
	}
	found := must(s.Recommendations(background, register.Query{}))(w.t)
	for _, r := range found.Rows {
		if r.Decision != committee.Adopted {
			w.t.Errorf("%s is %s", r.Ref, r.Decision)
		}
	}
	action := sheetOf(w.t, s, "A-2017-01").Action
	if len(found.Rows) != 4 || action.Due != "2018-01-31" || action.Institution == "" {
		w.t.Errorf("%d recommendations; the action is %+v", len(found.Rows), action)
	}
}
