package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"pgregory.net/rapid"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// small is the dump of a small file that holds a bit of everything that a dump
// is made of.
func small(t testing.TB) []byte {
	t.Helper()
	s, err := Create(filepath.Join(t.TempDir(), "petit.suivi"), options())
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	s = s.As(committee.Actor{Name: "Awa Traoré"})
	i, err := s.SaveInstitution(ctx, committee.Institution{Name: "Ministère de la Justice", Acronym: "MJ"})
	if err != nil {
		t.Fatal(err)
	}
	for _, title := range []string{"Secrétaire général", "Juge <référent>"} {
		if _, err := s.SaveFunction(ctx, committee.Function{Institution: i.ID, Title: title, Remarks: "une\ndeux"}); err != nil {
			t.Fatal(err)
		}
	}
	i.Remarks = "revue"
	if _, err := s.SaveInstitution(ctx, i); err != nil {
		t.Fatal(err)
	}
	return dumpOf(t, s)
}

// loadFails loads a dump that must be refused, and finds no file made of it.
func loadFails(t testing.TB, dump io.Reader) error {
	t.Helper()
	folder := t.TempDir()
	_, err := Load(ctx, filepath.Join(folder, "x.suivi"), dump, options())
	if err == nil {
		t.Fatal("it was loaded")
	}
	left, failed := os.ReadDir(folder)
	if failed != nil || len(left) > 0 {
		t.Fatalf("it leaves %v, %v", left, failed)
	}
	return err
}

// taster is an empty file that dumps are tried on.
type taster struct{ *Store }

func newTaster(t testing.TB) taster {
	t.Helper()
	s, err := Create(filepath.Join(t.TempDir(), "essai.suivi"), options())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return taster{s}
}

// refuses tries a dump that must be refused before it is all in the file.
func (s taster) refuses(t testing.TB, dump []byte) *committee.DumpError {
	t.Helper()
	latest, err := latestVersion(migrations)
	if err != nil {
		t.Fatal(err)
	}
	_, err = s.take(ctx, bytes.NewReader(dump), latest)
	var e *committee.DumpError
	if !errors.As(err, &e) {
		t.Fatalf("got %v", err)
	}
	var lines int
	if err := s.writer.QueryRow("SELECT count(*) FROM journal").Scan(&lines); err != nil || lines > 0 {
		t.Fatalf("it leaves %d lines, %v", lines, err)
	}
	return e
}

// resealed is a dump with another checksum, for what stands before it now; its
// journal is chained anew. Whoever alters a dump on purpose does as much.
func resealed(t testing.TB, lines []string) []byte {
	t.Helper()
	var head dumpHeader
	if err := json.Unmarshal([]byte(lines[0]), &head); err != nil {
		t.Fatal(err)
	}
	previous := ""
	for i, l := range lines {
		var entry dumpEntry
		var e journalEntry
		if !strings.HasPrefix(l, entryStart) || json.Unmarshal([]byte(l), &entry) != nil || json.Unmarshal(entry.Entry, &e) != nil {
			continue
		}
		entry.Hash = e.after(previous)
		previous = entry.Hash
		lines[i] = string(entry.line())
	}
	lines[0] = strings.Replace(lines[0], head.Hash, previous, 1)
	return summed(lines)
}

// summed is a dump with the right checksum.
func summed(lines []string) []byte {
	var out bytes.Buffer
	for _, l := range lines {
		if !strings.HasPrefix(l, endStart) {
			out.WriteString(l + "\n")
		}
	}
	sum := sha256.New()
	sum.Write(out.Bytes())
	return append(append(out.Bytes(), dumpEnd(sum)...), '\n')
}

func linesOf(dump []byte) []string {
	return strings.Split(strings.TrimSuffix(string(dump), "\n"), "\n")
}

