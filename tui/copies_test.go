package tui_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/store"
	"suivi/tui"
)

// copying opens the example as a file that may be set to copy itself.
func copying(t *testing.T, keep int) *user {
	t.Helper()
	return visit(t, "example", 100, 30, i18n.For(committee.French), func(c *tui.Config) {
		file := c.Book.(*store.Store)
		c.KeepCopies = func(n int) error {
			file.KeepCopies(store.CopyPolicy{Keep: n})
			return nil
		}
		file.KeepCopies(store.CopyPolicy{Keep: keep})
	})
}

func TestSettingsTellOfTheCopiesOfTheDay(t *testing.T) {
	u := copying(t, 14)
	folder := filepath.Join(filepath.Dir(u.book.Path()), "comite.copies")
	u.press("8", "G").sees("Copies du jour", "les 14 dernières, dans comite.copies · aucune pour l’instant")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "comite-2017-12-14.suivi"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	u.press("c").sees("Copies gardées", "Avant la première modification de chaque jour")
	u.press("end", "ctrl+u").write("3").press("ctrl+s").sees("Réglage enregistré.")
	u.press("G").sees("les 3 dernières, dans comite.copies · dernière le 14/12/2017")
	u.press("c", "end", "ctrl+u").write("-1").press("ctrl+s").sees("Copies gardées", "-1")
	u.press("end", "ctrl+u").write("0").press("ctrl+s").press("G").sees("Copies du jour", "aucune n’est faite · dernière le 14/12/2017")
}

func TestCopiesCannotBeSetWhereTheyAreNotTheirs(t *testing.T) {
	u := secretary(t)
	u.press("8", "c").sees("Les réglages de cet ordinateur ne peuvent pas être modifiés ici.")
}

func TestCopyThatFailedIsSaid(t *testing.T) {
	copied := make(chan error, 2)
	copied <- nil
	copied <- &committee.CopyError{Err: &committee.FileError{Path: "/x/comite-2017-12-15.suivi", Reason: committee.FileDiskFull}}
	close(copied)
	u := visit(t, "example", 200, 30, i18n.For(committee.French), func(c *tui.Config) { c.Copied = copied })
	u.sees("La copie du jour n’a pas pu être faite ; vos modifications sont enregistrées. Le disque est plein, « comite-2017-12-15.suivi »")
	u.press("3").misses("La copie du jour")
}

// telling is a file of which something is told while an action is being saved.
type telling struct {
	tui.Book
	tell func()
}

func (b telling) SaveAction(ctx context.Context, a committee.Action) (committee.Action, error) {
	defer b.tell()
	return b.Book.SaveAction(ctx, a)
}

// A copy is made beside what is saved: that it failed may be told first.
func TestCopyThatFailedIsNotHiddenByWhatWasSaved(t *testing.T) {
	failed := tui.Copied(&committee.CopyError{Err: &committee.FileError{Path: "/x/comite-2017-12-15.suivi", Reason: committee.FileDiskFull}})
	var u *user
	u = visit(t, "example", 80, 24, i18n.For(committee.French), func(c *tui.Config) {
		c.Book = telling{c.Book, func() { u.send(failed) }}
	})
	u.press("3", "n").write("LOUER").press("ctrl+s").sees("A-2017-61", "La copie du jour n’a pas pu être faite")
	u.press("down").misses("La copie du jour")
}
