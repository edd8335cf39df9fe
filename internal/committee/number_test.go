package committee

import (
	"testing"

	"pgregory.net/rapid"
)

func TestFormat(t *testing.T) {
	for _, row := range []struct {
		name, pattern string
		year, number  int
		want          string
	}{
		{"padded to two", "R-{AAAA}-{NN}", 2017, 3, "R-2017-03"},
		{"not padded", "R{N}/{YYYY}", 2017, 3, "R3/2017"},
		{"padded to three", "{NNN}/{AAAA}", 2018, 12, "012/2018"},
		{"a number wider than its place is whole", "A-{AAAA}-{NN}", 2018, 120, "A-2018-120"},
		{"the year may stand twice", "{AAAA}-{N}-{YYYY}", 2018, 1, "2018-1-2018"},
		{"no number part gives nothing", "R-{AAAA}", 2018, 1, ""},
	} {
		t.Run(row.name, func(t *testing.T) {
			if got := Format(row.pattern, row.year, row.number); got != row.want {
				t.Errorf("got %q, want %q", got, row.want)
			}
		})
	}
}

func TestNumberingValidate(t *testing.T) {
	set := func(p string) func(*Numbering) { return func(n *Numbering) { n.Action = p } }
	wantBroken(t, DefaultNumbering,
		broken[Numbering]{"accents and words are kept", set("Réf. action n° {NN} ({AAAA})"), "", ""},
		broken[Numbering]{"a pattern needs a year", set("A-{NN}"), FieldNumbers, ReasonPattern},
		broken[Numbering]{"a pattern needs a number", set("A-{AAAA}"), FieldNumbers, ReasonPattern},
		broken[Numbering]{"a pattern has one number", set("A-{AAAA}-{N}-{NN}"), FieldNumbers, ReasonPattern},
		broken[Numbering]{"a number is at most six wide", set("A-{AAAA}-{NNNNNNN}"), FieldNumbers, ReasonPattern},
		broken[Numbering]{"a part that is none is refused", set("A-{AAAA}-{MM}-{NN}"), FieldNumbers, ReasonPattern},
		broken[Numbering]{"a brace left open is refused", set("A-{AAAA}-{NN}-{"), FieldNumbers, ReasonPattern},
		broken[Numbering]{"an empty pattern is refused", set(""), FieldNumbers, ReasonPattern},
		broken[Numbering]{"a pattern is short", set("A-{AAAA}-{NN}-" + long(30)), FieldNumbers, ReasonPattern},
		broken[Numbering]{"two nouns never share a pattern", set("R-{AAAA}-{NN}"), FieldNumbers, ReasonDuplicate},
		broken[Numbering]{"nor the same under another year mark", set("R-{YYYY}-{NN}"), FieldNumbers, ReasonDuplicate},
		broken[Numbering]{"nor the same under another width", set("R-{AAAA}-{NNN}"), FieldNumbers, ReasonDuplicate},
	)
}

func TestReferencesAreDistinct(t *testing.T) {
	patterns := rapid.SampledFrom([]string{"R-{AAAA}-{NN}", "{N}/{YYYY}", "{NNN}{AAAA}", "{AAAA}{N}", "D{NNNN} ({YYYY})", "R-{YYYY}-{N}"})
	years, numbers := rapid.IntRange(1900, 2199), rapid.IntRange(1, 99_999)
	rapid.Check(t, func(t *rapid.T) {
		p := patterns.Draw(t, "pattern")
		y1, n1 := years.Draw(t, "year"), numbers.Draw(t, "number")
		y2, n2 := years.Draw(t, "other year"), numbers.Draw(t, "other number")
		if (Format(p, y1, n1) == Format(p, y2, n2)) != (y1 == y2 && n1 == n2) {
			t.Fatalf("%s gives %s for %d of %d and %s for %d of %d", p, Format(p, y1, n1), n1, y1, Format(p, y2, n2), n2, y2)
		}
	})
}
