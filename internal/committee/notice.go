package committee

// CallAgain is the meeting on second notice of one that could not be held for
// want of quorum: the same body, place, hours, length, chair, secretary and
// language, linked to it, planned and without a number.
//
// It is made of an ordinary or an extraordinary meeting only, whose first
// notice went out: one that was convened and that nobody opened, that was put
// off, or that was adjourned when the members were not there. It is refused
// for a meeting that is still planned or in session, for one that was
// cancelled, and for one that had its quorum. The later day is required.
func (m Meeting) CallAgain(starts Date) (Meeting, error) {
	refused := &RefusedError{Verb: VerbConvene, Kind: KindMeeting, Reason: ReasonState, State: string(m.State)}
	switch {
	case m.Kind != Ordinary && m.Kind != Extraordinary:
		refused.Reason, refused.State = ReasonNoSecondNotice, ""
		return m, refused
	case m.State != Convened && m.State != Postponed && m.State != Adjourned:
		return m, refused
	case m.Quorum.Rule && m.Quorum.Reached():
		refused.Reason, refused.State = ReasonHadQuorum, ""
		return m, refused
	}
	if err := dated(FieldStarts, starts); err != nil {
		return m, err
	}
	// A day that was put off to is only planned: the second notice may take it.
	if starts <= m.Starts && (m.State != Postponed || starts < m.Starts) {
		return m, &FieldError{Field: FieldStarts, Reason: ReasonNotLater, Detail: string(m.Starts)}
	}
	next := Meeting{
		Kind: SecondNotice, State: Planned, Title: m.Title, Group: m.Group, Place: m.Place, Starts: starts,
		StartTime: m.StartTime, EndTime: m.EndTime, FirstNotice: m.ID, Chair: m.Chair, Secretary: m.Secretary,
		Language: m.Language, Objectives: m.Objectives, References: append([]ReferenceID{}, m.References...),
	}
	if m.Days() > 1 {
		next.Ends = starts.Add(m.Days() - 1)
	}
	return next, nil
}

// NoticeGiven is how many days lie between the notice and the meeting; false
// while one of the two is not known.
func (m Meeting) NoticeGiven() (days int, known bool) {
	if m.Notice.Zero() || m.Starts.Zero() {
		return 0, false
	}
	return m.Notice.Days(m.Starts), true
}

// ShortNotice tells whether the notice went out fewer days before the meeting than
// is asked, or never did; a meeting only known from a document says nothing of it.
func (m Meeting) ShortNotice(asked int) bool {
	days, known := m.NoticeGiven()
	return asked > 0 && !m.FromSource() && !m.Starts.Zero() && (!known || days < asked)
}

// RoomFor is how many minutes there are on each day, from the first hour to
// the last; 0 when one of them is not known.
func (m Meeting) RoomFor() int {
	if m.StartTime == "" || m.EndTime == "" {
		return 0
	}
	return max(m.EndTime.minutes()-m.StartTime.minutes(), 0)
}
