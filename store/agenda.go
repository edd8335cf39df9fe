package store

import (
	"context"
	"slices"

	"suivi/internal/committee"
	"suivi/internal/i18n"
)

// agenda is the agenda of a meeting while it is being prepared: the items that
// are in the file, and those that are to be added, in order.
type agenda struct {
	meeting committee.Meeting
	items   []committee.AgendaItem
	late    bool // what is added is added in session
}

func agendaFor(ctx context.Context, q querier, m committee.Meeting) (agenda, error) {
	items, err := agendaItems.loadAll(ctx, q, "WHERE meeting = ? AND archived = 0 ORDER BY position, id", m.ID)
	return agenda{m, items, m.State == committee.InSession && len(items) > 0}, err
}

// The order of an agenda. What stands between is in the order it was added.
const (
	rankOpening = iota
	rankAdoption
	rankMinutes
	rankMatters
	rankPutOff
	rankBody
	rankReport
	rankAfter // what follows the reports
	rankOther
	rankClosing
	ranks
)

// purposeOf is what an item is for; what was written by hand is known by a usual
// title.
func purposeOf(i committee.AgendaItem) committee.ItemPurpose {
	if i.Purpose == committee.NoPurpose && i.From == "" {
		return i18n.UsualItem(i.Title).Purpose
	}
	return i.Purpose
}

// kindOf is the kind of an item; any other business is known by its title too.
func kindOf(i committee.AgendaItem) committee.ItemKind {
	if i18n.UsualItem(i.Title).Other {
		return committee.AnyOtherBusiness
	}
	return i.Kind
}

// recognize gives the items that were written by hand the purpose that their
// titles tell, so that they are dealt with as what the program adds: the first
// of each, where the agenda has none. Minutes are known by what they concern.
func (a *agenda) recognize() {
	a.items = slices.Clone(a.items)
	for n, i := range a.items {
		known := purposeOf(i)
		if i.Purpose == known || known == committee.MinutesAdoption || i.Outcome != committee.Pending || a.has(committee.AgendaItem{Purpose: known}) {
			continue
		}
		a.items[n].Purpose = known
	}
}

// tied is the place of an item that was written by hand for the adoption of
// these minutes: it names their meeting, or only says that there is one.
func (a agenda) tied(of committee.Meeting, alone bool) int {
	byHand := func(i committee.AgendaItem) bool {
		return i.Purpose == committee.NoPurpose && purposeOf(i) == committee.MinutesAdoption && i.Outcome == committee.Pending
	}
	if at := slices.IndexFunc(a.items, func(i committee.AgendaItem) bool { return byHand(i) && i18n.NamesMeeting(i.Title, of) }); at >= 0 || !alone {
		return at
	}
	at := slices.IndexFunc(a.items, byHand)
	if at >= 0 && (slices.ContainsFunc(a.items[at+1:], byHand) || namesOther(a.items[at].Title, of)) {
		return -1
	}
	return at
}

// namesOther tells whether a title names months, and not that of a meeting.
func namesOther(title string, of committee.Meeting) bool {
	months := i18n.MonthsNamed(title)
	return len(months) > 0 && !of.Starts.Zero() && !slices.Contains(months, of.Starts.Time().Month())
}

// listed is the place of an item that was written by hand and names the month of
// a meeting whose minutes it is about, it may be among others; -1 for none.
func (a agenda) listed(of committee.Meeting) int {
	return slices.IndexFunc(a.items, func(i committee.AgendaItem) bool {
		return i.Concerns == "" && i.Outcome == committee.Pending && i18n.NamesMinutes(i.Title, of)
	})
}

func rankOf(i committee.AgendaItem) int {
	purpose := purposeOf(i)
	switch {
	case purpose == committee.Opening:
		return rankOpening
	case purpose == committee.AgendaAdoption:
		return rankAdoption
	case purpose == committee.MinutesAdoption:
		return rankMinutes
	case purpose == committee.MattersArising:
		return rankMatters
	case purpose == committee.Closing:
		return rankClosing
	case kindOf(i) == committee.AnyOtherBusiness:
		return rankOther
	case i.Kind == committee.ReportBack:
		return rankReport
	case i.From != "":
		return rankPutOff
	}
	return rankBody
}

