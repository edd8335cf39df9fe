package widget

import (
	"reflect"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/internal/register"
)

func lines(names ...string) []Field {
	var fields []Field
	for _, n := range names {
		fields = append(fields, Field{Name: n, Label: strings.ToUpper(n), Kind: FieldLine})
	}
	return fields
}

func TestMovingThroughAForm(t *testing.T) {
	for _, c := range []struct{ from, key, to string }{
		{"a", "tab", "b"},
		{"a", "enter", "b"},
		{"a", "down", "b"},
		{"b", "shift+tab", "a"},
		{"b", "up", "a"},
		{"c", "tab", "a"},
		{"a", "shift+tab", "c"},
		{"a", "up", "a"},
		{"c", "down", "c"},
		{"a", "pgdown", "c"},
		{"c", "pgup", "a"},
		{"a", "ctrl+n", "a"},
		{"a", "ctrl+p", "a"},
	} {
		p := typing(t, lines("a", "b", "c")...)
		p.form = p.form.Focus(c.from)
		p.press(c.key)
		if got := p.form.Focused(); got != c.to || len(p.sent) > 0 {
			t.Errorf("%s from %s leads to %s (sent %v), want %s", c.key, c.from, got, p.sent, c.to)
		}
	}
}

func TestPagesMoveBySection(t *testing.T) {
	fields := lines("a", "b", "c", "d")
	fields[0].Section, fields[2].Section = "un", "deux"
	p := typing(t, fields...)
	p.press("pgdown").inHand("c")
	p.press("pgdown").inHand("d")
	p.press("pgup").inHand("c")
	p.press("pgup").inHand("a")
}

func TestSubmitHandsOverEveryValue(t *testing.T) {
	p := typing(t, actionFields()...)
	p.form = p.form.Focus("percent")
	p.write("40").press("ctrl+s")
	v := p.submitted()
	if v.Text("text") != "Nommer un point focal par structure" || v.Canon("due") != "2018-01-19" || v.Text("due") != "19/1/2018" {
		t.Errorf("texts: %q %q", v.Text("text"), v.Canon("due"))
	}
	if n, ok := v.Int("cost"); n != 200_000_000 || !ok {
		t.Errorf("cost %d %v", n, ok)
	}
	if n, ok := v.Int("percent"); n != 40 || !ok {
		t.Errorf("percent %d %v", n, ok)
	}
	if _, ok := v.Int("at"); ok {
		t.Error("an empty field is a number")
	}
	if v.Thing("owner") != thing("justice") || !v.Thing("text").Zero() {
		t.Errorf("owner %v", v.Thing("owner"))
	}
	if got := v.Things("support"); !reflect.DeepEqual(got, []committee.Thing{thing("onudc"), thing("oim")}) {
		t.Errorf("support %v", got)
	}
	if v.Text("state") != "doing" || v.Text("public") != "" || v.Shows("cause") || !strings.HasSuffix(v.Text("notes"), "\nRelance faite le 4 décembre.") {
		t.Errorf("state %q public %q cause %v", v.Text("state"), v.Text("public"), v.Shows("cause"))
	}
}

func TestEnterOnTheLastFieldSaves(t *testing.T) {
	p := typing(t, lines("a", "b")...)
	p.write("un").press("enter").write("deux").press("enter")
	if v := p.submitted(); v.Text("a") != "un" || v.Text("b") != "deux" {
		t.Errorf("values %v", v)
	}
}

func TestEnterBreaksTheLineOfALongText(t *testing.T) {
	p := typing(t, Field{Name: "n", Label: "N", Kind: FieldLong})
	p.write("un").press("enter").write("deux").press("ctrl+s")
	if got := p.submitted().Text("n"); got != "un\ndeux" {
		t.Errorf("text %q", got)
	}
}

func TestArrowsLeaveALongTextAtItsEdges(t *testing.T) {
	p := typing(t, Field{Name: "a", Label: "A"}, Field{Name: "n", Label: "N", Kind: FieldLong, Value: "un\ndeux"}, Field{Name: "z", Label: "Z"})
	p.form = p.form.Focus("n")
	p.press("up").inHand("n")
	p.press("up").inHand("a")
	p.press("down", "down").inHand("n")
	p.press("down").inHand("z")
}

