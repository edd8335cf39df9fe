package store

import (
	"errors"
	"testing"

	"pgregory.net/rapid"

	"suivi/internal/committee"
)

// by is the same chance in the hands of another person.
func (c chance) by(actor committee.Actor) chance {
	c.Store = c.As(actor)
	return c
}

// refusal tells whether an error is a rule that answered.
func refusal(err error) bool {
	var field *committee.FieldError
	var no *committee.RefusedError
	var overtaken *committee.OvertakenError
	var used *committee.InUseError
	return errors.As(err, &field) || errors.As(err, &no) || errors.As(err, &overtaken) || errors.As(err, &used) || errors.Is(err, committee.ErrNotFound)
}

// back takes one change back, or makes one again: then every row it touched is
// as was said beforehand. The check at the end sees what changed unsaid.
func (c chance) back(t *testing.T, redo bool) error {
	next, carry := c.NextUndo, c.Undo
	if redo {
		next, carry = c.NextRedo, c.Redo
	}
	u, err := next(ctx)
	if err != nil {
		return err
	}
	lines := journalLines(t, c.Store)
	if err := carry(ctx, u.Line.Seq); err != nil {
		if journalLines(t, c.Store) != lines {
			c.Fatalf("refused with %v, it is in the journal", err)
		}
		return err
	}
	for _, row := range u.Changes {
		if stands := must(keepers[row.Thing.Kind].stands(ctx, c.reader, row.Thing.ID, row.After))(t); !stands {
			c.Fatalf("%s %s is not %s", row.Thing.Kind, row.Thing.ID, row.After)
		}
	}
	return nil
}

// Two people at work, each taking back and making again what they did, in any
// order: the rules answer before the file has to, and the check finds nothing.
func TestAnySequenceOfTakingBackLeavesTheFileSound(t *testing.T) {
	d := newDesk(t)
	people := []committee.Actor{{Name: "Awa Traoré"}, {Person: d.person.ID, Name: d.person.Name}}
	carried := 0
	rapid.Check(t, func(t2 *rapid.T) {
		both := chance{d, t2}
		for range 16 {
			c := both.by(rapid.SampledFrom(people).Draw(t2, "actor"))
			turns := []func() error{
				c.onRecommendation, c.onAction, c.onAction, c.onGuideline, c.onMeeting,
				func() error { return c.back(t, false) }, func() error { return c.back(t, false) }, func() error { return c.back(t, true) },
			}
			at := rapid.IntRange(0, len(turns)-1).Draw(t2, "turn")
			err := turns[at]()
			if err != nil && !refusal(err) {
				t2.Fatalf("a rule is missing: %v", err)
			}
			if err == nil && at >= 5 {
				carried++
			}
		}
	})
	if carried < 20 {
		t.Errorf("only %d changes were taken back or made again", carried)
	}
	unfound(t, d.Store)
}
