package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/internal/register"
)

// Matters are what arises from earlier meetings at this one: the adopted
// recommendations that are still open, then the open actions, each by due
// date; of the group when it is a group's meeting. What the meeting itself gave
// or adopted is not among them. Query's filter narrows both.
// Where they are read whole, those that this meeting's own answer closed follow.
func (s *Store) Matters(ctx context.Context, id committee.MeetingID, query register.Query) (w register.Window[register.MatterLine], err error) {
	err = s.read(ctx, func(q querier) error {
		w, err = mattersOf(ctx, q, id, query, s.today())
		return err
	})
	return w, err
}

func mattersOf(ctx context.Context, q querier, id committee.MeetingID, query register.Query, today committee.Date) (w register.Window[register.MatterLine], err error) {
	m, err := meetings.load(ctx, q, string(id))
	if err != nil {
		return w, err
	}
	query.Of, query.Scope, query.Sort, query.Desc, query.Archived = committee.Thing{}, register.Open, "due", false, false
	if query.Limit <= 0 {
		query.Limit = 100
	}
	if m.Group != "" {
		query.Of = groups.thing(string(m.Group))
	}
	held, err := daysHeld(ctx, q, m)
	if err != nil {
		return w, err
	}
	advised := run[register.RecommendationLine]{ctx, q, earlier(inHand(today), m.ID, "SELECT rowid FROM recommendation WHERE meeting = :here OR outcome_meeting = :here"), func(r register.RecommendationLine) (register.MatterLine, error) {
		return recommendedMatter(ctx, q, m, r, held, today)
	}}
	given := run[register.ActionLine]{ctx, q, earlier(actionListing(today), m.ID, "SELECT rowid FROM roadmap_action WHERE meeting = :here"), func(a register.ActionLine) (register.MatterLine, error) {
		return actionMatter(ctx, q, m, a, held, today)
	}}
	if w, err = inARow(ctx, q, advised.window, given.window, query); err != nil || !w.First || !w.Final || query.Filter != "" {
		return w, err
	}
	closed, err := closedHere(ctx, q, m.ID, today, advised, given)
	w.Rows = append(w.Rows, closed...)
	return w, err
}

// closedHere are the matters that the meeting's own answers closed.
func closedHere(ctx context.Context, q querier, id committee.MeetingID, today committee.Date,
	advised run[register.RecommendationLine], given run[register.ActionLine],
) (closed []register.MatterLine, err error) {
	of := register.Query{Of: meetings.thing(string(id)), Sort: "ref"}
	r, a := recommendationListing(today), actionListing(today)
	r.of = map[committee.Kind]narrowing{
		committee.KindMeeting: where("t.state_rank >= 3 AND t.id IN (SELECT f.recommendation FROM recommendation_follow_up f WHERE f.meeting = :of)"),
	}
	a.of = map[committee.Kind]narrowing{
		committee.KindMeeting: where("t.state_rank >= 3 AND t.id IN (SELECT u.action FROM progress_update u WHERE u.meeting = :of)"),
	}
	advices, err := r.every(ctx, q, of)
	if err != nil {
		return nil, err
	}
	for _, l := range advices {
		one, err := advised.line(l)
		if err != nil {
			return nil, err
		}
		closed = append(closed, one)
	}
	orders, err := a.every(ctx, q, of)
	for n := 0; n < len(orders) && err == nil; n++ {
		var one register.MatterLine
		one, err = given.line(orders[n])
		closed = append(closed, one)
	}
	return closed, err
}

// earlier leaves out of a list what the meeting itself made or adopted: own are
// the rows of that. Every index has the number of the row, so that none is read
// for it.
func earlier[L any](l listing[L], here committee.MeetingID, own string) listing[L] {
	l.where = append(slices.Clone(l.where), "t.rowid NOT IN ("+own+")")
	l.args = append(slices.Clone(l.args), sql.Named("here", here))
	return l
}

