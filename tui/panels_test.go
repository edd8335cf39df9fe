package tui_test

import (
	"context"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/internal/register"
	"suivi/tui"
)

// aSession is a meeting of the example in session today, with three items, four
// people expected and two recommendations proposed under the second item.
type aSession struct {
	*user
	id    committee.MeetingID
	items []committee.AgendaItem
}

func inSession(t testing.TB, days, width, height int, loc *i18n.Locale, change ...func(*tui.Config)) *aSession {
	t.Helper()
	ctx, u := context.Background(), visit(t, "example", width, height, loc, change...)
	s := u.book
	on := committee.DateOf(today)
	m := presided(t, s, committee.Meeting{Kind: committee.Extraordinary, Title: "Séance d’essai", Starts: on})
	if days > 1 {
		m.Kind, m.Ends = committee.Workshop, on.Add(days-1)
	}
	v, err := s.SaveMeeting(ctx, m)
	m = must(v, err)
	p := &aSession{user: u, id: m.ID}
	for _, title := range []string{"Ouverture", "Rapport du groupe", "Divers"} {
		i, err := s.SaveAgendaItem(ctx, committee.AgendaItem{Meeting: m.ID, Kind: committee.Discussion, Title: title})
		p.items = append(p.items, must(i, err))
	}
	found, err := s.Institutions(ctx, register.Query{Limit: 4})
	for _, l := range must(found, err).Rows {
		a, err := s.SaveAttendance(ctx, committee.Attendance{Meeting: m.ID, Institution: l.ID, Quality: committee.AsTitular})
		must(a, err)
	}
	m, err = s.OpenMeeting(ctx, m.ID, m.Version, "10:00")
	must(m, err)
	for _, text := range []string{"Tenir un registre commun.", "Publier un rapport annuel."} {
		r, err := s.SaveRecommendation(ctx, committee.Recommendation{Meeting: m.ID, Item: p.items[1].ID, On: on}, text)
		must(r, err)
	}
	return p
}

func (p *aSession) session() register.Session {
	p.t.Helper()
	s, err := p.book.Session(context.Background(), p.id)
	return must(s, err)
}

// opens goes to one of the pages, on the second item.
func (p *aSession) opens(name string) *aSession {
	p.t.Helper()
	p.send(tui.Panel(p.model, name, p.session(), p.items[1].ID))
	return p
}

func TestAttendanceIsOneKeyAPerson(t *testing.T) {
	p := inSession(t, 1, 100, 30, french()).opens("attend")
	p.sees("Présence", "4 à noter", "0 structure présente, 6 requises sur 9", "non atteint", "procurations : comptées").press("p", "e", "a", "p")
	var got []committee.Presence
	for _, a := range p.session().Attendance {
		got = append(got, a.Presence)
	}
	for n, want := range []committee.Presence{committee.Present, committee.Excused, committee.Absent, committee.Present} {
		if got[n] != want {
			t.Fatalf("the file holds %q\n%s", got, p.frame())
		}
	}
	p.sees("0 à noter", "✓ présent", "◐ excusé", "✗ absent")
	p.press("home", "r").sees("Représenté").press("ctrl+s").sees("à renseigner")
	p.write("Awa Diarra").press("ctrl+s").sees("« Awa Diarra » n’est pas sur la liste").press("ctrl+s")
	p.sees("! représenté ·", "EX-HORIZ : représenté · Awa Diarra", "le mandataire n’est pas sur la")
	p.press("home", "v").sees("à distance").press("home", "d").sees("10 h 42 départ").press("t").sees("arrivée")
	p.press("m").sees("Mouvement").press("tab", "ctrl+u").write("11h15").press("ctrl+s").sees("11 h 15")
}

