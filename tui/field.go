package tui

import (
	"context"
	"strconv"
	"strings"

	"suivi/internal/capture"
	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/internal/register"
	"suivi/tui/widget"
)

// formConfig is what every form and prompt is made of.
func formConfig(d *desk, fields []widget.Field) widget.FormConfig {
	w, loc := d.words(), d.loc
	return widget.FormConfig{Fields: fields, Styles: d.styles, Error: loc.Error, Words: widget.FormWords{
		Required: w.Form.Required, Unknown: w.Form.Unknown, UnknownNew: w.Form.UnknownNew, Cut: w.Form.Cut, Saving: w.Form.Saving,
		Search: w.Form.Searching, NoMatch: w.Form.NoMatch, New: w.Form.NewHint, Empty: w.Common.None,
		Yes: w.Common.Yes, No: w.Common.No, Unset: w.Common.Unset,
	}}
}

// Every builder below makes the field of a noun's form: its name is the
// domain's, its label the words' for it.

// reasonField is a reason in one line: enter then saves the prompt.
func reasonField(d *desk) widget.Field {
	f := must(lineField(d, committee.FieldReason, ""))
	f.Max = 4 * committee.MaxLine
	return f
}

func lineField(d *desk, f committee.Field, value string) widget.Field {
	return widget.Field{Name: string(f), Label: d.words().Fields[f], Kind: widget.FieldLine, Value: value, Max: committee.MaxLine}
}

func longField(d *desk, f committee.Field, value string) widget.Field {
	return widget.Field{Name: string(f), Label: d.words().Fields[f], Kind: widget.FieldLong, Value: value, Max: committee.MaxText}
}

// must marks a field as required.
func must(f widget.Field) widget.Field {
	f.Required = true
	return f
}

// hint gives a field the line shown while it is filled in.
func hint(f widget.Field, help string) widget.Field {
	f.Help = help
	return f
}

// section puts a title above the field.
func section(f widget.Field, title string) widget.Field {
	f.Section = title
	return f
}

// choiceField offers values in order, each in its words.
func choiceField[T ~string](d *desk, f committee.Field, value T, values []T, words map[T]string) widget.Field {
	items := make([]widget.FieldItem, len(values))
	for i, v := range values {
		word := words[v]
		if v == "" && word == "" {
			word = d.words().Common.None
		}
		items[i] = widget.FieldItem{Value: string(v), Label: word}
	}
	return widget.Field{Name: string(f), Label: d.words().Fields[f], Kind: widget.FieldChoice, Value: string(value), Items: items}
}

func answerField(d *desk, f committee.Field, label string, value committee.Choice) widget.Field {
	return widget.Field{Name: string(f), Label: label, Kind: widget.FieldAnswer, Value: string(value)}
}

// fault words what is wrong with a value, without the field's name.
func fault(d *desk, err error) string {
	if err == nil {
		return ""
	}
	return d.loc.Fault(err)
}

func dateField(d *desk, f committee.Field, value committee.Date) widget.Field {
	loc, today := d.loc, d.today()
	return widget.Field{
		Name: string(f), Label: d.words().Fields[f], Kind: widget.FieldDate, Value: loc.Date(value), Help: d.words().Form.DateHelp,
		Parse: func(typed string) (string, string, string) {
			day, err := capture.Date(typed, today, loc.Lang)
			if err != nil {
				return "", "", fault(d, err)
			}
			return string(day), loc.DateLong(day), ""
		},
	}
}

// happenedField is the day of something that took place: it cannot be to come.
func happenedField(d *desk, f committee.Field) widget.Field {
	today, later := d.today(), fault(d, &committee.FieldError{Field: f, Reason: committee.ReasonFuture})
	field := must(dateField(d, f, today))
	field.Check = func(canon string) string {
		if committee.Date(canon) > today {
			return later
		}
		return ""
	}
	return field
}

func dueField(d *desk, f committee.Field, value committee.Due) widget.Field {
	loc, today := d.loc, d.today()
	return widget.Field{
		Name: string(f), Label: d.words().Fields[f], Kind: widget.FieldDue, Value: loc.Due(value), Help: d.words().Form.DueHelp,
		Parse: func(typed string) (string, string, string) {
			due, err := capture.Due(typed, today, loc.Lang)
			if err != nil {
				return "", "", fault(d, err)
			}
			shown := loc.DateLong(due.Last())
			if _, _, quarter := due.Quarter(); quarter {
				shown = loc.Due(due) + " (" + loc.DateLong(due.Last()) + ")"
			}
			return string(due), shown, ""
		},
	}
}

func clockField(d *desk, f committee.Field, value committee.Clock) widget.Field {
	loc := d.loc
	return widget.Field{
		Name: string(f), Label: d.words().Fields[f], Kind: widget.FieldClock, Value: string(value), Help: d.words().Form.ClockHelp,
		Parse: func(typed string) (string, string, string) {
			at, err := capture.Clock(typed)
			if err != nil {
				return "", "", fault(d, err)
			}
			return string(at), loc.Clock(at), ""
		},
	}
}

func amountField(d *desk, f committee.Field, value *committee.Amount) widget.Field {
	loc, shown := d.loc, ""
	if value != nil {
		shown = loc.Amount(*value)
	}
	return widget.Field{
		Name: string(f), Label: d.words().Fields[f], Kind: widget.FieldAmount, Value: shown, Help: d.words().Form.AmountHelp,
		Parse: func(typed string) (string, string, string) {
			a, err := capture.Amount(typed)
			if err != nil {
				return "", "", fault(d, err)
			}
			return strconv.FormatInt(int64(a), 10), loc.Amount(a), ""
		},
	}
}

