//go:build unix

package termtest

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
	"golang.org/x/sys/unix"
)

// Terminal is a program running in a terminal of its own. A wait that is not
// answered in time fails the test and shows the screen.
type Terminal struct {
	t       testing.TB
	cmd     *exec.Cmd
	pty     *os.File
	timeout time.Duration
	input   *queue
	ended   chan struct{} // closed when the program ended and all it wrote is on the screen

	mu      sync.Mutex // guards what follows
	screen  *vt.Emulator
	raw     bytes.Buffer
	title   string
	hidden  bool
	modes   map[ansi.Mode]bool
	changed chan struct{} // closed, and made anew, with each change
	code    int
}

// Start starts the program in a terminal. The terminal answers what programs
// ask of it: colours, cursor position, device attributes, modes. It is closed
// at the end of the test.
func Start(t testing.TB, o Options) *Terminal {
	t.Helper()
	o = o.filled(t)
	term := &Terminal{
		t:       t,
		cmd:     o.command(context.Background(), t),
		timeout: o.Timeout,
		input:   newQueue(),
		ended:   make(chan struct{}),
		screen:  vt.NewEmulator(o.Width, o.Height),
		modes:   map[ansi.Mode]bool{},
		changed: make(chan struct{}),
	}
	term.cmd.Env = append(term.cmd.Env, watchRaces(t))
	term.watch()
	master, err := pty.StartWithSize(term.cmd, &pty.Winsize{Cols: uint16(o.ClaimedWidth), Rows: uint16(o.ClaimedHeight)})
	if err != nil {
		t.Fatal(err)
	}
	if term.pty, err = interruptible(master); err != nil {
		t.Fatal(err)
	}
	go term.answer()
	go term.send()
	go term.receive()
	t.Cleanup(term.close)
	return term
}

// interruptible gives the file in a form whose reads end when it is closed;
// package pty leaves it blocking, and a hang-up would wait for the program.
func interruptible(f *os.File) (*os.File, error) {
	defer func() { _ = f.Close() }()
	fd, err := unix.FcntlInt(f.Fd(), unix.F_DUPFD_CLOEXEC, 0)
	if err != nil {
		return nil, err
	}
	if err := unix.SetNonblock(fd, true); err != nil {
		return nil, err
	}
	return os.NewFile(uintptr(fd), f.Name()), nil
}

// watch notes what the emulator does not let itself be asked for.
func (t *Terminal) watch() {
	t.screen.SetCallbacks(vt.Callbacks{
		CursorVisibility: func(visible bool) { t.hidden = !visible },
		EnableMode:       func(m ansi.Mode) { t.modes[m] = true },
		DisableMode:      func(m ansi.Mode) { t.modes[m] = false },
	})
	for _, command := range []int{0, 2} {
		t.screen.RegisterOscHandler(command, func(data []byte) bool {
			_, t.title, _ = strings.Cut(string(data), ";")
			return false
		})
	}
}

// answer passes on what the emulator replies to the program.
func (t *Terminal) answer() {
	chunk := make([]byte, 4096)
	for {
		n, err := t.screen.Read(chunk)
		t.input.push(chunk[:n])
		if err != nil {
			return
		}
	}
}

// send writes keys and answers to the program, in the order they came. It
// stands between so that a program that does not read blocks nobody.
func (t *Terminal) send() {
	for {
		chunk, open := t.input.pull()
		if !open {
			return
		}
		if _, err := t.pty.Write(chunk); err != nil {
			t.input.close()
			return
		}
	}
}

// receive draws what the program writes, until it ends.
func (t *Terminal) receive() {
	chunk := make([]byte, 32*1024)
	for {
		n, err := t.pty.Read(chunk)
		t.mu.Lock()
		t.raw.Write(chunk[:n])
		_, _ = t.screen.Write(chunk[:n])
		close(t.changed)
		t.changed = make(chan struct{})
		t.mu.Unlock()
		if err != nil {
			break
		}
	}
	_ = t.cmd.Wait()
	t.input.close()
	if answers, ok := t.screen.InputPipe().(io.Closer); ok {
		_ = answers.Close()
	}
	t.mu.Lock()
	t.code = t.cmd.ProcessState.ExitCode()
	t.mu.Unlock()
	close(t.ended)
}

func (t *Terminal) close() {
	_ = t.cmd.Process.Kill()
	select {
	case <-t.ended:
	case <-time.After(t.timeout):
	}
	_ = t.pty.Close()
}

// Type sends text as if typed, one key after another.
func (t *Terminal) Type(text string) {
	t.input.push([]byte(text))
}

// Paste sends text as a terminal does that pastes.
func (t *Terminal) Paste(text string) {
	t.input.push([]byte(ansi.BracketedPasteStart + text + ansi.BracketedPasteEnd))
}

// Press presses keys by the names Bubble Tea gives them: enter, esc, tab,
// shift+tab, up, pgdown, home, f1, space, ctrl+s, alt+x, ?, é.
func (t *Terminal) Press(keys ...string) {
	t.t.Helper()
	for _, key := range keys {
		seq, err := bytesOf(key)
		if err != nil {
			t.t.Fatal(err)
		}
		t.input.push([]byte(seq))
	}
}

