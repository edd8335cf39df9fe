package store

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"suivi/internal/committee"
	"suivi/internal/register"
	"suivi/internal/text"
)

// notTyped are the parts of an image that hold no words: keys, dates, values
// out of lists, and what is drawn from the numbering.
var notTyped = []string{
	"id", "kind", "state", "on", "starts", "ends", "start_time", "end_time", "opened", "closed", "notice", "since", "language", "base", "quality",
	"presence", "at", "cause", "priority", "manner", "review", "from", "to", "start", "due", "first_due", "date", "confirmed", "confirmed_on",
	"declared_on", "validated_on", "circulated_on", "adopted_on", "signed_on", "in_force_on", "outcome_on", "closed_on", "certainty", "capacity", "outcome",
	"proxies", "remote", "casting_vote", "late_items", "purpose", "represented_as", "voice", "casting",
}

// typedIn gathers the texts of an image that a person may have typed.
func typedIn(key string, v any, found map[string]string) {
	switch v := v.(type) {
	case string:
		if v != "" && !slices.Contains(notTyped, key) && !(len(v) == 36 && strings.Count(v, "-") == 4) {
			found[key] = v
		}
	case []any:
		for _, e := range v {
			typedIn(key, e, found)
		}
	case map[string]any:
		for k, e := range v {
			typedIn(k, e, found)
		}
	}
}

// A field that is added to a noun and holds words must be found by them.
func TestEveryTypedWordIsInTheDocument(t *testing.T) {
	s := newStore(t)
	for kind, id := range newWorld(t, s) {
		image := must(lastImage(ctx, s.reader, committee.Thing{Kind: kind, ID: id}))(t)
		var v any
		if err := json.Unmarshal([]byte(image), &v); err != nil {
			t.Fatal(err)
		}
		texts := map[string]string{}
		typedIn("", v, texts)
		var folded string
		if err := s.reader.QueryRow("SELECT folded FROM search_document WHERE kind = ? AND id = ?", kind, id).Scan(&folded); err != nil {
			t.Fatalf("%s: %v", kind, err)
		}
		for key, typed := range texts {
			for _, w := range text.Words(typed) {
				if !strings.Contains(folded, " "+w.Folded+" ") {
					t.Errorf("%s: %s %q is not in %q", kind, key, typed, folded)
				}
			}
		}
		var filtered string
		if err := s.reader.QueryRow("SELECT folded FROM "+keepers[kind].shape().table+" WHERE id = ?", id).Scan(&filtered); err != nil {
			t.Fatal(err)
		}
		for _, w := range text.Words(filtered) {
			if !strings.Contains(folded, " "+w.Folded+" ") {
				t.Errorf("%s: filters look in %q, the search in %q", kind, filtered, folded)
			}
		}
	}
}

func TestMatching(t *testing.T) {
	d := newDesk(t)
	a := d.action(committee.Action{Text: "Réviser le décret n° 2011-036"})
	d.action(committee.Action{Text: "Former les points focaux"})
	d.guideline("Le décret fixe la composition.")
	ask := func(typed string) (ids []committee.ActionID, more bool) {
		t.Helper()
		w := must(d.Actions(ctx, query(typed)))(t)
		for _, l := range w.Rows {
			ids = append(ids, l.ID)
		}
		return ids, w.More
	}
	for _, typed := range []string{"DECRET", "décr rév", "rév décr", "a2017-01", "2011-36", "n décret"} {
		if ids, more := ask(typed); more || len(ids) != 1 || ids[0] != a.ID {
			t.Errorf("%q: %v, more %v", typed, ids, more)
		}
	}
	if ids, more := ask("composition"); more || len(ids) != 0 {
		t.Errorf("another kind: %v, more %v", ids, more)
	}
	if ids, more := ask("2017"); more || len(ids) != 2 {
		t.Errorf("both: %v, more %v", ids, more)
	}
	if ids, more := ask(" – "); more || len(ids) != 0 {
		t.Errorf("no word: %v, more %v", ids, more)
	}
}

// bulk fills the search alone with documents that no row has: what is large
// is what is looked at.
func bulk(tb testing.TB, s *Store, name string, n int, kind committee.Kind, words func(i int) string) {
	tb.Helper()
	t, err := s.writer.Begin()
	if err != nil {
		tb.Fatal(err)
	}
	defer t.Rollback() //nolint:errcheck // after a commit it does nothing
	for i := range n {
		folded := " " + kindMark(kind) + " " + words(i) + " | || "
		doc, err := insertDocument(ctx, t, document{thing: committee.Thing{Kind: kind, ID: fmt.Sprintf("%s-%08d", name, i)}, folded: folded})
		if err != nil {
			tb.Fatal(err)
		}
		if _, err := t.Exec("INSERT INTO search_index (docid, folded) VALUES (?, ?)", doc, folded); err != nil {
			tb.Fatal(err)
		}
	}
	if err := t.Commit(); err != nil {
		tb.Fatal(err)
	}
}

