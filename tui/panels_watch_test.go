package tui_test

import (
	"context"
	"strings"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/tui"
)

// reads is a book that counts what the pages of a session read of it.
type reads struct {
	tui.Book
	n *int
}

func (r reads) AgendaItem(ctx context.Context, id committee.AgendaItemID) (register.AgendaItemSheet, error) {
	*r.n++
	return r.Book.AgendaItem(ctx, id)
}

func (r reads) Checks(ctx context.Context, id committee.MeetingID) ([]register.Check, error) {
	*r.n++
	return r.Book.Checks(ctx, id)
}

func (r reads) MeetingRecord(ctx context.Context, id committee.MeetingID) (register.MeetingRecord, error) {
	*r.n++
	return r.Book.MeetingRecord(ctx, id)
}

func (r reads) Session(ctx context.Context, id committee.MeetingID) (register.Session, error) {
	*r.n++
	return r.Book.Session(ctx, id)
}

func (r reads) Matters(ctx context.Context, id committee.MeetingID, q register.Query) (register.Window[register.MatterLine], error) {
	*r.n++
	return r.Book.Matters(ctx, id, q)
}

// What others change elsewhere makes no page of the session read again, what
// they change of the meeting does.
func TestPagesOfASessionReadWhatTouchesThem(t *testing.T) {
	for name, kinds := range map[string]struct{ apart, of committee.Kind }{
		"bloc":    {committee.KindUpdate, committee.KindRecommendation},
		"adjourn": {committee.KindUpdate, committee.KindAttendance},
		"summary": {committee.KindUpdate, committee.KindEntry},
		"attend":  {committee.KindUpdate, committee.KindAttendance},
		"matters": {committee.KindArticle, committee.KindUpdate},
	} {
		t.Run(name, func(t *testing.T) {
			n := 0
			p := inSession(t, 1, 100, 30, french(), func(c *tui.Config) { c.Book = reads{c.Book, &n} }).opens(name)
			heard := func(kind committee.Kind) int {
				before := n
				p.send(tui.News(register.News{Things: []committee.Thing{{Kind: kind, ID: "another"}}}))
				return n - before
			}
			if got := heard(kinds.apart); got != 0 {
				t.Errorf("%s elsewhere: it was read %d times", kinds.apart, got)
			}
			if heard(kinds.of) == 0 {
				t.Errorf("%s of the meeting: it was not read", kinds.of)
			}
		})
	}
}

// A filter is typed alike wherever there is one: esc takes it away, enter keeps
// it, the arrows go through the list, and what is cut of a paste is said.
func TestAFilterIsTypedAlike(t *testing.T) {
	for name, opens := range map[string]func(t *testing.T) *user{
		"a list":      func(t *testing.T) *user { return secretary(t).press("3") },
		"the journal": func(t *testing.T) *user { return secretary(t).press("g", "j") },
		"the matters": func(t *testing.T) *user { return inSession(t, 1, 80, 24, french()).opens("matters").user },
		"attendance":  func(t *testing.T) *user { return inSession(t, 1, 80, 24, french()).opens("attend").user },
	} {
		t.Run(name, func(t *testing.T) {
			u := opens(t).press("/").write("zzzz").sees("/ zzzz").press("esc").misses("zzzz")
			u.press("/").paste(strings.Repeat("mots ", 200)).sees("coupé")
		})
	}
}
