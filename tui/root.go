package tui

import (
	tea "charm.land/bubbletea/v2"

	"suivi/internal/i18n"
	"suivi/tui/keymap"
	"suivi/tui/theme"
)

// Limits of the screen: below the least a plain word stands in for the frame;
// above the most the rest stays empty, so that an absurd size costs nothing.
const (
	leastWidth, leastHeight = 60, 12
	mostWidth, mostHeight   = 500, 200
)

// root holds the stack of pages, the dialog under the top one, the title line
// and the footer. Keys go to the top page, every other message to every page.
type root struct {
	d      *desk
	cfg    Config
	width  int
	height int
	stack  []page
	// dialogs stand under the top page, the last in front: a question may
	// stand before a prompt whose save is under way.
	dialogs []dialog
	notice  noticedMsg
	help    helpPane
	going   bool // g was pressed: the next letter names a register
	dark    bool
	// acting tells that a key's command has not answered yet; ahead are the
	// keys pressed meanwhile, which mean what they mean once it has.
	acting bool
	ahead  []tea.KeyPressMsg
}

func newRoot(cfg Config, d *desk, first ...page) root {
	return root{d: d, cfg: cfg, stack: first, dark: true, width: 80, height: 24}
}

// Init loads the first pages.
func (r root) Init() tea.Cmd {
	cmds := []tea.Cmd{tea.RequestBackgroundColor}
	for _, p := range r.stack {
		cmds = append(cmds, p.Init())
	}
	return tea.Batch(cmds...)
}

// Update routes a message.
func (r root) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		r.width, r.height = min(msg.Width, mostWidth), min(msg.Height, mostHeight)
		return r.layout()
	case tea.BackgroundColorMsg:
		r.dark = msg.IsDark()
		return r.restyle()
	case tea.KeyPressMsg:
		return r.press(msg)
	case tea.PasteMsg:
		return r.paste(msg)
	case pushedMsg:
		r.dialogs, r.stack = nil, append(r.stack[:len(r.stack):len(r.stack)], msg.page)
		return r.enter()
	case poppedMsg:
		return r.popped(msg)
	case actedMsg:
		return r.acted(msg)
	case askedMsg:
		if q, ok := r.front().(choiceDialog); ok && q.asks(msg.dialog) {
			return r, nil // the same question is not asked twice
		}
		r.dialogs = append(append([]dialog{}, r.dialogs...), msg.dialog)
		next, cmd := r.layout()
		return next, tea.Batch(cmd, msg.dialog.Init())
	case answeredMsg:
		r.dialogs = r.dialogs[:max(len(r.dialogs)-1, 0)]
		next, cmd := r.layout()
		next, then := next.act(msg.then)
		return next, tea.Batch(cmd, then)
	case openedMsg:
		return r.open(msg)
	case identifiedMsg:
		return r.identify(msg)
	}
	return r.note(msg)
}

// note handles what is said in the notice line, then tells every page.
func (r root) note(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case noticedMsg:
		r.notice = msg
		return r, nil
	case failedMsg:
		r.notice = noticedMsg{text: r.d.loc.Error(msg.err), role: theme.Bad}
		return r.changed(changedMsg{}, nil)
	case failedQuietlyMsg:
		r.notice = noticedMsg{text: r.d.loc.Error(msg.err), role: theme.Bad}
		return r, nil
	case savedMsg:
		if f, ok := r.top().(formPage); ok && msg.from == f.number && len(r.stack) > 1 {
			r.stack = append([]page{}, r.stack[:len(r.stack)-1]...)
		}
		if msg.notice != "" {
			r.notice = noticedMsg{text: msg.notice, role: theme.Good}
		}
		next, cmd := r.tell(msg)
		return next.changed(changedMsg{msg.thing}, cmd)
	}
	if _, ok := msg.(topOnly); ok {
		p, cmd := r.top().Update(msg)
		return r.setTop(p).act(cmd)
	}
	next, cmd := r.tell(msg)
	return next.replay(cmd)
}

// changed tells every page that the file changed, at once: the keys that wait
// are for what the pages will then show.
func (r root) changed(msg changedMsg, cmd tea.Cmd) (tea.Model, tea.Cmd) {
	next, more := r.tell(msg)
	return next, tea.Batch(cmd, more)
}

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

