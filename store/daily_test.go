package store

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"suivi/internal/committee"
)

// diary is a file that copies itself, with a clock that can be moved.
type diary struct {
	*Store
	t    *testing.T
	now  time.Time
	told chan error
}

func newDiary(t *testing.T, keep int, change ...func(*Options)) *diary {
	t.Helper()
	d := &diary{t: t, now: clock, told: make(chan error, 100)}
	o := Options{Now: func() time.Time { return d.now }, Copies: CopyPolicy{Keep: keep, Told: func(err error) { d.told <- err }}}
	for _, c := range change {
		c(&o)
	}
	d.Store = must(Open(closedFile(t), o))(t)
	t.Cleanup(func() { _ = d.Close() })
	return d
}

// changes saves somebody and waits for the copies under way.
func (d *diary) changes(name string) *diary {
	d.t.Helper()
	must(d.SavePerson(ctx, committee.Person{Name: name}))(d.t)
	d.copies.running.Wait()
	return d
}

func (d *diary) copied() []string {
	d.t.Helper()
	entries, err := os.ReadDir(copyFolder(d.Path()))
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		d.t.Fatal(err)
	}
	var all []string
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return all
}

func TestFirstChangeOfADayMakesACopyOfWhatWasBefore(t *testing.T) {
	d := newDiary(t, 14)
	if len(d.copied()) != 0 {
		t.Error("opening made a copy")
	}
	d.changes("Binta").changes("Cheick")
	if got := d.copied(); !slices.Equal(got, []string{"comité-2017-12-15.suivi"}) {
		t.Fatalf("copies %v", got)
	}
	sound(t, filepath.Join(copyFolder(d.Path()), "comité-2017-12-15.suivi"), 1)
	d.now = clock.AddDate(0, 0, 1)
	d.changes("Dado")
	sound(t, filepath.Join(copyFolder(d.Path()), "comité-2017-12-16.suivi"), 3)
	if len(d.told) != 2 || <-d.told != nil {
		t.Error("it did not tell of each copy")
	}
	info := must(os.Stat(copyFolder(d.Path())))(t)
	if info.Mode().Perm() != 0o700 {
		t.Errorf("the folder has mode %v", info.Mode())
	}
	c := must(d.Copies(ctx))(t)
	if c.Made != 2 || c.Last != "2017-12-16" || c.Keep != 14 || filepath.Base(c.Folder) != "comité.copies" {
		t.Errorf("tells %+v", c)
	}
}

func TestOldestCopiesAreRemovedAndNothingElse(t *testing.T) {
	d := newDiary(t, 14)
	folder := copyFolder(d.Path())
	others := []string{"autre-2016-01-01.suivi", "comité-2016-01-01.suivi.age", "comité-2016-13-01.suivi", "comité-avant.suivi", "notes.txt"}
	if err := os.Mkdir(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, name := range others {
		if err := os.WriteFile(filepath.Join(folder, name), []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(folder, "comité-2016-02-01.suivi"), 0o700); err != nil {
		t.Fatal(err)
	}
	for range 17 {
		d.now = d.now.AddDate(0, 0, 1)
		d.changes("Binta " + d.now.Format("2"))
	}
	got := d.copied()
	for _, name := range append(others, "comité-2016-02-01.suivi", "comité-2017-12-19.suivi", "comité-2018-01-01.suivi") {
		if !slices.Contains(got, name) {
			t.Errorf("%s is gone", name)
		}
	}
	if len(got) != len(others)+1+14 || slices.Contains(got, "comité-2017-12-18.suivi") {
		t.Errorf("kept %v", got)
	}
}

func TestNoCopyIsMade(t *testing.T) {
	t.Run("when none is to be kept", func(t *testing.T) {
		d := newDiary(t, 0).changes("Binta")
		if len(d.copied()) != 0 || len(d.told) != 0 {
			t.Errorf("made %v", d.copied())
		}
		d.KeepCopies(CopyPolicy{Keep: 3})
		if d.changes("Cheick"); len(d.copied()) != 1 {
			t.Error("none was made once it was asked for")
		}
	})
	t.Run("for a change that is refused", func(t *testing.T) {
		d := newDiary(t, 14)
		if _, err := d.SavePerson(ctx, committee.Person{}); err == nil {
			t.Fatal("it was not refused")
		}
		if d.copies.running.Wait(); len(d.copied()) != 0 {
			t.Errorf("made %v", d.copied())
		}
	})
	t.Run("when the day has one", func(t *testing.T) {
		d := newDiary(t, 14).changes("Binta")
		if err := d.Close(); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(copyFolder(d.Path()), "comité-2017-12-15.suivi")
		untouched(t, filepath.Dir(path), func() {
			again := must(Open(d.Path(), Options{Now: func() time.Time { return clock }, Copies: CopyPolicy{Keep: 14}}))(t)
			must(again.SavePerson(ctx, committee.Person{Name: "Cheick"}))(t)
			if err := again.Close(); err != nil {
				t.Fatal(err)
			}
		})
	})
}

func TestCopyThatFailsIsToldAndTheChangeSaved(t *testing.T) {
	failed := func(t *testing.T, d *diary, reason committee.FileReason) {
		t.Helper()
		d.changes("Binta").changes("Cheick")
		var e *committee.CopyError
		if len(d.told) != 1 {
			t.Fatalf("told %d times", len(d.told))
		}
		err := <-d.told
		if !errors.As(err, &e) {
			t.Fatalf("told %v", err)
		}
		fileError(t, err, reason)
		if w := must(d.People(ctx, query("")))(t); w.Total != 3 {
			t.Errorf("%d people", w.Total)
		}
	}
	t.Run("full disk", func(t *testing.T) {
		d := newDiary(t, 14, func(o *Options) { o.mostPages = 10 })
		failed(t, d, committee.FileDiskFull)
		if got := d.copied(); len(got) != 0 {
			t.Errorf("left %v", got)
		}
		d.options.mostPages, d.now = 0, d.now.Add(copyPatience)
		if d.changes("Dado"); len(d.copied()) != 1 || <-d.told != nil {
			t.Error("it was not tried again")
		}
	})
	t.Run("a file where the folder should be", func(t *testing.T) {
		d := newDiary(t, 14)
		if err := os.WriteFile(copyFolder(d.Path()), nil, 0o600); err != nil {
			t.Fatal(err)
		}
		failed(t, d, committee.FileNoFolder)
	})
}

func TestTwoOnOneFileMakeOneCopy(t *testing.T) {
	d := newDiary(t, 14)
	o := Options{Now: func() time.Time { return clock }, Copies: CopyPolicy{Keep: 14, Told: func(err error) { d.told <- err }}}
	other := must(Open(d.Path(), o))(t)
	for _, s := range []*Store{d.Store, other} {
		must(s.SavePerson(ctx, committee.Person{Name: "Binta"}))(t)
	}
	if err := errors.Join(other.Close(), d.Close()); err != nil {
		t.Fatal(err)
	}
	close(d.told)
	for err := range d.told {
		if err != nil {
			t.Error(err)
		}
	}
	if got := d.copied(); !slices.Equal(got, []string{"comité-2017-12-15.suivi"}) {
		t.Errorf("copies %v", got)
	}
}

func TestClosingWaitsForTheCopy(t *testing.T) {
	d := newDiary(t, 14)
	must(d.SavePerson(ctx, committee.Person{Name: "Binta"}))(t)
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	sound(t, filepath.Join(copyFolder(d.Path()), "comité-2017-12-15.suivi"), 1)
	if got := d.copied(); len(got) != 1 {
		t.Errorf("left %v", got)
	}
}