// inHand lists the adopted recommendations that are still open.
func inHand(today committee.Date) listing[register.RecommendationLine] {
	l := recommendationListing(today)
	// How many actions carry each out is not asked for, and costs the most.
	l.columns = strings.TrimSuffix(l.columns, carriedOut) + "0"
	// An index holds them, and only them.
	l.scopes = map[register.Scope]narrowing{register.Open: {always: "t.archived = 0 AND t.outcome_rank IN (1, 2) AND t.state_rank < 3"}}
	return l
}

// run reads the lines of one list as matters.
type run[L any] struct {
	ctx  context.Context
	q    querier
	from listing[L]
	line func(L) (register.MatterLine, error)
}

type matterWindow = register.Window[register.MatterLine]

func (r run[L]) window(query register.Query) (w matterWindow, err error) {
	found, err := r.from.window(r.ctx, r.q, query)
	w = matterWindow{Total: found.Total, More: found.More, First: found.First, Final: found.Final}
	for n := 0; n < len(found.Rows) && err == nil; n++ {
		var l register.MatterLine
		l, err = r.line(found.Rows[n])
		w.Rows = append(w.Rows, l)
	}
	return w, err
}

// inARow is a window of two lists, one after the other: of recommendations,
// then of actions. Each is walked from where the anchor stands in it, and the
// other fills what is left of the window.
func inARow(ctx context.Context, q querier, advised, given func(register.Query) (matterWindow, error), query register.Query) (w matterWindow, err error) {
	anchor := query.After + query.Before + query.Around
	inSecond := query.Last && anchor == ""
	if anchor != "" {
		row := q.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM roadmap_action WHERE id = ?)", anchor)
		if err := row.Scan(&inSecond); err != nil {
			return w, err
		}
	}
	// The other list is read from the end that touches this one.
	near, far := advised, given
	other := query
	other.After, other.Before, other.Around, other.Last = "", "", "", false
	if inSecond {
		near, far, other.Last = given, advised, true
	}
	if w, err = near(query); err != nil {
		return w, err
	}
	touches := w.Final && !inSecond && query.Before == "" || w.First && inSecond && query.After == ""
	other.Limit = max(query.Limit-len(w.Rows), 1)
	rest, err := far(other)
	if err != nil {
		return w, err
	}
	if w.Total >= 0 {
		w.Total, w.More = w.Total+rest.Total, w.More || rest.More
	}
	whole := rest.First && rest.Final
	if !touches || len(w.Rows) >= query.Limit {
		// The window stops short of the other list, unless that is empty.
		rest.Rows, whole = nil, len(rest.Rows) == 0
	}
	if inSecond {
		w.Rows, w.First = append(rest.Rows, w.Rows...), w.First && whole
	} else {
		w.Rows, w.Final = append(w.Rows, rest.Rows...), w.Final && whole
	}
	return w, nil
}

// daysHeld are the days of the other meetings that the body of a meeting held.
func daysHeld(ctx context.Context, q querier, m committee.Meeting) ([]committee.Date, error) {
	answer, err := q.QueryContext(ctx, `SELECT starts FROM meeting
		WHERE archived = 0 AND state = 'adjourned' AND coalesce(working_group, '') = ? AND id <> ?`, m.Group, m.ID)
	return collect(answer, err, func(row scanner) (d committee.Date, err error) { return d, row.Scan(&d) })
}

// bear says for how long a matter has been borne, and over how many meetings.
func bear(l *register.MatterLine, held []committee.Date, today committee.Date) {
	if l.Given.Zero() {
		return
	}
	l.Age = l.Given.Days(today)
	for _, d := range held {
		if d > l.Given {
			l.Carried++
		}
	}
}

