package widget

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/internal/text"
)

// draft is what a form holds, as it is kept on disk.
type draft struct {
	Focus  string                `json:"focus,omitempty"`
	Fields map[string]draftField `json:"fields"`
}

type draftField struct {
	Text  string       `json:"text,omitempty"` // as typed; the value of a choice
	Taken []draftTaken `json:"taken,omitempty"`
}

type draftTaken struct {
	Thing  committee.Thing `json:"thing"`
	Label  string          `json:"label"`
	Detail string          `json:"detail,omitempty"`
}

// Snapshot is what was typed in each field, hidden fields and text not yet
// understood included, as JSON for Restore.
func (f Form) Snapshot() ([]byte, error) {
	d := draft{Focus: f.Focused(), Fields: make(map[string]draftField, len(f.entries))}
	for _, e := range f.entries {
		field := draftField{Text: e.edit.text}
		if e.Kind.choice() {
			field.Text = e.hold().text
		}
		for _, o := range e.chosen {
			field.Taken = append(field.Taken, draftTaken{o.Thing, o.Label, o.Detail})
		}
		d.Fields[e.Name] = field
	}
	return json.Marshal(d)
}

// Restore puts back what Snapshot took. Fields the draft does not name keep
// what they hold; fields the form does not have are passed over. Anything
// that is not a snapshot is an error and changes nothing.
func (f Form) Restore(data []byte) (Form, error) {
	var d draft
	if err := json.Unmarshal(data, &d); err != nil {
		return f, fmt.Errorf("widget: not a draft of a form: %w", err)
	}
	f.entries = slices.Clone(f.entries)
	for i := range f.entries {
		e := &f.entries[i]
		field, ok := d.Fields[e.Name]
		if !ok {
			continue
		}
		e.restore(field)
	}
	f.settle()
	if i := f.index(d.Focus); i >= 0 && !f.entries[i].hidden {
		f.at = i
	}
	f.enter()
	f.arrange()
	return f, nil
}

func (e *entry) restore(d draftField) {
	var taken []register.Option
	for _, t := range d.Taken {
		taken = append(taken, register.Option{Thing: t.Thing, Label: t.Label, Detail: t.Detail})
	}
	e.list.close()
	e.fill(d.Text, taken)
	if e.Kind == FieldLookup {
		// The text may have moved on from the thing taken before.
		e.edit.set(d.Text)
	}
	e.edited()
}

// Alike tells whether two values of one form hold the same, with the same
// field in hand. It costs next to nothing when they do.
func (f Form) Alike(other Form) bool {
	if f.id != other.id || f.at != other.at || len(f.entries) != len(other.entries) {
		return false
	}
	for i, e := range f.entries {
		o := other.entries[i]
		if e.edit.text != o.edit.text || e.pick != o.pick || !slices.Equal(e.chosen, o.chosen) {
			return false
		}
	}
	return true
}

// excerptMax is how many characters an excerpt has at most.
const excerptMax = 120

// Excerpt is the beginning of what was typed and did not stand there at
// first: of a text, else of any other field. Empty when nothing was.
func (f Form) Excerpt() string {
	other := ""
	for _, e := range f.entries {
		h := e.hold()
		if h.same(e.first) {
			if e.Kind == FieldLookups && e.loose() != "" && other == "" {
				other = e.loose()
			}
			continue
		}
		raw, _ := bounded(h.text, excerptMax)
		said := text.Limit(strings.TrimSpace(text.Line(raw)), excerptMax)
		if e.Kind == FieldLine || e.Kind == FieldLong {
			if said != "" {
				return said
			}
		} else if other == "" && !e.Kind.choice() {
			other = said
		}
	}
	return text.Limit(other, excerptMax)
}
