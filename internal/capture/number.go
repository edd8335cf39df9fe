package capture

import (
	"fmt"
	"math/big"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"suivi/internal/committee"
	"suivi/internal/text"
)

// Amount reads a sum in CFA francs: 200 000 000, 200.000.000 FCFA, XOF 2 000, 200
// millions, 1,5 M, 2.5 Md, 1 milliard 200 millions. A comma or a stop before
// three digits parts thousands; where a unit follows, it could be either and
// is refused. Errors are *committee.FieldError: ReasonNotANumber with the text
// as its Detail, ReasonCurrency where the sum is in another currency,
// ReasonNegative, ReasonOutOfRange.
func Amount(typed string) (committee.Amount, error) {
	wrong := &committee.FieldError{Field: committee.FieldCost, Reason: committee.ReasonNotANumber, Detail: typed}
	s, negative := strings.CutPrefix(folded(typed), "-")
	s = strings.TrimSpace(s)
	if foreign(s) {
		return 0, &committee.FieldError{Field: committee.FieldCost, Reason: committee.ReasonCurrency}
	}
	s = inFrancs(s)
	total, ok := sum(s)
	switch {
	case !ok:
		return 0, wrong
	case negative && total.Sign() != 0:
		return 0, &committee.FieldError{Field: committee.FieldCost, Reason: committee.ReasonNegative}
	case total.Cmp(big.NewInt(int64(committee.MaxAmount))) > 0:
		return 0, &committee.FieldError{Field: committee.FieldCost, Reason: committee.ReasonOutOfRange, Detail: fmt.Sprintf("0–%d", committee.MaxAmount)}
	}
	return committee.Amount(total.Int64()), nil
}

// currencies are the ways to write the franc, the longest first.
var currencies = []string{"francs cfa", "franc cfa", "f cfa", "f.cfa", "fcfa", "cfa", "francs", "franc", "xof", "f"}

// inFrancs is a sum without the name of the franc after or before it.
func inFrancs(s string) string {
	for _, name := range currencies {
		if rest, ok := strings.CutSuffix(s, name); ok {
			return strings.TrimSpace(rest)
		}
		if rest, ok := strings.CutPrefix(s, name); ok && strings.IndexFunc(strings.TrimSpace(rest), unicode.IsDigit) == 0 {
			return strings.TrimSpace(rest)
		}
	}
	return s
}

// others are names of currencies that the file does not keep sums in; the words
// after a franc that is not the CFA franc among them.
var others = regexp.MustCompile(`(?:\$ ?(?:us|usd|cad)\b|\bus ?\$|€|\$|£|\b(?:euros?|eur|usd|us|dollars?|livres? sterling|pounds?|gbp|chf|cad|xaf|mad|gnf|mru|ngn|yens?|yuans?|` +
	`francs? (?:suisses?|guineens?|congolais|francais|belges?))\b)`)

// foreign tells whether a sum, folded, has the name of another currency directly
// after or before its figures and their unit.
func foreign(s string) bool {
	at := others.FindStringIndex(s)
	if at == nil {
		return false
	}
	before := strings.TrimSpace(s[:at[0]])
	for _, tie := range []string{" de", " d'"} {
		before = strings.TrimSpace(strings.TrimSuffix(before, tie))
	}
	if before == "" {
		_, ok := sum(strings.TrimSpace(s[at[1]:]))
		return ok
	}
	_, ok := sum(before)
	return ok && strings.TrimSpace(s[at[1]:]) == ""
}

// abroad tells whether a text begins with the name of another currency and the
// figures of a sum in it.
func abroad(s string) bool {
	runes := []rune(s)
	s = folded(string(runes[:min(len(runes), 32)]))
	at := others.FindStringIndex(s)
	return at != nil && at[0] == 0 && strings.IndexFunc(strings.TrimSpace(s[at[1]:]), unicode.IsDigit) == 0
}

// scales are the units of large sums. A billion is left out: it is not the
// same number in French and in English.
var scales = map[string]int64{
	"": 1, "mille": 1e3, "k": 1e3, "thousand": 1e3,
	"m": 1e6, "mn": 1e6, "mio": 1e6, "million": 1e6, "millions": 1e6,
	"md": 1e9, "mds": 1e9, "mrd": 1e9, "milliard": 1e9, "milliards": 1e9, "bn": 1e9,
}

