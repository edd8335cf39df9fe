package starter

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"suivi/internal/committee"
)

// life is how the steps of one row read it and tell where it stands.
type life[T any] struct {
	read func(context.Context) (T, error)
	// state is what the steps move, and nothing else: an edit of the row's own
	// facts does not change it.
	state func(T) any
}

// step is one change of state: plan says by the rules of the domain where it
// leads, take makes it in the file.
type step[T any] struct {
	on   committee.Date
	rank rank
	plan func(T) (T, error)
	take func(context.Context, T) error
}

// live plans the steps of the row being built, from the state in which it is
// added. The states it goes through must differ, since the state is what tells
// which steps were made.
func live[T any](b *builder, id string, l life[T], start T, steps []step[T]) {
	thing := committee.Thing{Kind: b.at.kind, ID: id}
	trace := []string{mark(l.state(start))}
	for n, s := range steps {
		if n > 0 && (s.on < steps[n-1].on || s.on == steps[n-1].on && s.rank < steps[n-1].rank) {
			b.fail(fmt.Errorf("step %d comes before the one above it", n+1))
		}
		next, err := s.plan(start)
		if err != nil {
			b.fail(fmt.Errorf("step %d: %w", n+1, err))
			return
		}
		start = next
		if slices.Contains(trace, mark(l.state(start))) {
			b.fail(fmt.Errorf("step %d leads back to a state the row was in", n+1))
		}
		trace = append(trace, mark(l.state(start)))
	}
	stood := -1 // where the row was last seen; only this load moves it meanwhile
	for n, s := range steps {
		b.events = append(b.events, event{s.on, s.rank, b.at, func(ctx context.Context) error {
			if stood > n {
				return nil
			}
			now, err := l.read(ctx)
			if err != nil {
				return err
			}
			switch stood = slices.Index(trace, mark(l.state(now))); {
			case stood == n:
				if err := s.take(ctx, now); err != nil {
					return fmt.Errorf("step %d: %w", n+1, err)
				}
				b.report.Steps++
			case stood < 0:
				b.report.Left = append(b.report.Left, thing)
				stood = len(steps)
			}
			return nil
		}})
	}
}

func mark(state any) string {
	text, err := json.Marshal(state)
	if err != nil {
		panic(err) // states are plain values of the domain
	}
	return string(text)
}

var errVerb = errors.New("the row cannot do that")

// ruling reads what the plenary said in a step.
func (b *builder) ruling(s stepRow) committee.Ruling {
	return committee.Ruling{
		Meeting: link[committee.MeetingID](b, committee.KindMeeting, s.At), On: s.On,
		Reason: s.Reason, Text: s.Text, By: b.named(s.By),
	}
}

// named is the name of the person that key names, as it is written in the pack.
func (b *builder) named(key string) string {
	return b.names[link[committee.PersonID](b, committee.KindPerson, key)]
}

// implementing reads a step of the implementation.
func (b *builder) implementing(s stepRow) committee.Step {
	return committee.Step{
		Verb: s.Do, On: s.On, Cause: s.Cause, Reason: s.Reason,
		By: link[committee.PersonID](b, committee.KindPerson, s.By),
	}
}

func isImplementing(v committee.Verb) bool {
	return slices.Contains([]committee.Verb{
		committee.VerbStart, committee.VerbBlock, committee.VerbResume, committee.VerbDeclare,
		committee.VerbValidate, committee.VerbReturn, committee.VerbAbandon, committee.VerbReopen,
	}, v)
}
