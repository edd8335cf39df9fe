package store

import (
	"database/sql/driver"

	"suivi/internal/committee"
)

// The table lists the checks it takes, and its list is older than that of a
// notice that was short: such a line is kept as one of the attendance that is
// about a notice, which no other is.
const (
	keptForNotice = string(committee.CheckAttendance)
	aboutNotice   = "notice"
)

// overrideFields are the columns of a check that was passed over.
func overrideFields(o *committee.Override) []field {
	about := line("kind", (*string)(&o.Kind))
	about.at = &aboutCell{o}
	return []field{{column: "failed", at: &failedCell{o}}, about, line("thing", &o.Thing)}
}

type failedCell struct{ of *committee.Override }

// Value writes the check.
func (c *failedCell) Value() (driver.Value, error) {
	if c.of.Check == committee.CheckNotice {
		return keptForNotice, nil
	}
	return string(c.of.Check), nil
}

// Scan reads the check; what it is about comes next, and may say otherwise.
func (c *failedCell) Scan(v any) error {
	s, _ := v.(string)
	c.of.Check = committee.CheckKind(s)
	return nil
}

type aboutCell struct{ of *committee.Override }

// Value writes what kind of thing the check is about.
func (c *aboutCell) Value() (driver.Value, error) {
	if c.of.Check == committee.CheckNotice {
		return aboutNotice, nil
	}
	return string(c.of.Kind), nil
}

// Scan reads what kind of thing the check is about.
func (c *aboutCell) Scan(v any) error {
	s, _ := v.(string)
	if s == aboutNotice {
		c.of.Check, s = committee.CheckNotice, ""
	}
	c.of.Kind = committee.Kind(s)
	return nil
}
