package tui

import (
	"fmt"
	"slices"
	"strings"

	"suivi/internal/capture"
	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/internal/text"
	"suivi/tui/theme"
	"suivi/tui/widget"
)

// minutes are the lines of the item in sight, wrapped once for all the keys
// that change none of them.
type minutes struct {
	made   minutesKey
	lines  []minuteLine
	rows   int // of all lines
	top    int // the first row in sight
	height int
}

// minutesKey is what the lines were wrapped from.
type minutesKey struct {
	edition, width int
	item           committee.AgendaItemID
}

// minuteLine is one line of the minutes: its time, its kind, its words on as
// many rows as they take.
type minuteLine struct {
	id     committee.EntryID
	at     string
	letter string
	rows   []string
	from   int // the row it begins on
	role   theme.Role
}

// letterWidth is what stands before the words: the mark, the time, the kind.
const letterWidth = 9

func (m minutes) pageful() int { return max(m.height/2, 1) }

// set wraps the lines of the item in sight, unless they are wrapped already.
func (m minutes) set(p sessionPage, width int) minutes {
	made := minutesKey{p.edition, width, p.item}
	if m.made == made {
		return m
	}
	if m.made.item != p.item {
		m.top = 0
	}
	m.made, m.lines, m.rows = made, nil, 0
	add := func(l minuteLine, said string) {
		l.rows = widget.Wrap(text.Line(said), max(width-letterWidth-2, 8))
		l.from = m.rows
		m.rows += len(l.rows)
		m.lines = append(m.lines, l)
	}
	for _, i := range p.leads() {
		add(minuteLine{id: i.line(), letter: i.letter}, i.said)
	}
	letters := p.d.words().Session.Letters
	for _, e := range p.written() {
		if !p.isSent(e.ID) {
			add(minuteLine{id: e.ID, at: string(e.At), letter: letters[e.Kind]}, p.wording(e))
		}
	}
	for _, l := range p.sent {
		if l.Capture.Item != p.item {
			continue
		}
		line, said := minuteLine{at: string(l.Capture.At), letter: letters[l.Capture.Kind], role: theme.Muted}, l.Capture.Text
		if l.Failed != "" {
			line.role = theme.Bad
			said = p.d.styles.Glyph.Late + " " + p.d.words().Session.Failed + p.d.words().Sheet.Colon + said
		}
		add(line, said)
	}
	return m
}

// isSent tells whether a new wording of a line is on its way to the file.
func (p sessionPage) isSent(id committee.EntryID) bool {
	for _, l := range p.sent {
		if l.Entry == id {
			return true
		}
	}
	return false
}

// wording is a line as it reads: what it gave rise to, who speaks, its words,
// and its facts.
func (p sessionPage) wording(e committee.Entry) string {
	d, s, dash := p.d, p.session, " — "
	var before, after []string
	result := voteSaid(d, e)
	if speaker := calledAs(d, s.Names, thing(committee.KindFunction, e.Speaker)); speaker != "" {
		before = append(before, speaker+d.words().Sheet.Colon)
	} else if of := calledAs(d, s.Names, thing(committee.KindInstitution, e.SpeakerOf)); of != "" {
		before = append(before, of+d.words().Sheet.Colon)
	}
	if l, ok := s.Decisions[e.Decision]; ok {
		before = append(before, l.Ref+" ")
		if l.State != committee.Adopted && (result == "" || l.State != committee.Rejected) {
			after = append(after, d.words().States.Decision[l.State].Full)
		}
		if !l.Review.Zero() {
			after = append(after, d.words().Capture.Facts[committee.FieldReview]+" "+d.loc.Date(l.Review))
		}
	}
	if l, ok := s.Recommendations[e.Recommendation]; ok {
		if e.Kind == committee.EntryRecommendation && committee.LastAbout(s.Entries, e.Recommendation) != e.ID {
			return fmt.Sprintf(d.words().Session.Proposed, l.Ref) + e.Text
		}
		before = append(before, l.Ref+" ")
		after = append(after, l.Addressees, d.loc.Due(l.Due))
		if result == "" {
			after = append(after, d.words().States.Decision[l.Decision].Full)
		}
	}
	if l, ok := s.Actions[e.Action]; ok {
		before = append(before, l.Ref+" ")
		after = append(after, strings.Join(dropEmpty([]string{l.Institution, l.Function}), " "+d.styles.Glyph.Dot+" "), d.loc.Due(l.Due))
	}
	after = append(after, result)
	said := strings.Join(before, "") + p.queried(e)
	if facts := dropEmpty(after); len(facts) > 0 {
		said += dash + strings.Join(facts, d.words().Common.Comma)
	}
	return said
}

