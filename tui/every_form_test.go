package tui_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"suivi/tui"
)

// inForm tells whether a form or a prompt has the keys.
func (u *user) inForm() bool { return u.footer()["ctrl+s"] != "" }

// inHand is the label of the field in hand.
func (u *user) inHand() string {
	label, _, _ := strings.Cut(u.chosen(), "  ")
	return label
}

// fields goes once through the fields of the form in front, and does something
// in each; it gives their labels.
func (u *user) fields(do func(label string)) []string {
	u.t.Helper()
	var labels []string
	for range 60 {
		label := u.inHand()
		if len(labels) > 0 && label == labels[0] {
			return labels
		}
		labels = append(labels, label)
		do(label)
		u.press("tab")
	}
	u.t.Fatalf("the form has no end:\n%s", u.frame())
	return nil
}

// neverForms are the keys of the footer that open no form.
var neverForms = []string{"L", "q", "?", "g", "esc", "↑↓", "⏎", "/", "f", "tab", ":", "u", "ctrl+r"}

// everyForm runs a test on each form and each prompt that the screens kept as
// golden frames are, or open with a key of theirs; those with the same fields
// count once.
func everyForm(t *testing.T, run func(t *testing.T, u *user), change ...func(*tui.Config)) {
	t.Helper()
	seen := map[string]bool{}
	found := func(u *user) bool {
		if !u.inForm() {
			return false
		}
		form := u.model
		fields := strings.Join(u.fields(func(string) {}), "|")
		u.back(form)
		fresh := !seen[fields]
		seen[fields] = true
		return fresh
	}
	for _, sc := range swept(screens, forms) {
		still(t, sc.name, func(t *testing.T) {
			open := func() *user { return screenOf(t, sc, wide.width, wide.height, change...) }
			u := open()
			if u.inForm() {
				if found(u) {
					run(t, u)
				}
				return
			}
			page := u.model
			for _, key := range slices.Sorted(maps.Keys(u.footer())) {
				if slices.Contains(neverForms, key) {
					continue
				}
				if u.hit(key); found(u) {
					run(t, u)
					u = open()
					page = u.model
				}
				u.back(page)
			}
		})
	}
	if len(seen) < 30 && !testing.Short() {
		t.Errorf("only %d forms were found", len(seen))
	}
}

// screenOf opens a scene.
func screenOf(t testing.TB, sc scene, width, height int, change ...func(*tui.Config)) *user {
	t.Helper()
	return visit(t, sc.pack, width, height, french(), change...).press(sc.keys...).typeKeys(sc.typed)
}