// each replaces a text wherever it stands, in rows and in the journal.
func each(old, now string) func(lines []string) []string {
	return func(lines []string) []string {
		for i := range lines {
			escaped := strings.NewReplacer(`\`, `\\`, `"`, `\"`)
			lines[i] = strings.ReplaceAll(lines[i], escaped.Replace(old), escaped.Replace(now))
			lines[i] = strings.ReplaceAll(lines[i], old, now)
		}
		return lines
	}
}

// at changes one line.
func at(line int, change func(string) string) func(lines []string) []string {
	return func(lines []string) []string {
		lines[line-1] = change(lines[line-1])
		return lines
	}
}

func replaced(old, now string) func(string) string {
	return func(s string) string { return strings.ReplaceAll(s, old, now) }
}

// spoilt is what somebody does to a dump, and what they are told.
type spoilt struct {
	alter  func(lines []string) []string
	reason committee.DumpReason
	line   int
	detail string
}

// The lines of the small dump: 1 header, 2 institution, 3–4 functions, 5–8
// journal, 9 end.

var spoiltBytes = map[string]spoilt{
	"another format":           {at(1, replaced(`"format":1`, `"format":2`)), committee.DumpNewer, 0, ""},
	"a newer shape":            {at(1, replaced(`"schema":`, `"schema":9`)), committee.DumpNewer, 0, ""},
	"no format":                {at(1, replaced(`"format":1`, `"format":0`)), committee.DumpGarbled, 1, ""},
	"another program":          {at(1, replaced(`"dump"`, `"autre"`)), committee.DumpForeign, 0, ""},
	"an unknown heading":       {at(1, replaced(`"format":1`, `"format":1,"x":2`)), committee.DumpUnknownField, 1, "x"},
	"a mark further on":        {at(3, func(s string) string { return "\ufeff" + s }), committee.DumpNotText, 3, "U+FEFF"},
	"lines of another system":  {at(2, func(s string) string { return s + "\r" }), committee.DumpNotText, 2, "U+000D"},
	"invalid UTF-8":            {at(2, replaced("Justice", "Just\xffice")), committee.DumpNotText, 2, "UTF-8"},
	"NUL":                      {at(2, replaced("Justice", "Just\x00ice")), committee.DumpNotText, 2, "U+0000"},
	"an escape":                {at(2, replaced("Justice", "\x1b[2J")), committee.DumpNotText, 2, "U+001B"},
	"a C1 control":             {each("Justice", "\u009b2J"), committee.DumpNotText, 2, "U+009B"},
	"a bidirectional override": {each("Justice", "\u202eecitsuJ"), committee.DumpNotText, 2, "U+202E"},
	"one in the journal only":  {at(5, replaced("Justice", "\u202eecitsuJ")), committee.DumpNotText, 5, "U+202E"},
	"an escaped escape":        {at(2, replaced("Justice", `\u001b[2J`)), committee.DumpUnclean, 2, "name"},
	"an escaped override":      {at(2, replaced("Justice", `\u202eecitsuJ`)), committee.DumpGarbled, 2, ""},
	"decomposed letters":       {each("Ministère", "Ministe\u0300re"), committee.DumpUnclean, 2, "name"},
	"spaces that are not kept": {each("Ministère", " Ministère"), committee.DumpUnclean, 2, "name"},
	"an empty line":            {func(l []string) []string { return slices.Insert(l, 3, "") }, committee.DumpGarbled, 4, ""},
	"a line of something else": {func(l []string) []string { return slices.Insert(l, 3, "[]") }, committee.DumpGarbled, 4, ""},
	"half a line":              {at(3, func(s string) string { return s[:40] }), committee.DumpGarbled, 3, ""},
	"two values on a line":     {at(3, func(s string) string { return s + s }), committee.DumpGarbled, 3, ""},
	"another spacing":          {at(3, replaced(`,"title"`, `, "title"`)), committee.DumpGarbled, 3, ""},
	"a field in capitals":      {at(3, replaced(`"title"`, `"Title"`)), committee.DumpGarbled, 3, ""},
	"a field twice":            {at(3, replaced(`"title"`, `"title":"x","title"`)), committee.DumpGarbled, 3, ""},
	"an unknown field":         {at(3, replaced(`"title"`, `"titre":"x","title"`)), committee.DumpUnknownField, 3, "titre"},
	"a number for a text":      {at(3, replaced(`"une\ndeux"`, `12`)), committee.DumpGarbled, 3, ""},
	"deep nesting": {
		at(3, replaced(`"une\ndeux"`, strings.Repeat("[", 100_000)+strings.Repeat("]", 100_000))), committee.DumpGarbled, 3, "",
	},
}

var spoiltContent = map[string]spoilt{
	"an unknown kind":              {at(3, replaced(`{"kind":"function"`, `{"kind":"dossier"`)), committee.DumpUnknownKind, 3, "dossier"},
	"an unknown kind in a change":  {at(5, replaced(`"changes":[{"thing":{"kind":"institution"`, `"changes":[{"thing":{"kind":"dossier"`)), committee.DumpUnknownKind, 5, "dossier"},
	"a row twice":                  {func(l []string) []string { return slices.Insert(l, 3, l[2]) }, committee.DumpDisorder, 4, ""},
	"rows in another order":        {func(l []string) []string { l[2], l[3] = l[3], l[2]; return l }, committee.DumpDisorder, 4, ""},
	"kinds in another order":       {func(l []string) []string { l[1], l[3] = l[3], l[1]; return l }, committee.DumpDisorder, 3, ""},
	"a row after the journal":      {func(l []string) []string { return append(l[:3], append(l[4:8], l[3])...) }, committee.DumpDisorder, 8, ""},
	"a row less":                   {func(l []string) []string { return slices.Delete(l, 3, 4) }, committee.DumpCount, 0, "function: 1 / 2"},
	"no journal":                   {func(l []string) []string { return slices.Delete(l, 4, 8) }, committee.DumpCount, 0, "journal: 0 / 4"},
	"a line of the journal less":   {func(l []string) []string { return slices.Delete(l, 5, 6) }, committee.DumpChain, 6, ""},
	"a line of the journal twice":  {func(l []string) []string { return slices.Insert(l, 5, l[4]) }, committee.DumpChain, 6, ""},
	"a line about nothing":         {at(5, func(s string) string { return s[:strings.Index(s, `"changes":`)] + `"changes":[]},"hash":""}` }), committee.DumpGarbled, 5, ""},
	"an image that is no value":    {at(5, replaced(`"after":"{\"id\"`, `"after":"[\"id\"`)), committee.DumpGarbled, 5, ""},
	"a name that cleaning changes": {at(5, replaced(`"actor_name":"Awa`, `"actor_name":" Awa`)), committee.DumpUnclean, 5, "actor_name"},
	"a verb that cleaning changes": {at(5, replaced(`"verb":"add"`, `"verb":"add\u0007"`)), committee.DumpUnclean, 5, "verb"},
	"a value outside the list":     {each(`"capacity":""`, `"capacity":"roi"`), committee.DumpValue, 2, ""},
	"a value that is missing":      {each(`"Secrétaire général"`, `""`), committee.DumpValue, 3, ""},
	"version zero":                 {each(`"version":1`, `"version":0`), committee.DumpValue, 3, ""},
	"a version of another size":    {each(`"version":1`, `"version":99999999999999999999`), committee.DumpGarbled, 3, ""},
	"two functions of one title":   {each("Juge \\u003créférent\\u003e", "secretaire general"), committee.DumpValue, 4, ""},
	"a key that cleaning changes":  {at(2, replaced(`{"id":"`, `{"id":" `)), committee.DumpUnclean, 2, "id"},
}

func TestHostileDumpsAreRefused(t *testing.T) {
	dump, taster := small(t), newTaster(t)
	for _, table := range []map[string]spoilt{spoiltBytes, spoiltContent} {
		for name, c := range table {
			t.Run(name, func(t *testing.T) {
				e := taster.refuses(t, resealed(t, c.alter(linesOf(dump))))
				if e.Reason != c.reason || e.Line != c.line || c.detail != "" && e.Detail != c.detail {
					t.Errorf("got %v, want line %d: %s %s", e, c.line, c.reason, c.detail)
				}
			})
		}
	}
}

// What only the whole file shows is found by its check, before it has a name.
func TestDumpsOfAnUnsoundFileAreRefused(t *testing.T) {
	dump := small(t)
	id := func(line string) string { return line[strings.Index(line, `"id":"`)+6:][:36] }
	institution, first := id(linesOf(dump)[1]), id(linesOf(dump)[2])
	for name, c := range map[string]struct {
		alter   func(lines []string) []string
		finding register.FindingKind
		line    int
	}{
		"a link to nothing":                         {each(`"institution":"`+institution, `"institution":"`+first), register.FindingLink, 3},
		"a row of which the journal says otherwise": {at(3, replaced("une", "trois")), register.FindingDiffers, 3},
		"a row of which the journal says nothing": {
			func(l []string) []string {
				l[0] = strings.Replace(l[0], `"function":2`, `"function":3`, 1)
				return slices.Insert(l, 4, strings.NewReplacer(id(l[3]), "zzz", "Juge", "Greffier").Replace(l[3]))
			},
			register.FindingNotInLog, 5,
		},
		"a row that the journal knows and that is gone": {
			func(l []string) []string {
				l[0] = strings.Replace(l[0], `"function":2`, `"function":1`, 1)
				return slices.Delete(l, 2, 3)
			},
			register.FindingGone, 0,
		},
	} {
		t.Run(name, func(t *testing.T) {
			err := loadFails(t, bytes.NewReader(resealed(t, c.alter(linesOf(dump)))))
			var e *register.UnsoundError
			if !errors.As(err, &e) || e.Finding.Kind != c.finding || e.Line != c.line {
				t.Errorf("got %v, want line %d: %s", err, c.line, c.finding)
			}
		})
	}
}

func TestADumpCutShortIsRefused(t *testing.T) {
	dump, taster := small(t), newTaster(t)
	lines := bytes.SplitAfter(dump, []byte("\n"))
	for n := 1; n < len(lines)-1; n++ {
		if e := taster.refuses(t, bytes.Join(lines[:n], nil)); e.Reason != committee.DumpCut {
			t.Errorf("after %d lines: %v", n, e)
		}
	}
	for name, c := range map[string]struct {
		dump   []byte
		reason committee.DumpReason
	}{
		"nothing":                     {nil, committee.DumpForeign},
		"an empty line":               {[]byte("\n"), committee.DumpForeign},
		"a byte order mark":           {append([]byte("\ufeff"), dump...), committee.DumpForeign},
		"a database":                  {[]byte("SQLite format 3\x00\x10\x00\n"), committee.DumpForeign},
		"no last line end":            {dump[:len(dump)-1], committee.DumpCut},
		"half a line":                 {dump[:len(dump)/2], committee.DumpCut},
		"two dumps":                   {append(slices.Clone(dump), dump...), committee.DumpTrailing},
		"an empty line after the end": {append(slices.Clone(dump), '\n'), committee.DumpTrailing},
	} {
		if e := taster.refuses(t, c.dump); e.Reason != c.reason {
			t.Errorf("%s: %v, want %s", name, e, c.reason)
		}
	}
}

// One byte altered anywhere is enough: the dump is refused.
func TestOneAlteredByteIsEnough(t *testing.T) {
	dump, taster := small(t), newTaster(t)
	rapid.Check(t, func(r *rapid.T) {
		b := slices.Clone(dump)
		b[rapid.IntRange(0, len(b)-1).Draw(r, "where")] ^= byte(rapid.IntRange(1, 255).Draw(r, "how"))
		taster.refuses(t, b)
	})
}

func TestALineWithoutEndIsRefused(t *testing.T) {
	header, _, _ := bytes.Cut(small(t), []byte("\n"))
	for _, start := range []string{"", string(header) + "\n" + rowStart} {
		endless := io.MultiReader(strings.NewReader(start), zeros{})
		var e *committee.DumpError
		if err := loadFails(t, endless); !errors.As(err, &e) || e.Reason != committee.DumpLong && e.Reason != committee.DumpForeign {
			t.Errorf("got %v", err)
		}
	}
}

// zeros never ends.
type zeros struct{}

func (zeros) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = '0'
	}
	return len(b), nil
}