// Whoever is on the list is offered as the bearer of a proxy; one too many is
// said not to count.
func TestAProxyIsGivenToSomebodyOnTheList(t *testing.T) {
	ctx, p := context.Background(), inSession(t, 1, 140, 30, french())
	who, err := p.book.SavePerson(ctx, committee.Person{Name: "Zeïnab Koné-Test"})
	guest, err2 := p.book.Welcome(ctx, register.Guest{Attendance: committee.Attendance{Meeting: p.id, Person: must(who, err).ID}})
	must(guest, err2)
	p.opens("attend").press("home", "r").write("zein").sees("Zeïnab Koné-Test").press("down", "enter", "ctrl+s")
	p.sees("représenté · Zeïnab Koné-Test").misses("non comptée :")
	p.press("r").write("zeinab kone-test").press("ctrl+s")
	p.sees("EX-ROUTE : représenté · Zeïnab Koné-Test · procuration non comptée : 1 au plus par mandataire")
	for n, a := range p.session().Attendance[:2] {
		if a.RepresentedBy != "Zeïnab Koné-Test" {
			t.Errorf("line %d keeps %q", n, a.RepresentedBy)
		}
	}
	p.press("end", "a").sees("! représenté").press("home").sees("! procuration non comptée : le mandataire n’est pas là")
}

func TestAttendanceIsNotedByHalfDay(t *testing.T) {
	p := inSession(t, 4, 140, 30, french()).opens("attend")
	p.sees("ven. 15/12/2017, matin").press("p", "tab").sees("ven. 15/12/2017, après-midi").press("home", "a")
	if a := p.session().Attendance[0]; len(a.HalfDays) != 2 || a.HalfDays[0].Presence != committee.Present || a.HalfDays[1].Presence != committee.Absent {
		t.Errorf("the file holds %+v\n%s", a.HalfDays, p.frame())
	}
}

// Each half-day says who represents on it; the form of the line keeps them both,
// and changes the one that it names.
func TestWhoRepresentsIsKeptByHalfDay(t *testing.T) {
	p := inSession(t, 4, 200, 40, french()).opens("attend")
	p.press("r").write("Awa").press("ctrl+s", "ctrl+s").sees("représenté · Awa").press("tab", "home", "r")
	p.press("ctrl+a", "ctrl+k").write("Ali").press("ctrl+s", "ctrl+s").sees("représenté · Ali").misses("représenté · Awa")
	p.press("shift+tab").sees("représenté · Awa").press("home", "enter").field("Représenté par").write(" fils").press("ctrl+s", "ctrl+s")
	if a := p.session().Attendance[0]; !slices.Equal(a.Bearers(), []string{"Awa", "Ali fils"}) {
		t.Errorf("the file holds %+v\n%s", a, p.frame())
	}
}

// Who left is not said to be there, at any width; the latest movement stands first.
func TestWhoLeftIsSaidToHaveLeft(t *testing.T) {
	for _, width := range []int{80, 140} {
		p := inSession(t, 1, width, 30, french()).opens("attend").press("p", "p", "home", "d").sees("→ parti 10 h 42", "✓ présent")
		if strings.Contains(p.chosen(), "✓ présent") {
			t.Errorf("who left is said to be there:\n%s", p.frame())
		}
		if p.press("t"); !strings.Contains(p.chosen(), "✓ présent") {
			t.Errorf("who came back is not said to be there:\n%s", p.frame())
		}
		p.press("m", "tab", "ctrl+u").write("11h15").press("ctrl+s").sees("→ parti 11 h 15", "11 h 15 départ")
	}
	p := inSession(t, 4, 140, 30, french()).opens("attend").press("p", "home", "d").sees("→ parti 10 h 42").press("tab").misses("→ parti")
	p.press("shift+tab").sees("→ parti 10 h 42")
}

// With the four there in the afternoon only two are there in the morning.
func TestTheQuorumShownIsOfTheHalfDayUnderTheTitle(t *testing.T) {
	p := inSession(t, 4, 140, 30, french()).opens("attend")
	p.press("p", "p").sees("1 structure présente")
	p.press("tab").sees("0 structure présente").press("home", "p", "p").sees("1 structure présente")
	p.press("tab").sees("0 structure présente").press("shift+tab").sees("1 structure présente")
}

func TestAVoteIsOfThoseOfTheHalfDay(t *testing.T) {
	p := inSession(t, 4, 140, 40, french()).opens("attend")
	p.press("p", "p", "a", "e")
	p.press("tab", "home", "p", "p", "p", "p").press("esc").press("9", "g", "a", "enter").sees("2 présents, 1 excusé, 1 absent")
	p.opens("vote").field("Mode").press("right", "right", "tab").sees("Voix, une touche par personne")
	for n, a := range p.session().Attendance {
		name := p.session().Names[committee.Thing{Kind: committee.KindInstitution, ID: string(a.Institution)}].Short
		if there := strings.Contains(p.frame(), name); there != (n < 2 && name != "EX-HORIZ") { // which is no member
			t.Errorf("%s is listed %t\n%s", name, there, p.frame())
		}
	}
}

