package tui_test

import (
	"context"
	"strings"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// What is answered on a matter arising is read back under the item for them, and
// again once the session is over.
func TestAnswersAreReadBackInTheSession(t *testing.T) {
	u := inTheRoom(t, 140, 40, french()).press(">", ">").sees("2 · Suites des réunions précédentes")
	u.press("o").sees("Affaires découlant").press("d").press("p").write("60").press("ctrl+s").press("esc")
	u.sees("O R-2017-", "Réalisée (déclarée)", "En cours, avancement 60 %")
	u.press("z").sees("Une suite donnée se reprend")
	u.writing("n", "Le comité prend acte.").sees("Le comité prend acte.", "avancement 60 %")
	u.press("home", "enter").sees("Réunion qui statue", "Feuille de route").press("esc")
	u.press(">", ">").misses("avancement 60 %")
	u.press("C").press("C", "enter", "ctrl+s").sees("Bilan de la séance")
	u.press("end").sees("Suites données", "Réalisée (déclarée)", "En cours, avancement 60 %")
}

// Where the agenda has no item for them they stand beside the minutes.
func TestAnswersWithoutAnItemStandBeside(t *testing.T) {
	p := inSession(t, 1, 140, 40, french())
	p.opens("matters").press("d").press("esc")
	p.press("9", "g", "a", "enter").sees("SUITES DONNÉES", "Réalisée (déclarée)")
}

// A recommendation adopted en bloc stands once as proposed and once as adopted,
// and the line of the proposal does not take it along.
func TestALineOfAProposalDoesNotTakeWhatWasAdopted(t *testing.T) {
	ctx, u := context.Background(), inTheRoom(t, 140, 40, french()).press(">")
	u.writing("r", "Désigner un point focal par structure. @fam >T1 2018")
	ref := "R-2017-26"
	u.press("B").sees("Adoption en bloc").press("ctrl+s").sees("1 recommandation adoptée").press("esc")
	u.sees("R Recommandation proposée "+ref+" : Désigner un point", "R "+ref+" Désigner un point focal par structure. —", "EX-FAM, T1 2018, adoptée")
	u.press("up", "z").sees("Elle a donné", "archiver ce qu’elle a donné").press("z")
	u.sees("Une autre ligne porte aussi sur "+ref, "retirez d’abord la ligne de 10 h 42")
	adopted := func() committee.Recommendation {
		t.Helper()
		found, err := u.book.Recommendations(ctx, register.Query{Filter: "focal par structure", Limit: 5})
		for _, l := range must(found, err).Rows {
			if l.Ref == ref {
				return must(u.book.Recommendation(ctx, l.ID)).Recommendation
			}
		}
		t.Fatalf("no live %s\n%s", ref, u.frame())
		return committee.Recommendation{}
	}
	if got := adopted(); got.Outcome.State != committee.Adopted {
		t.Errorf("it is %+v", got.Outcome)
	}
	u.press("end", "z").sees(ref + " reste adoptée").press("z").sees("Ligne retirée")
	u.misses("Recommandation proposée")
	adopted()
}

// A name that what is ruled on has no place for is marked, typed and saved, known
// or not; in a note it is text.
func TestAFactThatARecommendationDoesNotTakeIsMarked(t *testing.T) {
	u := inTheRoom(t, 120, 30, french()).press(">", "r").write("Créer une cellule @fam +onudc").sees("! +onudc : ne s’indique pas")
	u.press("enter", "esc").sees("Créer une cellule ?+onudc —")
	u.press("d").write("Réunir le bureau +fam #gt9").sees("! +fam : ne s’indique pas", "! #gt9 : ne s’indique pas")
	u.press("enter", "esc").sees("Réunir le bureau ?+fam ?#gt9")
	u.press("n").write("Le point +onudc est lu").misses("ne s’indique pas").press("enter", "esc").sees("Le point +onudc est lu")
}

// What an action was understood to say and a note has no place for stays in its
// words, without the signs.
func TestAnActionTurnedIntoANoteKeepsItsFactsInWords(t *testing.T) {
	u := inTheRoom(t, 140, 40, french()).press(">").writing("a", "Saisir le décret @fam !haute >27/11/2018 $2 000 000").sees("A A-2017-")
	u.press("c", "n").sees("EX-FAM : Saisir le décret (priorité haute, échéance", "27/11/2018, coût 2 000 000 FCFA)").misses(">27", "!haute", "$2")
}

// The summary says how many were there, how many had to be, and how the quorum
// went.
func TestTheSummarySaysTheQuorum(t *testing.T) {
	u := inTheRoom(t, 100, 40, french()).press(">")
	u.press("C", "C", "enter", "ctrl+s").sees("Bilan de la séance", "Quorum", "9 structures présentes, 6 requises sur 9", "Le quorum est atteint")
}

// The summary says which working group an action was given to.
func TestTheSummarySaysTheWorkingGroupOfAnAction(t *testing.T) {
	u := inTheRoom(t, 140, 40, french()).press(">").writing("a", "Saisir le décret @fam #groupe prévention >27/11/2018").misses("introuvable")
	u.press("C", "C", "enter", "ctrl+s").sees("Bilan de la séance", "Saisir le décret · 27/11/2018 · EX-GT1")
}

// What was put to an item stands under it from the start, may be shown to the room
// and put to the vote, and gives its place to the line that rules on it.
func TestWhatIsPutToAnItemStandsUnderItInSession(t *testing.T) {
	u := visit(t, "example", 80, 24, french())
	ctx, m := context.Background(), convened(t, u.book)
	budget := must(u.book.Session(ctx, m.ID)).Items[3]
	must(u.book.SaveDecision(ctx, committee.Decision{Item: budget.ID}, "Le budget est de 100 millions."))
	u.press("9", "g", "a", "enter").press("4").sees("4 · Budget annuel", "D Décision proposée D-2017-13 : Le budget", "est de 100 millions.").misses("Rien n’est encore écrit")
	u.press("e").sees("Ce qui est proposé se change sur sa fiche")
	u.press("V").sees("décision D-2017-13").press("V")
	u.press("v").sees("D-2017-").press("ctrl+s").misses("Décision proposée").sees("V D-2017-13 Le budget est de 100")
}

func TestAdoptionEnBlocIsOfferedWhereSomethingWaits(t *testing.T) {
	u := inTheRoom(t, 140, 40, french()).press("3").sees("3 · Rapport du groupe").misses("B en bloc")
	u.writing("r", "Désigner un point focal par structure. @fam").sees("B en bloc")
	u.press("B").sees("Adoption en bloc").press("ctrl+s").press("esc").misses("B en bloc")
}

// What was said to be done stays in sight, answered, and is there again when the
// matters are gone back to.
func TestAMatterSaidToBeDoneStaysInSight(t *testing.T) {
	u := inTheRoom(t, 140, 40, french()).press(">", ">", "o").sees("Affaires découlant")
	ref := strings.TrimSpace(string([]rune(strings.TrimLeft(u.chosen(), " ▌✓"))[:9]))
	u.press("d").sees("✓  "+ref, "● déclarée").press("esc", "o", "end").sees("✓  " + ref)
}

// A line that made nothing goes with ⏎, as the question says; where there are two
// ways for it to go, ⏎ takes neither.
func TestALineThatMadeNothingIsTakenOutWithEnter(t *testing.T) {
	u := inTheRoom(t, 80, 24, french()).press(">").writing("n", "À reprendre").sees("10:42   À reprendre")
	u.press("z").sees("Retirer cette ligne du procès-verbal ?", "⏎ z    Retirer").press("enter").sees("Ligne retirée").misses("10:42   À reprendre")
	u.writing("d", "Le comité décide").press("z", "enter").sees("Elle a donné : D-2017-").press("esc").sees("10:42 D")
}
