package tui_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// spoil is what somebody, or a failing disk, may do to the values of a draft.
type spoil struct {
	name string
	with func(v any) any
}

// everywhere applies a change to every value of some kind, keys aside.
func everywhere(v any, change func(any) any) any {
	switch v := v.(type) {
	case map[string]any:
		for k := range v {
			if k != "form" && k != "step" {
				v[k] = everywhere(v[k], change)
			}
		}
		return change(v)
	case []any:
		for i := range v {
			v[i] = everywhere(v[i], change)
		}
		return change(v)
	}
	return change(v)
}

const vicious = "A\x1b]0;VOL\x07B\x1b[31mC\u009b32mE\u202eG\u200bI\x9dM\x1bP 1/0 9999-12-31"

// spoils are those of single values, then those of the draft as a whole.
func spoils() []spoil {
	each := func(change func(any) any) func(any) any {
		return func(v any) any { return everywhere(v, change) }
	}
	number := func(n float64) func(any) any {
		return each(func(v any) any {
			if _, ok := v.(float64); ok {
				return n
			}
			return v
		})
	}
	return append(wholeSpoils(),
		spoil{"texts that act on the terminal", each(func(v any) any {
			if _, ok := v.(string); ok {
				return vicious
			}
			return v
		})},
		spoil{"dates at the end of time", each(func(v any) any {
			if s, ok := v.(string); ok && len(s) == 10 && s[4] == '-' {
				return "9999-12-31"
			}
			return v
		})},
		spoil{"lists of nothing", each(func(v any) any {
			if l, ok := v.([]any); ok && len(l) > 0 {
				if f, form := l[0].(map[string]any); !form || f["form"] == nil {
					return []any{nil, nil}
				}
			}
			return v
		})},
		spoil{"numbers without measure", number(2e9)},
		spoil{"numbers below zero", number(-1)},
		spoil{"numbers that are none", number(1e300)},
	)
}

func wholeSpoils() []spoil {
	part := func(name string, value any) func(any) any {
		return func(v any) any {
			if all, ok := v.(map[string]any); ok {
				for _, f := range all["forms"].([]any) {
					f.(map[string]any)[name] = value
				}
			}
			return v
		}
	}
	return []spoil{
		{"no forms", func(any) any { return map[string]any{} }},
		{"no body", func(any) any { return nil }},
		{"a body of another kind", func(any) any { return []any{1, "deux"} }},
		{"another form", part("form", "inconnue")},
		{"another noun", part("form", "meeting")},
		{"another step", part("step", "s")},
		{"no seed", part("seed", nil)},
		{"a seed of another kind", part("seed", []any{"x"})},
		{"nothing typed", part("typed", nil)},
		{"typed otherwise", part("typed", "texte")},
		{"typed in a field that is not there", part("typed", map[string]any{"focus": "x", "fields": map[string]any{"x": map[string]any{"text": "y"}}})},
		{"a lent file elsewhere", part("lent", map[string]any{"field": "text", "file": "../../../etc/passwd"})},
		{"one form in the other without end", func(v any) any {
			all := v.(map[string]any)
			for range 30 {
				all["forms"] = append(all["forms"].([]any), all["forms"].([]any)[0])
			}
			return all
		}},
		{"a prompt under a form", func(v any) any {
			all := v.(map[string]any)
			all["forms"] = append(all["forms"].([]any), map[string]any{"form": "action", "seed": map[string]any{}, "typed": map[string]any{}})
			return all
		}},
	}
}

// A draft may be anything: what cannot be resumed is kept and said, and the
// screens go on.
func TestDraftThatWasAltered(t *testing.T) {
	for _, o := range []scene{
		{name: "a recommendation", pack: "example", keys: []string{"2", "e"}},
		{name: "an agenda item of a workshop", pack: "example", keys: strings.Fields(aWorkshop + " i")},
		{name: "somebody represented", pack: "example", keys: []string{"1", "down", "R", "x", "enter", "o", "y", "r"}},
		{name: "a matter that is blocked", pack: "example", keys: []string{"1", "o", "enter", "o", "b"}},
		{name: "a vote", pack: "example", keys: []string{"1", "o", "enter", "v"}},
		{name: "a wording", pack: "example", keys: []string{"1", "o", "enter", "r", "x", "enter", "esc", "B", "e"}},
		{name: "an adjournment", pack: "example", keys: []string{"1", "o", "enter", "C", "C", "enter"}},
		{name: "a mandate", pack: "example", keys: []string{"6", "tab", "enter", "m"}},
		{name: "the committee", pack: "example", keys: []string{"8", "e"}},
		{name: "an end of mandate", pack: "example", keys: []string{"6", "tab", "tab", "enter", "down", "t"}},
	} {
		still(t, o.name, func(t *testing.T) {
			s := sits(t, o.pack, 80, 24).press(o.keys...).write("2").press("tab").write("2").wantKept(1)
			s.keeper.Close()
			path := s.kept()[0]
			good, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			for _, bad := range spoils() {
				if err := os.WriteFile(path, altered(t, good, bad), 0o600); err != nil {
					t.Fatal(err)
				}
				s.starts()
				if s.sees(offered).harmless(bad.name); strings.Contains(s.press("enter").frame(), "ne peut pas être rouverte") {
					s.misses(offered)
				}
				s.harmless(bad.name).press("tab", "shift+tab", "ctrl+s").harmless(bad.name)
				s.keeper.Close()
				clear(t, s.folder)
				if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// altered is a draft whose head says what it said, and whose body is spoiled.
func altered(t *testing.T, good []byte, bad spoil) []byte {
	t.Helper()
	var all map[string]any
	if err := json.Unmarshal(good, &all); err != nil {
		t.Fatal(err)
	}
	all["body"] = bad.with(all["body"])
	if strings.HasPrefix(bad.name, "texts") {
		head := all["head"].(map[string]any)
		head["title"], head["words"], head["by"] = vicious, vicious, vicious
	}
	out, err := json.Marshal(all)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// clear removes what lies in a folder, what was set aside too.
func clear(t *testing.T, folder string) {
	t.Helper()
	if err := os.RemoveAll(folder); err != nil {
		t.Fatal(err)
	}
}

// harmless wants nothing of a hostile text in what is sent to the terminal.
func (s *sitter) harmless(what string) *sitter {
	s.t.Helper()
	raw := s.raw()
	for _, bad := range []string{"\x1b]", "\x1b[31m", "\u009b", "\u202e", "\u200b", "\x9dM", "\x1bP"} {
		if strings.Contains(raw, bad) {
			s.t.Errorf("%s: %q reaches the terminal:\n%s", what, bad, s.frame())
		}
	}
	return s
}
