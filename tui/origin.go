package tui

import (
	"suivi/internal/committee"
	"suivi/internal/register"
)

// origin is what a form or a prompt was made from: enough to make it again,
// as it was, in another run of the program. Every one has its own; makers
// turn it back into the form.
type origin struct {
	form string // which one, by its name among the makers
	step string // which of several alike: the key that opens it
	// thing is what it changes, without an ID while it is new, in the version
	// that was read.
	thing   committee.Thing
	version int
	// of is the page it stands on when the thing has none of its own.
	of committee.Thing
	// seed is what the form was made of: facts only, as JSON can hold them.
	seed any
}

// made is the origin of a form that changes a thing.
func made[ID ~string](form string, kind committee.Kind, id ID, version int, seed any) origin {
	return origin{form: form, thing: thing(kind, id), version: version, seed: seed}
}

// by is the origin of one of several prompts alike.
func (o origin) by(step string) origin {
	o.step = step
	return o
}

// on is the origin of a form that stands on the page of another thing.
func (o origin) on(of committee.Thing) origin {
	o.of = of
	return o
}

// same tells whether two origins are of the same form of the same thing.
func (o origin) same(other origin) bool {
	return o.form == other.form && o.step == other.step && o.thing == other.thing && o.of == other.of
}

// standing is a seed that knows the page its form stands on, where the page of
// a thing would not do: what is saved goes to that page.
type standing interface{ stands(*desk) page }

// What forms are made of that are about more than one noun.
type (
	articleSeed struct {
		Guideline committee.Guideline `json:"guideline"`
		Article   committee.Article   `json:"article"`
	}
	itemSeed struct {
		Meeting committee.Meeting      `json:"meeting"`
		Items   []committee.AgendaItem `json:"items"`
		Item    committee.AgendaItem   `json:"item"`
	}
	attendanceSeed struct {
		Meeting    committee.Meeting    `json:"meeting"`
		Attendance committee.Attendance `json:"attendance"`
	}
	entrySeed struct {
		Meeting committee.Meeting      `json:"meeting"`
		Items   []committee.AgendaItem `json:"items"`
		Entry   committee.Entry        `json:"entry"`
	}
	mandateSeed struct {
		Mandate committee.Mandate `json:"mandate"`
		Holder  string            `json:"holder"` // who holds the function today
	}
	reportSeed struct {
		Action committee.Action `json:"action"`
		Update committee.Update `json:"update"`
	}
	tenureSeed struct {
		Line    register.MandateLine `json:"line"`
		Mandate committee.Mandate    `json:"mandate"`
	}
	meetingSeed struct {
		Meeting committee.Meeting `json:"meeting"`
		Why     string            `json:"why"` // what is explained
	}
)
