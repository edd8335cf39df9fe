package tui_test

import (
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/draft"
	"suivi/tui"
)

// What a key costs in a text of 200,000 characters, with its draft kept and
// without: keeping it must not be felt.
func BenchmarkKeyInALongText(b *testing.B) {
	for _, kept := range []bool{false, true} {
		b.Run(map[bool]string{false: "no draft", true: "draft kept"}[kept], func(b *testing.B) {
			u := visit(b, "empty", 80, 24, french(), func(c *tui.Config) {
				if kept {
					c.Drafts = draft.Open(c.Path, []string{filepath.Join(b.TempDir(), "brouillons")})
					b.Cleanup(c.Drafts.Close)
				}
			})
			u.press("2", "n").send(tea.PasteMsg{Content: strings.Repeat("un texte ", 22_000)})
			b.ResetTimer()
			for i := range b.N {
				u.press(map[bool]string{true: "x", false: "backspace"}[i%2 == 0])
			}
		})
	}
}
