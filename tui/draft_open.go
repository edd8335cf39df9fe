package tui

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/internal/draft"
	"suivi/internal/register"
	"suivi/internal/text"
	"suivi/tui/theme"
)

// draftMsg is what happened to drafts; the root passes it on here.
type draftMsg interface {
	drafts(root) (tea.Model, tea.Cmd)
}

// leftover is a draft of a program that is gone.
type leftover struct {
	id   string
	head draftHead
	// made is what its forms were made of, without what was typed; empty where
	// that cannot be read.
	made []draftForm
}

// title says which form it is in the language of whoever is asked: the one
// written down, in the language it was typed in, only where no form is made of
// the draft any more.
func (l leftover) title(d *desk) string {
	titles := make([]string, len(l.made))
	for i, f := range l.made {
		opened, err := madeAgain(d, f)
		if err != nil {
			return l.head.Title
		}
		form, ok := openedForm(opened)
		if !ok || form.title == "" {
			return l.head.Title
		}
		titles[i] = form.title
	}
	return cmp.Or(strings.Join(titles, " "+d.styles.Glyph.More+" "), l.head.Title)
}

// makings are what the forms of a draft were made of.
func makings(keeper *draft.Keeper, id string) []draftForm {
	data, err := keeper.Body(id)
	var body draftBody
	if err != nil || json.Unmarshal(data, &body) != nil || len(body.Forms) > mostNested {
		return nil
	}
	for i := range body.Forms {
		body.Forms[i].Typed = nil
	}
	return body.Forms
}

// Messages about drafts.
type (
	// draftsFoundMsg says what was left behind, and where what cannot be read
	// was put.
	draftsFoundMsg struct {
		left   []leftover
		broken []string
	}
	// draftsAskedMsg asks for the list of what was left behind.
	draftsAskedMsg struct{}
	// draftReadMsg brings a draft to be resumed, in place of the form that was
	// opened in the meantime, if any.
	draftReadMsg struct {
		left    leftover
		body    draftBody
		texts   map[int]lentText // what an editor left, by form
		instead int
	}
	// draftUnusableMsg says that a draft cannot be resumed, and where it lies.
	draftUnusableMsg struct{ id, path string }
	// draftDroppedMsg says that a draft was given up.
	draftDroppedMsg struct{ id string }
	// abandonedMsg says that what is open is given up, and the program left.
	abandonedMsg struct{}
	// draftNudgeMsg says that writing began to fail, or to work again.
	draftNudgeMsg struct{}
)

// lentText is a text found where an editor had it.
type lentText struct{ field, path, text string }

// findDrafts looks for what programs that are gone left behind.
func (d *desk) findDrafts() tea.Cmd {
	keeper := d.shelf.keeper
	return func() tea.Msg {
		found, broken := keeper.Left()
		msg := draftsFoundMsg{broken: broken}
		for _, l := range found {
			var head draftHead
			if json.Unmarshal(l.Head, &head) != nil || len(head.Forms) == 0 || len(head.Forms) > mostNested {
				if path, err := keeper.SetAside(l.ID); err == nil {
					msg.broken = append(msg.broken, path)
				}
				continue
			}
			head.Title, head.Words, head.By = text.Line(head.Title), text.Line(head.Words), text.Line(head.By)
			msg.left = append(msg.left, leftover{l.ID, head, makings(keeper, l.ID)})
		}
		return msg
	}
}

// mostNested is how many forms stand one in the other at most.
const mostNested = 20

func (m draftsFoundMsg) drafts(r root) (tea.Model, tea.Cmd) {
	r.d.shelf.left, r.d.shelf.found = m.left, true
	if len(m.broken) > 0 {
		r.notice = noticedMsg{text: fmt.Sprintf(r.d.words().Draft.Broken, m.broken[0]), role: theme.Warn}
	}
	return r, nil
}

func (draftsAskedMsg) drafts(r root) (tea.Model, tea.Cmd) {
	return r.Update(askedMsg{newDraftDialog(r.d, r.d.shelf.left, 0)})
}

