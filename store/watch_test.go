package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// again opens the same file once more, as another program does.
func again(t *testing.T, s *Store, name string) *Store {
	t.Helper()
	other := must(Open(s.Path(), options()))(t)
	t.Cleanup(func() { _ = other.Close() })
	return other.As(committee.Actor{Name: name})
}

func newsOf(t *testing.T, s *Store, seen register.News) register.News {
	t.Helper()
	return must(s.Changed(ctx, seen))(t)
}

func TestNewsOfTheFile(t *testing.T) {
	t.Run("what another program changed, and who", func(t *testing.T) {
		s := newStore(t)
		other := again(t, s, "Issa Keïta")
		p := must(other.SavePerson(ctx, committee.Person{Name: "Awa"}))(t)
		p.Phone = "76"
		must(other.SavePerson(ctx, p))(t)
		news := newsOf(t, s, register.News{})
		want := []committee.Thing{people.thing(string(p.ID))}
		if !slices.Equal(news.Things, want) || !slices.Equal(news.By, []string{"Issa Keïta"}) || news.Everything || news.Trouble != "" {
			t.Errorf("the news are %+v", news)
		}
		must(other.SaveInstitution(ctx, committee.Institution{Name: "Justice"}))(t)
		news = newsOf(t, s, news)
		if len(news.Things) != 1 || news.Things[0].Kind != committee.KindInstitution {
			t.Errorf("then the news are %+v", news)
		}
	})
	t.Run("what was there at opening is none, nor is what was done here", func(t *testing.T) {
		s := newStore(t)
		must(s.SavePerson(ctx, committee.Person{Name: "Awa"}))(t)
		watching, other := again(t, s, "Awa"), again(t, s, "Issa")
		must(watching.SavePerson(ctx, committee.Person{Name: "Ici"}))(t)
		theirs := must(other.SavePerson(ctx, committee.Person{Name: "Ailleurs"}))(t)
		must(watching.SavePerson(ctx, committee.Person{Name: "Encore ici"}))(t)
		news := newsOf(t, watching, register.News{})
		if !slices.Equal(news.Things, []committee.Thing{people.thing(string(theirs.ID))}) {
			t.Errorf("the news are %+v", news)
		}
	})
	t.Run("a change refused is none", func(t *testing.T) {
		s := newStore(t)
		other := again(t, s, "Issa")
		if _, err := s.SaveInstitution(ctx, committee.Institution{}); err == nil {
			t.Fatal("an institution without a name was saved")
		}
		// The line that was given up here is theirs now.
		must(other.SaveInstitution(ctx, committee.Institution{Name: "Justice"}))(t)
		if news := newsOf(t, s, register.News{}); len(news.Things) != 1 {
			t.Errorf("the news are %+v", news)
		}
	})
}

func TestNewsIsBoundedAndEnds(t *testing.T) {
	t.Run("more than can be named", func(t *testing.T) {
		s := newStore(t)
		other := again(t, s, "Issa")
		err := other.Together(ctx, func(s *Store) error {
			for i := range mostTold + 1 {
				if _, err := s.SavePerson(ctx, committee.Person{Name: fmt.Sprintf("P %d", i)}); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		news := newsOf(t, s, register.News{})
		if !news.Everything || len(news.Things) > 0 || news.Seq != mostTold+1 {
			t.Errorf("the news are everything %v, %d things, line %d", news.Everything, len(news.Things), news.Seq)
		}
	})
	t.Run("an open file may be closed", func(t *testing.T) {
		s := newStore(t)
		left := make(chan error)
		go func() {
			_, err := s.Changed(ctx, register.News{})
			left <- err
		}()
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		if err := <-left; !errors.Is(err, context.Canceled) {
			t.Errorf("whoever waited was told %v", err)
		}
		if _, err := s.Changed(ctx, register.News{}); !errors.Is(err, context.Canceled) {
			t.Errorf("whoever comes later is told %v", err)
		}
	})
	t.Run("one may stop waiting", func(t *testing.T) {
		s := newStore(t)
		ctx, cancel := context.WithCancel(ctx)
		cancel()
		if _, err := s.Changed(ctx, register.News{}); !errors.Is(err, context.Canceled) {
			t.Errorf("told %v", err)
		}
	})
}

func TestNewsOfWhatBecameOfTheFile(t *testing.T) {
	for name, c := range map[string]struct {
		do   func(*testing.T, string) error
		want committee.FileReason
	}{
		"removed":       {func(_ *testing.T, path string) error { return os.Remove(path) }, committee.FileGone},
		"renamed":       {func(_ *testing.T, path string) error { return os.Rename(path, path+".ancien") }, committee.FileGone},
		"replaced":      {func(t *testing.T, path string) error { return os.Rename(closedFile(t), path) }, committee.FileReplaced},
		"-wal removed":  {func(_ *testing.T, path string) error { return os.Remove(path + "-wal") }, committee.FileUnsided},
		"-shm removed":  {func(_ *testing.T, path string) error { return os.Remove(path + "-shm") }, committee.FileUnsided},
		"-wal replaced": {func(_ *testing.T, path string) error { return os.Rename(path+"-shm", path+"-wal") }, committee.FileUnsided},
		"read-only":     {func(_ *testing.T, path string) error { return os.Chmod(path, 0o400) }, committee.FileReadOnly},
		"folder renamed": {func(_ *testing.T, path string) error {
			return os.Rename(filepath.Dir(path), filepath.Dir(path)+".ancien")
		}, committee.FileFolderGone},
	} {
		t.Run(name, func(t *testing.T) {
			s := newStore(t)
			must(s.SavePerson(ctx, committee.Person{Name: "Awa"}))(t)
			if err := c.do(t, s.Path()); err != nil {
				t.Fatal(err)
			}
			if news := newsOf(t, s, register.News{}); news.Trouble != c.want || news.Told() {
				t.Errorf("the news are %+v, want %s", news, c.want)
			}
			_, err := s.SavePerson(ctx, committee.Person{Name: "X"})
			fileError(t, err, c.want)
			// What is open can still be read, by many at once.
			if w := must(s.People(ctx, query("")))(t); w.Total != 1 {
				t.Errorf("%d people are read", w.Total)
			}
		})
	}
	t.Run("back again", func(t *testing.T) {
		s := newStore(t)
		away := s.Path() + ".ancien"
		if err := os.Rename(s.Path(), away); err != nil {
			t.Fatal(err)
		}
		news := newsOf(t, s, register.News{})
		if err := os.Rename(away, s.Path()); err != nil {
			t.Fatal(err)
		}
		if news = newsOf(t, s, news); news.Trouble != "" {
			t.Errorf("the news are %+v", news)
		}
		must(s.SavePerson(ctx, committee.Person{Name: "X"}))(t)
	})
}
