package committee

// Reckoning is a presence that was counted by the committee's rule. Rule tells
// that there was one; without it Required means nothing.
type Reckoning struct {
	Rule     bool `json:"rule"`
	Base     int  `json:"base"`
	Required int  `json:"required"`
	Present  int  `json:"present"`
}

// Zero tells whether the presence was not counted.
func (r Reckoning) Zero() bool { return r == Reckoning{} }

// Reached tells whether the quorum is there; true where none is required.
func (r Reckoning) Reached() bool { return r.Present >= r.Required }

func (r Reckoning) validate() error {
	if r.Base < 0 || r.Required < 0 || r.Present < 0 || r.Base > maxQuorum || r.Required > maxQuorum || r.Present > maxQuorum {
		return &FieldError{Field: FieldQuorum, Reason: ReasonOutOfRange, Detail: "0–10000"}
	}
	return nil
}

// Missed tells that there is a rule and that too few are there for it.
func (r Reckoning) Missed() bool { return r.Rule && !r.Reached() }

// ReckonedFor is the presence in which a meeting ruled on something, as its
// record keeps it: that of the last line by which it was ruled on, else that of
// the item it was put under, else that of the hour, then, else that of the opening.
// It is zero where none was reckoned. A vote that was lost rules on nothing that is in effect.
func (m Meeting) ReckonedFor(of Thing, under AgendaItemID, inEffect bool, lines []Entry, items []AgendaItem, then Reckoning) Reckoning {
	var last Entry
	for _, e := range lines {
		if !e.about(of) || e.Quorum.Zero() || e.Kind == EntryVote && inEffect && !(Tally{Ballot: e.Ballot, Votes: e.Votes}).Passed() {
			continue
		}
		if last.Quorum.Zero() || e.On > last.On || e.On == last.On && e.At >= last.At {
			last = e
		}
	}
	if !last.Quorum.Zero() {
		return last.Quorum
	}
	for _, i := range items {
		if i.ID == under && !i.Quorum.Zero() {
			return i.Quorum
		}
	}
	if !then.Zero() {
		return then
	}
	return m.Quorum
}

// about tells whether a line is about a decision or a recommendation.
func (e Entry) about(of Thing) bool {
	switch of.Kind {
	case KindDecision:
		return string(e.Decision) == of.ID
	case KindRecommendation:
		return string(e.Recommendation) == of.ID
	}
	return false
}