// Of the morning nothing is noted yet: that is no quorum that was lost.
func TestAHalfDayToBeTakenIsSaid(t *testing.T) {
	p := inSession(t, 4, 80, 24, french()).opens("attend")
	p.press("tab", "p", "p", "p", "p", "esc").press("9", "g", "a", "enter")
	p.sees("! Présences de la demi-journée à relever : y").misses("Quorum perdu")
	p.press("y", "p", "p", "p", "p", "esc").misses("à relever : y").sees("! Quorum non atteint")
}

// What the form of a line does not show of a movement is its day.
func TestAMovementKeepsItsDayOnTheForm(t *testing.T) {
	p := inSession(t, 4, 140, 40, french()).opens("attend")
	p.press("p", "home", "d", "enter").field("Arrivées, départs").press("end").write(", 11h30 arrivée")
	p.press("ctrl+s").sees("11 h 30 arrivée, 10 h 42")
	moves := p.session().Attendance[0].Movements
	if len(moves) != 2 || moves[0].On != "2017-12-15" || moves[1].On != "2017-12-15" || !moves[1].Arrival {
		t.Errorf("the file holds %+v", moves)
	}
}

func TestMattersAreAnsweredOneKeyEach(t *testing.T) {
	p := inSession(t, 1, 100, 30, french()).opens("matters")
	before := p.chosen()
	p.press("s")
	if p.chosen() == before {
		t.Errorf("the cursor stays on %q\n%s", before, p.frame())
	}
	p.press("up").sees("✓ répondu").press("down", "p").sees("En cours").press("ctrl+u").write("60").press("ctrl+s").sees("en cours")
	p.press("b").sees("Bloqué").press("ctrl+s").sees("à renseigner").press("esc")
}

// Answers are given down the list as it was shown: the order stays, what is
// answered is passed over, and answering it once more is asked first.
func TestMattersAreGoneThroughInTheOrderShown(t *testing.T) {
	p := inSession(t, 1, 100, 30, french()).opens("matters")
	order := regexp.MustCompile(`[AR]-2017-\d\d`)
	ref := func() string { return order.FindString(p.chosen()) }
	shown := order.FindAllString(p.frame(), -1)
	first := ref()
	p.press("s")
	second := ref()
	p.press("t", "ctrl+u").write("31/12/2019").press("tab").write("crédits attendus").press("ctrl+s").sees("échéance reportée")
	third := ref()
	if got := order.FindAllString(p.frame(), -1); first == second || second == third || !slices.Equal(got[:8], shown[:8]) {
		t.Fatalf("after %s and %s stands %s; the list was %q and is %q\n%s", first, second, third, shown, got, p.frame())
	}
	p.press("up", "up", "s").sees(first+" a déjà une réponse de cette réunion.", "répondre de nouveau : laissée en l’état").press("esc").misses("déjà une réponse")
	p.press("d").sees("répondre de nouveau : réalisée").press("enter").sees(first + " : réalisée")
	if ref() != third {
		t.Fatalf("the cursor is on %s, not on %s, the first without an answer\n%s", ref(), third, p.frame())
	}
	p.press("up", "p").sees(second+" a déjà une réponse de cette réunion.").press("esc", "esc")
	if p.opens("matters"); ref() != third {
		t.Errorf("it opens on %s, not on %s\n%s", ref(), third, p.frame())
	}
}

func TestAVoteThatDoesNotAddUpKeepsWhatIsTyped(t *testing.T) {
	p := inSession(t, 1, 100, 40, french()).opens("attend")
	p.press("p", "p", "p", "p", "esc")
	p.opens("vote")
	present := p.session().Quorum.Present
	p.sees("Mis aux voix").field("Mode").press("right").field("Pour").write("9").field("Contre").write("1")
	p.sees("9 + 1 = 10 sur", "de trop").press("ctrl+s")
	p.sees("9 + 1 = 10")
	p.field("Mis aux voix").press("home", "right", "right").field("Texte").write("Le budget est adopté.")
	p.field("Pour").write(strconv.Itoa(present)).field("Contre").write("0").sees("Sera consigné", "Adoptée par").press("ctrl+s").sees("Sans quorum").press("ctrl+s")
	if n := len(p.session().Entries); n != 1 {
		t.Errorf("the file holds %d lines\n%s", n, p.frame())
	}
}

