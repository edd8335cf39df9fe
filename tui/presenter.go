package tui

import (
	"context"
	"slices"
	"strings"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/tui/widget"
)

// presenterField completes the function that presents an item: by its title, by
// its institution, or by who holds it on the day of the meeting.
func presenterField(d *desk, on committee.Date, chosen ...register.Option) widget.Field {
	book, f := d.book, lookupField(d, committee.FieldPresenter, committee.KindFunction, chosen...)
	if on.Zero() {
		on = d.today()
	}
	dot := " " + d.styles.Glyph.Dot + " "
	f.Complete = func(ctx context.Context, typed string) ([]register.Option, error) {
		return presenters(ctx, book, typed, on, dot)
	}
	return hint(f, d.words().Agenda.PresenterHelp)
}

// mostBehind is how many institutions, and how many people, are looked behind
// for their functions.
const mostBehind = 4

// presenters are the functions that what is typed names, those of the
// institutions that it names, and those of the people.
func presenters(ctx context.Context, b Book, typed string, on committee.Date, dot string) ([]register.Option, error) {
	all, err := b.Complete(ctx, committee.KindFunction, typed, committee.Thing{}, offered)
	if err != nil || strings.TrimSpace(typed) == "" {
		return all, err
	}
	add := func(o register.Option) {
		if len(all) < offered && !slices.ContainsFunc(all, func(known register.Option) bool { return known.Thing == o.Thing }) {
			all = append(all, o)
		}
	}
	people, err := b.Complete(ctx, committee.KindPerson, typed, committee.Thing{}, mostBehind)
	if err != nil {
		return nil, err
	}
	for _, p := range people {
		held, err := b.Mandates(ctx, register.Query{Of: p.Thing, Limit: offered})
		if err != nil {
			return nil, err
		}
		for _, m := range held.Rows {
			if !m.Archived && (committee.Mandate{From: m.From, To: m.To}).InForce(on) {
				add(register.Option{Thing: thing(committee.KindFunction, m.FunctionID), Label: m.Function, Detail: m.Person + dot + m.Institution})
			}
		}
	}
	institutions, err := b.Complete(ctx, committee.KindInstitution, typed, committee.Thing{}, mostBehind)
	if err != nil {
		return nil, err
	}
	for _, i := range institutions {
		of, err := b.Complete(ctx, committee.KindFunction, "", i.Thing, offered)
		if err != nil {
			return nil, err
		}
		for _, o := range of {
			add(o)
		}
	}
	return all, nil
}
