package widget

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"suivi/internal/register"
	"suivi/tui/theme"
)

func prompt() Prompt {
	return NewPrompt(PromptConfig{
		Title: "Bloquer l’action A-2017-12",
		Why:   "Une action bloquée reste dans la feuille de route ; la cause apparaît dans le rapport du président.",
		Form: FormConfig{
			Words: formWords(), Styles: theme.New(theme.Options{NoColor: true}),
			Fields: []Field{
				{Name: "cause", Label: "Cause", Kind: FieldChoice, Required: true, Items: []FieldItem{{"money", "financement"}, {"other", "autre"}}},
				{Name: "who", Label: "Par", Kind: FieldLookup, Complete: complete},
				{Name: "note", Label: "Précision", Kind: FieldLong},
			},
		},
	})
}

func TestAPromptTakesTheRowsItNeeds(t *testing.T) {
	p := prompt().Resize(80, 20)
	golden(t, "prompt_80", strings.ReplaceAll(trimRows(p.View()), "\x00", ""))
	short := p.Height()
	p, _ = p.Update(specialKeys["tab"])
	p, _ = p.Update(specialKeys["tab"])
	if p.Height() <= short {
		t.Errorf("a long text in hand does not grow: %d rows, then %d", short, p.Height())
	}
	for h := range 20 {
		for w := range 90 {
			p = p.Resize(w, h)
			if w == 0 || h == 0 {
				if p.View() != "" {
					t.Fatalf("%d×%d draws something", w, h)
				}
				continue
			}
			rows := strings.Split(p.View(), "\n")
			if len(rows) != p.Height() || len(rows) > h {
				t.Fatalf("%d×%d: %d rows, height says %d", w, h, len(rows), p.Height())
			}
			for _, row := range rows {
				if ansi.StringWidth(row) != w {
					t.Fatalf("%d×%d: %q", w, h, row)
				}
			}
		}
	}
}

func trimRows(view string) string {
	rows := strings.Split(ansi.Strip(view), "\n")
	for i := range rows {
		rows[i] = strings.TrimRight(rows[i], " ")
	}
	return strings.Join(rows, "\n") + "\n"
}

func TestAPromptIsAForm(t *testing.T) {
	p := prompt().Resize(80, 20)
	p, _ = p.Update(specialKeys["right"])
	p = p.Take("who", register.Option{Thing: thing("onudc"), Label: "ONUDC"})
	p, cmd := p.Update(keyPress("ctrl+s"))
	if cmd == nil {
		t.Fatalf("no submit:\n%s", p.View())
	}
	m, ok := cmd().(FormSubmitMsg)
	if !ok || m.Form != p.ID() || m.Values.Text("cause") != "money" || m.Values.Thing("who") != thing("onudc") {
		t.Fatalf("sent %#v", m)
	}
	if !p.Saving() || p.Mode() != FormBusy || !p.Changed() || !p.Typing() {
		t.Error("a submitted prompt is not busy")
	}
	p = p.SetError("note", "trop court")
	if p.Saving() || !strings.Contains(p.View(), "! trop court") || p.Form().Focused() != "note" {
		t.Errorf("the error does not show:\n%s", p.View())
	}
	if p = p.Fail("refusé").Busy(true).SetStyles(theme.New(theme.Options{ASCII: true})); !strings.Contains(p.View(), "refusé") || p.Values().Text("cause") != "money" {
		t.Errorf("the failure does not show:\n%s", p.View())
	}
}
