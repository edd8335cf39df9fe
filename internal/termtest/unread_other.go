//go:build unix && !linux

package termtest

// unread is not known here: what the program has not read is echoed.
func (t *Terminal) unread() int { return 0 }
