package capture

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"suivi/internal/committee"
	"suivi/internal/text"
)

// A Line is a line of the minutes typed in one go, the facts inside it read:
//
//	Saisir le décret @justice +onudc #gt2 !haute >15/01/2018 $2 000 000
//
// @ or & names an institution or a function, + an institution that helps, # or
// § a group or an axis, ! the priority, > the due date, $ the cost. A sign
// only counts at the beginning of a word and directly before one; but for & and
// §, also one space before a value that is understood up to the next sign or the
// end of the line.
type Line struct {
	// Text is what remains without the facts that were understood, cleaned as
	// by text.Line, with single spaces. Those not understood stay in it.
	Text string
	// Facts are those understood, Unread those not, both in the order typed.
	Facts, Unread []Fact
}

// maxFacts bounds the signs that are looked at: what follows is text.
const maxFacts = 64

// Read reads what was typed as a line of the given kind. A name may be cut
// short as long as only one candidate begins so, or has a word that does;
// justice/secrétaire is a function by its institution, and quotes hold words
// together. The longest run of words that means something is taken, and
// refused when it could mean several things. Whatever is not understood stays
// in the text and is in Unread, a sign alone as well; what this kind of line does
// not take is only there when it would be understood on another, is an @ or a #
// alone, or stands behind a sign that names things on a line that is ruled on.
func Read(line committee.EntryKind, typed string, v Vocabulary, today committee.Date, lang committee.Language) Line {
	var l Line
	takes := Takes(line)
	for _, f := range (reader{v, today, lang}).facts(line, typed) {
		switch {
		case !slices.Contains(takes, f.Kind):
			if f.Reason = f.elsewhere(line, typed); f.Reason != "" {
				l.Unread = append(l.Unread, f)
			}
		case f.Reason != "":
			l.Unread = append(l.Unread, f)
		case l.again(line, f):
			f.Reason = committee.ReasonDuplicate
			l.Unread = append(l.Unread, f)
		default:
			l.Facts = append(l.Facts, f)
		}
	}
	l.Text = without(typed, l.Facts)
	return l
}

// elsewhere says what is wrong with a fact that the kind of line does not take:
// nothing where it may be plain text. Directly after a sign that names things,
// what is ruled on has no plain text.
func (f Fact) elsewhere(line committee.EntryKind, typed string) committee.Reason {
	named := typed[f.From] == '@' || typed[f.From] == '#'
	_, spaced := spacedAt(typed, f.From, rune(typed[f.From]))
	meant := addressed(line) && sieves[f.Kind] != nil
	if spaced && !named || !spaced && f.Reason != "" && !meant {
		return ""
	}
	return committee.ReasonNotTaken
}

// again tells whether the line has such a fact already: the same thing, or any
// where there is place for one. A group and an axis have a place each.
func (l Line) again(line committee.EntryKind, f Fact) bool {
	return slices.ContainsFunc(l.Facts, func(g Fact) bool {
		switch {
		case g.Kind != f.Kind:
			return false
		case f.Kind == FactGroup:
			return g.Thing.Kind == f.Thing.Kind
		}
		return !Repeats(line, f.Kind) || g.Thing == f.Thing
	})
}

// Owner is the institution that the line names first, and the function when it
// names one: who is in charge of an action, who speaks in a note.
func (l Line) Owner() (committee.InstitutionID, committee.FunctionID) {
	for _, f := range l.Facts {
		if f.Kind == FactWho {
			return f.owner()
		}
	}
	return "", ""
}

func (f Fact) owner() (committee.InstitutionID, committee.FunctionID) {
	if f.Thing.Kind == committee.KindFunction {
		return committee.InstitutionID(f.Under.ID), committee.FunctionID(f.Thing.ID)
	}
	return committee.InstitutionID(f.Thing.ID), ""
}

// Addressees are the institutions that the line names, those of a
// recommendation or of a decision.
func (l Line) Addressees() []committee.InstitutionID { return l.institutions(FactWho) }

// Supports are the institutions that help.
func (l Line) Supports() []committee.InstitutionID { return l.institutions(FactSupport) }

func (l Line) institutions(kind FactKind) []committee.InstitutionID {
	var all []committee.InstitutionID
	for _, f := range l.Facts {
		if f.Kind == kind {
			id, _ := f.owner()
			all = append(all, id)
		}
	}
	return all
}

// Group is the working group; empty when the line names none.
func (l Line) Group() committee.GroupID {
	return committee.GroupID(l.of(FactGroup, committee.KindGroup).Thing.ID)
}

