package tui_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/draft"
	"suivi/internal/i18n"
	"suivi/internal/register"
	"suivi/store"
	"suivi/tui"
)

// agendaOfTests are the items of the meeting that the session's tests run.
var agendaOfTests = []committee.AgendaItem{
	{Title: "Ouverture et vérification du quorum", Planned: 5},
	{Title: "Suites des réunions précédentes", Planned: 20},
	{Title: "Rapport du groupe Prévention", Planned: 15, Kind: committee.ReportBack},
	{Title: "Budget annuel", Planned: 20},
	{Title: "Calendrier", Planned: 10},
	{Title: "Divers", Kind: committee.AnyOtherBusiness},
}

// presided is a meeting over which one person of the example presides, and of which
// another keeps the minutes.
func presided(t testing.TB, s *store.Store, m committee.Meeting) committee.Meeting {
	t.Helper()
	found, err := s.People(context.Background(), register.Query{Limit: 2})
	if err != nil || len(found.Rows) < 2 {
		t.Fatalf("%d people, %v", len(found.Rows), err)
	}
	m.Chair, m.Secretary = found.Rows[0].ID, found.Rows[1].ID
	return m
}

// convened is a meeting of the example that is in session today, with those
// expected on its list, present.
func convened(t testing.TB, s *store.Store) committee.Meeting {
	t.Helper()
	ctx := context.Background()
	m, err := s.SaveMeeting(ctx, presided(t, s, committee.Meeting{
		Kind: committee.Ordinary, Title: "Réunion ordinaire de décembre", Starts: "2017-12-15", Ends: "2017-12-15", Language: committee.French,
	}))
	if err != nil {
		t.Fatal(err)
	}
	for _, i := range agendaOfTests {
		i.Meeting = m.ID
		if i.Kind == "" {
			i.Kind = committee.Discussion
		}
		if _, err := s.SaveAgendaItem(ctx, i); err != nil {
			t.Fatal(err)
		}
	}
	if m, err = s.OpenMeeting(ctx, m.ID, m.Version, "10:00"); err != nil {
		t.Fatal(err)
	}
	members, err := s.Institutions(ctx, register.Query{})
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range members.Rows {
		if l.Capacity != committee.Member {
			continue
		}
		a := committee.Attendance{Meeting: m.ID, Institution: l.ID, Quality: committee.AsTitular, Presence: committee.Present}
		if _, err := s.SaveAttendance(ctx, a); err != nil {
			t.Fatal(err)
		}
	}
	return m
}

// inTheRoom stands on the session of such a meeting.
func inTheRoom(t testing.TB, width, height int, loc *i18n.Locale, change ...func(*tui.Config)) *user {
	t.Helper()
	u := visit(t, "example", width, height, loc, change...)
	convened(t, u.book)
	return u.press("9", "g", "a", "enter")
}

// writing opens a line with a key, types it and saves it, then ends.
func (u *user) writing(key, line string) *user {
	return u.press(key).write(line).press("enter", "esc")
}

func TestHomeLeadsBackIntoTheSession(t *testing.T) {
	u := inTheRoom(t, 80, 24, french()).sees("Séance n° 05/2017", "point 1/6")
	u.press("ctrl+g").sees("Réunion en séance").press("enter").sees("Séance n° 05/2017")
}

func TestOpeningAMeetingLeadsIntoItsSession(t *testing.T) {
	u := aMeeting(t).press("c", "enter", "o", "enter").sees("Séance n° 01/2017", "1 · Ouverture")
	u.press("ctrl+g").sees("▸ en séance", "o séance").press("o").sees("Séance n° 01/2017")
}

func TestLinesFollowOneAnotherWithoutAnotherKey(t *testing.T) {
	u := inTheRoom(t, 80, 24, french()).press(">").sees("0′/5′").press("n")
	u.write("Le président ouvre la séance.").press("enter").sees("10:42   Le président ouvre la séance.", "note ›")
	u.write("Le quorum est constaté.").press("enter").sees("10:42   Le quorum est constaté.", "note ›")
	u.press("enter").misses("note ›").press("d").write("Le budget est arrêté.").press("enter", "esc")
	u.sees("10:42 D D-2017-", "Le budget est arrêté.").misses("décision ›")
}

