package tui

import (
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/internal/register"
	"suivi/tui/theme"
)

// nouns are the values that the journal holds images of.
var nouns = map[committee.Kind]any{
	committee.KindCommittee: committee.Committee{}, committee.KindAxis: committee.Axis{}, committee.KindInstitution: committee.Institution{},
	committee.KindFunction: committee.Function{}, committee.KindPerson: committee.Person{}, committee.KindMandate: committee.Mandate{},
	committee.KindGroup: committee.Group{}, committee.KindReference: committee.Reference{}, committee.KindMeeting: committee.Meeting{},
	committee.KindAgendaItem: committee.AgendaItem{}, committee.KindAttendance: committee.Attendance{}, committee.KindEntry: committee.Entry{},
	committee.KindDecision: committee.Decision{}, committee.KindRecommendation: committee.Recommendation{}, committee.KindGuideline: committee.Guideline{},
	committee.KindArticle: committee.Article{}, committee.KindAction: committee.Action{}, committee.KindUpdate: committee.Update{},
	committee.KindExtension: committee.Extension{},
}

// untold are facts that no line of the journal tells: the key, the version,
// and what a reference already says.
var untold = []string{".ID", ".Version", ".Mark.Year", ".Mark.Number", ".Words[].Number"}

// filled sets every fact of a value to something, numbered n, and calls each
// with the path of the one that it is about to change to something else.
func filled(v reflect.Value, path string, n int, each func(path string, change func())) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			name := "." + v.Type().Field(i).Name
			if v.Type().Field(i).Anonymous && name == ".Stamp" {
				name = ""
			}
			filled(v.Field(i), path+name, n, each)
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		filled(v.Index(0), path+"[]", n, each)
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		filled(v.Elem(), path, n, each)
	case reflect.String:
		v.SetString(fmt.Sprintf("%s %d", path, n))
		each(path, func() { v.SetString(v.String() + " changé") })
	case reflect.Int, reflect.Int64:
		v.SetInt(int64(n))
		each(path, func() { v.SetInt(v.Int() + 7) })
	case reflect.Bool:
		each(path, func() { v.SetBool(!v.Bool()) })
	}
}

// Whatever fact of a row changes, the history tells it, under a label and in
// words.
func TestEveryFactThatChangesIsTold(t *testing.T) {
	d := &desk{loc: i18n.For(committee.French), styles: theme.New(theme.Options{NoColor: true}), now: time.Now}
	for kind, noun := range nouns {
		v := reflect.New(reflect.TypeOf(noun)).Elem()
		changes := map[string]func(){}
		filled(v, "", 3, func(path string, change func()) { changes[path] = change })
		if len(changes) < 5 {
			t.Errorf("%s has only %d facts", kind, len(changes))
		}
		image := func() string {
			b, err := json.Marshal(v.Interface())
			if err != nil {
				t.Fatal(err)
			}
			return string(b)
		}
		for path, change := range changes {
			before := image()
			change()
			c := register.RowChange{Thing: committee.Thing{Kind: kind, ID: "x"}, Before: before, After: image()}
			names := everyName(before + c.After)
			told := differences(d, c, names)
			if slices.Contains(untold, path) {
				continue
			}
			if len(told) == 0 {
				t.Errorf("%s: a change of %s is not told", kind, path)
			}
			for _, f := range told {
				for _, row := range f.rows(d) {
					if f.before.label == "" || len(row.Spans) == 0 {
						t.Errorf("%s: %s is told as %+v", kind, path, row)
					}
				}
			}
		}
	}
}

// everyName knows everything that an image could point at, of the kinds that
// there are and of those that the image names itself. Things of two kinds are
// not called the same.
func everyName(images string) register.Names {
	names := register.Names{}
	kinds := slices.Collect(maps.Keys(nouns))
	parts := strings.Split(images, `"`)
	for _, part := range parts {
		if strings.Contains(part, "[].Kind ") {
			kinds = append(kinds, committee.Kind(part))
		}
	}
	for _, part := range parts {
		for _, kind := range kinds {
			said := string(kind) + " " + part
			names[committee.Thing{Kind: kind, ID: part}] = register.Name{Full: said, Short: said}
		}
	}
	return names
}

// Keys of the file are never shown: a link to what is not known is said to be
// unknown.
func TestNoKeyIsTold(t *testing.T) {
	d := &desk{loc: i18n.For(committee.French), styles: theme.New(theme.Options{NoColor: true}), now: time.Now}
	const key = "01890f3c-7c5e-7abc-8def-0123456789ab"
	a := committee.Action{ID: "x", Text: "Louer", Institution: key, Supporting: []committee.InstitutionID{key}}
	b, err := json.Marshal(a)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range differences(d, register.RowChange{Thing: committee.Thing{Kind: committee.KindAction}, After: string(b)}, nil) {
		for _, line := range f.lines(d) {
			if strings.Contains(line, key) || strings.Contains(line, "{") {
				t.Errorf("told %q", line)
			}
		}
	}
}

func TestAQuestionShowsWhatIsAroundAChange(t *testing.T) {
	d := &desk{loc: i18n.For(committee.French), styles: theme.New(theme.Options{NoColor: true}), now: time.Now}
	long := strings.Repeat("avant ", 40)
	f := difference{before: told{label: "Texte", text: long + "un mot de plus " + long, long: true}, after: told{label: "Texte", text: long + "deux mot de plus " + long, long: true}}
	line := strings.Join(f.lines(d), "")
	if len(line) > 200 || !strings.Contains(line, "[-un-]") || !strings.Contains(line, "{+deux+}") || !strings.Contains(line, "…") {
		t.Errorf("told %q", line)
	}
}
