package tui

import (
	"context"
	"slices"
	"strings"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/internal/register"
	"suivi/internal/text"
	"suivi/tui/keymap"
)

// searchBook finds rows by their words.
type searchBook interface {
	Search(context.Context, register.SearchQuery) (register.SearchAnswer, error)
}

// searchParts are the parts of the file that tab goes through; the first is
// all of it.
var searchParts = []struct {
	word  func(*i18n.Words) string
	kinds []committee.Kind
}{
	{func(w *i18n.Words) string { return w.Search.Everything }, nil},
	{atMeetings.title, []committee.Kind{committee.KindMeeting, committee.KindAgendaItem, committee.KindEntry, committee.KindAttendance}},
	{atRecommendations.title, []committee.Kind{committee.KindRecommendation}},
	{atRoadmap.title, []committee.Kind{committee.KindAction, committee.KindUpdate, committee.KindExtension}},
	{atGuidelines.title, []committee.Kind{committee.KindGuideline, committee.KindArticle}},
	{atDecisions.title, []committee.Kind{committee.KindDecision}},
	{atDirectory.title, []committee.Kind{committee.KindInstitution, committee.KindFunction, committee.KindPerson, committee.KindMandate, committee.KindGroup}},
	{atReferences.title, []committee.Kind{committee.KindReference}},
}

// sought is what was looked for last, and what was chosen among what it found.
type sought struct {
	words  string
	part   int
	chosen committee.Thing
}

// searchPage looks for words in the whole file, as they are typed.
type searchPage struct {
	d      *desk
	number int
	turn   int
	input  textinput.Model
	part   int
	// fresh tells that the words are those of an earlier search: typing
	// replaces them.
	fresh bool
	// asked is the question under way, or the last one that was answered.
	asked   sought
	asking  bool
	stale   bool // the file changed since it was asked
	eager   bool // enter was pressed before the answer came
	opening bool // the page of a result is on its way
	failed  string
	answer  register.SearchAnswer
	at, top int // the chosen result, and the first one drawn
	width   int
	height  int
}

func newSearch(d *desk) searchPage {
	in := newFilter(d)
	in.SetValue(d.sought.words)
	in.CursorEnd()
	in.Focus()
	return searchPage{d: d, number: d.number(), input: in, part: d.sought.part, asked: d.sought, fresh: d.sought.words != ""}
}

// search opens the search in the whole file.
func (r root) search() (tea.Model, tea.Cmd) { return r.Update(pushedMsg{newSearch(r.d)}) }

// Init has nothing to load: what was looked for last is asked when the page
// knows its width.
func (p searchPage) Init() tea.Cmd { return nil }

// Number tells this page from the others.
func (p searchPage) Number() int { return p.number }

// Typing tells that letters are words to look for.
func (p searchPage) Typing() bool { return true }

// Saving tells that a result is about to open: keys are for its page.
func (p searchPage) Saving() bool { return p.eager || p.opening }

// Title is what the screen is for.
func (p searchPage) Title() string { return p.d.words().Search.Title }

// Side counts what was found.
func (p searchPage) Side() string {
	w := p.d.words().Search
	if p.asked.words == "" || p.failed != "" {
		return ""
	}
	count := w.Count
	if p.answer.More {
		count = w.More
	}
	said := p.d.loc.Count(count, p.answer.Total)
	if first := len(p.answer.Hits); first < p.answer.Total {
		said += " " + p.d.styles.Glyph.Dot + " " + p.d.loc.Count(w.First, first)
	}
	return said
}

// Commands are the keys of the search; letters are words.
func (p searchPage) Commands() []command {
	cmds := []command{{key: keymap.Tab, word: p.d.words().Search.Narrow}, {key: keymap.Back}}
	if len(p.answer.Hits) > 0 {
		cmds = append([]command{{key: keymap.Move}, {key: keymap.Open}}, cmds...)
	}
	return cmds
}

// Update takes keys and answers.
func (p searchPage) Update(msg tea.Msg) (page, tea.Cmd) {
	switch msg := msg.(type) {
	case areaMsg:
		wider := msg.width != p.width
		p.width, p.height = msg.width, msg.height
		p.input.SetWidth(max(p.width-len(p.d.words().Search.Prompt)-8, 1))
		p.stale = p.stale || wider && p.asked.words != ""
		return p.inSight().ask()
	case restyledMsg:
		p.input = dressed(p.input, p.d.styles)
		return p, nil
	case changedMsg:
		p.stale = true
		return p.ask()
	case answer[register.SearchAnswer]:
		return p.answered(msg)
	case tea.PasteMsg:
		p = p.anew()
		msg, said := p.d.pasted(p.input.Value(), msg)
		p.input, _ = p.input.Update(msg)
		next, cmd := p.ask()
		return next, tea.Batch(cmd, said)
	case tea.KeyPressMsg:
		return p.press(msg)
	}
	return p, nil
}

