package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"time"

	"github.com/adrg/xdg"
)

// crash says in a plain sentence that the program failed, and keeps the
// details in a file for whoever corrects it.
func (p *program) crash(details string) {
	p.complain(p.words().Crashed)
	p.keep(details)
}

// keep writes details to a file of the user's and says where it is.
func (p *program) keep(details string) {
	folder := filepath.Join(xdg.StateHome, "suivi")
	if os.MkdirAll(folder, 0o700) != nil {
		return
	}
	f, err := os.CreateTemp(folder, "incident-"+time.Now().UTC().Format("20060102-150405")+"-*.txt")
	if err != nil {
		return
	}
	_, err = fmt.Fprintf(f, "suivi %s, %s %s/%s\n\n%s\n", p.version(), runtime.Version(), runtime.GOOS, runtime.GOARCH, details)
	if f.Close() == nil && err == nil {
		_, _ = fmt.Fprintf(p.err, p.words().Kept+"\n", shown(f.Name()))
	}
}

// trap catches what is written to the standard error output while the screens
// are up: Bubble Tea prints a stack trace there when a screen fails.
type trap struct {
	mu     sync.Mutex
	caught bytes.Buffer
	last   time.Time
}

// mostCaught bounds what a trap keeps.
const mostCaught = 1 << 20

// setTrap catches from now on. It is never taken off: the trace is written by
// another goroutine, perhaps after the screens are down.
func setTrap() *trap {
	t := &trap{}
	from, to, err := os.Pipe()
	if err != nil {
		return t
	}
	os.Stderr = to
	go func() {
		chunk := make([]byte, 4096)
		for {
			n, err := from.Read(chunk)
			if err != nil {
				return
			}
			t.mu.Lock()
			if t.caught.Len() < mostCaught {
				t.caught.Write(chunk[:n])
			}
			t.last = time.Now()
			t.mu.Unlock()
		}
	}()
	return t
}

// text is what was caught, once nothing more comes.
func (t *trap) text() string {
	const quiet, patience = 100 * time.Millisecond, 2 * time.Second
	for start := time.Now(); ; time.Sleep(quiet / 10) {
		t.mu.Lock()
		caught, last := t.caught.String(), t.last
		t.mu.Unlock()
		over := time.Since(start) > patience
		if over || caught != "" && time.Since(last) > quiet {
			return caught
		}
	}
}
