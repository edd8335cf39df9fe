package tui_test

import (
	"context"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/i18n"
)

func TestEmptyCommitteeSaysWhatToPress(t *testing.T) {
	u := visit(t, "empty", 80, 24, i18n.For(committee.French))
	u.press("8").sees("Le comité n’est pas encore décrit", "Appuyez sur e", "aucune règle fixée")
	u.press("e").write("Comité d’essai").press("ctrl+s").sees("Comité d’essai")
	c, err := u.book.Committee(context.Background())
	if err != nil || c.Name != "Comité d’essai" || c.Quorum.Set() || c.LateItems != committee.Unset {
		t.Errorf("the file holds %+v, %v", c, err)
	}
}

func TestQuorumIsTypedAsPeopleWriteIt(t *testing.T) {
	for _, c := range []struct {
		typed string
		seen  string
		want  committee.Quorum
	}{
		{"1/2", "la moitié des structures membres (5 sur 9)", committee.Quorum{Base: committee.BaseInstitutions, Numerator: 1, Denominator: 2}},
		{"3/5", "les 3/5 des structures membres (6 sur 9)", committee.Quorum{Base: committee.BaseInstitutions, Numerator: 3, Denominator: 5}},
		{"60 %", "les 3/5 des structures membres (6 sur 9)", committee.Quorum{Base: committee.BaseInstitutions, Numerator: 3, Denominator: 5}},
		{"50%+1", "plus de la moitié des structures membres", committee.Quorum{Base: committee.BaseInstitutions, Numerator: 5001, Denominator: 10_000}},
		{"majorité", "plus de la moitié des structures membres", committee.Quorum{Base: committee.BaseInstitutions, Numerator: 5001, Denominator: 10_000}},
		{"8", "8 structures membres (8 sur 9)", committee.Quorum{Base: committee.BaseInstitutions, Number: 8}},
		{"", "aucune règle fixée", committee.Quorum{}},
	} {
		t.Run(c.seen, func(t *testing.T) {
			u := secretary(t)
			u.press("8", "e").field("Quorum")
			u.press("end", "ctrl+u").write(c.typed).press("ctrl+s").sees(c.seen)
			now, err := u.book.Committee(context.Background())
			if err != nil {
				t.Fatal(err)
			}
			c.want.Proxies, c.want.MaxProxies, c.want.Remote, c.want.CastingVote = now.Quorum.Proxies, now.Quorum.MaxProxies, now.Quorum.Remote, now.Quorum.CastingVote
			if now.Quorum != c.want {
				t.Errorf("the file holds %+v, want %+v", now.Quorum, c.want)
			}
		})
	}
}

// What was understood is said beside what was typed, before it is saved, and a
// majority comes back as it is written.
func TestQuorumSaysWhatItUnderstood(t *testing.T) {
	u := secretary(t)
	u.press("8", "e").field("Quorum")
	for typed, said := range map[string]string{"50%+1": "plus de la moitié", "60 %": "les 3/5", "8": "8 au moins", "les deux tiers": "les deux tiers"} {
		u.press("end", "ctrl+u").write(typed).press("tab").sees(said).press("shift+tab")
	}
	u.press("end", "ctrl+u").write("majorité").press("ctrl+s").press("e").field("Quorum")
	u.sees("50 % + 1")
}

func TestImpossibleQuorumStaysInTheForm(t *testing.T) {
	u := secretary(t)
	u.press("8", "e").field("Quorum")
	for _, typed := range []string{"3/2", "abc", "2/"} {
		u.press("end", "ctrl+u").write(typed).press("ctrl+s").sees("« "+typed+" » n’est pas un quorum", "50 % + 1 ou 8")
	}
}

func TestAxisIsAddedArchivedAndRestored(t *testing.T) {
	u := secretary(t)
	u.press("8", "z").sees("Choisissez d’abord un axe ou un thème.")
	u.press("i").write("Partenariat").press("ctrl+s").sees("▌", "Partenariat · axe · 0 action")
	u.press("z").sees("Partenariat · axe · 0 action · archivé")
	u.press("enter").sees("archivé").misses("Nom *")
	u.press("z").sees("Rétabli").misses("Partenariat · axe · 0 action · archivé")
}
