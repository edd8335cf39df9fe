// Package termtest plays a program the way a person does: it starts the test
// binary again as the program, in a terminal of its own, presses keys and
// reads the screen.
package termtest

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// asProgram is set for a test binary that is to be the program.
const asProgram = "TERMTEST_PROGRAM"

// DefaultTimeout is how long a wait lasts at most, unless Options say more. It
// is long because a machine under test may be slow; a wait ends at once when
// what it waits for is there.
const DefaultTimeout = time.Minute

// Options say how the program is started. The zero value starts it without
// arguments in an 80×24 terminal, in French, in an empty home of its own.
type Options struct {
	Args []string
	// Env is added to the isolated environment and wins over it: NAME=value;
	// an empty value unsets the name. A TERM outside the xterm family may be
	// drawn wrongly: the emulator has no insert mode.
	Env []string
	// Width and Height of the terminal; 80×24 when zero.
	Width, Height int
	// ClaimedWidth and ClaimedHeight are what the terminal tells the program of
	// its size at the start, when it lies.
	ClaimedWidth, ClaimedHeight int
	// Dir is the working folder, and holds the home; a new one when empty.
	Dir string
	// Stdin is what Run gives the program to read; a terminal has its keys.
	Stdin string
	// Binary is the program to start; the test binary, as the program, when empty.
	Binary string
	// Timeout of each wait; DefaultTimeout when zero.
	Timeout time.Duration
	// Prepare changes the command before it is started: who runs it, say.
	Prepare func(*exec.Cmd)
}

// Main is what TestMain calls: it runs the tests, or is the program when Start
// or Run started it. The program returns its exit code.
func Main(m *testing.M, program func() int) {
	if os.Getenv(asProgram) != "" {
		_ = os.Unsetenv(asProgram)
		os.Exit(program())
	}
	os.Exit(m.Run())
}

// Result is what a program without a terminal left behind.
type Result struct {
	Code     int
	Out, Err string
}

// Run starts the program without a terminal and waits for its end.
func Run(t testing.TB, o Options) Result {
	t.Helper()
	o = o.filled(t)
	ctx, cancel := context.WithTimeout(context.Background(), o.Timeout)
	defer cancel()
	cmd := o.command(ctx, t)
	var out, err bytes.Buffer
	cmd.Stdout, cmd.Stderr, cmd.Stdin = &out, &err, strings.NewReader(o.Stdin)
	failure := cmd.Run()
	var exit *exec.ExitError
	switch {
	case ctx.Err() != nil:
		t.Fatalf("%q did not end\nstdout: %s\nstderr: %s", o.Args, &out, &err)
	case failure != nil && !errors.As(failure, &exit):
		t.Fatalf("%q: %v", o.Args, failure)
	}
	return Result{Code: cmd.ProcessState.ExitCode(), Out: out.String(), Err: err.String()}
}

func (o Options) filled(t testing.TB) Options {
	t.Helper()
	if o.Width == 0 {
		o.Width = 80
	}
	if o.Height == 0 {
		o.Height = 24
	}
	if o.ClaimedWidth == 0 {
		o.ClaimedWidth = o.Width
	}
	if o.ClaimedHeight == 0 {
		o.ClaimedHeight = o.Height
	}
	if o.Dir == "" {
		o.Dir = t.TempDir()
	}
	if o.Timeout == 0 {
		o.Timeout = DefaultTimeout
	}
	return o
}

func (o Options) command(ctx context.Context, t testing.TB) *exec.Cmd {
	t.Helper()
	binary := o.Binary
	if binary == "" {
		var err error
		if binary, err = os.Executable(); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.CommandContext(ctx, binary, o.Args...)
	cmd.Dir, cmd.Env = o.Dir, o.environment()
	if o.Prepare != nil {
		o.Prepare(cmd)
	}
	return cmd
}

// environment is everything the program sees: nothing of the machine's own
// settings but where its commands are.
func (o Options) environment() []string {
	values := map[string]string{
		asProgram: "1",
		"PATH":    os.Getenv("PATH"),
		"HOME":    filepath.Join(o.Dir, "home"),
		"LANG":    "fr_FR.UTF-8",
		"TZ":      "UTC",
		"TERM":    "xterm-256color",
		// Where a program built with -cover writes what it covered.
		"GOCOVERDIR": os.Getenv("GOCOVERDIR"),
	}
	for _, name := range []string{"CONFIG_HOME", "DATA_HOME", "STATE_HOME", "CACHE_HOME", "RUNTIME_DIR", "CONFIG_DIRS", "DATA_DIRS"} {
		values["XDG_"+name] = filepath.Join(o.Dir, "home", strings.ToLower(name))
	}
	for _, pair := range o.Env {
		name, value, _ := strings.Cut(pair, "=")
		values[name] = value
	}
	var env []string
	for name, value := range values {
		if value != "" {
			env = append(env, name+"="+value)
		}
	}
	return env
}
