package store

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"suivi/internal/committee"
)

// The format of a dump is documented in docs/format.md: a header, the rows,
// the journal, the end. What loads is written again byte for byte the same.
const (
	dumpName   = "dump"
	dumpFormat = 1
	// These bound a line, without its end.
	dumpHeaderAtMost = 64 << 10
	dumpLineAtMost   = 64 << 20
)

// How the lines of each sort begin.
const (
	rowStart   = `{"kind":`
	entryStart = `{"entry":`
	endStart   = `{"sha256":`
)

// dumpHeader is the first line of a dump.
type dumpHeader struct {
	Suivi  string `json:"suivi"`
	Format int    `json:"format"`
	// Schema is the shape of the file that was dumped.
	Schema int `json:"schema"`
	// Rows counts the rows of each kind that has any.
	Rows map[committee.Kind]int `json:"rows"`
	// Journal is the number of the journal's last line, Hash its hash.
	Journal int64  `json:"journal"`
	Hash    string `json:"hash"`
}

// dumpRow is a line that holds a row: its kind, and its value as the journal
// writes it.
type dumpRow struct {
	Kind  committee.Kind  `json:"kind"`
	Value json.RawMessage `json:"value"`
}

func (r dumpRow) line() []byte {
	return concat(rowStart, quoted(string(r.Kind)), `,"value":`, string(r.Value), "}")
}

// dumpEntry is a line that holds a line of the journal: what its hash is made
// from, and the hash.
type dumpEntry struct {
	Entry json.RawMessage `json:"entry"`
	Hash  string          `json:"hash"`
}

func (e dumpEntry) line() []byte {
	return concat(entryStart, string(e.Entry), `,"hash":`, quoted(e.Hash), "}")
}

// dumpEnd is the last line: the checksum of everything before it.
func dumpEnd(sum hash.Hash) []byte {
	return concat(endStart, quoted(hex.EncodeToString(sum.Sum(nil))), "}")
}

func concat(parts ...string) []byte { return []byte(strings.Join(parts, "")) }

func quoted(s string) string { return string(marshaled(s)) }

func marshaled(v any) []byte {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err) // plain data
	}
	return b
}

// unmarshal reads JSON in which every field is known.
func unmarshal(b []byte, v any) error {
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	if err := d.Decode(v); err != nil {
		return garbled(err)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return garbled(nil)
	}
	return nil
}

// garbled says what JSON could not be read.
func garbled(err error) *committee.DumpError {
	e := &committee.DumpError{Reason: committee.DumpGarbled}
	if err != nil {
		e.Detail = err.Error()
		if field, ok := strings.CutPrefix(e.Detail, "json: unknown field "); ok {
			e.Reason, e.Detail = committee.DumpUnknownField, strings.Trim(field, `"`)
		}
	}
	return e
}

// dumpText refuses a line with what no text of ours holds: bytes that are not
// UTF-8, control characters, and format characters such as those that turn the
// direction of writing.
func dumpText(b []byte) error {
	if !utf8.Valid(b) {
		return &committee.DumpError{Reason: committee.DumpNotText, Detail: "UTF-8"}
	}
	for _, r := range string(b) {
		if r < ' ' || r >= 0x7f && unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) {
			return &committee.DumpError{Reason: committee.DumpNotText, Detail: fmt.Sprintf("U+%04X", r)}
		}
	}
	return nil
}

func tooLong() error {
	return &committee.DumpError{Reason: committee.DumpLong, Detail: strconv.Itoa(dumpLineAtMost >> 20)}
}

// dumpReader reads the lines of a dump.
type dumpReader struct {
	in   *bufio.Reader
	sum  hash.Hash // of the lines before the last one read
	last []byte    // with its end
	line int       // the number of the last one read
}

func newDumpReader(r io.Reader) *dumpReader {
	return &dumpReader{in: bufio.NewReaderSize(r, 1<<16), sum: sha256.New()}
}

// next is the next line without its end, when it is not longer than atMost; it
// is good until the line after it is read. io.EOF says that there is none.
func (r *dumpReader) next(atMost int) ([]byte, error) {
	r.sum.Write(r.last)
	r.last = r.last[:0]
	r.line++
	for {
		part, err := r.in.ReadSlice('\n')
		if len(r.last)+len(part) > atMost+1 {
			return nil, tooLong()
		}
		r.last = append(r.last, part...)
		switch {
		case err == nil:
			line := r.last[:len(r.last)-1]
			return line, dumpText(line)
		case errors.Is(err, bufio.ErrBufferFull):
		case errors.Is(err, io.EOF) && len(r.last) > 0:
			return nil, &committee.DumpError{Reason: committee.DumpCut}
		default:
			return nil, err
		}
	}
}

// dumpWriter writes the lines of a dump.
type dumpWriter struct {
	out  io.Writer
	sum  hash.Hash
	line int // the number of the last one written
}

func (w *dumpWriter) write(line []byte) error {
	w.line++
	err := dumpText(line)
	if err == nil && len(line) > dumpLineAtMost {
		err = tooLong()
	}
	if err != nil {
		return err
	}
	line = append(line, '\n')
	w.sum.Write(line)
	_, err = w.out.Write(line)
	return err
}
