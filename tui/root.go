package tui

import (
	tea "charm.land/bubbletea/v2"

	"suivi/internal/i18n"
	"suivi/internal/register"
	"suivi/tui/theme"
	"suivi/tui/widget"
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
	// keys pressed and the texts pasted meanwhile, which mean what they mean
	// once it has.
	acting bool
	ahead  []tea.Msg
	// seen is what is known of the file, watch counts the files followed.
	seen    register.News
	watch   int
	glance  glance
	waiting bool // it is said that a save waits
}

func newRoot(cfg Config, d *desk, first ...page) root {
	return root{d: d, cfg: cfg, stack: first, dark: true, width: 80, height: 24}
}

// Init loads the first pages.
func (r root) Init() tea.Cmd {
	cmds := []tea.Cmd{tea.RequestBackgroundColor, r.listen()}
	for _, p := range r.stack {
		cmds = append(cmds, p.Init())
	}
	return tea.Batch(append(cmds, r.follow(), r.held(), r.visited())...)
}

// Update routes a message.
func (r root) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		r.width, r.height = min(msg.Width, mostWidth), min(msg.Height, mostHeight)
		return r.layout()
	case measuredMsg:
		return r.measured(msg)
	case tea.BackgroundColorMsg:
		r.dark = msg.IsDark()
		return r.restyle()
	case tea.KeyPressMsg, tea.PasteMsg:
		return r.typed(msg)
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
	case invokedMsg:
		return msg.run(r)
	case draftMsg:
		return msg.drafts(r)
	case openedMsg:
		return r.open(msg)
	case identifiedMsg:
		return r.identify(msg)
	case mergedMsg:
		return r.merged(msg)
	case newsMsg:
		return r.heard(msg)
	case waitingMsg:
		return r.waitLong()
	case strandedMsg:
		return r.stranded(msg)
	case savedAsAskedMsg:
		return r.saveAs(msg.then)
	case savedAsMsg:
		return r.savedAs(msg)
	}
	return r.note(msg)
}

// note handles what is said in the notice line, then tells every page.
func (r root) note(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case noticedMsg:
		return r.say(msg), nil
	case failedMsg:
		r.notice = noticedMsg{text: r.d.loc.Error(msg.err), role: theme.Bad}
		return r.changed(changedMsg{}, strand(msg.err, 0))
	case copiedMsg:
		return r.copied(msg)
	case failedQuietlyMsg:
		r.notice = noticedMsg{text: r.d.loc.Error(msg.err), role: theme.Bad}
		return r, nil
	case savedMsg:
		if f, ok := r.top().(interface{ Number() int }); ok && msg.from == f.Number() && len(r.stack) > 1 {
			r.stack = append([]page{}, r.stack[:len(r.stack)-1]...)
		}
		if msg.notice != "" {
			r = r.say(noticedMsg{text: msg.notice, role: theme.Good})
		}
		next, cmd := r.tell(msg)
		if msg.opens == nil {
			return next.changed(changedMsg{thing: msg.thing}, cmd)
		}
		opened, more := next.changed(changedMsg{thing: msg.thing}, cmd)
		pushed, last := opened.Update(pushedMsg{msg.opens()})
		return pushed, tea.Batch(more, last)
	}
	if _, ok := msg.(topOnly); ok {
		p, cmd := r.top().Update(msg)
		return r.setTop(p).act(cmd)
	}
	if _, ok := msg.(formSavedMsg); ok {
		r = r.waited()
	}
	next, cmd := r.tell(msg)
	if _, leaves := msg.(widget.FormLeaveMsg); leaves && cmd != nil {
		return next.act(cmd) // the form closes, or a question is asked first
	}
	return next.noted().replay(cmd)
}

// changed tells every page that the file changed, at once: the keys that wait
// are for what the pages will then show.
func (r root) changed(msg changedMsg, cmd tea.Cmd) (tea.Model, tea.Cmd) {
	next, more := r.tell(msg)
	return next, tea.Batch(cmd, more)
}

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
	var cmds []tea.Cmd
	stack := make([]page, len(r.stack))
	for i, p := range r.stack {
		var cmd tea.Cmd
		stack[i], cmd = p.Update(r.area(p))
		cmds = append(cmds, cmd)
	}
	r.stack = stack
	return r, tea.Batch(cmds...)
}

// area is what title, rules and its keys leave to a page.
func (r root) area(p page) areaMsg {
	rows := r.keyRows(p)
	return areaMsg{width: r.width, height: max(r.height-3-rows, 1), spare: rows - 1}
}

// small tells whether the window is too small for the frame.
func (r root) small() bool { return r.width < leastWidth || r.height < leastHeight }

// bodyHeight is what title, rules and the keys below leave.
func (r root) bodyHeight() int { return max(r.height-3-r.footRows(), 1) }

func (r root) top() page { return r.stack[len(r.stack)-1] }

func (r root) setTop(p page) root {
	r.stack = append(append([]page{}, r.stack[:len(r.stack)-1]...), p)
	return r
}

// say shows a notice, unless the one that is shown comes before it.
func (r root) say(n noticedMsg) root {
	if !r.notice.stays || n.role != theme.Good {
		r.notice = n
	}
	return r
}

// enter lays out and loads the page just pushed.
func (r root) enter() (tea.Model, tea.Cmd) {
	p, sized := r.top().Update(r.area(r.top()))
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

func typing(p page) bool {
	t, ok := p.(typist)
	return ok && t.Typing()
}

func answering(p page) bool {
	a, ok := p.(answerer)
	return ok && a.Answering()
}
