package main

import (
	"context"
	"time"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/internal/settings"
)

// aMoment is how long the journal's last line may take to be read.
const aMoment = 5 * time.Second

// lastLine is how far the journal goes now; false when it cannot be read.
func (v *visit) lastLine() (settings.Seen, bool) {
	ctx, cancel := context.WithTimeout(context.Background(), aMoment)
	defer cancel()
	seq, err := v.open.LastLine(ctx)
	return settings.Seen{Seq: seq, At: v.now()}, err == nil
}

// visited is when somebody was in the file last, before this visit. What is
// there now counts as seen from this moment on, so that a visit that is cut
// short is not forgotten; leaving moves it to the end of the visit. It goes by
// the journal's lines, not by the clock, which may be set back.
func (v *visit) visited(actor committee.Actor) register.Visit {
	v.mu.Lock()
	defer v.mu.Unlock()
	if before, ok := v.before[actor.Person]; ok || v.open == nil {
		return before
	}
	seen, known := v.lastLine()
	if !known {
		return register.Visit{}
	}
	var before register.Visit
	was := v.keeper.Settings().File(v.path).SeenBy(actor.Person)
	// A file with fewer lines than were seen is an older one, put back.
	if !was.At.IsZero() && was.Seq <= seen.Seq {
		before = register.Visit{Seq: was.Seq, At: was.At.Format(time.RFC3339)}
	}
	if v.before == nil {
		v.before = map[committee.PersonID]register.Visit{}
	}
	v.before[actor.Person] = before
	// That it cannot be kept is said when the visit ends.
	_ = v.keeper.Change(func(s *settings.Settings) {
		me := s.File(v.path)
		me.See(actor.Person, seen)
		s.SetFile(v.path, me)
	})
	return before
}
