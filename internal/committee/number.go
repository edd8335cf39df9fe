package committee

import (
	"fmt"
	"strings"
)

// Numbering holds the patterns of the references the committee gives. A
// pattern has {AAAA} or {YYYY} for the year and {N}, {NN} or {NNN} for the
// number within the year, padded to that width: R-{AAAA}-{NN} gives R-2017-03.
type Numbering struct {
	Recommendation string `json:"recommendation"`
	Action         string `json:"action"`
	Decision       string `json:"decision"`
	Meeting        string `json:"meeting"`
}

// DefaultNumbering is what a committee starts with.
func DefaultNumbering() Numbering {
	return Numbering{
		Recommendation: "R-{AAAA}-{NN}",
		Action:         "A-{AAAA}-{NN}",
		Decision:       "D-{AAAA}-{NN}",
		Meeting:        "{NN}/{AAAA}",
	}
}

// Validate reports a pattern that lacks a year or a number, has other braces,
// or gives the references of another noun, as a *FieldError.
func (n Numbering) Validate() error {
	seen := map[string]bool{}
	for _, p := range []string{n.Recommendation, n.Action, n.Decision, n.Meeting} {
		// A number as wide as the widest part looks the same under every padding.
		ref := Format(p, 2017, 123456)
		if strings.Count(p, "{N") != 1 || !strings.Contains(p, "{AAAA}") && !strings.Contains(p, "{YYYY}") ||
			ref == "" || strings.ContainsAny(ref, "{}") || len(p) > 40 {
			return &FieldError{Field: FieldNumbers, Reason: ReasonPattern, Detail: p}
		}
		if seen[ref] {
			return &FieldError{Field: FieldNumbers, Reason: ReasonDuplicate, Detail: p}
		}
		seen[ref] = true
	}
	return nil
}

// Format writes the reference that pattern gives; it is empty when the
// pattern has no number part.
func Format(pattern string, year, number int) string {
	for width := 1; width <= 6; width++ {
		mark := "{" + strings.Repeat("N", width) + "}"
		if strings.Contains(pattern, mark) {
			s := strings.Replace(pattern, mark, fmt.Sprintf("%0*d", width, number), 1)
			s = strings.ReplaceAll(s, "{AAAA}", fmt.Sprintf("%04d", year))
			return strings.ReplaceAll(s, "{YYYY}", fmt.Sprintf("%04d", year))
		}
	}
	return ""
}

// Mark is the number a thing was given: its year, its place in the year, and
// the reference as it was written then. A reference is never reused and does
// not change when the pattern does.
type Mark struct {
	Ref    string `json:"ref"`
	Year   int    `json:"year"`
	Number int    `json:"number"`
}
