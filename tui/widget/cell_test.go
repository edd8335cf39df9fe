package widget

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"suivi/tui/theme"
)

func TestFit(t *testing.T) {
	for _, c := range []struct {
		s     string
		w     int
		right bool
		want  string
	}{
		{"été", 5, false, "été  "},
		{"été", 5, true, "  été"},
		{"e\u0301te\u0301", 4, false, "e\u0301te\u0301 "},
		{"échéance", 5, false, "éché…"},
		{"échéance", 1, false, "…"},
		{"échéance", 0, false, ""},
		{"漢字漢字", 4, false, "漢… "},
		{"", 2, true, "  "},
	} {
		if got := fit(c.s, c.w, c.right); got != c.want {
			t.Errorf("fit(%q, %d) is %q, want %q", c.s, c.w, got, c.want)
		}
	}
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		s    string
		w    int
		want []string
	}{
		{"", 5, []string{""}},
		{"un deux trois", 8, []string{"un deux", "trois"}},
		{"un deux trois", 7, []string{"un deux", "trois"}},
		{"a\n\nb ", 5, []string{"a", "", "b"}},
		{"  retrait ici", 9, []string{"  retrait", "ici"}},
		{"anticonstitutionnellement oui", 10, []string{"anticonsti", "tutionnell", "ement oui"}},
		{"prix : 200\u202f000\u202fFCFA net", 14, []string{"prix :", "200\u202f000\u202fFCFA", "net"}},
		{"vraiment\u00a0? oui", 8, []string{"vraiment", "\u00a0? oui"}},
		{"漢字", 1, []string{"漢", "字"}},
	} {
		if got := wrap(c.s, c.w); !slices.Equal(got, c.want) {
			t.Errorf("wrap(%q, %d) is %q, want %q", c.s, c.w, got, c.want)
		}
	}
}

func FuzzWrap(f *testing.F) {
	f.Add("Le comité, réuni à Bamako\n le 30", 7)
	f.Fuzz(func(t *testing.T, s string, w int) {
		w = 2 + (w%100+100)%100
		kept := func(s string) string { return strings.NewReplacer(" ", "", "\n", "").Replace(s) }
		lines := wrap(s, w)
		if got := kept(strings.Join(lines, "")); got != kept(s) {
			t.Errorf("wrapping %q loses words: %q", s, lines)
		}
		for _, l := range lines {
			if strings.ContainsFunc(l, func(r rune) bool { return r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 || r == '\ufffd' }) {
				return // only cleaned text has a width to speak of
			}
			if width(l) > w {
				t.Errorf("a line of %d cells in %d: %q", width(l), w, l)
			}
		}
	})
}

func TestBar(t *testing.T) {
	st := theme.New(theme.Options{Dark: true})
	for _, c := range []struct {
		percent, expected int
		want              string
	}{
		{0, -1, "░░░░░░░░░░"},
		{1, -1, "█░░░░░░░░░"},
		{50, 80, "█████░░░┊░"},
		{80, 50, "█████┊██░░"},
		{99, -1, "█████████░"},
		{100, -1, "██████████"},
		{100, 100, "█████████┊"},
		{-5, 0, "┊░░░░░░░░░"},
		{500, 500, "█████████┊"},
	} {
		if got := ansi.Strip(Bar(st, 10, c.percent, c.expected)); got != c.want {
			t.Errorf("%d %%, %d expected is %s, want %s", c.percent, c.expected, got, c.want)
		}
	}
	if got := Bar(theme.New(theme.Options{ASCII: true, NoColor: true}), 6, 50, 80); ansi.Strip(got) != "###.|." {
		t.Errorf("in ASCII: %s", got)
	}
	for w := range 12 {
		if got := ansi.StringWidth(Bar(st, w, 40, 60)); got != w {
			t.Errorf("a bar of %d cells takes %d", w, got)
		}
	}
}
