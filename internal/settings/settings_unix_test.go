//go:build unix

package settings_test

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"suivi/internal/settings"
)

func TestWhatIsNoPlainFileDoesNotHang(t *testing.T) {
	path := home(t)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Skip(err)
	}
	_, err := settings.Open(path)
	var fault *settings.FaultError
	if !errors.As(err, &fault) || fault.Reason != settings.NotOurs {
		t.Fatalf("error %v", err)
	}
}
