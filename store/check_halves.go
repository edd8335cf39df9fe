package store

import (
	"slices"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// checkHalves looks for the half-days on which a session of several days sat, a line
// being noted or the clock of an item running, and whose attendance was not taken. A
// list on which nobody is noted at all fails as a whole.
func checkHalves(sheet register.MeetingSheet, now instant) (all []register.Check) {
	noted := func(a committee.Attendance) bool { return a.Presence != committee.Awaited || len(a.HalfDays) > 0 }
	m := sheet.Meeting
	if m.Days() < 2 || !slices.ContainsFunc(sheet.Attendance, noted) {
		return nil
	}
	var sat []committee.HalfDay
	for _, i := range sheet.Items {
		sat = append(sat, m.HalvesRun(i.Spans, now.on, now.at)...)
	}
	for _, e := range sheet.Entries {
		if half, ok := m.HalfOn(e.On, e.At); ok && !e.On.Zero() && e.At != "" {
			sat = append(sat, half)
		}
	}
	slices.SortFunc(sat, committee.HalfDay.Compare)
	for _, half := range slices.Compact(sat) {
		if !committee.RollDuring(m, sheet.Attendance, half).Taken() {
			all = append(all, register.Check{Override: committee.NotTaken(half), Count: 1})
		}
	}
	return all
}
