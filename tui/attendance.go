package tui

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"suivi/internal/capture"
	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/internal/register"
	"suivi/internal/text"
	"suivi/tui/theme"
	"suivi/tui/widget"
)

// attendanceBlock is the attendance list, each line to be walked to.
func attendanceBlock(d *desk, s register.MeetingSheet) widget.Block {
	rows := make([]widget.Row, len(s.Attendance))
	for i, a := range s.Attendance {
		rows[i] = widget.Row{
			Label: presence(d, a.Presence), Text: attendanceSaid(d, a, s.Names), Target: to(committee.KindAttendance, a.ID), Long: true,
		}
		if a.Presence == committee.Excused || a.Presence == committee.Absent {
			rows[i].Role = theme.Muted
		}
	}
	return listed(d.words().Meeting.Attendance, rows, d.words().Meeting.NoAttendance)
}

// presence writes whether somebody was there as a glyph and a word.
func presence(d *desk, p committee.Presence) string {
	g := d.styles.Glyph
	mark := map[committee.Presence]string{
		committee.Awaited: g.Open, committee.Present: g.Validated, committee.Represented: g.Declared,
		committee.Excused: g.Half, committee.Absent: g.Abandoned,
	}[p]
	return mark + " " + d.words().States.Presence[p].Short
}

// attendant is who a line of the list is about: the person, else the function,
// else the institution.
func attendant(d *desk, a committee.Attendance, names register.Names) string {
	for _, t := range []committee.Thing{
		thing(committee.KindPerson, a.Person), thing(committee.KindFunction, a.Function), thing(committee.KindInstitution, a.Institution),
	} {
		if said := calledAs(d, names, t); said != "" {
			return said
		}
	}
	return ""
}

// attendanceSaid is a line of the list but for the presence: who, of what, in
// what quality, for whom, and the comings and goings.
func attendanceSaid(d *desk, a committee.Attendance, names register.Names) string {
	w := d.words()
	parts := []string{
		calledAs(d, names, thing(committee.KindPerson, a.Person)),
		calledAs(d, names, thing(committee.KindFunction, a.Function)),
		calledAs(d, names, thing(committee.KindInstitution, a.Institution)),
	}
	if a.Quality != committee.QualityUnsaid {
		parts = append(parts, w.States.Quality[a.Quality].Full)
	}
	if by := a.Bearers(); len(by) > 0 {
		parts = append(parts, strings.ToLower(w.Attendance.RepresentedBy)+" "+d.loc.List(by))
	}
	parts = append(parts, halfDaysSaid(d, a.HalfDays), movementsSaid(d, a.Movements, d.loc.Clock), a.Remarks)
	return strings.Join(dropEmpty(parts), " "+d.styles.Glyph.Dot+" ")
}

// halfDaysSaid gathers the half-days by presence: présent J1 matin, J2 matin.
func halfDaysSaid(d *desk, halves []committee.HalfDay) string {
	w := d.words()
	var parts []string
	for _, p := range committee.Presences {
		var at []string
		for _, h := range halves {
			if h.Presence != p || p == committee.Awaited {
				continue
			}
			format := w.Attendance.ShortAM
			if h.Afternoon {
				format = w.Attendance.ShortPM
			}
			at = append(at, fmt.Sprintf(format, strconv.Itoa(h.Day)))
		}
		if len(at) > 0 {
			parts = append(parts, w.States.Presence[p].Full+" "+d.loc.List(at))
		}
	}
	return strings.Join(parts, " "+d.styles.Glyph.Dot+" ")
}

// movementsSaid writes arrivals and departures as they are typed and read back.
func movementsSaid(d *desk, moves []committee.Movement, at func(committee.Clock) string) string {
	w := d.words().Attendance
	parts := make([]string, len(moves))
	for i, m := range moves {
		word := w.Departure
		if m.Arrival {
			word = w.Arrival
		}
		parts[i] = at(m.At) + " " + word
	}
	return strings.Join(parts, ", ")
}

