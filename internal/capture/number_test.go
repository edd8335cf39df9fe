package capture

import (
	"errors"
	"testing"

	"suivi/internal/committee"
	"suivi/internal/i18n"
)

func TestAmount(t *testing.T) {
	for typed, want := range map[string]committee.Amount{
		"200000000":                              200_000_000,
		"200 000 000":                            200_000_000,
		"200\u202f000\u202f000\u202fFCFA":        200_000_000,
		"200\u00a0000\u00a0000 F CFA":            200_000_000,
		"200.000.000 FCFA":                       200_000_000,
		"200,000,000":                            200_000_000,
		"200’000’000":                            200_000_000,
		"200 millions":                           200_000_000,
		"200 millions de francs CFA":             200_000_000,
		"1,5 M":                                  1_500_000,
		"1.5M":                                   1_500_000,
		"1 million":                              1_000_000,
		"2.5 Md":                                 2_500_000_000,
		"2,5 milliards":                          2_500_000_000,
		"1 milliard 200 millions":                1_200_000_000,
		"1 milliard 200 millions 500 mille":      1_200_500_000,
		"750 mille":                              750_000,
		"750k":                                   750_000,
		"0,125 M":                                125_000,
		"1 234,5 M":                              1_234_500_000,
		"1.500":                                  1_500,
		"1,500":                                  1_500,
		"1 500,00":                               1_500,
		"1,234.00":                               1_234,
		"0":                                      0,
		"0 F":                                    0,
		"1000 Md":                                committee.MaxAmount,
		" 25 000 francs ":                        25_000,
		"25 000 XOF":                             25_000,
		"1\u202f000\u202f000\u202f000\u202fFCFA": 1_000_000_000,
	} {
		if got, err := Amount(typed); err != nil || got != want {
			t.Errorf("Amount(%q) = %d, %v, want %d", typed, got, err, want)
		}
	}
}

func TestWhatIsNoAmount(t *testing.T) {
	for typed, want := range map[string]committee.Reason{
		"":                     committee.ReasonNotANumber,
		"FCFA":                 committee.ReasonNotANumber,
		"beaucoup":             committee.ReasonNotANumber,
		"1,5":                  committee.ReasonNotANumber, // half a franc
		"1,500 M":              committee.ReasonNotANumber, // one and a half, or a thousand and five hundred?
		"2 billions":           committee.ReasonNotANumber,
		"1 00 000":             committee.ReasonNotANumber,
		"1.000,000.000":        committee.ReasonNotANumber,
		"10 millions 2 Md":     committee.ReasonNotANumber,
		"12 34":                committee.ReasonNotANumber,
		"1e6":                  committee.ReasonNotANumber,
		"-5":                   committee.ReasonNegative,
		"-1,5 M":               committee.ReasonNegative,
		"1001 Md":              committee.ReasonOutOfRange,
		"99999999999999999999": committee.ReasonOutOfRange,
	} {
		var wrong *committee.FieldError
		if got, err := Amount(typed); !errors.As(err, &wrong) || wrong.Reason != want || wrong.Field != committee.FieldCost || got != 0 {
			t.Errorf("Amount(%q) = %d, %v, want %s", typed, got, err, want)
		}
	}
}

func TestPrintedAmountsAndNumbersAreReadBack(t *testing.T) {
	for _, lang := range []committee.Language{committee.French, committee.English} {
		l := i18n.For(lang)
		for _, n := range []int{0, 7, 999, 1000, 12_345, 999_999, 1_000_000, 200_000_000, 999_999_999} {
			if got, err := Amount(l.Amount(committee.Amount(n))); err != nil || got != committee.Amount(n) {
				t.Errorf("%q reads %d, %v", l.Amount(committee.Amount(n)), got, err)
			}
			if got, err := Whole(l.Number(-n)); err != nil || got != -n {
				t.Errorf("%q reads %d, %v", l.Number(-n), got, err)
			}
		}
		for n := range 101 {
			if got, err := Percent(l.Percent(n)); err != nil || got != n {
				t.Errorf("%q reads %d, %v", l.Percent(n), got, err)
			}
		}
		for hour := range 24 {
			for minute := range 60 {
				at := committee.Clock(twoDigits(hour) + ":" + twoDigits(minute))
				if got, err := Clock(l.Clock(at)); err != nil || got != at {
					t.Errorf("%q reads %q, %v", l.Clock(at), got, err)
				}
			}
		}
	}
}

