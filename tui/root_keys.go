package tui

import (
	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/tui/keymap"
	"suivi/tui/theme"
)

// act runs a command whose answer decides what the next keys mean.
func (r root) act(cmd tea.Cmd) (root, tea.Cmd) {
	if cmd == nil {
		return r, nil
	}
	r.acting = true
	return r, func() tea.Msg { return actedMsg{cmd()} }
}

// acted takes the answer, then the keys that waited for it.
func (r root) acted(msg actedMsg) (tea.Model, tea.Cmd) {
	r.acting = false
	r = r.waited()
	switch m := msg.msg.(type) {
	case nil:
		return r.replay(nil)
	case tea.BatchMsg, tea.QuitMsg:
		return r.replay(func() tea.Msg { return m })
	}
	next, cmd := r.Update(msg.msg)
	if model, ok := next.(root); ok {
		return model.replay(cmd)
	}
	return next, cmd
}

// replay takes the keys and the pastes that waited, until one makes the rest
// wait again.
func (r root) replay(cmd tea.Cmd) (tea.Model, tea.Cmd) {
	cmds := []tea.Cmd{cmd}
	for len(r.ahead) > 0 && !r.waits() {
		typed := r.ahead[0]
		r.ahead = r.ahead[1:]
		next, more := r.typed(typed)
		cmds = append(cmds, more)
		model, ok := next.(root)
		if !ok {
			return next, tea.Batch(cmds...)
		}
		r = model
	}
	return r, tea.Batch(cmds...)
}

// waits tells whether a key pressed now must wait: for a command's answer, or
// for a form that is being saved.
func (r root) waits() bool {
	if r.acting {
		return true
	}
	if d := r.front(); d != nil {
		s, ok := d.(saver)
		return ok && s.Saving()
	}
	s, ok := r.top().(saver)
	return ok && s.Saving()
}

// mostAhead is how many keys and pastes may wait.
const mostAhead = 200

// typed takes a key or a paste.
func (r root) typed(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return r.press(msg)
	case tea.PasteMsg:
		return r.paste(msg)
	}
	return r, nil
}

// later keeps a key or a paste until those before it are answered.
func (r root) later(msg tea.Msg) root {
	if len(r.ahead) < mostAhead {
		r.ahead = append(r.ahead[:len(r.ahead):len(r.ahead)], msg)
	}
	return r
}

// paste goes where text is being taken, and nowhere else. It comes after the
// keys that were pressed before it.
func (r root) paste(msg tea.PasteMsg) (tea.Model, tea.Cmd) {
	if r.waits() {
		return r.later(msg), nil
	}
	if len(r.dialogs) > 0 {
		return r.toDialog(msg)
	}
	p, cmd := r.top().Update(msg)
	return r.setTop(p), cmd
}

// front is the dialog that has the keys; nil when none is open.
func (r root) front() dialog {
	if len(r.dialogs) == 0 {
		return nil
	}
	return r.dialogs[len(r.dialogs)-1]
}

func (r root) toDialog(msg tea.Msg) (tea.Model, tea.Cmd) {
	d, cmd := r.front().Update(msg)
	r.dialogs = append(append([]dialog{}, r.dialogs[:len(r.dialogs)-1]...), d)
	press, isKey := msg.(tea.KeyPressMsg)
	if _, ok := d.(decider); ok || isKey && press.String() == "esc" {
		return r.act(cmd)
	}
	return r, cmd
}

// press dispatches one key: dialog, help, text, then the page's commands, then
// the keys that work everywhere.
func (r root) press(msg tea.KeyPressMsg) (tea.Model, tea.Cmd) {
	name := msg.String()
	switch {
	case name == "ctrl+c":
		return r.leave()
	case r.waits() && name == "esc" && r.waiting:
		// The wait is said, and this gives it up.
		r.ahead = nil
		r.d.saves.giveUp()
		return r, nil
	case r.waits() && name == "esc" && len(r.ahead) == 0 && !r.acting && r.front() == nil && !typing(r.top()) && r.kept() == "":
		// A page that is only loading may be left at once, unless what it loads
		// tells whether it may.
		r.notice = noticedMsg{}
		return r.pressed(msg, name)
	case r.waits():
		return r.later(msg), nil
	}
	r.glance = glance{}
	r.notice = noticedMsg{}
	return r.pressed(msg, name)
}

