package store

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// What is loaded is dumped again as it was; the rest is refused in words that
// people have.
func FuzzLoad(f *testing.F) {
	dump := small(f)
	f.Add(string(dump))
	f.Add(strings.ReplaceAll(string(dump), "Justice", "Santé"))
	f.Add(string(dumpOf(f, newTaster(f).Store)))
	for _, line := range linesOf(dump) {
		f.Add(line + "\n")
	}
	header, _, _ := strings.Cut(string(dump), "\n")
	f.Add(header + "\n" + `{"kind":"axis","value":{"id":"x"}}` + "\n")
	folder, taster := f.TempDir(), taster{}
	f.Fuzz(func(t *testing.T, s string) {
		// With the right checksum, so that more than the checksum is tried.
		if lines := linesOf([]byte(s)); len(lines) > 1 && strings.HasPrefix(lines[0], `{"suivi":"dump"`) {
			s = string(summed(lines))
		}
		if taster.Store == nil {
			taster.Store = must(Create(filepath.Join(folder, newID()), options()))(t)
		}
		_, err := taster.take(ctx, strings.NewReader(s), must(latestVersion(migrations))(t))
		if errors.As(err, new(*committee.DumpError)) {
			return
		}
		defer func() { // it is no longer empty
			if err := errors.Join(taster.Close(), os.Remove(taster.Path())); err != nil {
				t.Error(err)
			}
			taster.Store = nil
		}()
		if errors.As(err, new(*register.UnsoundError)) {
			return
		}
		if err != nil {
			t.Fatalf("refused with %v", err)
		}
		now := dumpOf(t, taster.Store)
		was, _, _ := strings.Cut(s, "\n")
		if is, _, _ := strings.Cut(string(now), "\n"); was == is && string(now) != s {
			t.Errorf("dumped again it differs:\n%s", firstDifference([]byte(s), now))
		}
	})
}

// No field that a dump fills lets a control character through, however it is
// written.
func TestNoFieldOfADumpHoldsControlCharacters(t *testing.T) {
	s := newStore(t)
	things := newWorld(t, s)
	taster := newTaster(t)
	tried := 0
	for kind, id := range things {
		v := must(keepers[kind].find(ctx, s.reader, id))(t)
		sample := reflect.New(reflect.TypeOf(v))
		sample.Elem().Set(reflect.ValueOf(v))
		strain(sample.Elem(), func() {
			tried++
			err := taster.reload(ctx, func(tx *tx) error {
				value := marshaled(sample.Interface())
				if err := keepers[kind].put(ctx, tx, value, true, func(string) error { return nil }); err != nil {
					return err
				}
				t.Errorf("%s takes %q", kind, value)
				return errors.New("not kept")
			})
			if err == nil {
				t.Errorf("%s was kept", kind)
			}
		})
	}
	if tried < 200 {
		t.Errorf("only %d fields were tried", tried)
	}
}

// strain puts a control character into one text after another within v.
func strain(v reflect.Value, try func()) {
	switch v.Kind() {
	case reflect.String:
		// A key leads to a row that is there, or the check of the file says so.
		if strings.HasSuffix(v.Type().Name(), "ID") {
			return
		}
		was := v.String()
		for _, bad := range []string{"\x1b", "\u009b", "\u202e", "\x7f"} {
			r := append([]rune(was), 'x', 'x')
			r[1] = []rune(bad)[0]
			v.SetString(string(r[:max(len(r)-2, 2)]))
			try()
		}
		v.SetString(was)
	case reflect.Struct:
		for i := range v.NumField() {
			strain(v.Field(i), try)
		}
	case reflect.Slice:
		if v.Len() > 0 {
			strain(v.Index(0), try)
		}
	}
}
