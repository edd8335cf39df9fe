package store

import (
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"suivi/internal/committee"
	"suivi/internal/register"
)

func TestCheckComparesTheSearchWithTheRows(t *testing.T) {
	for name, c := range map[string]struct {
		statement string
		finding   register.FindingKind
		detail    string
	}{
		"a document removed":         {"DELETE FROM search_index WHERE docid = 3; DELETE FROM search_document WHERE doc = 3", register.FindingUnindexed, "1"},
		"a document altered":         {"UPDATE search_document SET shown = shown || 'x' WHERE kind = 'action'", register.FindingMisindexed, "1"},
		"a document put in":          {"INSERT INTO search_document VALUES (9000, 'action', 'x', 0, ' §action mot ', 'mot'); INSERT INTO search_index (docid, folded) VALUES (9000, ' §action mot ')", register.FindingOverindexed, "1"},
		"a kind from nowhere":        {"INSERT INTO search_document VALUES (9000, 'dossier', 'x', 0, '', '')", register.FindingOverindexed, "1"},
		"a row that came behind":     {"INSERT INTO plan_axis VALUES ('x', 1, 0, 'n', '', 'N', 'n', 'axis', 9, '')", register.FindingUnindexed, "1"},
		"a row that went behind":     {"DELETE FROM due_extension", register.FindingOverindexed, "1"},
		"words missing in the index": {"DELETE FROM search_index_segdir; DELETE FROM search_index_segments", register.FindingIndex, ""},
		"an index cut to pieces":     {"UPDATE search_index_segdir SET root = x'00112233'", register.FindingIndex, ""},
	} {
		t.Run(name, func(t *testing.T) {
			s := newStore(t)
			newWorld(t, s)
			behind(t, s, strings.Split(c.statement, "; ")...)
			found := false
			for _, f := range must(s.Check(ctx))(t) {
				found = found || f.Kind == c.finding && f.Detail == c.detail
				if f.Kind == register.FindingDamage {
					t.Errorf("the facts are said to be damaged: %+v", f)
				}
			}
			if !found {
				t.Errorf("did not find %s", c.finding)
			}
			must(s.RebuildSearch(ctx))(t)
			for _, f := range must(s.Check(ctx))(t) {
				if f.Kind.Derived() {
					t.Errorf("after making it anew: %+v", f)
				}
			}
		})
	}
}

func TestMakingTheSearchAnew(t *testing.T) {
	s := newStore(t)
	newWorld(t, s)
	documents := func() []string {
		return must(collectText(ctx, s.reader, "SELECT kind || id || archived || folded || shown FROM search_document ORDER BY kind, id"))(t)
	}
	lines := func() (n int) {
		if err := s.reader.QueryRow("SELECT count(*) FROM journal").Scan(&n); err != nil {
			t.Fatal(err)
		}
		return n
	}
	before, then := documents(), lines()
	n := must(s.RebuildSearch(ctx))(t)
	after := documents()
	if n != len(after) || strings.Join(before, "\n") != strings.Join(after, "\n") {
		t.Errorf("%d documents became %d, %d as it says", len(before), len(after), n)
	}
	if lines() != then {
		t.Error("the journal speaks of it, though no fact changed")
	}
	soundIndex(t, s)
	_, err := s.As(committee.Actor{ReadOnly: true}).RebuildSearch(ctx)
	refused(t, err, committee.ReasonReadOnly)
}

// What is derived never stands in the way of what is typed.
func TestADamagedSearchLosesNothingTyped(t *testing.T) {
	s := newStore(t)
	newWorld(t, s)
	behind(t, s, "UPDATE search_index_segdir SET root = x'00112233'")
	_, err := s.Search(ctx, register.SearchQuery{Words: "justice"})
	fileError(t, err, committee.FileIndex)
	p := must(s.SavePerson(ctx, committee.Person{Name: "Kadiatou Sangaré"}))(t)
	p.Name = "Kadiatou Diarra"
	p = must(s.SavePerson(ctx, p))(t)
	// The index would gather its parts now and then.
	for range 20 {
		p.Remarks += "x"
		p = must(s.SavePerson(ctx, p))(t)
	}
	must(s.RebuildSearch(ctx))(t)
	finds(t, s, "diarra", people.thing(string(p.ID)))
	soundIndex(t, s)
}

func TestMigratingMakesTheSearch(t *testing.T) {
	old := options()
	old.steps = fstest.MapFS{
		"0001.sql": {Data: must(fs.ReadFile(migrations, "0001.sql"))(t)},
		"0002.sql": {Data: must(fs.ReadFile(migrations, "0002.sql"))(t)},
	}
	path := filepath.Join(t.TempDir(), "comité.suivi")
	s := must(Create(path, old))(t)
	behind(t, s, `INSERT INTO person (id, version, archived, folded, name, name_key, phone, email, remarks)
		VALUES ('p1', 1, 0, 'awa diarra', 'Awa Diarra', 'awa diarra', '', '', 'lue deux fois')`)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	s = must(Open(path, options()))(t)
	defer s.Close()
	finds(t, s, "diarra lue", people.thing("p1"))
}