// A decision typed in session is adopted at once; the vote that follows has the
// last word.
func TestAVoteSettlesWhatWasDecidedOnTheSpot(t *testing.T) {
	ctx, p := context.Background(), inSession(t, 1, 100, 40, french()).opens("attend")
	p.press("p", "p", "p", "p")
	line := must(p.book.CaptureLine(ctx, register.Capture{Item: p.items[1].ID, Kind: committee.EntryDecision, Text: "Le siège est à Kayes."}))
	present := strconv.Itoa(p.session().Quorum.Present)
	state := func() committee.DecisionState {
		return must(p.book.Decision(ctx, line.Decision)).Decision.Outcome.State
	}
	p.opens("vote").sees("Le siège est à Kayes.", "Il est proposé", "de l’adopter").field("Mode").press("right")
	p.field("Pour").write("0").field("Contre").write(present).sees("Sera consigné : Rejetée par").press("ctrl+s", "ctrl+s")
	if state() != committee.Rejected {
		t.Fatalf("it is %q\n%s", state(), p.frame())
	}
	line = must(p.book.CaptureLine(ctx, register.Capture{Item: p.items[1].ID, Kind: committee.EntryDecision, Text: "Le siège est à Ségou."}))
	p.opens("vote").field("Il est proposé").press("right").misses("Texte").field("Mode").press("right")
	p.field("Pour").write(present).field("Contre").write("0").sees("Sera consigné : Motion d’ajournement : Adoptée par").press("ctrl+s", "ctrl+s")
	if state() != committee.Deferred {
		t.Errorf("it is %q\n%s", state(), p.frame())
	}
}

// An institution has one voice, whoever of its delegates stands back; what the
// form counts is what the file takes, the second time as well.
func TestADelegationKeepsItsVoice(t *testing.T) {
	p := inSession(t, 1, 100, 40, french()).opens("attend")
	p.press("p", "p", "p", "p")
	v := p.session()
	must(p.book.Welcome(context.Background(), register.Guest{Attendance: committee.Attendance{Meeting: p.id, Institution: v.Attendance[1].Institution, Quality: committee.AsTitular}}))
	must(p.book.TakeUpItem(context.Background(), p.items[1].ID, p.items[1].Version))
	voters := p.session().Quorum.Present
	for _, words := range []string{"Le budget est adopté.", "Le programme est adopté."} {
		p.opens("vote").field("Mis aux voix").press("home", "right", "right").field("Texte").write(words).field("Mode").press("right")
		p.field("Pour").write(strconv.Itoa(voters)).field("Contre").write("0").field("Se retirent")
		if words == "Le budget est adopté." {
			p.write("ex-route").press("enter")
		}
		p.sees("Sera consigné").press("ctrl+s", "ctrl+s").misses("Se retirent")
	}
	if v := p.session(); len(v.Entries) != 2 || v.Entries[1].Quorum.Present != voters || len(v.Items[1].Recused) != 1 {
		t.Errorf("the file holds %+v, and stands back %q\n%s", v.Entries, v.Items[1].Recused, p.frame())
	}
}

func TestAVoteByNameIsOneKeyAVoice(t *testing.T) {
	p := inSession(t, 1, 100, 40, french()).opens("attend")
	p.press("p", "p", "p", "p", "esc")
	p.opens("vote").field("Mis aux voix").press("home", "right", "right", "right").field("Question").write("Lever la séance ?")
	p.field("Mode").press("right", "right", "tab").sees("Voix, une touche par personne").press("p", "c").sees("1 + 1 = 2 sur 2 votants")
}

// Of those who are there only who has a vote is asked for a voice.
func TestOnlyWhoHasAVoteIsListedInAVoteByName(t *testing.T) {
	p := inSession(t, 1, 100, 40, french()).opens("attend")
	p.press("p", "p", "p", "p")
	p.opens("vote").field("Mode").press("right", "right").sees("EX-ROUTE", "EX-EDUC").misses("EX-HORIZ", "votants", " = ")
	for _, a := range p.session().Attendance {
		a.Remote = true
		must(p.book.SaveAttendance(context.Background(), a))
	}
	p.opens("vote").sees("Mode").misses("Personne n’a de voix").field("Mode").press("right", "right")
	p.misses("EX-ROUTE").sees("! Personne n’a de voix : ceux qui sont à distance ne comptent pas")
}

