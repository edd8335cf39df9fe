package capture

import (
	"errors"
	"fmt"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/i18n"
)

// today is a Friday.
const today committee.Date = "2017-12-15"

type spoke struct {
	typed string
	want  committee.Due
}

func TestDatesInFigures(t *testing.T) {
	hear(t, committee.French, []spoke{
		{"15/01", "2018-01-15"},
		{"15/01/18", "2018-01-15"},
		{"15/1/2018", "2018-01-15"},
		{"15-01-2018", "2018-01-15"},
		{"15.01.2018", "2018-01-15"},
		{"15 / 01 / 2018", "2018-01-15"},
		{"2018-01-15", "2018-01-15"},
		{"2018/1/5", "2018-01-05"},
		{"5/6/85", "1985-06-05"},
		{" 15/01/2018. ", "2018-01-15"},
		{"le 15/01/2018", "2018-01-15"},
		{"avant le 15/01/2018", "2018-01-15"},
		{"by 15/01/2018", "2018-01-15"},
		{"29/02/2020", "2020-02-29"},
		{"ven. 15/12/2017", "2017-12-15"},
		{"mar. 16/01/2018", "2018-01-16"},
	})
}

func TestDayWithoutAYear(t *testing.T) {
	for _, c := range []struct {
		today, want committee.Date
		typed       string
	}{
		{"2017-12-15", "2018-01-15", "15/01"}, // eleven months past: the next one
		{"2017-12-15", "2017-06-15", "15/06"}, // six months past to the day
		{"2017-12-15", "2018-06-14", "14/06"},
		{"2017-12-15", "2017-12-15", "15/12"},
		{"2017-12-15", "2017-12-31", "31 décembre"},
		{"2017-12-15", "2018-03-01", "1er mars"},
		{"2018-01-10", "2018-12-15", "15/12"},
		{"2018-08-31", "2018-02-28", "28/02"},
		{"2019-12-15", "2020-02-29", "29/02"},
		{"2020-03-15", "2020-02-29", "29 février"},
	} {
		if got, err := Date(c.typed, c.today, committee.French); err != nil || got != c.want {
			t.Errorf("on %s %q is %q, %v, want %s", c.today, c.typed, got, err, c.want)
		}
	}
}

func TestDatesInWords(t *testing.T) {
	said := []spoke{
		{"15 janvier", "2018-01-15"},
		{"15 janv. 2018", "2018-01-15"},
		{"le 15 janvier 2018", "2018-01-15"},
		{"1er mars", "2018-03-01"},
		{"1er août 2018", "2018-08-01"},
		{"15 déc. 17", "2017-12-15"},
		{"15-janv-2018", "2018-01-15"},
		{"January 15", "2018-01-15"},
		{"Jan 15, 2018", "2018-01-15"},
		{"15 Jan 2018", "2018-01-15"},
		{"15 Jan 18", "2018-01-15"},
		{"the 15th of January", "2018-01-15"},
		{"March 1st, 2018", "2018-03-01"},
		{"vendredi 19 janvier 2018", "2018-01-19"},
		{"Fri 19 Jan 2018", "2018-01-19"},
		{"vendredi le 19 janvier", "2018-01-19"},

		{"aujourd’hui", "2017-12-15"},
		{"aujourd'hui", "2017-12-15"},
		{"AUJOURD’HUI", "2017-12-15"},
		{"today", "2017-12-15"},
		{"demain", "2017-12-16"},
		{"tomorrow", "2017-12-16"},
		{"après-demain", "2017-12-17"},
		{"apres demain", "2017-12-17"},
		{"the day after tomorrow", "2017-12-17"},
		{"hier", "2017-12-14"},
		{"yesterday", "2017-12-14"},
		{"avant-hier", "2017-12-13"},

		{"samedi", "2017-12-16"},
		{"vendredi", "2017-12-22"},
		{"friday", "2017-12-22"},
		{"ven.", "2017-12-22"},
		{"vendredi prochain", "2017-12-22"},
		{"next friday", "2017-12-22"},
		{"ce vendredi", "2017-12-15"},
		{"this friday", "2017-12-15"},
		{"vendredi dernier", "2017-12-08"},
		{"last friday", "2017-12-08"},
		{"last monday", "2017-12-11"},
		{"lundi", "2017-12-18"},
		{"lundi en huit", "2017-12-25"},
		{"lundi en quinze", "2018-01-01"},
		{"on monday", "2017-12-18"},
	}
	hear(t, committee.French, said)
	hear(t, committee.English, said)
}

