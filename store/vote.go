package store

import (
	"context"
	"fmt"
	"slices"

	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/internal/register"
)

// RecordVote keeps a vote taken on an item, with the presence that was true for
// it, and settles what it is about in the same change. Counts that are not the
// number of voters are refused with the sum; so is a casting vote that the
// committee's rule does not know, or that contradicts what the chair voted by name.
func (s *Store) RecordVote(ctx context.Context, c register.VoteCapture) (e committee.Entry, err error) {
	err = s.write(ctx, committee.VerbCapture, entries.thing(""), "", func(tx *tx) error {
		e, err = s.recordVote(ctx, tx, c)
		return err
	})
	return e, err
}

func (s *Store) recordVote(ctx context.Context, tx *tx, c register.VoteCapture) (e committee.Entry, err error) {
	item, m, err := sittingOn(ctx, tx, c.Item)
	if err != nil {
		return e, err
	}
	if err := resumed(tx, committee.KindEntry, m); err != nil {
		return e, err
	}
	p, err := presenceAt(ctx, tx, m, s.countedAt(m, c.On, c.At))
	if err != nil {
		return e, err
	}
	if c.Ballot.Recused != nil && !slices.Equal(c.Ballot.Recused, item.Recused) {
		if item, err = p.standBack(ctx, tx, item, c.Ballot.Recused); err != nil {
			return e, err
		}
	}
	t, err := p.tally(item, c)
	if err != nil {
		return e, err
	}
	if e, err = s.lineOf(ctx, tx, m, item, c.On, c.At); err != nil {
		return e, err
	}
	e.Kind, e.Text, e.Ballot, e.Votes, e.Quorum = committee.EntryVote, typed(c.Text), t.Ballot, t.Votes, p.less(item.Recused)
	l, err := spokenAt(ctx, tx, m)
	if err != nil {
		return e, err
	}
	if c.PutOff {
		e.Text = fmt.Sprintf(l.Words.Sitting.PutOff, e.Text)
	}
	if err := e.Validate(); err != nil {
		return e, err
	}
	if !c.Free {
		if err := s.settleByVote(ctx, tx, m, item, c, t, l, &e); err != nil {
			return e, err
		}
	}
	return entries.save(ctx, tx, e)
}

// standBack notes that these stand back from an item, and nobody else.
func (p presence) standBack(ctx context.Context, tx *tx, item committee.AgendaItem, recused []committee.AttendanceID) (committee.AgendaItem, error) {
	return agendaItems.change(ctx, tx, string(item.ID), item.Version, func(i committee.AgendaItem) (committee.AgendaItem, error) {
		for _, of := range recused {
			if !p.lists(of) {
				return i, missing(committee.FieldPerson, string(of))
			}
		}
		if i.Recused = slices.Clone(recused); i.UnderWay() {
			i.Quorum = p.less(i.Recused)
		}
		return i, nil
	})
}

// tally is a vote ready to be settled, among those present less those who
// stood back, or the reason it is refused. By name only who has a voice speaks.
func (p presence) tally(item committee.AgendaItem, c register.VoteCapture) (committee.Tally, error) {
	t := committee.Tally{Ballot: c.Ballot, Votes: c.Votes, Voters: p.less(item.Recused).Present}
	t.Recused = slices.Clone(item.Recused)
	if t.Manner == committee.ByName {
		t.Votes = t.Ballot.Count()
	}
	if t.Manner == committee.ByName && len(t.Named) == 0 {
		return t, &committee.FieldError{Field: committee.FieldVotes, Reason: committee.ReasonRequired}
	}
	of := map[committee.AttendanceID]string{} // whose voice it is
	for _, v := range p.voices() {
		of[v.Attendance] = v.Of
	}
	for _, v := range t.Named {
		if _, speaks := of[v.Attendance]; slices.Contains(item.Recused, v.Attendance) || !speaks {
			return t, &committee.FieldError{Field: committee.FieldPerson, Reason: committee.ReasonNotListed}
		}
	}
	if twice(t.Named, of) {
		return t, &committee.FieldError{Field: committee.FieldPerson, Reason: committee.ReasonDuplicate}
	}
	if t.Casting != "" && p.rule.CastingVote != committee.Yes {
		return t, &committee.FieldError{Field: committee.FieldVotes, Reason: committee.ReasonNoCasting}
	}
	if own := p.voiceOf(p.meeting.Chair, t.Named); t.Casting != "" && (own == committee.VoiceFor || own == committee.VoiceAgainst) && own != t.Casting {
		return t, &committee.FieldError{Field: committee.FieldVotes, Reason: committee.ReasonOwnVote}
	}
	return t, t.Check()
}

