package starter

import (
	"context"
	"fmt"

	"suivi/internal/committee"
)

// cast is who and what a large committee consists of.
type cast struct {
	axes         []committee.AxisID
	institutions []committee.InstitutionID
	functions    []post
	people       []committee.Actor
	bench        []int // people who hold nothing
	groups       []committee.GroupID
	references   []committee.ReferenceID
	articles     []committee.ArticleID
	adopted      []committee.RecommendationID
	decided      []committee.DecisionID
}

// post is a function with whoever holds it now.
type post struct {
	id          committee.FunctionID
	institution int
	holder      int // of people
}

// secretary signs what nobody else does.
var secretary = committee.Actor{Name: marked("Secrétariat")}

// found makes the committee, with whom it consists of.
func (l *Large) found(ctx context.Context) error {
	c := committee.Committee{
		Name: l.words.Committee, Acronym: "EX-GCZC", Language: committee.French, Numbers: committee.DefaultNumbering(),
		NoticeDays: 7, CirculationDays: 15,
		Quorum: committee.Quorum{Base: committee.BaseInstitutions, Numerator: 1, Denominator: 2, Proxies: committee.Yes, MaxProxies: 1},
		Stamp:  committee.Stamp{Provenance: []committee.Provenance{{Certainty: committee.Fictional}}},
	}
	if _, err := l.desk(secretary).SaveCommittee(ctx, c); err != nil {
		return err
	}
	for n, name := range l.words.Axes {
		a, err := l.desk(secretary).SaveAxis(ctx, committee.Axis{Code: fmt.Sprintf("AX%d", n+1), Name: marked(name), Kind: committee.AxisOfPlan, Position: n + 1})
		if err != nil {
			return err
		}
		l.cast.axes = append(l.cast.axes, a.ID)
	}
	for _, part := range []func(context.Context) error{l.shelf, l.institutions, l.people, l.functions, l.groups} {
		if err := part(ctx); err != nil {
			return err
		}
	}
	return nil
}

func (l *Large) shelf(ctx context.Context) error {
	for n := range l.size.references {
		row := l.words.References[n%len(l.words.References)]
		r, err := l.desk(secretary).SaveReference(ctx, committee.Reference{
			Kind: committee.ReferenceKind(row[0]), Title: fmt.Sprintf("%s, %d", marked(row[1]), n+1), Number: fmt.Sprintf("EX-%03d", n+1),
		})
		if err != nil {
			return err
		}
		l.cast.references = append(l.cast.references, r.ID)
	}
	return nil
}

func (l *Large) institutions(ctx context.Context) error {
	for _, row := range l.words.Institutions[:l.size.institutions] {
		i, err := l.desk(secretary).SaveInstitution(ctx, committee.Institution{
			Name: marked(row[0]), Acronym: row[1], Kind: committee.InstitutionKind(row[2]), Capacity: committee.Capacity(row[3]),
		})
		if err != nil {
			return err
		}
		l.cast.institutions = append(l.cast.institutions, i.ID)
	}
	return nil
}

func (l *Large) people(ctx context.Context) error {
	for n := range l.size.people {
		p, err := l.desk(secretary).SavePerson(ctx, committee.Person{Name: l.personName(n), Phone: fmt.Sprintf("00 00 %02d %02d", n/100, n%100)})
		if err != nil {
			return err
		}
		l.cast.people = append(l.cast.people, committee.Actor{Person: p.ID, Name: p.Name})
		l.cast.bench = append(l.cast.bench, n)
	}
	return nil
}

func (l *Large) functions(ctx context.Context) error {
	for n := range l.size.functions {
		of := n % l.size.institutions
		title := l.words.Functions[(n/l.size.institutions+of)%len(l.words.Functions)]
		f, err := l.desk(secretary).SaveFunction(ctx, committee.Function{Institution: l.cast.institutions[of], Title: marked(title)})
		if err != nil {
			return err
		}
		l.cast.functions = append(l.cast.functions, post{f.ID, of, -1})
		if err := l.appoint(ctx, n); err != nil {
			return err
		}
	}
	return nil
}