func actionMatter(ctx context.Context, q querier, m committee.Meeting, a register.ActionLine, held []committee.Date, today committee.Date) (l register.MatterLine, err error) {
	l = register.MatterLine{
		Thing: actions.thing(string(a.ID)), Ref: a.Ref, Text: a.Text, Owner: a.Institution, Due: a.Due, State: a.State, Percent: a.Percent, Late: a.Late,
	}
	if a.Function != "" {
		l.Owner = strings.TrimPrefix(a.Institution+", "+a.Function, ", ")
	}
	err = q.QueryRowContext(ctx, `SELECT t.version, t.date,
			coalesce((SELECT u.text FROM progress_update u WHERE u.action = t.id ORDER BY u.date DESC, u.id DESC LIMIT 1), ''),
			coalesce((SELECT u.date FROM progress_update u WHERE u.action = t.id ORDER BY u.date DESC, u.id DESC LIMIT 1), ''),
			EXISTS (SELECT 1 FROM progress_update u WHERE u.action = t.id AND u.meeting = ?2)
			OR EXISTS (SELECT 1 FROM due_extension e WHERE e.action = t.id AND e.meeting = ?2)
		FROM roadmap_action t WHERE t.id = ?1`, a.ID, m.ID).Scan(&l.Version, &l.Given, &l.Last, &l.LastOn, &l.Answered)
	bear(&l, held, today)
	return l, err
}

func recommendedMatter(ctx context.Context, q querier, m committee.Meeting, r register.RecommendationLine, held []committee.Date, today committee.Date) (l register.MatterLine, err error) {
	l = register.MatterLine{
		Thing: recommendations.thing(string(r.ID)), Ref: r.Ref, Text: r.Text, Owner: r.Addressees, Due: r.Due, State: r.Implementation, Late: r.Late,
	}
	var measures, said string
	var on committee.Date
	err = q.QueryRowContext(ctx, `SELECT t.version, t.date, t.percent, t.measures,
			coalesce((SELECT f.text FROM recommendation_follow_up f WHERE f.recommendation = t.id ORDER BY f.n DESC LIMIT 1), ''),
			coalesce((SELECT f.date FROM recommendation_follow_up f WHERE f.recommendation = t.id ORDER BY f.n DESC LIMIT 1), ''),
			EXISTS (SELECT 1 FROM recommendation_follow_up f WHERE f.meeting = ?2 AND f.recommendation = t.id)
		FROM recommendation t WHERE t.id = ?1`, r.ID, m.ID).Scan(&l.Version, &l.Given, &l.Percent, &measures, &said, &on, &l.Answered)
	if err != nil {
		return l, err
	}
	lines := strings.Split(strings.TrimSpace(measures), "\n")
	// A remark made at a meeting is among the measures too, after its day; what was
	// written there by hand has no day but the one it may say.
	if l.Last = lines[len(lines)-1]; said != "" && strings.HasSuffix(l.Last, said) {
		l.Last, l.LastOn = said, on
	}
	bear(&l, held, today)
	return l, nil
}

// marking is how a remark made at a meeting begins in the measures taken.
func marking(l *i18n.Locale, m committee.Meeting, on committee.Date) string {
	name := m.Ref
	if name == "" {
		name = m.Title
	}
	return l.Date(on) + " (" + name + ")"
}

// AnswerMatter keeps what a meeting answers about a matter arising: a report
// on the action, or an extension, that knows the meeting; of a recommendation
// a step of its implementation and a follow-up that knows the meeting, the
// remark among the measures taken. What the meeting said to be done or abandoned
// may be answered once more: it then stands as it did before.
func (s *Store) AnswerMatter(ctx context.Context, a register.Answer) (committee.Thing, error) {
	verb := committee.VerbReport
	if a.Kind == register.AnswerExtend {
		verb = committee.VerbExtend
	}
	a.Remark = typed(a.Remark)
	err := s.write(ctx, verb, a.Thing, a.Remark, func(tx *tx) error {
		m, err := meetings.load(ctx, tx, string(a.Meeting))
		if err != nil {
			return err
		}
		if !m.RecordOpen() {
			return closed(tx.verb, a.Thing.Kind, m)
		}
		l, err := spokenAt(ctx, tx, m)
		if err != nil {
			return err
		}
		switch a.Thing.Kind {
		case committee.KindAction:
			return s.answerAction(ctx, tx, m, l, a)
		case committee.KindRecommendation:
			return s.answerRecommendation(ctx, tx, m, l, a)
		}
		return &committee.FieldError{Field: committee.FieldKind, Reason: committee.ReasonNotListed, Detail: string(a.Thing.Kind)}
	})
	return a.Thing, err
}