// Signal sends the program a signal, after the keys pressed and the answers
// given so far: an answer that came when nobody reads any more would be echoed
// on the screen.
func (t *Terminal) Signal(s os.Signal) {
	t.t.Helper()
	select {
	case <-t.input.sent():
	case <-time.After(time.Second): // it reads nothing
	}
	for start := time.Now(); t.unread() > 0 && time.Since(start) < time.Second; {
		time.Sleep(time.Millisecond)
	}
	if err := t.cmd.Process.Signal(s); err != nil {
		t.t.Fatalf("signal %v: %v", s, err)
	}
}

// HangUp closes the terminal, as when its window is closed or a connection is
// cut: the kernel sends SIGHUP and nothing can be written any more.
func (t *Terminal) HangUp() {
	t.t.Helper()
	if err := t.pty.Close(); err != nil {
		t.t.Fatal(err)
	}
}

// Resize gives the terminal another size and tells the program.
func (t *Terminal) Resize(w, h int) {
	t.t.Helper()
	t.mu.Lock()
	t.screen.Resize(w, h)
	t.mu.Unlock()
	t.Claim(w, h)
}

// Claim tells the program a size that the terminal does not have.
func (t *Terminal) Claim(w, h int) {
	t.t.Helper()
	raw, err := t.pty.SyscallConn()
	if err != nil {
		t.t.Fatal(err)
	}
	var failed error
	err = raw.Control(func(fd uintptr) {
		failed = unix.IoctlSetWinsize(int(fd), unix.TIOCSWINSZ, &unix.Winsize{Col: uint16(w), Row: uint16(h)})
	})
	if err != nil || failed != nil {
		t.t.Fatal(err, failed)
	}
}

// Exit waits for the end of the program and gives its exit code, -1 when a
// signal ended it.
func (t *Terminal) Exit() int {
	t.t.Helper()
	select {
	case <-t.ended:
	case <-time.After(t.timeout):
		shown, said := t.framed(), len(t.Raw())
		t.Signal(syscall.SIGQUIT) // a Go program then says where each of its goroutines stands
		select {
		case <-t.ended:
		case <-time.After(t.timeout):
		}
		t.t.Fatalf("the program did not end\n%s\n%s", shown, t.Raw()[said:])
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.code
}

// Screen is what the terminal shows: its rows, without the blanks at their ends.
func (t *Terminal) Screen() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return strings.Join(t.rows(), "\n")
}

// Row is one row of the screen, from 0.
func (t *Terminal) Row(n int) string {
	t.t.Helper()
	t.mu.Lock()
	defer t.mu.Unlock()
	rows := t.rows()
	if n < 0 || n >= len(rows) {
		t.t.Fatalf("the screen has rows 0 to %d, not %d", len(rows)-1, n)
	}
	return rows[n]
}

func (t *Terminal) rows() []string {
	rows := make([]string, t.screen.Height())
	for y := range rows {
		var row strings.Builder
		for x := 0; x < t.screen.Width(); {
			cell := t.screen.CellAt(x, y)
			if cell == nil || cell.Content == "" {
				row.WriteByte(' ')
				x++
				continue
			}
			row.WriteString(cell.Content)
			x += max(1, cell.Width)
		}
		rows[y] = strings.TrimRight(row.String(), " ")
	}
	return rows
}

// Raw is every byte the program sent so far.
func (t *Terminal) Raw() []byte {
	t.mu.Lock()
	defer t.mu.Unlock()
	return slices.Clone(t.raw.Bytes())
}

// Title is the title the program gave the window.
func (t *Terminal) Title() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.title
}

// Cursor is where the cursor stands, from 0, and whether it shows.
func (t *Terminal) Cursor() (x, y int, visible bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	at := t.screen.CursorPosition()
	return at.X, at.Y, !t.hidden
}

// LeftOn names the modes that a program must not leave behind: the alternate
// screen, a hidden cursor, mouse and focus reports, bracketed paste.
func (t *Terminal) LeftOn() []string {
	t.mu.Lock()
	defer t.mu.Unlock()
	var on []string
	if t.hidden {
		on = append(on, "hidden cursor")
	}
	for _, m := range []struct {
		mode ansi.Mode
		name string
	}{
		{ansi.ModeAltScreenSaveCursor, "alternate screen"},
		{ansi.ModeBracketedPaste, "bracketed paste"},
		{ansi.ModeFocusEvent, "focus reports"},
		{ansi.ModeMouseNormal, "mouse clicks"},
		{ansi.ModeMouseButtonEvent, "mouse drags"},
		{ansi.ModeMouseAnyEvent, "mouse moves"},
	} {
		if t.modes[m.mode] {
			on = append(on, m.name)
		}
	}
	return on
}

// framed is the screen as a failure shows it.
func (t *Terminal) framed() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	edge := "+" + strings.Repeat("-", t.screen.Width()) + "+"
	lines := []string{edge}
	for _, row := range t.rows() {
		lines = append(lines, "|"+row+strings.Repeat(" ", max(0, t.screen.Width()-ansi.StringWidth(row)))+"|")
	}
	at := t.screen.CursorPosition()
	return strings.Join(append(lines, edge, fmt.Sprintf("cursor %d,%d · title %q", at.X, at.Y, t.title)), "\n")
}
