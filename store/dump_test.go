package store

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// dumpOf is the dump of a file.
func dumpOf(t testing.TB, s *Store) []byte {
	t.Helper()
	var b bytes.Buffer
	if _, err := s.Dump(ctx, &b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// loaded makes a file from a dump and opens it.
func loaded(t testing.TB, dump []byte) *Store {
	t.Helper()
	path := filepath.Join(t.TempDir(), "chargé.suivi")
	if _, err := Load(ctx, path, bytes.NewReader(dump), options()); err != nil {
		t.Fatal(err)
	}
	if all, err := os.ReadDir(filepath.Dir(path)); err != nil || len(all) != 1 {
		t.Errorf("beside the file there is %v, %v", all, err)
	}
	s, err := Open(path, options())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// survives dumps a file, loads the dump, checks what came of it and finds its
// dump the same, byte for byte.
func survives(t *testing.T, s *Store) {
	t.Helper()
	before := dumpOf(t, s)
	again := loaded(t, before)
	if findings := must(again.Check(ctx))(t); len(findings) > 0 {
		t.Errorf("the loaded file has findings: %+v", findings)
	}
	if after := dumpOf(t, again); !bytes.Equal(before, after) {
		t.Errorf("the dump of the loaded file differs:\n%s", firstDifference(before, after))
	}
}

func firstDifference(a, b []byte) string {
	was, now := strings.Split(string(a), "\n"), strings.Split(string(b), "\n")
	for i := range was {
		if i >= len(now) || was[i] != now[i] {
			return was[i] + "\n" + strings.Join(now[min(i, len(now)):min(i+1, len(now))], "")
		}
	}
	return "it is longer"
}

// lived is a file in which things were adopted, amended, archived, restored,
// extended, taken back and made again.
func lived(t *testing.T) desk {
	t.Helper()
	d := newDesk(t)
	r := must(d.SaveRecommendation(ctx, committee.Recommendation{On: "2017-11-01", Addressees: []committee.InstitutionID{d.sante.ID}}, "Former les juges <d’instruction> & les “greffiers”"))(t)
	r = must(d.AdoptRecommendation(ctx, r.ID, r.Version, committee.Ruling{On: "2017-12-01"}))(t)
	r = must(d.AmendRecommendation(ctx, r.ID, r.Version, committee.Ruling{On: "2017-12-15", Text: "Former les juges\n\n   œuvre ɛɔɲŋ", Reason: "précision"}))(t)
	a := d.action(committee.Action{Function: d.function.ID, Due: "2018-Q1", Recommendations: []committee.RecommendationID{r.ID}, Cost: ptr(committee.Amount(5_000_000))})
	must(d.GrantExtension(ctx, a.Version, committee.Extension{Action: a.ID, To: "2018-06-30", On: "2017-12-15", Reason: "budget"}))(t)
	a = must(d.Action(ctx, a.ID))(t).Action
	must(d.ReportProgress(ctx, a.Version, committee.Update{Action: a.ID, On: "2017-12-15", Text: "9 sur 14", Percent: ptr(40)}))(t)
	gone := must(d.SavePerson(ctx, committee.Person{Name: "Parti"}))(t)
	if err := d.Archive(ctx, people.thing(string(gone.ID)), gone.Version, false); err != nil {
		t.Fatal(err)
	}
	back := must(d.SavePerson(ctx, committee.Person{Name: "Revenu"}))(t)
	if err := errors.Join(d.Archive(ctx, people.thing(string(back.ID)), 1, false), d.Restore(ctx, people.thing(string(back.ID)), 2)); err != nil {
		t.Fatal(err)
	}
	d.action(committee.Action{Text: "Donnée par erreur"})
	undone(t, d.Store) // its number is not given again
	must(d.SavePerson(ctx, committee.Person{Name: "Reprise"}))(t)
	undone(t, d.Store)
	redone(t, d.Store)
	return d
}

func TestAFileSurvivesItsDump(t *testing.T) {
	t.Run("empty", func(t *testing.T) { survives(t, newStore(t)) })
	t.Run("with something in every field", func(t *testing.T) {
		s := newStore(t)
		newWorld(t, s)
		survives(t, s)
	})
	t.Run("that has lived", func(t *testing.T) { survives(t, lived(t).Store) })
	t.Run("after every use case", func(t *testing.T) {
		d := newDesk(t)
		for name, prepare := range useCases(d) {
			if err := prepare()(d.Store); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
		survives(t, d.Store)
	})
}

func TestALoadedFileIsWorkedOn(t *testing.T) {
	s := loaded(t, dumpOf(t, lived(t).Store)).As(committee.Actor{Name: "Awa Traoré"})
	a := must(s.SaveAction(ctx, committee.Action{Text: "Suivante"}))(t)
	if a.Ref != "A-2017-03" {
		t.Errorf("the next number is %s", a.Ref)
	}
	survives(t, s)
}

func TestTwoDumpsOfOneFileAreTheSame(t *testing.T) {
	s := lived(t).Store
	first := dumpOf(t, s)
	later, err := Open(s.Path(), Options{ReadOnly: true, Now: func() time.Time { return clock.AddDate(1, 0, 0) }})
	if err != nil {
		t.Fatal(err)
	}
	defer later.Close()
	if !bytes.Equal(first, dumpOf(t, later)) {
		t.Error("they differ")
	}
}

func TestDumpSaysHowMuchItHolds(t *testing.T) {
	s := lived(t).Store
	var b bytes.Buffer
	e := must(s.Dump(ctx, &b))(t)
	rows := bytes.Count(b.Bytes(), []byte("\n"+rowStart))
	if e.Rows != rows || e.Lines != journalLines(t, s) || rows == 0 {
		t.Errorf("says %+v; it holds %d rows and %d lines", e, rows, journalLines(t, s))
	}
	if l := must(Load(ctx, filepath.Join(t.TempDir(), "a.suivi"), &b, options()))(t); l != e {
		t.Errorf("loading says %+v, dumping %+v", l, e)
	}
}

// What a dump need not hold: it is computed from what it holds, as a row or a
// line of the journal is put in, or it is there only inside a transaction.
var undumped = []string{"reverting", "retired_number", "search_", "action_tally", "day_tally", "tally_day"}

// uncolumned are the columns that triggers compute.
var uncolumned = []string{
	"meeting.items", "article.actions", "guideline.actions", "article.recommendations", "guideline.recommendations", "action_support.archived", "action_support.closed", "action_support.due_key", "action_support.year", "action_support.number",
	"recommendation_addressee.archived", "recommendation_addressee.year", "recommendation_addressee.number",
}

// A table or a column that somebody adds must be in the dump, or be known as
// one that is computed again.
func TestADumpForgetsNothing(t *testing.T) {
	s := newStore(t)
	holds := map[string][]string{
		"journal":        {"seq", "at", "actor", "actor_name", "verb", "kind", "id", "why", "reverts", "hash"},
		"journal_change": {"seq", "n", "kind", "id", "image_before", "image_after"},
	}
	for _, kind := range kinds {
		shape := keepers[kind].shape()
		holds[shape.table] = append(columnNames(shape.fields), "id", "version", "archived", "folded", "single")
		for _, list := range shape.lists {
			holds[list.table] = append(columnNames(list.columns), "kind", list.owner, "n")
		}
	}
	if len(kinds) != len(keepers) {
		t.Errorf("%d kinds are dumped of %d", len(kinds), len(keepers))
	}
	tables := must(collectText(ctx, s.reader, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"))(t)
	for _, table := range tables {
		columns, ok := holds[table]
		switch {
		case slices.ContainsFunc(undumped, func(start string) bool { return strings.HasPrefix(table, start) }):
			continue
		case !ok:
			t.Errorf("a dump does not hold the table %s, nor is it known as computed", table)
			continue
		}
		for _, column := range must(collectText(ctx, s.reader, "SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0", table))(t) {
			if !slices.Contains(columns, column) && !slices.Contains(uncolumned, table+"."+column) {
				t.Errorf("a dump does not hold the column %s.%s", table, column)
			}
		}
		delete(holds, table)
	}
	if len(holds) > 0 {
		t.Errorf("no such tables: %v", holds)
	}
}

func TestDumpFile(t *testing.T) {
	s := lived(t).Store
	folder := t.TempDir()
	path := filepath.Join(folder, "tout.jsonl")
	if _, err := s.DumpFile(ctx, path); err != nil {
		t.Fatal(err)
	}
	whole := must(os.ReadFile(path))(t)
	if info := must(os.Stat(path))(t); info.Mode().Perm() != 0o600 || !bytes.Equal(whole, dumpOf(t, s)) {
		t.Errorf("mode %v", info.Mode())
	}
	untouched(t, folder, func() {
		fileError(t, fails(s.DumpFile(ctx, path)), committee.FileExists)
		fileError(t, fails(s.DumpFile(ctx, folder)), committee.FileFolder)
		fileError(t, fails(s.DumpFile(ctx, filepath.Join(folder, "nulle part", "x"))), committee.FileNoFolder)
		stopped, stop := context.WithCancel(ctx)
		stop()
		if err := fails(s.DumpFile(stopped, filepath.Join(folder, "x"))); !errors.Is(err, context.Canceled) {
			t.Errorf("stopped: %v", err)
		}
	})
}

func TestDumpIsOfOneMoment(t *testing.T) {
	s := lived(t).Store
	before := dumpOf(t, s)
	busy := &meddler{do: func() { institution(t, s, "Entre-temps", "") }}
	if _, err := s.Dump(ctx, busy); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(before, busy.Bytes()) {
		t.Error("the dump holds what came while it was written")
	}
}

// meddler does something at the first write.
type meddler struct {
	bytes.Buffer
	do func()
}

func (m *meddler) Write(b []byte) (int, error) {
	if m.do != nil {
		m.do()
		m.do = nil
	}
	return m.Buffer.Write(b)
}

// A dump is whole, or it is refused: what check finds, it does not leave out.
func TestAFileThatIsNotInOrderIsNotDumped(t *testing.T) {
	for name, c := range map[string]struct {
		statement string
		finding   register.FindingKind
	}{
		"a row changed behind the journal's back": {"UPDATE person SET phone = '99'", register.FindingDiffers},
		"provenance removed":                      {"DELETE FROM provenance WHERE kind = 'axis'", register.FindingDiffers},
		"a row put in":                            {"INSERT INTO plan_axis VALUES ('x', 1, 0, 'n', '', 'N', 'n', 'axis', 9, '')", register.FindingNotInLog},
		"a row without a key":                     {"INSERT INTO plan_axis VALUES ('', 1, 0, 'n', '', 'N', 'n', 'axis', 9, '')", register.FindingNotInLog},
		"a row removed":                           {"DELETE FROM due_extension", register.FindingOrphan},
		"a row removed with its parts":            {"DELETE FROM due_extension; DELETE FROM provenance WHERE kind = 'extension'", register.FindingGone},
		"a link to nothing":                       {"UPDATE mandate SET person = 'nowhere'", register.FindingLink},
		"a line of the journal altered":           {"UPDATE journal SET actor_name = 'Autre' WHERE seq = 3", register.FindingChain},
		"the last line of the journal altered":    {"UPDATE journal SET why = 'x' WHERE seq = (SELECT max(seq) FROM journal)", register.FindingChain},
		"a line of the journal removed":           {"DELETE FROM journal WHERE seq = 4", register.FindingLink},
		"the journal cut": {
			"DELETE FROM journal_change WHERE seq > 20; DELETE FROM journal WHERE seq > 20", register.FindingNotInLog,
		},
		"a text no terminal should see": {
			"UPDATE person SET remarks = char(155) || '2J'; UPDATE journal_change SET image_after = replace(image_after, '\"remarks\":\"r\"', '\"remarks\":\"' || char(155) || '2J\"') WHERE kind = 'person'",
			register.FindingBroken,
		},
		"a list that is no list": {"UPDATE committee SET aliases = '[1'", register.FindingUnreadable},
	} {
		t.Run(name, func(t *testing.T) {
			s := newStore(t)
			newWorld(t, s)
			behind(t, s, c.statement)
			folder := t.TempDir()
			err := fails(s.DumpFile(ctx, filepath.Join(folder, "x")))
			var e *register.UnsoundError
			if !errors.As(err, &e) || e.Finding.Kind != c.finding {
				t.Errorf("got %v, want %s", err, c.finding)
			}
			if left := must(os.ReadDir(folder))(t); len(left) > 0 {
				t.Errorf("it leaves %v", left)
			}
		})
	}
}

// What is computed is not in a dump: to dump and load makes it right again.
func TestLoadingMendsWhatIsComputed(t *testing.T) {
	s := newStore(t)
	newWorld(t, s)
	behind(t, s, "UPDATE roadmap_action SET due_last = '2017-01-01'", "UPDATE guideline SET folded = 'x'")
	survives(t, s)
}

// Wherever bytes of the file are lost, the dump is whole or refused.
func TestDumpOfADamagedFile(t *testing.T) {
	s := newStore(t)
	newWorld(t, s)
	before := dumpOf(t, s)
	path := s.Path()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	whole := must(os.ReadFile(path))(t)
	refused := 0
	for page := 1; page < len(whole)/4096; page += 7 {
		b := append([]byte{}, whole...)
		copy(b[page*4096+page%2*2048:], strings.Repeat("\xfe", 2048))
		damaged := path + ".damaged"
		if err := os.WriteFile(damaged, b, 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := Open(damaged, options())
		if err != nil {
			fileError(t, err, committee.FileDamaged)
			continue
		}
		var dump bytes.Buffer
		_, err = s.Dump(ctx, &dump)
		var file *committee.FileError
		var unsound *register.UnsoundError
		switch {
		case err == nil && !bytes.Equal(dump.Bytes(), before):
			t.Errorf("page %d: the dump lacks something and nobody was told", page)
		case err != nil && !errors.As(err, &file) && !errors.As(err, &unsound):
			t.Errorf("page %d: %v", page, err)
		case err != nil:
			refused++
		}
		s.Close()
	}
	if refused < 5 {
		t.Errorf("only %d damages were seen", refused)
	}
}

func TestTheFormatIsDocumented(t *testing.T) {
	page := string(must(os.ReadFile("../docs/format.md"))(t))
	var order []string
	for _, kind := range kinds {
		order = append(order, "`"+string(kind)+"`")
	}
	if !strings.Contains(strings.Join(strings.Fields(page), " "), strings.Join(order, " · ")) {
		t.Errorf("the page does not give the order %s", strings.Join(order, " · "))
	}
	for _, v := range []any{dumpHeader{}, dumpRow{}, dumpEntry{}, journalEntry{}, committee.Stamp{}} {
		for i := range reflect.TypeOf(v).NumField() {
			name, _, _ := strings.Cut(reflect.TypeOf(v).Field(i).Tag.Get("json"), ",")
			if name != "" && !strings.Contains(page, "`"+name+"`") {
				t.Errorf("the page does not speak of %q", name)
			}
		}
	}
}
