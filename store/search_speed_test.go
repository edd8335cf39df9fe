package store

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// vocabulary makes words that look like those of a committee, the frequent
// ones first.
func vocabulary(luck *rand.Rand, n int) []string {
	words := strings.Fields("de la le les des du et l a en pour un comite action plan formation decret centre enfant justice police victime")
	syllables := strings.Fields("ba ka mo ti sou dia ra fan ta ler cen tre ven com for mis sion gen dar me rie pro tec")
	for len(words) < n {
		var b strings.Builder
		for range 2 + luck.IntN(3) {
			b.WriteString(syllables[luck.IntN(len(syllables))])
		}
		words = append(words, b.String())
	}
	return words
}

// spoken is a sentence in which a word is the rarer the farther it stands.
func spoken(luck *rand.Rand, words []string, n int) string {
	all := make([]string, n)
	for i := range all {
		all[i] = words[int(float64(len(words))*luck.Float64()*luck.Float64()*luck.Float64())]
	}
	return strings.Join(all, " ")
}

// newHeap is a file of many actions and reports, put in by hand: the use cases
// would take long.
func newHeap(b *testing.B, actions, reports int) *Store {
	b.Helper()
	s, err := Create(filepath.Join(b.TempDir(), "grand.suivi"), options())
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { s.Close() })
	luck := rand.New(rand.NewPCG(1, 2))
	words := vocabulary(luck, 5000)
	t, err := s.writer.Begin()
	if err != nil {
		b.Fatal(err)
	}
	defer t.Rollback() //nolint:errcheck // after a commit it does nothing
	do := func(statement string, args ...any) {
		if _, err := t.Exec(statement, args...); err != nil {
			b.Fatalf("%s: %v", statement, err)
		}
	}
	for i := range actions {
		year, number := 2013+i*10/actions, i+1
		text, ref := spoken(luck, words, 12), fmt.Sprintf("A-%d-%02d", year, number)
		do(`INSERT INTO roadmap_action (id, version, archived, folded, ref, year, number, date, text, start, due, due_last, first_due, priority,
			indicator, verification, funding, state, since, cause, reason, percent, declared_on, validated_on, remarks)
			VALUES (?, 1, 0, ?, ?, ?, ?, ?, ?, '', '', '', '', '', '', '', '', 'not_started', '', '', '', 0, '', '', '')`,
			fmt.Sprintf("a%08d", i), text, ref, year, number, committee.Date("2013-01-01").Add(i*3650/actions), text)
	}
	for i := range reports {
		text := spoken(luck, words, 18)
		do(`INSERT INTO progress_update (id, version, archived, folded, action, date, text, state, cause, evidence, by_name, confirmed, confirmed_on, confirm_note)
			VALUES (?, 1, 0, ?, ?, ?, ?, '', '', '', '', '', '', '')`,
			fmt.Sprintf("u%08d", i), text, fmt.Sprintf("a%08d", i*actions/reports), committee.Date("2013-01-01").Add(i*3650/reports), text)
	}
	do(`INSERT INTO search_document (kind, id, archived, folded, shown)
		SELECT 'action', id, 0, ' §action ' || folded || ' | || §a·' || year || '·' || number || ' ', text FROM roadmap_action`)
	do("INSERT INTO search_document (kind, id, archived, folded, shown) SELECT 'update', id, 0, ' §update || ' || folded || ' | ', text FROM progress_update")
	do("INSERT INTO search_index (search_index) VALUES ('rebuild')")
	if err := t.Commit(); err != nil {
		b.Fatal(err)
	}
	return s
}

// BenchmarkSearch looks for words among 100,000 actions and 300,000 reports.
func BenchmarkSearch(b *testing.B) {
	s := newHeap(b, 100_000, 300_000)
	for name, q := range map[string]register.SearchQuery{
		"beginning of a word":        {Words: "soudi"},
		"two beginnings":             {Words: "fanta proven"},
		"a rare word and a frequent": {Words: "comite soudiafan"},
		"a sentence":                 {Words: "le plan de formation des victimes"},
		"a frequent word":            {Words: "comite"},
		"one letter":                 {Words: "c"},
		"two letters":                {Words: "so"},
		"words and one letter":       {Words: "fanta c"},
		"a reference":                {Words: "a2017-45000"},
		"a beginning in one part":    {Words: "soudi", Kinds: []committee.Kind{committee.KindAction}},
		"words that are nowhere":     {Words: "xylophone"},
	} {
		b.Run(strings.ReplaceAll(name, " ", "_"), func(b *testing.B) {
			var found int
			for b.Loop() {
				a, err := s.Search(ctx, q)
				if err != nil {
					b.Fatal(err)
				}
				found = a.Total
			}
			b.ReportMetric(float64(found), "hits")
		})
	}
}
