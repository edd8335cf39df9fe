//go:build !linux

package store

import "os"

// networkShare is the name of the share a folder is on; it cannot be told here.
func networkShare(string) string { return "" }

// writable tells whether the file can be written.
func writable(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().Perm()&0o200 != 0
}

// folderWritable is found out by SQLite here.
func folderWritable(string) bool { return true }