func TestVotesThatWereNotCountedAreLeftOutOfTheLine(t *testing.T) {
	u := inTheRoom(t, 120, 30, french()).press(">", "v", "tab").write("Oui.").press("tab", "right", "tab").write("8").press("tab").write("1").press("ctrl+s")
	u.sees("Oui. — adoptée par 8 voix pour et", "1 contre, à main levée").misses("contre, —", "0 abstention")
}

// Each vote tells on its line what it came to: a free question, a consensus, one
// by name with who takes no part, a tie that the chair settles; the page of the
// decision tells that last one as well.
func TestTheLineOfAVoteTellsItsResult(t *testing.T) {
	u := visit(t, "example", 140, 40, french())
	convened(t, u.book)
	c := must(u.book.Committee(context.Background()))
	c.Quorum.CastingVote = committee.Yes
	must(u.book.SaveCommittee(context.Background(), c))
	u.press("9", "g", "a", "enter").press(">")
	u.press("v").field("Mis aux voix").press("right").field("Question").write("Faut-il poursuivre ?").press("ctrl+s")
	u.sees("Faut-il poursuivre ? — oui, par consensus")
	u.press("v").field("Texte").write("Le bureau est élu.").press("ctrl+s").sees("Le bureau est élu. — adoptée par consensus")
	u.press("v").field("Texte").write("Siéger à huis clos.").field("Mode").press("right", "right", "tab", "p", "p", "p", "p", "p", "c", "c", "c", "n").press("ctrl+s")
	u.sees("huis clos. — adoptée par 5 voix pour,", "3 contre, 0 abstention et 1 ne prenant pas part au vote,", "par appel nominal")
	u.press("v").field("Texte").write("Louer l’annexe.").field("Mode").press("right", "tab").write("4").press("tab").write("4").press("tab").write("1")
	u.field("Voix prépondérante").press("right").press("ctrl+s").sees("Louer l’annexe. — partage égal des voix", "la voix de la présidence", "l’emporte : adoptée")
	u.press("enter").sees("4 pour, 4 contre, 1 abstention, voix prépondérante de la présidence : pour")
}

func TestFactsAreShownAsUnderstoodBeforeEnter(t *testing.T) {
	u := inTheRoom(t, 80, 24, french()).press("a").write("Saisir le décret @jus").sees("▌ [EXEMPLE] Ministère de la Justice")
	u.press("tab").write(">15/01/2018 !haute").sees("EX-JUST  échéance 15/01/2018  priorité haute")
	u.write(" #zut").sees("! #zut : introuvable dans le fichier")
	u.press("enter", "esc").sees("A A-2017-", "Saisir le décret ?#zut —", "EX-JUST, 15/01/2018")
}

// What is only half typed is not said to be nowhere while names are offered for it.
func TestAHalfTypedNameIsOneOfSeveral(t *testing.T) {
	u := inTheRoom(t, 80, 24, french()).press("a").write("Saisir @ex-s").sees("▌ [EXEMPLE]", "! @ex-s : 3 possibilités : précisez").misses("introuvable")
	u.write("zz").sees("! @ex-szz : introuvable dans le fichier")
}

func TestALeftLineIsNotLost(t *testing.T) {
	u := inTheRoom(t, 80, 24, french()).press("n").write("À moitié dite").press("esc")
	u.sees("Cette ligne n’est pas enregistrée").press("esc").sees("note › À moitié dite").press("esc", "enter")
	u.misses("note ›").sees("10:42   À moitié dite")
	u.press("n").write("À abandonner").press("esc", "ctrl+x").misses("À abandonner")
}

