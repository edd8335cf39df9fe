package i18n

import (
	"fmt"

	"suivi/internal/committee"
)

// PresenceWords say who is counted for a quorum: institutions, or those who hold
// a mandate. Unsaid is what was counted before, by a rule that is not known.
type PresenceWords struct {
	Institutions, Mandates, Unsaid CountedWords
	// Missed and Lost take those present and those required.
	Missed, Lost string
	// Brief takes how many are present and how many are required.
	Brief string
}

// CountedWords are the words of what is counted; Here says of them that they are there, be it by somebody else.
type CountedWords struct{ Some, Present, Required, Needed, Here Plural }

var presenceFrench = PresenceWords{
	Institutions: CountedWords{
		Some: Plural{"%d structure", "%d structures"}, Present: Plural{"%d structure présente", "%d structures présentes"}, Required: Plural{"%d requise", "%d requises"},
		Needed: Plural{"%d structure requise", "%d structures requises"}, Here: Plural{"présente ou représentée", "présentes ou représentées"},
	},
	Mandates: CountedWords{
		Some: Plural{"%d membre", "%d membres"}, Present: Plural{"%d membre présent", "%d membres présents"}, Required: Plural{"%d requis", "%d requis"},
		Needed: Plural{"%d membre requis", "%d membres requis"}, Here: Plural{"présent ou représenté", "présents ou représentés"},
	},
	Unsaid: CountedWords{Some: Plural{"%d", "%d"}, Present: Plural{"%d présent", "%d présents"}, Required: Plural{"%d requis", "%d requis"}, Needed: Plural{"%d requis", "%d requis"}, Here: Plural{"présent ou représenté", "présents ou représentés"}},
	Missed: "Quorum non atteint\u00a0: %[1]s sur %[2]s", Lost: "Quorum perdu\u00a0: %[1]s sur %[2]s",
	Brief: "%[1]s prés., %[2]s req.",
}

var presenceEnglish = PresenceWords{
	Institutions: CountedWords{
		Some: Plural{"%d institution", "%d institutions"}, Present: Plural{"%d institution present", "%d institutions present"}, Required: Plural{"%d required", "%d required"},
		Needed: Plural{"%d institution required", "%d institutions required"}, Here: Plural{"present or represented", "present or represented"},
	},
	Mandates: CountedWords{
		Some: Plural{"%d member", "%d members"}, Present: Plural{"%d member present", "%d members present"}, Required: Plural{"%d required", "%d required"},
		Needed: Plural{"%d member required", "%d members required"}, Here: Plural{"present or represented", "present or represented"},
	},
	Unsaid: CountedWords{Some: Plural{"%d", "%d"}, Present: Plural{"%d present", "%d present"}, Required: Plural{"%d required", "%d required"}, Needed: Plural{"%d required", "%d required"}, Here: Plural{"present or represented", "present or represented"}},
	Missed: "Quorum not reached: %[1]s, %[2]s", Lost: "Quorum lost: %[1]s, %[2]s",
	Brief: "%[1]s pres., %[2]s req.",
}

// Unsaid is the base of what was counted by a rule that is not known.
const Unsaid committee.QuorumBase = "?"

// counting are the words of what a base counts: institutions, unless it is of
// mandates.
func (l *Locale) counting(base committee.QuorumBase) *CountedWords {
	switch base {
	case committee.BaseMandates:
		return &l.Words.Presence.Mandates
	case Unsaid:
		return &l.Words.Presence.Unsaid
	}
	return &l.Words.Presence.Institutions
}

// Seats are so many of what a base counts.
func (l *Locale) Seats(base committee.QuorumBase, n int) string {
	return l.Count(l.counting(base).Some, n)
}

// Present are so many, present, of what a base counts.
func (l *Locale) Present(base committee.QuorumBase, n int) string {
	return l.Count(l.counting(base).Present, n)
}

// Here says of so many of what a base counts that they are present, or represented.
func (l *Locale) Here(base committee.QuorumBase, n int) string {
	return l.Count(l.counting(base).Here, n)
}

// Needed are those that a quorum requires, and the base, where nobody is counted
// yet.
func (l *Locale) Needed(base committee.QuorumBase, q committee.Reckoning) string {
	return fmt.Sprintf(l.Words.Common.OutOf, l.Count(l.counting(base).Needed, q.Required), l.Number(q.Base))
}

// Counted are those present out of the base, and those required where some are:
// what there is room for beside a session.
func (l *Locale) Counted(base committee.QuorumBase, q committee.Reckoning) string {
	said := fmt.Sprintf(l.Words.Common.OutOf, l.Seats(base, q.Present), l.Number(q.Base))
	if q.Required > 0 {
		said += l.Words.Common.Comma + l.Count(l.counting(base).Required, q.Required)
	}
	return said
}

// QuorumOf are those present, those required, and the base.
func (l *Locale) QuorumOf(base committee.QuorumBase, q committee.Reckoning) string {
	return l.Present(base, q.Present) + l.Words.Common.Comma + fmt.Sprintf(l.Words.Common.OutOf, l.Count(l.counting(base).Required, q.Required), l.Number(q.Base))
}

// HereAndNeeded are those present and those required, whatever they are.
func (l *Locale) HereAndNeeded(q committee.Reckoning) string {
	w := &l.Words.Presence.Unsaid
	return l.Count(w.Present, q.Present) + l.Words.Common.Comma + l.Count(w.Required, q.Required)
}

// HereAndNeededBrief is the same where there is little room.
func (l *Locale) HereAndNeededBrief(q committee.Reckoning) string {
	return fmt.Sprintf(l.Words.Presence.Brief, l.Number(q.Present), l.Number(q.Required))
}

// Missed says that a quorum is not reached, by how many.
func (l *Locale) Missed(base committee.QuorumBase, q committee.Reckoning) string {
	return fmt.Sprintf(l.Words.Presence.Missed, l.Present(base, q.Present), l.Count(l.counting(base).Required, q.Required))
}

// Lost says that a quorum is no longer reached, by how many.
func (l *Locale) Lost(base committee.QuorumBase, q committee.Reckoning) string {
	return fmt.Sprintf(l.Words.Presence.Lost, l.Present(base, q.Present), l.Count(l.counting(base).Required, q.Required))
}