// What is said of the quorum and of the counts is said when it is true.
func TestTheFormOfAVoteIsCalm(t *testing.T) {
	p := inSession(t, 1, 80, 24, french()).opens("attend")
	p.press("p", "p", "p", "p")
	p.opens("vote").sees("! Quorum non atteint : 2 structures présentes sur 6 requises", "Sera consigné : Adoptée par consensus")
	p.field("Texte").write("Le budget est adopté.").field("Mode").press("right").sees("2 votants").misses(" = ", "manque")
	p.field("Mode").press("right").misses("votants", " = ").press("tab", "p").sees("1 = 1 sur 2 votants · il en manque 1").press("ctrl+s").sees("Décompte des voix")
	p.press("c").misses("Décompte des voix").sees("1 + 1 = 2 sur 2 votants", "Sera consigné")
}

// Adopting says that the quorum is not there before it is done, and is done.
func TestAdoptingWithoutQuorumIsSaidAndDone(t *testing.T) {
	const said = "! Quorum non atteint : 2 structures présentes sur 6 requises"
	p := inSession(t, 1, 100, 30, french()).opens("attend")
	p.press("p", "p", "p", "p")
	must(p.book.TakeUpItem(context.Background(), p.items[1].ID, p.items[1].Version))
	p.opens("bloc").sees(said).press("space", "a").sees("Adopter", said).press("ctrl+s").sees("adoptée")
	p.press("ctrl+s").sees("1 recommandation adoptée")
	if lines := p.session().Entries; len(lines) != 2 || !lines[0].Quorum.Missed() || !lines[1].Quorum.Missed() {
		t.Errorf("the file holds %+v", lines)
	}
}

func TestRecommendationsAreAdoptedTogetherButForOne(t *testing.T) {
	p := inSession(t, 1, 100, 30, french()).opens("bloc")
	p.sees("Tenir un registre commun.", "2 cochées sur 2").press("space").sees("exceptée", "1 cochée sur 2")
	p.press("down", "e").sees("Rédaction").write(" Chaque année.").press("ctrl+s").sees("amendée").press("ctrl+s")
	p.sees("1 recommandation adoptée · 1 reste à trancher")
	p.opens("bloc").sees("Tenir un registre").misses("Chaque année")
}

// Enter ticks, as the space bar does, and adopts nothing; an item under which
// nothing waits says so.
func TestAnAdoptionTogetherIsByItsOwnKey(t *testing.T) {
	p := inSession(t, 1, 100, 30, french()).opens("bloc")
	p.sees("espace excepter").misses("›\n").press("enter").sees("1 cochée sur 2", "espace reprendre").press("enter").sees("2 cochées sur 2", "espace excepter")
	if lines := p.session().Entries; len(lines) > 0 {
		t.Errorf("the file holds %+v", lines)
	}
	inTheRoom(t, 80, 24, french()).press("4", "B").sees("Aucune recommandation n’attend de décision sur ce point.", "Séance n°")
}

// What a group put forward at no meeting is ruled on at this one.
func TestAnExceptionIsRuledOnAtThisMeeting(t *testing.T) {
	ctx := context.Background()
	p := inSession(t, 1, 100, 30, french())
	g := must(p.book.SaveGroup(ctx, committee.Group{Name: "Groupe Accueil", Kind: committee.Standing}))
	r := must(p.book.SaveRecommendation(ctx, committee.Recommendation{Group: g.ID, On: committee.DateOf(today)}, "Tenir une permanence."))
	i := p.items[1]
	i.Group = g.ID
	must(p.book.SaveAgendaItem(ctx, i))
	p.opens("bloc").press("end", "p").sees("Ajourner : "+r.Ref, "Réunion qui statue  05/2017").press("ctrl+s").sees("ajournée")
	if got := must(p.book.Recommendation(ctx, r.ID)).Recommendation.Outcome; got.State != committee.Deferred || got.Meeting != p.id {
		t.Errorf("the file holds %+v", got)
	}
}