// readMovements reads « 10h15 arrivée, 11h40 départ »: in each part a time,
// with the word, or its beginning, before or after it. It returns the part
// that cannot be read.
func readMovements(typed string, w i18n.AttendanceWords) (moves []committee.Movement, wrong string) {
	for _, part := range strings.FieldsFunc(typed, func(r rune) bool { return r == ',' || r == ';' }) {
		words := strings.Fields(part)
		if len(words) == 0 {
			continue
		}
		last := len(words) - 1
		arrival, known := direction(words[last], w)
		at := words[:last]
		if !known && last > 0 {
			arrival, known = direction(words[0], w)
			at = words[1:]
		}
		c, err := capture.Clock(strings.Join(at, " "))
		if !known || err != nil {
			return nil, strings.TrimSpace(part)
		}
		moves = append(moves, committee.Movement{At: c, Arrival: arrival})
	}
	return moves, ""
}

// movementsTyped are the movements as they are typed. In a meeting of several
// days those that were there keep their day.
func movementsTyped(d *desk, m committee.Meeting, were []committee.Movement, typed string) []committee.Movement {
	moves, _ := readMovements(typed, d.words().Attendance)
	were = slices.Clone(were)
	for n, v := range moves {
		at := slices.IndexFunc(were, func(o committee.Movement) bool { return o.At == v.At && o.Arrival == v.Arrival })
		if at >= 0 {
			moves[n].On, moves[n].Item = were[at].On, were[at].Item
			were = slices.Delete(were, at, at+1)
		} else if m.Days() > 1 {
			moves[n].On = recordDay(d, m)
		}
	}
	return moves
}

// direction tells an arrival from a departure by the beginning of the word.
func direction(word string, w i18n.AttendanceWords) (arrival, known bool) {
	folded := text.Fold(word)
	switch {
	case strings.HasPrefix(text.Fold(w.Arrival), folded):
		return true, true
	case strings.HasPrefix(text.Fold(w.Departure), folded):
		return false, true
	}
	return false, false
}

// newAttendanceForm is the form of a line of the attendance list, new or known.
func newAttendanceForm(d *desk, s register.MeetingSheet, a committee.Attendance) formPage {
	w := d.words()
	title := i18n.Capital(w.States.Kind[committee.KindAttendance].New)
	if a.ID != "" {
		title = editing(d, attendant(d, a, s.Names))
	} else if m := s.Meeting.State; m == committee.InSession || m == committee.Adjourned {
		a.Presence = committee.Present
	}
	return newForm(d, formSpec{
		origin: made("attendance", committee.KindAttendance, a.ID, a.Version, attendanceSeed{s.Meeting, a}).on(thing(committee.KindMeeting, s.Meeting.ID)),
		place:  atMeetings, title: title, fields: attendanceFields(d, s, a),
		nested: map[string]func(string) page{
			string(committee.FieldPerson):      func(typed string) page { return newPersonForm(d, personNamed(typed)) },
			string(committee.FieldInstitution): func(typed string) page { return newInstitutionForm(d, institutionNamed(typed)) },
		},
		save: func(v widget.Values) useCase {
			base := a
			base.Meeting = s.Meeting.ID
			base = attendanceTyped(d, s.Meeting, base, v)
			who := typed(v, committee.FieldPerson)
			for _, f := range []committee.Field{committee.FieldFunction, committee.FieldInstitution} {
				if who == "" {
					who = typed(v, f)
				}
			}
			look, said, on := *d, savedNotice(d)(who), recordDay(d, s.Meeting)
			return func(ctx context.Context, b Book) (saved, error) {
				line, err := borneBy(ctx, &look, b, s.Meeting, a, base, v)
				if err != nil {
					return saved{}, err
				}
				line, err = asMandated(ctx, b, line, on)
				if err != nil {
					return saved{}, err
				}
				after, err := b.SaveAttendance(ctx, line)
				return saved{thing: thing(committee.KindAttendance, after.ID), label: who, notice: said}, err
			}
		},
	})
}

