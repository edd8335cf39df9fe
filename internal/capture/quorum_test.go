package capture

import (
	"errors"
	"testing"

	"suivi/internal/committee"
)

func TestQuorum(t *testing.T) {
	more := committee.MoreThanHalf
	for typed, want := range map[string]committee.Quorum{
		"": {}, "  ": {}, "1/2": share(1, 2), "2 / 3": share(2, 3), "8": {Number: 8},
		"50%+1": more, "50 % + 1": more, "50\u00a0%\u00a0+\u00a01": more, "50 % plus un": more, "1/2+1": more, "1/2 + 1": more, "la moitié plus un": more,
		"Majorité": more, "la majorité absolue des membres": more, "majority": more, "more than half": more, "more than half of the members": more,
		"plus de la moitié": more, "half plus one": more, "half": share(1, 2), "la moitié": share(1, 2), "au moins la moitié": share(1, 2), "at least half": share(1, 2),
		"deux tiers": share(2, 3), "les deux tiers des membres": share(2, 3), "two-thirds": share(2, 3), "majorité des deux tiers": share(2, 3),
		"le tiers": share(1, 3), "3/4": share(3, 4), "trois quarts": share(3, 4),
		"60 %": share(3, 5), "60%": share(3, 5), "50 pour cent": share(1, 2), "50 per cent": share(1, 2), "66,7 %": share(667, 1000), "66.67%": share(6667, 10000), "100 %": share(1, 1),
	} {
		if got, err := Quorum(typed); err != nil || got != want {
			t.Errorf("%q is %+v, %v", typed, got, err)
		}
	}
	for _, typed := range []string{"beaucoup", "0", "1/0", "0 %", "101 %", "60 % + 1", "1/2+2", "/", "+1", "50%+", "minorité"} {
		got, err := Quorum(typed)
		var wrong *committee.FieldError
		if !errors.As(err, &wrong) || wrong.Reason != committee.ReasonFraction || wrong.Detail != typed || got != (committee.Quorum{}) {
			t.Errorf("%q is %+v, %v", typed, got, err)
		}
	}
}
