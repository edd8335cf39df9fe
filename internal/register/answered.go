package register

import (
	"cmp"
	"slices"

	"suivi/internal/committee"
)

// Answered is a matter arising with what a meeting answered about it.
type Answered struct {
	Thing     committee.Thing
	Ref, Text string // the wording that was in force when the meeting ended
	// Answers are those that stand, in the order in which they were given.
	Answers []committee.FollowUp
}

// Answered are the matters arising that the meeting answered about: the
// recommendations, then the actions. An answer that the meeting took back by
// another one is left out.
func (r MeetingRecord) Answered() []Answered {
	var all []Answered
	for _, v := range r.Advised {
		a := Answered{Thing: committee.Thing{Kind: committee.KindRecommendation, ID: string(v.ID)}, Ref: v.Ref, Text: v.Words.InForce(r.Meeting.Last())}
		for _, f := range v.FollowUps {
			if f.Meeting == r.Meeting.ID {
				a.Answers = append(a.Answers, f)
			}
		}
		a.Answers = standing(a.Answers)
		all = append(all, a)
	}
	for _, v := range r.Followed {
		a := Answered{Thing: committee.Thing{Kind: committee.KindAction, ID: string(v.ID)}, Ref: v.Ref, Text: v.Text}
		a.Answers = standing(r.about(v.ID))
		all = append(all, a)
	}
	return all
}

// about are the answers on an action, in the order in which they were given: a
// later one has a later identifier.
func (r MeetingRecord) about(id committee.ActionID) []committee.FollowUp {
	type given struct {
		id string
		committee.FollowUp
	}
	var all []given
	for _, u := range r.Updates {
		if u.Action == id {
			all = append(all, given{string(u.ID), committee.FollowUp{On: u.On, State: u.State, Cause: u.Cause, Percent: u.Percent, Text: u.Text}})
		}
	}
	for _, e := range r.Extensions {
		if e.Action == id {
			all = append(all, given{string(e.ID), committee.FollowUp{On: e.On, From: e.From, To: e.To, Text: e.Reason}})
		}
	}
	slices.SortStableFunc(all, func(a, b given) int { return cmp.Or(cmp.Compare(a.On, b.On), cmp.Compare(a.id, b.id)) })
	answers := make([]committee.FollowUp, len(all))
	for n, g := range all {
		answers[n] = g.FollowUp
	}
	return answers
}

// standing are the answers that no later one took back.
func standing(all []committee.FollowUp) []committee.FollowUp {
	var stand []committee.FollowUp
	for n, f := range all {
		if !slices.ContainsFunc(all[n+1:], func(later committee.FollowUp) bool { return takesBack(later, f) }) {
			stand = append(stand, f)
		}
	}
	return stand
}

// takesBack tells whether a later answer of a meeting stands in place of an
// earlier one. That a matter is done, or abandoned, stands alone; how far it is
// and until when it is due stand beside each other; remarks on a matter that is
// left as it is are all kept.
func takesBack(later, f committee.FollowUp) bool {
	switch {
	case closes(later), closes(f), left(f) && !left(later):
		return true
	case left(f) || left(later):
		return false
	case !later.To.Zero():
		return !f.To.Zero()
	}
	return f.To.Zero()
}

func closes(f committee.FollowUp) bool { return f.State != "" && !f.State.Open() }

// left tells of an answer that leaves the matter as it is.
func left(f committee.FollowUp) bool { return f.State == "" && f.Percent == nil && f.To.Zero() }
