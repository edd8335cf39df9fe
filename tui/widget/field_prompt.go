package widget

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/register"
	"suivi/internal/text"
	"suivi/tui/theme"
)

// Prompt is a small form under a title and a line that explains: what a
// change of state needs to know, and nothing else. It emits the messages of
// its form.
type Prompt struct {
	title, why string
	form       Form
	width      int
	height     int
}

// PromptConfig is what a prompt is made of.
type PromptConfig struct {
	Title string
	Why   string // what will happen, or what is asked; may be empty
	Form  FormConfig
}

// NewPrompt makes a prompt with its first field in hand.
func NewPrompt(c PromptConfig) Prompt {
	return Prompt{title: text.Line(c.Title), why: text.Line(c.Why), form: NewForm(c.Form)}
}

// Init has nothing to load.
func (p Prompt) Init() tea.Cmd { return p.form.Init() }

// Update takes what its form takes.
func (p Prompt) Update(msg tea.Msg) (Prompt, tea.Cmd) {
	var cmd tea.Cmd
	p.form, cmd = p.form.Update(msg)
	return p.resized(), cmd
}

// Resize gives the columns View fills and the rows it takes at most.
func (p Prompt) Resize(w, h int) Prompt {
	p.width, p.height = max(w, 0), max(h, 0)
	return p.resized()
}

// With changes the form inside: SetError, Fail, Busy, Take and the rest.
func (p Prompt) With(change func(Form) Form) Prompt {
	p.form = change(p.form)
	return p.resized()
}

// Form is the form inside.
func (p Prompt) Form() Form { return p.form }

// SetError marks a field after a save that failed.
func (p Prompt) SetError(name, message string) Prompt {
	return p.With(func(f Form) Form { return f.SetError(name, message) })
}

// Fail says why a save failed.
func (p Prompt) Fail(message string) Prompt {
	return p.With(func(f Form) Form { return f.Fail(message) })
}

// Busy says that a save is under way.
func (p Prompt) Busy(on bool) Prompt {
	return p.With(func(f Form) Form { return f.Busy(on) })
}

// Take puts a thing in a lookup.
func (p Prompt) Take(name string, o register.Option) Prompt {
	return p.With(func(f Form) Form { return f.Take(name, o) })
}

// SetStyles changes the look.
func (p Prompt) SetStyles(s theme.Styles) Prompt {
	return p.With(func(f Form) Form { return f.SetStyles(s) })
}

// ID is the form's.
func (p Prompt) ID() int { return p.form.ID() }

// Typing tells whether keys are the prompt's own.
func (p Prompt) Typing() bool { return p.form.Typing() }

// Saving tells whether a save is under way.
func (p Prompt) Saving() bool { return p.form.Saving() }

// Changed tells whether leaving would lose typing.
func (p Prompt) Changed() bool { return p.form.Changed() }

// Mode is what the keys do now.
func (p Prompt) Mode() FormMode { return p.form.Mode() }

// Values is what stands in the fields now.
func (p Prompt) Values() Values { return p.form.Values() }

// resized gives the form the rows it needs, as far as there are any.
func (p Prompt) resized() Prompt {
	room := max(p.height-len(p.head()), 1)
	// A long text takes what there is: the need is only known once it has it.
	p.form = p.form.Resize(p.width, room)
	if need := p.form.Height(); need < room {
		p.form = p.form.Resize(p.width, need)
	}
	return p
}

// head is the title and the explanation, as far as the form leaves room.
func (p Prompt) head() []string {
	s := p.form.config.Styles
	w := max(min(p.width, contentWidth), 1)
	var rows []string
	if p.title != "" {
		rows = append(rows, s.Paint(theme.Title, cut(p.title, w, s.Glyph.Ellipsis)))
	}
	if p.why != "" {
		for _, row := range wrap(p.why, w) {
			rows = append(rows, s.Paint(theme.Muted, row))
		}
	}
	if len(rows) > 0 {
		rows = append(rows, "")
	}
	return rows[:min(len(rows), max(p.height-3, 0))]
}

// Height is how many rows View takes.
func (p Prompt) Height() int { return min(len(p.head())+p.form.height, p.height) }

// View draws the prompt: as wide as Resize said, as high as it needs.
func (p Prompt) View() string {
	if p.width <= 0 || p.height <= 0 {
		return ""
	}
	var rows []string
	for _, row := range p.head() {
		rows = append(rows, pad(row, p.width))
	}
	rows = append(rows, p.form.View())
	return strings.Join(rows, "\n")
}
