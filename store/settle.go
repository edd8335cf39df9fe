package store

import (
	"sync"
	"time"
)

// quiet is how long nothing is written before the changes are brought from the
// -wal file into the file itself.
const quiet = 500 * time.Millisecond

// settler brings the changes into the file itself once writing has paused:
// whoever copies that file alone, or loses the one beside it, has them then.
type settler struct {
	sync.Mutex
	timer  *time.Timer
	closed bool
}

// settle is called after a change. It never waits and never fails: the
// changes are safe where they are.
func (f *file) settle() {
	f.settler.Lock()
	defer f.settler.Unlock()
	switch {
	case f.settler.closed:
	case f.settler.timer == nil:
		f.settler.timer = time.AfterFunc(quiet, func() {
			// Passive: it waits for nobody, and takes what it can.
			_, _ = f.at().writer.Exec("PRAGMA wal_checkpoint(PASSIVE)")
		})
	default:
		f.settler.timer.Reset(quiet)
	}
}

// stop ends the settling before the file is closed.
func (s *settler) stop() {
	s.Lock()
	defer s.Unlock()
	s.closed = true
	if s.timer != nil {
		s.timer.Stop()
	}
}
