package capture

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"suivi/internal/committee"
)

// shown is a completion in short, at the | of a line.
func shown(line committee.EntryKind, typed string) string {
	before, after, _ := strings.Cut(typed, "|")
	c, ok := known.Complete(line, before+after, len(before))
	if !ok {
		return ""
	}
	var ids []string
	for _, k := range c.Candidates {
		ids = append(ids, k.Thing.ID)
	}
	return string(c.Kind) + " " + c.Prefix + " [" + (before + after)[c.From:c.To] + "] " + strings.Join(ids, " ")
}

func TestComplete(t *testing.T) {
	for _, c := range []heard{
		{"Saisir #|", "group  [#] gt1 gt2 axe3"},
		{"Saisir #gt|", "group gt [#gt] gt1 gt2"},
		{"Saisir §gt|", "group gt [§gt] gt1 gt2"},
		{"Saisir @dir|", "who dir [@dir] dgp dgd"},
		{"Saisir @di|r le décret", "who di [@dir] dgp dgd"},
		{"Saisir @direction générale de|", "who direction générale de [@direction générale de] dgp dgd"},
		{"Saisir @direction générale de |", "who direction générale de  [@direction générale de ] dgp dgd"},
		{"Saisir @direction générale des d|", "who direction générale des d [@direction générale des d] dgd"},
		{"@dgp|", "who dgp [@dgp] dgp dgp-cab"},
		{"@dgp |", ""},
		{"@dgp sai|", ""},
		{"@zut|", "who zut [@zut] "},
		{"@zut |", ""},
		{"@mef/|", "who mef/ [@mef/] mef mef-sg"},
		{"@mef/s|", "who mef/s [@mef/s] mef-sg"},
		{`@"secrétaire g|`, `who secrétaire g [@"secrétaire g] mj-sg mef-sg`},
		{"@s|", "who s [@s] mj-sg mef-sg ocs"},
		{"+s|", "support s [+s] ocs"},
		{"a +|", "support  [+] mjdh mef onudc dgp dgd ocs"},
		{"!ha|", "priority ha [!ha] "},
		{"!haute |", ""},
		{"50 %|", ""},
		{"R & |", ""},
		{"Saisir|", ""},
		{"|@dgp", ""},
	} {
		if got := shown(committee.EntryAction, c.typed); got != c.want {
			t.Errorf("%q offers %q, not %q", c.typed, got, c.want)
		}
	}
	if got := shown(committee.EntryRecommendation, "@s|"); got != "who s [@s] ocs" {
		t.Errorf("a recommendation is addressed to institutions, not to %q", got)
	}
	for _, line := range []committee.EntryKind{committee.EntryVote, committee.Note} {
		if got := shown(line, "#gt|"); got != "" {
			t.Errorf("a %s offers %q", line, got)
		}
	}
}

func TestInsert(t *testing.T) {
	of := func(id string) Candidate {
		for _, c := range circle {
			if c.Thing.ID == id {
				return c
			}
		}
		t.Fatalf("no %s", id)
		return Candidate{}
	}
	for _, c := range []struct{ typed, id, want string }{
		{"Saisir @dou|", "dgd", "Saisir @DGD |"},
		{"Saisir &dou| le décret", "dgd", "Saisir &DGD |le décret"},
		{"Saisir §g|, puis", "gt2", "Saisir §GT2|, puis"},
		{"Saisir +|", "onudc", "Saisir +ONUDC |"},
		{"@secr|", "mef-sg", "@MEF Secrétaire général |"},
		{"@chef| saisir", "dgp-cab", "@Chef de cabinet |saisir"},
		{`@"chef d| saisir`, "dgp-cab", "@Chef de cabinet |saisir"},
	} {
		before, after, _ := strings.Cut(c.typed, "|")
		done, ok := known.Complete(committee.EntryAction, before+after, len(before))
		if !ok {
			t.Errorf("%q has nothing to complete", c.typed)
			continue
		}
		line, cursor := known.Insert(before+after, done.Span, of(c.id))
		if got := line[:cursor] + "|" + line[cursor:]; got != c.want {
			t.Errorf("%q becomes %q, not %q", c.typed, got, c.want)
		}
	}
}

// A function whose names tell nothing apart is spelt by its institution.
func TestInsertByTheInstitution(t *testing.T) {
	v := NewVocabulary([]Candidate{
		institutionOf("a", "Justice", "MJ"), institutionOf("b", "Mines", "MM"),
		functionOf("a-sg", "a", "Chef"), functionOf("b-sg", "b", "Chef"), institutionOf("c", "MJ Chef"),
	})
	for id, want := range map[string]string{"a-sg": "@MJ/Chef ", "b-sg": "@MM/Chef "} {
		for _, c := range v.candidates {
			if c.Thing.ID != id {
				continue
			}
			if got, _ := v.Insert("@c", Span{0, 2}, c); got != want {
				t.Errorf("%s is spelt %q, not %q", id, got, want)
			}
		}
	}
}

