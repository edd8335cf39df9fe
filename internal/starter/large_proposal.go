package starter

import (
	"context"

	"suivi/internal/committee"
)

// proposal is a recommendation that the plenary has not ruled on.
type proposal struct {
	id      committee.RecommendationID
	version int
}

// recommend makes the recommendations that fall to a meeting.
func (l *Large) recommend(ctx context.Context, s *session) error {
	for range share(l.size.recommendations, s.n, l.held) {
		r := committee.Recommendation{
			On: l.date(), Group: pick(l, l.cast.groups), Meeting: s.now.ID, Item: pick(l, s.item), Axis: pick(l, l.cast.axes),
			Priority: pick(l, []committee.Priority{committee.High, committee.Medium, committee.Medium, committee.Low, committee.PriorityUnsaid}),
		}
		if s.body != plenary {
			r.Group = l.cast.groups[s.body]
		}
		from := l.favoured(l.size.institutions)
		for k := range l.between(1, 3) {
			r.Addressees = append(r.Addressees, l.cast.institutions[(from+k)%l.size.institutions])
		}
		if l.chance(60) {
			r.Due = committee.DueOn(l.later(l.between(120, 700)))
		}
		if l.chance(15) && len(l.cast.articles) > 0 {
			r.Articles = []committee.ArticleID{pick(l, l.cast.articles)}
		}
		r, err := l.desk(l.anybody()).SaveRecommendation(ctx, r, l.task())
		if err != nil {
			return err
		}
		l.minutes.proposed = append(l.minutes.proposed, &proposal{r.ID, r.Version})
	}
	return nil
}

// rule has the plenary rule on what was proposed since it last met.
func (l *Large) rule(ctx context.Context, s *session) error {
	if s.body != plenary {
		return nil
	}
	waiting := l.minutes.proposed
	l.minutes.proposed = nil
	for _, p := range waiting {
		d := l.desk(secretary)
		ruling := committee.Ruling{Meeting: s.now.ID, On: l.date()}
		var r committee.Recommendation
		var err error
		switch luck := l.luck.IntN(100); {
		case luck < 4:
			ruling.Reason = pick(l, l.words.Dropped)
			_, err = d.RejectRecommendation(ctx, p.id, p.version, ruling)
		case luck < 6:
			_, err = d.WithdrawRecommendation(ctx, p.id, p.version, ruling)
		case luck < 9:
			if r, err = d.DeferRecommendation(ctx, p.id, p.version, ruling); err == nil {
				l.minutes.proposed = append(l.minutes.proposed, &proposal{r.ID, r.Version})
			}
		default:
			if luck < 16 {
				ruling.Text, ruling.Reason, ruling.By = l.task(), pick(l, l.words.Reasons), l.holder(0).Name
			}
			r, err = d.AdoptRecommendation(ctx, p.id, p.version, ruling)
			l.cast.adopted = append(l.cast.adopted, p.id)
			l.carry(r.ID, r.Version, []committee.Verb{committee.VerbStart, committee.VerbDeclare, committee.VerbValidate})
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// carry takes an adopted recommendation through its implementation. Some stop
// on the way.
func (l *Large) carry(id committee.RecommendationID, version int, verbs []committee.Verb) {
	if len(verbs) == 0 || l.chance(8) {
		return
	}
	l.in(l.between(30, 300), func(ctx context.Context) error {
		by := l.anybody()
		r, err := l.desk(by).AdvanceRecommendation(ctx, id, version, committee.Step{Verb: verbs[0], On: l.date(), By: by.Person})
		l.carry(id, r.Version, verbs[1:])
		return err
	})
}