// place orders the items of several days by their day first. What has no day
// is of the first.
func (a agenda) place(i committee.AgendaItem, rank int) int {
	if a.meeting.Days() <= 1 {
		return rank
	}
	return max(i.Day, 1)*ranks + rank
}

// has tells whether the agenda holds an item for the same thing: what the
// program does for it and the meeting it concerns, the item it takes up again,
// or, for a template's item without purpose, one of the same kind, group and day;
// one for the reports of all groups stands for that of each.
func (a agenda) has(i committee.AgendaItem) bool {
	return slices.ContainsFunc(a.items, func(o committee.AgendaItem) bool {
		switch {
		case i.Purpose != committee.NoPurpose:
			return o.Purpose == i.Purpose && o.Concerns == i.Concerns
		case i.From != "":
			return o.From == i.From
		}
		all := i.Kind == committee.ReportBack && i.Group != "" && o.Group == "" && i18n.ReportsOfGroups(o.Title)
		return o.Purpose == committee.NoPurpose && o.Day == i.Day && (all || kindOf(o) == i.Kind && o.Group == i.Group)
	})
}

// add puts an item after the last one that stands before it by rank; in session,
// where it is marked as added, after the item that is dealt with, whose number
// stays. Items that were moved by hand stay where they are.
func (a *agenda) add(i committee.AgendaItem, rank int) {
	i.Meeting = a.meeting.ID
	if i.Day == 0 && a.meeting.Days() > 1 {
		i.Day = 1
	}
	at := 0
	for n, o := range a.items {
		if a.place(o, rankOf(o)) <= a.place(i, rank) {
			at = n + 1
		}
	}
	if a.late {
		i.Late, at = true, max(at, a.reached())
	}
	a.items = slices.Insert(a.items, at, i)
}

// reached is how many items there are until the one that was taken up last.
func (a agenda) reached() int {
	last, at := committee.Span{}, 0
	for n, i := range a.items {
		if len(i.Spans) == 0 {
			continue
		}
		s := i.Spans[len(i.Spans)-1]
		if i.UnderWay() {
			return n + 1
		}
		if s.On > last.On || s.On == last.On && s.From >= last.From {
			last, at = s, n+1
		}
	}
	return at
}

// addOnce adds an item unless the agenda has it.
func (a *agenda) addOnce(i committee.AgendaItem) {
	if !a.has(i) {
		a.add(i, rankOf(i))
	}
}

// takeUp takes up again what an earlier meeting did not deal with: by the item
// that is there for the same thing, or else by a new one, before what closes
// the meeting.
func (a *agenda) takeUp(earlier committee.AgendaItem) {
	for n, o := range a.items {
		if o.From == "" && o.Outcome == committee.Pending && o.Purpose == earlier.Purpose && o.Concerns == earlier.Concerns &&
			o.Kind == earlier.Kind && o.Group == earlier.Group && o.Title == earlier.Title {
			a.items[n].From = earlier.ID
			return
		}
	}
	next := takenUp(earlier)
	next.Purpose, next.Concerns = earlier.Purpose, earlier.Concerns
	a.add(next, max(rankOf(next), rankBody))
}

// follow adds the items of a template that the agenda lacks, and returns them.
// They keep their own order, whatever the rank of each.
func (a *agenda) follow(all []committee.AgendaItem) []committee.AgendaItem {
	var lacking []committee.AgendaItem
	rank, day := 0, 0
	had := agenda{meeting: a.meeting, items: slices.Clone(a.items)}
	for _, i := range all {
		if i.Day != day {
			rank, day = 0, i.Day
		}
		own := rankOf(i)
		if own == rankBody && rank >= rankReport {
			own = rankAfter
		}
		rank = max(rank, own)
		if !had.has(i) {
			a.add(i, rank)
			lacking = append(lacking, i)
		}
	}
	return lacking
}

// keep writes the items that are new or that changed their place.
func (a agenda) keep(ctx context.Context, tx *tx) error {
	for n, i := range a.items {
		i.Position = n + 1
		if _, err := agendaItems.save(ctx, tx, i); err != nil {
			return err
		}
	}
	return nil
}
