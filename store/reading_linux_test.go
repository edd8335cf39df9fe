package store

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
)

// Somebody else, with no right to write, reads a file in a folder they cannot
// write to either.
func TestReadingWhatOneCannotWrite(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("only the superuser can act as somebody else")
	}
	path := closedFile(t)
	for folder := filepath.Dir(path); folder != os.TempDir() && folder != "/"; folder = filepath.Dir(folder) {
		if err := os.Chmod(folder, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Chmod(path, 0o644); err != nil {
		t.Fatal(err)
	}
	binary := filepath.Join(filepath.Dir(path), "program")
	if err := os.WriteFile(binary, must(os.ReadFile(must(os.Executable())(t)))(t), 0o755); err != nil {
		t.Fatal(err)
	}
	run := func(name string) ([]byte, error) {
		c := exec.Command(binary)
		c.Env = append(os.Environ(), "SUIVI_TEST_OPEN="+path, "SUIVI_TEST_NAME="+name)
		c.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
		c.Dir = "/"
		return c.CombinedOutput()
	}
	if out, err := run(""); err != nil {
		t.Errorf("reading: %v %s", err, out)
	}
	if out, err := run("X"); err == nil || !bytes.Contains(out, []byte("read_only")) {
		t.Errorf("writing: %v %s", err, out)
	}
	if err := os.Chmod(path, 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := run(""); err == nil || !bytes.Contains(out, []byte("no_permission")) {
		t.Errorf("reading what may not be read: %v %s", err, out)
	}
}
