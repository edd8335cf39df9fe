package starter

import (
	"strings"
	"testing"
	"testing/fstest"
)

// trouble reads and builds one data file and returns what is wrong with it.
func trouble(t *testing.T, data string) string {
	t.Helper()
	files, err := readPack(fstest.MapFS{"data/p/fr/a.toml": {Data: []byte(data)}}, "p", "fr")
	if err == nil {
		err = (&builder{pack: "p", today: today, desk: newFake(), report: &Report{}}).build(files)
	}
	if err == nil {
		return ""
	}
	return err.Error()
}

func TestMistakeInADataFileNamesTheRow(t *testing.T) {
	const from = "[[provenance]]\ncertainty = \"generic\"\n"
	const action = from + "[[action]]\nkey = \"a\"\non = \"2017-01-01\"\ntext = \"t\"\n"
	for name, c := range map[string]struct{ data, want string }{
		"unknown key":         {from + "[[axis]]\nkey = \"x\"\nnom = \"N\"\n", "p/fr/a.toml: unknown key axis.nom"},
		"link to nothing":     {action + "institution = \"nobody\"\n", `p/fr/a.toml: action "a": no institution "nobody" in the pack`},
		"no provenance":       {"[[axis]]\nkey = \"x\"\nname = \"N\"\nkind = \"axis\"\n", `axis "x": no provenance`},
		"unknown certainty":   {strings.Replace(action, "generic", "sure", 1), `action "a": committee: field provenance: not_listed: sure`},
		"key twice":           {action + strings.TrimPrefix(action, from), `action "a": key twice in the pack`},
		"no key":              {from + "[[axis]]\nname = \"N\"\nkind = \"axis\"\n", `axis "": no key`},
		"rule of the domain":  {action + "start = \"2017-02-01\"\ndue = \"2017-01-02\"\n", `action "a": committee: field due: before`},
		"verb of another row": {action + "steps = [{ do = \"circulate\", on = \"2017-02-01\" }]\n", `action "a": step 1: committee: circulate action refused: state`},
		"steps out of order": {
			action + "steps = [{ do = \"start\", on = \"2017-02-02\" }, { do = \"declare_done\", on = \"2017-02-01\" }]\n",
			"step 2 comes before the one above it",
		},
	} {
		t.Run(name, func(t *testing.T) {
			if got := trouble(t, c.data); !strings.Contains(got, c.want) {
				t.Errorf("%q does not say %q", got, c.want)
			}
		})
	}
	if got := trouble(t, action); got != "" {
		t.Error(got)
	}
}
