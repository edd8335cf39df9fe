package register

import (
	"slices"
	"strconv"

	"suivi/internal/committee"
)

// Presence is what the quorum is reckoned from, whoever stands back from an item.
type Presence struct {
	Rule  committee.Quorum `json:"rule"`
	Asked bool             `json:"asked"` // that the meeting needs its quorum
	Base  int              `json:"base"`  // while nobody stands back
	// Voices are those who count, Seats what leaves the base with who stands
	// back; several of one institution share it in both.
	Voices []Voice `json:"voices"`
	Seats  []Voice `json:"seats"`
}

// Turn is a presence that was counted at a moment under an item. Seq is the line
// of the journal that noted it.
type Turn struct {
	Item   committee.AgendaItemID
	On     committee.Date
	At     committee.Clock
	Seq    int64
	Quorum committee.Reckoning
	Moved  bool // somebody came or left then
}

// Whole tells whether a presence that a meeting keeps is that of the session: one
// that leaves out those who stood back has a smaller base than the opening.
func Whole(m committee.Meeting, q committee.Reckoning) bool {
	return m.Quorum.Zero() || q.Base >= m.Quorum.Base
}

// MovementKey names the nth movement of somebody on an attendance list.
func MovementKey(of committee.AttendanceID, n int) string { return string(of) + "/" + strconv.Itoa(n) }

// Voters are how many voices there are without those who stand back.
func (p Presence) Voters(recused []committee.AttendanceID) int { return len(p.speaking(recused)) }

// speaking are the voices without those who stand back, by what they count for.
func (p Presence) speaking(recused []committee.AttendanceID) map[string]bool {
	of := map[string]bool{}
	for _, v := range p.Voices {
		if !slices.Contains(recused, v.Attendance) {
			of[v.Of] = true
		}
	}
	return of
}

// Less reckons it without those who stand back: they leave the base
// as well, an institution with the last of its delegates.
func (p Presence) Less(recused []committee.AttendanceID) committee.Reckoning {
	there, gone := p.speaking(recused), map[string]bool{}
	for _, v := range p.Seats {
		if slices.Contains(recused, v.Attendance) && !there[v.Of] {
			gone[v.Of] = true
		}
	}
	r := committee.Reckoning{Rule: p.Rule.Set(), Base: p.Base - len(gone), Present: len(there)}
	if p.Asked {
		r.Required = p.Rule.Required(r.Base)
	}
	return r
}