func TestWhatWasSaidOnceIsFoundAmongFrequentWords(t *testing.T) {
	d := newDesk(t)
	old := d.action(committee.Action{Text: "Le comité paie la garde"})
	// The words are everywhere, and together nowhere else.
	bulk(t, d.Store, "a", walked+1000, committee.KindUpdate, func(i int) string {
		return []string{"le comite siege", "la garde veille", "paie du mois"}[i%3]
	})
	for _, words := range []string{"comité garde", "comité paie garde", "le la", "com gar p", "“paie la garde”", "garde"} {
		l := lookup{terms: asked(words).terms, limit: mostHits}
		all := must(l.find(ctx, d.reader))(t)
		if words != "garde" && (len(all) != 1 || all[0].thing != actions.thing(string(old.ID))) {
			t.Errorf("%q finds %d documents", words, len(all))
		}
		if len(all) > mostHits {
			t.Errorf("%q gathers %d documents", words, len(all))
		}
	}
	// Among the rows that mention it, the thing of that name is not lost.
	bulk(t, d.Store, "b", 2*mostHits, committee.KindUpdate, func(int) string { return "le ministere de la sante repond" })
	finds(t, d.Store, "ministère de la santé", institutions.thing(string(d.sante.ID)))
}

func TestSearchNarrowsToKinds(t *testing.T) {
	d := newDesk(t)
	d.action(committee.Action{Text: "Tenir la session"})
	m := d.meeting(committee.Meeting{Title: "Session ordinaire"})
	if all := look(t, d.Store, "session", committee.KindMeeting, committee.KindEntry); len(all) != 1 || all[0].Thing.ID != string(m.ID) {
		t.Errorf("found %+v", all)
	}
	if all := look(t, d.Store, "session", committee.KindUpdate); len(all) != 0 {
		t.Errorf("found %+v", all)
	}
}

// hostile are texts that would do something to a terminal or to the index.
var hostile = []string{
	"\x1b]0;titre\x07 mot \x1b[31mrouge", "mot \u202egnihton\u202c", "mot\x00\u009b31m", "§action mot", "\" OR 1 mot NEAR/2 *", "mot | || §head",
	"mot" + strings.Repeat("\u0301", 100), strings.Repeat("mot ", 5000), strings.Repeat("é", 5000) + " mot", "-mot", "folded:mot", "mot*", "(mot", "'mot''",
}

func TestHostileTextIsFoundAndNeverShownRaw(t *testing.T) {
	for _, s := range hostile {
		st := newStore(t)
		must(st.SaveReference(ctx, committee.Reference{Kind: committee.Law, Title: "Loi mot", Remarks: text.Limit(s, 9000)}))(t)
		// As if another program had written it.
		behind(t, st, "UPDATE search_document SET shown = shown || char(10) || 'mot ' || char(27) || '[2J' || char(8238)")
		for _, words := range []string{"mot", s, `"` + s, s + `"`} {
			a := must(st.Search(ctx, register.SearchQuery{Words: words}))(t)
			if words == "mot" && len(a.Hits) != 1 {
				t.Errorf("%q finds %d", text.Limit(s, 40), len(a.Hits))
			}
			for _, h := range a.Hits {
				fitToShow(t, h.Title)
				fitToShow(t, h.Sentence)
			}
		}
	}
}

// fitToShow fails the test for a text that a terminal would not just write, or
// whose marks are not on its words.
func fitToShow(tb testing.TB, m register.Marked) {
	tb.Helper()
	if text.Line(m.Text) != m.Text || utf8.RuneCountInString(m.Text) > mostTitle+10 {
		tb.Errorf("shown raw: %q", m.Text)
	}
	end := 0
	for _, p := range m.Marks {
		if p.From < end || p.From >= p.To || p.To > len(m.Text) || !utf8.ValidString(m.Text[p.From:p.To]) {
			tb.Fatalf("marks %v in %q", m.Marks, m.Text)
		}
		end = p.To
	}
}

func FuzzSearch(f *testing.F) {
	for _, s := range append(hostile, "R-2017-03", "ld2 art 1", "l'action «en cours» du", "«", "œuvre ɲɛ", "200\u202f000") {
		f.Add(s, "Le représentant rappelle que 200\u202f000 personnes… R-2017-03")
		f.Add("mot re", s)
	}
	s, err := Create(f.TempDir()+"/x.suivi", options())
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() { s.Close() })
	f.Fuzz(func(t *testing.T, typed, said string) {
		q := asked(typed)
		if len(q.terms) > maxQueryWords {
			t.Errorf("%q has %d terms", typed, len(q.terms))
		}
		// What the index is asked for is always in its language.
		if _, err := s.Search(ctx, register.SearchQuery{Words: typed}); err != nil {
			t.Errorf("%q: %v", typed, err)
		}
		if _, err := s.Actions(ctx, query(typed)); err != nil {
			t.Errorf("%q: %v", typed, err)
		}
		if _, err := s.Meetings(ctx, query(typed)); err != nil {
			t.Errorf("%q: %v", typed, err)
		}
		h := register.Hit{Name: register.Name{Full: said}}
		tellHit(&h, said, q.terms, 60)
		fitToShow(t, h.Title)
		fitToShow(t, h.Sentence)
		// A document that says what was typed is found by it.
		var b writer
		b.words([]string{typed})
		b.also(nil)
		for _, term := range q.terms {
			if folded := " " + b.String(); !strings.Contains(folded, term.probe()) && utf8.RuneCountInString(typed) < maxQueryLength {
				t.Errorf("%q is not in %q", term.probe(), folded)
			}
		}
	})
}