func TestAWrongFieldStopsTheSave(t *testing.T) {
	fields := lines("a", "b", "c")
	fields[1].Required = true
	p := typing(t, fields...)
	p.press("ctrl+s").inHand("b")
	p.shows("! à renseigner")
	if len(p.sent) > 0 {
		t.Fatalf("sent %v", p.sent)
	}
	p.write("x")
	p.hides("! à renseigner")
	p.press("ctrl+s").submitted()
}

func TestFieldsAreCheckedAsOneLeavesThem(t *testing.T) {
	fields := lines("a", "b")
	fields[0].Check = func(v string) string {
		if v == "non" {
			return "pas ça"
		}
		return ""
	}
	fields[1].Required = true
	p := typing(t, fields...)
	p.write("non")
	p.hides("pas ça")
	p.press("tab")
	p.shows("! pas ça")
	p.press("shift+tab")
	p.hides("! à renseigner")
	p.press("backspace")
	p.hides("pas ça")
	p.press("tab", "tab")
	p.shows("! à renseigner")
}

func TestAFieldIsCheckedAgainstTheOthers(t *testing.T) {
	against := func(v Values) string {
		if v.Canon("to") != "" && v.Canon("to") < v.Canon("from") {
			return "avant le début"
		}
		return ""
	}
	p := typing(
		t, Field{Name: "from", Label: "Du", Kind: FieldDate, Parse: day},
		Field{Name: "to", Label: "Au", Kind: FieldDate, Parse: day, Against: against},
	)
	p.write("30/10/2017").press("tab").write("2/10/2017").press("ctrl+s").inHand("to")
	p.shows("! avant le début")
	p.press("ctrl+u").write("2/11/2017").press("ctrl+s").submitted()
}

func TestWhatWasUnderstoodShowsAsItIsTyped(t *testing.T) {
	p := typing(t, Field{Name: "d", Label: "Date", Kind: FieldDate, Parse: day}, Field{Name: "e", Label: "E"})
	p.write("19/1/201").write("8")
	p.shows("→ ven. 19/01/2018")
	p.press("backspace", "backspace", "backspace", "backspace", "backspace")
	p.hides("→")
	p.hides("!")
	p.press("tab")
	p.shows("! ce n’est pas une date")
	if v := p.form.Values(); v.Canon("d") != "" || v.Text("d") != "19/1" {
		t.Errorf("canon %q text %q", v.Canon("d"), v.Text("d"))
	}
}

func TestChoices(t *testing.T) {
	items := []FieldItem{{"low", "basse"}, {"normal", "normale"}, {"high", "haute"}}
	for _, c := range []struct {
		keys []string
		want string
	}{
		{nil, ""},
		{[]string{"right"}, "low"},
		{[]string{"space", "space"}, "normal"},
		{[]string{"left"}, "high"},
		{[]string{"right", "right", "right", "right"}, "low"},
		{[]string{"end"}, "high"},
		{[]string{"right", "backspace"}, ""},
	} {
		p := typing(t, Field{Name: "p", Label: "P", Kind: FieldChoice, Items: items})
		p.press(c.keys...).press("ctrl+s")
		if got := p.submitted().Text("p"); got != c.want {
			t.Errorf("%v gives %q, want %q", c.keys, got, c.want)
		}
	}
	p := typing(t, Field{Name: "p", Label: "P", Kind: FieldChoice, Items: items}, Field{Name: "a", Label: "A", Kind: FieldAnswer})
	p.write("H")
	p.shows("[haute]")
	p.press("tab")
	p.shows("[non précisé]")
	p.write("o").press("ctrl+s")
	if v := p.submitted(); v.Text("p") != "high" || v.Text("a") != "yes" {
		t.Errorf("%q %q", v.Text("p"), v.Text("a"))
	}
}

