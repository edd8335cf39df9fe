package starter

import (
	"context"
	"slices"

	"suivi/internal/committee"
)

// errand is an action on its way.
type errand struct {
	id       committee.ActionID
	version  int
	function int
	due      committee.Due
	percent  int
	left     int // reports to come
	every    int // days between two of them
	blocked  bool
	stuck    bool // it will never be done
}

// letters gives the actions that no meeting gave, every fortnight.
func (l *Large) letters(ctx context.Context, every int) error {
	turns := (len(l.days) - 1) / every
	if turn := l.today/every - 1; turn < turns {
		for range share(l.size.actions-l.size.actions*7/10, turn, turns) {
			if err := l.give(ctx, nil); err != nil {
				return err
			}
		}
	}
	l.in(every, func(ctx context.Context) error { return l.letters(ctx, every) })
	return nil
}

// assign gives the actions that fall to a meeting.
func (l *Large) assign(ctx context.Context, s *session) error {
	for range share(l.size.actions*7/10, s.n, l.held) {
		if err := l.give(ctx, s); err != nil {
			return err
		}
	}
	return nil
}

// give puts an action on the roadmap and plans how it goes.
func (l *Large) give(ctx context.Context, s *session) error {
	function := l.favoured(len(l.cast.functions))
	f := l.cast.functions[function]
	a := committee.Action{
		On: l.date(), Text: l.task(), Institution: l.cast.institutions[f.institution], Function: f.id, Axis: l.cast.axes[l.favoured(len(l.cast.axes))],
		Priority: pick(l, []committee.Priority{committee.High, committee.Medium, committee.Medium, committee.Low, committee.PriorityUnsaid}),
		Cost:     l.cost(),
	}
	if s != nil {
		a.Meeting, a.Item = s.now.ID, pick(l, s.item)
		if s.body != plenary {
			a.Group = l.cast.groups[s.body]
		}
	}
	l.lend(&a)
	length := l.between(60, 480)
	start := l.between(0, 45)
	switch {
	case l.chance(2): // nobody was named
		a.Institution, a.Function = "", ""
	case l.chance(18):
		a.Function = ""
	}
	switch {
	case l.chance(3): // nor any date
	case l.chance(25):
		day := l.later(start + length).Time()
		a.Due = committee.DueQuarter(day.Year(), (int(day.Month())+2)/3)
	default:
		a.Start, a.Due = l.later(start), committee.DueOn(l.later(start+length))
	}
	a, err := l.desk(l.anybody()).SaveAction(ctx, a)
	if err != nil {
		return err
	}
	e := &errand{id: a.ID, version: a.Version, function: function, due: a.Due, left: l.between(1, 5), stuck: l.chance(2)}
	e.every = max((start+length*l.between(70, 125)/100)/e.left, 1)
	l.in(l.between(e.every/2, e.every), func(ctx context.Context) error { return l.report(ctx, e) })
	return nil
}

// lend ties an action to what it carries out and who helps.
func (l *Large) lend(a *committee.Action) {
	if n := len(l.cast.adopted); n > 0 && l.chance(50) {
		a.Recommendations = []committee.RecommendationID{l.cast.adopted[max(n-1-l.luck.IntN(400), 0)]}
	}
	if len(l.cast.articles) > 0 && l.chance(10) {
		a.Articles = []committee.ArticleID{pick(l, l.cast.articles)}
	}
	if len(l.cast.decided) > 0 && l.chance(5) {
		a.Decisions = []committee.DecisionID{pick(l, l.cast.decided)}
	}
	if l.chance(10) {
		a.References = []committee.ReferenceID{pick(l, l.cast.references)}
	}
	if l.chance(35) {
		for range l.between(1, 2) {
			if id := pick(l, l.cast.institutions); id != a.Institution && !slices.Contains(a.Supporting, id) {
				a.Supporting = append(a.Supporting, id)
			}
		}
	}
	if l.chance(40) {
		a.Indicator, a.Verification = "Nombre de "+lowered(pick(l, l.words.Evidence)), pick(l, l.words.Evidence)
	}
	if a.Cost != nil {
		a.Funding = "Budget national"
	}
}

// report says how an action goes. The last report declares it done, or
// abandons it.
func (l *Large) report(ctx context.Context, e *errand) error {
	by := l.holder(e.function)
	u := committee.Update{Action: e.id, On: l.date(), Text: l.story(), Author: by.Person, By: by.Name}
	if l.chance(30) {
		u.Evidence = pick(l, l.words.Evidence)
	}
	last := e.left == 1 && !e.stuck
	l.progress(e, &u, last)
	confirmed := !last && l.chance(10)
	if confirmed {
		u.ID = committee.UpdateID(l.NewID())
	}
	a, err := l.desk(by).ReportProgress(ctx, e.version, u)
	if err != nil {
		return err
	}
	e.version, e.left = a.Version, e.left-1
	if confirmed {
		l.in(l.between(2, 20), func(ctx context.Context) error { return l.confirm(ctx, u.ID) })
	}
	switch {
	case u.State == committee.Declared:
		l.in(l.between(5, 60), func(ctx context.Context) error { return l.validate(ctx, e) })
	case e.left > 0:
		l.in(max(e.every*l.between(60, 140)/100, 1), func(ctx context.Context) error { return l.report(ctx, e) })
	}
	if !last && !e.due.Zero() && l.chance(5) {
		return l.extend(ctx, e)
	}
	return nil
}

// progress says in a report how far an action is.
func (l *Large) progress(e *errand, u *committee.Update, last bool) {
	switch {
	case last && l.chance(8):
		u.State, u.Text = committee.Abandoned, pick(l, l.words.Dropped)+"."
	case last:
		u.State = committee.Declared
	case e.blocked:
		u.State, e.blocked = committee.InProgress, false
	case l.chance(7):
		u.State, u.Cause, e.blocked = committee.Blocked, pick(l, committee.BlockCauses), true
		u.Text = pick(l, l.words.Obstacles) + "."
	case l.chance(60):
		e.percent = min(e.percent+l.between(5, 30), 95)
		percent := e.percent
		u.Percent = &percent
	}
}

func (l *Large) extend(ctx context.Context, e *errand) error {
	by := l.holder(0)
	to := max(e.due.Last(), l.date()).Add(l.between(20, 200))
	a, err := l.desk(by).GrantExtension(ctx, e.version, committee.Extension{
		Action: e.id, To: committee.DueOn(to), On: l.date(), By: by.Name, Reason: pick(l, l.words.Reasons),
	})
	e.version, e.due = a.Version, a.Due
	return err
}

func (l *Large) confirm(ctx context.Context, id committee.UpdateID) error {
	by, yes, note := l.holder(1), committee.Yes, ""
	if l.chance(10) {
		yes, note = committee.No, pick(l, l.words.Reasons)
	}
	_, err := l.desk(by).ConfirmUpdate(ctx, id, 1, yes, by.Person, l.date(), note)
	return err
}

// validate is the word of the validating authority; now and then it sends the
// action back.
func (l *Large) validate(ctx context.Context, e *errand) error {
	by := l.holder(1)
	step := committee.Step{Verb: committee.VerbValidate, On: l.date(), By: by.Person}
	if l.chance(3) {
		step = committee.Step{Verb: committee.VerbReturn, On: l.date(), Reason: pick(l, l.words.Reasons)}
		e.left, e.percent = 1, 90
		l.in(l.between(20, 90), func(ctx context.Context) error { return l.report(ctx, e) })
	}
	a, err := l.desk(by).AdvanceAction(ctx, e.id, e.version, step)
	e.version = a.Version
	return err
}
