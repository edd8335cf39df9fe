package widget

import (
	"strings"
	"testing"

	"suivi/internal/text"
	"suivi/tui/theme"
)

func marked(spans []Span) string {
	var b strings.Builder
	for _, s := range spans {
		b.WriteString(s.Marked())
	}
	return b.String()
}

func TestWordDiff(t *testing.T) {
	for _, c := range []struct{ before, after, want string }{
		{"", "", ""},
		{"même texte", "même texte", "même texte"},
		{"", "nouveau", "{+nouveau+}"},
		{"ancien", "", "[-ancien-]"},
		{"Désigner un point focal", "Nommer un point focal", "[-Désigner-]{+Nommer+} un point focal"},
		{"adoptée, puis signée", "adoptée puis signée", "adoptée[-,-] puis signée"},
		{"le secrétaire général signe", "la directrice générale signe", "[-le secrétaire général-]{+la directrice générale+} signe"},
		{"dans l’article 1", "dans l’article 2", "dans l’article [-1-]{+2+}"},
		{"e\u0301cole", "école", "école"},
	} {
		if got := marked(WordDiff(c.before, c.after)); got != c.want {
			t.Errorf("from %q to %q: %s, want %s", c.before, c.after, got, c.want)
		}
	}
}

func FuzzWordDiff(f *testing.F) {
	f.Add("Le comité désigne un point focal.\nIl siège à Bamako.", "Le comité nomme deux points focaux.\n\nIl siège ici.")
	f.Fuzz(func(t *testing.T, before, after string) {
		var was, is strings.Builder
		for _, s := range WordDiff(before, after) {
			if s.Role != theme.Added {
				was.WriteString(s.Text)
			}
			if s.Role != theme.Removed {
				is.WriteString(s.Text)
			}
		}
		if was.String() != text.Body(before) || is.String() != text.Body(after) {
			t.Errorf("from %q to %q: the spans make %q and %q", before, after, was.String(), is.String())
		}
	})
}