// appoint gives a function its next holder, for some years.
func (l *Large) appoint(ctx context.Context, n int) error {
	f, next := &l.cast.functions[n], l.cast.bench[0]
	l.cast.bench = l.cast.bench[1:]
	if f.holder >= 0 {
		l.cast.bench = append(l.cast.bench, f.holder)
	}
	f.holder = next
	years := l.between(700, 2200)
	m := committee.Mandate{Person: l.cast.people[next].Person, Function: f.id, Kind: committee.Titular, From: l.date(), Act: fmt.Sprintf("Décision n° %04d", l.order)}
	if l.today+years < len(l.days) {
		m.To = l.later(years - 1)
	}
	_, err := l.desk(secretary).SaveMandate(ctx, m)
	l.in(years, func(ctx context.Context) error { return l.appoint(ctx, n) })
	return err
}

func (l *Large) groups(ctx context.Context) error {
	for n := range l.size.groups {
		g := committee.Group{
			Name: marked(l.words.Groups[n]), Acronym: fmt.Sprintf("GT%d", n+1), Kind: committee.Standing,
			Rapporteur: l.holder(n).Person, Chair: l.holder(n + 1).Person,
		}
		for k := range min(6, l.size.institutions) {
			g.Members = append(g.Members, l.cast.institutions[(n*5+k)%l.size.institutions])
		}
		g, err := l.desk(secretary).SaveGroup(ctx, g)
		if err != nil {
			return err
		}
		l.cast.groups = append(l.cast.groups, g.ID)
	}
	return nil
}

// holder is who holds the nth function now.
func (l *Large) holder(n int) committee.Actor {
	return l.cast.people[l.cast.functions[n%len(l.cast.functions)].holder]
}

// anybody is somebody who holds a function now.
func (l *Large) anybody() committee.Actor { return l.holder(l.luck.IntN(len(l.cast.functions))) }

// guide writes a guideline, has it adopted and brings it into force; some are
// revised or repealed years later.
func (l *Large) guide(ctx context.Context, n int) error {
	heading := l.words.Guidelines[n%len(l.words.Guidelines)]
	if turn := n / len(l.words.Guidelines); turn > 0 {
		heading += fmt.Sprintf(" (%d)", turn+1)
	}
	g, err := l.desk(secretary).SaveGuideline(ctx, committee.Guideline{
		Heading: marked(heading), Purpose: l.task(), Axis: pick(l, l.cast.axes), References: l.cast.references[:1],
	})
	if err != nil {
		return err
	}
	for range l.between(5, 11) {
		a, err := l.desk(l.anybody()).SaveArticle(ctx, committee.Article{Guideline: g.ID, Heading: marked(pick(l, l.words.Items))}, l.task()+". "+l.story())
		if err != nil {
			return err
		}
		l.cast.articles = append(l.cast.articles, a.ID)
	}
	l.follow(g.ID, []committee.Verb{committee.VerbExamine, committee.VerbAdopt, committee.VerbEnforce})
	return nil
}

// follow takes a guideline through the rest of its life.
func (l *Large) follow(id committee.GuidelineID, verbs []committee.Verb) {
	if len(verbs) == 0 {
		return
	}
	l.in(l.between(20, 90), func(ctx context.Context) error {
		d := l.desk(secretary)
		s, err := d.Guideline(ctx, id)
		if err != nil {
			return err
		}
		_, err = d.AdvanceGuideline(ctx, id, s.Guideline.Version, verbs[0], committee.Ruling{On: l.date(), Reason: pick(l, l.words.Reasons)})
		if verbs[0] == committee.VerbEnforce && l.chance(25) {
			verbs = append(verbs, committee.VerbReopen, committee.VerbAdopt, committee.VerbEnforce)
		}
		l.follow(id, verbs[1:])
		return err
	})
}