// pressed gives a key to whom it belongs.
func (r root) pressed(msg tea.KeyPressMsg, name string) (tea.Model, tea.Cmd) {
	switch {
	case r.small():
		if keymap.Quit.Matches(name) && !typing(r.top()) {
			return r.leave()
		}
		return r.measure(msg) // nothing may act unseen
	case r.help.open:
		r.help = r.help.press(name, r.bodyHeight())
		return r, nil
	case name == "f1", keymap.Help.Matches(name) && len(r.dialogs) == 0 && answering(r.top()):
		r.help = newHelpPane(r.d, r.live(), r.width)
		return r, nil
	case len(r.dialogs) > 0:
		return r.toDialog(msg)
	case typing(r.top()):
		p, cmd := r.top().Update(msg)
		if r = r.setTop(p); name == "esc" {
			return r.act(cmd) // it may leave the form: the next keys are not for it
		}
		return r, cmd
	case r.going:
		r.going = false
		return r.goLetter(name)
	}
	if s, ok := r.top().(settler); ok {
		if p, cmd, settles := s.Settle(name); settles {
			r = r.setTop(p)
			r.ahead = append([]tea.Msg{msg}, r.ahead...)
			if cmd == nil {
				return r.replay(nil)
			}
			return r.act(cmd)
		}
	}
	for _, c := range r.top().Commands() {
		if c.do != nil && c.key.Matches(name) {
			return r.run(c, name)
		}
	}
	return r.everywhere(name)
}

// run carries out a command, or says why it cannot act.
func (r root) run(c command, name string) (tea.Model, tea.Cmd) {
	if c.off != "" {
		r.notice = noticedMsg{text: c.off, role: theme.Warn}
		return r, nil
	}
	p, cmd := c.do(r.top(), name)
	r = r.setTop(p)
	if c.once {
		return r.act(cmd)
	}
	return r, cmd
}

// kept says why a letter does not lead away from the page on top; empty when it
// does.
func (r root) kept() string {
	if k, ok := r.top().(keeper); ok {
		return k.Keeps()
	}
	return ""
}

// under says why quitting waits for a page below that letters do not lead away
// from: a session that runs under one of its lists.
func (r root) under() string {
	for _, p := range r.stack[:len(r.stack)-1] {
		if k, ok := p.(keeper); ok && k.Keeps() != "" {
			return r.d.words().Session.Under
		}
	}
	return ""
}

// keep says how a page that is kept is left.
func (r root) keep() (tea.Model, tea.Cmd) {
	r.notice = noticedMsg{text: r.kept(), role: theme.Accent}
	return r, nil
}

func (r root) everywhere(name string) (tea.Model, tea.Cmd) {
	if r.kept() != "" && (keymap.Language.Matches(name) || keymap.Quit.Matches(name)) {
		return r.keep()
	}
	if why := r.under(); why != "" && name == keymap.Quit.Show {
		r.notice = noticedMsg{text: why, role: theme.Accent}
		return r, nil
	}
	for _, c := range r.globals() {
		if c.key.Matches(name) {
			return r.global(c.key, name)
		}
	}
	return r, nil
}

