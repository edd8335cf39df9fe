package tui

import (
	"reflect"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"
)

const (
	// briskly is how soon Bubble Tea looks for a new frame once there is a
	// view: soon enough for a key, late enough for an answer from the file to
	// come in the same frame.
	briskly = 3 * time.Millisecond
	// slower is how many times less often it looks each time it has looked as
	// many times in vain. A frame held up, by a slow terminal or a busy machine,
	// is thus never late by much more than what held it up.
	slower = 4
	// slowly is how seldom it looks at rest, at least.
	slowly = 500 * time.Millisecond
	// frameRate is what it keeps to when its ticker is not found.
	frameRate = 60
)

// pace lets the frames follow the views. Left to itself Bubble Tea looks for a
// new one at a fixed rate, day and night: at 120 a second that takes 2 % of a
// core for nothing, and a key still waits up to 8 ms.
type pace struct {
	program *tea.Program

	mu     sync.Mutex
	ticker *time.Ticker // of the program; nil until found
	every  time.Duration
	views  int
}

// viewed hastens the next frame: there is a new view.
func (p *pace) viewed() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.ticker == nil {
		p.ticker = tickerOf(p.program)
	}
	if p.ticker == nil {
		return
	}
	p.views++
	p.look(briskly)
}

// look sets how often frames are looked for, and when that gets slower.
func (p *pace) look(every time.Duration) {
	if p.every != every {
		p.every = every
		p.ticker.Reset(every)
	}
	if every < slowly {
		views := p.views
		time.AfterFunc(slower*every, func() { p.slacken(views) })
	}
}

// slacken slows down, unless there were more views since.
func (p *pace) slacken(views int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if views == p.views {
		p.look(slower * p.every)
	}
}

// tickerOf is the ticker of a program, which Bubble Tea keeps to itself; nil
// when there is none to be found. It is to be called from View, which runs in
// the goroutine that makes the ticker.
func tickerOf(program *tea.Program) *time.Ticker {
	field := reflect.ValueOf(program).Elem().FieldByName("ticker")
	if !field.IsValid() || field.Type() != reflect.TypeFor[*time.Ticker]() {
		return nil
	}
	return *(**time.Ticker)(field.Addr().UnsafePointer())
}

// paced is a model whose views set the pace.
type paced struct {
	tea.Model
	pace *pace
}

// Update hands the message on.
func (p paced) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	next, cmd := p.Model.Update(msg)
	return paced{next, p.pace}, cmd
}

// View hands the view on.
func (p paced) View() tea.View {
	v := p.Model.View()
	p.pace.viewed()
	return v
}