// What another meeting left to be decided of the group is listed for the
// committee to take in, and not ticked beforehand.
func TestOnlyWhatTheItemIsAboutIsTicked(t *testing.T) {
	ctx := context.Background()
	p := inSession(t, 1, 100, 30, french())
	g := must(p.book.SaveGroup(ctx, committee.Group{Name: "Groupe Accueil", Kind: committee.Standing}))
	earlier := must(p.book.SaveMeeting(ctx, committee.Meeting{Kind: committee.Ordinary, Title: "Réunion de juin", Starts: "2017-06-15"}))
	own := must(p.book.SaveMeeting(ctx, committee.Meeting{Kind: committee.GroupMeeting, Title: "Réunion du groupe", Starts: "2017-11-15", Group: g.ID}))
	for at, text := range map[committee.MeetingID]string{earlier.ID: "Ouvrir un guichet.", own.ID: "Former les juges."} {
		must(p.book.SaveRecommendation(ctx, committee.Recommendation{Group: g.ID, Meeting: at, On: "2017-06-15"}, text))
	}
	i := p.items[1]
	i.Group = g.ID
	must(p.book.SaveAgendaItem(ctx, i))
	p.opens("bloc").sees("3 cochées sur 4", "Ouvrir un guichet. · d’une autre réunion : Réunion de juin").misses("juges. ·").press("ctrl+s")
	p.sees("3 recommandations adoptées ensemble · 1 reste à trancher")
	p.opens("bloc").sees("exceptée", "Ouvrir un guichet.").misses("Former les juges.").press("space").sees("1 cochée sur 1")
}

// Whoever left is not counted among those present once the session is over: the
// quorum is not there for all that, nor on the meeting's own page.
func TestAQuorumIsNotReachedByAdjourning(t *testing.T) {
	u := inTheRoom(t, 80, 24, french()).press(">")
	for _, who := range []string{"just", "fam", "abri", "trav"} {
		u.press("m").write("ex-"+who).press("down", "enter", "ctrl+s")
	}
	u.sees("5 prés., 6 req. !").press("C").sees("Avant de lever").press("C", "enter", "ctrl+s").sees("Bilan de la séance", "séance levée")
	u.sees("n’est plus atteint").misses("Le quorum est atteint.").press("1", "/").write("ordinaire de décembre").press("enter", "enter").sees("✗ quorum non atteint", "5 structures présentes")
}

// A wording that is given up in its prompt does not come back with the next
// change of the same recommendation, and one that is given up with the page is.
func TestAWordingThatIsGivenUp(t *testing.T) {
	p := inSession(t, 1, 100, 30, french()).opens("bloc")
	p.press("e").sees("Rédaction").write("Perdu.").press("esc", "ctrl+x").misses("amendée", "Perdu")
	p.press("space", "p").sees("Ajourner").write("faute de temps").press("ctrl+s").sees("exceptée").misses("amendée")
	p.press("down", "e").write(" Chaque année.").press("ctrl+s").sees("amendée").press("esc").sees("Quitter l’adoption en bloc").press("ctrl+x").sees("Réunion en séance")
	p.opens("bloc").misses("amendée", "Chaque année")
}

// What was adopted together is the last line, and no longer to be voted on.
func TestWhatWasExceptedIsPutToTheVote(t *testing.T) {
	p := inSession(t, 1, 100, 40, french()).opens("bloc")
	p.press("down", "space", "ctrl+s").sees("1 recommandation adoptée").press("esc").press("9", "g", "a", "enter", "2", "v")
	p.sees("Vote : Rapport du groupe", "Publier un rapport annuel.").misses("Tenir un registre commun.")
}

// A recommendation that was adopted is put again when its line is chosen, and
// rejected by the vote.
func TestARecommendationThatWasAdoptedIsPutToTheVoteAgain(t *testing.T) {
	p := inSession(t, 1, 100, 40, french()).opens("attend")
	p.press("p", "p", "p", "p")
	p.opens("bloc").press("down", "space", "ctrl+s").sees("1 recommandation adoptée").press("esc").press("9", "g", "a", "enter", "2")
	p.writing("n", "Une note.").press("up", "v").sees("Tenir un registre commun.").field("Mode").press("right").field("Pour").write("0").field("Contre").write("2")
	p.sees("Sera consigné : Rejeté").press("ctrl+s", "ctrl+s").sees("Vote consigné : Rejeté")
	got := p.session()
	if r := got.Recommendations[got.Entries[0].Recommendation]; r.Decision != committee.Rejected {
		t.Errorf("it is %+v\n%s", r, p.frame())
	}
}

