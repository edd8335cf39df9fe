package store

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/internal/starter"
)

// sizes are those that a promise of speed is measured at: the same work must
// take about the same time in both.
var sizes = []int{100, 100_000}

// onTheLastDay is the clock of a large committee.
func onTheLastDay() time.Time { return starter.LargeEnds.Time().Add(10 * time.Hour) }

// openLarge opens a large committee for reading.
func openLarge(b *testing.B, actions int) *Store {
	b.Helper()
	s, err := Open(largeFile(b, actions), Options{ReadOnly: true, Now: onTheLastDay})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { s.Close() })
	return s
}

func perSize(b *testing.B, run func(b *testing.B, s *Store)) {
	for _, n := range sizes {
		b.Run(fmt.Sprintf("actions=%d", n), func(b *testing.B) {
			s := openLarge(b, n)
			run(b, s)
		})
	}
}

// A window of three screens, as the list asks for it: opening each order, and
// going on from a row in the middle.
func BenchmarkWindow(b *testing.B) {
	perSize(b, func(b *testing.B, s *Store) {
		for _, sort := range []string{"", "ref", "text", "institution", "due", "state", "percent", "axis", "priority"} {
			for _, scope := range []register.Scope{register.All, register.Open, register.Late} {
				q := register.Query{Sort: sort, Scope: scope, Limit: 100}
				b.Run(fmt.Sprintf("sort=%s/scope=%s/first", sort, scope), func(b *testing.B) { windows(b, s, q) })
				q.Moving = true
				if w, err := s.Actions(ctx, q); err == nil && len(w.Rows) > 0 {
					q.After = string(w.Rows[len(w.Rows)/2].ID)
				}
				b.Run(fmt.Sprintf("sort=%s/scope=%s/next", sort, scope), func(b *testing.B) { windows(b, s, q) })
			}
		}
	})
}

func windows(b *testing.B, s *Store, q register.Query) {
	for b.Loop() {
		if _, err := s.Actions(ctx, q); err != nil {
			b.Fatal(err)
		}
	}
}

// What is typed into the filter, from the first letter on.
func BenchmarkFilter(b *testing.B) {
	perSize(b, func(b *testing.B, s *Store) {
		ref := "A-2020-17"
		for _, typed := range []string{"f", "fo", "form", "interpretes assermentes", "justice audition", ref, "a2020 17", "zzzz", "cooperation frontieres ecole"} {
			b.Run("typed="+typed, func(b *testing.B) { windows(b, s, register.Query{Filter: typed, Limit: 100}) })
		}
		b.Run("typed=form/late", func(b *testing.B) { windows(b, s, register.Query{Filter: "form", Scope: register.Late, Limit: 100}) })
	})
}

