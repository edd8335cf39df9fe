package i18n

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/internal/text"
)

// ErrorWords are the sentences that errors are made of.
type ErrorWords struct {
	// Field is a field and what is wrong with it, Refused a refusal and why.
	Field, Refused string
	// InState is the thing and its state, AtStage the state of its minutes,
	// Because adds a reason to either.
	InState, AtStage, NoMinutes, Because string
	Between, AtLeast, AtMost             string
	Conflict                             string
	// InUse names the things that refer to it, InUseBy only counts them.
	InUse, InUseBy Plural
	// OtherLine takes the number of the thing, the other line and its item; LineAt
	// is a line at its time.
	OtherLine, LineAt string
	NotFound          string
	Slow, Stopped     string
	Unexpected        string

	// File holds the sentences about the file, FileDetail those that say more
	// when a detail came along.
	File       map[committee.FileReason]string
	FileDetail map[committee.FileReason]string
	Rules      map[committee.Rule]string

	// Special says it better where the field is known too, Detail with the
	// detail that came along.
	Special map[FieldReason]string
	Detail  map[committee.Reason]string
}

// Error words an error for the person at the screen: whole sentences that name
// the field, the state or the file that stands in the way. What has no words
// of its own is said to be unexpected, never shown as it is.
func (l *Locale) Error(err error) string {
	w := &l.Words.Errors
	var field *committee.FieldError
	var refused *committee.RefusedError
	var conflict *committee.ConflictError
	var used *committee.InUseError
	var file *committee.FileError
	var rule *committee.RuleError
	var overtaken *committee.OvertakenError
	var unchecked *committee.UncheckedError
	var other *committee.OtherLineError
	var dump *committee.DumpError
	var unsound *register.UnsoundError
	var copied *committee.CopyError
	switch {
	case err == nil:
		return ""
	case errors.As(err, &copied):
		return l.copyFault(copied)
	case errors.As(err, &dump):
		return l.dump(dump)
	case errors.As(err, &unsound):
		return l.unsound(unsound)
	case errors.As(err, &overtaken):
		return sentence(l.overtaken(overtaken))
	case errors.As(err, &other):
		return sentence(l.otherLine(other))
	case errors.As(err, &unchecked):
		return l.unchecked(unchecked)
	case errors.As(err, &field):
		return sentence(fmt.Sprintf(w.Field, l.label(field.Field), l.reason(field)))
	case errors.As(err, &refused):
		return sentence(l.refusal(refused))
	case errors.As(err, &conflict):
		return sentence(fmt.Sprintf(w.Conflict, l.Words.States.Kind[conflict.Thing.Kind].This))
	case errors.As(err, &used):
		return sentence(l.inUse(used))
	case errors.As(err, &file):
		return l.file(file)
	case errors.As(err, &rule):
		if s, ok := w.Rules[rule.Rule]; ok {
			return s
		}
	case errors.Is(err, committee.ErrNotFound):
		return w.NotFound
	case errors.Is(err, context.DeadlineExceeded):
		return w.Slow
	case errors.Is(err, context.Canceled):
		return w.Stopped
	}
	return w.Unexpected
}

// Fault words an error as Error does, without the name of the field: for a
// message that stands beside the field.
func (l *Locale) Fault(err error) string {
	var field *committee.FieldError
	if errors.As(err, &field) {
		return sentence(l.reason(field))
	}
	return l.Error(err)
}

func (l *Locale) label(f committee.Field) string {
	if s, ok := l.Words.Fields[f]; ok {
		return s
	}
	return string(f)
}

func (l *Locale) reason(e *committee.FieldError) string {
	w := &l.Words.Errors
	if e.Reason == committee.ReasonOutOfRange {
		if s := l.bounds(e); s != "" {
			return s
		}
	}
	if s, ok := w.Special[FieldReason{e.Field, e.Reason}]; ok {
		return s
	}
	return l.because(e.Reason, e.Detail)
}

// because words a reason with its detail, when the reason has words for one.
func (l *Locale) because(reason committee.Reason, detail string) string {
	w := &l.Words.Errors
	if sum, voters, ok := strings.Cut(detail, "/"); ok && reason == committee.ReasonSum {
		n, errSum := strconv.Atoi(sum)
		of, errVoters := strconv.Atoi(voters)
		if errSum == nil && errVoters == nil {
			return fmt.Sprintf(l.Words.Sitting.Sum, l.Count(l.Words.Sitting.Votes, n), l.Count(l.Words.Sitting.Voters, of))
		}
	}
	if s, ok := w.Detail[reason]; ok {
		if d := l.shown(reason, detail); d != "" {
			return fmt.Sprintf(s, d)
		}
	}
	if s, ok := l.Words.Reasons[reason]; ok {
		return s
	}
	return strings.TrimSuffix(w.Unexpected, ".")
}