// declares is the state that an answer declares; empty for none.
var declares = map[register.AnswerKind]committee.ImplementationState{
	register.AnswerDone: committee.Declared, register.AnswerProgress: committee.InProgress,
	register.AnswerBlocked: committee.Blocked, register.AnswerAbandon: committee.Abandoned,
}

// worded is the remark, else what the program says for it, where none is
// required.
func worded(l *i18n.Locale, a register.Answer) string {
	w := l.Words.Sitting
	if a.Remark == "" {
		return map[register.AnswerKind]string{
			register.AnswerDone: w.Done, register.AnswerProgress: w.Progress, register.AnswerLeave: w.LeftAsIs,
		}[a.Kind]
	}
	return a.Remark
}

func (s *Store) answerAction(ctx context.Context, tx *tx, m committee.Meeting, l *i18n.Locale, a register.Answer) error {
	on := s.said(m, "", "").on
	was, err := actions.load(ctx, tx, a.Thing.ID)
	if err != nil {
		return err
	}
	before, err := stoodBefore(ctx, tx, a.Thing, was.Implementation, m.ID)
	if err != nil {
		return err
	}
	if before != was.Implementation {
		was, err = actions.change(ctx, tx, a.Thing.ID, a.Version, func(v committee.Action) (committee.Action, error) {
			v.Implementation = before
			return v, nil
		})
		if err != nil {
			return err
		}
		a.Version = was.Version
	}
	if a.Kind == register.AnswerExtend {
		e := committee.Extension{Action: committee.ActionID(a.Thing.ID), To: a.Due, On: on, By: s.actor.Name, Meeting: m.ID, Reason: a.Remark}
		_, err := s.extend(ctx, tx, a.Version, e)
		return err
	}
	u := committee.Update{
		Action: committee.ActionID(a.Thing.ID), On: on, Text: worded(l, a), State: declares[a.Kind], Cause: a.Cause, Meeting: m.ID,
	}
	if a.Kind == register.AnswerProgress {
		u.Percent = a.Percent
	}
	_, err = s.report(ctx, tx, a.Version, u)
	return err
}

func (s *Store) answerRecommendation(ctx context.Context, tx *tx, m committee.Meeting, l *i18n.Locale, a register.Answer) error {
	f := committee.FollowUp{
		Meeting: m.ID, On: s.said(m, "", "").on, By: s.actor.Name, State: declares[a.Kind], Cause: a.Cause, Text: worded(l, a),
	}
	switch a.Kind {
	case register.AnswerProgress:
		f.Percent = a.Percent
	case register.AnswerExtend:
		if f.To = a.Due; f.To.Zero() {
			return &committee.FieldError{Field: committee.FieldDue, Reason: committee.ReasonRequired}
		}
	}
	_, err := recommendations.change(ctx, tx, a.Thing.ID, a.Version, func(r committee.Recommendation) (committee.Recommendation, error) {
		var err error
		if r.Implementation, err = stoodBefore(ctx, tx, a.Thing, r.Implementation, m.ID); err != nil {
			return r, err
		}
		next, err := r.FollowUp(f)
		if err == nil {
			next.Measures = strings.TrimSpace(r.Measures + "\n" + fmt.Sprintf(l.Words.Minutes.Item.Line, marking(l, m, f.On), f.Text))
		}
		return next, err
	})
	return err
}
