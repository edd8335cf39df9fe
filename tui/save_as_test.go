package tui_test

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/store"
	"suivi/tui"
)

// stricken is a book whose file takes no more actions until it is saved under
// another name.
type stricken struct {
	tui.Book
	reason *committee.FileReason
}

func (s stricken) SaveAction(ctx context.Context, a committee.Action) (committee.Action, error) {
	if *s.reason != "" {
		return a, &committee.FileError{Path: "/home/awa/comite.suivi", Reason: *s.reason}
	}
	return s.Book.SaveAction(ctx, a)
}

// strickenBy opens the example in a file that something is wrong with.
func strickenBy(t *testing.T, reason committee.FileReason) *user {
	t.Helper()
	return visit(t, "example", 80, 24, french(), func(c *tui.Config) {
		book := c.Book
		c.Book = stricken{book, &reason}
		c.Spare = func() string { return "~/comite-2017-12-15.suivi" }
		c.SaveAs = func(ctx context.Context, _ tui.Book, path string) (string, error) {
			if path == "taken" {
				return "", &committee.FileError{Path: path, Reason: committee.FileExists}
			}
			reason = ""
			return path, book.(*store.Store).SaveAs(ctx, filepath.Join(t.TempDir(), filepath.Base(path)))
		}
	})
}

// Whatever is wrong with the file, another one is offered, and what was typed
// is saved in that one.
func TestWhatCannotBeSavedIsSavedElsewhere(t *testing.T) {
	for _, reason := range []committee.FileReason{
		committee.FileGone, committee.FileFolderGone, committee.FileReplaced, committee.FileReadOnly, committee.FileNoPermission,
		committee.FileUnsided, committee.FileDiskFull, committee.FileTrouble,
	} {
		still(t, string(reason), func(t *testing.T) {
			u := strickenBy(t, reason).press("3", "n").write("ACTION UNE").press("ctrl+s")
			u.sees("Rien n’est enregistré", "comite.suivi", "s      enregistrer sous un autre nom", "ACTION UNE").press("s")
			u.sees("Enregistrer sous…", "~/comite-2017-12-15.suivi").press("end", "ctrl+u").write("taken").press("ctrl+s")
			u.sees("existe déjà").press("end", "ctrl+u").write("autre.suivi").press("ctrl+s")
			u.sees("Vous travaillez maintenant dans autre.suivi", "▌ A-2017-61", "61 lignes").misses("Rien n’est enregistré")
		})
	}
	still(t, "a change without a form", func(t *testing.T) {
		u := visit(t, "example", 80, 24, french(), func(c *tui.Config) {
			c.SaveAs = func(context.Context, tui.Book, string) (string, error) { return "", nil }
		}).press("3").focus("A-2017-49")
		if err := u.book.Close(); err != nil { // what is asked of it from now on fails
			t.Fatal(err)
		}
		u.press("s").sees("A-2017-49")
	})
	still(t, "another refusal offers nothing", func(t *testing.T) {
		u := strickenBy(t, committee.FileLocked).press("3", "n").write("ACTION UNE").press("ctrl+s")
		u.sees("occupé par un autre programme", "ACTION UNE").misses("enregistrer sous")
	})
}

// What became of the file is said at once, and stays in the title until it is
// well again.
func TestTroubleWithTheFileIsSaidAtOnce(t *testing.T) {
	still(t, "on a list", func(t *testing.T) {
		u := strickenBy(t, "").press("3")
		u.send(tui.News(register.News{Trouble: committee.FileReplaced}))
		u.sees("fichier remplacé", "« comite.suivi » a été remplacé par un autre", "ctrl+w l’enregistre sous un autre nom")
		u.press("down").sees("fichier remplacé").misses("où rien n’est écrit")
		u.press("ctrl+s").sees("! fichier remplacé, ctrl+w").press("ctrl+w").sees("Enregistrer sous…").press("ctrl+s").sees("Vous travaillez maintenant dans ~/comite-2017-12-15.suivi").misses("fichier remplacé")
	})
	still(t, "back again", func(t *testing.T) {
		u := strickenBy(t, "").press("3")
		u.send(tui.News(register.News{Trouble: committee.FileGone}))
		u.sees("fichier déplacé ou supprimé")
		u.send(tui.News(register.News{}))
		u.sees("de nouveau à sa place").misses("fichier déplacé")
	})
	still(t, "in a form, which it leaves alone", func(t *testing.T) {
		u := strickenBy(t, "").press("3", "n").write("ACTION")
		u.send(tui.News(register.News{Trouble: committee.FileReadOnly}))
		u.sees("fichier en lecture seule", "ACTION").write(" UNE").sees("ACTION UNE")
	})
}

// Every reason that is said in the title has its words.
// Who quits while the file is gone is asked first: what is open is nowhere else.
func TestQuittingWhileTheFileIsGoneAsks(t *testing.T) {
	still(t, "asked, and one may stay", func(t *testing.T) {
		u := strickenBy(t, "")
		u.send(tui.News(register.News{Trouble: committee.FileGone}))
		u.press("q").sees("Quitter sans enregistrer ce qui est ouvert ?", "déplacé ou supprimé", "s      enregistrer sous un autre nom", "q      quitter quand même")
		u.press("esc").sees("À traiter").misses("Quitter sans")
		if u.press("q").press("q"); !u.quit {
			t.Error("it does not quit")
		}
	})
	still(t, "and saved elsewhere", func(t *testing.T) {
		u := strickenBy(t, "")
		u.send(tui.News(register.News{Trouble: committee.FileReplaced}))
		u.press("q", "s").sees("Enregistrer sous…").press("ctrl+s").sees("Vous travaillez maintenant dans")
		if u.press("q"); !u.quit {
			t.Error("it does not quit")
		}
	})
}

func TestTroublesHaveWords(t *testing.T) {
	for _, reason := range committee.FileReasons {
		still(t, string(reason), func(t *testing.T) {
			u := strickenBy(t, "").press("3")
			before := u.title()
			u.send(tui.News(register.News{Trouble: reason}))
			if strings.Contains(u.frame(), "imprévue") || u.title() != before && strings.Contains(u.title(), "_") {
				t.Errorf("not worded:\n%s", u.frame())
			}
		})
	}
}

// The key that saves every form says, where there is none, that all is saved;
// it leads to no other file.
func TestSavingWhereThereIsNothingToSaveSaysSo(t *testing.T) {
	u := strickenBy(t, "").press("3", "ctrl+s").sees("Tout est enregistré.").misses("Enregistrer sous…")
	u.press("n").write("ACTION UNE").press("ctrl+s").sees("ACTION UNE").press("ctrl+s").sees("Tout est enregistré.")
	u.press("ctrl+w").sees("Enregistrer sous…").press("esc").misses("Enregistrer sous…").press(":").write("copier").sees("Enregistrer tout le fichier sous un autre nom")
	p := inSession(t, 1, 100, 30, french()).opens("attend").press("p", "ctrl+s").sees("Tout est enregistré.")
	p.press("esc").sees("Réunion en séance")
}
