package termtest

import (
	"fmt"
	"os"
	"strings"
	"time"

	"golang.org/x/sys/unix"
)

// Memory is the most memory, in bytes, that the program has had of the machine
// at once, what it shares with others included.
func (t *Terminal) Memory() int64 {
	t.t.Helper()
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", t.cmd.Process.Pid))
	if err != nil {
		t.t.Fatal(err)
	}
	for line := range strings.Lines(string(status)) {
		var kilobytes int64
		if n, _ := fmt.Sscanf(line, "VmHWM: %d kB", &kilobytes); n == 1 {
			return kilobytes << 10
		}
	}
	t.t.Fatalf("the system does not say how much memory the program has:\n%s", status)
	return 0
}

// CPU is the processor time that the program took so far.
func (t *Terminal) CPU() time.Duration {
	t.t.Helper()
	const scheduled = 2 // the precise one of a process's clocks
	var spent unix.Timespec
	if err := unix.ClockGettime(int32(^t.cmd.Process.Pid<<3|scheduled), &spent); err != nil {
		t.t.Fatal(err)
	}
	return time.Duration(spent.Nano())
}