var part = regexp.MustCompile(`^([0-9][0-9 .,']*)([a-z]*)(?: +de\b| +d')?\s*`)

// sum adds up numbers with their units, which grow smaller.
func sum(s string) (*big.Int, bool) {
	total, least := new(big.Int), int64(1e12)
	for s != "" {
		m := part.FindStringSubmatch(s)
		if m == nil {
			return nil, false
		}
		scale, ok := scales[m[2]]
		if !ok || scale >= least {
			return nil, false
		}
		n, ok := scaled(strings.TrimSpace(m[1]), scale)
		if !ok {
			return nil, false
		}
		total.Add(total, n)
		s, least = s[len(m[0]):], scale
	}
	return total, least < 1e12
}

var (
	simple  = regexp.MustCompile(`^\d+$`)
	grouped = regexp.MustCompile(`^[1-9]\d{0,2}(?: \d{3}(?: \d{3})*|\.\d{3}(?:\.\d{3})*|,\d{3}(?:,\d{3})*|'\d{3}(?:'\d{3})*)$`)
	decimal = regexp.MustCompile(`^(.*\d)[.,](\d+)$`)
	once    = regexp.MustCompile(`^\d+[.,]\d+$`)
)

// scaled is a number times its unit, when that is whole.
func scaled(s string, scale int64) (*big.Int, bool) {
	whole, fraction := s, ""
	switch {
	case simple.MatchString(s):
	case grouped.MatchString(s):
		if scale > 1 && once.MatchString(s) {
			return nil, false
		}
	default:
		m := decimal.FindStringSubmatch(s)
		if m == nil || !simple.MatchString(m[1]) && !grouped.MatchString(m[1]) || sameMark(m[1], s[len(m[1])]) {
			return nil, false
		}
		whole, fraction = m[1], m[2]
	}
	n, ok := new(big.Int).SetString(strings.NewReplacer(" ", "", ".", "", ",", "", "'", "").Replace(whole)+fraction, 10)
	if !ok {
		return nil, false
	}
	n.Mul(n, big.NewInt(scale))
	tenth := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(len(fraction))), nil)
	n, rest := n.QuoRem(n, tenth, new(big.Int))
	return n, rest.Sign() == 0
}

// sameMark tells whether the decimal mark already parts the thousands.
func sameMark(whole string, mark byte) bool { return strings.IndexByte(whole, mark) >= 0 }

// Whole reads a whole number: 12, 1 234, 1,234, -3. Anything else is a
// *committee.FieldError with ReasonNotANumber and the text as its Detail.
func Whole(typed string) (int, error) {
	const limit = 1_000_000_000
	s, negative := strings.CutPrefix(folded(typed), "-")
	if simple.MatchString(s) || grouped.MatchString(s) {
		n, err := strconv.Atoi(strings.NewReplacer(" ", "", ".", "", ",", "", "'", "").Replace(s))
		if err == nil && n <= limit {
			if negative {
				n = -n
			}
			return n, nil
		}
	}
	return 0, &committee.FieldError{Field: committee.FieldNumber, Reason: committee.ReasonNotANumber, Detail: typed}
}

// Percent reads a whole percentage from 0 to 100: 40, 40 %, 40 pour cent. Errors
// are *committee.FieldError: ReasonNotANumber with the text as its Detail,
// ReasonOutOfRange.
func Percent(typed string) (int, error) {
	s := folded(typed)
	for _, sign := range []string{"%", "pour cent", "percent", "per cent"} {
		if rest, ok := strings.CutSuffix(s, sign); ok {
			s = strings.TrimSpace(rest)
			break
		}
	}
	n, err := Whole(s)
	switch {
	case err != nil:
		return 0, &committee.FieldError{Field: committee.FieldPercent, Reason: committee.ReasonNotANumber, Detail: typed}
	case n < 0 || n > 100:
		return 0, &committee.FieldError{Field: committee.FieldPercent, Reason: committee.ReasonOutOfRange, Detail: "0–100"}
	}
	return n, nil
}

// folded is what was typed, folded and with single spaces; empty when it is
// too long to be worth reading.
func folded(typed string) string {
	if len(typed) > maxTyped {
		return ""
	}
	s := text.FoldWords(text.Line(typed))
	return strings.ReplaceAll(s, "\u2212", "-")
}
