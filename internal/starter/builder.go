package starter

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/google/uuid"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// builder turns the rows of a pack into what the load does, in order. Links
// are resolved and rules checked before anything is written.
type builder struct {
	pack   string
	papers committee.Language // that the committee's papers are in
	today  committee.Date
	desk   Desk
	report *Report

	known     map[committee.Thing]bool
	names     map[committee.PersonID]string
	records   map[committee.MeetingID]register.MeetingSheet // as this load found them
	days      map[committee.MeetingID]held
	meetingOf map[committee.AgendaItemID]committee.MeetingID
	worded    map[committee.GuidelineID]bool // an article brings a text
	count     map[string]int                 // articles, by guideline
	at        place                          // the row being built
	errs      []error
	events    []event
}

// place names a row in an error.
type place struct {
	file string
	kind committee.Kind
	key  string
}

func (p place) wrap(err error) error {
	return fmt.Errorf("starter: %s: %s %q: %w", p.file, p.kind, p.key, err)
}

// event is one use case of the load, at its place in time: rows are added
// first, then everything happens by day, and within a day by rank.
type event struct {
	on   committee.Date
	rank rank
	at   place
	do   func(context.Context) error
}

type rank int

// Within a day: the notice goes out, the meeting opens, the record is kept,
// the meeting rules, its points are settled, it adjourns, its minutes leave.
const (
	atSetup rank = iota
	atNotice
	atOpening
	onRecord
	atRuling
	atSettling
	atAdjourning
	afterwards
)

func (b *builder) build(files []*file) error {
	b.known, b.names, b.count = map[committee.Thing]bool{}, map[committee.PersonID]string{}, map[string]int{}
	b.days, b.meetingOf = map[committee.MeetingID]held{}, map[committee.AgendaItemID]committee.MeetingID{}
	b.records = map[committee.MeetingID]register.MeetingSheet{}
	b.worded = map[committee.GuidelineID]bool{}
	for _, f := range files {
		b.announce(f)
	}
	for _, one := range []func(*file){
		b.sources, b.committee, b.references, b.axes, b.institutions, b.functions, b.people, b.mandates,
		b.standingGroups, b.meetings, b.workshopGroups, b.items, b.guidelines, b.articles,
		b.recommendations, b.decisions, b.actions, b.attendance, b.entries,
	} {
		for _, f := range files {
			one(f)
		}
	}
	slices.SortStableFunc(b.events, func(x, y event) int {
		if x.on != y.on {
			return cmp.Compare(x.on, y.on)
		}
		return int(x.rank) - int(y.rank)
	})
	return errors.Join(b.errs...)
}

func (b *builder) run(ctx context.Context) error {
	for _, e := range b.events {
		if err := e.do(ctx); err != nil {
			return e.at.wrap(err)
		}
	}
	return nil
}

// announce makes the keys of a file known, so that rows may name each other
// whatever their order.
func (b *builder) announce(f *file) {
	announce(b, f, committee.KindReference, f.References, func(r referenceRow) row { return r.row })
	announce(b, f, committee.KindAxis, f.Axes, func(r axisRow) row { return r.row })
	announce(b, f, committee.KindInstitution, f.Institutions, func(r institutionRow) row { return r.row })
	announce(b, f, committee.KindFunction, f.Functions, func(r functionRow) row { return r.row })
	announce(b, f, committee.KindPerson, f.People, func(r personRow) row { return r.row })
	announce(b, f, committee.KindMandate, f.Mandates, func(r mandateRow) row { return r.row })
	announce(b, f, committee.KindGroup, f.Groups, func(r groupRow) row { return r.row })
	announce(b, f, committee.KindMeeting, f.Meetings, func(r meetingRow) row { return r.row })
	announce(b, f, committee.KindAgendaItem, f.Items, func(r itemRow) row { return r.row })
	announce(b, f, committee.KindAttendance, f.Attendance, func(r attendanceRow) row { return r.row })
	announce(b, f, committee.KindEntry, f.Entries, func(r entryRow) row { return r.row })
	announce(b, f, committee.KindDecision, f.Decisions, func(r decisionRow) row { return r.row })
	announce(b, f, committee.KindRecommendation, f.Recommendations, func(r recommendationRow) row { return r.row })
	announce(b, f, committee.KindGuideline, f.Guidelines, func(r guidelineRow) row { return r.row })
	announce(b, f, committee.KindArticle, f.Articles, func(r articleRow) row { return r.row })
	announce(b, f, committee.KindAction, f.Actions, func(r actionRow) row { return r.row })
	for _, r := range f.People {
		b.names[keyID[committee.PersonID](b, committee.KindPerson, r.Key)] = r.Name
	}
	for _, r := range f.Meetings {
		id := keyID[committee.MeetingID](b, committee.KindMeeting, r.Key)
		b.days[id] = held{id, r.Starts, committee.Meeting{Starts: r.Starts, Ends: r.Ends}.Last()}
	}
	for _, r := range f.Items {
		id := keyID[committee.AgendaItemID](b, committee.KindAgendaItem, r.Key)
		b.meetingOf[id] = keyID[committee.MeetingID](b, committee.KindMeeting, r.Meeting)
	}
	for _, r := range f.Articles {
		if r.Text != "" {
			b.worded[keyID[committee.GuidelineID](b, committee.KindGuideline, r.Guideline)] = true
		}
	}
}

