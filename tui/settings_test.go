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

func TestImpossibleQuorumStaysInTheForm(t *testing.T) {
	u := secretary(t)
	u.press("8", "e").field("Quorum")
	for _, typed := range []string{"3/2", "abc", "2/"} {
		u.press("end", "ctrl+u").write(typed).press("ctrl+s").sees("« "+typed+" » n’est pas un quorum", "fraction entre 0 et 1, ou un nombre")
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
