package tui

import (
	"context"
	"errors"

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
	title  string
	origin origin
	fields []widget.Field
	lent   lent // what an editor has
	// onto is the version to change after a conflict; 0 for the one read.
	onto int
	// doubted is what was typed when a doubt about it was said: the same once
	// more goes on.
	doubted string
}

// doubtError is what speaks against a change that was not made: the same key
// again makes it.
type doubtError struct{ about, said string }

func (e *doubtError) Error() string { return e.said }

// doubtKey is the key of what a doubt was said about.
type doubtKey struct{}

// doubted tells whether the doubt about what was typed was said already.
func doubted(ctx context.Context, about string) bool { return ctx.Value(doubtKey{}) == about }

// ontoKey is the key of the version that a change is made on.
type ontoKey struct{}

// at is the version that a change is made on: the one that was read, or the
// one that came of it meanwhile, once the person saw that and went on.
func at(ctx context.Context, read int) int {
	if v, ok := ctx.Value(ontoKey{}).(int); ok {
		return v
	}
	return read
}

// prompt opens a dialog that carries out run with what was typed.
func prompt(d *desk, from origin, title, explain string, fields []widget.Field, run func(widget.Values) useCase) tea.Cmd {
	p := widget.NewPrompt(widget.PromptConfig{Title: title, Why: explain, Form: formConfig(d, fields)})
	return send(askedMsg{promptDialog{d: d, number: p.ID(), run: run, prompt: p, title: title, origin: from, fields: fields}})
}

func (p promptDialog) Init() tea.Cmd { return p.prompt.Init() }

func (p promptDialog) Saving() bool { return p.prompt.Saving() }

func (p promptDialog) Unsaved() bool { return p.prompt.Changed() }

func (p promptDialog) Resize(width, height int) dialog {
	p.prompt = p.prompt.Resize(width-1, height)
	return p
}

func (p promptDialog) View() string { return inset(p.prompt.View()) }

func (p promptDialog) Commands() []command {
	cmds := editorCommand(p.d, p.prompt.Form(), formCommands(p.prompt.Form(), p.d.words().Form.CloseList))
	for i, c := range cmds {
		if c.key.Show == keymap.LeaveForm.Show && c.word == "" {
			cmds[i].word = p.d.words().Form.Cancel
		}
	}
	return cmds
}

func (p promptDialog) Update(msg tea.Msg) (dialog, tea.Cmd) {
	if f, l, cmd, ok := elsewhere(p.d, p.prompt.Form(), p.lent, msg); ok {
		p.prompt, p.lent = p.prompt.With(func(widget.Form) widget.Form { return f }), l
		return p, cmd
	}
	switch msg := msg.(type) {
	case widget.FormSubmitMsg:
		if msg.Form != p.number {
			return p, nil
		}
		return p, keep(p.d, p.number, p.goOn(msg.Values))
	case widget.FormLeaveMsg:
		if msg.Form == p.number {
			return p, p.leave(msg.Changed)
		}
		return p, nil
	case submitMsg:
		if msg.form != p.number {
			return p, nil
		}
		var cmd tea.Cmd
		p.prompt, cmd = p.prompt.Update(tea.KeyPressMsg{Code: 's', Mod: tea.ModCtrl})
		return p, cmd
	case formSavedMsg:
		return p.done(msg)
	}
	var cmd tea.Cmd
	p.prompt, cmd = p.prompt.Update(msg)
	return p, cmd
}

// leave closes the prompt, asking first when something would be lost.
func (p promptDialog) leave(changed bool) tea.Cmd {
	if !changed {
		return send(answeredMsg{})
	}
	return askLeave(p.d, p.number, send(answeredMsg{}))
}

// goOn is the use case, on the version that the person last saw, knowing the doubt
// that was said.
func (p promptDialog) goOn(v widget.Values) useCase {
	run, onto, about := p.run(v), p.onto, p.doubted
	return func(ctx context.Context, b Book) (saved, error) {
		if onto != 0 {
			ctx = context.WithValue(ctx, ontoKey{}, onto)
		}
		return run(context.WithValue(ctx, doubtKey{}, about), b)
	}
}

// done closes the dialog when the change is in the file; otherwise what was
// typed stays and the reason is said.
func (p promptDialog) done(msg formSavedMsg) (dialog, tea.Cmd) {
	if msg.form != p.number {
		return p, nil
	}
	if msg.err == nil {
		return p, send(answeredMsg{send(savedMsg{thing: msg.saved.thing, label: msg.saved.label, notice: msg.saved.notice, opens: msg.saved.opens})})
	}
	var doubt *doubtError
	if errors.As(msg.err, &doubt) {
		p.doubted = doubt.about
		p.prompt = p.prompt.With(func(f widget.Form) widget.Form { return f.Fail(doubt.said) })
		return p, nil
	}
	if conflict := conflictOf(msg.err); conflict != nil {
		if now, ok := conflict.Current.(interface{ Revision() int }); ok {
			p.onto = now.Revision()
		}
		p.prompt = p.prompt.With(func(f widget.Form) widget.Form { return f.Fail(p.d.meanwhile(msg.since)) })
		return p, send(changedMsg{thing: conflict.Thing})
	}
	p.prompt = p.prompt.With(func(f widget.Form) widget.Form { return refused(p.d, f, msg.err) })
	return p, strand(msg.err, p.number)
}
