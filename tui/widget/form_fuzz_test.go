package widget

import (
	"encoding/json"
	"testing"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/text"
)

var fuzzKeys = []string{
	"tab", "shift+tab", "enter", "esc", "up", "down", "left", "right", "home", "end", "pgup", "pgdown",
	"backspace", "delete", "space", "alt+down", "ctrl+a", "ctrl+e", "ctrl+k", "ctrl+u", "ctrl+w", "ctrl+z",
	"alt+b", "alt+f", "ctrl+n", "ctrl+p", "ctrl+t", "ctrl+v", "ctrl+s", "ctrl+c",
}

// drafted is what each field of a form holds.
func drafted(t *testing.T, f Form) map[string]any {
	t.Helper()
	data, err := f.Snapshot()
	if err != nil {
		t.Fatal(err)
	}
	var d struct{ Fields map[string]any }
	if err := json.Unmarshal(data, &d); err != nil {
		t.Fatal(err)
	}
	return d.Fields
}

// named tells whether was, text left in a lookup, is the very name of what is
// holds: ctrl+s makes a thing of it, also when another field is in hand.
func named(was, is any) bool {
	before, _ := was.(map[string]any)
	after, _ := is.(map[string]any)
	typed, _ := before["text"].(string)
	taken, _ := after["taken"].([]any)
	if typed == "" || len(taken) == 0 {
		return false
	}
	last, _ := taken[len(taken)-1].(map[string]any)
	label, _ := last["label"].(string)
	return text.Fold(typed) == text.Fold(label)
}

// FuzzForm presses any keys and pastes anything: nothing panics, and a key
// never changes what stands in a field that was not in hand.
func FuzzForm(f *testing.F) {
	f.Add([]byte("\x00\x00jus\x02\x00\x1c\x04"), 80, 20)
	f.Add([]byte{0, 'm', 'i', 5, 5, 2, 0, 'o', 2, 12, 12, 12, 0, 6, 7, 28, 28, 0xfe, 3, 3}, 30, 5)
	f.Add([]byte{0xff, 0, 0xff, 0, 0xff, 28, 3, 0xfd, 24, 14, 5, 2}, 3, 2)
	// A list that SetError turned away from, and then a save.
	f.Add([]byte("\x00A\xfd\x1c0"), 118, -44)
	f.Fuzz(func(t *testing.T, script []byte, w, h int) {
		p := typing(t, actionFields()...)
		p.form = p.form.Resize(w%200, h%60)
		for _, b := range script[:min(len(script), 200)] {
			hand, before := p.form.Focused(), drafted(t, p.form)
			p.fuzz(b)
			_ = p.form.View()
			for name, held := range drafted(t, p.form) {
				was, _ := json.Marshal(before[name])
				is, _ := json.Marshal(held)
				if name != hand && string(was) != string(is) && !named(before[name], held) {
					t.Fatalf("%q in hand, %q went from %s to %s", hand, name, was, is)
				}
			}
			if p.form.entries[p.form.at].hidden {
				t.Fatal("a hidden field is in hand")
			}
		}
	})
}

func (p *typist) fuzz(b byte) {
	switch {
	case int(b) < len(fuzzKeys):
		p.press(fuzzKeys[b])
	case b == 0xff:
		p.paste("ministère\nde la \x1b[31mjustice\u0301")
	case b == 0xfe:
		p.form = p.form.Busy(false)
	case b == 0xfd:
		p.form = p.form.SetError("cost", "refusé")
	case b >= 0xf0:
		p.form = p.form.Resize(int(b-0xf0)*7, int(b-0xf0)*3)
	default:
		p.send(tea.KeyPressMsg{Code: rune(b), Text: string(rune(b))})
	}
}