func TestShiftsFromToday(t *testing.T) {
	said := []spoke{
		{"+30j", "2018-01-14"},
		{"+ 30 j", "2018-01-14"},
		{"+30d", "2018-01-14"},
		{"-3j", "2017-12-12"},
		{"+2 semaines", "2017-12-29"},
		{"+2s", "2017-12-29"},
		{"+1 an", "2018-12-15"},
		{"j+7", "2017-12-22"},
		{"J + 7", "2017-12-22"},
		{"J-7", "2017-12-08"},
		{"dans 3 jours", "2017-12-18"},
		{"dans trois jours", "2017-12-18"},
		{"dans une semaine", "2017-12-22"},
		{"dans quinze jours", "2017-12-30"},
		{"sous 8 jours", "2017-12-23"},
		{"d’ici 15 jours", "2017-12-30"},
		{"dans 3 mois", "2018-03-15"},
		{"in 3 weeks", "2018-01-05"},
		{"in a month", "2018-01-15"},
		{"within 30 days", "2018-01-14"},
		{"il y a 2 jours", "2017-12-13"},
		{"3 days ago", "2017-12-12"},
	}
	hear(t, committee.French, said)
	hear(t, committee.English, said)
	if got, _ := Date("dans un mois", "2018-01-31", committee.French); got != "2018-02-28" {
		t.Errorf("a month after 31 January is %s", got)
	}
}

func TestEdges(t *testing.T) {
	said := []spoke{
		{"fin du mois", "2017-12-31"},
		{"fin de mois", "2017-12-31"},
		{"fin mois", "2017-12-31"},
		{"end of month", "2017-12-31"},
		{"end of the month", "2017-12-31"},
		{"fin du mois prochain", "2018-01-31"},
		{"end of next month", "2018-01-31"},
		{"fin du mois en cours", "2017-12-31"},
		{"fin janvier", "2018-01-31"},
		{"d’ici fin janvier", "2018-01-31"},
		{"end of January", "2018-01-31"},
		{"fin février 2020", "2020-02-29"},
		{"fin 2018", "2018-12-31"},
		{"fin d’année", "2017-12-31"},
		{"fin de l’année prochaine", "2018-12-31"},
		{"end of year", "2017-12-31"},
		{"fin de semaine", "2017-12-15"},
		{"fin de la semaine prochaine", "2017-12-22"},
		{"fin T1", "2018-03-31"},
		{"fin T1 2019", "2019-03-31"},
		{"fin du trimestre", "2017-12-31"},
		{"fin du trimestre prochain", "2018-03-31"},
		{"end of Q2", "2018-06-30"},
		{"mi-mars", "2018-03-15"},
		{"mi-mars 2019", "2019-03-15"},
		{"mid-March", "2018-03-15"},
		{"début mars", "2018-03-01"},
		{"start of 2019", "2019-01-01"},
	}
	hear(t, committee.French, said)
	hear(t, committee.English, said)
}

func TestQuartersAndMonthsAreDue(t *testing.T) {
	for _, c := range []spoke{
		{"T1 2018", "2018-Q1"},
		{"t1 2018", "2018-Q1"},
		{"T1 18", "2018-Q1"},
		{"T1", "2018-Q1"},
		{"T4", "2017-Q4"},
		{"Q1 2018", "2018-Q1"},
		{"1T2018", "2018-Q1"},
		{"2018-Q1", "2018-Q1"},
		{"2018-T3", "2018-Q3"},
		{"1er trimestre 2018", "2018-Q1"},
		{"2e trimestre de 2018", "2018-Q2"},
		{"premier trimestre 2018", "2018-Q1"},
		{"first quarter of 2018", "2018-Q1"},
		{"1st quarter 2018", "2018-Q1"},
		{"ce trimestre", "2017-Q4"},
		{"trimestre prochain", "2018-Q1"},
		{"next quarter", "2018-Q1"},
		{"mars 2018", "2018-03-31"},
		{"February 2020", "2020-02-29"},
		{"03/2018", "2018-03-31"},
	} {
		for _, lang := range []committee.Language{committee.French, committee.English} {
			if got, err := Due(c.typed, today, lang); err != nil || got != c.want {
				t.Errorf("%q is %q, %v, want %s", c.typed, got, err, c.want)
			}
		}
		if got, err := Date(c.typed, today, committee.French); err == nil {
			t.Errorf("%q is no day, but gives %s", c.typed, got)
		}
	}
}

func TestTheLanguageSettlesWhatBothCouldMean(t *testing.T) {
	if got, _ := Date("mar.", today, committee.French); got != "2017-12-19" {
		t.Errorf("in French mar. is %q, want the next Tuesday", got)
	}
	if got, err := Date("mar.", today, committee.English); err == nil {
		t.Errorf("in English mar. is no day, but gives %s", got)
	}
}

// hear checks that each text is the same day as a date and as a due date.
func hear(t *testing.T, lang committee.Language, said []spoke) {
	t.Helper()
	for _, c := range said {
		if got, err := Date(c.typed, today, lang); err != nil || got != committee.Date(c.want) {
			t.Errorf("Date(%q) in %s = %q, %v, want %s", c.typed, lang, got, err, c.want)
		}
		if got, err := Due(c.typed, today, lang); err != nil || got != c.want {
			t.Errorf("Due(%q) in %s = %q, %v, want %s", c.typed, lang, got, err, c.want)
		}
	}
}

