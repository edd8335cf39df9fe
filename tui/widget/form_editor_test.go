package widget

import (
	"strings"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
)

func longField(name string, limit int) Field {
	return Field{Name: name, Label: name, Kind: FieldLong, Max: limit}
}

func TestLongTextIsHandedToAnEditor(t *testing.T) {
	p := typing(t, longField("texte", 0), Field{Name: "nom", Label: "nom"})
	p.write("un texte").press("ctrl+o")
	if m, ok := p.sent[len(p.sent)-1].(FormEditorMsg); !ok || m.Form != p.form.ID() || m.Field != "texte" || m.Text != "un texte" {
		t.Fatalf("asked for %+v", p.sent)
	}
	n := len(p.sent)
	if p.press("tab", "ctrl+o"); len(p.sent) != n {
		t.Errorf("a short text too: %+v", p.sent[n:])
	}
}

func TestRewriteIsAnEdit(t *testing.T) {
	p := typing(t, Field{Name: "nom", Label: "nom"}, longField("texte", 20))
	p.press("tab").write("avant").press("tab")
	p.form = p.form.Rewrite("texte", "après\r\n\tet\x1b[31m fin")
	if got := p.form.Values().Text("texte"); got != "après\n    et[31m fin" || p.form.Focused() != "texte" {
		t.Errorf("%q, in hand %q", got, p.form.Focused())
	}
	if p.press("ctrl+z"); p.form.Values().Text("texte") != "avant" {
		t.Errorf("undone: %q", p.form.Values().Text("texte"))
	}
	p.form = p.form.Rewrite("texte", strings.Repeat("a", 30))
	if got := p.form.Values().Text("texte"); got != strings.Repeat("a", 20) || !strings.Contains(p.form.View(), "texte coupé à 20") {
		t.Errorf("%q\n%s", got, p.form.View())
	}
	same := p.form.Rewrite("inconnu", "x")
	if !same.Alike(p.form) {
		t.Error("a field that is not there changes the form")
	}
}

func TestFormsThatHoldTheSame(t *testing.T) {
	p := typing(t, Field{Name: "nom", Label: "nom"}, longField("texte", 0), Field{Name: "choix", Label: "choix", Kind: FieldAnswer},
		Field{Name: "quoi", Label: "quoi", Kind: FieldLookups, Free: true})
	for _, change := range []func(){
		func() { p.write("a") }, func() { p.press("backspace").write("b") }, func() { p.press("tab") }, func() { p.write("long") },
		func() { p.press("tab") }, func() { p.press("right") }, func() { p.press("tab") },
		func() {
			p.form = p.form.Take("quoi", register.Option{Thing: committee.Thing{Kind: committee.KindPerson, ID: "1"}, Label: "Awa"})
		},
	} {
		before := p.form
		change()
		if !p.form.Alike(p.form) || p.form.Alike(before) {
			t.Errorf("not told apart after %q", p.form.Excerpt())
		}
	}
	resized := p.form.Resize(40, 10)
	if !resized.Alike(p.form) {
		t.Error("another size is another form")
	}
}

func TestExcerptIsWhatWasTypedFirst(t *testing.T) {
	awa := register.Option{Thing: committee.Thing{Kind: committee.KindPerson, ID: "1"}, Label: "Awa"}
	p := typing(t, Field{Name: "jour", Label: "jour", Kind: FieldDate, Value: "15/12/2017"}, Field{Name: "qui", Label: "qui", Kind: FieldLookup},
		Field{Name: "nom", Label: "nom", Value: "déjà là"}, longField("texte", 0))
	if got := p.form.Excerpt(); got != "" {
		t.Errorf("nothing typed: %q", got)
	}
	p.form = p.form.Take("qui", awa)
	if got := p.form.Excerpt(); got != "Awa" {
		t.Errorf("a thing taken: %q", got)
	}
	p.form = p.form.Focus("texte")
	if got := p.write("\x1b un\n  texte " + strings.Repeat("long ", 100)).form.Excerpt(); !strings.HasPrefix(got, "un   texte long") || len(got) > excerptMax {
		t.Errorf("a text: %q", got)
	}
}

// What the screens do at every key to know whether a draft is to be written.
func BenchmarkAlike(b *testing.B) {
	f := NewForm(FormConfig{Fields: []Field{longField("texte", 0)}, Words: formWords()}).Resize(80, 24)
	f = f.Rewrite("texte", strings.Repeat("é ", 100_000))
	typed, _ := f.Update(keyPress("left"))
	for range b.N {
		if !f.Alike(typed) {
			b.Fatal("not the same")
		}
	}
}

// What the one who writes drafts asks of a form, beside the screen.
func BenchmarkSnapshot(b *testing.B) {
	f := NewForm(FormConfig{Fields: []Field{longField("texte", 0)}, Words: formWords()}).Resize(80, 24)
	f = f.Rewrite("texte", strings.Repeat("é ", 100_000))
	for range b.N {
		if _, err := f.Snapshot(); err != nil {
			b.Fatal(err)
		}
	}
}