// voiceOf is the voice that somebody gave by name; empty for none.
func (p presence) voiceOf(who committee.PersonID, named []committee.NamedVoice) committee.Voice {
	for _, v := range named {
		if at := slices.IndexFunc(p.list, func(a committee.Attendance) bool { return a.ID == v.Attendance }); who != "" && at >= 0 && p.list[at].Person == who {
			return v.Voice
		}
	}
	return ""
}

// twice tells whether two of those who voted by name have one voice between
// them; of says whose voice it is.
func twice(named []committee.NamedVoice, of map[committee.AttendanceID]string) bool {
	spoken := map[string]bool{}
	for _, v := range named {
		if spoken[of[v.Attendance]] {
			return true
		}
		spoken[of[v.Attendance]] = true
	}
	return false
}

// settleByVote settles what a vote is about, and ties the line to it. A motion
// to put off that is lost settles nothing.
func (s *Store) settleByVote(ctx context.Context, tx *tx, m committee.Meeting, item committee.AgendaItem, c register.VoteCapture, t committee.Tally, l *i18n.Locale, e *committee.Entry) error {
	r := s.ruled(committee.Ruling{Meeting: m.ID, On: s.said(m, e.On, e.At).on, Text: c.Text})
	switch {
	case c.PutOff:
		r.Text, r.Reason = "", fmt.Sprintf(l.Words.Sitting.PutOff, l.VoteResult(t))
	case !t.Passed():
		r.Text, r.Reason = "", l.VoteResult(t)
	}
	e.Recommendation, e.Decision = c.Recommendation, c.Decision
	switch {
	case c.PutOff && c.Recommendation == "" && c.Decision == "":
		return &committee.FieldError{Field: committee.FieldDecisions, Reason: committee.ReasonRequired}
	case c.PutOff && !t.Passed():
		return stands(ctx, tx, c, m.ID)
	case c.Recommendation != "":
		return recommendBy(ctx, tx, c, t, r)
	case c.Decision != "":
		return decideBy(ctx, tx, c, t, r)
	}
	d := committee.Decision{On: r.On, Meeting: m.ID, Item: item.ID}
	if err := s.put(ctx, tx, &d, e.Text); err != nil {
		return err
	}
	d, err := settledBy(d, c, t, r)
	if err != nil {
		return err
	}
	d, err = decisions.save(ctx, tx, d)
	e.Decision = d.ID
	return err
}

// stands puts again what an earlier vote of the same meeting put off, where the
// motion is lost once it is counted anew; a motion that is lost changes nothing
// else.
func stands(ctx context.Context, tx *tx, c register.VoteCapture, at committee.MeetingID) error {
	if c.Recommendation != "" {
		v, err := recommendations.load(ctx, tx, string(c.Recommendation))
		if err != nil || !putOffAt(v.Outcome, at) {
			return err
		}
		_, err = recommendations.change(ctx, tx, string(v.ID), c.Version, func(v committee.Recommendation) (committee.Recommendation, error) {
			v.Outcome = reopened(v.Outcome, at)
			return v, nil
		})
		return err
	}
	d, err := decisions.load(ctx, tx, string(c.Decision))
	if err != nil || !putOffAt(d.Outcome, at) {
		return err
	}
	_, err = decisions.change(ctx, tx, string(d.ID), c.Version, func(d committee.Decision) (committee.Decision, error) {
		d.Outcome = reopened(d.Outcome, at)
		return d, nil
	})
	return err
}

// putOffAt tells whether something was put off at a meeting.
func putOffAt(o committee.Deliberation, at committee.MeetingID) bool {
	return o.State == committee.Deferred && at != "" && o.Meeting == at
}

// reopened is what a meeting put off as it was before it; anything else as it is.
func reopened(o committee.Deliberation, at committee.MeetingID) committee.Deliberation {
	if putOffAt(o, at) {
		return committee.Deliberation{State: committee.Proposed}
	}
	return o
}

