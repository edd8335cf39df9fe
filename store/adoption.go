package store

import (
	"cmp"
	"context"
	"slices"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// adopted reads how a recommendation was adopted, by its line in the minutes of the
// meeting that did, and from what it was excepted.
func adopted(ctx context.Context, q querier, sheet *register.RecommendationSheet) error {
	r := sheet.Recommendation
	if r.Outcome.State.InEffect() && r.Outcome.Meeting != "" {
		lines, err := entries.loadAll(ctx, q, `WHERE recommendation = ? AND meeting = ? AND archived = 0 AND kind IN ('recommendation', 'vote')
			ORDER BY date DESC, at_time DESC, id DESC LIMIT 1`, r.ID, r.Outcome.Meeting)
		if err != nil {
			return err
		}
		if len(lines) > 0 {
			a, err := adoptionBy(ctx, q, lines[0])
			if err != nil {
				return err
			}
			sheet.Adoption = &a
		}
	}
	excepting, err := entries.loadAll(ctx, q, "WHERE archived = 0 AND id IN (SELECT entry FROM entry_excepted WHERE recommendation = ?) ORDER BY id", r.ID)
	for n := 0; n < len(excepting) && err == nil; n++ {
		var a register.Adoption
		a, err = adoptionBy(ctx, q, excepting[n])
		sheet.Excepted = append(sheet.Excepted, a)
	}
	return err
}

// adoptionBy is what a line of the minutes tells of an adoption.
func adoptionBy(ctx context.Context, q querier, e committee.Entry) (a register.Adoption, err error) {
	m, err := meetings.load(ctx, q, string(e.Meeting))
	if err != nil {
		return a, err
	}
	items, err := agendaOf(ctx, q, m.ID)
	number := slices.IndexFunc(items, func(i committee.AgendaItem) bool { return i.ID == e.Item }) + 1
	return register.Adoption{Meeting: m.ID, On: cmp.Or(e.On, m.Starts), Item: e.Item, Number: number, Bloc: e.Bloc > 0, Vote: e.Kind == committee.EntryVote}, err
}