// voteSaid is what a vote came to, worded by the program; the counts alone where
// it is not known how it was taken. Empty on a line that is no vote.
func voteSaid(d *desk, e committee.Entry) string {
	switch {
	case e.Kind == committee.EntryVote && e.Ballot.Manner != committee.MannerUnsaid:
		return i18n.Uncapital(d.loc.LineResult(e))
	case e.Votes.Counted():
		return votesSaid(d, e.Votes)
	}
	return ""
}

// reveal scrolls as little as brings a line in sight; the newest is followed.
func (m minutes) reveal(chosen int, newest bool) minutes {
	most := max(m.rows-m.height, 0)
	if newest || chosen < 0 {
		m.top = most
		return m
	}
	l := m.lines[chosen]
	if end := l.from + len(l.rows); end > m.top+m.height {
		m.top = end - m.height
	}
	m.top = min(max(min(m.top, l.from), 0), most)
	return m
}

// draw draws the rows in sight, the chosen line marked at its edge.
func (m minutes) draw(p sessionPage, height int) []string {
	st := p.d.styles
	if len(m.lines) == 0 {
		if p.at() < 0 {
			return nil
		}
		empty := p.d.words().Session.Empty
		if recordOff(p.d, committee.VerbAdd, committee.KindEntry, p.session.Meeting, p.session.Meeting.Stamp) != "" { // the key that it names would be refused
			empty = p.d.words().Session.EmptyClosed
		}
		said := widget.Wrap(empty, max(m.made.width-2, 8))
		for n, row := range said {
			said[n] = " " + st.Paint(theme.Muted, row)
		}
		return said
	}
	chosen := p.line
	if chosen == "" {
		chosen = m.lines[len(m.lines)-1].id
	}
	var out []string
	for _, l := range m.lines {
		for n, row := range l.rows {
			if at := l.from + n; at < m.top || at >= m.top+height {
				continue
			}
			mark := " "
			if l.id == chosen && l.id != "" && !p.agenda {
				mark = st.Paint(theme.Accent, st.Glyph.Marker)
			}
			head := strings.Repeat(" ", letterWidth-1)
			if n == 0 {
				head = st.Paint(theme.Muted, padded(l.at, 5)) + " " + st.Paint(theme.Accent, padded(l.letter, 1)) + " "
			}
			out = append(out, mark+head+paintQueried(st, l.role, row))
		}
	}
	return out
}

// signs begin a fact of a line.
const signs = "@&+#§!>$"

// queried is the text of a line with a question mark before each sign that was
// not understood, or that still stands in it: what was taken left the words. What a
// line of words does not take is its text; in what is ruled on, a name that it has
// no place for is marked as well.
func (p sessionPage) queried(e committee.Entry) string {
	if !strings.ContainsAny(e.Text, signs) {
		return e.Text
	}
	var b strings.Builder
	at := 0
	read := p.understood(e.Kind, e.Text)
	left := append(slices.Clone(read.Facts), read.Unread...)
	slices.SortFunc(left, func(a, b capture.Fact) int { return a.From - b.From })
	for _, f := range left {
		named := f.Kind == capture.FactSupport || f.Kind == capture.FactGroup
		ruled := e.Kind == committee.EntryDecision || e.Kind == committee.EntryRecommendation
		if f.Reason != committee.ReasonNotTaken || named && ruled {
			b.WriteString(e.Text[at:f.From] + "?")
			at = f.From
		}
	}
	return b.String() + e.Text[at:]
}

// paintQueried paints a row of the minutes, what was not understood in the
// colour of a warning.
func paintQueried(st theme.Styles, role theme.Role, row string) string {
	if !strings.Contains(row, "?") {
		return st.Paint(role, row)
	}
	words := strings.Split(row, " ")
	for n, w := range words {
		as := role
		if sign, found := strings.CutPrefix(w, "?"); found && strings.IndexAny(sign, signs) == 0 {
			as = theme.Warn
		}
		words[n] = st.Paint(as, w)
	}
	return strings.Join(words, " ")
}
