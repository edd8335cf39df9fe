// Package editor has a text edited in the program that the person writes
// with: which one it is, how it is started, and what is taken of what it
// leaves.
package editor

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"time"
	"unicode"
)

// Chosen is the command of the editor that the environment names: VISUAL,
// else EDITOR; empty when neither does.
func Chosen(getenv func(string) string) string {
	for _, name := range []string{"VISUAL", "EDITOR"} {
		if command := strings.TrimSpace(getenv(name)); command != "" {
			return command
		}
	}
	return ""
}

// Trouble says why an editor brought nothing back.
type Trouble string

// The reasons.
const (
	Missing   Trouble = "missing"   // there is no such program
	Failed    Trouble = "failed"    // it ended with an error
	NoFile    Trouble = "no_file"   // the text could not be written for it
	Unusable  Trouble = "unusable"  // what it left is no text of a size to take
	Cancelled Trouble = "cancelled" // a signal ended it
)

// Troubles lists the reasons.
var Troubles = []Trouble{Missing, Failed, NoFile, Unusable, Cancelled}

// Error says that an editor brought nothing back. Command is what it is
// called by.
type Error struct {
	Command string
	Trouble Trouble
}

// Error is for logs; screens word the error themselves.
func (e *Error) Error() string { return fmt.Sprintf("editor %s: %s", e.Command, e.Trouble) }

// Name is what an editor is called by: the last part of the first word of its
// command.
func Name(command string) string {
	if words := Words(command); len(words) > 0 {
		return filepath.Base(words[0])
	}
	return ""
}

// Words splits a command as people write it in EDITOR: at blanks, but for
// those between quotation marks. Nothing in it is run or expanded.
func Words(command string) []string {
	var words []string
	var word strings.Builder
	var quote rune
	begun := false
	for _, r := range command {
		switch {
		case quote != 0 && r == quote:
			quote = 0
		case quote != 0:
			word.WriteRune(r)
		case r == '"' || r == '\'':
			quote, begun = r, true
		case unicode.IsSpace(r):
			if begun {
				words = append(words, word.String())
			}
			word.Reset()
			begun = false
		default:
			word.WriteRune(r)
			begun = true
		}
	}
	if begun {
		words = append(words, word.String())
	}
	return words
}

// Visit is one stay in an editor, which has the terminal meanwhile.
type Visit struct {
	command string
	path    string
	in      io.Reader
	out     io.Writer
	ended   bool
}

// NewVisit prepares the editing of the file at path.
func NewVisit(command, path string) *Visit { return &Visit{command: command, path: path} }

// SetStdin gives the editor its keys.
func (v *Visit) SetStdin(r io.Reader) {
	v.in = r
	if terminal := terminalOf(r); terminal != nil {
		v.in = terminal
	}
}

// SetStdout gives the editor its screen.
func (v *Visit) SetStdout(w io.Writer) {
	v.out = w
	if terminal := terminalOf(w); terminal != nil {
		v.out = terminal
	}
}

// terminalOf is the terminal behind what stands between it and the screens; an
// editor is to have the terminal itself.
func terminalOf(between any) *os.File {
	if t, ok := between.(interface{ Terminal() *os.File }); ok {
		return t.Terminal()
	}
	return nil
}

// SetStderr does nothing: what an editor complains of belongs on its screen.
func (v *Visit) SetStderr(io.Writer) {}

// Ended tells that a signal that ends programs came meanwhile: the one who
// started the editor is to end too.
func (v *Visit) Ended() bool { return v.ended }

// grace is how long an editor is left to put its things away once it was told
// to end.
const grace = 3 * time.Second

// echo is how long a signal may take from the terminal to this program.
const echo = 100 * time.Millisecond

// Run starts the editor and waits for its end. Its error is an *Error. A
// signal that ends programs is passed on to the editor.
func (v *Visit) Run() error {
	words := Words(v.command)
	if len(words) == 0 {
		return v.fault(Missing)
	}
	cmd := exec.Command(words[0], append(words[1:], v.path)...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = v.in, v.out, v.out
	// Registered before it starts, so that no signal falls between.
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGTERM, syscall.SIGHUP)
	defer signal.Stop(signals)
	if err := cmd.Start(); err != nil {
		return v.fault(Missing)
	}
	done := make(chan error, 1)
	go func() { done <- cmd.Wait() }()
	var err error
	select {
	case err = <-done:
	case s := <-signals:
		v.ended = true
		err = end(cmd.Process, s, done)
	}
	// A ctrl+c that the editor had was for it alone, and reaches us as well:
	// whoever lent the terminal takes no notice of it until we return.
	time.Sleep(echo)
	// A window that closes ends the editor and tells us, in any order.
	select {
	case <-signals:
		v.ended = true
	default:
	}
	return v.outcome(err)
}

// end passes a signal on, and insists when it is not heard.
func end(p *os.Process, s os.Signal, done <-chan error) error {
	_ = p.Signal(s)
	select {
	case err := <-done:
		return err
	case <-time.After(grace):
		_ = p.Kill()
		return <-done
	}
}

// outcome says how the editor ended. One that a signal ended may have saved.
func (v *Visit) outcome(err error) error {
	var exit *exec.ExitError
	switch {
	case v.ended, errors.As(err, &exit) && exit.ExitCode() < 0:
		return v.fault(Cancelled)
	case err != nil:
		return v.fault(Failed)
	}
	return nil
}

func (v *Visit) fault(t Trouble) error { return &Error{Command: Name(v.command), Trouble: t} }

// Take reads what the editor left, at most so many bytes; more, or no plain
// file, is an *Error.
func (v *Visit) Take(most int) (string, error) {
	info, err := os.Lstat(v.path)
	if err != nil || !info.Mode().IsRegular() || info.Size() > int64(most) {
		return "", v.fault(Unusable)
	}
	data, err := os.ReadFile(v.path)
	if err != nil || strings.ContainsRune(string(data), 0) {
		return "", v.fault(Unusable)
	}
	return string(data), nil
}