func (m draftDroppedMsg) drafts(r root) (tea.Model, tea.Cmd) {
	r.d.shelf.keeper.Drop(m.id)
	r.d.shelf.forget(m.id)
	r.notice = noticedMsg{text: r.d.words().Draft.Dropped, role: theme.Good}
	return r.tell(m)
}

func (m draftUnusableMsg) drafts(r root) (tea.Model, tea.Cmd) {
	r.d.shelf.forget(m.id)
	r.notice = noticedMsg{text: fmt.Sprintf(r.d.words().Draft.Unusable, m.path), role: theme.Warn}
	return r.tell(draftDroppedMsg{m.id})
}

func (abandonedMsg) drafts(r root) (tea.Model, tea.Cmd) {
	for _, s := range r.d.shelf.live {
		if s.written {
			r.d.shelf.keeper.Drop(s.id)
		}
	}
	r.d.shelf.ending = true
	return r, tea.Quit
}

func (draftNudgeMsg) drafts(r root) (tea.Model, tea.Cmd) { return r, nil }

// forget takes a draft off the list of those left behind.
func (s *shelf) forget(id string) {
	var left []leftover
	for _, l := range s.left {
		if l.id != id {
			left = append(left, l)
		}
	}
	s.left = left
}

// offerDrafts tells once of what was left behind, as soon as nothing else is
// going on; and again when the same form is opened by hand.
func (r root) offerDrafts(fresh []openForm) (root, tea.Cmd) {
	s := r.d.shelf
	if len(s.left) == 0 || r.d.actor.ReadOnly {
		return r, nil
	}
	for _, f := range fresh {
		var same []leftover
		for _, l := range s.left {
			if l.head.Forms[0].origin().same(f.origin) {
				same = append(same, l)
			}
		}
		if len(same) > 0 && !f.form.Changed() {
			return r.asking(newDraftDialog(r.d, same, f.number))
		}
	}
	calm := r.d.book != nil && len(r.dialogs) == 0 && !typing(r.top()) && !r.help.open && !r.going && !r.waits()
	if s.offered || !calm {
		return r, nil
	}
	s.offered = true
	return r.asking(newDraftDialog(r.d, s.left, 0))
}

func (r root) asking(q dialog) (root, tea.Cmd) {
	next, cmd := r.Update(askedMsg{q})
	if asking, ok := next.(root); ok {
		return asking, cmd
	}
	return r, cmd
}

// resume reads a draft that was left behind.
func (d *desk) resume(l leftover, instead int) tea.Cmd {
	keeper := d.shelf.keeper
	return func() tea.Msg {
		msg := draftReadMsg{left: l, instead: instead, texts: map[int]lentText{}}
		data, err := keeper.Body(l.id)
		if err == nil {
			err = json.Unmarshal(data, &msg.body)
		}
		if n := len(msg.body.Forms); err != nil || n == 0 || n > mostNested {
			return asideMsg(keeper, l.id)
		}
		for i, f := range msg.body.Forms {
			if f.Lent == nil {
				continue
			}
			if path, left, err := keeper.Lent(f.Lent.File); err == nil {
				msg.texts[i] = lentText{f.Lent.Field, path, left}
			}
		}
		return msg
	}
}

func asideMsg(keeper *draft.Keeper, id string) tea.Msg {
	path, _ := keeper.SetAside(id)
	return draftUnusableMsg{id, path}
}

