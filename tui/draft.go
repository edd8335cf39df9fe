package tui

import (
	"strings"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/internal/draft"
	"suivi/internal/text"
	"suivi/tui/theme"
	"suivi/tui/widget"
)

// openForm is a form or a prompt on the screen, as a draft keeps it. It holds
// values only: it may be read beside the screen.
type openForm struct {
	number int
	origin origin
	title  string
	form   widget.Form
	fields []widget.Field
	// waiting is the field that the form nested is to fill.
	waiting string
	nested  int
	lent    lent
	// aside tells what else is typed, which its origin's seed holds; words are
	// the first of it. Both are empty for none.
	aside, words string
}

// drafted is a page or a dialog whose typing is kept as a draft.
type drafted interface{ Drafted() openForm }

// Drafted is the form as a draft keeps it.
func (p formPage) Drafted() openForm {
	return openForm{
		number: p.number, origin: p.spec.origin, title: p.spec.title, form: p.form, fields: p.spec.fields,
		waiting: p.waiting, nested: p.nested, lent: p.lent,
	}
}

// Drafted is the prompt as a draft keeps it.
func (p promptDialog) Drafted() openForm {
	return openForm{number: p.number, origin: p.origin, title: p.title, form: p.prompt.Form(), fields: p.fields, lent: p.lent}
}

// sitting is a form with those opened from it, one in the other: one draft.
type sitting struct {
	id      string
	forms   []openForm
	written bool
}

// shelf is what the screens know of drafts. Only the root changes it, in
// Update; commands may only say that a form is saved.
type shelf struct {
	keeper  *draft.Keeper
	live    map[int]sitting // what is open, by the number of the first form
	left    []leftover      // what programs that are gone left, the latest first
	found   bool            // they were just found: none is offered yet
	offered bool            // the person was told of them
	faulty  bool            // no disk takes a draft
	ending  bool            // what is open is given up

	mu  sync.Mutex
	ids map[int]string // the drafts of what is open, by the number of the form
}

func newShelf(keeper *draft.Keeper) *shelf {
	return &shelf{keeper: keeper, live: map[int]sitting{}, ids: map[int]string{}}
}

// saved removes the draft of a form as soon as its thing is in the file,
// whatever becomes of the program before the screen knows. It may be called by
// a command.
func (s *shelf) saved(form int) {
	if s == nil {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if id, ok := s.ids[form]; ok {
		s.keeper.Drop(id)
	}
}

func (s *shelf) name(form int, id string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.ids[form] = id
}

// drafting is the screens with what is typed in them kept as drafts: after
// every message, what changed is handed to the one who writes.
type drafting struct{ root }

// keeping is the screens, with drafts where there is somebody to keep them.
func keeping(cfg Config, d *desk, r root) tea.Model {
	if cfg.Drafts == nil {
		return r
	}
	d.shelf = newShelf(cfg.Drafts)
	return drafting{r}
}

// Init loads the first pages and looks for what was left behind.
func (m drafting) Init() tea.Cmd { return tea.Batch(m.root.Init(), m.d.findDrafts()) }

// Update routes a message, then hands on what is typed.
func (m drafting) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	next, cmd := m.root.Update(msg)
	r, ok := next.(root)
	if !ok {
		return next, cmd
	}
	fresh := r.d.shelf.keep(r)
	r = r.warned()
	offered, more := r.offerDrafts(fresh)
	return drafting{offered}, tea.Batch(cmd, more)
}

// sittings are the forms on the screen, those opened one in the other together.
func (r root) sittings() [][]openForm {
	var all [][]openForm
	under := -1 // where in the stack the last form is
	for i, p := range r.stack {
		d, ok := p.(drafted)
		if !ok {
			continue
		}
		f := d.Drafted()
		if n := len(all) - 1; n >= 0 && under == i-1 && all[n][len(all[n])-1].nested == f.number {
			all[n] = append(all[n], f)
		} else {
			all = append(all, []openForm{f})
		}
		under = i
	}
	for _, p := range r.dialogs {
		if d, ok := p.(drafted); ok {
			all = append(all, []openForm{d.Drafted()})
		}
	}
	return all
}

// keep hands on what changed, and removes the drafts of forms that are gone:
// saved, or given up. It returns the forms that were not there before.
func (s *shelf) keep(r root) (fresh []openForm) {
	if s.ending {
		return nil
	}
	live := map[int]sitting{}
	for _, forms := range r.sittings() {
		number := forms[0].number
		was, known := s.live[number]
		if !known || s.found && !was.written {
			fresh = append(fresh, forms[0])
		}
		live[number] = s.kept(r.d, was, forms)
	}
	for number, was := range s.live {
		if _, still := live[number]; still {
			continue
		}
		if was.written {
			s.keeper.Drop(was.id)
		}
		s.mu.Lock()
		delete(s.ids, number)
		s.mu.Unlock()
	}
	s.live, s.found = live, false
	return fresh
}

