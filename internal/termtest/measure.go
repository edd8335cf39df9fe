//go:build unix

package termtest

// Sent is how many bytes the program sent so far.
func (t *Terminal) Sent() int {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.raw.Len()
}