// borneBy is the line with who represents it, as the key of the session knows them:
// one of the list, be it by a name cut short, or another once that was said.
func borneBy(ctx context.Context, d *desk, b Book, m committee.Meeting, was, line committee.Attendance, v widget.Values) (committee.Attendance, error) {
	by := line.RepresentedBy
	if by == "" || by == was.RepresentedBy || !line.Represented() {
		return line, nil
	}
	name, holder := by, picked[committee.AttendanceID](v, committee.FieldBy)
	if holder == "" {
		var err error
		if name, holder, err = whoever(ctx, d, b, attendSeed{Meeting: m, Line: line}, by); err != nil {
			return line, err
		}
	}
	line.RepresentedBy, line.HalfDays = name, slices.Clone(line.HalfDays)
	if holder != "" {
		line.Holder = holder
	}
	for n := range line.HalfDays {
		if h := &line.HalfDays[n]; h.By == by {
			h.By = name
		}
	}
	return line, nil
}

// asMandated fills in the function, and in what quality, of a person who holds
// one only on a day, when the form says neither function nor institution.
func asMandated(ctx context.Context, b Book, a committee.Attendance, on committee.Date) (committee.Attendance, error) {
	if a.Person == "" || a.Function != "" || a.Institution != "" {
		return a, nil
	}
	p, err := b.Person(ctx, a.Person)
	if err != nil {
		return a, err
	}
	var held []register.MandateLine
	for _, m := range p.Mandates {
		if m.From <= on && (m.To.Zero() || on <= m.To) && (m.Kind == committee.Titular || m.Kind == committee.Alternate) {
			held = append(held, m)
		}
	}
	if len(held) != 1 {
		return a, nil
	}
	a.Function = held[0].FunctionID
	if a.Quality == committee.QualityUnsaid {
		a.Quality = map[committee.MandateKind]committee.Quality{
			committee.Titular: committee.AsTitular, committee.Alternate: committee.AsAlternate,
		}[held[0].Kind]
	}
	return a, nil
}

func attendanceFields(d *desk, s register.MeetingSheet, a committee.Attendance) []widget.Field {
	w := d.words()
	person := lookupField(d, committee.FieldPerson, committee.KindPerson, option(d, s.Names, committee.KindPerson, a.Person))
	person.New = true
	institution := lookupField(d, committee.FieldInstitution, committee.KindInstitution, option(d, s.Names, committee.KindInstitution, a.Institution))
	institution.New = true
	by := labelled(bearerField(d, attendSeed{Meeting: s.Meeting, Line: a, Half: halfNow(d, s.Meeting)}, a.RepresentedBy), w.Attendance.RepresentedBy)
	by.When = func(v widget.Values) bool { return attendanceTyped(d, s.Meeting, a, v).Represented() }
	fields := []widget.Field{
		hint(person, w.Attendance.PersonHelp),
		hint(institution, w.Attendance.MandateHelp),
		functionField(d, committee.FieldFunction, committee.FieldInstitution, option(d, s.Names, committee.KindFunction, a.Function)),
		choiceField(d, committee.FieldCapacity, a.Quality, committee.Qualities, full(w.States.Quality)),
		choiceField(d, committee.FieldPresence, a.Presence, committee.Presences, full(w.States.Presence)),
		by,
	}
	fields = append(fields, halfDayFields(d, s.Meeting, a.HalfDays)...)
	return append(fields, movementField(d, a.Movements), longField(d, committee.FieldRemarks, a.Remarks))
}

// movementsField names the field of the comings and goings.
const movementsField committee.Field = "movements"

