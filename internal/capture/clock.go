package capture

import (
	"fmt"
	"regexp"
	"strconv"

	"suivi/internal/committee"
)

var (
	clock    = regexp.MustCompile(`^(\d{1,2}) ?(?:[h:.]|heures?) ?(\d{2})? ?(?:min|mn|m)?(?: ?([ap])\.? ?m\.?)?$`)
	hourOnly = regexp.MustCompile(`^(\d{1,2})()(?: ?([ap])\.? ?m\.?)?$`)
	military = regexp.MustCompile(`^(\d{2})(\d{2})()$`)
)

// spoken are the times of day with a name.
var spoken = map[string]committee.Clock{"midi": "12:00", "noon": "12:00", "minuit": "00:00", "midnight": "00:00"}

// Clock reads a time of day: 10h30, 10 h, 10:30, 9.45, 1030, 14 heures, 2:30 pm,
// midi. Anything else is a *committee.FieldError with ReasonNotATime and the
// text as its Detail.
func Clock(typed string) (committee.Clock, error) {
	s := folded(typed)
	if c, ok := spoken[s]; ok {
		return c, nil
	}
	for _, form := range []*regexp.Regexp{clock, hourOnly, military} {
		m := form.FindStringSubmatch(s)
		if m == nil {
			continue
		}
		hour, _ := strconv.Atoi(m[1])
		minute, _ := strconv.Atoi(m[2])
		if m[3] != "" {
			if hour < 1 || hour > 12 {
				break
			}
			hour %= 12
			if m[3] == "p" {
				hour += 12
			}
		}
		if hour < 24 && minute < 60 {
			return committee.Clock(fmt.Sprintf("%02d:%02d", hour, minute)), nil
		}
	}
	return "", &committee.FieldError{Field: committee.FieldTime, Reason: committee.ReasonNotATime, Detail: typed}
}
