package store

import "context"

// recount adds up anew what triggers add up as rows change.
func recount(ctx context.Context, x changer) error {
	for _, statement := range []string{
		"DELETE FROM action_tally",
		`INSERT INTO action_tally (axis, institution, state, n, dated, percent)
			SELECT coalesce(axis, ''), coalesce(institution, ''), state, count(*), sum(CASE WHEN due_last <> '' THEN 1 ELSE 0 END), sum(percent)
			FROM roadmap_action WHERE archived = 0 GROUP BY coalesce(axis, ''), coalesce(institution, ''), state`,
		"UPDATE meeting SET items = (SELECT count(*) FROM agenda_item a WHERE a.meeting = meeting.id AND a.archived = 0)",
	} {
		if _, err := x.ExecContext(ctx, statement); err != nil {
			return err
		}
	}
	return nil
}