func TestARequiredChoiceMustBeMade(t *testing.T) {
	p := typing(t, Field{Name: "a", Label: "A", Kind: FieldAnswer, Required: true})
	p.press("ctrl+s")
	p.shows("! à renseigner")
	p.write("n").press("ctrl+s")
	if got := p.submitted().Text("a"); got != "no" {
		t.Errorf("answer %q", got)
	}
}

func TestAFieldIsNeededOnceAnotherMakesItSo(t *testing.T) {
	p := typing(
		t, Field{Name: "body", Label: "Structure"},
		Field{Name: "post", Label: "Fonction", Needed: func(v Values) bool { return v.Text("body") != "" }},
	)
	p.hides("Fonction *")
	p.press("ctrl+s")
	p.submitted()
	p.form = p.form.Busy(false)
	p.write("Justice")
	p.shows("Fonction *")
	p.press("ctrl+s")
	p.shows("à renseigner")
}

func TestFieldsComeAndGoWithWhatTheyDependOn(t *testing.T) {
	states := []FieldItem{{"doing", "en cours"}, {"blocked", "bloquée"}}
	blocked := func(v Values) bool { return v.Text("state") == "blocked" }
	p := typing(
		t, Field{Name: "state", Label: "État", Kind: FieldChoice, Items: states, Value: "doing"},
		Field{Name: "cause", Label: "Cause", Required: true, When: blocked},
		Field{Name: "note", Label: "Note", When: func(v Values) bool { return v.Text("cause") == "autre" }},
	)
	p.hides("Cause")
	p.press("right")
	p.shows("Cause *")
	p.hides("Note")
	p.press("tab").write("autre")
	p.shows("Note")
	p.press("up", "left")
	p.hides("Cause")
	p.hides("Note")
	p.press("ctrl+s")
	if v := p.submitted(); v.Text("cause") != "" || v.Shows("note") {
		t.Errorf("hidden fields have values: %v", v)
	}
	p.form = p.form.Busy(false)
	p.press("right")
	p.shows("autre")
}

func TestAFailedSaveKeepsWhatWasTyped(t *testing.T) {
	p := typing(t, lines("a", "b")...)
	p.write("un").press("tab").write("deux").press("ctrl+s").submitted()
	p.shows("Enregistrement…")
	p.write("x").press("backspace", "tab", "esc", "ctrl+s").paste("y")
	if len(p.sent) != 1 {
		t.Fatalf("a busy form sent %v", p.sent)
	}
	p.form = p.form.SetError("a", "déjà pris")
	p.inHand("a")
	p.shows("! déjà pris")
	p.hides("Enregistrement…")
	p.press("tab")
	p.shows("! déjà pris")
	if v := p.form.Values(); v.Text("a") != "un" || v.Text("b") != "deux" {
		t.Errorf("values %v", v)
	}
	p.press("shift+tab").write("!")
	p.hides("déjà pris")
}

func TestAnErrorOfNoFieldStandsBelow(t *testing.T) {
	for name, fail := range map[string]func(Form) Form{
		"unknown": func(f Form) Form { return f.SetError("version", "modifié entre-temps") },
		"hidden":  func(f Form) Form { return f.SetError("z", "modifié entre-temps") },
		"none":    func(f Form) Form { return f.Fail("modifié entre-temps") },
	} {
		p := typing(t, Field{Name: "a", Label: "A"}, Field{Name: "z", Label: "Z", When: func(Values) bool { return false }})
		p.form = fail(p.form.Busy(true))
		p.shows("! modifié entre-temps")
		p.write("x")
		p.hides("modifié entre-temps")
		p.press("ctrl+s")
		if p.submitted().Text("a") != "x" {
			t.Errorf("%s: the form does not edit again", name)
		}
	}
}