// town draws a vocabulary whose institutions have each a name of their own, as
// the file demands, and whose functions have titles that differ within one.
func town(t *rapid.T) []Candidate {
	word := rapid.SampledFrom(strings.Fields(`DN Direction nationale de la justice police R&D l’État "Est" A/B 3 Œuvre (nord) – secrétaire général +x @y !z Groupe ɲɛgɛ`))
	name := rapid.Custom(func(t *rapid.T) string { return strings.Join(rapid.SliceOfN(word, 1, 4).Draw(t, "words"), " ") })
	seen := map[string]bool{}
	fresh := func(within string) (string, bool) {
		n := name.Draw(t, "name")
		key := within + "\x00" + strings.Join(strings.FieldsFunc(folded(n), func(r rune) bool { return !strings.ContainsRune("abcdefghijklmnopqrstuvwxyz0123456789", r) }), " ")
		if seen[key] || strings.HasSuffix(key, "\x00") {
			return "", false
		}
		seen[key] = true
		return n, true
	}
	var all []Candidate
	var institutions []string
	for i := range rapid.IntRange(1, 12).Draw(t, "count") {
		id := string(rune('a' + i))
		kind := rapid.SampledFrom([]committee.Kind{committee.KindInstitution, committee.KindInstitution, committee.KindFunction, committee.KindGroup}).Draw(t, "kind")
		switch {
		case kind == committee.KindFunction && len(institutions) > 0:
			under := rapid.SampledFrom(institutions).Draw(t, "under")
			if n, ok := fresh(under); ok {
				all = append(all, functionOf(id, under, n))
			}
		case kind == committee.KindInstitution:
			if n, ok := fresh("i"); ok {
				all, institutions = append(all, institutionOf(id, n)), append(institutions, id)
			}
		case kind == committee.KindGroup:
			if n, ok := fresh("g"); ok {
				all = append(all, labelled(kind, id, n))
			}
		}
	}
	return all
}

func TestWhatIsInsertedReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := town(t)
		if len(all) == 0 {
			return
		}
		v := NewVocabulary(all)
		c := rapid.SampledFrom(all).Draw(t, "candidate")
		head := rapid.SampledFrom([]string{"", "Saisir ", "Saisir le décret, ", "@x ", "50 % de ", "+ "}).Draw(t, "head")
		tail := rapid.SampledFrom([]string{"", " nationale de la justice", ", puis", " police", " 3", "x", " @DN", " »"}).Draw(t, "tail")
		sign := signFor(rapid.SampledFrom([]string{"@", "&", "+", "#", "§", ""}).Draw(t, "sign"), c)
		typed := head + sign + "d" + tail
		line, cursor := v.Insert(typed, Span{len(head), len(head + sign + "d")}, c)
		if !strings.HasPrefix(line, head+sign) || !strings.HasSuffix(line, tail) || !utf8.ValidString(line) || cursor < len(head) || cursor > len(line) {
			t.Fatalf("%q became %q, cursor at %d", typed, line, cursor)
		}
		if institution(c) {
			// It also reads back on a line that is addressed to institutions.
			checkReadsBack(t, v, committee.EntryRecommendation, line, len(head), c)
		}
		checkReadsBack(t, v, committee.EntryAction, line, len(head), c)
	})
}

func checkReadsBack(t *rapid.T, v Vocabulary, kind committee.EntryKind, line string, at int, c Candidate) {
	for _, f := range (reader{v, today, committee.French}).facts(kind, line) {
		if f.From == at && f.Thing == c.Thing && f.Under == c.Under {
			return
		}
	}
	t.Fatalf("%q does not read as %v", line, c)
}

// checkCompletion checks that any completion can be carried out.
func checkCompletion(t interface{ Errorf(string, ...any) }, v Vocabulary, kind committee.EntryKind, typed string, cursor int) {
	c, ok := v.Complete(kind, typed, cursor)
	if !ok {
		return
	}
	if c.From < 0 || c.To < c.From || c.To > len(typed) || !strings.Contains(typed[c.From:c.To], c.Prefix) {
		t.Errorf("%q at %d completes %+v", typed, cursor, c)
		return
	}
	for _, k := range c.Candidates {
		line, at := v.Insert(typed, c.Span, k)
		if at < 0 || at > len(line) || !strings.HasPrefix(line, typed[:c.From]) || !strings.HasSuffix(line, typed[c.To:]) {
			t.Errorf("%q becomes %q with %v", typed, line, k)
		}
	}
}

func TestAnyCompletionCanBeCarriedOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		typed := typing(t)
		checkCompletion(t, known, committee.EntryAction, typed, rapid.IntRange(-2, len(typed)+2).Draw(t, "cursor"))
	})
	for _, at := range []Span{{-5, 99}, {3, 1}, {99, 100}, {0, 0}} {
		if line, cursor := known.Insert("é@d", at, circle[0]); cursor > len(line) {
			t.Errorf("at %v: %q, %d", at, line, cursor)
		}
	}
}