// globals are the keys that work on every screen that is not taking text.
func (r root) globals() []command {
	keys := []keymap.Key{keymap.Palette, keymap.Help, keymap.Language}
	if r.under() == "" {
		keys = append(keys, keymap.Quit)
	}
	if r.d.book != nil {
		keys = append([]keymap.Key{keymap.Go, keymap.Places, keymap.Search, keymap.Undo, keymap.Redo}, keys...)
	}
	if len(r.stack) > 1 {
		keys = append([]keymap.Key{keymap.Back}, keys...)
	}
	cmds := make([]command, len(keys))
	for i, k := range keys {
		cmds[i] = command{key: k, quiet: k.Show == keymap.Undo.Show || k.Show == keymap.Redo.Show}
	}
	if r.d.book == nil {
		return cmds
	}
	cmds = append(cmds, quiet(command{key: keymap.AllSaved}))
	if r.cfg.SaveAs != nil {
		cmds = append(cmds, command{key: keymap.SaveAs, quiet: r.d.trouble == ""})
	}
	return cmds
}

func (r root) global(k keymap.Key, name string) (tea.Model, tea.Cmd) {
	switch k.Show {
	case keymap.Back.Show:
		return r.pop()
	case keymap.Go.Show:
		r.going = true
		return r, nil
	case keymap.Places.Show:
		if n, ok := keymap.Digit(name); ok {
			return r.visit(place(n))
		}
	case keymap.AllSaved.Show:
		return r.allSaved(), nil
	case keymap.SaveAs.Show:
		return r.saveAs(nil)
	case keymap.Undo.Show:
		return r.takeBack(committee.VerbUndo)
	case keymap.Redo.Show:
		return r.takeBack(committee.VerbRedo)
	case keymap.Search.Show:
		return r.search()
	case keymap.Palette.Show:
		return r.palette()
	case keymap.Help.Show:
		r.help = newHelpPane(r.d, r.live(), r.width)
	case keymap.Language.Show:
		return r.switchLanguage()
	case keymap.Quit.Show:
		return r.leave()
	}
	return r, nil
}

// goLetter goes to the register a letter names; g goes to the top of the page.
func (r root) goLetter(name string) (tea.Model, tea.Cmd) {
	if name == "g" {
		for _, c := range r.top().Commands() {
			if c.key.Show == keymap.Top.Show {
				return r.run(c, "home")
			}
		}
		return r, nil
	}
	if r.kept() != "" && name != "esc" {
		return r.keep()
	}
	if n, ok := keymap.Digit(name); ok {
		return r.visit(place(n))
	}
	for _, pl := range places {
		if pl.letter == name {
			return r.visit(pl.place)
		}
	}
	if name != "esc" {
		r.notice = noticedMsg{text: r.d.words().Root.NoSuchPlace, role: theme.Warn}
	}
	return r, nil
}

// leave quits; typing that would be lost is pointed out first.
func (r root) leave() (tea.Model, tea.Cmd) {
	if c, ok := r.front().(choiceDialog); ok && c.quitting {
		return r, tea.Quit
	}
	unsaved := r.unsaved()
	if !unsaved && r.lost() {
		return r.Update(askedMsg{r.askLost()})
	}
	if !unsaved {
		return r, tea.Quit
	}
	return r.Update(askedMsg{r.askQuit()})
}

// unsaved tells whether something is typed that the file does not hold.
func (r root) unsaved() bool {
	for _, p := range r.stack {
		if w, ok := p.(worker); ok && w.Unsaved() {
			return true
		}
	}
	for _, d := range r.dialogs {
		if w, ok := d.(worker); ok && w.Unsaved() {
			return true
		}
	}
	return false
}

// allSaved answers the key that saves a form, where there is none: it says how
// what was done is kept.
func (r root) allSaved() root {
	w := r.d.words().Watch
	switch {
	case r.unsaved():
		r.notice = noticedMsg{text: w.NotAllSaved, role: theme.Warn}
	case r.d.trouble != "":
		r.notice = noticedMsg{text: r.d.trouble, role: theme.Bad}
		if r.cfg.SaveAs != nil {
			r.notice.text += r.d.words().Common.Comma + w.Offer
		}
	default:
		r.notice = noticedMsg{text: w.AllSaved, role: theme.Good}
	}
	return r
}
