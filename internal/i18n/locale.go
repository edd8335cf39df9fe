package i18n

import (
	"fmt"
	"reflect"
	"strings"
	"unicode"

	"suivi/internal/committee"
)

// Locale words and prints for one language. It is never changed, so it may be
// shared.
type Locale struct {
	Lang  committee.Language
	Words *Words
}

var (
	inFrench  = &Locale{Lang: committee.French, Words: &french}
	inEnglish = &Locale{Lang: committee.English, Words: &english}
)

// For is the locale of a language; French when there is none for it.
func For(lang committee.Language) *Locale {
	if lang == committee.English {
		return inEnglish
	}
	return inFrench
}

// Locales are those that the program may have put words of its own into a file
// in.
func Locales() []*Locale { return []*Locale{inFrench, inEnglish} }

// Pseudo is French with every word wrapped in ⟦⟧, so that a test sees the
// words that did not come from here.
func Pseudo() *Locale {
	w := wrapped(reflect.ValueOf(french)).Interface().(Words)
	return &Locale{Lang: committee.French, Words: &w}
}

// wrapped is a copy of v in which every string that holds a letter is wrapped.
func wrapped(v reflect.Value) reflect.Value {
	next := reflect.New(v.Type()).Elem()
	switch v.Kind() {
	case reflect.String:
		s := v.String()
		if strings.IndexFunc(s, unicode.IsLetter) >= 0 {
			s = "⟦" + s + "⟧"
		}
		next.SetString(s)
	case reflect.Struct:
		for i := range v.NumField() {
			next.Field(i).Set(wrapped(v.Field(i)))
		}
	case reflect.Array, reflect.Slice:
		if v.Kind() == reflect.Slice {
			next.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
		}
		for i := range v.Len() {
			next.Index(i).Set(wrapped(v.Index(i)))
		}
	case reflect.Map:
		next.Set(reflect.MakeMap(v.Type()))
		for _, k := range v.MapKeys() {
			next.SetMapIndex(k, wrapped(v.MapIndex(k)))
		}
	default:
		next.Set(v)
	}
	return next
}

// Plural is a phrase that counts something, in the two forms both languages
// have. The count is its first value: "%d action", "%d actions".
type Plural struct{ One, Other string }

// Count is the phrase for n things; args are its further values. In French 0
// and 1 are singular, in English only 1. The count is written as by Number.
func (l *Locale) Count(p Plural, n int, args ...any) string {
	format := p.Other
	if n == 1 || n == -1 || n == 0 && l.Lang == committee.French {
		format = p.One
	}
	if !strings.Contains(format, "%") {
		return format
	}
	return fmt.Sprintf(format, append([]any{counted{l, n}}, args...)...)
}

// counted prints itself as Number does, whatever the verb.
type counted struct {
	locale *Locale
	n      int
}

// Format is what fmt calls.
func (c counted) Format(f fmt.State, _ rune) { fmt.Fprint(f, c.locale.Number(c.n)) }

// Missing is what stands where a fact of a thing is not known: that its source
// does not give it, or a dash when the thing came from no source.
func (l *Locale) Missing(s committee.Stamp) string {
	if s.FromSource() {
		return l.Words.Common.NotInSource
	}
	return l.Words.Common.None
}

// Done is what the journal says was done to a thing of a kind: « adoptée » of
// a recommendation, « procès-verbal adopté » of a meeting, « retirée » of a line.
func (l *Locale) Done(verb committee.Verb, kind committee.Kind) string {
	w := l.Words.States.Verb[verb]
	own := map[committee.Kind]map[committee.Verb]VerbWords{
		committee.KindMeeting: l.Words.States.MinutesVerb, committee.KindEntry: l.Words.States.LineVerb,
	}
	if of, ok := own[kind][verb]; ok {
		w = of
	}
	if l.Words.States.Kind[kind].Feminine {
		return w.DoneFeminine
	}
	return w.Done
}
