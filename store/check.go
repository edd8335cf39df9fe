package store

import (
	"context"
	"errors"
	"fmt"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// Finding is one thing that a check found wrong.
type Finding = register.Finding

// findingsAtMost bounds what a check says of a file that is damaged all over.
const findingsAtMost = 500

// checker gathers what is wrong. What cannot be read is a finding too.
type checker struct {
	querier
	found []Finding
}

// Check reads the whole file and tells everything that is wrong with it: the
// database, the links, the journal's chain, every row against its rules and
// against what the journal last wrote. The error is for a check that could
// not be made at all.
func (s *Store) Check(ctx context.Context) ([]Finding, error) {
	t, err := s.reader.BeginTx(ctx, nil)
	if err != nil {
		return nil, s.fault(err)
	}
	defer t.Rollback() //nolint:errcheck // nothing was written
	c := &checker{querier: t}
	for _, part := range []func(context.Context){c.integrity, c.keys, c.chain, c.rows, c.orphans, c.versions, c.marks, c.owners, c.tallies, c.search} {
		part(ctx)
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if len(c.found) >= findingsAtMost {
			break
		}
	}
	c.nameThings(ctx)
	return c.found, nil
}

func (c *checker) add(f Finding) {
	if f.Thing.Zero() && f.Err == nil {
		// What cannot be read is said once, however many rows meet it.
		for _, said := range c.found {
			if said == f {
				return
			}
		}
	}
	if len(c.found) < findingsAtMost {
		c.found = append(c.found, f)
	}
}

// unreadable notes an error; true when there was one.
func (c *checker) unreadable(what string, err error) bool {
	if err != nil {
		c.add(Finding{Kind: register.FindingUnreadable, Detail: what + ": " + err.Error()})
	}
	return err != nil
}

func (c *checker) nameThings(ctx context.Context) {
	for i, f := range c.found {
		if f.Thing.Zero() {
			continue
		}
		if known, err := names(ctx, c, []committee.Thing{f.Thing}); err == nil {
			c.found[i].Name = known[f.Thing]
		}
	}
}

// texts reads one column of text.
func (c *checker) texts(ctx context.Context, statement string, args ...any) ([]string, error) {
	answer, err := c.QueryContext(ctx, statement, args...)
	return collect(answer, err, func(row scanner) (s string, err error) { return s, row.Scan(&s) })
}

func (c *checker) integrity(ctx context.Context) {
	said, err := c.texts(ctx, "PRAGMA integrity_check(50)")
	if c.unreadable("integrity_check", err) {
		return
	}
	for _, s := range said {
		switch {
		case s == "ok":
		case derivedDamage(s):
			c.add(Finding{Kind: register.FindingIndex})
		default:
			c.add(Finding{Kind: register.FindingDamage, Detail: s})
		}
	}
}

func (c *checker) keys(ctx context.Context) {
	said, err := c.texts(ctx, `SELECT "table" || ' → ' || "parent" FROM pragma_foreign_key_check LIMIT 50`)
	if c.unreadable("foreign_key_check", err) {
		return
	}
	for _, s := range said {
		c.add(Finding{Kind: register.FindingLink, Detail: s})
	}
}

// chain proves that no line of the journal was altered, removed or put in.
func (c *checker) chain(ctx context.Context) {
	var previous string
	var last int64
	for {
		lines, err := journalAfter(ctx, c, last, 200)
		if c.unreadable("journal", err) || len(lines) == 0 {
			return
		}
		for _, e := range lines {
			c.link(e, last, previous)
			previous, last = e.hash, e.Seq
		}
	}
}

// link checks that a line of the journal follows the one before.
func (c *checker) link(e journalEntry, last int64, previous string) {
	if e.Seq != last+1 {
		c.add(Finding{Kind: register.FindingGap, Thing: e.Thing, Seq: e.Seq})
	}
	if e.after(previous) != e.hash {
		c.add(Finding{Kind: register.FindingChain, Thing: e.Thing, Seq: e.Seq})
	}
}

// rows compares every row with its rules and with the journal.
func (c *checker) rows(ctx context.Context) {
	for _, kind := range kinds {
		k := keepers[kind]
		c.rowsOf(ctx, kind)
		c.gone(ctx, k)
	}
	unknown, err := c.texts(ctx, "SELECT DISTINCT kind FROM journal_change")
	if c.unreadable("journal_change", err) {
		return
	}
	for _, kind := range unknown {
		if _, ok := keepers[committee.Kind(kind)]; !ok {
			c.add(Finding{Kind: register.FindingUnknownKind, Detail: kind})
		}
	}
}

func (c *checker) row(ctx context.Context, k keeper, thing committee.Thing) {
	logged, err := lastImage(ctx, c, thing)
	if c.unreadable("journal_change", err) {
		return
	}
	c.judge(thing, logged, k.inspect(ctx, c, thing.ID, logged))
}

// judge makes findings of what is wrong with a row.
func (c *checker) judge(thing committee.Thing, logged string, err error) {
	f := Finding{Thing: thing}
	var computed *derivedError
	var differs *differsError
	if errors.As(err, &differs) && differs.rule != nil && broken(differs.rule) {
		c.add(Finding{Kind: register.FindingBroken, Thing: thing, Err: differs.rule})
	}
	switch {
	case err == nil:
		return
	case differs != nil && logged == "":
		f.Kind = register.FindingNotInLog
	case differs != nil:
		f.Kind = register.FindingDiffers
	case errors.As(err, &computed):
		f.Kind, f.Detail = register.FindingComputed, computed.column
	case broken(err):
		f.Kind, f.Err = register.FindingBroken, err
	default:
		f.Kind, f.Detail = register.FindingUnreadable, err.Error()
	}
	c.add(f)
}

// broken tells a rule of the domain from a file that cannot be read.
func broken(err error) bool {
	var field *committee.FieldError
	var refused *committee.RefusedError
	return errors.As(err, &field) || errors.As(err, &refused)
}

// lastImage is the row as the journal last wrote it; empty when it never did,
// or when it wrote that there is none.
func lastImage(ctx context.Context, q querier, thing committee.Thing) (image string, err error) {
	images, err := collectText(ctx, q,
		"SELECT coalesce(image_after, '') FROM journal_change WHERE kind = ? AND id = ? ORDER BY seq DESC LIMIT 1", thing.Kind, thing.ID)
	if err != nil || len(images) == 0 {
		return "", err
	}
	return images[0], nil
}

func collectText(ctx context.Context, q querier, statement string, args ...any) ([]string, error) {
	return (&checker{querier: q}).texts(ctx, statement, args...)
}

// gone finds the things that the journal made and the table has lost.
func (c *checker) gone(ctx context.Context, k keeper) {
	s := k.shape()
	ids, err := c.texts(ctx, fmt.Sprintf(
		"SELECT DISTINCT c.id FROM journal_change c WHERE c.kind = ? AND NOT EXISTS (SELECT 1 FROM %s t WHERE t.id = c.id)", s.table), s.kind)
	if c.unreadable("journal_change", err) {
		return
	}
	for _, id := range ids {
		thing := committee.Thing{Kind: s.kind, ID: id}
		logged, err := lastImage(ctx, c, thing)
		if !c.unreadable("journal_change", err) && logged != "" {
			c.add(Finding{Kind: register.FindingGone, Thing: thing})
		}
	}
}

// orphans finds parts of things that are not there, in the tables that
// several nouns share; foreign keys hold the others.
func (c *checker) orphans(ctx context.Context) {
	for _, kind := range kinds {
		s := keepers[kind].shape()
		for _, list := range s.lists {
			if list.kind == "" {
				continue
			}
			ids, err := c.texts(ctx, fmt.Sprintf(
				"SELECT DISTINCT p.id FROM %s p WHERE p.kind = ? AND NOT EXISTS (SELECT 1 FROM %s t WHERE t.id = p.id)", list.table, s.table), kind)
			if c.unreadable(list.table, err) {
				continue
			}
			for _, id := range ids {
				c.add(Finding{Kind: register.FindingOrphan, Thing: committee.Thing{Kind: kind, ID: id}, Detail: list.table})
			}
		}
	}
}

// versions finds texts whose versions are not numbered from 1 without a gap.
func (c *checker) versions(ctx context.Context) {
	for _, kind := range []committee.Kind{committee.KindDecision, committee.KindRecommendation, committee.KindArticle} {
		ids, err := c.texts(ctx, "SELECT id FROM wording WHERE kind = ? GROUP BY id HAVING max(n) <> count(*) OR min(n) <> 1", kind)
		if c.unreadable("wording", err) {
			continue
		}
		for _, id := range ids {
			c.add(Finding{Kind: register.FindingVersions, Thing: committee.Thing{Kind: kind, ID: id}})
		}
	}
}

// marks finds references given twice.
func (c *checker) marks(ctx context.Context) {
	for _, kind := range []committee.Kind{committee.KindMeeting, committee.KindDecision, committee.KindRecommendation, committee.KindAction} {
		table := keepers[kind].shape().table
		refs, err := c.texts(ctx, fmt.Sprintf("SELECT ref FROM %s NOT INDEXED WHERE ref <> '' GROUP BY ref HAVING count(*) > 1", table))
		if c.unreadable(table, err) {
			continue
		}
		for _, ref := range refs {
			c.add(Finding{Kind: register.FindingDuplicate, Detail: ref})
		}
	}
}

// owners finds actions whose function is not of their institution.
func (c *checker) owners(ctx context.Context) {
	ids, err := c.texts(ctx, `SELECT a.id FROM roadmap_action a JOIN post f ON f.id = a.function
		WHERE a.institution IS NOT f.institution ORDER BY a.id`)
	if c.unreadable("roadmap_action", err) {
		return
	}
	for _, id := range ids {
		c.add(Finding{Kind: register.FindingWrongOwner, Thing: committee.Thing{Kind: committee.KindAction, ID: id}})
	}
}
