package tui_test

import (
	"testing"

	"suivi/internal/committee"
	"suivi/internal/i18n"
)

// The page of a meeting says that its session is suspended, and since when.
func TestThePageOfAMeetingSaysThatItIsSuspended(t *testing.T) {
	u := aMeeting(t).press("c", "enter", "o", "enter", "ctrl+g").sees("▸ en séance").misses("suspendue depuis")
	u.press("o", "S").sees("Séance suspendue.").press("esc").sees("▸ séance suspendue depuis 10 h 42").misses("▸ en séance")
	u.press("L").sees("▸ session suspended since 10:42").press("L", "o", "S", "ctrl+g").sees("▸ en séance").misses("suspendue depuis")
}

// The first screen says so too.
func TestTheFirstScreenSaysThatTheSessionIsSuspended(t *testing.T) {
	u := inTheRoom(t, 100, 30, french()).press("ctrl+g").sees("Réunion en séance", "· en séance").press("enter", ">", "S").sees("Séance suspendue.")
	u.press("ctrl+g").sees("Séance suspendue", "· séance suspendue depuis 10 h 42").misses("en séance")
	u.press("L").sees("Session suspended", "· session suspended since 10:42").misses("in session")
	u.press("L", "enter").sees("S reprendre").press("S", "ctrl+g").sees("Réunion en séance").misses("suspendue depuis")
}

// A session that was reopened for a correction says so in its title.
func TestASessionThatWasReopenedSaysSo(t *testing.T) {
	for loc, said := range map[*i18n.Locale]string{french(): "Séance n° 05/2017, rouverte", i18n.For(committee.English): "Session no. 05/2017, reopened"} {
		for _, width := range []int{80, 140} {
			p := inSession(t, 1, width, 30, loc)
			p.press("9", "g", "a", "enter").misses("rouverte", "reopened")
			m := p.session().Meeting
			m = must(p.book.AdjournMeeting(t.Context(), m.ID, m.Version, "10:42", overridesOf(p)...))
			must(p.book.ReopenMeeting(t.Context(), m.ID, m.Version, "oubli"))
			p.press("ctrl+g", "9", "g", "a", "enter")
			p.sees(said)
		}
	}
}

// overridesOf are the checks that fail.
func overridesOf(p *aSession) (all []committee.Override) {
	p.t.Helper()
	for _, c := range must(p.book.Checks(p.t.Context(), p.id)) {
		all = append(all, c.Override)
	}
	return all
}
