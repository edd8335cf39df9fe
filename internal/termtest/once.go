package termtest

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// Large is the file of a fictional committee of so many actions, kept like any
// other that takes long to make. It is known by what make gives for a small
// one, byte for byte, so that another shape of the file or other rows are
// another file.
func Large(t testing.TB, actions int, make func(path string, actions int) error) string {
	t.Helper()
	small := filepath.Join(t.TempDir(), "small.suivi")
	if err := make(small, 20); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(small)
	if err != nil {
		t.Fatal(err)
	}
	name := fmt.Sprintf("large-%d-%.6x.suivi", actions, sha256.Sum256(data))
	path, err := Once(name, func(path string) error { return make(path, actions) })
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// Once is the path of a file that takes long to make. It is made the first
// time it is asked for and kept under the user's cache folder, by its name,
// for the runs that follow. Whoever changes it copies it first.
func Once(name string, make func(path string) error) (string, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		cache = os.TempDir()
	}
	folder := filepath.Join(cache, "suivi-bench")
	path := filepath.Join(folder, name)
	if _, err := os.Stat(path); err == nil {
		return path, nil
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", err
	}
	work, err := os.MkdirTemp(folder, "making")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(work)
	made := filepath.Join(work, name)
	if err := make(made); err != nil {
		return "", err
	}
	return path, os.Rename(made, path)
}