// Axis is the axis; empty when the line names none.
func (l Line) Axis() committee.AxisID {
	return committee.AxisID(l.of(FactGroup, committee.KindAxis).Thing.ID)
}

// Priority is the priority; PriorityUnsaid when the line gives none.
func (l Line) Priority() committee.Priority { return l.of(FactPriority, "").Priority }

// Due is the due date; empty when the line gives none.
func (l Line) Due() committee.Due { return l.of(FactDue, "").Due }

// Review is the due date of a decision, which is always a day.
func (l Line) Review() committee.Date { return l.Due().Last() }

// Cost is the cost; nil when the line gives none.
func (l Line) Cost() *committee.Amount {
	if f := l.of(FactCost, ""); f.Kind == FactCost {
		return &f.Cost
	}
	return nil
}

func (l Line) of(kind FactKind, of committee.Kind) Fact {
	for _, f := range l.Facts {
		if f.Kind == kind && f.Thing.Kind == of {
			return f
		}
	}
	return Fact{}
}

// reader is what the words of a line are read with.
type reader struct {
	v     Vocabulary
	today committee.Date
	lang  committee.Language
}

// facts are all the facts of a line, understood or not, one after another.
func (r reader) facts(line committee.EntryKind, typed string) []Fact {
	var all []Fact
	for at := 0; len(all) < maxFacts; {
		m, ok := nextSign(typed, at)
		if !ok {
			break
		}
		f := r.fact(line, typed, m)
		if m.spaced && !m.whole(typed, f) {
			f = m.alone(typed, f)
		}
		all = append(all, f)
		at = max(f.To, m.sign(typed))
	}
	return all
}

// whole tells whether a fact after a space is all there is up to the next sign;
// quotes say by themselves where a name ends.
func (m mark) whole(typed string, f Fact) bool {
	if _, ok := quoted(typed[m.body:]); ok && sieves[m.kind] != nil {
		return true
	}
	if f.Reason != "" {
		return false
	}
	m.body = max(f.To, m.body)
	return strings.Trim(strings.TrimSpace(m.stretch(typed)), closing) == ""
}

// alone is a sign whose value is missing, or is not what follows the space.
func (m mark) alone(typed string, f Fact) Fact {
	why := map[FactKind]committee.Reason{FactPriority: committee.ReasonNotListed, FactCost: committee.ReasonNotANumber}[m.kind]
	switch {
	case m.kind == FactDue && f.Reason != "":
		why = f.Reason // a day, or a day or a quarter
	case m.kind == FactDue:
		why = committee.ReasonNotADue
	case why == "":
		why = committee.ReasonUnknown
	}
	return Fact{Kind: m.kind, Span: Span{m.at, m.sign(typed)}, Reason: why}
}

func (r reader) fact(line committee.EntryKind, typed string, m mark) Fact {
	switch m.kind {
	case FactPriority:
		return m.priority(typed)
	case FactDue:
		return m.due(typed, r.today, r.lang, line == committee.EntryDecision)
	case FactCost:
		return m.cost(typed)
	}
	return m.thing(typed, r.v, nameable(line, m.kind))
}

// nameable is what a fact may name on a kind of line.
func nameable(line committee.EntryKind, kind FactKind) sieve {
	if kind == FactWho && addressed(line) {
		return institution
	}
	return sieves[kind]
}

// without is the line without some facts, cleaned and with single spaces.
func without(typed string, facts []Fact) string {
	kept, at := "", 0
	var b strings.Builder
	for _, f := range append(facts[:len(facts):len(facts)], Fact{Span: Span{len(typed), len(typed)}}) {
		piece := strings.TrimSpace(text.Line(typed[at:f.From]))
		if at > 0 && b.Len() == 0 {
			piece = headless(piece)
		}
		if first, _ := utf8.DecodeRuneInString(piece); b.Len() > 0 && piece != "" && !strings.ContainsRune(",.…)", first) {
			b.WriteByte(' ')
		}
		b.WriteString(piece)
		at = f.To
	}
	kept = b.String()
	for strings.Contains(kept, "  ") {
		kept = strings.ReplaceAll(kept, "  ", " ")
	}
	return kept
}

// headless is the text after a first fact, without the sign that parted them:
// « @justice : le décret est prêt ».
func headless(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	if n > 0 && strings.ContainsRune(",;:.–—-", first) {
		if after, _ := utf8.DecodeRuneInString(s[n:]); n == len(s) || unicode.IsSpace(after) {
			return strings.TrimSpace(s[n:])
		}
	}
	return s
}
