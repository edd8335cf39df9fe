package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"suivi/internal/settings"
	"suivi/store"
	"suivi/tui"
)

// ending is that of our files, put to a name without one.
const ending = ".suivi"

// saveAs saves all that is open in another file, which is the one of this
// visit from then on.
func (v *visit) saveAs(ctx context.Context, book tui.Book, path string) (string, error) {
	file, ok := book.(*store.Store)
	if !ok {
		return "", fmt.Errorf("save as: not a file but %T", book)
	}
	path, err := filepath.Abs(athome(path))
	if err != nil {
		return "", err
	}
	if filepath.Ext(path) == "" {
		path += ending
	}
	if err := file.SaveAs(ctx, path); err != nil {
		return "", err
	}
	v.drafts.Follow(path)
	left := v.where()
	v.mu.Lock()
	v.path = path
	v.mu.Unlock()
	// That it is not remembered is said when the visit ends.
	_ = v.keeper.Change(func(s *settings.Settings) {
		s.LastFile = path
		s.SetFile(path, s.File(left))
	})
	return shown(path), nil
}

// where is where the file of this visit lies now.
func (v *visit) where() string {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.path
}

// spare is a name for another file: beside this one, with the day; at home
// when its folder is gone.
func (v *visit) spare() string {
	path := v.where()
	folder := filepath.Dir(path)
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		if home, err := os.UserHomeDir(); err == nil {
			folder = home
		}
	}
	name := strings.TrimSuffix(filepath.Base(path), ending) + "-" + v.now().Format("2006-01-02")
	for n := 1; ; n++ {
		spare := filepath.Join(folder, name+ending)
		if n > 1 {
			spare = filepath.Join(folder, fmt.Sprintf("%s-%d%s", name, n, ending))
		}
		if n == 100 || !exists(spare) {
			return shown(spare)
		}
	}
}

// athome is a path that may begin in one's own folder.
func athome(path string) string {
	if rest, found := strings.CutPrefix(path, "~"+string(os.PathSeparator)); found {
		if home, err := os.UserHomeDir(); err == nil {
			return filepath.Join(home, rest)
		}
	}
	return path
}