// decideBy settles a decision as a vote does.
func decideBy(ctx context.Context, tx *tx, c register.VoteCapture, t committee.Tally, r committee.Ruling) error {
	d, err := decisions.load(ctx, tx, string(c.Decision))
	if err != nil {
		return err
	}
	return anew(ctx, tx, d.Outcome, c, t, func() error {
		_, err := decisions.change(ctx, tx, string(c.Decision), c.Version, func(d committee.Decision) (committee.Decision, error) {
			return settledBy(d, c, t, r)
		})
		return err
	})
}

// recommendBy settles a recommendation as a vote does.
func recommendBy(ctx context.Context, tx *tx, c register.VoteCapture, t committee.Tally, r committee.Ruling) error {
	v, err := recommendations.load(ctx, tx, string(c.Recommendation))
	if err != nil {
		return err
	}
	return anew(ctx, tx, v.Outcome, c, t, func() error {
		_, err := recommendations.change(ctx, tx, string(c.Recommendation), c.Version, func(v committee.Recommendation) (committee.Recommendation, error) {
			return advisedBy(v, c, t, r)
		})
		return err
	})
}

// anew runs what a vote changes: a wording that the same meeting adopted is a
// draft again where the vote rejects it or puts it off.
func anew(ctx context.Context, tx *tx, was committee.Deliberation, c register.VoteCapture, t committee.Tally, fn func() error) error {
	if was.State.InEffect() && (c.PutOff || !t.Passed()) {
		return tx.loosely(ctx, fn)
	}
	return fn()
}

// advisedBy is a recommendation as a vote settles it. One that the same meeting
// adopted or rejected is put again, but where the vote confirms it.
func advisedBy(v committee.Recommendation, c register.VoteCapture, t committee.Tally, r committee.Ruling) (committee.Recommendation, error) {
	v.Outcome = reopened(v.Outcome, r.Meeting)
	switch {
	case c.PutOff:
		return v.PutAgain(r.Meeting).Defer(r)
	case !t.Passed():
		return v.PutAgain(r.Meeting).Reject(r)
	}
	r.Text = amended(v.Words, r.Text)
	switch {
	case !v.Outcome.State.InEffect() || v.Outcome.Meeting != r.Meeting:
		return v.PutAgain(r.Meeting).Adopt(r)
	case r.Text == "":
		return v, nil
	}
	r.Reason = r.Text
	return v.Amend(r)
}

// settledBy is a decision as a vote settles it. One that the same meeting
// adopted on the spot keeps that, with how it was taken, and is put again where
// the vote rejects it or puts it off; so is one that an earlier vote rejected.
func settledBy(d committee.Decision, c register.VoteCapture, t committee.Tally, r committee.Ruling) (committee.Decision, error) {
	d.Outcome = reopened(d.Outcome, r.Meeting)
	if c.PutOff {
		d.Manner, d.Votes = committee.MannerUnsaid, committee.Votes{}
		return d.PutAgain(r.Meeting).Defer(r)
	}
	if d.Manner, d.Votes = t.Manner, t.Votes; !t.Passed() {
		return d.PutAgain(r.Meeting).Reject(r)
	}
	r.Text = amended(d.Words, r.Text)
	switch {
	case !d.Outcome.State.InEffect() || d.Outcome.Meeting != r.Meeting:
		return d.PutAgain(r.Meeting).Adopt(r)
	case r.Text == "":
		return d, nil
	}
	r.Reason = r.Text
	return d.Amend(r)
}

// amended is a wording that differs from the last one; empty when it does not.
func amended(words committee.Wordings, text string) string {
	if text == words.Text() {
		return ""
	}
	return text
}