func TestALineIsEditedTurnedMovedAndRemoved(t *testing.T) {
	u := inTheRoom(t, 140, 40, french()).press(">").writing("n", "Transmettre la liste @jus >31/01/2018")
	u.sees("EX-JUST : Transmettre la liste >31/01/2018")
	u.press("c", "a").sees("Ligne changée en action.", "A A-2017-", "Transmettre la liste — EX-JUST, 31/01/2018")
	u.press("e").sees("modifier · action › Transmettre la liste @EX-JUST >31/01/2018", "EX-JUST  échéance 31/01/2018")
	u.press("home").write("Vite, ").press("enter").sees("Vite, Transmettre la liste", "31/01/2018").misses("modifier ·")
	u.press("M", "4").sees("Ligne déplacée.").misses("Vite, Transmettre").press("4").sees("4 · Budget annuel", "Vite, Transmettre")
	u.press("z", "z").sees("Ligne retirée").misses("10:42 A").press("u").sees("retirée", "Reviendra au procès-verbal : « Vite")
	u.press("enter").sees("10:42 A")
}

// A workshop has more items than there are digits: the one that the line goes
// to is found by its number or its words.
func TestALineIsMovedOnALongAgenda(t *testing.T) {
	u := longAgenda(t).press(">").writing("n", "Une").writing("n", "Deux")
	u.press("M").write("introuvable").press("enter").sees("aucun autre point de cet ordre du jour").misses("inconnu du fichier").press("esc", "ctrl+x")
	u.press("M").sees("Déplacer vers le point…", "Deux").write("lignes").sees("11 · Lignes directrices").misses("12 · Clôture")
	u.press("enter", "enter").sees("Ligne déplacée au point 11.").misses("10:42   Deux")
	u.press("M").write("10").sees("▸ 10 · Bonnes pratiques").press("enter", "enter").sees("Ligne déplacée au point 10.").misses("10:42   Une")
	u.press("tab")
	for range 9 {
		u.press("down")
	}
	u.sees("10 · Bonnes pratiques", "10:42   Une").press("down").sees("11 · Lignes directrices", "10:42   Deux")
}

// longAgenda is a session of twelve items.
func longAgenda(t *testing.T) *user {
	t.Helper()
	u := visit(t, "example", 80, 24, french())
	m := convened(t, u.book)
	for _, title := range []string{"Module 1", "Module 2", "Restitution", "Bonnes pratiques", "Lignes directrices", "Clôture des travaux"} {
		must(u.book.SaveAgendaItem(context.Background(), committee.AgendaItem{Meeting: m.ID, Title: title, Kind: committee.Discussion}))
	}
	return u.press("9", "g", "a", "enter")
}

// An item beyond nine is reached by its two digits, on both keyboards; a digit
// that no longer number begins with goes at once.
func TestAnItemBeyondNineIsReachedByItsNumber(t *testing.T) {
	u := longAgenda(t).sees("6 req. ✓  point 1/12 à aborder").press("1").sees("Point 1 : ⏎ ; du point 10 au 12 : un second chiffre.", "1-9 second chiffre", "⏎ point 1", "échap renoncer").misses("▸ 1 ")
	u.press("2").sees("▸12 Clôture", "point 12/12")
	u.press("&", "à").sees("▸10 Bonnes").press("1", "1").sees("▸11 Lignes").press("2").sees("▸ 2 Suites")
	u.press("1", "9").sees("Il n’y a pas de point 19", "▸ 2 Suites").press("0").sees("Il n’y a pas de point 0")
	u.press("1", "esc").sees("▸ 2 Suites").misses("second chiffre").press("1", "enter").sees("▸ 1 Ouverture")
}

// What follows the one digit of an item is for that item.
func TestAKeyAfterTheFirstDigitIsForItsItem(t *testing.T) {
	u := longAgenda(t).press("2", "1", "n").write("Au premier.").press("enter", "esc").sees("▸ 1 Ouverture", "Au premier.")
	u.press("2").misses("Au premier.").press("t", "1", "?").sees("En séance").press("esc").sees("▸ 1 Ouverture", "point 1/12")
}