func BenchmarkHome(b *testing.B) {
	perSize(b, func(b *testing.B, s *Store) {
		for b.Loop() {
			if _, err := s.Home(ctx); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// The pages of the busiest things.
func BenchmarkSheet(b *testing.B) {
	perSize(b, func(b *testing.B, s *Store) {
		busiest := func(column, table string) (id string) {
			row := s.reader.QueryRow("SELECT " + column + " FROM " + table + " WHERE " + column + " IS NOT NULL GROUP BY " + column + " ORDER BY count(*) DESC LIMIT 1")
			if err := row.Scan(&id); err != nil {
				b.Fatal(err)
			}
			return id
		}
		open := map[string]func() error{}
		institution, function := busiest("institution", "roadmap_action"), busiest("function", "roadmap_action")
		group, meeting := busiest("working_group", "recommendation"), busiest("meeting", "roadmap_action")
		action, person := busiest("action", "progress_update"), busiest("person", "mandate")
		open["institution"] = func() error { _, err := s.Institution(ctx, committee.InstitutionID(institution)); return err }
		open["function"] = func() error { _, err := s.Function(ctx, committee.FunctionID(function)); return err }
		open["group"] = func() error { _, err := s.Group(ctx, committee.GroupID(group)); return err }
		open["meeting"] = func() error { _, err := s.Meeting(ctx, committee.MeetingID(meeting)); return err }
		open["action"] = func() error { _, err := s.Action(ctx, committee.ActionID(action)); return err }
		open["person"] = func() error { _, err := s.Person(ctx, committee.PersonID(person)); return err }
		for _, name := range []string{"institution", "function", "group", "meeting", "action", "person"} {
			b.Run(name, func(b *testing.B) {
				for b.Loop() {
					if err := open[name](); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	})
}

// The lists of the directory, which hold some hundred rows.
func BenchmarkDirectory(b *testing.B) {
	perSize(b, func(b *testing.B, s *Store) {
		lists := map[string]func() error{
			"institutions": func() error { _, err := s.Institutions(ctx, register.Query{}); return err },
			"functions":    func() error { _, err := s.Functions(ctx, register.Query{}); return err },
			"people":       func() error { _, err := s.People(ctx, register.Query{}); return err },
			"groups":       func() error { _, err := s.Groups(ctx, register.Query{}); return err },
			"guidelines":   func() error { _, err := s.Guidelines(ctx, register.Query{}); return err },
			"axes":         func() error { _, err := s.Axes(ctx, register.Query{}); return err },
		}
		for _, name := range []string{"institutions", "functions", "people", "groups", "guidelines", "axes"} {
			b.Run(name, func(b *testing.B) {
				for b.Loop() {
					if err := lists[name](); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	})
}

// Opening a file, to what the first screen shows.
func BenchmarkOpen(b *testing.B) {
	for _, n := range []int{60, 100_000} {
		b.Run(fmt.Sprintf("actions=%d", n), func(b *testing.B) {
			path := largeFile(b, n)
			for b.Loop() {
				s, err := Open(path, Options{Now: onTheLastDay})
				if err != nil {
					b.Fatal(err)
				}
				if _, err := s.Home(ctx); err != nil {
					b.Fatal(err)
				}
				if err := s.Close(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// copied is a large committee that may be changed.
func copied(b *testing.B, actions int) *Store {
	b.Helper()
	path := filepath.Join(b.TempDir(), "large.suivi")
	from, err := os.Open(largeFile(b, actions))
	if err != nil {
		b.Fatal(err)
	}
	defer from.Close()
	to, err := os.Create(path)
	if err == nil {
		_, err = io.Copy(to, from)
	}
	if err == nil {
		err = to.Sync()
	}
	if err == nil {
		err = to.Close()
	}
	if err != nil {
		b.Fatal(err)
	}
	s, err := Open(path, Options{Now: onTheLastDay})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { s.Close() })
	// The first change of a day also makes the day's copy of the whole file.
	if _, err := s.SavePerson(ctx, committee.Person{Name: "Première modification du jour"}); err != nil {
		b.Fatal(err)
	}
	return s
}

// One change with its line of the journal and its place in the search, beside
// what SQLite alone takes to put one row of the roadmap durably into a file of
// the same size: the former takes three times the latter at most. A bare row,
// in a table without an index, shows what the disk takes of that. They take
// turns, so that the moods of a disk fall on all alike.
func BenchmarkOneChange(b *testing.B) {
	for _, n := range sizes {
		b.Run(fmt.Sprintf("actions=%d", n), func(b *testing.B) {
			s := copied(b, n).As(committee.Actor{Name: "Awa"})
			w, err := s.Actions(ctx, register.Query{Scope: register.Open, Limit: 500})
			if err != nil {
				b.Fatal(err)
			}
			sideBySide(b, []pace{
				{"row-alone", actionAlone(b, s, w.Rows)}, {"bare-row", bareRow(b, s)}, {"add", add(b, s, w.Rows)}, {"edit", edit(b, s, w.Rows)}, {"report", report(b, s, w.Rows)},
			})
		})
	}
}

// pace is one of several things that are timed together.
type pace struct {
	name string
	do   func(n int) error
}

// sideBySide does one of each in turn, and tells how long each takes and how
// many times the first that is.
func sideBySide(b *testing.B, all []pace) {
	took := make([]time.Duration, len(all))
	for n := 0; b.Loop(); n++ {
		for i, p := range all {
			start := time.Now()
			if err := p.do(n); err != nil {
				b.Fatalf("%s: %v", p.name, err)
			}
			took[i] += time.Since(start)
		}
	}
	for i, p := range all {
		b.ReportMetric(float64(took[i].Microseconds())/float64(b.N), p.name+"-µs")
		if i > 0 {
			b.ReportMetric(float64(took[i])/float64(took[0]), p.name+"/"+all[0].name)
		}
	}
}

// bareRow puts a row into a table without an index.
func bareRow(b *testing.B, s *Store) func(int) error {
	if _, err := s.writer.Exec("CREATE TABLE IF NOT EXISTS bench (n INTEGER PRIMARY KEY, text TEXT) STRICT"); err != nil {
		b.Fatal(err)
	}
	return func(int) error {
		_, err := s.writer.Exec("INSERT INTO bench (text) VALUES ('Une ligne et rien d’autre.')")
		return err
	}
}

// actionAlone puts the row of an action, as SQLite alone would: with the keys,
// links and sums of its table, and neither journal nor search.
func actionAlone(b *testing.B, s *Store, rows []register.ActionLine) func(int) error {
	var others string
	err := s.reader.QueryRow("SELECT group_concat(name, ', ') FROM pragma_table_info('roadmap_action') WHERE name NOT IN ('id', 'ref', 'year', 'number')").Scan(&others)
	if err != nil {
		b.Fatal(err)
	}
	statement := "INSERT INTO roadmap_action (id, ref, year, number, " + others + ") SELECT ?1, ?1, 2099, ?2, " + others + " FROM roadmap_action WHERE id = ?3"
	return func(n int) error {
		_, err := s.writer.Exec(statement, s.newID(), n+1, rows[0].ID)
		return err
	}
}

// read are the actions of some lines, as a page has read them.
func read(b *testing.B, s *Store, rows []register.ActionLine) []committee.Action {
	read := make([]committee.Action, len(rows))
	for i, row := range rows {
		sheet, err := s.Action(ctx, row.ID)
		if err != nil {
			b.Fatal(err)
		}
		read[i] = sheet.Action
	}
	return read
}

func add(b *testing.B, s *Store, rows []register.ActionLine) func(int) error {
	like := read(b, s, rows[:1])[0]
	return func(n int) error {
		a := committee.Action{Text: fmt.Sprintf("Une action de plus, la %de.", n), Axis: like.Axis, Institution: like.Institution, Due: like.Due}
		_, err := s.SaveAction(ctx, a)
		return err
	}
}

func report(b *testing.B, s *Store, rows []register.ActionLine) func(int) error {
	all := read(b, s, rows[len(rows)/2:])
	return func(n int) (err error) {
		percent, a := n%90, &all[n%len(all)]
		u := committee.Update{Action: a.ID, On: starter.LargeEnds, Text: fmt.Sprintf("Le point numéro %d.", n), Percent: &percent}
		*a, err = s.ReportProgress(ctx, a.Version, u)
		return err
	}
}

func edit(b *testing.B, s *Store, rows []register.ActionLine) func(int) error {
	all := read(b, s, rows[:len(rows)/2])
	return func(n int) (err error) {
		a := &all[n%len(all)]
		a.Remarks = fmt.Sprintf("Relu %d fois.", n)
		*a, err = s.SaveAction(ctx, *a)
		return err
	}
}

// Checking a whole file.
func BenchmarkCheck(b *testing.B) {
	for _, n := range []int{1000, 100_000} {
		b.Run(fmt.Sprintf("actions=%d", n), func(b *testing.B) {
			s := openLarge(b, n)
			for b.Loop() {
				found, err := s.Check(ctx)
				if err != nil || len(found) > 0 {
					b.Fatal(found, err)
				}
			}
		})
	}
}

// Making a large committee, which is what writing costs without waiting for
// the disk.
func BenchmarkGenerate(b *testing.B) {
	for b.Loop() {
		path := filepath.Join(b.TempDir(), "large.suivi")
		if err := largeAt(path, 1000); err != nil {
			b.Fatal(err)
		}
	}
}
