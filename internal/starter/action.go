package starter

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"suivi/internal/committee"
	"suivi/internal/register"
)

func (b *builder) actions(f *file) {
	for _, r := range f.Actions {
		id, stamp := begin[committee.ActionID](b, f, committee.KindAction, r.row)
		if r.On.Zero() {
			r.On = b.today
		}
		v := committee.Action{
			ID: id, Stamp: stamp, On: r.On, Text: r.Text, Start: r.Start, Due: r.Due, Priority: r.Priority,
			Indicator: r.Indicator, Verification: r.Verification, Cost: r.Cost, Funding: r.Funding, Remarks: r.Remarks,
			Institution:     link[committee.InstitutionID](b, committee.KindInstitution, r.Institution),
			Function:        link[committee.FunctionID](b, committee.KindFunction, r.Function),
			Supporting:      links[committee.InstitutionID](b, committee.KindInstitution, r.Supporting),
			Axis:            link[committee.AxisID](b, committee.KindAxis, r.Axis),
			Group:           link[committee.GroupID](b, committee.KindGroup, r.Group),
			Meeting:         link[committee.MeetingID](b, committee.KindMeeting, r.Meeting),
			Item:            link[committee.AgendaItemID](b, committee.KindAgendaItem, r.Item),
			Recommendations: links[committee.RecommendationID](b, committee.KindRecommendation, r.Recommendations),
			Articles:        links[committee.ArticleID](b, committee.KindArticle, r.Articles),
			Decisions:       links[committee.DecisionID](b, committee.KindDecision, r.Decisions),
			References:      links[committee.ReferenceID](b, committee.KindReference, r.References),
		}
		b.add("", atSetup, sheet(b.desk.Action, id), saving(b.desk.SaveAction, v))
		v.FirstDue, v.Implementation.State = v.Due, committee.NotStarted
		b.fail(v.Validate())
		var steps []step[register.ActionSheet]
		for n, s := range r.Steps {
			steps = append(steps, b.actionStep(v, n, s))
		}
		live(b, string(id), life[register.ActionSheet]{
			read:  func(ctx context.Context) (register.ActionSheet, error) { return b.desk.Action(ctx, id) },
			state: func(s register.ActionSheet) any { return b.actionState(s) },
		}, register.ActionSheet{Action: v}, steps)
	}
}

// actionState is where the action stands, with the reports and extensions of
// the pack that it has. Those that people added do not count.
func (b *builder) actionState(s register.ActionSheet) any {
	var ours []string
	for _, u := range s.Updates {
		if b.known[committee.Thing{Kind: committee.KindUpdate, ID: string(u.ID)}] {
			ours = append(ours, fmt.Sprint(u.ID, u.Confirmed))
		}
	}
	for _, e := range s.Extensions {
		if b.known[committee.Thing{Kind: committee.KindExtension, ID: string(e.ID)}] {
			ours = append(ours, string(e.ID))
		}
	}
	slices.Sort(ours)
	return []any{s.Action.Implementation, s.Action.Due, ours}
}

func (b *builder) actionStep(a committee.Action, n int, s stepRow) step[register.ActionSheet] {
	type life = register.ActionSheet
	switch s.Do {
	case committee.VerbReport:
		return b.reportStep(a, n, s)
	case committee.VerbExtend:
		return b.extendStep(a, n, s)
	case committee.VerbConfirm:
		return b.confirmStep(s)
	}
	how := b.implementing(s)
	return step[life]{
		on: s.On, rank: atRuling,
		plan: func(l life) (life, error) {
			var err error
			l.Action, err = l.Action.Advance(how)
			return l, err
		},
		take: func(ctx context.Context, l life) error {
			_, err := b.desk.AdvanceAction(ctx, l.Action.ID, l.Action.Version, how)
			return err
		},
	}
}

// part is the ID of a report or an extension: it has no key of its own, its
// place in the action's steps names it.
func part[ID ~string](b *builder, kind committee.Kind, n int) ID {
	id := keyID[ID](b, kind, fmt.Sprintf("%s/%d", b.at.key, n+1))
	b.known[committee.Thing{Kind: kind, ID: string(id)}] = true
	return id
}

func (b *builder) reportStep(a committee.Action, n int, s stepRow) step[register.ActionSheet] {
	type life = register.ActionSheet
	u := committee.Update{
		ID: part[committee.UpdateID](b, committee.KindUpdate, n), Stamp: committee.Stamp{Provenance: a.Provenance},
		Action: a.ID, On: s.On, Text: s.Text, State: s.State, Cause: s.Cause, Percent: s.Percent, Evidence: s.Evidence,
		Author: link[committee.PersonID](b, committee.KindPerson, s.By), By: b.named(s.By),
		Meeting: link[committee.MeetingID](b, committee.KindMeeting, s.At),
	}
	return step[life]{
		on: s.On, rank: atRuling,
		plan: func(l life) (life, error) {
			var err error
			l.Action, err = l.Action.Report(u)
			l.Updates = append(slices.Clone(l.Updates), u)
			return l, err
		},
		take: func(ctx context.Context, l life) error {
			_, err := b.desk.ReportProgress(ctx, l.Action.Version, u)
			return err
		},
	}
}

func (b *builder) extendStep(a committee.Action, n int, s stepRow) step[register.ActionSheet] {
	type life = register.ActionSheet
	e := committee.Extension{
		ID: part[committee.ExtensionID](b, committee.KindExtension, n), Stamp: committee.Stamp{Provenance: a.Provenance},
		Action: a.ID, To: s.Due, On: s.On, By: b.named(s.By), Reason: s.Reason,
		Meeting: link[committee.MeetingID](b, committee.KindMeeting, s.At),
	}
	return step[life]{
		on: s.On, rank: atRuling,
		plan: func(l life) (life, error) {
			var err error
			l.Action, _, err = l.Action.Extend(e)
			l.Extensions = append(slices.Clone(l.Extensions), e)
			return l, err
		},
		take: func(ctx context.Context, l life) error {
			_, err := b.desk.GrantExtension(ctx, l.Action.Version, e)
			return err
		},
	}
}

// confirmStep is the validating authority's word on the last report of the pack.
func (b *builder) confirmStep(s stepRow) step[register.ActionSheet] {
	type life = register.ActionSheet
	by := link[committee.PersonID](b, committee.KindPerson, s.By)
	return step[life]{
		on: s.On, rank: atRuling,
		plan: func(l life) (life, error) {
			n := b.lastReport(l)
			if n < 0 {
				return l, errors.New("no report to confirm")
			}
			var err error
			l.Updates = slices.Clone(l.Updates)
			l.Updates[n], err = l.Updates[n].Confirm(s.Yes, by, s.On, s.Reason)
			return l, err
		},
		take: func(ctx context.Context, l life) error {
			u := l.Updates[b.lastReport(l)]
			_, err := b.desk.ConfirmUpdate(ctx, u.ID, u.Version, s.Yes, by, s.On, s.Reason)
			return err
		},
	}
}

// lastReport is the index of the latest report that the pack made, -1 for none.
func (b *builder) lastReport(s register.ActionSheet) int {
	for n := len(s.Updates) - 1; n >= 0; n-- {
		if b.known[committee.Thing{Kind: committee.KindUpdate, ID: string(s.Updates[n].ID)}] {
			return n
		}
	}
	return -1
}