func TestALineIsSplitAtTheCursor(t *testing.T) {
	u := inTheRoom(t, 80, 24, french()).press(">").writing("n", "Premier propos. Second propos.")
	u.press("e", "home")
	for range 15 {
		u.press("right")
	}
	u.press("ctrl+x").sees("Ligne coupée en deux.", "10:42   Premier propos.", " 10:42   Second propos.")
}

func TestUpAndDownChooseALine(t *testing.T) {
	u := inTheRoom(t, 80, 24, french()).press(">").writing("n", "Une").writing("n", "Deux").sees("▌10:42   Deux")
	u.press("up").sees("▌10:42   Une", " 10:42   Deux").press("down").sees("▌10:42   Deux")
}

func TestItemsAreGoneThrough(t *testing.T) {
	u := inTheRoom(t, 80, 24, french()).press(">").sees("point 1/6", "▸ 1 Ouverture")
	u.press(">").sees("point 2/6", "▸ 2 Suites").press("<").sees("point 1/6").press("4").sees("point 4/6", "▸ 4 Budget")
	u.press("é").sees("point 2/6").press("t").sees("✓ 2 Suites", "▸ 3 Rapport", "point 3/6")
	u.press("p").sees("Reporter le point").write("Rapporteure absente").press("enter").sees("→ 3 Rapport", "▸ 4 Budget")
	u.press("w", "enter").sees("✗ 4 Budget", "▸ 5 Calendrier")
	u.press("tab", "up", "up", "up", "up").sees("lecture 1/6 · en cours 5", "1 · Ouverture").press("enter").sees("▸ 1 Ouverture")
}

// Going back to what is concluded only shows it: what it was dealt with under
// stays, and the item under way goes on.
func TestAConcludedItemIsOnlyRead(t *testing.T) {
	u := inTheRoom(t, 80, 24, french()).press(">", "t", "t").sees("✓ 2 Suites", "▸ 3 Rapport", "point 3/6  0′/15′")
	first := func() committee.AgendaItem {
		all := must(u.book.Meetings(context.Background(), register.Query{})).Rows
		at := slices.IndexFunc(all, func(m register.MeetingLine) bool { return m.State == committee.InSession })
		return must(u.book.Session(context.Background(), all[at].ID)).Items[0]
	}
	was := first()
	for _, way := range [][]string{{"1"}, {"<", "<"}, {"tab", "up", "up", "enter"}} {
		u.press(way...).sees("lecture 1/6 · en cours 3", "1 · Ouverture", "▸ 3 Rapport", "échap revenir au point 3", "T reprendre")
		u.press("esc").sees("3 · Rapport", "point 3/6")
	}
	u.press("1").writing("n", "Ajout au premier point.").sees("lecture 1/6", "Ajout au premier point.", "▸ 3 Rapport")
	if now := first(); now.Version != was.Version {
		t.Errorf("it was %+v, it is %+v", was, now)
	}
	u.press(">").sees("lecture 2/6").press(">").sees("point 3/6", "3 · Rapport")
	u.press("1", "T").sees("▸ 1 Ouverture", "point 1/6").press("T").sees("Ce point est en cours.")
	if now := first(); len(now.Spans) != 2 || now.Outcome != committee.DealtWith {
		t.Errorf("taken up again it is %+v", now)
	}
	u.press(">").sees("▸ 3 Rapport")
}

// Before any item is taken up the title and the footer say so, and which one >
// takes up.
func TestTheFirstItemIsSaidToBeTakenUp(t *testing.T) {
	u := inTheRoom(t, 80, 24, french()).sees("point 1/6 à aborder", "> aborder le point 1").misses("> suivant")
	u.press("tab", "down").sees("point 2/6 à aborder", "> aborder le point 2").press("up", "tab", ">").sees("▸ 1 Ouverture", "point 1/6  0′/5′", "> suivant").misses("à aborder")
}

func TestALateItemIsAdded(t *testing.T) {
	u := inTheRoom(t, 80, 24, french()).press("i").sees("Inscrire un point en séance").write("Visite de terrain").press("ctrl+s")
	u.sees("Visite de ter", "point 1/7")
}

