package tui

import (
	"context"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"

	"suivi/internal/register"
	"suivi/tui/theme"
)

// forbearance is how long a save waits for another program to let go of the
// file: as long as the person does.
const forbearance = 24 * time.Hour

// saves are those under way. Commands begin them, keys may give them up.
type saves struct {
	// held tells that one has waited for another program.
	held chan struct{}

	mu      sync.Mutex
	running map[int]context.CancelFunc
	last    int
}

func newSaves() *saves {
	return &saves{held: make(chan struct{}, 1), running: map[int]context.CancelFunc{}}
}

// begin is the context of a save; end says that it is over.
func (s *saves) begin() (ctx context.Context, end func()) {
	ctx, cancel := context.WithTimeout(context.Background(), forbearance)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.last++
	number := s.last
	s.running[number] = cancel
	ctx = register.OnWaiting(ctx, func() {
		select {
		case s.held <- struct{}{}:
		default: // it was told of already
		}
	})
	return ctx, func() {
		cancel()
		s.mu.Lock()
		defer s.mu.Unlock()
		delete(s.running, number)
	}
}

// giveUp ends every save that is under way: what was not in the file by now
// does not get there.
func (s *saves) giveUp() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, cancel := range s.running {
		cancel()
	}
}

// waitLong says that a save waits for another program, and how to give it up.
func (r root) waitLong() (tea.Model, tea.Cmd) {
	if r.waits() {
		r.waiting = true
		r.notice = noticedMsg{text: r.d.words().Watch.Waiting, role: theme.Warn}
	}
	return r, r.held()
}

// waited takes the word about waiting away once that is over.
func (r root) waited() root {
	if r.waiting && r.notice.text == r.d.words().Watch.Waiting {
		r.notice = noticedMsg{}
	}
	r.waiting = false
	return r
}