func movementField(d *desk, of []committee.Movement) widget.Field {
	w := d.words().Attendance
	return widget.Field{
		Name: string(movementsField), Label: w.Movements, Help: w.MovementsHelp, Kind: widget.FieldLine, Value: movementsSaid(d, of, d.loc.Clock),
		Check: func(typed string) string {
			if _, wrong := readMovements(typed, w); wrong != "" {
				return fmt.Sprintf(w.MovementWrong, wrong)
			}
			return ""
		},
	}
}

// mostDays is how many days of a workshop the form has half-days for.
const mostDays = 10

// halfField names the field of a half-day: half_1_am.
func halfField(day int, afternoon bool) committee.Field {
	if afternoon {
		return committee.Field(fmt.Sprintf("half_%d_pm", day))
	}
	return committee.Field(fmt.Sprintf("half_%d_am", day))
}

// halfDayFields are the half-days of a workshop, each a choice; what is not
// noted is left out of the list.
func halfDayFields(d *desk, m committee.Meeting, noted []committee.HalfDay) []widget.Field {
	if m.Kind != committee.Workshop {
		return nil
	}
	w := d.words()
	words := full(w.States.Presence)
	words[committee.Awaited] = w.Attendance.NotNoted
	is := map[committee.Field]committee.Presence{}
	for _, h := range noted {
		is[halfField(h.Day, h.Afternoon)] = h.Presence
	}
	var fields []widget.Field
	for day := 1; day <= min(m.Days(), mostDays); day++ {
		for _, afternoon := range []bool{false, true} {
			name, half := halfField(day, afternoon), w.Attendance.Morning
			if afternoon {
				half = w.Attendance.Afternoon
			}
			f := choiceField(d, name, is[name], committee.Presences, words)
			fields = append(fields, labelled(f, fmt.Sprintf(w.Attendance.Half, d.loc.DateLong(m.Starts.Add(day-1)), half)))
		}
	}
	if len(fields) > 0 {
		fields[0].Section = w.Attendance.HalfDays
	}
	return fields
}

// attendanceTyped is the line with what the form holds.
func attendanceTyped(d *desk, m committee.Meeting, a committee.Attendance, v widget.Values) committee.Attendance {
	was := a
	a.Person, a.Function = picked[committee.PersonID](v, committee.FieldPerson), picked[committee.FunctionID](v, committee.FieldFunction)
	a.Institution = picked[committee.InstitutionID](v, committee.FieldInstitution)
	a.Quality, a.Presence = chosen[committee.Quality](v, committee.FieldCapacity), chosen[committee.Presence](v, committee.FieldPresence)
	a.RepresentedBy, a.Remarks = typed(v, committee.FieldBy), typed(v, committee.FieldRemarks)
	a.Movements = movementsTyped(d, m, a.Movements, typed(v, movementsField))
	var halves []committee.HalfDay
	for _, h := range a.HalfDays {
		if !v.Shows(string(halfField(h.Day, h.Afternoon))) {
			halves = append(halves, h) // beyond the days of the form
		}
	}
	for day := 1; day <= mostDays; day++ {
		for _, afternoon := range []bool{false, true} {
			if p := chosen[committee.Presence](v, halfField(day, afternoon)); p != committee.Awaited {
				halves = append(halves, borne(was, a.RepresentedBy, committee.HalfDay{Day: day, Afternoon: afternoon, Presence: p}))
			}
		}
	}
	if a.HalfDays = halves; !a.Represented() {
		a.RepresentedAs = committee.QualityUnsaid
	}
	return a
}

// borne is a half-day of a form with who represented on it: whom the form names
// in the place of whom the line named, and anybody else as it was.
func borne(was committee.Attendance, by string, half committee.HalfDay) committee.HalfDay {
	for _, h := range was.HalfDays {
		if half.Presence != committee.Represented || h.Compare(half) != 0 || h.By == "" {
			continue
		}
		half.Holder = h.Holder
		if half.By, half.As = h.By, h.As; h.By == was.RepresentedBy {
			half.By = by
		}
	}
	return half
}