func TestASessionIsSuspendedAndResumed(t *testing.T) {
	inTheRoom(t, 80, 24, french()).press(">", "S").sees("Séance suspendue.", "séance suspendue", "── S reprendre  ", "n note").press("S").sees("Séance reprise.", "point 1/6")
}

func TestLosingTheQuorumIsSaidAtOnceAndStays(t *testing.T) {
	u := inTheRoom(t, 80, 24, french()).press(">").sees("9 prés., 6 req. ✓")
	for _, who := range []string{"just", "fam", "abri", "trav"} {
		u.press("m").write("ex-"+who).press("down", "enter", "ctrl+s").misses("Arrivée ou départ")
	}
	u.sees("! Quorum perdu : 5 structures présentes sur 6 requises", "5 prés., 6 req. !")
	u.press("n").write("On continue").sees("! Quorum perdu").press("enter", "enter").sees("! Quorum perdu")
}

// Without the quorum a decision is recorded by a second enter, once the first
// has said so; what is typed between the two asks again.
func TestADecisionWithoutQuorumTakesOneStepMore(t *testing.T) {
	const said = "! Sans quorum (5 présents sur 6 requis) : encore ⏎ l’enregistre."
	u := inTheRoom(t, 80, 24, french()).press(">", "d").write("Le quorum y est.").press("enter").sees("10:42 D").misses("Sans quorum").press("esc")
	u.press("n").write("Ils partent.").press("enter", "esc")
	for _, who := range []string{"just", "fam", "abri", "trav"} {
		u.press("m").write("ex-"+who).press("down", "enter", "ctrl+s")
	}
	u.press("d").write("Le budget est arrêté").press("enter").sees(said, "décision › Le budget est arrêté").write(".").misses("Sans quorum")
	u.press("enter").sees(said).press("enter").sees("Le budget est arrêté.", "décision ›").misses("Sans quorum").press("esc")
	u.press("n").write("Une note.").press("enter").sees("10:42   Une note.").press("esc")
	u.press("v").field("Mis aux voix").press("right", "right", "right").field("Question").write("Faut-il poursuivre ?").press("ctrl+s")
	u.sees("Sans quorum (5 présents sur 6 requis) : encore ctrl+s l’enregistre.").press("tab", "ctrl+s").sees("Sans quorum").press("ctrl+s").sees("Vote consigné")
}

func TestASecondNoticeNeedsNoQuorum(t *testing.T) {
	ctx, u := context.Background(), visit(t, "example", 140, 40, french())
	first := must(u.book.Meetings(ctx, register.Query{})).Rows[1]
	m := committee.Meeting{Kind: committee.SecondNotice, FirstNotice: first.ID, Title: "Seconde convocation", Starts: "2017-12-15"}
	m = must(u.book.SaveMeeting(ctx, m))
	must(u.book.SaveAgendaItem(ctx, committee.AgendaItem{Meeting: m.ID, Title: "Ouverture", Kind: committee.Discussion}))
	must(u.book.OpenMeeting(ctx, m.ID, m.Version, "10:00"))
	u.press("9", "g", "a", "enter").sees("Séance", "quorum non requis", "0 structure sur 9").misses("quorum atteint", "0 requis", "0/0")
	u.press(">").writing("d", "Le budget est arrêté.").sees("D D-2017-", "Le budget est arrêté.").misses("Sans quorum")
}

// faltering is a book whose lines are not saved while it fails.
type faltering struct {
	tui.Book
	fails *bool
}

func (f faltering) CaptureLine(ctx context.Context, c register.Capture) (committee.Entry, error) {
	if *f.fails {
		return committee.Entry{}, errors.New("disk full")
	}
	return f.Book.CaptureLine(ctx, c)
}

func TestALineThatIsNotSavedComesBackWithWhy(t *testing.T) {
	fails := true
	u := inTheRoom(t, 80, 24, french(), func(c *tui.Config) {
		as := c.As
		c.Book, c.As = faltering{c.Book, &fails}, func(b tui.Book, a committee.Actor) tui.Book { return faltering{as(b, a), &fails} }
	})
	u.press(">", "n").write("Le disque est plein.").press("enter").sees("note › Le disque est plein.", "! L’opération")
	fails = false
	u.press("enter", "esc").sees("10:42   Le disque est plein.").misses("note ›")
}