func TestLoadingThatFailsLeavesNothing(t *testing.T) {
	dump := small(t)
	failed := errors.New("the wire was cut")
	if err := loadFails(t, bytes.NewReader(dump[:len(dump)-100])); err != nil && !errors.As(err, new(*committee.DumpError)) {
		t.Errorf("got %v", err)
	}
	if err := loadFails(t, io.MultiReader(bytes.NewReader(dump[:900]), iotest.ErrReader(failed))); !errors.Is(err, failed) {
		t.Errorf("got %v", err)
	}
	t.Run("stopped", func(t *testing.T) {
		folder := t.TempDir()
		stopped, stop := context.WithCancel(ctx)
		r, w := io.Pipe()
		go func() {
			_, _ = w.Write(dump[:900])
			stop()
			_, _ = w.Write(dump[900:])
			_ = w.Close()
		}()
		if _, err := Load(stopped, filepath.Join(folder, "x.suivi"), r, options()); !errors.Is(err, context.Canceled) {
			t.Errorf("got %v", err)
		}
		if left := must(os.ReadDir(folder))(t); len(left) > 0 {
			t.Errorf("it leaves %v", left)
		}
	})
	t.Run("what is there is not replaced", func(t *testing.T) {
		folder := t.TempDir()
		path := filepath.Join(folder, "x.suivi")
		if err := os.WriteFile(path, []byte("à garder"), 0o600); err != nil {
			t.Fatal(err)
		}
		untouched(t, folder, func() {
			fileError(t, fails(Load(ctx, path, bytes.NewReader(dump), options())), committee.FileExists)
			fileError(t, fails(Load(ctx, folder, bytes.NewReader(dump), options())), committee.FileFolder)
		})
	})
	t.Run("nor what comes meanwhile", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "x.suivi")
		late := &meddler{do: func() { must(0, os.WriteFile(path, []byte("à garder"), 0o600))(t) }}
		fileError(t, fails(Load(ctx, path, io.TeeReader(bytes.NewReader(dump), late), options())), committee.FileExists)
		if kept := must(os.ReadFile(path))(t); string(kept) != "à garder" {
			t.Errorf("it holds %q", kept)
		}
		if left := must(os.ReadDir(filepath.Dir(path)))(t); len(left) != 1 {
			t.Errorf("it leaves %v", left)
		}
	})
}

// A dump of an older shape lacks the fields that came since: they are empty.
func TestADumpOfAnOlderShapeIsLoaded(t *testing.T) {
	lines := linesOf(small(t))
	var head dumpHeader
	if err := json.Unmarshal([]byte(lines[0]), &head); err != nil {
		t.Fatal(err)
	}
	head.Schema = 1
	lines[0] = string(marshaled(head))
	for i := range lines {
		lines[i] = strings.ReplaceAll(strings.ReplaceAll(lines[i], `"contact":"",`, ""), `\"contact\":\"\",`, "")
	}
	s := loaded(t, resealed(t, lines))
	survives(t, s)
	if s := must(s.Institutions(ctx, query("justice")))(t); s.Total != 1 {
		t.Errorf("%d found", s.Total)
	}
}
