// Package envelope encrypts backups for the keys of those who may read them,
// and opens them again, in the format of age.
package envelope

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"filippo.io/age"
)

// Ending is how the name of an encrypted file ends.
const Ending = ".age"

// magic is how every encrypted file begins.
const magic = "age-encryption.org/v1\n"

// MagicSize is how many bytes [Sealed] needs to see.
const MagicSize = len(magic)

// ErrWrongKey says that a file was encrypted for other keys.
var ErrWrongKey = errors.New("envelope: encrypted for another key")

// ErrNoKey says that a file holds no key that can be used.
var ErrNoKey = errors.New("envelope: no key in the file")

// PublicKeyError says that a word is not the public key of anybody.
type PublicKeyError struct{ Key string }

// Error is for logs; the command line words the error itself.
func (e *PublicKeyError) Error() string { return fmt.Sprintf("envelope: not a public key: %q", e.Key) }

// Sealed tells by its first bytes whether a file is encrypted.
func Sealed(begin []byte) bool { return bytes.HasPrefix(begin, []byte(magic)) }

// Lock encrypts for one or several people.
type Lock struct{ recipients []age.Recipient }

// NewLock makes a lock of public keys (age1…). A word that is none is a
// *PublicKeyError.
func NewLock(keys []string) (*Lock, error) {
	l := &Lock{}
	for _, key := range keys {
		found, err := age.ParseRecipients(strings.NewReader(key))
		if err != nil || len(found) != 1 || strings.ContainsAny(key, "\r\n") {
			return nil, &PublicKeyError{key}
		}
		l.recipients = append(l.recipients, found[0])
	}
	// Keys of two kinds do not go together: said now, not when all is copied.
	w, err := age.Encrypt(io.Discard, l.recipients...)
	if err != nil {
		return nil, &PublicKeyError{strings.Join(keys, " ")}
	}
	return l, w.Close()
}

// Writer encrypts what is written to it; it must be closed.
func (l *Lock) Writer(to io.Writer) (io.WriteCloser, error) { return age.Encrypt(to, l.recipients...) }

// Key opens what was encrypted for it.
type Key struct{ identities []age.Identity }

// largestKey is how much of a file of keys is read.
const largestKey = 1 << 20

// ReadKey reads a file of secret keys, as age-keygen writes it. One that holds
// none is [ErrNoKey].
func ReadKey(path string) (*Key, error) {
	// A pipe would be waited for without end.
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return nil, ErrNoKey
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	identities, err := age.ParseIdentities(io.LimitReader(f, largestKey))
	if err != nil {
		return nil, ErrNoKey // the cause might quote the secret
	}
	return &Key{identities}, nil
}

// Reader opens an encrypted file. For one of another key the error is
// [ErrWrongKey]. What was altered or cut short is an error of Read, at the
// latest at its end.
func (k *Key) Reader(from io.Reader) (io.Reader, error) {
	r, err := age.Decrypt(from, k.identities...)
	var none *age.NoIdentityMatchError
	if errors.As(err, &none) {
		return nil, ErrWrongKey
	}
	return r, err
}