// shown is a detail as people write it: days printed, the bound of a length
// too, the rest cleaned and cut. Keys of the file say nothing to a person and
// are left out.
func (l *Locale) shown(reason committee.Reason, detail string) string {
	if d, err := committee.ParseDue(detail); err == nil {
		return l.Due(d)
	}
	if n, err := strconv.Atoi(detail); err == nil && reason == committee.ReasonTooLong {
		return l.Number(n)
	}
	if isKey(detail) {
		return ""
	}
	const limit = 60
	s := strings.TrimSpace(text.Line(detail))
	if cut := text.Limit(s, limit); cut != s {
		return cut + "…"
	}
	return s
}

// isKey tells whether s has the form of a UUID.
func isKey(s string) bool {
	return len(s) == 36 && s[8] == '-' && s[13] == '-' && s[18] == '-' && s[23] == '-' && !strings.Contains(s, " ")
}

// bounds words the bounds in the detail: 0–100, 1– or 60. It is empty when
// there are none, or when the field says better what one bound means.
func (l *Locale) bounds(e *committee.FieldError) string {
	w := &l.Words.Errors
	low, high, dash := strings.Cut(e.Detail, "–")
	_, special := w.Special[FieldReason{e.Field, e.Reason}]
	least, errLow := strconv.Atoi(low)
	most, errHigh := strconv.Atoi(high)
	switch {
	case dash && errLow == nil && errHigh == nil:
		return fmt.Sprintf(w.Between, l.Number(least), l.Number(most))
	case dash && errLow == nil && high == "":
		return fmt.Sprintf(w.AtLeast, l.Number(least))
	case !dash && errLow == nil && !special:
		return fmt.Sprintf(w.AtMost, l.Number(least))
	}
	return ""
}

func (l *Locale) refusal(e *committee.RefusedError) string {
	w := &l.Words.Errors
	why := l.because(e.Reason, e.Detail)
	if word, minutes := l.Words.States.state(e.Kind, e.State); word != "" && e.State != "" {
		format := w.InState
		if minutes {
			format = w.AtStage
		}
		the := l.Words.States.Kind[e.Kind].The
		state := fmt.Sprintf(format, the, word)
		if minutes && e.State == noMinutes {
			state = fmt.Sprintf(w.NoMinutes, the)
		}
		if e.Reason == committee.ReasonState {
			why = state
		} else {
			why = fmt.Sprintf(w.Because, state, why)
		}
	}
	if _, ok := l.Words.States.Verb[e.Verb]; !ok {
		return why
	}
	return fmt.Sprintf(w.Refused, l.Words.States.Verb[e.Verb].Cannot, why)
}

func (l *Locale) inUse(e *committee.InUseError) string {
	const limit = 3
	var names []string
	for _, by := range e.By[:min(len(e.By), limit)] {
		name := by.Ref
		if name == "" {
			name = fmt.Sprintf(l.Words.Common.Quote, l.shown("", by.Text))
		}
		names = append(names, l.Words.States.Kind[by.Thing.Kind].One+" "+name)
	}
	total, this := max(e.Total, len(e.By)), l.Words.States.Kind[e.Thing.Kind].This
	if len(names) == 0 {
		return l.Count(l.Words.Errors.InUseBy, total, this)
	}
	if rest := total - len(names); rest > 0 {
		names = append(names, l.Count(l.Words.Common.Others, rest))
	}
	return l.Count(l.Words.Errors.InUse, total, this, l.List(names))
}

// otherLine names the line that is to be taken out first, by its time, its words
// and its item.
func (l *Locale) otherLine(e *committee.OtherLineError) string {
	line := fmt.Sprintf(l.Words.Common.Quote, l.shown("", e.Line.Text))
	if at := l.Clock(e.Line.At); at != "" {
		line = fmt.Sprintf(l.Words.Errors.LineAt, at, line)
	}
	return fmt.Sprintf(l.Words.Errors.OtherLine, e.About.Ref, line, l.shown("", e.Item))
}

// List is names in a row, the last one joined by a word: « a, b et c ».
func (l *Locale) List(names []string) string {
	w := l.Words.Common
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return strings.Join(names[:last], w.Comma) + w.And + names[last]
}

func (l *Locale) file(e *committee.FileError) string {
	w := &l.Words.Errors
	name := text.Line(filepath.Base(e.Path))
	if e.Reason == committee.FileNoFolder {
		name = text.Line(filepath.Dir(e.Path))
	}
	if e.Path == "" {
		name = l.Words.Common.None
	}
	if s, ok := w.FileDetail[e.Reason]; ok && e.Detail != "" {
		return fmt.Sprintf(s, name, l.shown("", e.Detail))
	}
	if s, ok := w.File[e.Reason]; ok {
		return fmt.Sprintf(s, name)
	}
	return w.Unexpected
}

// sentence is s with a capital and a full stop.
func sentence(s string) string {
	s = Capital(s)
	if strings.HasSuffix(s, ".") || strings.HasSuffix(s, "…") {
		return s
	}
	return s + "."
}

// Capital is s with its first letter in upper case, as a title or the head of
// a column has it.
func Capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[size:]
}

// Uncapital is s with its first letter in lower case, as within a sentence.
func Uncapital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToLower(r)) + s[size:]
}