func TestADraftOfALineIsPutBack(t *testing.T) {
	folder := t.TempDir()
	keeper := draft.Open("comite.suivi", []string{folder})
	u := inTheRoom(t, 80, 24, french(), func(c *tui.Config) { c.Drafts = keeper })
	u.press(">", "a").write("Saisir le décret @jus")
	keeper.Close()
	again := draft.Open("comite.suivi", []string{folder})
	defer again.Close()
	next := visit(t, "empty", 80, 24, french(), func(c *tui.Config) {
		c.Book, c.Drafts = u.book.As(committee.Actor{Name: "Awa Secrétaire"}), again
		c.As = func(_ tui.Book, a committee.Actor) tui.Book { return u.book.As(a) }
	})
	next.sees("Saisies non enregistrées", "Saisir le décret").press("enter").sees("action › Saisir le décret @jus", "EX-JUST")
	next.press("enter", "esc").sees("A A-2017-", "Saisir le décret — EX-JUST")
}

// A line that made something says so before it goes, and may take it along.
func TestALineTakenOutTakesWhatItMade(t *testing.T) {
	u := visit(t, "example", 80, 24, french())
	m := convened(t, u.book)
	u.press("9", "g", "a", "enter").press("d").write("Le comité décide").press("enter", "esc").sees("Le comité décide")
	u.press("z").sees("Elle a donné : D-2017-", "Retirer la ligne et archiver", "Retirer la ligne seule et garder").press("esc").sees("Le comité décide")
	u.press("z", "z").sees("archivé. u annule les deux").misses("10:42 D")
	found, err := u.book.Decisions(context.Background(), register.Query{Of: committee.Thing{Kind: committee.KindMeeting, ID: string(m.ID)}})
	if err != nil || len(found.Rows) != 0 {
		t.Errorf("the file holds %+v, %v", found.Rows, err)
	}
}

// The minutes of an earlier meeting are adopted on the item that is for it.
func TestEarlierMinutesAreAdoptedInSession(t *testing.T) {
	u := visit(t, "example", 80, 24, french())
	m := convened(t, u.book)
	ctx := context.Background()
	earlier := u.meetingCalled("[EXEMPLE] Réunion sur seconde convocation de juillet 2017").Meeting
	i := committee.AgendaItem{
		Meeting: m.ID, Position: 1, Kind: committee.ForDecisionItem, Title: "PV de juillet", Purpose: committee.MinutesAdoption, Concerns: earlier.ID,
	}
	if _, err := u.book.SaveAgendaItem(ctx, i); err != nil {
		t.Fatal(err)
	}
	u.press("9", "g", "a", "enter").sees("PV de juillet", "A adopter le PV")
	u.press("P").sees("CE POINT CONCERNE", "Procès-verbal : Réunion sur", "n° 03/2017", "diffusé").misses("Ni recommandation").press("P", "A").sees("adopté")
	if now := u.meetingCalled(earlier.Title).Meeting.Minutes; now.State != committee.MinutesAdopted || now.AdoptedAt != m.ID {
		t.Errorf("the minutes are %q at %q", now.State, now.AdoptedAt)
	}
	u.press("1").sees("1 · PV de juillet", "✓ Procès-verbal adopté : ").misses("Rien n’est encore écrit").press("2", "A").sees("Aucun procès-verbal diffusé n’attend son adoption")
}