func twoDigits(n int) string { return string([]byte{byte('0' + n/10), byte('0' + n%10)}) }

func TestPercent(t *testing.T) {
	for typed, want := range map[string]int{"40": 40, "40 %": 40, "40%": 40, "40\u202f%": 40, "0": 0, "100 %": 100, "40 pour cent": 40, "40 percent": 40} {
		if got, err := Percent(typed); err != nil || got != want {
			t.Errorf("Percent(%q) = %d, %v", typed, got, err)
		}
	}
	for typed, want := range map[string]committee.Reason{
		"": committee.ReasonNotANumber, "%": committee.ReasonNotANumber, "40,5": committee.ReasonNotANumber, "x": committee.ReasonNotANumber,
		"101": committee.ReasonOutOfRange, "-1": committee.ReasonOutOfRange, "1 000": committee.ReasonOutOfRange,
	} {
		var wrong *committee.FieldError
		if _, err := Percent(typed); !errors.As(err, &wrong) || wrong.Reason != want || wrong.Field != committee.FieldPercent {
			t.Errorf("Percent(%q): %v, want %s", typed, err, want)
		}
	}
}

func TestWhole(t *testing.T) {
	for typed, want := range map[string]int{"12": 12, " 1 234 ": 1234, "1,234": 1234, "-3": -3, "−3": -3, "007": 7} {
		if got, err := Whole(typed); err != nil || got != want {
			t.Errorf("Whole(%q) = %d, %v", typed, got, err)
		}
	}
	for _, typed := range []string{"", "-", "1,5", "1 2", "douze", "99999999999999999999", "1,23"} {
		var wrong *committee.FieldError
		if got, err := Whole(typed); !errors.As(err, &wrong) || wrong.Reason != committee.ReasonNotANumber {
			t.Errorf("Whole(%q) = %d, %v", typed, got, err)
		}
	}
}

func TestClock(t *testing.T) {
	for typed, want := range map[string]committee.Clock{
		"10h30": "10:30", "10:30": "10:30", "10 h": "10:00", "9.45": "09:45", "10 h 30": "10:30", "10\u00a0h\u00a030": "10:30", "10H": "10:00",
		"10 h 30 min": "10:30", "14 heures": "14:00", "14 heures 15": "14:15", "1030": "10:30", "0915": "09:15", "8": "08:00", "0h05": "00:05",
		"2:30 pm": "14:30", "2 pm": "14:00", "12 am": "00:00", "12:15 p.m.": "12:15", "midi": "12:00", "minuit": "00:00", "noon": "12:00",
	} {
		if got, err := Clock(typed); err != nil || got != want {
			t.Errorf("Clock(%q) = %q, %v, want %s", typed, got, err, want)
		}
	}
	for _, typed := range []string{"", "h", "24:00", "25h", "10:60", "10h5", "10:5", "13 pm", "0 am", "10:30:15", "bientôt", "103", "10 30"} {
		var wrong *committee.FieldError
		if got, err := Clock(typed); !errors.As(err, &wrong) || wrong.Reason != committee.ReasonNotATime || wrong.Detail != typed {
			t.Errorf("Clock(%q) = %q, %v", typed, got, err)
		}
	}
}

func FuzzNumbers(f *testing.F) {
	for _, s := range []string{"200 000 000", "1,5 M", "2.5 Md", "200.000.000 FCFA", "1 milliard 200 millions", "10h30", "9.45", "40 %", "-3", "12 am", "1.000,5 k", "0,0000001 Md"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		if a, err := Amount(typed); err == nil {
			if a < 0 || a > committee.MaxAmount {
				t.Errorf("Amount(%q) = %d", typed, a)
			}
			if again, err := Amount(i18n.For(committee.French).Amount(a)); err != nil || again != a {
				t.Errorf("Amount(%q) = %d, printed and read again %d, %v", typed, a, again, err)
			}
		}
		if c, err := Clock(typed); err == nil {
			if again, err := Clock(string(c)); err != nil || again != c || len(c) != 5 {
				t.Errorf("Clock(%q) = %q", typed, c)
			}
		}
		if n, err := Percent(typed); err == nil && (n < 0 || n > 100) {
			t.Errorf("Percent(%q) = %d", typed, n)
		}
		if _, err := Whole(typed); err != nil {
			var wrong *committee.FieldError
			if !errors.As(err, &wrong) {
				t.Errorf("Whole(%q): %v", typed, err)
			}
		}
	})
}