func announce[T any](b *builder, f *file, kind committee.Kind, rows []T, of func(T) row) {
	for _, r := range rows {
		b.at = place{f.name, kind, of(r).Key}
		thing := committee.Thing{Kind: kind, ID: keyID[string](b, kind, of(r).Key)}
		switch {
		case of(r).Key == "":
			b.fail(errors.New("no key"))
		case b.known[thing]:
			b.fail(errors.New("key twice in the pack"))
		}
		b.known[thing] = true
	}
}

func (b *builder) fail(err error) {
	if err != nil {
		b.errs = append(b.errs, b.at.wrap(err))
	}
}

// packs is the name space of the IDs of all packs. It never changes.
var packs = uuid.NewSHA1(uuid.NameSpaceOID, []byte("suivi/starter"))

// keyID is the ID that a key of the pack stands for, the same on every machine.
func keyID[ID ~string](b *builder, kind committee.Kind, key string) ID {
	return ID(uuid.NewSHA1(packs, []byte(b.pack+"/"+string(kind)+"/"+key)).String())
}

// link is the ID of the row that key names; an empty key is no link.
func link[ID ~string](b *builder, kind committee.Kind, key string) ID {
	if key == "" {
		return ""
	}
	id := keyID[ID](b, kind, key)
	if !b.known[committee.Thing{Kind: kind, ID: string(id)}] {
		b.fail(fmt.Errorf("no %s %q in the pack", kind, key))
	}
	return id
}

func links[ID ~string](b *builder, kind committee.Kind, keys []string) []ID {
	ids := make([]ID, 0, len(keys))
	for _, k := range keys {
		ids = append(ids, link[ID](b, kind, k))
	}
	return ids
}

// begin starts the building of a row: it gives its ID and its provenance.
func begin[ID ~string](b *builder, f *file, kind committee.Kind, r row) (ID, committee.Stamp) {
	b.at = place{f.name, kind, r.Key}
	rows := r.Provenance
	if len(rows) == 0 {
		rows = f.Provenance
	}
	if len(rows) == 0 {
		b.fail(errors.New("no provenance"))
	}
	var s committee.Stamp
	for _, p := range rows {
		from := committee.Provenance{
			Reference: link[committee.ReferenceID](b, committee.KindReference, p.Source),
			Locator:   p.At, Certainty: p.Certainty, Note: p.Note,
		}
		b.fail(from.Validate())
		s.Provenance = append(s.Provenance, from)
	}
	return keyID[ID](b, kind, r.Key), s
}

// add plans the saving of the row being built. find says whether the file has
// it: nil, or committee.ErrNotFound.
func (b *builder) add(on committee.Date, r rank, find, save func(context.Context) error) {
	at := b.at
	b.events = append(b.events, event{on, r, at, func(ctx context.Context) error {
		err := find(ctx)
		if errors.Is(err, committee.ErrNotFound) {
			if err = save(ctx); err == nil {
				b.report.Added[at.kind]++
				return nil
			}
			// A row that no sheet shows may still be there, archived.
			if conflict := (*committee.ConflictError)(nil); errors.As(err, &conflict) {
				err = nil
			}
		}
		if err == nil {
			b.report.Present++
		}
		return err
	}})
}

// sheet asks for one thing by its ID and keeps only whether it is there.
func sheet[ID, S any](ask func(context.Context, ID) (S, error), id ID) func(context.Context) error {
	return func(ctx context.Context) error {
		_, err := ask(ctx, id)
		return err
	}
}

// saving binds a value to the use case that saves it.
func saving[T any](save func(context.Context, T) (T, error), v T) func(context.Context) error {
	return func(ctx context.Context) error {
		_, err := save(ctx, v)
		return err
	}
}

// wording is saving for the nouns whose text travels apart.
func wording[T any](save func(context.Context, T, string) (T, error), v T, text string) func(context.Context) error {
	return func(ctx context.Context) error {
		_, err := save(ctx, v, text)
		return err
	}
}
