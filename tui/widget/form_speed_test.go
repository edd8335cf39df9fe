package widget

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestAMegabytePastedIsCutAndGoesOnBeingEdited(t *testing.T) {
	for name, s := range map[string]string{
		"lines":     strings.Repeat("Saisir le décret de création du Comité.\n", 26000),
		"one line":  strings.Repeat("Saisir le décret de création du Comité. ", 26000),
		"one word":  strings.Repeat("é", 500_000),
		"tone mark": strings.Repeat("ɛ\u0300", 260_000),
	} {
		for _, kind := range []FieldKind{FieldLong, FieldLine} {
			p := typing(t, Field{Name: "n", Label: "N", Kind: kind}).paste(s)
			p.shows("! texte coupé à")
			if n := utf8.RuneCountInString(p.form.Values().Text("n")); n < 490 || n > longMax {
				t.Errorf("%s: %d characters kept", name, n)
			}
			p.press("ctrl+end", "backspace").write("à")
			if text := p.form.Values().Text("n"); !strings.HasSuffix(text, "à") {
				t.Errorf("%s: the last letter typed is lost", name)
			}
		}
	}
}

// BenchmarkPasteOfAMegabyte is a paste far beyond what a field takes.
func BenchmarkPasteOfAMegabyte(b *testing.B) {
	s := strings.Repeat("Saisir le décret de création du Comité.\n", 26000)
	for b.Loop() {
		typing(b, Field{Name: "n", Label: "N", Kind: FieldLong}).paste(s)
	}
}

// BenchmarkKeyInALongText is one letter typed in the longest text a form
// takes, and the frame drawn after it.
func BenchmarkKeyInALongText(b *testing.B) {
	for name, s := range map[string]string{
		"lines":    strings.Repeat("Saisir le décret de création du Comité.\n", 5000),
		"one line": strings.Repeat("Saisir le décret de création du Comité. ", 5000),
		"marks":    strings.Repeat("ɛ\u0300", 100_000),
	} {
		b.Run(name, func(b *testing.B) {
			fields := actionFields()
			fields[len(fields)-1].Value = s
			fields[len(fields)-1].Max = 2 * longMax
			p := typing(b, fields...)
			p.form = p.form.Focus("notes")
			for b.Loop() {
				p.write("à")
				_ = p.form.View()
			}
		})
	}
}

// BenchmarkKeyInAForm is one letter typed in an ordinary form.
func BenchmarkKeyInAForm(b *testing.B) {
	p := typing(b, actionFields()...)
	for b.Loop() {
		p.write("à").press("backspace")
		_ = p.form.View()
	}
}
