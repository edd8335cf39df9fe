package tui_test

import (
	"slices"
	"strings"
	"testing"
	"testing/synctest"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/tui"
)

// wide is a window in which the footer holds every key that it may show.
var wide = struct{ width, height int }{300, 50}

// still runs a test on a clock of its own: waiting for the cursor to rest
// takes no time.
func still(t *testing.T, name string, run func(t *testing.T)) {
	t.Helper()
	t.Run(name, func(t *testing.T) {
		t.Helper()
		synctest.Test(t, run)
	})
}

// everyScreen runs a test on each screen of the list, in a window of that size.
func everyScreen(t *testing.T, width, height int, loc *i18n.Locale, run func(t *testing.T, open func() *user)) {
	t.Helper()
	for _, sc := range swept(screens) {
		still(t, sc.name, func(t *testing.T) {
			run(t, func() *user { return screen(t, sc.name, width, height, loc) })
		})
	}
}

// swept are the scenes that a sweep goes through: all of them, or one in ten
// when the tests are asked to be short.
func swept(all ...[]scene) []scene {
	scenes := slices.Concat(all...)
	if !testing.Short() {
		return scenes
	}
	var some []scene
	for i := 0; i < len(scenes); i += 10 {
		some = append(some, scenes[i])
	}
	return some
}

// screen opens one of the screens by its name.
func screen(t testing.TB, name string, width, height int, loc *i18n.Locale, change ...func(*tui.Config)) *user {
	t.Helper()
	for _, sc := range screens {
		if sc.name == name {
			return visit(t, sc.pack, width, height, loc, change...).press(sc.keys...).typeKeys(sc.typed)
		}
	}
	t.Fatalf("no screen is called %s", name)
	return nil
}

func french() *i18n.Locale { return i18n.For(committee.French) }

// rows are the rows of the frame, ordinary spaces for the others.
func (u *user) rows() []string {
	frame := strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(u.frame())
	return strings.Split(strings.TrimSuffix(frame, "\n"), "\n")
}

// title is the first row, where one is and how many rows there are.
func (u *user) title() string { return u.rows()[0] }

// said is the notice above the footer; it may take several rows.
func (u *user) said() string {
	rows := u.rows()
	for i := len(rows) - 2; i > max(len(rows)-6, 0); i-- {
		if strings.HasPrefix(rows[i], " ! ") || strings.HasPrefix(rows[i], " ✓ ") {
			parts := strings.Fields(strings.Trim(strings.Join(rows[i:len(rows)-1], " "), " ─"))
			return strings.TrimRight(strings.Join(parts, " "), " ─")
		}
	}
	return ""
}

// refusal is what the screen answers to a key that cannot act; else empty.
func (u *user) refusal() string {
	if said := u.said(); strings.HasPrefix(said, "! ") {
		return strings.TrimPrefix(said, "! ")
	}
	return ""
}

// chosen is the row with the marker, the lowest when a prompt stands under a
// list; empty when there is none. A row that takes several lines is marked on
// each: the first is meant.
func (u *user) chosen() string {
	rows := u.rows()
	marked := func(i int) bool { return i >= 0 && strings.Contains(rows[i], "▌ ") }
	for i := len(rows) - 1; i >= 0; i-- {
		if marked(i) && !marked(i-1) {
			_, after, _ := strings.Cut(rows[i], "▌ ")
			return strings.TrimSpace(after)
		}
	}
	return ""
}

// footer lists the keys of the last row, with their words; the key called échap
// in French is esc.
func (u *user) footer() map[string]string {
	rows, keys := u.rows(), map[string]string{}
	for _, part := range strings.Split(rows[len(rows)-1], "  ") {
		if k, word, ok := strings.Cut(strings.TrimSpace(part), " "); ok {
			keys[strings.NewReplacer("échap", "esc", "maj+tab", "shift+tab").Replace(k)] = word
		}
	}
	return keys
}

// shown are the keys of the footer, in order.
func (u *user) shown() []string {
	var keys []string
	for k := range u.footer() {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// hit presses a key as the footer and the help write it.
func (u *user) hit(shown string) *user {
	u.t.Helper()
	switch shown {
	case "↑↓":
		before := u.frame()
		if u.press("down"); u.frame() != before {
			return u
		}
		return u.press("up")
	case "←→":
		return u.press("right")
	case "⏎":
		return u.press("enter")
	case "f1":
		u.send(tea.KeyPressMsg{Code: tea.KeyF1})
		return u
	case "pgdn":
		return u.press("pgdown")
	case "0-8":
		return u.press("8")
	case "gg":
		return u.press("g", "g")
	}
	return u.press(shown)
}

// back returns to what was seen before: screens are values.
func (u *user) back(before tea.Model) *user {
	u.model, u.quit = before, false
	return u
}

// fits tells whether the frame is exactly as tall as the window and no row
// wider.
func (u *user) fits(width, height int) {
	u.t.Helper()
	rows := strings.Split(u.raw(), "\n")
	if len(rows) != height {
		u.t.Errorf("%d×%d: the frame has %d rows:\n%s", width, height, len(rows), u.frame())
		return
	}
	for i, row := range rows {
		if w := ansi.StringWidth(row); w > width {
			u.t.Errorf("%d×%d: row %d is %d columns wide:\n%s", width, height, i+1, w, ansi.Strip(row))
		}
	}
}

func (u *user) paste(s string) *user {
	u.send(tea.PasteMsg{Content: s})
	return u
}

// unread presses a key and goes on before the list had the time to read what
// was chosen.
func (u *user) unread(name string) *user {
	u.t.Helper()
	next, _ := u.model.Update(named[name])
	u.model = next
	return u
}
