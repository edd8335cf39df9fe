package capture

import (
	"regexp"
	"strings"

	"suivi/internal/committee"
)

// shares are the words of the usual rules, folded and without the little words.
var shares = map[string]committee.Quorum{
	"plus moitie": committee.MoreThanHalf, "moitie plus un": committee.MoreThanHalf, "moitie plus 1": committee.MoreThanHalf, "moitie + 1": committee.MoreThanHalf,
	"majorite": committee.MoreThanHalf, "majorite absolue": committee.MoreThanHalf, "majorite simple": committee.MoreThanHalf,
	"majority": committee.MoreThanHalf, "absolute majority": committee.MoreThanHalf, "simple majority": committee.MoreThanHalf,
	"more than half": committee.MoreThanHalf, "half plus one": committee.MoreThanHalf, "half plus 1": committee.MoreThanHalf, "half + 1": committee.MoreThanHalf,
	"moitie": share(1, 2), "half": share(1, 2), "tiers": share(1, 3), "un tiers": share(1, 3), "third": share(1, 3), "one third": share(1, 3),
	"deux tiers": share(2, 3), "2 tiers": share(2, 3), "majorite deux tiers": share(2, 3), "majorite 2/3": share(2, 3),
	"two thirds": share(2, 3), "two thirds majority": share(2, 3), "trois quarts": share(3, 4), "3 quarts": share(3, 4), "three quarters": share(3, 4),
	"unanimite": share(1, 1), "tous": share(1, 1), "all": share(1, 1),
}

func share(of, in int) committee.Quorum { return committee.Quorum{Numerator: of, Denominator: in} }

// shareless are the words that a rule may be written with and that change nothing.
var shareless = set("de du des d l la le les au a of the members membres moins least at")

// The rules in figures: 50 % + 1 and 1/2 + 1, 60 % and 66,7 %, 2/3.
var (
	oneMore = regexp.MustCompile(`^(?:50 ?(?:%|pour cent|per ?cent)|1 ?/ ?2) ?(?:\+|plus) ?(?:1|un|une|one)$`)
	percent = regexp.MustCompile(`^(\d{1,3})(?:[.,](\d{1,2}))? ?(?:%|pour cent|per ?cent)$`)
)

// Quorum reads a quorum rule as people write it: 1/2, 2/3, 60 %, 50 % + 1, la
// majorité, more than half, a number of members. Whom it counts is not in it, and
// nothing is no rule. What is none is a *committee.FieldError of
// [committee.FieldQuorum] with ReasonFraction, or the reason the domain gives.
func Quorum(typed string) (committee.Quorum, error) {
	s := folded(typed)
	wrong := &committee.FieldError{Field: committee.FieldQuorum, Reason: committee.ReasonFraction, Detail: strings.TrimSpace(typed)}
	if strings.TrimSpace(typed) == "" {
		return committee.Quorum{}, nil
	}
	if q, ok := shares[meaning(s)]; ok {
		return q, nil
	}
	if oneMore.MatchString(s) {
		return committee.MoreThanHalf, nil
	}
	if m := percent.FindStringSubmatch(s); m != nil {
		over, err := Whole(m[1] + m[2])
		under := 100
		for range m[2] {
			under *= 10
		}
		if err != nil || over == 0 || over > under {
			return committee.Quorum{}, wrong
		}
		return reduced(over, under), nil
	}
	over, under, fraction := strings.Cut(s, "/")
	n, err := Whole(over)
	switch {
	case err != nil || n == 0:
		return committee.Quorum{}, wrong
	case !fraction:
		return committee.Quorum{Number: n}, nil
	}
	of, err := Whole(under)
	if err != nil || of == 0 {
		return committee.Quorum{}, wrong
	}
	return share(n, of), nil
}

// meaning is the words that tell a rule.
func meaning(s string) string {
	var kept []string
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\'' || r == '-' }) {
		if !shareless[w] {
			kept = append(kept, w)
		}
	}
	return strings.Join(kept, " ")
}

// reduced is a share in its least terms.
func reduced(of, in int) committee.Quorum {
	a, b := of, in
	for b != 0 {
		a, b = b, a%b
	}
	return share(of/a, in/a)
}