// drafts opens the form of a draft, and those opened from it, on the page of
// the thing.
func (m draftReadMsg) drafts(r root) (tea.Model, tea.Cmd) {
	opened := make([]tea.Msg, len(m.body.Forms))
	for i, f := range m.body.Forms {
		var err error
		if opened[i], err = remade(r.d, f, m.texts[i]); err != nil {
			keeper, id := r.d.shelf.keeper, m.left.id
			return r, func() tea.Msg { return asideMsg(keeper, id) }
		}
	}
	if !nest(opened, m.body.Forms) {
		keeper, id := r.d.shelf.keeper, m.left.id
		return r, func() tea.Msg { return asideMsg(keeper, id) }
	}
	s := r.d.shelf
	s.forget(m.left.id)
	r, cmd := r.without(m.instead)
	cmds := []tea.Cmd{cmd}
	if base := r.base(opened[0]); base != nil && m.instead == 0 {
		opened = append([]tea.Msg{pushedMsg{base}}, opened...)
	}
	for _, msg := range opened {
		if f, ok := openedForm(msg); ok && len(s.live[f.number].id) == 0 {
			s.live[f.number] = sitting{id: m.left.id, written: true}
			s.name(f.number, m.left.id)
			break
		}
	}
	for _, msg := range opened {
		next, cmd := r.Update(msg)
		cmds = append(cmds, cmd)
		if on, ok := next.(root); ok {
			r = on
		}
	}
	for _, t := range m.texts {
		s.keeper.Forget(t.path)
	}
	r.notice = noticedMsg{text: r.d.words().Draft.Resumed, role: theme.Good}
	return r, tea.Batch(cmds...)
}

// without takes away the form that was opened by hand where a draft of it is
// resumed.
func (r root) without(number int) (root, tea.Cmd) {
	if number == 0 {
		return r, nil
	}
	var stack []page
	for _, p := range r.stack {
		if d, ok := p.(drafted); !ok || d.Drafted().number != number {
			stack = append(stack, p)
		}
	}
	var dialogs []dialog
	for _, p := range r.dialogs {
		if d, ok := p.(drafted); !ok || d.Drafted().number != number {
			dialogs = append(dialogs, p)
		}
	}
	r.stack, r.dialogs = stack, dialogs
	return r.layout()
}

// base is the page that a resumed form stands on: the one its seed knows, else
// that of its thing, else that of the thing it belongs to, else its register.
func (r root) base(opened tea.Msg) page {
	f, ok := openedForm(opened)
	if !ok || f.origin.form == "who" {
		return nil
	}
	if s, ok := f.origin.seed.(standing); ok {
		if p := s.stands(r.d); p != nil {
			return p
		}
	}
	for _, t := range []committee.Thing{f.origin.thing, f.origin.of} {
		if t.Zero() {
			continue
		}
		if p := newPage(r.d, t); p != nil {
			return p
		}
	}
	if msg, ok := opened.(pushedMsg); ok {
		if p, ok := msg.page.(formPage); ok && p.spec.place != atHome {
			return newRegister(r.d, p.spec.place)
		}
	}
	return nil
}

// openedForm is the form that a message opens.
func openedForm(msg tea.Msg) (openForm, bool) {
	switch msg := msg.(type) {
	case pushedMsg:
		if d, ok := msg.page.(drafted); ok {
			return d.Drafted(), true
		}
	case askedMsg:
		if d, ok := msg.dialog.(drafted); ok {
			return d.Drafted(), true
		}
	}
	return openForm{}, false
}

// nest ties each form to the one opened from it; false when they do not fit.
func nest(opened []tea.Msg, forms []draftForm) bool {
	for i := len(opened) - 1; i > 0; i-- {
		child, ok := openedForm(opened[i])
		under, page := opened[i-1].(pushedMsg)
		if !ok || !page {
			return false
		}
		form, ok := under.page.(formPage)
		if !ok {
			return false
		}
		form.waiting, form.nested = forms[i].Fills, child.number
		opened[i-1] = pushedMsg{form}
	}
	return true
}

// labels are the names of what stood in the lookups of a form, so that it can
// be made again without the file.
func namesFrom(labels []draftLabel) register.Names {
	names := register.Names{}
	for _, l := range labels {
		names[l.Thing] = register.Name{Short: text.Line(l.Label)}
	}
	return names
}

// errNoForm says that a draft is of no form that this program has.
var errNoForm = errors.New("tui: no such form")
