package theme

import (
	"image/color"
	"math"
	"reflect"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// luminance is the relative luminance of WCAG 2.
func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	part := func(v uint32) float64 {
		x := float64(v) / 0xffff
		if x <= 0.03928 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return 0.2126*part(r) + 0.7152*part(g) + 0.0722*part(b)
}

func contrast(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

var backgrounds = map[string]struct {
	dark   bool
	colour color.Color
}{
	"dark":  {true, lipgloss.Color("#1e1e1e")},
	"light": {false, lipgloss.Color("#ffffff")},
}

func TestEveryRoleIsReadable(t *testing.T) {
	for name, background := range backgrounds {
		s := New(Options{Dark: background.dark})
		for r := range roles {
			c := s.Style(r).GetForeground()
			if _, none := c.(lipgloss.NoColor); none {
				continue
			}
			want := 4.5
			if r == Rule {
				want = 3
			}
			if got := contrast(c, background.colour); got < want {
				t.Errorf("%s, role %d: contrast %.2f, want at least %.1f", name, r, got, want)
			}
		}
	}
}

func TestMeaningsStayApartInSixteenColours(t *testing.T) {
	for name, background := range backgrounds {
		s := New(Options{Dark: background.dark})
		seen := map[ansi.BasicColor]Role{}
		for _, r := range []Role{Muted, Accent, Good, Warn, Bad} {
			c := ansi.Convert16(s.Style(r).GetForeground())
			if other, twice := seen[c]; twice {
				t.Errorf("%s: roles %d and %d both become colour %d", name, r, other, c)
			}
			seen[c] = r
		}
	}
}

func TestWithoutColourNothingIsColoured(t *testing.T) {
	s := New(Options{Dark: true, NoColor: true})
	for r := range roles {
		painted := s.Paint(r, "mot")
		if ansi.Strip(painted) != "mot" {
			t.Errorf("role %d changes the text: %q", r, painted)
		}
		if strings.Contains(painted, "38;") || strings.Contains(painted, "\x1b[3") || strings.Contains(painted, "\x1b[9") {
			t.Errorf("role %d has a colour: %q", r, painted)
		}
		if _, none := s.Style(r).GetForeground().(lipgloss.NoColor); !none {
			t.Errorf("role %d has a colour as a style", r)
		}
	}
	if s.Paint(Bad, "x") == "x" || s.Paint(Title, "x") == "x" {
		t.Error("what is bad and what is a title must still stand out")
	}
}

func TestPaintKeepsLinesApart(t *testing.T) {
	s := New(Options{Dark: true})
	painted := s.Paint(Bad, "a\nb")
	for _, line := range strings.Split(painted, "\n") {
		if !strings.HasPrefix(line, "\x1b[38;2;242;139;130m") || !strings.HasSuffix(line, "\x1b[m") {
			t.Errorf("the look runs over the line's end: %q", painted)
		}
	}
	for name, got := range map[string]string{
		"plain text": s.Paint(Text, "a"), "no text": s.Paint(Bad, ""),
		"no such role": s.Paint(roles, "a"), "no styles": Styles{}.Paint(Bad, "a"),
	} {
		if strings.Contains(got, "\x1b") {
			t.Errorf("%s is painted: %q", name, got)
		}
	}
}

func TestEveryGlyphIsOneCellAndHasAnASCIIForm(t *testing.T) {
	full, ascii := reflect.ValueOf(New(Options{}).Glyph), reflect.ValueOf(New(Options{ASCII: true}).Glyph)
	for i := range full.NumField() {
		name := full.Type().Field(i).Name
		if full.Field(i).String() == "" || ascii.Field(i).String() == "" {
			t.Errorf("%s is missing", name)
		}
		for _, r := range ascii.Field(i).String() {
			if r > '~' {
				t.Errorf("%s has no ASCII form", name)
			}
		}
		if strings.HasPrefix(name, "Key") {
			continue
		}
		if ansi.StringWidth(full.Field(i).String()) != 1 || len(ascii.Field(i).String()) != 1 {
			t.Errorf("%s is not one cell wide", name)
		}
	}
}

func TestStatesStayApart(t *testing.T) {
	for _, o := range []Options{{}, {ASCII: true}} {
		g := New(o).Glyph
		seen := map[string]bool{}
		for _, s := range []string{g.Open, g.Half, g.Blocked, g.Declared, g.Validated, g.Abandoned, g.Late} {
			if seen[s] {
				t.Errorf("%+v: two states share %q", o, s)
			}
			seen[s] = true
		}
	}
}
