package tui

import (
	"context"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/internal/text"
	"suivi/tui/keymap"
	"suivi/tui/widget"
)

// represent asks by whom somebody is represented, and in what quality. What the
// rule does not count is said.
func represent(d *desk, s attendSeed) tea.Cmd {
	w := d.words()
	by, as := s.bearer()
	if as == committee.QualityUnsaid {
		as = committee.AsProxy
	}
	fields := []widget.Field{
		bearerField(d, s, by),
		labelled(choiceField(d, committee.FieldCapacity, as, []committee.Quality{committee.AsProxy, committee.AsAlternate}, full(w.States.Quality)), w.Attend.As),
	}
	look := *d
	from := made("attend_represented", committee.KindAttendance, s.Line.ID, s.Line.Version, s).on(thing(committee.KindMeeting, s.Meeting.ID))
	return prompt(d, from, fmt.Sprintf(w.Attend.RepresentedTitle, s.Name), "", fields, func(v widget.Values) useCase {
		a := s.attending(committee.Represented)
		a.By, a.As = typed(v, committee.FieldBy), chosen[committee.Quality](v, committee.FieldCapacity)
		a.Holder = picked[committee.AttendanceID](v, committee.FieldBy)
		dot, said := " "+d.styles.Glyph.Dot+" ", saved{thing: thing(committee.KindAttendance, s.Line.ID)}
		return func(ctx context.Context, b Book) (saved, error) {
			a := a
			if a.Holder == "" && a.By != by {
				name, holder, err := whoever(ctx, &look, b, s, a.By)
				if err != nil {
					return said, err
				}
				a.By, a.Holder = name, holder
			}
			said.notice = fmt.Sprintf(w.Attend.Noted, s.Name, w.States.Presence[committee.Represented].Full+dot+a.By)
			after, err := b.Attend(ctx, s.Line.ID, at(ctx, s.Line.Version), a)
			if err != nil {
				return said, err
			}
			// It is noted: what cannot be read now is on the list all the same.
			if now, err := b.Session(ctx, after.Meeting); err == nil {
				said.notice = strings.Join(dropEmpty([]string{said.notice, uncounted(&look, now, s.Half, after.ID)}), dot)
			}
			return said, nil
		}
	})
}

// whoever is whom a name typed means, when it means one alone of the list: it may be
// cut short. Any other is kept as it is typed once it was said that it is nobody's,
// or that of several.
func whoever(ctx context.Context, d *desk, b Book, s attendSeed, typed string) (string, committee.AttendanceID, error) {
	now, err := b.Session(ctx, s.Meeting.ID)
	if err != nil || typed == "" {
		return typed, "", err
	}
	var exact, begun []committee.Attendance
	for _, a := range now.Attendance {
		name, of := attendant(d, a, now.Names), now.Names[thing(committee.KindInstitution, a.Institution)]
		if slices.ContainsFunc([]string{name, of.Short, of.Full}, func(n string) bool { return text.FoldWords(n) == text.FoldWords(typed) }) {
			exact = append(exact, a)
		}
		if a.ID != s.Line.ID && hasWords(text.Fold(name+" "+of.Short), strings.Fields(text.Fold(typed))) {
			begun = append(begun, a)
		}
	}
	if len(exact) > 0 { // the file knows whose name it is
		return typed, "", nil
	}
	if len(begun) == 1 {
		return attendant(d, begun[0], now.Names), begun[0].ID, nil
	}
	if doubted(ctx, typed) {
		return typed, "", nil
	}
	said := d.words().Attend.NotListed
	if len(begun) > 1 {
		said = d.words().Attend.Several
	}
	return typed, "", &doubtError{about: typed, said: fmt.Sprintf(said, typed, keyShown(d, keymap.SaveForm))}
}

// bearerField completes who represents somebody: those who are there or
// expected. Whoever is not on the list is typed.
func bearerField(d *desk, s attendSeed, by string) widget.Field {
	look := *d
	f := labelled(must(lineField(d, committee.FieldBy, by)), d.words().Attend.By)
	f.Kind, f.Free = widget.FieldLookup, true
	f.Complete = func(ctx context.Context, typed string) ([]register.Option, error) {
		now, err := look.book.Session(ctx, s.Meeting.ID)
		if err != nil {
			return nil, err
		}
		return bearers(&look, s, now, typed), nil
	}
	return f
}

// bearers are those on the list who may represent the line, and whose name has
// every word typed; those who are there come first.
func bearers(d *desk, s attendSeed, now register.Session, typed string) []register.Option {
	var there, expected []register.Option
	words := strings.Fields(text.Fold(typed))
	for _, a := range now.Attendance {
		is := attendSeed{Line: a, Half: s.Half}.presence()
		o := register.Option{
			Thing: thing(committee.KindAttendance, a.ID), Label: attendant(d, a, now.Names),
			Detail: calledAs(d, now.Names, thing(committee.KindInstitution, a.Institution)),
		}
		if a.Person == "" || a.ID == s.Line.ID || !hasWords(text.Fold(o.Label+" "+o.Detail), words) {
			continue
		}
		switch is {
		case committee.Present:
			there = append(there, o)
		case committee.Awaited:
			expected = append(expected, o)
		}
	}
	all := append(there, expected...)
	return all[:min(len(all), offered)]
}

// hasWords tells whether each word begins a word of what is said.
func hasWords(said string, words []string) bool {
	for _, word := range words {
		if !strings.Contains(" "+said, " "+word) && !strings.Contains(said, "-"+word) {
			return false
		}
	}
	return true
}