// numberField takes a whole number between least and most; empty stays empty.
func numberField(d *desk, f committee.Field, value *int, least, most int) widget.Field {
	shown := ""
	if value != nil {
		shown = strconv.Itoa(*value)
	}
	return widget.Field{
		Name: string(f), Label: d.words().Fields[f], Kind: widget.FieldNumber, Value: shown,
		Parse: func(typed string) (string, string, string) {
			n, err := capture.Whole(typed)
			if err == nil && (n < least || n > most) {
				err = &committee.FieldError{Field: f, Reason: committee.ReasonOutOfRange, Detail: strconv.Itoa(least) + "–" + strconv.Itoa(most)}
			}
			if err != nil {
				return "", "", fault(d, err)
			}
			return strconv.Itoa(n), "", ""
		},
	}
}

// percentField takes 40 or 40 %.
func percentField(d *desk) widget.Field {
	return widget.Field{
		Name: string(committee.FieldPercent), Label: d.words().Fields[committee.FieldPercent], Kind: widget.FieldNumber,
		Parse: func(typed string) (string, string, string) {
			n, err := capture.Percent(typed)
			if err != nil {
				return "", "", fault(d, err)
			}
			return strconv.Itoa(n), d.loc.Percent(n), ""
		},
	}
}

// lookupField completes one thing of a kind.
func lookupField(d *desk, f committee.Field, kind committee.Kind, chosen ...register.Option) widget.Field {
	book, cite := d.book, citing(d, kind)
	return widget.Field{
		Name: string(f), Label: d.words().Fields[f], Kind: widget.FieldLookup, Chosen: known(chosen), Help: d.words().Form.LookupHelp,
		Complete: func(ctx context.Context, typed string) ([]register.Option, error) {
			found, err := book.Complete(ctx, kind, typed, committee.Thing{}, offered)
			return cite(found), err
		},
	}
}

// citing words the references of guidelines and articles in completions. What
// it needs is taken now: it runs beside the screen.
func citing(d *desk, kind committee.Kind) func([]register.Option) []register.Option {
	look := *d
	return func(found []register.Option) []register.Option {
		for i, o := range found {
			ref, rest, _ := strings.Cut(o.Label, " ")
			found[i].Label = strings.TrimSpace(cited(&look, kind, ref) + " " + rest)
		}
		return found
	}
}

// lookupsField completes several things of a kind.
func lookupsField(d *desk, f committee.Field, kind committee.Kind, chosen []register.Option) widget.Field {
	l := lookupField(d, f, kind, chosen...)
	l.Kind = widget.FieldLookups
	return l
}

// offered is how many completions are asked for.
const offered = 12

// functionField completes a function, of the institution chosen in another
// field when there is one.
func functionField(d *desk, f, institution committee.Field, chosen ...register.Option) widget.Field {
	book, l := d.book, lookupField(d, f, committee.KindFunction, chosen...)
	l.Complete = nil
	l.CompleteWith = func(ctx context.Context, typed string, v widget.Values) ([]register.Option, error) {
		of := v.Thing(string(institution))
		if of.Zero() && v.Text(string(institution)) != "" {
			return nil, nil // an institution yet to be made has no functions
		}
		return book.Complete(ctx, committee.KindFunction, typed, of, offered)
	}
	return l
}

// known drops the options that point at nothing.
func known(chosen []register.Option) []register.Option {
	var out []register.Option
	for _, o := range chosen {
		if !o.Thing.Zero() {
			out = append(out, o)
		}
	}
	return out
}

// option is a thing already chosen, named by what the sheet knows of it.
func option[ID ~string](d *desk, names register.Names, kind committee.Kind, id ID) register.Option {
	t := committee.Thing{Kind: kind, ID: string(id)}
	if t.Zero() {
		return register.Option{}
	}
	label := cited(d, kind, names[t].Ref)
	if label == "" {
		label = calledShort(d, kind, names[t])
	}
	return register.Option{Thing: t, Label: label}
}

func options[ID ~string](d *desk, names register.Names, kind committee.Kind, ids []ID) []register.Option {
	out := make([]register.Option, len(ids))
	for i, id := range ids {
		out[i] = option(d, names, kind, id)
	}
	return out
}

// Values back from a form, typed.

func typed(v widget.Values, f committee.Field) string { return v.Text(string(f)) }

func picked[ID ~string](v widget.Values, f committee.Field) ID { return ID(v.Thing(string(f)).ID) }

func pickedAll[ID ~string](v widget.Values, f committee.Field) []ID {
	var out []ID
	for _, t := range v.Things(string(f)) {
		out = append(out, ID(t.ID))
	}
	return out
}

func chosen[T ~string](v widget.Values, f committee.Field) T { return T(v.Text(string(f))) }

func day(v widget.Values, f committee.Field) committee.Date {
	return committee.Date(v.Canon(string(f)))
}

func due(v widget.Values, f committee.Field) committee.Due { return committee.Due(v.Canon(string(f))) }

func clock(v widget.Values, f committee.Field) committee.Clock {
	return committee.Clock(v.Canon(string(f)))
}

func amount(v widget.Values, f committee.Field) *committee.Amount {
	n, ok := v.Int(string(f))
	if !ok {
		return nil
	}
	a := committee.Amount(n)
	return &a
}

func whole(v widget.Values, f committee.Field) *int {
	n, ok := v.Int(string(f))
	if !ok {
		return nil
	}
	return &n
}

// full are the full words of a list of values.
func full[T ~string](terms map[T]i18n.Term) map[T]string {
	words := make(map[T]string, len(terms))
	for v, t := range terms {
		words[v] = t.Full
	}
	return words
}

// priorities lists what may be chosen.
var priorities = []committee.Priority{committee.PriorityUnsaid, committee.High, committee.Medium, committee.Low}
