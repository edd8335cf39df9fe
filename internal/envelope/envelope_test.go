package envelope_test

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"filippo.io/age"

	"suivi/internal/envelope"
)

// pair is a public key and the file of its secret one.
func pair(t *testing.T) (public, path string) {
	t.Helper()
	id, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	return id.Recipient().String(), put(t, "# une clé\n\n"+id.String()+"\n")
}

func put(t *testing.T, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "cle.txt")
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func sealed(t *testing.T, content string, keys ...string) []byte {
	t.Helper()
	lock, err := envelope.NewLock(keys)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	w, err := lock.Writer(&b)
	if err != nil {
		t.Fatal(err)
	}
	_, err = io.WriteString(w, content)
	if err := errors.Join(err, w.Close()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestAnyOfTheKeysOpensAndNoOther(t *testing.T) {
	one, oneFile := pair(t)
	two, twoFile := pair(t)
	_, otherFile := pair(t)
	b := sealed(t, "procès-verbal", one, two)
	if !envelope.Sealed(b[:envelope.MagicSize]) || envelope.Sealed([]byte("SQLite format 3")) || envelope.Sealed(nil) {
		t.Error("what is encrypted is not told from what is not")
	}
	for _, path := range []string{oneFile, twoFile} {
		key, err := envelope.ReadKey(path)
		if err != nil {
			t.Fatal(err)
		}
		r, err := key.Reader(bytes.NewReader(b))
		if err != nil {
			t.Fatal(err)
		}
		if got, err := io.ReadAll(r); err != nil || string(got) != "procès-verbal" {
			t.Errorf("read %q, %v", got, err)
		}
	}
	key, err := envelope.ReadKey(otherFile)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := key.Reader(bytes.NewReader(b)); !errors.Is(err, envelope.ErrWrongKey) {
		t.Errorf("another key: %v", err)
	}
}

func TestWhatIsNoPublicKeyIsRefused(t *testing.T) {
	good, path := pair(t)
	secret, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{
		"", "Awa", good + "x", good + "\n" + good, "# " + good, strings.Fields(string(secret))[3],
		"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHsKLqeplhpW+uObz5dvMgjz1OxfM/XXUB+VHtZ6isGN",
	} {
		var wrong *envelope.PublicKeyError
		if _, err := envelope.NewLock([]string{good, key}); !errors.As(err, &wrong) || wrong.Key != key {
			t.Errorf("%q: %v", key, err)
		}
	}
}

func TestWhatHoldsNoSecretKeyIsRefused(t *testing.T) {
	public, _ := pair(t)
	for _, content := range []string{"", "# rien\n", public, "AGE-SECRET-KEY-1XXX", strings.Repeat("#\n", 1<<20), "\x00\xff"} {
		if _, err := envelope.ReadKey(put(t, content)); !errors.Is(err, envelope.ErrNoKey) {
			t.Errorf("%.20q: %v", content, err)
		}
	}
	if _, err := envelope.ReadKey(t.TempDir()); !errors.Is(err, envelope.ErrNoKey) {
		t.Errorf("a folder: %v", err)
	}
	if _, err := envelope.ReadKey(filepath.Join(t.TempDir(), "absent")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("absent: %v", err)
	}
}
