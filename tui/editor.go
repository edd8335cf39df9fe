package tui

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/draft"
	"suivi/internal/editor"
	"suivi/internal/text"
	"suivi/tui/keymap"
	"suivi/tui/theme"
	"suivi/tui/widget"
)

// lent is a long text that the person's own editor has: which field it is of,
// the file it lies in, and what was written there.
type lent struct{ field, path, text string }

// name is how a draft finds the file again.
func (l lent) name() string { return filepath.Base(l.path) }

// Messages about texts that an editor has.
type (
	// lentMsg says that a text is ready for the editor.
	lentMsg struct {
		form int
		lent lent
		err  error
	}
	// editedMsg brings what the editor left. Ended tells that a signal came
	// which ends the program too.
	editedMsg struct {
		form  int
		text  string
		err   error
		ended bool
	}
)

// mostEdited is how many bytes are taken of what an editor left.
const mostEdited = 4 << 20

// elsewhere has a long text of a form edited in another program; ok is false
// for any message that is not about that.
func elsewhere(d *desk, f widget.Form, had lent, msg tea.Msg) (next widget.Form, has lent, cmd tea.Cmd, ok bool) {
	switch msg := msg.(type) {
	case widget.FormEditorMsg:
		switch {
		case msg.Form != f.ID() || f.Saving():
			return f, had, nil, false
		case d.noExec:
			return f, had, nil, true
		case d.editor == "":
			return f, had, send(noticedMsg{text: d.words().Editor.Unset, role: theme.Warn}), true
		}
		return f.Busy(true), had, d.lend(msg), true
	case lentMsg:
		switch {
		case msg.form != f.ID():
			return f, had, nil, false
		case msg.err != nil:
			return f.Busy(false), had, send(noticedMsg{text: faultOfEditor(d, msg.err, false), role: theme.Bad}), true
		}
		return f, msg.lent, visitEditor(d, msg), true
	case editedMsg:
		if msg.form != f.ID() {
			return f, had, nil, false
		}
		next, cmd := edited(d, f.Busy(false), had, msg)
		return next, lent{}, cmd, true
	}
	return f, had, nil, false
}

// lend writes the text to a file of its own, beside the drafts.
func (d *desk) lend(msg widget.FormEditorMsg) tea.Cmd {
	var keeper *draft.Keeper
	if d.shelf != nil {
		keeper = d.shelf.keeper
	}
	command := d.editor
	return func() tea.Msg {
		path, err := "", errors.New("tui: no folder of drafts")
		if keeper != nil {
			path, err = keeper.Lend(msg.Text)
		}
		if err != nil {
			return lentMsg{form: msg.Form, err: &editor.Error{Command: editor.Name(command), Trouble: editor.NoFile}}
		}
		return lentMsg{form: msg.Form, lent: lent{msg.Field, path, msg.Text}}
	}
}

// visitEditor gives the terminal to the editor until it ends.
func visitEditor(d *desk, msg lentMsg) tea.Cmd {
	visit := keptVisit{editor.NewVisit(d.editor, msg.lent.path), d.shelf.keeper}
	return tea.Exec(visit, func(err error) tea.Msg {
		left, unread := visit.Take(mostEdited)
		if unread != nil {
			left = msg.lent.text
		}
		if err == nil {
			err = unread
		}
		return editedMsg{form: msg.form, text: left, err: err, ended: visit.Ended()}
	})
}

// keptVisit is a stay in an editor before which the draft is safe.
type keptVisit struct {
	*editor.Visit
	keeper *draft.Keeper
}

// Run starts the editor and waits for its end.
func (v keptVisit) Run() error {
	v.keeper.Flush()
	return v.Visit.Run()
}

// edited takes what the editor left, unless it is what it was given. An editor
// that failed and left nothing had no text to give.
func edited(d *desk, f widget.Form, had lent, msg editedMsg) (widget.Form, tea.Cmd) {
	left := taken(msg.text, had.text)
	changed := left != had.text && (msg.err == nil || strings.TrimSpace(left) != "")
	if changed {
		f = f.Rewrite(had.field, left)
	}
	cmds := []tea.Cmd{d.returned(had.path)}
	if msg.err != nil && !msg.ended {
		cmds = append(cmds, send(noticedMsg{text: faultOfEditor(d, msg.err, changed), role: theme.Warn}))
	}
	if msg.ended {
		cmds = append(cmds, tea.Quit)
	}
	return f, tea.Batch(cmds...)
}

// returned removes the file that an editor had, once the draft holds its text.
func (d *desk) returned(path string) tea.Cmd {
	keeper := d.shelf.keeper
	return func() tea.Msg {
		keeper.Forget(path)
		return nil
	}
}

// taken is what an editor left as the form takes it: cleaned, and without the
// line break that editors put after the last line.
func taken(left, had string) string {
	left = text.Body(left)
	if !strings.HasSuffix(had, "\n") {
		left = strings.TrimSuffix(left, "\n")
	}
	return left
}

func faultOfEditor(d *desk, err error, changed bool) string {
	w := d.words().Editor
	after := w.Intact
	if changed {
		after = w.TakenAll
	}
	var fault *editor.Error
	if errors.As(err, &fault) {
		return fmt.Sprintf(w.Troubles[fault.Trouble], text.Line(text.Limit(fault.Command, 60))) + " " + after
	}
	return d.loc.Error(err) + " " + after
}

// editorCommand is the key of the editor, in a long text.
func editorCommand(d *desk, f widget.Form, cmds []command) []command {
	if f.Mode() != widget.FormLong || d.noExec {
		return cmds
	}
	key := command{key: keymap.Editor}
	if d.editor == "" {
		key.off = d.words().Editor.Unset
	}
	return append(cmds, key)
}