func TestWhatIsNoDate(t *testing.T) {
	for _, typed := range []string{
		"", " ", "31/02", "31/02/2018", "29/02/2018", "30 février", "0/1/2018", "15/13/2018", "32 janvier", "15", "janvier", "2018", "15/",
		"15/01/218", "15/01/2300", "15/01/1899", "bientôt", "vendredi 18 janvier 2018", "dans", "dans jours", "dans 3", "+30", "j+", "fin", "fin de",
		"mi-2018", "T5 2018", "T0", "Q12", "15 janvier 2018 à midi", "15/01/2018 16/01/2018", "le le", "99999999999999999999", "dans 99999 ans",
		"fin fin mars", "mois", "15|01", "１５/01/2018 ", "demain hier", "semaine prochaine prochaine", "2018-02-30", "next", "en huit",
	} {
		var wrong *committee.FieldError
		if got, err := Date(typed, today, committee.French); !errors.As(err, &wrong) || wrong.Reason != committee.ReasonNotADate || wrong.Detail != typed || got != "" {
			t.Errorf("Date(%q) = %q, %v", typed, got, err)
		}
		if got, err := Due(typed, today, committee.English); !errors.As(err, &wrong) || wrong.Reason != committee.ReasonNotADue || wrong.Detail != typed || got != "" {
			t.Errorf("Due(%q) = %q, %v", typed, got, err)
		}
	}
}

func TestWhatIsPrintedIsReadBack(t *testing.T) {
	for _, lang := range []committee.Language{committee.French, committee.English} {
		l := i18n.For(lang)
		for d := committee.Date("2016-01-01"); d < "2021-01-01"; d = d.Add(1) {
			for _, printed := range []string{l.Date(d), l.DateShort(d), l.DateLong(d)} {
				if got, err := Date(printed, today, lang); err != nil || got != d {
					t.Fatalf("%s prints as %q, which reads %q, %v", d, printed, got, err)
				}
			}
			if got, err := Due(l.DueShort(committee.DueOn(d)), today, lang); err != nil || got != committee.DueOn(d) {
				t.Fatalf("%s: %q, %v", d, got, err)
			}
			long := fmt.Sprintf("%s %d %s %d", l.Words.Calendar.Days[d.Time().Weekday()], d.Time().Day(), l.Words.Calendar.Months[d.Time().Month()-1], d.Year())
			if got, err := Date(long, today, lang); err != nil || got != d {
				t.Fatalf("%s is said %q, which reads %q, %v", d, long, got, err)
			}
		}
		for year := 1900; year < 2200; year++ {
			for q := 1; q <= 4; q++ {
				due := committee.DueQuarter(year, q)
				if got, err := Due(l.Due(due), today, lang); err != nil || got != due {
					t.Fatalf("%s: %q, %v", due, got, err)
				}
			}
		}
	}
}

func FuzzDate(f *testing.F) {
	for _, s := range []string{
		"15/01", "1er mars 2018", "fin du mois prochain", "+30j", "j-7", "T1 2018", "2018-Q1", "vendredi en huit", "in 3 weeks", "mi-mars", "31/02",
		"9999-12-31", "dans 9999 ans", "il y a 9999 semaines", "aujourd’hui", "-", "+", "/", "1/1/1", "\xff15/01",
	} {
		f.Add(s, "2017-12-15")
		f.Add(s, "2199-12-31")
		f.Add(s, "1900-01-01")
	}
	f.Fuzz(func(t *testing.T, typed, on string) {
		for _, lang := range []committee.Language{committee.French, committee.English, ""} {
			if d, err := Date(typed, committee.Date(on), lang); err == nil {
				if _, err := committee.ParseDate(string(d)); err != nil {
					t.Errorf("Date(%q) on %q = %q: %v", typed, on, d, err)
				}
				if _, err := Due(typed, committee.Date(on), lang); err != nil {
					t.Errorf("%q on %q is a day but no due date: %v", typed, on, err)
				}
			}
			if d, err := Due(typed, committee.Date(on), lang); err == nil {
				if _, err := committee.ParseDue(string(d)); err != nil {
					t.Errorf("Due(%q) on %q = %q: %v", typed, on, d, err)
				}
			}
		}
	})
}

// A day without a year may be a few months past where something happened, but
// what is due is to come.
func TestADueDateWithoutAYearIsToCome(t *testing.T) {
	const today = committee.Date("2026-11-28")
	for typed, want := range map[string]struct {
		due committee.Due
		day committee.Date
	}{
		"30/06": {"2027-06-30", "2026-06-30"}, "1er juin": {"2027-06-01", "2026-06-01"}, "30/12": {"2026-12-30", "2026-12-30"},
		"28/11": {"2026-11-28", "2026-11-28"}, "30/06/2026": {"2026-06-30", "2026-06-30"},
	} {
		due, err := Due(typed, today, committee.French)
		if err != nil || due != want.due {
			t.Errorf("%q is due %q, want %q (%v)", typed, due, want.due, err)
		}
		if day, err := Date(typed, today, committee.French); err != nil || day != want.day {
			t.Errorf("%q is the day %q, want %q (%v)", typed, day, want.day, err)
		}
	}
}
