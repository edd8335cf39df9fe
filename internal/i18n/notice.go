package i18n

import "suivi/internal/committee"

// ShortNotice says how many days before a meeting its notice went out, and how many
// the committee asks for; or that it never went out.
func (l *Locale) ShortNotice(m committee.Meeting, asked int) string {
	w := &l.Words.Prepare
	days, known := m.NoticeGiven()
	said := l.Count(w.NoticeBefore, days)
	switch {
	case !known:
		return w.NoticeNever
	case days == 0:
		said = w.NoticeSameDay
	}
	if days >= asked { // the rule was changed since
		return said
	}
	return said + l.Words.Common.Comma + l.Count(w.NoticeAsked, asked)
}