// AdoptTogether adopts several recommendations in one change, each as it is or
// with its amended wording, and keeps a line of the minutes for each, with the
// presence that is true for it. The lines say that they were adopted en bloc, and
// which others were excepted.
func (s *Store) AdoptTogether(ctx context.Context, id committee.MeetingID, under committee.AgendaItemID, all []register.Ruled,
	excepted ...committee.RecommendationID,
) (adopted []committee.Recommendation, err error) {
	err = s.write(ctx, committee.VerbAdopt, committee.Thing{Kind: committee.KindRecommendation}, "", func(tx *tx) error {
		adopted = nil
		item, m, err := sittingOn(ctx, tx, under)
		if err != nil {
			return err
		}
		if m.ID != id {
			return &committee.FieldError{Field: committee.FieldItem, Reason: committee.ReasonNotListed}
		}
		if err := resumed(tx, committee.KindRecommendation, m); err != nil {
			return err
		}
		line := committee.Entry{Kind: committee.EntryRecommendation}
		if len(all) > 1 {
			if line.Bloc, err = nextBloc(ctx, tx, id); err != nil {
				return err
			}
			line.Excepted = excepted
		}
		for _, one := range all {
			r, err := s.adoptOne(ctx, tx, m, item, one, line)
			line.Excepted = nil // the first line keeps them
			if err != nil {
				return err
			}
			adopted = append(adopted, r)
		}
		return nil
	})
	return adopted, err
}

// nextBloc numbers what a meeting adopts en bloc.
func nextBloc(ctx context.Context, q querier, id committee.MeetingID) (n int, err error) {
	err = q.QueryRowContext(ctx, "SELECT coalesce(max(bloc), 0) + 1 FROM entry WHERE meeting = ?", id).Scan(&n)
	return n, err
}

func (s *Store) adoptOne(ctx context.Context, tx *tx, m committee.Meeting, item committee.AgendaItem, one register.Ruled, line committee.Entry) (committee.Recommendation, error) {
	ruling := s.ruled(committee.Ruling{Meeting: m.ID, On: s.said(m, "", "").on, Text: one.Text})
	r, err := recommendations.change(ctx, tx, string(one.ID), one.Version, func(v committee.Recommendation) (committee.Recommendation, error) {
		ruling.Text = amended(v.Words, ruling.Text)
		return v.Adopt(ruling)
	})
	if err != nil {
		return r, err
	}
	line.Text, line.Recommendation = r.Words.Text(), r.ID
	return r, s.keepAdoption(ctx, tx, m, item, line)
}

// keepAdoption keeps the line of an adoption, with the presence that is true
// for it.
func (s *Store) keepAdoption(ctx context.Context, tx *tx, m committee.Meeting, item committee.AgendaItem, of committee.Entry) error {
	e, err := s.lineOf(ctx, tx, m, item, "", "")
	if err != nil {
		return err
	}
	e.Kind, e.Text, e.Decision, e.Recommendation = of.Kind, of.Text, of.Decision, of.Recommendation
	e.Bloc, e.Excepted = of.Bloc, of.Excepted
	if e.Quorum, err = s.keptWith(ctx, tx, m, item, "", ""); err != nil {
		return err
	}
	_, err = entries.save(ctx, tx, e)
	return err
}

// adoptedHere keeps the line of what was adopted by itself today at a meeting in
// session: under its own item, or the one that takes that up again, where it is on
// the agenda, else under the item under way; none where there is neither. An item that gathers what the others
// proposed takes its lines.
func (s *Store) adoptedHere(ctx context.Context, tx *tx, r committee.Ruling, own committee.AgendaItemID, of committee.Entry) error {
	if tx.verb != committee.VerbAdopt || r.Meeting == "" || r.On != s.today() {
		return nil
	}
	m, err := meetings.load(ctx, tx, string(r.Meeting))
	if err != nil || m.State != committee.InSession {
		return err
	}
	items, err := agendaOf(ctx, tx, m.ID)
	if err != nil {
		return err
	}
	now := underWay(items)
	if now != nil && !now.UnderWayOn(r.On) {
		now = nil
	}
	gathers := now != nil && of.Recommendation != "" && now.Gathers(m)
	if own, err = upholding(ctx, tx, m.ID, own); err != nil {
		return err
	}
	if at := slices.IndexFunc(items, func(i committee.AgendaItem) bool { return i.ID == own }); at >= 0 && !gathers {
		now = &items[at]
	}
	if now == nil {
		return nil
	}
	return s.keepAdoption(ctx, tx, m, *now, of)
}

// upholding is the item of a meeting that is an item, or takes it up again; empty
// for none.
func upholding(ctx context.Context, q querier, id committee.MeetingID, of committee.AgendaItemID) (item committee.AgendaItemID, err error) {
	err = q.QueryRowContext(ctx, upheld+"SELECT coalesce((SELECT item FROM back WHERE was = ?2 ORDER BY was <> item LIMIT 1), '')", id, of).Scan(&item)
	return item, err
}
