package tui

import (
	"context"
	"errors"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/tui/keymap"
	"suivi/tui/theme"
	"suivi/tui/widget"
)

// saveAsDialog asks for the file in which all that is open is saved, to go on
// there.
type saveAsDialog struct {
	d      *desk
	number int
	prompt widget.Prompt
	save   func(context.Context, Book, string) (string, error)
	then   tea.Cmd // once it is done
}

// savedAsMsg says that the program works in another file.
type savedAsMsg struct {
	dialog int
	path   string
	err    error
	then   tea.Cmd
}

const pathField = "path"

// saveAs asks for another file; then is what was to be done in this one.
func (r root) saveAs(then tea.Cmd) (tea.Model, tea.Cmd) {
	if r.cfg.SaveAs == nil || r.d.book == nil {
		return r, nil
	}
	w := r.d.words().Watch
	path := widget.Field{Name: pathField, Label: w.Path, Help: w.SaveAsHelp, Kind: widget.FieldLine, Required: true, Max: 4000}
	if r.cfg.Spare != nil {
		path.Value = r.cfg.Spare()
	}
	p := widget.NewPrompt(widget.PromptConfig{Title: w.SaveAsTitle, Why: w.SaveAsWhy, Form: formConfig(r.d, []widget.Field{path})})
	return r.Update(askedMsg{saveAsDialog{d: r.d, number: p.ID(), prompt: p, save: r.cfg.SaveAs, then: then}})
}

func (s saveAsDialog) Init() tea.Cmd { return s.prompt.Init() }

func (s saveAsDialog) Saving() bool { return s.prompt.Saving() }

func (s saveAsDialog) Resize(width, height int) dialog {
	s.prompt = s.prompt.Resize(width-1, height)
	return s
}

func (s saveAsDialog) View() string { return inset(s.prompt.View()) }

func (s saveAsDialog) Commands() []command {
	cmds := formCommands(s.prompt.Form(), "")
	for i, c := range cmds {
		if c.key.Show == keymap.LeaveForm.Show {
			cmds[i].word = s.d.words().Form.Cancel
		}
	}
	return cmds
}

func (s saveAsDialog) Update(msg tea.Msg) (dialog, tea.Cmd) {
	switch msg := msg.(type) {
	case widget.FormSubmitMsg:
		if msg.Form == s.number {
			return s, s.write(msg.Values.Text(pathField))
		}
		return s, nil
	case widget.FormLeaveMsg:
		if msg.Form == s.number {
			return s, send(answeredMsg{})
		}
		return s, nil
	case savedAsMsg:
		if msg.dialog == s.number && msg.err != nil {
			s.prompt = s.prompt.With(func(f widget.Form) widget.Form { return f.SetError(pathField, s.d.loc.Error(msg.err)) })
		}
		return s, nil
	}
	var cmd tea.Cmd
	s.prompt, cmd = s.prompt.Update(msg)
	return s, cmd
}

func (s saveAsDialog) write(path string) tea.Cmd {
	book, saves, save, number, then := s.d.book, s.d.saves, s.save, s.number, s.then
	return func() tea.Msg {
		ctx, end := saves.begin()
		defer end()
		shown, err := save(ctx, book, path)
		return savedAsMsg{dialog: number, path: shown, err: err, then: then}
	}
}

// savedAs goes on in the new file: every page and every form does, with what
// is typed in it.
func (r root) savedAs(msg savedAsMsg) (tea.Model, tea.Cmd) {
	if msg.err != nil {
		next, cmd := r.tell(msg)
		return next.replay(cmd)
	}
	if s, ok := r.front().(saveAsDialog); ok && s.number == msg.dialog {
		r.dialogs = r.dialogs[:len(r.dialogs)-1]
	}
	r.d.path, r.d.trouble, r.seen.Trouble = msg.path, "", ""
	r.d.actor.ReadOnly = r.cfg.Actor.ReadOnly || r.d.book.ReadOnly()
	r.notice = noticedMsg{text: fmt.Sprintf(r.d.words().Watch.Saved, msg.path), role: theme.Good, stays: true}
	next, cmd := r.layout()
	next, more := next.tell(changedMsg{})
	return next.replay(tea.Batch(cmd, more, msg.then))
}

// elsewhereOnly tells whether an error is about the file itself, so that what
// is open can only be saved in another one.
func elsewhereOnly(err error) bool {
	var e *committee.FileError
	if !errors.As(err, &e) {
		return false
	}
	switch e.Reason {
	case committee.FileGone, committee.FileFolderGone, committee.FileReplaced, committee.FileUnsided, committee.FileReadOnly, committee.FileNoPermission,
		committee.FileDiskFull, committee.FileTrouble:
		return true
	}
	return false
}

// strandedMsg says that something could not be saved in this file; then is
// what was to be done.
type strandedMsg struct {
	err  error
	then tea.Cmd
}

// strand offers another file when an error is about this one; form is what was
// being saved, 0 for none.
func strand(err error, form int) tea.Cmd {
	if !elsewhereOnly(err) {
		return nil
	}
	msg := strandedMsg{err: err}
	if form != 0 {
		msg.then = send(submitMsg{form})
	}
	return send(msg)
}

// savedAsAskedMsg asks where to save everything.
type savedAsAskedMsg struct{ then tea.Cmd }

// stranded says why nothing is saved, and offers another file.
func (r root) stranded(msg strandedMsg) (tea.Model, tea.Cmd) {
	if r.cfg.SaveAs == nil {
		return r, nil
	}
	w := r.d.words().Watch
	stay := w.Later
	if msg.then == nil {
		stay = r.d.words().Form.Cancel
	}
	return r.Update(askedMsg{choiceDialog{d: r.d, title: w.TroubleTitle, lines: []string{r.d.loc.Error(msg.err)}, choices: []choice{
		{key: "s", word: w.SaveAs, then: send(savedAsAskedMsg{msg.then})},
		{key: "esc", word: stay},
	}}})
}

// troubled says what became of the file, or that all is well again.
func (r root) troubled(trouble committee.FileReason) root {
	w := r.d.words().Watch
	r.d.trouble = w.Trouble[trouble]
	if trouble == "" {
		r.notice = noticedMsg{text: w.Back, role: theme.Good}
		return r
	}
	said := r.d.loc.Error(&committee.FileError{Path: r.d.path, Reason: trouble})
	if r.cfg.SaveAs != nil && !typing(r.top()) && r.front() == nil {
		said += " " + w.Offer
	}
	r.notice = noticedMsg{text: said, role: theme.Bad}
	return r
}

// lost tells whether what is open will be nowhere once the program has ended,
// or not in the file that its name leads to.
func (r root) lost() bool {
	switch r.seen.Trouble {
	case committee.FileGone, committee.FileFolderGone, committee.FileReplaced:
		return r.cfg.SaveAs != nil
	}
	return false
}

// askLost asks whether to quit without what is open.
func (r root) askLost() choiceDialog {
	w := r.d.words()
	said := r.d.loc.Error(&committee.FileError{Path: r.d.path, Reason: r.seen.Trouble})
	return choiceDialog{d: r.d, quitting: true, title: w.Watch.QuitTitle, lines: []string{said + " " + w.Watch.QuitLine}, choices: []choice{
		{key: "s", word: w.Watch.SaveAs, then: send(savedAsAskedMsg{})},
		{key: "q", word: w.Root.QuitNow, then: tea.Quit},
		{key: "esc", word: w.Root.QuitStay},
	}}
}