// At 80 columns the keys of what is under the cursor are in the rule above those
// that are always there; the others are in the help, before those of every page.
func TestKeysOfWhatIsUnderTheCursorAreInSight(t *testing.T) {
	u := inTheRoom(t, 80, 24, french()).press(">").sees("t traité", "m mouvement").press("up").sees("y présences")
	u.writing("n", "Une note").sees("e modifier", "c changer", "M déplacer", "z retirer", "t traité")
	u.press("2").sees("o affaires").press("3").writing("r", "Un registre").sees("B en bloc").press("1")
	u.press("tab").sees("⏎ aborder", "p reporter", "R renvoyer", "w retirer", "i point nouveau").press("tab")
	u.press("y").sees("p présent", "t arrive", "d part", "m mouvement").press("esc")
	u.press("?").sees("En séance", "écrire une note").misses("Partout")
}

// What was not understood of a line is marked once it is saved as well, a sign
// that stands alone among it; plain punctuation is not.
func TestWhatIsNotUnderstoodIsMarkedOnTheSavedLine(t *testing.T) {
	u := inTheRoom(t, 80, 24, french()).press("n").write("Dit par @xyz et @ enfin").sees("! @xyz", "! @ : ")
	u.press("enter", "esc").sees("Dit par ?@xyz et ?@ enfin")
	u.press("e").sees("› Dit par @xyz et @ enfin").press("esc")
	u.press("n").write("Voir # et § 3").sees("! # : ne s’indique pas").press("enter", "esc").sees("Voir # et § 3") // a note takes no group
	u.writing("a", "Publier # la liste ! & rendre compte + tard").sees("Publier ?# la liste ?! & rendre", "compte ?+ tard")
	u.writing("a", "Payer >30/06/2018 >31/12/2018").sees("Payer ?>31/12/2018 — 30/06/2018") // one due date is taken
}

// A person is offered by what they hold today, with their name; on a line whose
// @ names institutions, by their institution.
func TestAPersonIsNamedByTheirMandate(t *testing.T) {
	u := inTheRoom(t, 120, 30, french()).press(">", "a").write("Saisir le conseil @tromb").sees("Directeur des collectivités", "mandat en cours de [EXEMPLE] Lassine Trombone")
	u.press("tab").sees("EX-COLL · [EXEMPLE] Directeur").misses("Trombone").press("enter", "esc")
	u.press("r").write("Informer les maires @tromb").sees("(EX-COLL) — mandat en cours de [EXEMPLE] Lassine Trombone").press("tab").sees("@EX-COLL").press("enter").sees("Informer les maires — EX-COLL")
}

// A value is understood one space after its sign as well; a sign alone is marked
// before enter.
func TestAValueMayStandOneSpaceAfterItsSign(t *testing.T) {
	u := inTheRoom(t, 80, 24, french()).press(">", "a").write("Saisir le décret @ EX-JUST > 31/03/2018").sees("EX-JUST  échéance 31/03/2018")
	u.press("enter").sees("Saisir le décret — EX-JUST,", "31/03/2018").misses("> 31")
	u.write("Agir vite !").sees("! ! : écrivez haute, moyenne ou basse").press("ctrl+u").write("Payer > bientôt").sees("! > : ce n’est ni un jour ni un trimestre")
}

// Titles on the agenda take the rows that there are: whole while they fit, cut
// alike only where the agenda is long.
func TestTitlesOnTheAgendaTakeTheRoomThereIs(t *testing.T) {
	inTheRoom(t, 80, 24, french()).sees("vérification du", "réunions précédentes", "groupe Prévention")
	inTheRoom(t, 80, 12, french()).sees("1 Ouverture et v", "6 Divers")
}

func TestTheTitleOfTheItemInSightIsReadWhole(t *testing.T) {
	u := inTheRoom(t, 80, 24, french()).press("i")
	u.write("Examen du projet de décret portant création et fonctionnement du fonds de solidarité interministériel").press("ctrl+s").press("6")
	u.sees("6 · Examen du projet de décret portant création et", "fonctionnement du fonds de solidarité", "interministériel")
}

