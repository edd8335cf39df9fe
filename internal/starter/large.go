package starter

import (
	"container/heap"
	"context"
	"encoding/binary"
	"math/rand/v2"
	"time"

	"github.com/google/uuid"

	"suivi/internal/committee"
)

// The days between which a large committee lives.
const (
	LargeStarts committee.Date = "2013-01-07"
	LargeEnds   committee.Date = "2026-06-30"
)

// Large makes a large fictional committee through the use cases of a file:
// years of meetings, what they recommended and decided, and how the actions
// went. The same number of actions gives the same rows, to the last byte of
// the journal, when the file takes its clock and its keys from here.
type Large struct {
	size    size
	words   *vocabulary
	luck    *rand.Rand
	keys    *rand.Rand
	days    []committee.Date
	clock   time.Time
	today   int // the day the clock is at, counted from LargeStarts
	sitting Sitting
	agenda  agenda
	order   int // of what was put on the agenda
	held    int // meetings held by the last day
	cast    cast
	minutes minuteBook
}

// Sitting is the use cases of a file, bound to whoever acts.
type Sitting func(committee.Actor) Desk

// NewLarge prepares a committee of that many actions. The other kinds follow:
// a hundredth of it in meetings, a fifth in recommendations, about three times
// as many reports.
func NewLarge(actions int) (*Large, error) {
	w, err := readWords()
	if err != nil {
		return nil, err
	}
	last := LargeStarts.Days(LargeEnds)
	l := &Large{
		size: sizeOf(actions), words: w, days: make([]committee.Date, last+1),
		luck: rand.New(rand.NewPCG(uint64(actions), 1)), keys: rand.New(rand.NewPCG(uint64(actions), 2)),
	}
	for n := range l.days {
		l.days[n] = LargeStarts.Add(n)
	}
	l.minutes.circulated = map[int][]committee.Meeting{}
	for l.held < l.size.meetings && l.sessionDay(l.held) < len(l.days) {
		l.held++
	}
	l.words.places = l.villages(60 + actions/500)
	l.turnTo(0)
	return l, nil
}

// Now is the clock of the file that is being made.
func (l *Large) Now() time.Time { return l.clock }

// NewID is a key in the form of a UUID of version 7.
func (l *Large) NewID() string {
	var id uuid.UUID
	binary.BigEndian.PutUint64(id[:], uint64(l.clock.UnixMilli())<<16|l.keys.Uint64()&0xffff)
	binary.BigEndian.PutUint64(id[8:], l.keys.Uint64())
	id[6] = id[6]&0x0f | 0x70
	id[8] = id[8]&0x3f | 0x80
	return id.String()
}

// batch is how many points of the agenda one transaction holds.
const batch = 2000

// Fill lives through the years. together runs what it is given in one
// transaction, on desks for whoever acts; one is made for every few thousand
// use cases.
func (l *Large) Fill(ctx context.Context, together func(context.Context, func(Sitting) error) error) error {
	l.begin()
	for len(l.agenda) > 0 {
		err := together(ctx, func(s Sitting) error {
			l.sitting = s
			for n := 0; n < batch && len(l.agenda) > 0; n++ {
				p := heap.Pop(&l.agenda).(point)
				l.turnTo(p.day)
				if err := p.do(ctx); err != nil {
					return err
				}
			}
			return ctx.Err()
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// begin puts on the agenda what everything else follows from.
func (l *Large) begin() {
	l.at(0, l.found)
	for n := range l.size.meetings {
		l.plan(n)
	}
	for n := range l.size.guidelines {
		l.at(30+n*(len(l.days)-400)/l.size.guidelines, func(ctx context.Context) error { return l.guide(ctx, n) })
	}
	l.at(14, func(ctx context.Context) error { return l.letters(ctx, 14) })
}

// turnTo sets the clock to the morning of a day, unless it is there already.
func (l *Large) turnTo(day int) {
	if morning := l.days[day].Time().Add(7 * time.Hour); morning.After(l.clock) {
		l.clock = morning
	}
	l.today = day
}

// desk is the use cases for somebody; a moment passes between two of them.
func (l *Large) desk(by committee.Actor) Desk {
	if next := l.clock.Add(7 * time.Second); committee.DateOf(next) == l.days[l.today] {
		l.clock = next
	}
	return l.sitting(by)
}

// sitUntil sets the clock to an hour of its day, unless it is past it.
func (l *Large) sitUntil(hour time.Duration) {
	if end := l.days[l.today].Time().Add(hour); end.After(l.clock) {
		l.clock = end
	}
}

// date is the day the clock is at.
func (l *Large) date() committee.Date { return l.days[l.today] }

// later is a day so many days on, beyond the last one too.
func (l *Large) later(days int) committee.Date {
	if n := l.today + days; n >= 0 && n < len(l.days) {
		return l.days[n]
	}
	return LargeStarts.Add(l.today + days)
}

// at puts something on the agenda of a day. What comes after the last day
// never happens.
func (l *Large) at(day int, do func(context.Context) error) {
	if day >= len(l.days) {
		return
	}
	l.order++
	heap.Push(&l.agenda, point{max(day, l.today), l.order, do})
}

// in puts something on the agenda of a day that is so many days on.
func (l *Large) in(days int, do func(context.Context) error) { l.at(l.today+days, do) }

// point is one thing to come.
type point struct {
	day, order int
	do         func(context.Context) error
}

// agenda is what is to come, the soonest first.
type agenda []point

// Len is how many there are.
func (a agenda) Len() int { return len(a) }

// Less orders them by day, then as they were put there.
func (a agenda) Less(i, j int) bool {
	if a[i].day != a[j].day {
		return a[i].day < a[j].day
	}
	return a[i].order < a[j].order
}

// Swap exchanges two.
func (a agenda) Swap(i, j int) { a[i], a[j] = a[j], a[i] }

// Push adds one.
func (a *agenda) Push(x any) { *a = append(*a, x.(point)) }

// Pop takes the last one away.
func (a *agenda) Pop() any {
	last := len(*a) - 1
	p := (*a)[last]
	(*a)[last] = point{}
	*a = (*a)[:last]
	return p
}

// size is how many things of each kind there are.
type size struct {
	actions, meetings, recommendations, decisions,
	institutions, functions, people, groups, references, guidelines int
}

func sizeOf(actions int) size {
	s := size{
		actions: actions, meetings: max(actions/100, 2), recommendations: actions / 5, decisions: max(actions/50, 1),
		institutions: min(max(actions/200, 6), 60), groups: min(max(actions/1500, 2), 12),
		references: min(max(actions/2000, 3), 30), guidelines: min(max(actions/4000, 2), 25),
	}
	s.functions = s.institutions * 5 / 2
	s.people = s.functions*4/3 + 2
	return s
}

// share is how many of a total fall to the nth part out of parts.
func share(total, n, parts int) int { return total*(n+1)/parts - total*n/parts }

// chance is true so many times out of a hundred.
func (l *Large) chance(percent int) bool { return l.luck.IntN(100) < percent }

// between is a number from low to high.
func (l *Large) between(low, high int) int { return low + l.luck.IntN(high-low+1) }

// favoured picks below n, the first ones far more often.
func (l *Large) favoured(n int) int {
	u := l.luck.Float64()
	return int(u * u * float64(n))
}

// pick is one of a list.
func pick[T any](l *Large, list []T) T { return list[l.luck.IntN(len(list))] }
