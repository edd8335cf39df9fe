package committee

import (
	"testing"

	"pgregory.net/rapid"
)

// More than half is asked for of an even number as of an odd one.
func TestMoreThanHalfIsMoreThanHalf(t *testing.T) {
	for base := 1; base <= 5000; base++ {
		if got := MoreThanHalf.Required(base); got != base/2+1 {
			t.Fatalf("of %d, %d are more than half", base, got)
		}
	}
}

func TestQuorumRequired(t *testing.T) {
	half := Quorum{Base: BaseInstitutions, Numerator: 1, Denominator: 2}
	twoThirds := Quorum{Base: BaseInstitutions, Numerator: 2, Denominator: 3}
	for _, row := range []struct {
		name string
		rule Quorum
		base int
		want int
	}{
		{"half of an even base", half, 16, 8},
		{"half of an odd base is rounded up", half, 17, 9},
		{"two thirds that fall even", twoThirds, 18, 12},
		{"two thirds are rounded up", twoThirds, 17, 12},
		{"all of them", Quorum{Base: BaseMandates, Numerator: 1, Denominator: 1}, 13, 13},
		{"a fixed number ignores the base", Quorum{Base: BaseMandates, Number: 9}, 40, 9},
		{"no rule requires nobody", Quorum{}, 17, 0},
		{"nobody on the base", half, 0, 0},
		{"one on the base", twoThirds, 1, 1},
	} {
		t.Run(row.name, func(t *testing.T) {
			if got := row.rule.Required(row.base); got != row.want {
				t.Errorf("got %d, want %d", got, row.want)
			}
		})
	}
	t.Run("the least number that reaches the fraction", func(t *testing.T) {
		rapid.Check(t, func(t *rapid.T) {
			d := rapid.IntRange(1, 100).Draw(t, "denominator")
			n := rapid.IntRange(1, d).Draw(t, "numerator")
			base := rapid.IntRange(0, 10_000).Draw(t, "base")
			got := Quorum{Numerator: n, Denominator: d}.Required(base)
			if got*d < base*n || (got-1)*d >= base*n && got > 0 || got > base {
				t.Fatalf("%d/%d of %d requires %d", n, d, base, got)
			}
		})
	})
}

func goodCommittee() Committee {
	return Committee{Name: "[EXEMPLE] Comité", Language: French, Numbers: DefaultNumbering()}
}

func TestCommitteeValidate(t *testing.T) {
	quorum := func(q Quorum) func(*Committee) { return func(c *Committee) { c.Quorum = q } }
	wantBroken(t, goodCommittee,
		broken[Committee]{"a name is required", func(c *Committee) { c.Name = " " }, FieldName, ReasonRequired},
		broken[Committee]{"a language is French or English", func(c *Committee) { c.Language = "de" }, FieldLanguage, ReasonNotListed},
		broken[Committee]{"rules are unset to begin with", quorum(Quorum{}), "", ""},
		broken[Committee]{"a fraction of a base", quorum(Quorum{Base: BaseMandates, Numerator: 2, Denominator: 3}), "", ""},
		broken[Committee]{"a fixed number", quorum(Quorum{Base: BaseInstitutions, Number: 9}), "", ""},
		broken[Committee]{"a base may be known before the rule", quorum(Quorum{Base: BaseMandates}), "", ""},
		broken[Committee]{"a fraction needs its base", quorum(Quorum{Numerator: 1, Denominator: 2}), FieldQuorum, ReasonRequired},
		broken[Committee]{"a number needs its base", quorum(Quorum{Number: 9}), FieldQuorum, ReasonRequired},
		broken[Committee]{"a base is listed", quorum(Quorum{Base: "all"}), FieldQuorum, ReasonNotListed},
		broken[Committee]{"nothing is negative", quorum(Quorum{Base: BaseMandates, Number: -1}), FieldQuorum, ReasonNegative},
		broken[Committee]{"a fraction is not above one", quorum(Quorum{Base: BaseMandates, Numerator: 3, Denominator: 2}), FieldQuorum, ReasonFraction},
		broken[Committee]{"a fraction is not zero", quorum(Quorum{Base: BaseMandates, Denominator: 2}), FieldQuorum, ReasonFraction},
		broken[Committee]{"a fraction is whole", quorum(Quorum{Base: BaseMandates, Numerator: 2}), FieldQuorum, ReasonFraction},
		broken[Committee]{"a fraction or a number, not both", quorum(Quorum{Base: BaseMandates, Numerator: 1, Denominator: 2, Number: 9}), FieldQuorum, ReasonOneRule},
		broken[Committee]{"numbers are bounded", quorum(Quorum{Base: BaseMandates, Number: 10_001}), FieldQuorum, ReasonOutOfRange},
		broken[Committee]{"yes, no or unset", quorum(Quorum{Proxies: "maybe"}), FieldQuorum, ReasonNotListed},
		broken[Committee]{"late items are named as such", func(c *Committee) { c.LateItems = "maybe" }, FieldLateItems, ReasonNotListed},
		broken[Committee]{"notice days within a year", func(c *Committee) { c.NoticeDays = 366 }, FieldNoticeDays, ReasonOutOfRange},
		broken[Committee]{"circulation days are not negative", func(c *Committee) { c.CirculationDays = -1 }, FieldCirculationDays, ReasonOutOfRange},
		broken[Committee]{"numbering is checked", func(c *Committee) { c.Numbers.Meeting = "{NN}" }, FieldNumbers, ReasonPattern},
		broken[Committee]{"a certainty is listed", func(c *Committee) { c.Provenance = []Provenance{{Certainty: "sure"}} }, FieldProvenance, ReasonNotListed},
	)
}

func TestAxisValidate(t *testing.T) {
	wantBroken(t, func() Axis { return Axis{Name: "Prévention", Kind: AxisOfPlan} },
		broken[Axis]{"a theme is kept too", func(a *Axis) { a.Kind = Theme }, "", ""},
		broken[Axis]{"a name is required", func(a *Axis) { a.Name = "" }, FieldName, ReasonRequired},
		broken[Axis]{"a name fits a line", func(a *Axis) { a.Name = long(MaxLine + 1) }, FieldName, ReasonTooLong},
		broken[Axis]{"a kind is listed", func(a *Axis) { a.Kind = "" }, FieldKind, ReasonNotListed},
	)
}
