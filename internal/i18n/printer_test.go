package i18n

import (
	"testing"

	"suivi/internal/committee"
)

func TestPrinters(t *testing.T) {
	fr, en := For(committee.French), For(committee.English)
	for _, c := range []struct{ name, got, want string }{
		{"date", fr.Date("2017-12-05"), "05/12/2017"},
		{"date", en.Date("2017-12-05"), "05 Dec 2017"},
		{"no date", fr.Date(""), ""},
		{"no date", en.DateLong(""), ""},
		{"short date", fr.DateShort("2017-12-15"), "15/12/17"},
		{"short date", en.DateShort("2017-12-15"), "15 Dec 17"},
		{"long date", fr.DateLong("2017-12-15"), "ven. 15/12/2017"},
		{"long date", en.DateLong("2017-12-15"), "Fri 15 Dec 2017"},
		{"span of one day", fr.Span("2017-12-15", ""), "15/12/2017"},
		{"span of one day", fr.Span("2017-12-15", "2017-12-15"), "15/12/2017"},
		{"span within a year", fr.Span("2017-10-30", "2017-11-02"), "30/10\u00a0– 02/11/2017"},
		{"span within a year", en.Span("2017-10-30", "2017-11-02"), "30 Oct\u00a0– 02 Nov 2017"},
		{"span over two years", fr.Span("2017-12-30", "2018-01-02"), "30/12/2017\u00a0– 02/01/2018"},
		{"span without a start", fr.Span("", "2018-01-02"), "02/01/2018"},
		{"period", fr.Period("2017-02-01", ""), "depuis le 01/02/2017"},
		{"period", fr.Period("", "2017-02-01"), "jusqu’au 01/02/2017"},
		{"period", fr.Period("2017-02-01", "2018-02-01"), "du 01/02/2017 au 01/02/2018"},
		{"period", en.Period("2017-02-01", "2018-02-01"), "01 Feb 2017 to 01 Feb 2018"},
		{"no period", fr.Period("", ""), ""},
		{"due day", fr.Due("2018-01-31"), "31/01/2018"},
		{"due quarter", fr.Due("2018-Q1"), "T1 2018"},
		{"due quarter", en.Due("2018-Q1"), "Q1 2018"},
		{"short due day", fr.DueShort("2018-01-31"), "31/01/18"},
		{"short due quarter", en.DueShort("2018-Q1"), "Q1 2018"},
		{"no due", fr.Due(""), ""},
		{"clock", fr.Clock("10:30"), "10\u00a0h\u00a030"},
		{"clock on the hour", fr.Clock("10:00"), "10\u00a0h"},
		{"clock before ten", fr.Clock("09:05"), "9\u00a0h\u00a005"},
		{"clock", en.Clock("10:00"), "10:00"},
		{"no clock", fr.Clock(""), ""},
		{"amount", fr.Amount(200_000_000), "200\u202f000\u202f000\u202fFCFA"},
		{"amount", en.Amount(200_000_000), "200,000,000\u202fFCFA"},
		{"amount of nothing", fr.Amount(0), "0\u202fFCFA"},
		{"small number", fr.Number(999), "999"},
		{"number", fr.Number(1234), "1\u202f234"},
		{"negative number", fr.Number(-1234567), "-1\u202f234\u202f567"},
		{"number", en.Number(100000), "100,000"},
		{"percent", fr.Percent(42), "42\u202f%"},
		{"percent", en.Percent(42), "42%"},
		{"list", fr.List([]string{"a", "b", "c"}), "a, b et c"},
		{"list", en.List([]string{"a", "b"}), "a and b"},
		{"list of one", en.List([]string{"a"}), "a"},
		{"list of none", en.List(nil), ""},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.name, c.got, c.want)
		}
	}
}

func TestCount(t *testing.T) {
	actions := Plural{"%d action", "%d actions"}
	of := Plural{"%d action de %s", "%d actions de %s"}
	fr, en := For(committee.French), For(committee.English)
	for _, c := range []struct{ got, want string }{
		{fr.Count(actions, 0), "0 action"},
		{fr.Count(actions, 1), "1 action"},
		{fr.Count(actions, 2), "2 actions"},
		{fr.Count(actions, 1234), "1\u202f234 actions"},
		{en.Count(actions, 0), "0 actions"},
		{en.Count(actions, 1), "1 action"},
		{en.Count(actions, 1234), "1,234 actions"},
		{fr.Count(of, 2, "Justice"), "2 actions de Justice"},
		{fr.Count(Plural{"une action", "%d actions"}, 1), "une action"},
		{en.Count(Plural{"%[2]s: one", "%[2]s: %[1]d"}, 1, "x"), "x: one"},
		{en.Count(Plural{"%[2]s: one", "%[2]s: %[1]d"}, 5, "x"), "x: 5"},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
}

func TestDoneAgreesWithTheThing(t *testing.T) {
	fr := For(committee.French)
	for _, c := range []struct {
		verb committee.Verb
		kind committee.Kind
		want string
	}{
		{committee.VerbAdopt, committee.KindRecommendation, "adoptée"},
		{committee.VerbAdopt, committee.KindMeeting, "procès-verbal adopté"},
		{committee.VerbConvene, committee.KindMeeting, "convoquée"},
		{committee.VerbRevise, committee.KindGroup, "modifié"},
		{committee.VerbEnforce, committee.KindGuideline, "mise en vigueur"},
		{committee.VerbExtend, committee.KindAction, "échéance reportée"},
	} {
		if got := fr.Done(c.verb, c.kind); got != c.want {
			t.Errorf("%s %s is %q, want %q", c.verb, c.kind, got, c.want)
		}
	}
}

func TestMissingNamesTheSource(t *testing.T) {
	fr := For(committee.French)
	given := committee.Stamp{Provenance: []committee.Provenance{{Certainty: committee.Given}}}
	if got := fr.Missing(given); got != "non renseigné dans la source" {
		t.Errorf("from a source: %q", got)
	}
	if got := fr.Missing(committee.Stamp{}); got != "—" {
		t.Errorf("from no source: %q", got)
	}
}
