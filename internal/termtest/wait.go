//go:build unix

package termtest

import (
	"fmt"
	"strings"
	"sync"
	"time"
)

// WaitFor waits until every text shows on the screen at once, each within one
// row. No-break spaces count as spaces.
func (t *Terminal) WaitFor(texts ...string) {
	t.t.Helper()
	t.Wait(fmt.Sprintf("%q to show", texts), func(screen string) bool {
		for _, text := range texts {
			if !strings.Contains(spaced(screen), spaced(text)) {
				return false
			}
		}
		return true
	})
}

// WaitGone waits until none of the texts shows on the screen.
func (t *Terminal) WaitGone(texts ...string) {
	t.t.Helper()
	t.Wait(fmt.Sprintf("%q to go", texts), func(screen string) bool {
		for _, text := range texts {
			if strings.Contains(spaced(screen), spaced(text)) {
				return false
			}
		}
		return true
	})
}

// Has tells whether a text shows on the screen now. No-break spaces count as
// spaces.
func (t *Terminal) Has(text string) bool {
	return strings.Contains(spaced(t.Screen()), spaced(text))
}

var spaces = strings.NewReplacer("\u00a0", " ", "\u202f", " ")

func spaced(s string) string { return spaces.Replace(s) }

// Wait waits until the screen is as asked; what says it in words. It looks
// again at each change of the screen, and fails at once when the program ended
// without it.
func (t *Terminal) Wait(what string, asked func(screen string) bool) {
	t.t.Helper()
	late := time.NewTimer(t.timeout)
	defer late.Stop()
	for {
		over := false
		select {
		case <-t.ended:
			over = true
		default:
		}
		t.mu.Lock()
		screen, changed := strings.Join(t.rows(), "\n"), t.changed
		t.mu.Unlock()
		if asked(screen) {
			return
		}
		if over {
			t.t.Fatalf("waited for %s, but the program ended with code %d\n%s", what, t.Exit(), t.framed())
		}
		select {
		case <-changed:
		case <-t.ended:
		case <-late.C:
			t.t.Fatalf("waited for %s\n%s", what, t.framed())
		}
	}
}

// queue holds bytes on their way to the program; pushing never blocks.
type queue struct {
	mu     sync.Mutex
	filled *sync.Cond
	bytes  []byte
	closed bool
	idle   chan struct{} // closed while nothing is on its way
}

func newQueue() *queue {
	q := &queue{idle: make(chan struct{})}
	q.filled = sync.NewCond(&q.mu)
	close(q.idle)
	return q
}

func (q *queue) push(b []byte) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if len(b) > 0 && q.isIdle() {
		q.idle = make(chan struct{})
	}
	q.bytes = append(q.bytes, b...)
	q.filled.Signal()
}

// pull waits for bytes and takes them all; it says false once the queue is
// closed. Whoever calls it is done with those of the last time.
func (q *queue) pull() ([]byte, bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if len(q.bytes) == 0 && !q.isIdle() {
		close(q.idle)
	}
	for len(q.bytes) == 0 && !q.closed {
		q.filled.Wait()
	}
	b := q.bytes
	q.bytes = nil
	return b, !q.closed
}

func (q *queue) close() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.closed = true
	q.filled.Signal()
}

// sent is closed once all that was pushed is on the other side.
func (q *queue) sent() <-chan struct{} {
	q.mu.Lock()
	defer q.mu.Unlock()
	return q.idle
}

func (q *queue) isIdle() bool {
	select {
	case <-q.idle:
		return true
	default:
		return false
	}
}

// stillFor is how long nothing is drawn on a screen that is drawn to its end.
const stillFor = 250 * time.Millisecond

// Still is the screen once nothing has been drawn for a moment: what was asked
// of it may show before the rest of its frame does.
func (t *Terminal) Still() string {
	t.t.Helper()
	late := time.Now().Add(t.timeout)
	for {
		t.mu.Lock()
		screen, changed := strings.Join(t.rows(), "\n"), t.changed
		t.mu.Unlock()
		select {
		case <-changed:
			if time.Now().After(late) {
				t.t.Fatalf("the screen never comes to rest\n%s", t.framed())
			}
		case <-time.After(stillFor):
			return screen
		}
	}
}
