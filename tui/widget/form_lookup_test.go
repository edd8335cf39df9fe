package widget

import (
	"context"
	"errors"
	"reflect"
	"strconv"
	"testing"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/internal/register"
)

func owner(change func(*Field)) []Field {
	f := Field{Name: "owner", Label: "Structure", Kind: FieldLookup, Complete: complete}
	if change != nil {
		change(&f)
	}
	return []Field{f, {Name: "next", Label: "Suite"}}
}

func TestALookupTakesTheThingInHand(t *testing.T) {
	for _, c := range []struct {
		typed string
		keys  []string
		want  string
		hand  string
	}{
		{"justice", []string{"enter"}, "justice", "owner"},
		{"justice", []string{"tab"}, "justice", "next"},
		{"SÉCURITE", []string{"tab"}, "securite", "next"},
		{"mini", []string{"down", "enter"}, "securite", "owner"},
		{"mini", []string{"down", "down", "up", "tab"}, "justice", "next"},
		{"oim", []string{"esc", "tab"}, "oim", "next"},
		{"Oi", []string{"esc", "tab"}, "", "next"},
		{"", []string{"space", "down", "down", "enter"}, "onudc", "owner"},
		{"", []string{"alt+down", "pgdown", "enter"}, "oim", "owner"},
		{"", []string{"tab"}, "", "next"},
	} {
		p := typing(t, owner(nil)...)
		p.write(c.typed).press(c.keys...)
		if got := p.form.Values().Thing("owner").ID; got != c.want {
			t.Errorf("%q %v takes %q, want %q", c.typed, c.keys, got, c.want)
		}
		p.inHand(c.hand)
	}
}

func TestEscapeClosesTheListOnly(t *testing.T) {
	p := typing(t, owner(nil)...)
	p.write("mini")
	p.shows("Ministère de la Sécurité")
	p.press("esc")
	p.hides("Ministère")
	p.shows("mini")
	if len(p.sent) > 0 || p.form.Mode() != FormLookup {
		t.Errorf("sent %v", p.sent)
	}
	p.press("esc")
	if len(p.sent) != 1 {
		t.Error("escape does not leave once the list is closed")
	}
}

func TestTextThatNamesNothingStaysAndIsMarked(t *testing.T) {
	p := typing(t, owner(nil)...)
	p.write("xyz")
	p.shows("rien de ce nom")
	p.press("tab")
	p.shows("xyz")
	p.shows("! inconnu : choisissez dans la liste")
	p.press("ctrl+s").inHand("owner")
	if len(p.sent) > 0 {
		t.Errorf("sent %v", p.sent)
	}
	p.press("ctrl+u", "ctrl+s").submitted()
}

func TestAFreeLookupKeepsItsText(t *testing.T) {
	p := typing(t, owner(func(f *Field) { f.Free = true })...)
	p.write("Mini").press("tab", "ctrl+s")
	v := p.submitted()
	if v.Text("owner") != "Mini" || !v.Thing("owner").Zero() || len(v.Options("owner")) != 1 {
		t.Errorf("owner %q %v", v.Text("owner"), v.Thing("owner"))
	}
	p = typing(t, owner(func(f *Field) { f.Free = true })...)
	p.write("oim").press("tab", "ctrl+s")
	if got := p.submitted().Thing("owner"); got != thing("oim") {
		t.Errorf("the very name of a thing is not that thing: %v", got)
	}
}

func TestTypingReplacesTheThingTaken(t *testing.T) {
	p := typing(t, owner(func(f *Field) { f.Chosen = institutions[:1] })...)
	p.press("tab", "up", "space")
	p.shows("▸ Ministère de la Justice")
	p.press("tab", "up")
	if got := p.form.Values().Thing("owner"); got != thing("justice") {
		t.Errorf("looking at the list changes the thing to %v", got)
	}
	p.write("onu").press("enter")
	if got := p.form.Values().Thing("owner"); got != thing("onudc") {
		t.Errorf("takes %v:\n%s", got, p.frame())
	}
	p.press("backspace")
	if v := p.form.Values(); v.Text("owner") != "" || !v.Thing("owner").Zero() {
		t.Errorf("one erase leaves %q", v.Text("owner"))
	}
	p.press("ctrl+z")
	if got := p.form.Values().Text("owner"); got != "ONUDC" {
		t.Errorf("undo brings back %q", got)
	}
	p.press("left", "right", "backspace")
	if v := p.form.Values(); v.Text("owner") != "ONUD" || !v.Thing("owner").Zero() {
		t.Errorf("a changed label still names the thing: %q %v", v.Text("owner"), v.Thing("owner"))
	}
}

func TestLookupsHoldSeveralThings(t *testing.T) {
	p := typing(t, Field{Name: "s", Label: "Appui", Kind: FieldLookups, Complete: complete}, Field{Name: "z", Label: "Z"})
	p.write("onudc").press("enter").write("oim").press("enter").write("onudc").press("tab")
	p.shows("[ONUDC] [OIM]")
	p.press("up").write("just").press("tab", "ctrl+s")
	want := []string{"onudc", "oim", "justice"}
	var got []string
	for _, th := range p.submitted().Things("s") {
		got = append(got, th.ID)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("things %v, want %v", got, want)
	}
	p.form = p.form.Busy(false).Focus("s")
	p.press("backspace", "backspace")
	if n := len(p.form.Values().Things("s")); n != 1 {
		t.Errorf("%d things left, want 1", n)
	}
	p.press("enter").inHand("z")
}