func TestLeavingSaysWhetherTypingWouldBeLost(t *testing.T) {
	for _, c := range []struct {
		do   func(*typist)
		want bool
	}{
		{func(*typist) {}, false},
		{func(p *typist) { p.press("tab", "tab", "up") }, false},
		{func(p *typist) { p.write("x") }, true},
		{func(p *typist) { p.write("x").press("backspace") }, false},
		{func(p *typist) { p.press("tab", "tab", "tab", "tab", "right") }, true},
		{func(p *typist) { p.press("tab", "tab", "tab", "tab", "right", "left") }, false},
	} {
		p := typing(t, actionFields()...)
		c.do(p)
		p.press("esc")
		if want := []tea.Msg{FormLeaveMsg{Form: p.form.ID(), Changed: c.want}}; !reflect.DeepEqual(p.sent, want) {
			t.Errorf("sent %v, want %v", p.sent, want)
		}
	}
	p := typing(t, Field{Name: "d", Label: "D", Kind: FieldDate, Parse: day, Value: "19/01/2018"})
	p.press("ctrl+u").write("19/1/2018")
	if p.form.Changed() {
		t.Error("the same day typed another way is a change")
	}
}

func TestADraftComesBack(t *testing.T) {
	p := typing(t, actionFields()...)
	p.write(" vite").press("tab").write("inconnu").press("esc", "tab", "backspace").write("just").press("esc", "tab", "right")
	p.form = p.form.Focus("start")
	p.press("ctrl+u").write("n’importe quoi")
	data, err := p.form.Snapshot()
	if err != nil {
		t.Fatal(err)
	}
	q := typing(t, actionFields()...)
	if q.form, err = q.form.Restore(data); err != nil {
		t.Fatal(err)
	}
	q.inHand("start")
	q.shows("n’importe quoi")
	q.shows("Nommer un point focal par structure vite")
	q.shows("inconnu")
	q.shows("[ONUDC] just")
	q.shows("haute")
	if !q.form.Changed() {
		t.Error("a restored draft counts as unchanged")
	}
	again, _ := q.form.Snapshot()
	if string(again) != string(data) {
		t.Errorf("the draft changed:\n%s\n%s", again, data)
	}
	for _, bad := range []string{"", "[]", `{"fields":3}`, "\x00"} {
		if f, err := q.form.Restore([]byte(bad)); err == nil || f.Values().Text("text") != q.form.Values().Text("text") {
			t.Errorf("%q is taken for a draft", bad)
		}
	}
	if _, err := q.form.Restore([]byte(`{"focus":"zz","fields":{"zz":{"text":"x"},"state":{"text":"zz"}}}`)); err != nil {
		t.Error(err)
	}
}

func TestAnOlderFormStaysAsItWas(t *testing.T) {
	p := typing(t, actionFields()...)
	p.form = p.form.Focus("support")
	before := p.form
	frame := p.frame()
	p.press("backspace").write("oi").press("enter", "tab", "right")
	p.form = p.form.SetError("text", "refusé").Take("support", register.Option{Thing: thing("z"), Label: "Z"})
	p.form = before
	if p.frame() != frame || p.form.Changed() {
		t.Errorf("the older form changed:\n%s", p.frame())
	}
}

func TestAFormThatAsksNothingIsSavedOrLeft(t *testing.T) {
	p := typing(t)
	p.press("tab", "up", "ctrl+n").write("x").paste("y")
	if len(p.sent) > 0 || p.form.Changed() || p.form.Focused() != "" || p.form.Typing() {
		t.Errorf("sent %v", p.sent)
	}
	p.press("esc")
	if want := []tea.Msg{FormLeaveMsg{Form: p.form.ID()}}; !reflect.DeepEqual(p.sent, want) {
		t.Errorf("sent %v", p.sent)
	}
	p.sent = nil
	p.press("enter").submitted()
}

func TestAPageMayFillAField(t *testing.T) {
	p := typing(t, actionFields()...)
	p.form = p.form.Fill("due", "2/3/2018").Fill("state", "blocked").Fill("text", "a\nb").Fill("nothing", "x").Fill("owner", "x")
	if v := p.form.Values(); v.Canon("due") != "2018-03-02" || v.Text("text") != "a b" || !v.Shows("cause") || v.Thing("owner").Zero() {
		t.Errorf("values %v", v)
	}
	p.shows("→ ven. 02/03/2018")
	p.inHand("text")
}
