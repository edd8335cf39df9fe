// Package suivi_test holds the rules that the whole source tree keeps: which
// way imports point, how long functions and files may be, what is named and
// commented how.
package suivi_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

const (
	module      = "suivi"
	maxFunction = 60
	maxFile     = 500
)

// source is one Go file of the tree.
type source struct {
	name string // slash-separated, from the module root
	dir  string // of the package, "." at the root
	test bool
	code *ast.File
	fset *token.FileSet
}

// at is file:line of a position, as compilers write it.
func (s source) at(p token.Pos) string {
	return fmt.Sprintf("%s:%d", s.name, s.fset.Position(p).Line)
}

// imports lists what the file imports, with the line of each.
func (s source) imports(t *testing.T) map[string]string {
	t.Helper()
	found := map[string]string{}
	for _, spec := range s.code.Imports {
		name, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatalf("%s: %v", s.at(spec.Pos()), err)
		}
		found[name] = s.at(spec.Pos())
	}
	return found
}

// tree parses every Go file of the module.
func tree(t *testing.T) []source {
	t.Helper()
	var sources []source
	err := filepath.WalkDir(".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			hidden := strings.HasPrefix(entry.Name(), ".") || strings.HasPrefix(entry.Name(), "_")
			if name != "." && (hidden || entry.Name() == "testdata") {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(name, ".go") {
			return nil
		}
		s, err := parse(name)
		sources = append(sources, s)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(sources) < 2 {
		t.Fatal("no source found: the test must run at the root of the module")
	}
	return sources
}

func parse(name string) (source, error) {
	slashed := filepath.ToSlash(name)
	fset := token.NewFileSet()
	code, err := parser.ParseFile(fset, name, nil, parser.ParseComments|parser.SkipObjectResolution)
	return source{
		name: slashed,
		dir:  path.Dir(slashed),
		test: strings.HasSuffix(slashed, "_test.go"),
		code: code,
		fset: fset,
	}, err
}

// within tells whether an import path or a folder is root or lies below it.
func within(name, root string) bool {
	return name == root || strings.HasPrefix(name, root+"/")
}

func TestCodeStandsInItsFolders(t *testing.T) {
	allowed := []string{"cmd", "tui", "store", "internal"}
	for _, s := range tree(t) {
		top, _, nested := strings.Cut(s.name, "/")
		switch {
		case !nested && !s.test:
			t.Errorf("%s: no code at the root of the module, put it in one of %v", s.name, allowed)
		case nested && !slices.Contains(allowed, top):
			t.Errorf("%s: code stands in one of %v, not in %q", s.name, allowed, top)
		}
	}
}

// A layer says which packages of the module may be imported from a folder.
// The first layer whose folder holds the file is the one that counts.
type layer struct {
	folder string
	may    []string
	// standard forbids every import from outside the standard library and
	// the list above.
	standard bool
	// never lists packages from outside the module.
	never []string
}

var layers = []layer{
	{folder: "cmd", may: []string{"tui", "store", "internal", "cmd"}, never: []string{"database/sql", "github.com/mattn/go-sqlite3"}},
	{folder: "tui/widget", may: []string{"tui/theme", "tui/keymap", "internal/register", "internal/text", "internal/committee"}, never: sql},
	{folder: "tui/theme", may: []string{"internal/register", "internal/text"}, never: sql},
	{folder: "tui/keymap", may: []string{"internal"}, never: sql},
	{folder: "tui", may: []string{"tui", "internal"}, never: sql},
	{folder: "store", may: []string{"store", "internal"}, never: screens},
	{folder: "internal/committee", standard: true, never: []string{"os", "database/sql", "net/http"}},
	{folder: "internal/register", may: []string{"internal/committee"}, standard: true, never: sql},
	{folder: "internal/termtest"},
	{folder: "internal", may: []string{"internal"}, never: append(sql, screens...)},
}

var (
	sql     = []string{"database/sql", "github.com/mattn/go-sqlite3"}
	screens = []string{"charm.land/bubbletea/v2", "charm.land/bubbles/v2", "charm.land/lipgloss/v2", "charm.land/huh/v2"}
)

func TestImportsPointOneWay(t *testing.T) {
	for _, s := range tree(t) {
		// A test may import what it is tested with; the compiler itself
		// refuses a cycle.
		if s.test {
			continue
		}
		at := slices.IndexFunc(layers, func(l layer) bool { return within(s.dir, l.folder) })
		if at < 0 {
			t.Errorf("%s: no rule says what %q may import", s.name, s.dir)
			continue
		}
		for name, line := range s.imports(t) {
			if why := layers[at].refuses(name); why != "" {
				t.Errorf("%s: %s may not import %q: %s", line, s.dir, name, why)
			}
		}
	}
}

// refuses says why the layer may not import a package; empty when it may.
func (l layer) refuses(name string) string {
	for _, n := range l.never {
		if within(name, n) {
			return "that is the business of another layer"
		}
	}
	if within(name, module) {
		inner := strings.TrimPrefix(name, module+"/")
		if inner == "internal/termtest" {
			return "it is for tests"
		}
		if slices.ContainsFunc(l.may, func(m string) bool { return within(inner, m) }) {
			return ""
		}
		return fmt.Sprintf("of the module it imports only %v", l.may)
	}
	if first, _, _ := strings.Cut(name, "/"); l.standard && strings.Contains(first, ".") {
		return "it imports only the standard library"
	}
	return ""
}

func TestOneLayerRefusesWhatAnotherDoes(t *testing.T) {
	rule := func(folder string) layer {
		return layers[slices.IndexFunc(layers, func(l layer) bool { return l.folder == folder })]
	}
	for _, c := range []struct {
		folder, name string
		may          bool
	}{
		{"tui", "suivi/store", false},
		{"tui", "database/sql", false},
		{"tui", "suivi/tui/widget", true},
		{"tui/widget", "suivi/tui", false},
		{"tui/widget", "suivi/internal/i18n", false},
		{"tui/theme", "suivi/tui/widget", false},
		{"store", "suivi/tui/theme", false},
		{"store", "suivi/internal/text", true},
		{"store", "charm.land/bubbletea/v2", false},
		{"internal/committee", "github.com/google/uuid", false},
		{"internal/committee", "golang.org/x/text/language", false},
		{"internal/committee", "strings", true},
		{"internal", "suivi/store", false},
		{"internal", "suivi/storefront", false},
		{"cmd", "suivi/store", true},
		{"cmd", "suivi/internal/termtest", false},
	} {
		if why := rule(c.folder).refuses(c.name); (why == "") != c.may {
			t.Errorf("%s importing %s: allowed %v, want %v (%s)", c.folder, c.name, why == "", c.may, why)
		}
	}
}

func TestFunctionsAndFilesAreShort(t *testing.T) {
	for _, s := range tree(t) {
		if n := s.fset.Position(s.code.FileEnd - 1).Line; n > maxFile {
			t.Errorf("%s:%d: the file has %d lines, %d at most", s.name, maxFile, n, maxFile)
		}
		for _, decl := range s.code.Decls {
			if f, ok := decl.(*ast.FuncDecl); ok {
				s.checkLength(t, f, f.Name.Name)
				continue
			}
			ast.Inspect(decl, func(n ast.Node) bool {
				f, ok := n.(*ast.FuncLit)
				if ok {
					s.checkLength(t, f, "the function literal")
				}
				return !ok
			})
		}
	}
}

func (s source) checkLength(t *testing.T, f ast.Node, name string) {
	t.Helper()
	n := s.fset.Position(f.End()).Line - s.fset.Position(f.Pos()).Line + 1
	if n > maxFunction {
		t.Errorf("%s: %s has %d lines, %d at most", s.at(f.Pos()), name, n, maxFunction)
	}
}

func TestPackagesArePlainNouns(t *testing.T) {
	banned := []string{"util", "utils", "common", "helper", "helpers", "types", "manager", "misc", "base", "lib"}
	for _, s := range tree(t) {
		name := strings.TrimSuffix(s.code.Name.Name, "_test")
		if slices.Contains(banned, name) || strings.ContainsFunc(name, func(r rune) bool { return r == '_' || unicode.IsUpper(r) }) {
			t.Errorf("%s: a package is named by one plain noun, not %q", s.at(s.code.Name.Pos()), name)
		}
	}
}

func TestEveryPackageSaysWhatItIs(t *testing.T) {
	sentences := map[string][]string{}
	first := map[string]string{}
	for _, s := range tree(t) {
		if s.test && s.dir != "." {
			continue
		}
		if first[s.dir] == "" {
			first[s.dir] = s.at(s.code.Name.Pos())
		}
		if s.code.Doc == nil {
			continue
		}
		sentences[s.dir] = append(sentences[s.dir], s.at(s.code.Name.Pos()))
		want := "Package " + s.code.Name.Name + " "
		if s.code.Name.Name == "main" {
			want = "Command " + path.Base(s.dir) + " "
		}
		if !strings.HasPrefix(s.code.Doc.Text(), want) {
			t.Errorf("%s: the package comment starts with %q", s.at(s.code.Name.Pos()), want)
		}
	}
	for dir, at := range first {
		switch n := len(sentences[dir]); {
		case n == 0:
			t.Errorf("%s: package %s has no package comment", at, dir)
		case n > 1:
			t.Errorf("%s: package %s has %d package comments: %v", at, dir, n, sentences[dir])
		}
	}
}