// kept hands on one sitting, unless nothing changed since it was.
func (s *shelf) kept(d *desk, was sitting, forms []openForm) sitting {
	unsaved := false
	for _, f := range forms {
		unsaved = unsaved || f.form.Changed() || f.lent.path != "" || f.aside != ""
	}
	switch {
	case !unsaved && was.written:
		s.keeper.Drop(was.id)
		return sitting{id: was.id, forms: forms}
	case !unsaved, was.written && sameTyping(was.forms, forms):
		return sitting{id: was.id, forms: forms, written: was.written}
	}
	if was.id == "" {
		was.id = draft.NewID()
	}
	s.name(forms[0].number, was.id)
	s.keeper.Write(was.id, draftOf(d, forms))
	return sitting{id: was.id, forms: forms, written: true}
}

func sameTyping(was, is []openForm) bool {
	if len(was) != len(is) {
		return false
	}
	for i, f := range is {
		if !f.form.Alike(was[i].form) || f.lent != was[i].lent || f.waiting != was[i].waiting || f.aside != was[i].aside {
			return false
		}
	}
	return true
}

// What a draft holds. The head is what it is listed by.
type (
	draftHead struct {
		Title string      `json:"title"`
		Words string      `json:"words,omitempty"` // the first that were typed
		By    string      `json:"by,omitempty"`
		At    time.Time   `json:"at"`
		Forms []draftMark `json:"forms"`
	}
	// draftMark tells which form of which thing it is.
	draftMark struct {
		Form  string          `json:"form"`
		Step  string          `json:"step,omitempty"`
		Thing committee.Thing `json:"thing"`
		Of    committee.Thing `json:"of"`
	}
	draftBody struct {
		Forms []draftForm `json:"forms"`
	}
)

func (m draftMark) origin() origin {
	return origin{form: m.Form, step: m.Step, thing: m.Thing, of: m.Of}
}

func markOf(o origin) draftMark { return draftMark{o.form, o.step, o.thing, o.of} }

// mostWords is how many characters a draft is listed by at most.
const mostWords = 120

// draftOf says how to make the draft of a sitting; that is done beside the
// screen, as a long text takes its time.
func draftOf(d *desk, forms []openForm) draft.Content {
	head := draftHead{By: d.actor.Name, At: d.now()}
	titles := make([]string, len(forms))
	for i, f := range forms {
		titles[i] = f.title
		head.Forms = append(head.Forms, markOf(f.origin))
	}
	head.Title = strings.Join(titles, " "+d.styles.Glyph.More+" ")
	return func() (any, any, error) {
		var body draftBody
		for i, f := range forms {
			kept, err := draftFormOf(f)
			if err != nil {
				return nil, nil, err
			}
			if i > 0 {
				kept.Fills = forms[i-1].waiting
			}
			body.Forms = append(body.Forms, kept)
			if said := f.form.Excerpt(); said != "" {
				head.Words = said
			} else if f.words != "" {
				head.Words = text.Limit(text.Line(f.words), mostWords)
			}
		}
		return head, body, nil
	}
}

// warned says, as long as it is so, that what is typed cannot be kept.
func (r root) warned() root {
	s, w := r.d.shelf, r.d.words().Draft
	switch faulty := s.keeper.Fault() != nil; {
	case faulty && len(s.live) > 0:
		s.faulty = true
		if _, question := r.front().(decider); !question && r.notice.text == "" {
			r.notice = noticedMsg{text: w.CannotKeep, role: theme.Warn}
		}
	case s.faulty && !faulty:
		s.faulty = false
		if r.notice.text == w.CannotKeep || r.notice.text == "" {
			r.notice = noticedMsg{text: w.CanKeep, role: theme.Good}
		}
	}
	return r
}

// askQuit asks what becomes of what is typed when the program is left.
func (r root) askQuit() choiceDialog {
	w, dw := r.d.words().Root, r.d.words().Draft
	quit := choice{key: "ctrl+c", word: w.QuitNow, then: tea.Quit}
	if !typing(r.top()) && len(r.dialogs) == 0 {
		quit.key, quit.also = "q", []string{"ctrl+c"}
	}
	q := choiceDialog{d: r.d, quitting: true, title: w.QuitTitle, lines: []string{w.QuitLine}, choices: []choice{
		quit,
		{key: "esc", word: w.QuitStay},
	}}
	switch {
	case r.d.shelf == nil:
	case r.d.shelf.keeper.Fault() != nil:
		q.lines[0] = dw.QuitLostLine
	default:
		q.lines[0] = dw.QuitKeptLine
		quit.word = dw.KeepAndQuit
		q.choices = []choice{
			quit,
			{key: keyDiscard, word: dw.DropAndQuit, then: send(abandonedMsg{})},
			{key: "esc", word: w.QuitStay},
		}
	}
	return q
}
