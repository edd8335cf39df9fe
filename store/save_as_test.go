package store

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// besides is a name in the folder of a file.
func besides(s *Store, name string) string { return filepath.Join(filepath.Dir(s.Path()), name) }

// What the -wal held that was taken away is saved with the rest.
func TestSavingWhatLostItsWal(t *testing.T) {
	s := newStore(t)
	must(s.SavePerson(ctx, committee.Person{Name: "Awa"}))(t)
	old, path := s.Path(), besides(s, "autre.suivi")
	if err := os.Remove(old + "-wal"); err != nil {
		t.Fatal(err)
	}
	_, err := s.SavePerson(ctx, committee.Person{Name: "Kadi"})
	fileError(t, err, committee.FileUnsided)
	if err := s.SaveAs(ctx, path); err != nil {
		t.Fatal(err)
	}
	must(s.SavePerson(ctx, committee.Person{Name: "Kadi"}))(t)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	sound(t, path, 2)
	sound(t, old, 1)
}

func TestSavingUnderAnotherName(t *testing.T) {
	t.Run("goes on there, every binding of it", func(t *testing.T) {
		s := newStore(t)
		issa := s.As(committee.Actor{Name: "Issa"})
		must(s.SavePerson(ctx, committee.Person{Name: "Awa"}))(t)
		old, path := s.Path(), besides(s, "autre.suivi")
		if err := s.SaveAs(ctx, path); err != nil {
			t.Fatal(err)
		}
		must(issa.SavePerson(ctx, committee.Person{Name: "Kadi"}))(t)
		if s.Path() != path || issa.Path() != path {
			t.Errorf("the file is %s", s.Path())
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		sound(t, path, 2)
		sound(t, old, 1)
	})
	t.Run("never over another file, and stays then", func(t *testing.T) {
		s, taken := newStore(t), closedFile(t)
		untouched(t, filepath.Dir(taken), func() { fileError(t, s.SaveAs(ctx, taken), committee.FileExists) })
		fileError(t, s.SaveAs(ctx, s.Path()), committee.FileExists)
		fileError(t, s.SaveAs(ctx, filepath.Dir(s.Path())), committee.FileFolder)
		fileError(t, s.SaveAs(ctx, besides(s, "absent/x.suivi")), committee.FileNoFolder)
		must(s.SavePerson(ctx, committee.Person{Name: "Awa"}))(t)
	})
	t.Run("news go on too", func(t *testing.T) {
		s := newStore(t)
		told := make(chan register.News)
		go func() {
			news, err := s.Changed(ctx, register.News{})
			if err != nil {
				news.By = []string{err.Error()}
			}
			told <- news
		}()
		if err := s.SaveAs(ctx, besides(s, "autre.suivi")); err != nil {
			t.Fatal(err)
		}
		must(again(t, s, "Issa").SavePerson(ctx, committee.Person{Name: "Kadi"}))(t)
		if news := <-told; len(news.Things) != 1 || news.By[0] != "Issa" {
			t.Errorf("the news are %+v", news)
		}
	})
}

// Whatever became of the file, what is open is saved elsewhere, whole.
func TestSavingWhatLostItsFile(t *testing.T) {
	for name, lose := range map[string]func(*testing.T, *Store) error{
		"removed":        func(_ *testing.T, s *Store) error { return os.Remove(s.Path()) },
		"renamed":        func(_ *testing.T, s *Store) error { return os.Rename(s.Path(), s.Path()+".ancien") },
		"replaced":       func(t *testing.T, s *Store) error { return os.Rename(closedFile(t), s.Path()) },
		"made read-only": func(_ *testing.T, s *Store) error { return os.Chmod(s.Path(), 0o400) },
		"folder removed": func(_ *testing.T, s *Store) error { return os.RemoveAll(filepath.Dir(s.Path())) },
	} {
		t.Run(name, func(t *testing.T) {
			s, kept := newStore(t), filepath.Join(t.TempDir(), "gardé.suivi")
			for _, p := range []string{"Awa", "Issa", "Kadi"} {
				must(s.SavePerson(ctx, committee.Person{Name: p}))(t)
			}
			if err := lose(t, s); err != nil {
				t.Fatal(err)
			}
			_, err := s.SavePerson(ctx, committee.Person{Name: "Perdu"})
			var e *committee.FileError
			if !errors.As(err, &e) {
				t.Fatalf("got %v", err)
			}
			if err := s.SaveAs(ctx, kept); err != nil {
				t.Fatal(err)
			}
			must(s.SavePerson(ctx, committee.Person{Name: "Retrouvé"}))(t)
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			sound(t, kept, 4)
		})
	}
}

// The file that has the name now is as it was put there, whoever opens it and
// whenever: nothing of the one that was open lies beside it.
func TestTheFileThatReplacedAnotherIsUntouched(t *testing.T) {
	for name, then := range map[string]func(*testing.T, *Store){
		"closed at once":                func(*testing.T, *Store) {},
		"noticed":                       func(t *testing.T, s *Store) { newsOf(t, s, register.News{}) },
		"saved elsewhere":               saveElsewhere,
		"noticed, then saved elsewhere": func(t *testing.T, s *Store) { newsOf(t, s, register.News{}); saveElsewhere(t, s) },
	} {
		t.Run(name, func(t *testing.T) {
			other := closedFile(t)
			want := must(os.ReadFile(other))(t)
			s := newStore(t)
			path := s.Path()
			for _, p := range []string{"Kadi", "Oumar", "Fanta"} {
				must(s.SavePerson(ctx, committee.Person{Name: p}))(t)
			}
			if err := os.Rename(other, path); err != nil {
				t.Fatal(err)
			}
			then(t, s)
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			if got := must(os.ReadFile(path))(t); string(got) != string(want) {
				t.Error("the file was changed")
			}
			for _, ending := range beside {
				if exists(path + ending) {
					t.Errorf("%s lies beside it", ending)
				}
			}
			sound(t, path, 1)
		})
	}
	t.Run("another program has it open already", func(t *testing.T) {
		s, other := newStore(t), closedFile(t)
		must(s.SavePerson(ctx, committee.Person{Name: "Kadi"}))(t)
		if err := os.Rename(other, s.Path()); err != nil {
			t.Fatal(err)
		}
		newsOf(t, s, register.News{})
		theirs := again(t, s, "Issa")
		must(theirs.SavePerson(ctx, committee.Person{Name: "Fanta"}))(t)
		saveElsewhere(t, s)
		if w := must(s.People(ctx, query("")))(t); w.Total != 1 || w.Rows[0].Name != "Kadi" {
			t.Errorf("what was open is %+v", w)
		}
		must(theirs.SavePerson(ctx, committee.Person{Name: "Oumar"}))(t)
		if err := theirs.Close(); err != nil {
			t.Fatal(err)
		}
		sound(t, theirs.Path(), 3)
	})
}

func saveElsewhere(t *testing.T, s *Store) {
	t.Helper()
	if err := s.SaveAs(ctx, filepath.Join(t.TempDir(), "gardé.suivi")); err != nil {
		t.Fatal(err)
	}
}

func TestSavingOnAFullDisk(t *testing.T) {
	s := newStore(t)
	must(s.SavePerson(ctx, committee.Person{Name: "Awa"}))(t)
	if _, err := s.writer.Exec("PRAGMA max_page_count = 1"); err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := s.SavePerson(ctx, committee.Person{Name: "Issa", Remarks: string(make([]byte, 4000))}); err != nil {
			fileError(t, err, committee.FileDiskFull)
			break
		}
	}
	n := must(s.People(ctx, query("")))(t).Total
	saveElsewhere(t, s)
	must(s.SavePerson(ctx, committee.Person{Name: "Kadi"}))(t)
	path := s.Path()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	sound(t, path, n+1)
}
