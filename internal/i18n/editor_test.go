package i18n

import (
	"testing"

	"suivi/internal/editor"
)

func TestEveryTroubleOfAnEditorHasWords(t *testing.T) {
	for name, words := range bothLanguages {
		for _, trouble := range editor.Troubles {
			if words.Editor.Troubles[trouble] == "" {
				t.Errorf("%s has no words for %q", name, trouble)
			}
		}
		if n := len(words.Editor.Troubles); n != len(editor.Troubles) {
			t.Errorf("%s words %d troubles, there are %d", name, n, len(editor.Troubles))
		}
	}
}
