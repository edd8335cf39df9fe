package keyboard_test

import (
	"io"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"suivi/internal/keyboard"
)

const start, end = "\x1b[200~", "\x1b[201~"

// tb is what tests and properties have in common.
type tb interface {
	Helper()
	Fatal(args ...any)
}

// through is what a program reads of what a terminal sends, piece by piece.
func through(t tb, pieces ...string) string {
	t.Helper()
	from, to, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _, _ = from.Close(), to.Close() }()
	k := keyboard.New(from)
	var got strings.Builder
	buf := make([]byte, 4096)
	for _, piece := range pieces {
		for left := piece; left != ""; left = left[min(len(left), 2000):] {
			if _, err := io.WriteString(to, left[:min(len(left), 2000)]); err != nil {
				t.Fatal(err)
			}
			n, err := k.Read(buf)
			if err != nil {
				t.Fatal(err)
			}
			got.Write(buf[:n])
		}
	}
	return got.String()
}

func TestKeysPassAsTheyAre(t *testing.T) {
	for _, keys := range []string{"a", "é", "\x1b", "\x1b[A", "\x1bOP", "\x1b[27u", "\x03", "\x00", "\x9b", "\x1b]11;rgb:0/0/0\x07", "\x1b[20", "\x1b[201~", "\xff"} {
		if got := through(t, keys); got != keys {
			t.Errorf("%q came as %q", keys, got)
		}
	}
}

func TestPastedTextIsCleaned(t *testing.T) {
	for _, c := range []struct{ pasted, want string }{
		{"", ""},
		{"Réunion d’été", "Réunion d’été"},
		{"une\r\ndeux\n\ttrois", "une\r\ndeux\n\ttrois"},
		{"a\x1b]52;c;dm9s", "a]52;c;dm9s"},
		{"a\x1b_b\x1b^c\x1bXd\x1bPe", "a_b^cXdPe"},
		{"a\x1b[20b", "a[20b"},
		{"a\x1b\x1b[201b", "a[201b"},
		{"a\x00b\x07c\x08d\x7fe\x03f", "abcdef"},
		{"a\u009bb\u0085c", "abc"},
		{"a\x9bb\x90c\x9dd", "abcd"},
		{"a\xffb\xc3c\xe2\x80", "abc"},
		{"a" + start + "b", "a[200~b"},
	} {
		if got, want := through(t, "x"+start+c.pasted+end+"y"), "x"+start+c.want+end+"y"; got != want {
			t.Errorf("%q came as %q, want %q", c.pasted, got, want)
		}
	}
}

func TestPasteOfAnySizeIsBounded(t *testing.T) {
	got := through(t, start+strings.Repeat("é", 3<<20)+end+"y")
	if n := len(got); n < 4<<20-2 || n > 4<<20+20 {
		t.Errorf("%d bytes came through", n)
	}
	if !strings.HasSuffix(got, end+"y") || !utf8.ValidString(got) {
		t.Errorf("it ends with %q", got[len(got)-20:])
	}
}

// A paste whose end was lost holds every key from then on, but not ctrl+c.
func TestPasteWithoutEndIsEndedByHand(t *testing.T) {
	if got, want := through(t, start+"a\x03b\x1b[", "c", "\x03", "q"), start+"ab[c"+end+"\x03q"; got != want {
		t.Errorf("came as %q, want %q", got, want)
	}
}

// However the bytes are cut into pieces, the same comes out, and nothing of a
// paste is a sequence but its end.
func TestPiecesDoNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parts := rapid.SliceOfN(rapid.SampledFrom([]string{start, end, "\x1b", "[", "2", "0", "1~", "é", "\xc3", "\xa9", "\x9b", "\u009b", "’", "a", "\n", "\x07"}), 0, 40)
		pieces := parts.Draw(t, "pieces")
		whole := strings.Join(pieces, "")
		got := through(t, pieces...)
		if at := through(t, whole); at != got {
			t.Fatalf("%q in pieces comes as %q, at once as %q", pieces, got, at)
		}
		if _, pasted, inside := strings.Cut(got, start); inside {
			pasted, _, _ = strings.Cut(pasted, end)
			if strings.ContainsAny(pasted, "\x1b\x07\u009b") || !utf8.ValidString(pasted) {
				t.Fatalf("%q came as %q", whole, got)
			}
		}
	})
}