// Who leaves is among those who are there, who comes among the others; words
// that are typed find the others too, last.
func TestAMovementOffersThoseItCanConcern(t *testing.T) {
	u := inTheRoom(t, 80, 40, french()).press(">", "m").write("ex-just").press("down", "enter", "ctrl+s").sees("8 prés., 6 req.")
	u.press("m", "space").sees("EX-FAM").misses("10 h 42 départ").press("esc")
	u.write("ex-just").sees("EX-JUST", "10 h 42 départ").press("ctrl+u")
	u.field("Mouvement").press("right", "shift+tab", "space").sees("EX-JUST", "10 h 42 départ").misses("EX-FAM")
	u.press("down", "enter", "ctrl+s").sees("9 prés., 6 req.")
	u.press("m").write("ex-just").press("down", "enter", "tab", "right", "ctrl+s").sees("EX-JUST", "cette personne est déjà là ; elle ne peut que partir")
}

// The esc that ends the typing is pressed by habit after a line that enter has
// closed already: it leaves the line, not the session.
func TestEscAfterAnEditedLineStaysInTheSession(t *testing.T) {
	u := inTheRoom(t, 80, 24, french()).press(">").writing("n", "Une note.").writing("n", "Une autre note.")
	u.press("up", "e").write(" Complétée.").press("enter").sees("Complétée.", "échap dernière ligne").press("esc").sees("Séance n°", "point 1/6")
	u.press("up", "e", "ctrl+x").press("esc", "esc").sees("Séance n°")
	u.press("ctrl+g").sees("Réunion en séance")
}

// A session that runs is not left by accident: esc says how, and text typed
// while no line is open changes nothing around it.
func TestARunningSessionIsNotLeftByAccident(t *testing.T) {
	u := inTheRoom(t, 80, 24, french()).press(">").sees("ctrl+g sortir").misses("échap ‹")
	u.press("esc", "esc").sees("Séance n° 05/2017", "La séance continue : ctrl+g en sort, ctrl+c quitte suivi.")
	for _, key := range []string{"L", "q", "left", "backspace", "h"} {
		u.press("esc", "g", "g", key).sees("La séance continue", "Séance n° 05/2017", "point 1/6")
	}
	u.press("g").misses("Aller à").press("a").sees("La séance continue", "point 1/6").press("0").sees("Il n’y a pas de point 0")
	if u.quit {
		t.Error("a letter leaves the program")
	}
	u.press("P").sees("échap ‹").press("esc").sees("1 · Ouverture").misses("La séance continue")
	u.press(":").write("langue").press("enter").sees("item 1/6")
}

// A session that is suspended waits for nobody: it is left like any page.
func TestASuspendedSessionIsLeftAsOtherPagesAre(t *testing.T) {
	inTheRoom(t, 80, 24, french()).press(">", "S").sees("échap ‹").misses("ctrl+g").press("esc").misses("Séance n°")
}

// While another item is read, the clock of the one under way stays in sight.
func TestTheClockOfTheItemUnderWayStays(t *testing.T) {
	for _, width := range []int{80, 140} {
		u := inTheRoom(t, width, 24, french()).press("4", "t", "4").sees("lecture 4/6 · en cours 5")
		if title, _, _ := strings.Cut(u.frame(), "\n"); !strings.HasSuffix(title, "0′/10′") {
			t.Errorf("the title is %q", title)
		}
	}
}

// Those who leave together are all named, in as many rows as there are.
func TestAllWhoLeftAtOnceAreNamed(t *testing.T) {
	u := inTheRoom(t, 80, 24, french())
	for _, who := range []string{"just", "fam", "abri", "trav"} {
		u.press("m").write("ex-"+who).press("down", "enter", "ctrl+s")
	}
	u.sees("EX-JUST", "EX-FAM", "EX-ABRI", "EX-TRAV")
}

// The reason of an outcome is read with the item, and goes with the outcome.
func TestTheReasonOfAnOutcomeIsReadAndTakenBackWithIt(t *testing.T) {
	u := inTheRoom(t, 80, 24, french()).press("4", "w").write("Pièces non reçues.").press("ctrl+s")
	u.press("4").sees("4 · Budget annuel", "retiré", "Pièces non reçues.")
	u.press("T").sees("en cours").misses("Pièces non reçues.").press("t").press("4").sees("4 · Budget annuel", "traité").misses("Pièces non reçues.")
}
