package i18n

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"
)

// enumerations reads the named string constants of the domain: the values of
// each type, by its name.
func enumerations(t *testing.T) map[string]map[string]string {
	t.Helper()
	files, err := filepath.Glob("../committee/*.go")
	if err != nil || len(files) == 0 {
		t.Fatal("the domain is not where it was", err)
	}
	found := map[string]map[string]string{}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			constants, ok := d.(*ast.GenDecl)
			if !ok || constants.Tok != token.CONST {
				continue
			}
			for _, s := range constants.Specs {
				collect(t, s.(*ast.ValueSpec), found)
			}
		}
	}
	return found
}

func collect(t *testing.T, s *ast.ValueSpec, found map[string]map[string]string) {
	t.Helper()
	of, ok := s.Type.(*ast.Ident)
	if !ok || len(s.Values) == 0 {
		return
	}
	literal, ok := s.Values[0].(*ast.BasicLit)
	if !ok || literal.Kind != token.STRING {
		return
	}
	value, err := strconv.Unquote(literal.Value)
	if err != nil {
		t.Fatal(err)
	}
	if found[of.Name] == nil {
		found[of.Name] = map[string]string{}
	}
	found[of.Name][value] = s.Names[0].Name
}

// worded lists the values that each map of v has words for, by the name of
// their type.
func worded(v reflect.Value, found map[string][]map[string]bool) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			worded(v.Field(i), found)
		}
	case reflect.Map:
		if v.Type().Key().Kind() != reflect.String {
			return
		}
		values := map[string]bool{}
		for _, k := range v.MapKeys() {
			values[k.String()] = true
		}
		name := v.Type().Key().Name()
		found[name] = append(found[name], values)
	}
}

func TestEveryValueOfTheDomainHasWords(t *testing.T) {
	domain := enumerations(t)
	if len(domain) < 25 {
		t.Fatalf("only %d types of constants found", len(domain))
	}
	for name, words := range bothLanguages {
		has := map[string][]map[string]bool{}
		worded(reflect.ValueOf(words), has)
		for of, values := range domain {
			// A type may have further maps that hold a few of its values.
			most := map[string]bool{}
			for _, m := range has[of] {
				if len(m) > len(most) {
					most = m
				}
				for value := range m {
					if _, ok := values[value]; !ok {
						t.Errorf("%s words %q, which is no %s", name, value, of)
					}
				}
			}
			for value, constant := range values {
				if !most[value] {
					t.Errorf("%s has no words for committee.%s (%s)", name, constant, of)
				}
			}
		}
	}
}
