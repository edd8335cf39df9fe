package widget

import (
	"context"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/internal/text"
	"suivi/tui/theme"
)

// typist fills in a form as a person does. Commands run at once; what the
// form asks of its page is kept in sent.
type typist struct {
	t    testing.TB
	form Form
	sent []tea.Msg
	// held keeps completions back until answer is called.
	hold bool
	held []tea.Cmd
}

func typing(t testing.TB, fields ...Field) *typist {
	t.Helper()
	f := NewForm(FormConfig{Fields: fields, Words: formWords(), Styles: theme.New(theme.Options{NoColor: true})})
	return &typist{t: t, form: f.Resize(80, 24)}
}

func formWords() FormWords {
	return FormWords{
		Required: "à renseigner", Unknown: "inconnu : choisissez dans la liste",
		Cut: "texte coupé à %d caractères", Saving: "Enregistrement…", Search: "recherche…",
		NoMatch: "rien de ce nom", New: "ctrl+n créer « %s »", Empty: "—",
		Yes: "oui", No: "non", Unset: "non précisé",
	}
}

var specialKeys = map[string]tea.KeyPressMsg{
	"tab": {Code: tea.KeyTab}, "shift+tab": {Code: tea.KeyTab, Mod: tea.ModShift},
	"enter": {Code: tea.KeyEnter}, "esc": {Code: tea.KeyEscape},
	"up": {Code: tea.KeyUp}, "down": {Code: tea.KeyDown}, "left": {Code: tea.KeyLeft}, "right": {Code: tea.KeyRight},
	"home": {Code: tea.KeyHome}, "end": {Code: tea.KeyEnd}, "pgup": {Code: tea.KeyPgUp}, "pgdown": {Code: tea.KeyPgDown},
	"backspace": {Code: tea.KeyBackspace}, "delete": {Code: tea.KeyDelete},
	"space": {Code: tea.KeySpace, Text: " "}, "alt+down": {Code: tea.KeyDown, Mod: tea.ModAlt},
	"ctrl+end": {Code: tea.KeyEnd, Mod: tea.ModCtrl}, "ctrl+home": {Code: tea.KeyHome, Mod: tea.ModCtrl},
}

func keyPress(name string) tea.KeyPressMsg {
	if k, ok := specialKeys[name]; ok {
		return k
	}
	for prefix, mod := range map[string]tea.KeyMod{"ctrl+": tea.ModCtrl, "alt+": tea.ModAlt} {
		if rest, ok := strings.CutPrefix(name, prefix); ok {
			r, _ := utf8.DecodeRuneInString(rest)
			return tea.KeyPressMsg{Code: r, Mod: mod}
		}
	}
	panic("no such key: " + name)
}

// press presses keys by their names.
func (p *typist) press(names ...string) *typist {
	p.t.Helper()
	for _, name := range names {
		p.send(keyPress(name))
	}
	return p
}

// write types characters one by one.
func (p *typist) write(s string) *typist {
	for _, r := range s {
		p.send(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
	return p
}

func (p *typist) paste(s string) *typist {
	p.send(tea.PasteMsg{Content: s})
	return p
}

func (p *typist) send(m tea.Msg) {
	f, cmd := p.form.Update(m)
	p.form = f
	p.run(cmd)
}

func (p *typist) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	if p.hold {
		p.held = append(p.held, cmd)
		return
	}
	switch m := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range m {
			p.run(c)
		}
	case completedMsg:
		p.send(m)
	default:
		p.sent = append(p.sent, m)
	}
}

// answer runs the commands held back so far, those they start held in turn.
func (p *typist) answer() *typist {
	held := p.held
	p.held, p.hold = nil, false
	for _, c := range held {
		p.run(c)
	}
	p.hold = true
	return p
}

// frame is the form as plain text, without spaces at the ends of rows.
func (p *typist) frame() string {
	rows := strings.Split(ansi.Strip(p.form.View()), "\n")
	for i := range rows {
		rows[i] = strings.TrimRight(rows[i], " ")
	}
	return strings.TrimRight(strings.Join(rows, "\n"), "\n") + "\n"
}

func (p *typist) shows(s string) {
	p.t.Helper()
	if !strings.Contains(p.frame(), s) {
		p.t.Errorf("the form does not show %q:\n%s", s, p.frame())
	}
}

func (p *typist) hides(s string) {
	p.t.Helper()
	if strings.Contains(p.frame(), s) {
		p.t.Errorf("the form shows %q:\n%s", s, p.frame())
	}
}

func (p *typist) inHand(name string) {
	p.t.Helper()
	if got := p.form.Focused(); got != name {
		p.t.Errorf("%q is in hand, want %q", got, name)
	}
}

// submitted is the values of the one submit the form asked for.
func (p *typist) submitted() Values {
	p.t.Helper()
	if len(p.sent) != 1 {
		p.t.Fatalf("sent %#v, want one submit:\n%s", p.sent, p.frame())
	}
	m, ok := p.sent[0].(FormSubmitMsg)
	if !ok || m.Form != p.form.ID() {
		p.t.Fatalf("sent %#v, want a submit of form %d", p.sent[0], p.form.ID())
	}
	return m.Values
}

func thing(id string) committee.Thing {
	return committee.Thing{Kind: committee.KindInstitution, ID: id}
}

var institutions = []register.Option{
	{Thing: thing("justice"), Label: "Ministère de la Justice", Detail: "État · membre"},
	{Thing: thing("securite"), Label: "Ministère de la Sécurité", Detail: "État · membre"},
	{Thing: thing("onudc"), Label: "ONUDC", Detail: "Nations Unies · partenaire"},
	{Thing: thing("oim"), Label: "OIM", Detail: "Nations Unies · partenaire"},
}

// complete finds institutions by any part of their name.
func complete(_ context.Context, typed string) ([]register.Option, error) {
	var found []register.Option
	for _, o := range institutions {
		if strings.Contains(text.Fold(o.Label), text.Fold(typed)) {
			found = append(found, o)
		}
	}
	return found, nil
}

// day reads only 19/01/2018 and its like.
func day(typed string) (canon, shown, wrong string) {
	var d [3]int
	parts := strings.Split(typed, "/")
	for i := range d {
		if len(parts) != 3 {
			return "", "", "ce n’est pas une date"
		}
		n, err := strconv.Atoi(parts[i])
		if err != nil {
			return "", "", "ce n’est pas une date"
		}
		d[i] = n
	}
	two := func(n int) string { return text.Limit("0"+strconv.Itoa(n), 9)[len(strconv.Itoa(n))-1:] }
	return strconv.Itoa(d[2]) + "-" + two(d[1]) + "-" + two(d[0]), "ven. " + two(d[0]) + "/" + two(d[1]) + "/" + strconv.Itoa(d[2]), ""
}

func whole(typed string) (canon, shown, wrong string) {
	n, err := strconv.Atoi(strings.ReplaceAll(typed, " ", ""))
	if err != nil {
		return "", "", "ce n’est pas un nombre"
	}
	return strconv.Itoa(n), strconv.Itoa(n) + " FCFA", ""
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name+".txt")
	if os.Getenv("GOLDEN") == "write" {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s has changed; GOLDEN=write keeps the new frame. Got:\n%s\nwant:\n%s", path, got, want)
	}
}
