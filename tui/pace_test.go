package tui

import (
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

// ticks counts how often a pace looks for a frame, on a clock of its own.
func ticks(t *testing.T, play func(p *pace, count func(time.Duration) int)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		p, done := &pace{ticker: time.NewTicker(time.Second / frameRate)}, make(chan struct{})
		var n atomic.Int64
		defer func() {
			close(done)
			synctest.Wait()
		}()
		go func() {
			for {
				select {
				case <-done:
					return
				case <-p.ticker.C:
					n.Add(1)
				}
			}
		}()
		play(p, func(d time.Duration) int {
			before := n.Load()
			time.Sleep(d)
			synctest.Wait()
			return int(n.Load() - before)
		})
	})
}

func TestFramesAreLookedForWhenThereIsAView(t *testing.T) {
	ticks(t, func(p *pace, count func(time.Duration) int) {
		for _, rest := range []time.Duration{time.Hour, time.Second, 50 * time.Millisecond, time.Millisecond} {
			time.Sleep(rest)
			p.viewed()
			if n := count(briskly); n != 1 {
				t.Errorf("after a rest of %s: looked %d times, want once", rest, n)
			}
		}
	})
}

// Views that follow one another do not put off the frame of the first.
func TestFramesAreNotPutOff(t *testing.T) {
	ticks(t, func(p *pace, count func(time.Duration) int) {
		n := 0
		for range 300 {
			p.viewed()
			n += count(time.Millisecond)
		}
		if n != 100 {
			t.Errorf("looked %d times in 300 ms, want 100", n)
		}
	})
}

func TestFramesAreSeldomLookedForAtRest(t *testing.T) {
	ticks(t, func(p *pace, count func(time.Duration) int) {
		p.viewed()
		if n := count(time.Second); n > 20 {
			t.Errorf("looked %d times in the second after a view", n)
		}
		if n := count(time.Hour); n == 0 || n > 7200 {
			t.Errorf("looked %d times in an hour of rest", n)
		}
	})
}