func TestASessionIsAdjournedFromItsChecks(t *testing.T) {
	wrote := func(c *tui.Config) {
		c.WriteDocuments = func(context.Context, committee.MeetingID) ([]string, error) { return []string{"/tmp/releve.md"}, nil }
	}
	p := inSession(t, 1, 100, 40, french(), wrote).opens("adjourn")
	p.sees("présences incomplètes", "4 personnes à noter", "Rapport du groupe").press("enter").sees("Présence", "à noter").press("esc")
	p.press("C").sees("malgré ce qui manque").press("enter").sees("Levée à", "10:42", "Séance levée malgré ce qui suit").press("enter")
	p.sees("Bilan de la séance", "✓ levée", "Levée malgré ce qui suit").press("w").sees("1 document écrit", "/tmp/releve.md")
	p.press("R").sees("Rouvrir").write("oubli").press("enter").sees("Séance n°", "point 1/3").press("ctrl+g").sees("Bilan de la séance", "▸ en séance")
}

// What was written in an earlier visit is found again.
func TestTheSummaryKnowsWhatWasWrittenBefore(t *testing.T) {
	wrote := func(c *tui.Config) {
		c.Documents = func(r register.MeetingRecord) []string { return []string{"/tmp/releve-" + r.Meeting.Title + ".md"} }
		c.WriteDocuments = func(context.Context, committee.MeetingID) ([]string, error) { return []string{"/tmp/releve-2.md"}, nil }
	}
	p := inSession(t, 1, 100, 40, french(), wrote).opens("summary").sees("/tmp/releve-Séance d’essai.md").misses("Pas encore écrits")
	p.press("w").sees("/tmp/releve-Séance d’essai.md", "/tmp/releve-2.md")
}

// A correction does not change when the session rose.
func TestASessionReopenedForACorrectionKeepsTheTimeAtWhichItRose(t *testing.T) {
	p, ctx := inSession(t, 1, 100, 40, french()), context.Background()
	failed, err := p.book.Checks(ctx, p.id)
	var passed []committee.Override
	for _, c := range must(failed, err) {
		passed = append(passed, c.Override)
	}
	m, err := p.book.AdjournMeeting(ctx, p.id, p.session().Meeting.Version, "10:37", passed...)
	m, err = p.book.ReopenMeeting(ctx, p.id, must(m, err).Version, "oubli")
	must(m, err)
	p.opens("adjourn").press("C", "enter").sees("Levée à", "10:37").misses("10:42")
}

// An item among the checks is gone to in its session.
func TestAnItemAmongTheChecksIsShownInItsSession(t *testing.T) {
	inTheRoom(t, 100, 30, french()).press(">", "C").sees("Avant de lever").press("end", "up", "enter").sees("Séance n° 05/2017", "6 · Divers", "lecture 6/6 · en cours 1")
}

func TestPanels(t *testing.T) {
	for _, name := range []string{"attend", "matters", "vote", "bloc", "adjourn", "summary"} {
		for _, lang := range []committee.Language{committee.French, committee.English} {
			for _, size := range sizes {
				frame := "session_" + name + "_" + string(lang) + "_" + strconv.Itoa(size.width)
				still(t, frame, func(t *testing.T) {
					p := inSession(t, 1, size.width, size.height, i18n.For(lang)).opens("attend")
					p.press("p", "e", "p", "esc")
					p.opens(name).golden(frame)
				})
			}
		}
	}
}

// Who takes the attendance of a meeting that nobody was entered for is told
// which key enters those expected.
func TestAnEmptyAttendanceListSaysHowToFillIt(t *testing.T) {
	u := visit(t, "example", 80, 24, french())
	m := convened(t, u.book)
	s, err := u.book.Session(context.Background(), m.ID)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range s.Attendance {
		if err := u.book.Archive(context.Background(), committee.Thing{Kind: committee.KindAttendance, ID: string(a.ID)}, a.Version, true); err != nil {
			t.Fatal(err)
		}
	}
	u.press("9", "g", "a", "enter").sees("y présences").press("y").sees("Y inscrit ceux qui sont attendus", "Y attendus")
	u.press("Y").sees("EX-JUST", "○ attendu", "attendues inscrites").misses("Y attendus")
}
