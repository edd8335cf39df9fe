package starter

import (
	"context"
	"fmt"
	"time"

	"suivi/internal/committee"
)

// plenary is the body of the meetings that no group holds.
const plenary = -1

// session is one meeting in the making.
type session struct {
	n    int
	day  int
	body int // of the groups, or plenary
	kind committee.MeetingKind
	now  committee.Meeting
	item []committee.AgendaItemID
}

// minuteBook is what waits for a coming meeting of each body.
type minuteBook struct {
	circulated map[int][]committee.Meeting
	proposed   []*proposal
}

// ahead is how many days before a meeting it is planned.
const ahead = 40

// plan puts the nth meeting on the agenda. The last few are still to come on
// the last day.
func (l *Large) plan(n int) {
	s := &session{n: n, body: plenary, kind: committee.Ordinary}
	s.day = l.sessionDay(n)
	switch {
	case n%10 == 9:
		s.kind = committee.Workshop
	case n%10 == 4:
		s.kind = committee.Extraordinary
	case n%5 != 0:
		s.body, s.kind = n%l.size.groups, committee.GroupMeeting
	}
	l.at(s.day-ahead, func(ctx context.Context) error { return l.announce(ctx, s) })
	l.at(s.day-15, func(ctx context.Context) error { return l.convene(ctx, s) })
	l.at(s.day, func(ctx context.Context) error { return l.meet(ctx, s) })
}

// sessionDay is the day of the nth meeting.
func (l *Large) sessionDay(n int) int { return ahead + 5 + (n+1)*(len(l.days)-8)/l.size.meetings }

func (l *Large) announce(ctx context.Context, s *session) (err error) {
	m := committee.Meeting{
		Kind: s.kind, Title: marked(fmt.Sprintf("Session n° %d à %s", s.n+1, l.place())), Place: marked(l.place()),
		Starts: l.later(s.day - l.today), StartTime: "09:00", EndTime: "13:00", Language: committee.French,
		Chair: l.holder(0).Person, Secretary: l.holder(s.n).Person, Objectives: l.task(),
	}
	if s.body != plenary {
		m.Group, m.Chair = l.cast.groups[s.body], l.holder(s.body).Person
	}
	if s.kind == committee.Workshop {
		m.Ends = m.Starts.Add(2)
	}
	if s.now, err = l.desk(secretary).SaveMeeting(ctx, m); err != nil {
		return err
	}
	for range l.between(4, 6) {
		i, err := l.desk(secretary).SaveAgendaItem(ctx, committee.AgendaItem{
			Meeting: s.now.ID, Kind: pick(l, committee.ItemKinds), Title: marked(pick(l, l.words.Items)), Planned: 5 * l.between(2, 9),
		})
		if err != nil {
			return err
		}
		s.item = append(s.item, i.ID)
	}
	return nil
}

func (l *Large) convene(ctx context.Context, s *session) (err error) {
	s.now, err = l.desk(secretary).ConveneMeeting(ctx, s.now.ID, s.now.Version, l.date())
	return err
}

// meet holds a meeting from its opening to its end, and what came of it.
func (l *Large) meet(ctx context.Context, s *session) (err error) {
	d := l.desk(secretary)
	if s.now, err = d.OpenMeeting(ctx, s.now.ID, s.now.Version, "09:10"); err != nil {
		return err
	}
	for _, part := range []func(context.Context, *session) error{
		l.attend, l.adoptEarlier, l.rule, l.recommend, l.decide, l.assign, l.note, l.settle,
	} {
		if err := part(ctx, s); err != nil {
			return err
		}
	}
	l.sitUntil(12*time.Hour + 50*time.Minute)
	if s.now, err = adjourn(ctx, d, s.now, "12:50"); err != nil {
		return err
	}
	l.in(l.between(4, 20), func(ctx context.Context) error { return l.circulate(ctx, s) })
	return nil
}