func TestLookupsFreeText(t *testing.T) {
	p := typing(t, Field{Name: "s", Label: "Appui", Kind: FieldLookups, Complete: complete, Free: true})
	p.write("Les communes").press("enter").write("oim").press("ctrl+s")
	v := p.submitted()
	if o := v.Options("s"); len(o) != 2 || o[0].Label != "Les communes" || o[1].Thing != thing("oim") || len(v.Things("s")) != 1 {
		t.Errorf("options %v", o)
	}
}

func TestOneQuestionAtATimeAndStaleAnswersAreDropped(t *testing.T) {
	var asked []string
	ask := func(ctx context.Context, typed string) ([]register.Option, error) {
		asked = append(asked, typed)
		return complete(ctx, typed)
	}
	p := typing(t, owner(func(f *Field) { f.Complete = ask })...)
	p.hold = true
	p.write("oim")
	if len(p.held) != 1 {
		t.Fatalf("%d questions at once", len(p.held))
	}
	p.shows("recherche…")
	p.answer()
	if !reflect.DeepEqual(asked, []string{"o", "oim"}) {
		t.Errorf("asked %q", asked)
	}
	p.shows("▸ OIM")
	p.hides("ONUDC")

	// An answer for a list that was closed opens nothing.
	p.press("backspace", "esc")
	p.answer()
	p.hides("▸")
	// Nor does the answer of another form.
	f, _ := p.form.Update(completedMsg{form: p.form.id + 1, field: "owner", question: p.form.entries[0].list.question, options: institutions})
	p.form = f
	p.hides("ONUDC")
}

func TestLeavingBeforeTheAnswerTakesWhatItBrings(t *testing.T) {
	for _, c := range []struct{ typed, id, shown string }{
		{"just", "justice", "Ministère de la Justice"},
		{"zzz", "", "! inconnu"},
	} {
		p := typing(t, owner(nil)...)
		p.hold = true
		p.write(c.typed).press("tab").inHand("next")
		p.hides("! inconnu")
		p.answer()
		p.inHand("next")
		p.shows(c.shown)
		if got := p.form.Values().Thing("owner").ID; got != c.id {
			t.Errorf("%q takes %q", c.typed, got)
		}
	}
}

func TestASubmitWaitsForAnswers(t *testing.T) {
	p := typing(t, owner(nil)...)
	p.hold = true
	p.write("just").press("ctrl+s").write("zzz")
	if len(p.sent) > 0 || p.form.Mode() != FormBusy {
		t.Fatal("the form does not wait")
	}
	p.answer()
	p.hold = false
	for _, c := range p.held {
		p.run(c)
	}
	if got := p.submitted().Thing("owner"); got != thing("justice") {
		t.Errorf("submitted %v", got)
	}

	p = typing(t, owner(nil)...)
	p.hold = true
	p.write("just").press("ctrl+s", "esc").write("i")
	p.answer()
	if len(p.sent) > 0 || p.form.Values().Text("owner") != "justi" {
		t.Errorf("escape does not give the submit up: %v", p.sent)
	}
}

func TestACompletionThatFailsSaysSo(t *testing.T) {
	broken := func(context.Context, string) ([]register.Option, error) { return nil, errors.New("base fermée") }
	p := typing(t, owner(func(f *Field) { f.Complete = broken })...)
	p.write("x")
	p.shows("! base fermée")
	p.press("tab")
	p.shows("! base fermée")
	p.shows("x")
	p.press("ctrl+s").inHand("owner")
	if len(p.sent) > 0 {
		t.Errorf("sent %v", p.sent)
	}
}

func TestCompletionMayDependOnOtherFields(t *testing.T) {
	var of committee.Thing
	fields := owner(nil)
	fields[1] = Field{Name: "function", Label: "Fonction", Kind: FieldLookup, CompleteWith: func(_ context.Context, _ string, v Values) ([]register.Option, error) {
		of = v.Thing("owner")
		return nil, nil
	}}
	p := typing(t, fields...)
	p.write("oim").press("tab").write("s")
	if of != thing("oim") {
		t.Errorf("asked of %v", of)
	}
}

func TestALongListScrolls(t *testing.T) {
	many := func(context.Context, string) ([]register.Option, error) {
		var all []register.Option
		for i := range 50 {
			all = append(all, register.Option{Thing: thing(strconv.Itoa(i)), Label: "choix " + strconv.Itoa(i)})
		}
		return all, nil
	}
	p := typing(t, owner(func(f *Field) { f.Complete = many })...)
	p.write("c")
	p.shows("choix 5")
	p.hides("choix 6")
	for range 8 {
		p.press("down")
	}
	p.shows("▸ choix 8")
	p.hides("choix 2")
	p.press("enter")
	if got := p.form.Values().Thing("owner").ID; got != "8" {
		t.Errorf("took %q", got)
	}
}

func TestWhatIsMissingCanBeMadeAndHandedBack(t *testing.T) {
	p := typing(t, owner(func(f *Field) { f.New = true })...)
	p.write("CNLTP")
	p.shows("ctrl+n créer « CNLTP »")
	p.press("ctrl+n")
	if want := []tea.Msg{FormNewMsg{Form: p.form.ID(), Field: "owner", Typed: "CNLTP"}}; !reflect.DeepEqual(p.sent, want) {
		t.Fatalf("sent %v", p.sent)
	}
	p.sent = nil
	p.form = p.form.Take("owner", register.Option{Thing: thing("new"), Label: "Cellule nationale"})
	p.shows("Cellule nationale")
	p.press("tab", "ctrl+s")
	if got := p.submitted().Thing("owner"); got != thing("new") {
		t.Errorf("submitted %v", got)
	}
	p = typing(t, owner(nil)...)
	p.press("ctrl+n")
	if len(p.sent) > 0 {
		t.Errorf("a field that offers nothing new sent %v", p.sent)
	}
}
