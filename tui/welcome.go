package tui

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"suivi/internal/i18n"
	"suivi/internal/text"
	"suivi/tui/keymap"
	"suivi/tui/theme"
)

// welcomePage meets a file that does not exist yet: it offers what to start with.
type welcomePage struct {
	d        *desk
	cfg      Config
	number   int
	at       int
	creating bool
	failed   string
	width    int
	height   int
}

func newWelcome(d *desk, cfg Config) welcomePage {
	return welcomePage{d: d, cfg: cfg, number: d.number()}
}

// createdMsg brings the file just made.
type createdMsg struct {
	book Book
	err  error
}

// Init has nothing to load.
func (p welcomePage) Init() tea.Cmd { return nil }

// Title greets.
func (p welcomePage) Title() string { return p.d.words().Welcome.Title }

// Update takes the area and the answer.
func (p welcomePage) Update(msg tea.Msg) (page, tea.Cmd) {
	switch msg := msg.(type) {
	case areaMsg:
		p.width, p.height = msg.width, msg.height
	case createdMsg:
		p.creating = false
		if msg.err != nil {
			p.failed = p.d.loc.Error(msg.err)
			return p, nil
		}
		return p, send(identifiedMsg{book: msg.book, fresh: true})
	}
	return p, nil
}

// Commands choose and start; nothing acts while the file is being made.
func (p welcomePage) Commands() []command {
	if p.creating {
		return nil
	}
	move := command{key: keymap.Move, do: func(now page, name string) (page, tea.Cmd) {
		w, ok := now.(welcomePage)
		if !ok {
			return now, nil
		}
		step := 1
		if name == "up" || name == "k" {
			step = -1
		}
		w.at = min(max(w.at+step, 0), len(w.cfg.Starters)-1)
		return w, nil
	}}
	open := command{key: keymap.Open, word: p.d.words().Keys.Begin.Short, do: func(now page, _ string) (page, tea.Cmd) {
		w, ok := now.(welcomePage)
		if !ok {
			return now, nil
		}
		w.creating, w.failed = true, ""
		return w, w.create()
	}}
	return []command{move, open}
}

func (p welcomePage) create() tea.Cmd {
	create, pack, lang := p.cfg.Create, p.cfg.Starters[p.at], p.d.loc.Lang
	return func() tea.Msg {
		book, err := create(context.Background(), pack, lang)
		return createdMsg{book, err}
	}
}

// View lists what to start with, the chosen one explained.
func (p welcomePage) View() string {
	w, s := p.d.words().Welcome, p.d.styles
	width := min(max(p.width-6, 20), 90)
	out := []string{""}
	for _, l := range strings.Split(ansi.Wrap(w.Line, width, ""), "\n") {
		out = append(out, "   "+l)
	}
	out = append(out, "", "   "+s.Paint(theme.Muted, w.NewFile+" "+ansi.Truncate(text.Line(p.cfg.Path), max(width-ansi.StringWidth(w.NewFile)-1, 8), s.Glyph.Ellipsis)),
		"", " "+s.Paint(theme.Title, w.Choose))
	for i, pack := range p.cfg.Starters {
		out = append(out, p.pack(w.Packs[pack], i == p.at, width)...)
	}
	switch {
	case p.creating:
		out = append(out, "", "   "+w.Creating)
	case p.failed != "":
		out = append(out, "")
		for _, l := range strings.Split(ansi.Wrap(p.failed, width, ""), "\n") {
			out = append(out, "   "+s.Paint(theme.Bad, l))
		}
	}
	return strings.Join(out, "\n")
}

func (p welcomePage) pack(w i18n.PackWords, chosen bool, width int) []string {
	s := p.d.styles
	if !chosen {
		return []string{"   " + w.Name}
	}
	out := []string{" " + s.Paint(theme.Marker, s.Glyph.Marker) + " " + s.Paint(theme.Strong, w.Name)}
	for _, l := range strings.Split(ansi.Wrap(w.About, width-4, ""), "\n") {
		out = append(out, "       "+s.Paint(theme.Muted, l))
	}
	return out
}
