package tui

import (
	tea "charm.land/bubbletea/v2"

	"suivi/tui/keymap"
	"suivi/tui/widget"
)

// promptDialog asks, in a few fields, only for what a change of state needs.
type promptDialog struct {
	d      *desk
	number int
	prompt widget.Prompt
	run    func(widget.Values) useCase
}

// prompt opens a dialog that carries out run with what was typed.
func prompt(d *desk, title, explain string, fields []widget.Field, run func(widget.Values) useCase) tea.Cmd {
	p := widget.NewPrompt(widget.PromptConfig{Title: title, Why: explain, Form: formConfig(d, fields)})
	return send(askedMsg{promptDialog{d: d, number: p.ID(), run: run, prompt: p}})
}

func (p promptDialog) Init() tea.Cmd { return p.prompt.Init() }

func (p promptDialog) Unsaved() bool { return p.prompt.Changed() }

func (p promptDialog) Resize(width, height int) dialog {
	p.prompt = p.prompt.Resize(width-1, height)
	return p
}

func (p promptDialog) View() string { return inset(p.prompt.View()) }

func (p promptDialog) Commands() []command {
	cmds := formCommands(p.prompt.Form())
	for i, c := range cmds {
		if c.key.Show == keymap.LeaveForm.Show {
			cmds[i].word = p.d.words().Form.Cancel
		}
	}
	return cmds
}

func (p promptDialog) Update(msg tea.Msg) (dialog, tea.Cmd) {
	switch msg := msg.(type) {
	case widget.FormSubmitMsg:
		if msg.Form != p.number {
			return p, nil
		}
		return p, keep(p.d, p.number, p.run(msg.Values))
	case widget.FormLeaveMsg:
		if msg.Form == p.number {
			return p, send(answeredMsg{})
		}
		return p, nil
	case formSavedMsg:
		return p.done(msg)
	}
	var cmd tea.Cmd
	p.prompt, cmd = p.prompt.Update(msg)
	return p, cmd
}

// done closes the dialog when the change is in the file; otherwise what was
// typed stays and the reason is said.
func (p promptDialog) done(msg formSavedMsg) (dialog, tea.Cmd) {
	if msg.form != p.number {
		return p, nil
	}
	if msg.err == nil {
		return p, send(answeredMsg{send(savedMsg{thing: msg.saved.thing, label: msg.saved.label, notice: msg.saved.notice})})
	}
	p.prompt = p.prompt.With(func(f widget.Form) widget.Form { return refused(p.d, f, msg.err) })
	return p, nil
}
