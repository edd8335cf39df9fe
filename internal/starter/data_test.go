package starter

import (
	"reflect"
	"strings"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/text"
)

// count fails when a kind does not have the number of rows that a pack promises.
func count(t *testing.T, f *fake, want map[committee.Kind]int) {
	t.Helper()
	got := map[committee.Kind]int{}
	for _, thing := range f.order {
		got[thing.Kind]++
	}
	for kind, n := range want {
		if got[kind] != n {
			t.Errorf("%d rows of kind %s, want %d", got[kind], kind, n)
		}
	}
}

// stamps visits every row with its stamp.
func stamps(f *fake, visit func(committee.Thing, any, committee.Stamp)) {
	for _, thing := range f.order {
		visit(thing, f.rows[thing], reflect.ValueOf(f.rows[thing]).FieldByName("Stamp").Interface().(committee.Stamp))
	}
}

// words visits every text of a value.
func words(v reflect.Value, visit func(field, s string)) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); v.Field(i).Kind() == reflect.String {
				visit(f.Name, v.Field(i).String())
			}
			words(v.Field(i), visit)
		}
	case reflect.Slice:
		for i := range v.Len() {
			words(v.Index(i), visit)
		}
	}
}

func TestPacksHoldCleanTexts(t *testing.T) {
	for _, p := range Packs() {
		f := loaded(t, p.Key)
		for thing, v := range f.rows {
			words(reflect.ValueOf(v), func(field, s string) {
				if text.Body(s) != s || strings.TrimSpace(s) != s {
					t.Errorf("%s: %s %s: %q", p.Key, thing, field, s)
				}
				if strings.Contains(s, "'") {
					t.Errorf("%s: %s %s: typewriter apostrophe in %q", p.Key, thing, field, s)
				}
			})
		}
	}
}

func TestBamakoHoldsWhatTheSourceGives(t *testing.T) {
	f := loaded(t, "bamako-2017")
	count(t, f, map[committee.Kind]int{
		committee.KindCommittee: 1, committee.KindMeeting: 1, committee.KindAgendaItem: 5, committee.KindGroup: 1,
		committee.KindInstitution: 13, committee.KindFunction: 2, committee.KindAttendance: 5, committee.KindReference: 8,
		committee.KindGuideline: 7, committee.KindArticle: 0, committee.KindRecommendation: 0, committee.KindDecision: 0,
		committee.KindAction: 8, committee.KindPerson: 0, committee.KindMandate: 0, committee.KindEntry: 0, committee.KindAxis: 5,
	})
	m := all[committee.Meeting](f, committee.KindMeeting)[0]
	if m.Days() != 4 || m.State != committee.Adjourned || m.Opened != "" || m.Closed != "" || m.Chair != "" {
		t.Errorf("%+v", m)
	}
	for _, g := range all[committee.Guideline](f, committee.KindGuideline) {
		if g.State != committee.TextMissing || g.Provenance[0].Certainty != committee.Deduced {
			t.Errorf("%+v", g)
		}
	}
	for _, a := range all[committee.Action](f, committee.KindAction) {
		if a.Institution != "" || a.Function != "" || !a.Due.Zero() || a.On != today || a.Provenance[0].Certainty != committee.Documentary {
			t.Errorf("%+v", a)
		}
	}
	for _, a := range all[committee.Attendance](f, committee.KindAttendance) {
		if a.Person != "" || len(a.HalfDays) > 0 || a.Presence != committee.Present {
			t.Errorf("%+v", a)
		}
	}
}

func TestBamakoSaysWhereEveryFactComesFrom(t *testing.T) {
	f := loaded(t, "bamako-2017")
	stamps(f, func(thing committee.Thing, v any, s committee.Stamp) {
		if len(s.Provenance) == 0 {
			t.Errorf("%s: no provenance", thing)
		}
		r, isReference := v.(committee.Reference)
		for _, p := range s.Provenance {
			if p.Locator == "" || p.Reference == "" && (!isReference || r.Kind != committee.SourceDocument) {
				t.Errorf("%s: %+v", thing, p)
			}
			if p.Certainty == committee.Generic || p.Certainty == committee.Fictional {
				t.Errorf("%s: %s", thing, p.Certainty)
			}
		}
	})
}

func TestBamakoKeepsTheDiscrepanciesVisible(t *testing.T) {
	f := loaded(t, "bamako-2017")
	c := all[committee.Committee](f, committee.KindCommittee)[0]
	if !strings.HasSuffix(c.Aliases[0], "assimilés") || !strings.Contains(c.Remarks, "pratiques assimilés") || c.Quorum.Set() {
		t.Errorf("%+v", c)
	}
	if m := all[committee.Meeting](f, committee.KindMeeting)[0]; !strings.Contains(m.Remarks, "Dakar") {
		t.Error(m.Remarks)
	}
	found := map[string]bool{}
	for _, r := range all[committee.Reference](f, committee.KindReference) {
		found["plan"] = found["plan"] || r.Kind == committee.Plan && strings.Contains(r.Remarks, "mars 2016")
		found["budget"] = found["budget"] || r.Kind == committee.Budget && r.Amount != nil && *r.Amount == 200_000_000
	}
	for _, i := range all[committee.Institution](f, committee.KindInstitution) {
		found["germany"] = found["germany"] || i.Name == "Allemagne" && strings.Contains(i.Remarks, "ne permet pas")
		found["unicef"] = found["unicef"] || i.Acronym == "UNICEF" && strings.Contains(i.Remarks, "n’atteste pas")
		if i.Capacity == committee.Member || i.Capacity == committee.Observer {
			t.Errorf("%s: the source names no member and no observer", i.Name)
		}
	}
	if len(found) != 4 || !found["plan"] || !found["budget"] || !found["germany"] || !found["unicef"] {
		t.Error(found)
	}
}

func TestChecklistIsLabelledGeneric(t *testing.T) {
	f := loaded(t, "checklist")
	count(t, f, map[committee.Kind]int{
		committee.KindCommittee: 1, committee.KindGuideline: 15, committee.KindArticle: 15,
		committee.KindAction: 0, committee.KindRecommendation: 0, committee.KindPerson: 0, committee.KindInstitution: 0,
	})
	stamps(f, func(thing committee.Thing, _ any, s committee.Stamp) {
		if len(s.Provenance) != 1 || s.Provenance[0].Certainty != committee.Generic ||
			s.Provenance[0].Note != "modèle générique, ne provient pas de l’atelier" {
			t.Errorf("%s: %+v", thing, s.Provenance)
		}
	})
	for _, a := range all[committee.Article](f, committee.KindArticle) {
		sentences := strings.Count(a.Words.Text(), ". ") + 1
		if sentences < 3 || sentences > 7 || !strings.Contains(a.Words.Text(), "[") || a.Words.Adopted() {
			t.Errorf("%s: %d sentences: %s", a.Heading, sentences, a.Words.Text())
		}
	}
	for _, g := range all[committee.Guideline](f, committee.KindGuideline) {
		if g.State != committee.Draft || !strings.Contains(g.Remarks, "ne provient pas de l’atelier") {
			t.Errorf("%+v", g)
		}
	}
}
