package committee

import "strings"

// Wording is one version of a text. An adopted wording never changes; it is
// amended by the next one.
type Wording struct {
	Number  int       `json:"number"` // from 1
	Text    string    `json:"text"`
	On      Date      `json:"on"`
	By      string    `json:"by"` // who wrote it, by name
	Meeting MeetingID `json:"meeting"`
	Adopted bool      `json:"adopted"`
	Why     string    `json:"why"`
}

// Wordings are the versions of a text, oldest first.
type Wordings []Wording

// Text is the last wording, a draft or adopted. It is empty when there is none.
func (w Wordings) Text() string {
	if len(w) == 0 {
		return ""
	}
	return w[len(w)-1].Text
}

// InForce is the wording that was in force on a day: the last that was adopted
// until then, else the first.
func (w Wordings) InForce(on Date) string {
	said := ""
	for n, v := range w {
		if n == 0 || v.Adopted && v.On <= on {
			said = v.Text
		}
	}
	return said
}

// Adopted tells whether the last wording is adopted.
func (w Wordings) Adopted() bool { return len(w) > 0 && w[len(w)-1].Adopted }

// Draft replaces the text of a wording that is not adopted, or writes the
// first one. It refuses to touch an adopted wording.
func (w Wordings) Draft(text string, on Date, by string) (Wordings, error) {
	if w.Text() == text {
		return w, nil
	}
	if err := first(required(FieldText, text), on.valid(FieldDate)); err != nil {
		return w, err
	}
	if w.Adopted() {
		return w, &FieldError{Field: FieldText, Reason: ReasonByAmend}
	}
	next := append(Wordings{}, w...)
	if len(next) == 0 {
		return append(next, Wording{Number: 1, Text: text, On: on, By: by}), nil
	}
	last := &next[len(next)-1]
	last.Text, last.On, last.By = text, on, by
	return next, nil
}

// Amend adds a version after the last one, which stays as it is.
func (w Wordings) Amend(v Wording) (Wordings, error) {
	if err := required(FieldText, v.Text); err != nil {
		return w, err
	}
	if strings.TrimSpace(v.Text) == strings.TrimSpace(w.Text()) {
		return w, &FieldError{Field: FieldText, Reason: ReasonUnchanged}
	}
	v.Number = len(w) + 1
	return append(append(Wordings{}, w...), v), nil
}

// amendAdopted adds a version that is adopted at once after an adopted one:
// with a reason, and on a day that does not come before it.
func (w Wordings) amendAdopted(r Ruling) (Wordings, error) {
	if err := first(required(FieldReason, r.Reason), dated(FieldDate, r.On), notBefore(FieldDate, r.On, w.since())); err != nil {
		return w, err
	}
	return w.Amend(Wording{Text: r.Text, On: r.On, By: r.By, Meeting: r.Meeting, Adopted: true, Why: r.Reason})
}

// since is the day of the last wording.
func (w Wordings) since() Date {
	if len(w) == 0 {
		return ""
	}
	return w[len(w)-1].On
}

// Adopt marks the last wording as adopted at a meeting.
func (w Wordings) Adopt(at MeetingID, on Date) (Wordings, error) {
	if strings.TrimSpace(w.Text()) == "" {
		return w, &FieldError{Field: FieldText, Reason: ReasonRequired}
	}
	next := append(Wordings{}, w...)
	last := &next[len(next)-1]
	if !last.Adopted {
		last.Adopted, last.Meeting, last.On = true, at, on
	}
	return next, nil
}

func (w Wordings) validate() error {
	for i, v := range w {
		if v.Number != i+1 {
			return &FieldError{Field: FieldText, Reason: ReasonNotListed}
		}
		if err := first(required(FieldText, v.Text), v.On.valid(FieldDate)); err != nil {
			return err
		}
	}
	return nil
}
