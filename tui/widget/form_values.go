package widget

import (
	"slices"
	"strconv"
	"strings"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// content is what stands in one field.
type content struct {
	text  string
	canon string
	taken []register.Option
}

// Values is what stands in the fields of a form that can be seen, by name. It
// does not change when the form does. An unknown or hidden name is empty.
type Values struct{ by map[string]content }

// Text is what was typed, without spaces around it; for a choice the value of
// the item, for a lookup the label.
func (v Values) Text(name string) string { return v.by[name].text }

// Canon is the canonical form of a parsed field, empty when it could not be
// read; for any other field it is Text.
func (v Values) Canon(name string) string { return v.by[name].canon }

// Int is the canonical form as a whole number; ok is false when the field is
// empty or holds none.
func (v Values) Int(name string) (n int, ok bool) {
	n, err := strconv.Atoi(v.by[name].canon)
	return n, err == nil
}

// Thing is what a lookup points at; zero when it is empty or holds free text.
func (v Values) Thing(name string) committee.Thing {
	for _, o := range v.by[name].taken {
		return o.Thing
	}
	return committee.Thing{}
}

// Things are what a FieldLookups points at, in the order they were taken;
// free text is left out.
func (v Values) Things(name string) []committee.Thing {
	var things []committee.Thing
	for _, o := range v.by[name].taken {
		if !o.Thing.Zero() {
			things = append(things, o.Thing)
		}
	}
	return things
}

// Options are what a lookup holds, labels and free text included.
func (v Values) Options(name string) []register.Option {
	return append([]register.Option(nil), v.by[name].taken...)
}

// Shows tells whether the form has a field of this name that can be seen.
func (v Values) Shows(name string) bool {
	_, ok := v.by[name]
	return ok
}

// hold is what stands in the field now.
func (e entry) hold() content {
	typed := strings.TrimSpace(e.edit.text)
	switch {
	case e.Kind.choice():
		value := ""
		if e.pick >= 0 {
			value = e.Items[e.pick].Value
		}
		return content{text: value, canon: value}
	case e.Kind == FieldLookups:
		taken := e.chosen[:len(e.chosen):len(e.chosen)]
		if typed != "" && e.Free {
			taken = append(taken, register.Option{Label: typed})
		}
		labels := make([]string, len(taken))
		for i, o := range taken {
			labels[i] = o.Label
		}
		all := strings.Join(labels, ", ")
		return content{text: all, canon: all, taken: taken}
	case e.Kind == FieldLookup:
		h := content{text: typed, canon: typed}
		if o, ok := e.thing(); ok {
			h.taken = []register.Option{o}
		} else if typed != "" && e.Free {
			h.taken = []register.Option{{Label: typed}}
		}
		return h
	case e.Kind.parsed():
		return content{text: typed, canon: e.canon}
	}
	return content{text: typed, canon: typed}
}

func (h content) empty() bool { return h.text == "" && len(h.taken) == 0 }

// same tells whether the two mean the same: a date typed another way is no
// change, text that could not be read is.
func (h content) same(o content) bool {
	if len(h.taken) != len(o.taken) || h.canon != o.canon {
		return false
	}
	for i := range h.taken {
		if h.taken[i].Thing != o.taken[i].Thing || h.taken[i].Thing.Zero() && h.taken[i].Label != o.taken[i].Label {
			return false
		}
	}
	return h.canon != "" || h.text == o.text
}

// Values is what stands in the form now.
func (f Form) Values() Values {
	v := Values{by: make(map[string]content, len(f.entries))}
	for _, e := range f.entries {
		if !e.hidden {
			v.by[e.Name] = e.hold()
		}
	}
	return v
}

// Changed tells whether anything stands in the form that did not at first,
// hidden fields and text not yet understood included.
func (f Form) Changed() bool {
	for _, e := range f.entries {
		if !e.hold().same(e.first) || e.Kind == FieldLookups && e.loose() != "" {
			return true
		}
	}
	return false
}

// settle decides which fields can be seen. A field's When sees the fields
// before it as they will be shown, and those after it as they are filled.
func (f *Form) settle() {
	v := Values{by: make(map[string]content, len(f.entries))}
	for _, e := range f.entries {
		v.by[e.Name] = e.hold()
	}
	for i := range f.entries {
		f.entries[i].follow(v)
		v.by[f.entries[i].Name] = f.entries[i].hold()
	}
	for i := range f.entries {
		e := &f.entries[i]
		e.hidden = e.When != nil && !e.When(v)
		if e.hidden {
			delete(v.by, e.Name)
		}
	}
	for i := range f.entries {
		e := &f.entries[i]
		e.needed = e.Required || e.Needed != nil && e.Needed(v)
	}
	if len(f.entries) > 0 && f.entries[f.at].hidden {
		f.at = f.nearest(f.at)
	}
}

// follow takes the value that the other fields give.
func (e *entry) follow(v Values) {
	if e.Follows == nil || e.given {
		return
	}
	value := e.Follows(v)
	if at := slices.IndexFunc(e.Items, func(i FieldItem) bool { return i.Value == value }); at >= 0 {
		e.pick = at
	}
}

// nearest is the visible field closest to i, those after it first; i itself
// when none can be seen.
func (f Form) nearest(i int) int {
	for j := i; j < len(f.entries); j++ {
		if !f.entries[j].hidden {
			return j
		}
	}
	for j := min(i, len(f.entries)-1); j >= 0; j-- {
		if !f.entries[j].hidden {
			return j
		}
	}
	return i
}
