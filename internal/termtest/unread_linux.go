package termtest

import (
	"fmt"
	"os"

	"golang.org/x/sys/unix"
)

// unread is how many bytes lie in the terminal that the program has not read.
func (t *Terminal) unread() int {
	raw, err := t.pty.SyscallConn()
	if err != nil {
		return 0
	}
	number := -1
	if err := raw.Control(func(fd uintptr) { number, err = unix.IoctlGetInt(int(fd), unix.TIOCGPTN) }); err != nil || number < 0 {
		return 0
	}
	line, err := os.OpenFile(fmt.Sprintf("/dev/pts/%d", number), os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		return 0
	}
	defer line.Close()
	left, err := unix.IoctlGetInt(int(line.Fd()), unix.TIOCINQ)
	if err != nil {
		return 0
	}
	return left
}
