package store

import (
	"context"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// namesIn names every thing that rows point at, before and after.
func namesIn(ctx context.Context, q querier, changes []register.RowChange) (register.Names, error) {
	var all []committee.Thing
	for _, c := range changes {
		all = append(all, c.Thing)
		if k, ok := keepers[c.Thing.Kind]; ok {
			all = append(append(all, k.mentions(c.Before)...), k.mentions(c.After)...)
		}
	}
	return namesOrSketches(ctx, q, all)
}

// namesOrSketches names things as names does; one that is no longer in the
// file is called by what the journal last said of it.
func namesOrSketches(ctx context.Context, q querier, things []committee.Thing) (register.Names, error) {
	found, err := names(ctx, q, things)
	if err != nil {
		return nil, err
	}
	for _, t := range things {
		k, ok := keepers[t.Kind]
		if _, known := found[t]; known || !ok || t.Zero() {
			continue
		}
		images, err := collectText(ctx, q, `SELECT coalesce(image_after, image_before) FROM journal_change
			WHERE kind = ? AND id = ? ORDER BY seq DESC LIMIT 1`, t.Kind, t.ID)
		if err != nil {
			return nil, err
		}
		if len(images) > 0 {
			name := k.sketch(images[0])
			if by := k.called(images[0]); !by.Zero() {
				known, err := namesOrSketches(ctx, q, []committee.Thing{by})
				if err != nil {
					return nil, err
				}
				name.Short, name.Full = known[by].Short, known[by].Full
			}
			name.Gone = true
			found[t] = name
		}
	}
	return found, nil
}
