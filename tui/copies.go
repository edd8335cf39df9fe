package tui

import (
	"context"
	"fmt"
	"path/filepath"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/internal/settings"
	"suivi/internal/text"
	"suivi/tui/keymap"
	"suivi/tui/theme"
	"suivi/tui/widget"
)

// copiesBook tells of the copies that the file makes of itself.
type copiesBook interface {
	Copies(context.Context) (register.Copies, error)
}

// copiesField is the number of copies kept, in its prompt.
const copiesField committee.Field = "copies"

// copiedMsg says that the file copied itself, or could not.
type copiedMsg struct{ err error }

// listen waits for the next copy, which is made beside what the screens do.
func (r root) listen() tea.Cmd {
	copied := r.cfg.Copied
	if copied == nil {
		return nil
	}
	return func() tea.Msg {
		err, more := <-copied
		if !more {
			return nil
		}
		return copiedMsg{err}
	}
}

// copied says that a copy failed; what was typed and saved is not concerned.
func (r root) copied(msg copiedMsg) (tea.Model, tea.Cmd) {
	if msg.err != nil {
		r.notice = noticedMsg{text: r.d.loc.Error(msg.err), role: theme.Bad, stays: true}
	}
	next, cmd := r.tell(msg)
	return next, tea.Batch(cmd, next.listen())
}

// copiesSaid tells how many copies are kept, where, and how old the newest is.
func copiesSaid(d *desk, c register.Copies) string {
	w := d.words().Backup
	kept, last := w.CopiesOff, ""
	if c.Keep > 0 {
		kept, last = d.loc.Count(w.CopiesKept, c.Keep, text.Line(filepath.Base(c.Folder))), w.CopiesNone
	}
	if c.Made > 0 {
		last = fmt.Sprintf(w.CopiesLast, d.loc.Date(c.Last))
	}
	if last == "" {
		return kept
	}
	return kept + " " + d.styles.Glyph.Dot + " " + last
}

// copiesDialog asks how many copies are to be kept. It is about this machine
// and not about the file: nothing of it is kept as a draft.
type copiesDialog struct {
	d      *desk
	number int
	prompt widget.Prompt
}

// copiesSetMsg says that the setting was changed, or could not be.
type copiesSetMsg struct {
	dialog int
	err    error
}

func askCopies(d *desk, c register.Copies) tea.Cmd {
	w := d.words().Backup
	kept := must(labelled(numberField(d, copiesField, &c.Keep, 0, settings.MostCopies), w.CopiesField))
	p := widget.NewPrompt(widget.PromptConfig{Title: w.CopiesTitle, Why: w.CopiesWhy, Form: formConfig(d, []widget.Field{kept})})
	return send(askedMsg{copiesDialog{d: d, number: p.ID(), prompt: p}})
}

func (c copiesDialog) Init() tea.Cmd { return c.prompt.Init() }

func (c copiesDialog) Saving() bool { return c.prompt.Saving() }

func (c copiesDialog) Resize(width, height int) dialog {
	c.prompt = c.prompt.Resize(width-1, height)
	return c
}

func (c copiesDialog) View() string { return inset(c.prompt.View()) }

func (c copiesDialog) Commands() []command {
	cmds := formCommands(c.prompt.Form(), "")
	for i, cmd := range cmds {
		if cmd.key.Show == keymap.LeaveForm.Show {
			cmds[i].word = c.d.words().Form.Cancel
		}
	}
	return cmds
}

func (c copiesDialog) Update(msg tea.Msg) (dialog, tea.Cmd) {
	switch msg := msg.(type) {
	case widget.FormSubmitMsg:
		if msg.Form == c.number {
			return c, c.set(orZero(whole(msg.Values, copiesField)))
		}
		return c, nil
	case widget.FormLeaveMsg:
		if msg.Form == c.number {
			return c, send(answeredMsg{})
		}
		return c, nil
	case copiesSetMsg:
		if msg.dialog != c.number {
			return c, nil
		}
		if msg.err != nil {
			c.prompt = c.prompt.With(func(f widget.Form) widget.Form { return f.SetError(string(copiesField), c.d.loc.Error(msg.err)) })
			return c, nil
		}
		return c, send(answeredMsg{send(noticedMsg{text: c.d.words().Backup.CopiesSaved, role: theme.Good})})
	}
	var cmd tea.Cmd
	c.prompt, cmd = c.prompt.Update(msg)
	return c, cmd
}

func (c copiesDialog) set(n int) tea.Cmd {
	keep, number := c.d.keepCopies, c.number
	return func() tea.Msg { return copiesSetMsg{dialog: number, err: keep(n)} }
}
