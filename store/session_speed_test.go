package store

import (
	"fmt"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// longSession is a meeting of 500 lines in session, in a file of so many actions.
func longSession(b *testing.B, actions int) (*Store, committee.Meeting, committee.AgendaItem) {
	b.Helper()
	s := copied(b, actions)
	// Another one may be in session: a group of its own meets.
	g, err := s.SaveGroup(ctx, committee.Group{Name: "Groupe mesuré", Kind: committee.Standing})
	if err != nil {
		b.Fatal(err)
	}
	today := s.today()
	m, err := s.SaveMeeting(ctx, committee.Meeting{Kind: committee.GroupMeeting, Group: g.ID, Title: "Mesure", Starts: today})
	if err == nil {
		m, err = s.OpenMeeting(ctx, m.ID, m.Version, "09:00")
	}
	if err != nil {
		b.Fatal(err)
	}
	var i committee.AgendaItem
	for n := range 10 {
		if i, err = s.SaveAgendaItem(ctx, committee.AgendaItem{Meeting: m.ID, Kind: committee.Discussion, Title: fmt.Sprintf("Point %d", n+1)}); err != nil {
			b.Fatal(err)
		}
		for k := range 50 {
			kind := committee.EntryKinds[k%len(committee.EntryKinds)]
			if _, err := s.CaptureLine(ctx, register.Capture{Item: i.ID, Kind: kind, Text: fmt.Sprintf("Ligne %d du point %d, telle qu’on la tape en séance", k+1, n+1)}); err != nil {
				b.Fatal(err)
			}
		}
	}
	if i, err = s.TakeUpItem(ctx, i.ID, i.Version); err != nil {
		b.Fatal(err)
	}
	return s, m, i
}

// A line on disk: what Enter waits for, in a meeting of 500 lines.
func BenchmarkCaptureLine(b *testing.B) {
	for _, n := range sizes {
		b.Run(fmt.Sprintf("actions=%d", n), func(b *testing.B) {
			s, _, i := longSession(b, n)
			for _, kind := range []committee.EntryKind{committee.Note, committee.EntryAction, committee.EntryDecision} {
				b.Run(string(kind), func(b *testing.B) {
					for b.Loop() {
						if _, err := s.CaptureLine(ctx, register.Capture{Item: i.ID, Kind: kind, Text: "Transmettre le projet au ministère"}); err != nil {
							b.Fatal(err)
						}
					}
				})
			}
		})
	}
}

// The whole session, as the screen reads it after each change.
func BenchmarkSession(b *testing.B) {
	for _, n := range sizes {
		b.Run(fmt.Sprintf("actions=%d", n), func(b *testing.B) {
			s, m, _ := longSession(b, n)
			b.ResetTimer()
			for b.Loop() {
				if _, err := s.Session(ctx, m.ID); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// The matters arising: a screen of them.
func BenchmarkMatters(b *testing.B) {
	for _, n := range sizes {
		b.Run(fmt.Sprintf("actions=%d", n), func(b *testing.B) {
			s := copied(b, n)
			m, err := s.SaveMeeting(ctx, committee.Meeting{Kind: committee.Ordinary, Title: "Mesure", Starts: s.today()})
			if err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				if _, err := s.Matters(ctx, m.ID, register.Query{Limit: 100}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