// wanted is what should be looked for now.
func (p searchPage) wanted() sought {
	return sought{words: strings.TrimSpace(text.Line(p.input.Value())), part: p.part}
}

// settled tells whether the answer is to what is typed now.
func (p searchPage) settled() bool {
	w := p.wanted()
	return !p.asking && !p.stale && w.words == p.asked.words && w.part == p.asked.part
}

// ask asks the file, one question at a time: what is typed meanwhile is asked
// when the answer has come.
func (p searchPage) ask() (page, tea.Cmd) {
	if p.asking || p.settled() || p.width == 0 {
		return p, nil
	}
	chosen := p.asked.chosen
	if w := p.wanted(); w.words != p.asked.words || w.part != p.asked.part {
		chosen = committee.Thing{}
	}
	p.asked, p.stale = p.wanted(), false
	p.asked.chosen = chosen
	p.d.sought = p.asked
	if p.asked.words == "" {
		p.answer, p.at, p.top, p.failed, p.eager = register.SearchAnswer{}, 0, 0, "", false
		return p, nil
	}
	p.asking = true
	p.turn++
	q := register.SearchQuery{Words: p.asked.words, Kinds: searchParts[p.part].kinds, Room: max(p.width-resultIndent-2, 20), Limit: mostResults}
	return p, ask(p.d, p.number, p.turn, func(ctx context.Context, b Book) (register.SearchAnswer, error) { return b.Search(ctx, q) })
}

// mostResults is how many results are gone through: who wants more types more.
const mostResults = 100

// answered shows what was found, asks again when something else was typed
// meanwhile, and opens what enter was pressed for.
func (p searchPage) answered(msg answer[register.SearchAnswer]) (page, tea.Cmd) {
	if msg.page != p.number || msg.turn != p.turn {
		return p, nil
	}
	p.asking, p.failed = false, ""
	if msg.err != nil {
		p.failed, p.eager, p.answer = p.d.loc.Error(msg.err), false, register.SearchAnswer{}
	} else {
		p.answer = msg.value
	}
	p.at = max(slices.IndexFunc(p.answer.Hits, func(h register.Hit) bool { return h.Thing == p.asked.chosen }), 0)
	p = p.inSight()
	if !p.settled() {
		return p.ask()
	}
	if p.eager {
		p.eager = false
		return p.open()
	}
	return p, nil
}

func (p searchPage) press(msg tea.KeyPressMsg) (page, tea.Cmd) {
	switch msg.String() {
	case "esc":
		return p, send(poppedMsg{from: p.number})
	case "enter":
		if p.fresh = false; !p.settled() {
			p.eager = p.wanted().words != ""
			return p, nil
		}
		return p.open()
	case "up", "ctrl+p":
		return p.move(-1), nil
	case "down", "ctrl+n":
		return p.move(1), nil
	case "pgup":
		return p.move(-p.rows()), nil
	case "pgdown":
		return p.move(p.rows()), nil
	case "tab", "shift+tab":
		step := 1
		if msg.String() == "shift+tab" {
			step = len(searchParts) - 1
		}
		p.part = (p.part + step) % len(searchParts)
		return p.ask()
	case "ctrl+f":
		p.fresh = p.input.Value() != ""
		return p, nil
	}
	if msg.Text != "" {
		p = p.anew()
	}
	p.fresh = false
	p.input, _ = p.input.Update(msg)
	return p.ask()
}

// anew makes room for other words, when those typed are of an earlier search.
func (p searchPage) anew() searchPage {
	if p.fresh {
		p.input.SetValue("")
	}
	p.fresh = false
	return p
}

func (p searchPage) move(by int) searchPage {
	if len(p.answer.Hits) == 0 {
		return p
	}
	p.fresh = false
	p.at = min(max(p.at+by, 0), len(p.answer.Hits)-1)
	p.asked.chosen = p.answer.Hits[p.at].Thing
	p.d.sought = p.asked
	return p.inSight()
}

// open goes to the page that shows the chosen result, and to its place there.
func (p searchPage) open() (page, tea.Cmd) {
	if p.at >= len(p.answer.Hits) {
		return p, nil
	}
	h, number := p.answer.Hits[p.at], p.number
	p.asked.chosen = h.Thing
	p.d.sought, p.opening = p.asked, true
	return p, send(invokedMsg{func(r root) (tea.Model, tea.Cmd) {
		s, ok := r.top().(searchPage)
		if !ok || s.number != number {
			return r, nil
		}
		s.opening = false
		return r.setTop(s).Update(pushedMsg{resultPage(r.d, h)})
	}})
}

// seeker is a page that can bring a part of it into focus.
type seeker interface{ seeking(target string) page }

// resultPage is the page that shows a result.
func resultPage(d *desk, h register.Hit) page {
	p := newPage(d, h.Page)
	if p == nil { // the committee and its axes are set up in one place
		return newRegister(d, atSettings)
	}
	if s, ok := p.(seeker); ok && h.Thing != h.Page {
		return s.seeking(target(h.Thing))
	}
	return p
}