func (l *Large) attend(ctx context.Context, s *session) error {
	n := min(14, len(l.cast.functions)/2)
	for k := range n {
		f := l.cast.functions[(s.n*3+k*2)%len(l.cast.functions)]
		who := l.cast.people[f.holder]
		a := committee.Attendance{
			Meeting: s.now.ID, Person: who.Person, Function: f.id, Institution: l.cast.institutions[f.institution], Quality: committee.AsTitular,
		}
		switch l.luck.IntN(8) {
		case 0:
			a.Presence = committee.Excused
		case 1:
			by := l.luck.IntN(l.size.people)
			if by == f.holder { // nobody represents themselves
				by = (by + 1) % l.size.people
			}
			a.Presence, a.RepresentedBy = committee.Represented, l.personName(by)
		case 2:
			a.Presence = committee.Absent
		default:
			a.Presence = committee.Present
		}
		if _, err := l.desk(secretary).SaveAttendance(ctx, a); err != nil {
			return err
		}
	}
	return nil
}

// adoptEarlier adopts the minutes that wait for this body, and has them signed.
func (l *Large) adoptEarlier(ctx context.Context, s *session) error {
	for _, earlier := range l.minutes.circulated[s.body] {
		m, err := l.desk(secretary).AdoptMinutes(ctx, earlier.ID, earlier.Version, s.now.ID, l.date())
		if err != nil {
			return err
		}
		if l.chance(90) {
			l.in(l.between(1, 12), func(ctx context.Context) error {
				_, err := l.desk(secretary).SignMinutes(ctx, m.ID, m.Version, l.date())
				return err
			})
		}
	}
	delete(l.minutes.circulated, s.body)
	return nil
}

func (l *Large) circulate(ctx context.Context, s *session) error {
	m, err := l.desk(secretary).CirculateMinutes(ctx, s.now.ID, s.now.Version, l.date())
	if err != nil {
		return err
	}
	l.minutes.circulated[s.body] = append(l.minutes.circulated[s.body], m)
	return nil
}

// decide takes the decisions that fall to a meeting.
func (l *Large) decide(ctx context.Context, s *session) error {
	for range share(l.size.decisions, s.n, l.held) {
		v := committee.Decision{
			On: l.date(), Meeting: s.now.ID, Item: pick(l, s.item), Manner: committee.Consensus,
			Addressees: []committee.InstitutionID{l.cast.institutions[l.favoured(l.size.institutions)]},
		}
		if l.chance(20) {
			yes, no, blank := l.between(8, 30), l.between(0, 7), l.between(0, 3)
			v.Manner, v.Votes = committee.ShowOfHands, committee.Votes{For: &yes, Against: &no, Abstain: &blank}
		}
		if l.chance(30) {
			v.Review = l.later(365)
		}
		d := l.desk(secretary)
		v, err := d.SaveDecision(ctx, v, l.task())
		if err != nil {
			return err
		}
		r := committee.Ruling{Meeting: s.now.ID, On: l.date(), Reason: pick(l, l.words.Reasons)}
		switch l.luck.IntN(20) {
		case 0:
			_, err = d.RejectDecision(ctx, v.ID, v.Version, r)
		case 1:
			_, err = d.DeferDecision(ctx, v.ID, v.Version, r)
		default:
			_, err = d.AdoptDecision(ctx, v.ID, v.Version, r)
			l.cast.decided = append(l.cast.decided, v.ID)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// note writes the minutes.
func (l *Large) note(ctx context.Context, s *session) error {
	kinds := []committee.EntryKind{committee.Note, committee.Statement, committee.GoodPractice, committee.Difficulty}
	for range l.between(6, 12) {
		f := pick(l, l.cast.functions)
		e := committee.Entry{
			Meeting: s.now.ID, Item: pick(l, s.item), At: committee.Clock(fmt.Sprintf("%02d:%02d", l.between(9, 12), l.between(10, 49))),
			Kind: pick(l, kinds), Text: pick(l, l.words.Notes) + ". " + l.story(), Speaker: f.id,
		}
		if _, err := l.desk(secretary).SaveEntry(ctx, e); err != nil {
			return err
		}
	}
	return nil
}

func (l *Large) settle(ctx context.Context, s *session) error {
	d := l.desk(secretary)
	for _, id := range s.item {
		// An earlier meeting may have put off to it what it bears the name of.
		sheet, err := d.AgendaItem(ctx, id)
		if err != nil {
			return err
		}
		outcome, to := committee.DealtWith, committee.GroupID("")
		switch l.luck.IntN(12) {
		case 0:
			outcome = committee.PutOff
		case 1:
			outcome, to = committee.Referred, pick(l, l.cast.groups)
		}
		if _, err := d.SettleAgendaItem(ctx, id, sheet.Item.Version, outcome, to, ""); err != nil {
			return err
		}
	}
	return nil
}
