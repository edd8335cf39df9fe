package document

import (
	"strings"

	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/internal/register"
	"suivi/internal/text"
)

// Kind is which paper on a meeting.
type Kind int

// The papers, in the order in which they are ready.
const (
	Decisions Kind = iota
	Proceedings
)

// Kinds lists the papers.
var Kinds = []Kind{Decisions, Proceedings}

// On is a paper on a meeting.
func (k Kind) On(r register.MeetingRecord) Document {
	if k == Decisions {
		return RecordOfDecisions(r)
	}
	return Minutes(r)
}

// Name is how the file of a paper is called, without its ending: letters a to
// z, digits and hyphens, the same for the same meeting.
func (k Kind) Name(r register.MeetingRecord) string {
	loc := i18n.For(LanguageOf(r))
	w, m := &loc.Words.Minutes.Files, r.Meeting
	name := w.Record
	if k == Proceedings {
		name = w.Draft
		if m.Minutes.State == committee.MinutesAdopted || m.Minutes.State == committee.MinutesSigned {
			name = w.Minutes
		}
	}
	of := m.Ref
	if of == "" {
		of = loc.Words.States.MeetingKind[m.Kind].Short + " " + string(m.Starts)
	}
	return slug(name + " " + of)
}

// longestName keeps the name of a file within what every system takes.
const longestName = 80

// slug is a text as a name that every file system takes.
func slug(s string) string {
	var parts []string
	for _, w := range text.Words(s) {
		part := strings.Map(func(r rune) rune {
			if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
				return r
			}
			return -1
		}, w.Folded)
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Trim(text.Limit(strings.Join(parts, "-"), longestName), "-")
}

// Format is what a paper is written as.
type Format string

// The formats.
const (
	FormatMarkdown Format = "md"
	FormatText     Format = "text"
)

// Formats lists the formats.
var Formats = []Format{FormatMarkdown, FormatText}

// Ending is how the names of files in a format end.
func (f Format) Ending() string {
	if f == FormatText {
		return ".txt"
	}
	return ".md"
}

// Bytes is a document in a format.
func (f Format) Bytes(d Document) []byte {
	var b strings.Builder
	write := Markdown
	if f == FormatText {
		write = PlainText
	}
	_ = write(&b, d) // a builder takes everything
	return []byte(b.String())
}