// replay presses the keys that waited, until one makes the rest wait again.
func (r root) replay(cmd tea.Cmd) (tea.Model, tea.Cmd) {
	cmds := []tea.Cmd{cmd}
	for len(r.ahead) > 0 && !r.waits() {
		key := r.ahead[0]
		r.ahead = r.ahead[1:]
		next, more := r.press(key)
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

// mostAhead is how many keys may wait.
const mostAhead = 200

// tell hands a message to every open page and to the dialog.
func (r root) tell(msg tea.Msg) (root, tea.Cmd) {
	var cmds []tea.Cmd
	stack := make([]page, len(r.stack))
	for i, p := range r.stack {
		var cmd tea.Cmd
		stack[i], cmd = p.Update(msg)
		cmds = append(cmds, cmd)
	}
	r.stack = stack
	dialogs := make([]dialog, len(r.dialogs))
	for i, d := range r.dialogs {
		var cmd tea.Cmd
		dialogs[i], cmd = d.Update(msg)
		cmds = append(cmds, cmd)
	}
	r.dialogs = dialogs
	return r, tea.Batch(cmds...)
}

// layout gives every page and the dialog their area.
func (r root) layout() (root, tea.Cmd) {
	dialogs := make([]dialog, len(r.dialogs))
	for i, d := range r.dialogs {
		dialogs[i] = d.Resize(r.width, min(max(r.bodyHeight()*2/3, 8), r.bodyHeight()-1))
	}
	r.dialogs = dialogs
	return r.tell(areaMsg{width: r.width, height: r.bodyHeight()})
}

// small tells whether the window is too small for the frame.
func (r root) small() bool { return r.width < leastWidth || r.height < leastHeight }

// bodyHeight is what title, rules and footer leave.
func (r root) bodyHeight() int { return max(r.height-4, 1) }

func (r root) top() page { return r.stack[len(r.stack)-1] }

func (r root) setTop(p page) root {
	r.stack = append(append([]page{}, r.stack[:len(r.stack)-1]...), p)
	return r
}

// enter lays out and loads the page just pushed.
func (r root) enter() (tea.Model, tea.Cmd) {
	p, sized := r.top().Update(areaMsg{width: r.width, height: r.bodyHeight()})
	r = r.setTop(p)
	return r, tea.Batch(sized, p.Init())
}

// popped closes the page that asked for it; one closed meanwhile is left alone.
func (r root) popped(msg poppedMsg) (tea.Model, tea.Cmd) {
	if f, ok := r.top().(interface{ Number() int }); msg.from != 0 && (!ok || f.Number() != msg.from) {
		return r, nil
	}
	return r.pop()
}

func (r root) pop() (tea.Model, tea.Cmd) {
	if len(r.stack) > 1 {
		r.stack = append([]page{}, r.stack[:len(r.stack)-1]...)
	}
	return r, nil
}

// visit goes to a register: home stays at the bottom of the stack.
func (r root) visit(to place) (tea.Model, tea.Cmd) {
	if r.d.book == nil {
		return r, nil
	}
	r.stack, r.dialogs = append([]page{}, r.stack[:1]...), nil
	if to == atHome {
		return r, r.top().Init()
	}
	r.stack = append(r.stack, newRegister(r.d, to))
	return r.enter()
}

// restyle applies the colours and the language, then tells every page.
func (r root) restyle() (tea.Model, tea.Cmd) {
	r.d.styles = theme.New(theme.Options{Dark: r.dark, NoColor: r.cfg.NoColor, ASCII: r.cfg.ASCII})
	return r.tell(restyledMsg{})
}

// switchLanguage goes from French to English and back, and remembers it.
func (r root) switchLanguage() (tea.Model, tea.Cmd) {
	r.d.loc = i18n.For(otherLanguage(r.d.loc.Lang))
	next, cmd := r.restyle()
	return next, tea.Batch(cmd, r.remember())
}

// paste goes where text is being taken, and nowhere else.
func (r root) paste(msg tea.PasteMsg) (tea.Model, tea.Cmd) {
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
	if _, question := d.(choiceDialog); question {
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
	case r.waits() && name == "esc" && (r.acting || r.front() != nil || typing(r.top())):
		r.ahead = nil
		return r, nil
	case r.waits() && name == "esc":
		// A page that is only loading may be left at once.
		r.ahead, r.notice = nil, noticedMsg{}
		return r.pressed(msg, name)
	case r.waits():
		if len(r.ahead) < mostAhead {
			r.ahead = append(r.ahead[:len(r.ahead):len(r.ahead)], msg)
		}
		return r, nil
	}
	refused := r.notice.text != "" && r.notice.role != theme.Good
	r.notice = noticedMsg{}
	if refused && name == "esc" && r.front() == nil && !r.help.open && !typing(r.top()) {
		return r, nil // the first esc puts the refusal away
	}
	return r.pressed(msg, name)
}

// pressed gives a key to whom it belongs.
func (r root) pressed(msg tea.KeyPressMsg, name string) (tea.Model, tea.Cmd) {
	switch {
	case r.small():
		if keymap.Quit.Matches(name) && !typing(r.top()) {
			return r.leave()
		}
		return r, nil // nothing may act unseen
	case r.help.open:
		r.help = r.help.press(name, r.bodyHeight())
		return r, nil
	case name == "f1":
		r.help = newHelpPane(r.d, r.live(), r.width)
		return r, nil
	case len(r.dialogs) > 0:
		return r.toDialog(msg)
	case typing(r.top()):
		p, cmd := r.top().Update(msg)
		return r.setTop(p), cmd
	case r.going:
		r.going = false
		return r.goLetter(name)
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

func (r root) everywhere(name string) (tea.Model, tea.Cmd) {
	for _, c := range r.globals() {
		if c.key.Matches(name) {
			return r.global(c.key, name)
		}
	}
	return r, nil
}

// globals are the keys that work on every screen that is not taking text.
func (r root) globals() []command {
	keys := []keymap.Key{keymap.Help, keymap.Language, keymap.Quit}
	if r.d.book != nil {
		keys = append([]keymap.Key{keymap.Go, keymap.Places}, keys...)
	}
	if len(r.stack) > 1 {
		keys = append([]keymap.Key{keymap.Back}, keys...)
	}
	cmds := make([]command, len(keys))
	for i, k := range keys {
		cmds[i] = command{key: k}
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
	unsaved := false
	for _, p := range r.stack {
		w, ok := p.(worker)
		unsaved = unsaved || ok && w.Unsaved()
	}
	for _, d := range r.dialogs {
		w, ok := d.(worker)
		unsaved = unsaved || ok && w.Unsaved()
	}
	if !unsaved {
		return r, tea.Quit
	}
	w := r.d.words().Root
	return r.Update(askedMsg{choiceDialog{d: r.d, quitting: true, title: w.QuitTitle, lines: []string{w.QuitLine}, choices: []choice{
		{key: "q", word: w.QuitNow, then: tea.Quit},
		{key: "esc", word: w.QuitStay},
	}}})
}

func typing(p page) bool {
	t, ok := p.(typist)
	return ok && t.Typing()
}
