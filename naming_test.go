package suivi_test

import (
	"go/ast"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

func TestExportedNamesAreCommented(t *testing.T) {
	for _, s := range tree(t) {
		if s.test {
			continue
		}
		for _, decl := range s.code.Decls {
			switch d := decl.(type) {
			case *ast.FuncDecl:
				if d.Name.IsExported() && ast.IsExported(receiver(d)) && d.Doc == nil {
					t.Errorf("%s: exported %s has no comment", s.at(d.Pos()), d.Name.Name)
				}
			case *ast.GenDecl:
				s.checkComments(t, d)
			}
		}
	}
}

// checkComments wants a comment on a declaration, or on the group it is in.
func (s source) checkComments(t *testing.T, d *ast.GenDecl) {
	t.Helper()
	for _, spec := range d.Specs {
		switch v := spec.(type) {
		case *ast.TypeSpec:
			if v.Name.IsExported() && d.Doc == nil && v.Doc == nil && v.Comment == nil {
				t.Errorf("%s: exported type %s has no comment", s.at(v.Pos()), v.Name.Name)
			}
		case *ast.ValueSpec:
			for _, name := range v.Names {
				if name.IsExported() && d.Doc == nil && v.Doc == nil && v.Comment == nil {
					t.Errorf("%s: exported %s %s has no comment", s.at(name.Pos()), d.Tok, name.Name)
				}
			}
		}
	}
}

// receiver is the name of the type a method belongs to; the function's own
// name when it is no method.
func receiver(f *ast.FuncDecl) string {
	if f.Recv == nil || len(f.Recv.List) == 0 {
		return f.Name.Name
	}
	kind := f.Recv.List[0].Type
	for {
		switch k := kind.(type) {
		case *ast.StarExpr:
			kind = k.X
		case *ast.IndexExpr:
			kind = k.X
		case *ast.IndexListExpr:
			kind = k.X
		case *ast.Ident:
			return k.Name
		default:
			return f.Name.Name
		}
	}
}

func TestNothingIsCalledGet(t *testing.T) {
	for _, s := range tree(t) {
		ast.Inspect(s.code, func(n ast.Node) bool {
			var names []*ast.Ident
			switch v := n.(type) {
			case *ast.FuncDecl:
				names = []*ast.Ident{v.Name}
			case *ast.InterfaceType:
				for _, m := range v.Methods.List {
					names = append(names, m.Names...)
				}
			}
			for _, name := range names {
				rest, found := strings.CutPrefix(name.Name, "Get")
				if found && (rest == "" || !unicode.IsLower(rune(rest[0]))) {
					t.Errorf("%s: %s: name what it gives, without Get", s.at(name.Pos()), name.Name)
				}
			}
			return true
		})
	}
}

// A widget serves every noun: it may carry a pointer to a thing, and looks no
// further into the domain.
func TestWidgetsKnowNoNoun(t *testing.T) {
	for _, s := range tree(t) {
		name := s.nameOf(module+"/internal/committee", "committee")
		if s.test || !within(s.dir, "tui/widget") || name == "" {
			continue
		}
		ast.Inspect(s.code, func(n ast.Node) bool {
			sel, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			pkg, ok := sel.X.(*ast.Ident)
			if ok && pkg.Name == name && sel.Sel.Name != "Thing" && sel.Sel.Name != "Kind" {
				t.Errorf("%s: %s.%s: a widget knows no noun", s.at(sel.Pos()), name, sel.Sel.Name)
			}
			return true
		})
	}
}

// harm lists calls that did harm in programs of this kind, and where.
var harm = []struct {
	folders    []string // everywhere when empty
	path, name string
	calls      []string
	why        string
}{
	{nil, "charm.land/bubbletea/v2", "tea", []string{"Sequence"}, "a test driver steps tea.Batch only"},
	{nil, "charm.land/bubbletea/v2", "tea", []string{"ExecProcess"}, "it would run programs where the screen is served from"},
	{nil, "charm.land/lipgloss/v2", "lipgloss", []string{"HasDarkBackground"}, "it blocks; the background comes by tea.BackgroundColorMsg"},
	{
		[]string{"internal/committee", "internal/register", "internal/i18n", "internal/capture", "internal/document", "tui"},
		"time", "time",
		[]string{"Now", "Since", "Until"},
		"the clock is handed in",
	},
}

func TestNoCallThatDidHarm(t *testing.T) {
	for _, s := range tree(t) {
		if s.test {
			continue
		}
		for _, h := range harm {
			here := len(h.folders) == 0 || slices.ContainsFunc(h.folders, func(f string) bool { return within(s.dir, f) })
			name := s.nameOf(h.path, h.name)
			if !here || name == "" {
				continue
			}
			ast.Inspect(s.code, func(n ast.Node) bool {
				sel, ok := n.(*ast.SelectorExpr)
				if !ok {
					return true
				}
				if pkg, ok := sel.X.(*ast.Ident); ok && pkg.Name == name && slices.Contains(h.calls, sel.Sel.Name) {
					t.Errorf("%s: no %s.%s here: %s", s.at(sel.Pos()), name, sel.Sel.Name, h.why)
				}
				return true
			})
		}
	}
}

// nameOf is what a file calls an imported package; empty when it does not
// import it.
func (s source) nameOf(path, usual string) string {
	for _, spec := range s.code.Imports {
		switch {
		case spec.Path.Value != strconv.Quote(path):
		case spec.Name != nil:
			return spec.Name.Name
		default:
			return usual
		}
	}
	return ""
}
